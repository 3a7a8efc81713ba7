"""What was begun and left for something else is not lost, and nothing goes out unseen."""

from sandbox.person import Person
from tests.acceptance.market import Market


async def _two_orders_in_work(market: Market, seller: Person, buyer: Person) -> None:
    for _ in range(2):
        await market.new_order(seller, buyer)
        await market.presses(seller, "Приступаю к работе")


async def test_a_delivery_left_for_a_message_is_taken_up_again(market: Market, seller: Person, buyer: Person) -> None:
    """The seller writes the delivery of №1, answers the buyer in №2, and comes back."""
    await _two_orders_in_work(market, seller, buyer)
    await market.presses(seller, "Сдать выполненную работу", on="Заказ №1 ·")
    seller.send_file("document", "logo.svg", b"<svg/>")
    await market.says(seller, "Логотип готов")

    await market.presses(seller, "Написать", on="Заказ №2 ·")
    await market.says(seller, "Скоро начну")
    await market.presses(seller, "Отправить")
    await market.presses(seller, "Сдать выполненную работу", on="Заказ №1 ·")

    assert "Ваш черновик сохранён (1 файл)" in seller.last.text
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сдать", on="Всё верно")
    assert "Логотип готов" in buyer.find("сдаёт работу · заказ №1").text


async def test_a_draft_that_was_cancelled_does_not_come_back(market: Market, seller: Person, buyer: Person) -> None:
    """«Отмена» means it."""
    await _two_orders_in_work(market, seller, buyer)
    await market.presses(seller, "Сдать выполненную работу", on="Заказ №1 ·")
    await market.says(seller, "Логотип готов")
    await market.presses(seller, "Отмена")
    await market.presses(seller, "Сдать выполненную работу", on="Заказ №1 ·")
    assert "черновик" not in seller.last.text


async def test_what_was_added_after_a_preview_is_shown_before_it_goes_out(
    market: Market, seller: Person, buyer: Person
) -> None:
    """«Сдать» on the old preview shows the new one first."""
    await market.new_order(seller, buyer)
    await market.presses(seller, "Приступаю к работе")
    await market.presses(seller, "Сдать выполненную работу")
    await market.says(seller, "Логотип готов")
    await market.presses(seller, "Готово")
    await market.says(seller, "И ещё визитка")

    await market.presses(seller, "Сдать", on="Всё верно")

    assert "Всё верно?" in seller.last.text
    assert "визитка" in seller.received[-2].text
    assert not [message for message in buyer.received if "сдаёт работу" in message.text]
    await market.presses(seller, "Сдать", on="Всё верно")
    assert "И ещё визитка" in buyer.find("сдаёт работу · заказ").text


async def test_below_a_delivery_stands_the_way_to_the_sellers_page(
    market: Market, seller: Person, buyer: Person
) -> None:
    """With everything on sale, the gig just bought too; removed, the page says that there is nothing."""
    await market.new_order(seller, buyer)
    await market.presses(seller, "Приступаю к работе")
    await market.presses(seller, "Сдать выполненную работу")
    await market.says(seller, "Логотип готов")
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сдать", on="Всё верно")
    await market.presses(buyer, "Другие кворки продавца")
    assert "Продаёт 1 кворк:" in buyer.last.text
    await market.says(seller, "/gigs")
    await market.presses(seller, "Логотип для кофейни")
    await market.presses(seller, "Удалить")
    await market.presses(seller, "Да, удалить")
    await market.presses(buyer, "Другие кворки продавца")
    assert "Сейчас у продавца нет кворков в продаже." in buyer.last.text
