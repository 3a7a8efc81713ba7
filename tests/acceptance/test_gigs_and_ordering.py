"""From an empty list of gigs to an order, and what the order keeps (SPEC 9)."""

from dataclasses import replace

import pytest

from desk.people import Standing
from sandbox.files import Kind
from sandbox.person import Attachment, Person
from tests.acceptance.market import DAY, Market, labels

LINK = "https://t.me/vsrok_bot?start="
NBSP = "\N{NO-BREAK SPACE}"


async def opens_gig(market: Market, seller: Person, title: str = "Логотип для кофейни") -> None:
    """From «Мои кворки»."""
    await market.says(seller, "/gigs")
    await market.presses(seller, title)


async def test_a_gig_is_written_step_by_step_each_saying_what_is_expected(market: Market, seller: Person) -> None:
    """With the bounds in the question and the tip at the term; the preview is what buyers will see."""
    await market.starts(seller)
    await market.presses(seller, "Мои кворки")
    await market.presses(seller, "Создать кворк")
    assert "от 3 до 70 символов" in seller.last.text
    assert "от 20 до 3000 символов" in (await market.says(seller, "Логотип для кофейни")).text.replace(NBSP, "")
    asked = await market.says(seller, "Нарисую логотип в трёх вариантах, исходники в SVG.")
    assert "каждый с новой строки" in asked.text
    assert "Пропустить" in labels(asked)
    assert "Напишите цену числом" in (await market.says(seller, "Название?\n\n  Цвет?  \n")).text
    asked = await market.says(seller, "1 499,90 ₽")
    assert "от 1 до 60. Если не уверены, прибавьте 1–2 дня" in asked.text
    preview = await market.says(seller, "5 дней")
    for words in (
        "Логотип для кофейни",
        "Продавец: Сергей",
        "Рейтинг ответственности: нет данных",
        f"1{NBSP}499,90{NBSP}₽",
        "Срок: 5 дней",
        "Нарисую логотип в трёх вариантах",
        "1. Название?\n2. Цвет?",
    ):
        assert words in preview.text
    await market.presses(seller, "Опубликовать")
    assert f"Кворк «Логотип для кофейни» опубликован. Отправьте покупателю ссылку:\n\n{LINK}k_" in seller.last.text
    assert "copy_text" in _buttons(seller)[0]


def _buttons(who: Person) -> list[dict[str, object]]:
    rows = who.last.body["reply_markup"]["inline_keyboard"]
    return [button for row in rows for button in row]


async def test_a_stranger_gets_from_the_link_to_a_paid_order(market: Market, seller: Person) -> None:
    """First contact with the bot: no menu in between, and the seller hears only once it is paid."""
    payload = await market.publishes_gig(seller, questions="Название?\nЧто нравится?")
    stranger = market.person("Вера")
    market.mark()
    stranger.follow(LINK + payload)
    await market.settled()
    (page,) = market.heard(stranger)
    assert page.startswith("Логотип для кофейни")
    assert "Продавец задаст вам 2 вопроса:" in page
    assert "до этого продавец о нём не узнает" in page
    await market.presses(stranger, "Заказать")
    assert "Вопрос 1 из 2" in stranger.last.text
    await market.says(stranger, "«Зерно»")
    await market.presses(stranger, "Готово")
    stranger.send_album([Attachment(Kind.PHOTO, f"{n}.jpg", b"picture") for n in range(3)])
    await market.settled()
    await market.says(stranger, "Как на этих.")
    await market.presses(stranger, "Готово")
    card = stranger.find("Заказ №1\n")
    assert "Статус: Ожидает оплаты" in card.text
    assert "Оплата: напрямую между вами, бот денег не держит" in card.text
    assert "Подтвердить заказ" in " ".join(labels(card))
    assert market.heard(seller) == []

    await market.presses(stranger, "Подтвердить заказ")
    (told,) = market.heard(seller)
    assert told.startswith("🔔 Новый оплаченный заказ")
    assert "Покупатель: Вера" in told
    assert "Название?\n«Зерно»" in told
    assert "Что нравится?\nКак на этих.\n3 файла" in told
    assert "с заданием вы согласны, в нём всё ясно, информации достаточно" in told

    await market.presses(seller, "Задание")
    kinds = [message.kind for message in seller.received[-5:]]
    assert kinds.count("photo") == 3


async def test_an_order_keeps_the_copy_it_was_bought_with(market: Market, seller: Person, buyer: Person) -> None:
    """The gig is changed, paused and removed; the order goes on under its own terms."""
    await market.new_order(seller, buyer)
    await opens_gig(market, seller)
    for field, value in (("Название", "Логотип и визитка"), ("Цена", "9000"), ("Срок", "30")):
        await market.presses(seller, "Изменить")
        await market.presses(seller, field)
        await market.says(seller, value)
        await market.presses(seller, "Сохранить")
    assert f"9{NBSP}000{NBSP}₽" in seller.last.text
    await market.presses(seller, "Удалить")
    await market.presses(seller, "Да, удалить")
    assert "Кворк удалён." in seller.last.text

    await market.starts_work(seller)
    card = buyer.find("Заказ №1\n").text
    assert "Логотип для кофейни" in card
    assert f"Цена: 1{NBSP}500{NBSP}₽" in card
    assert "Срок: 3 дня" in card
    await market.later(3 * DAY)
    assert "Срок заказа вышел" in buyer.last.text


@pytest.mark.parametrize("how", ["Приостановить", "Удалить"])
async def test_a_gig_that_is_not_on_sale_cannot_be_ordered(
    market: Market, seller: Person, buyer: Person, how: str
) -> None:
    """By its link or by a page opened before; resumed, it can."""
    payload = await market.publishes_gig(seller)
    await market.starts(buyer, payload)
    await opens_gig(market, seller)
    await market.presses(seller, how)
    if how == "Удалить":
        await market.presses(seller, "Да, удалить")
    refusal = "Этот кворк сейчас не продаётся. Проверьте ссылку или спросите продавца."
    assert await market.presses(buyer, "Заказать") == refusal
    assert (await market.starts(buyer, payload)).text == refusal
    if how == "Приостановить":
        await market.presses(seller, "Возобновить")
        assert "Заказать" in labels(await market.starts(buyer, payload))


async def test_one_gig_is_ordered_by_many_and_again_by_the_same(market: Market, seller: Person) -> None:
    """The link is not single-use; each order is its own."""
    payload = await market.publishes_gig(seller, questions="")
    for number, name in enumerate(("Анна", "Борис", "Анна"), 1):
        who = market.person(name)
        await market.starts(who, payload)
        await market.presses(who, "Заказать")
        await market.presses(who, "Подтвердить заказ")
        assert f"Заказ №{number}\n" in seller.last.text
        assert f"Покупатель: {name}" in seller.last.text


async def test_one_person_is_a_seller_in_one_order_and_a_buyer_in_another(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Each card shows its own side's buttons."""
    await market.new_order(seller, buyer)
    await market.new_order(buyer, seller, title="Фотосъёмка блюд")
    assert "Приступаю к работе" in " ".join(labels(seller.find("Заказ №1\n")))
    assert "Приступаю к работе" not in " ".join(labels(seller.find("Заказ №2\n")))
    assert "Приступаю к работе" in " ".join(labels(buyer.find("Заказ №2\n")))


async def test_the_buyer_sees_the_rating_with_the_orders_behind_it(
    market: Market, seller: Person, buyer: Person
) -> None:
    """One kept and one broken of two."""
    payload = await market.publishes_gig(seller)
    await market.orders(buyer, payload, "Зерно")
    await market.presses(buyer, "Подтвердить заказ")
    await market.starts_work(seller)
    await market.delivers(seller)
    await market.presses(buyer, "Принять работу")
    await market.orders(buyer, payload, "Зерно")
    await market.presses(buyer, "Подтвердить заказ")
    await market.later(DAY)
    shown = await market.starts(market.person("Вера"), payload)
    assert f"Рейтинг ответственности: 50{NBSP}% (выполнено заказов: 1, сорвано: 1)" in shown.text


async def test_below_a_delivery_stands_the_way_to_the_sellers_other_gigs(
    market: Market, seller: Person, buyer: Person
) -> None:
    """And from there one can order."""
    await market.new_order(seller, buyer)
    await market.publishes_gig(seller, title="Визитка для кофейни")
    await market.starts_work(seller)
    await market.delivers(seller)
    label = next(label for label in labels(buyer.last) if "кворки" in label.lower())
    await market.presses(buyer, label)
    assert any("Визитка для кофейни" in each for each in labels(buyer.last))
    await market.presses(buyer, "Визитка для кофейни")
    assert "Заказать" in labels(buyer.last)


async def test_the_lists_pages_hold_all_the_gigs(market: Market, seller: Person) -> None:
    """Eight a page, newest first."""
    for number in range(10):
        await market.publishes_gig(seller, title=f"Кворк {number}", questions="")
    shown = await market.says(seller, "/gigs")
    assert [label for label in labels(shown) if label.startswith("Кворк")] == [f"Кворк {n}" for n in range(9, 1, -1)]
    await market.presses(seller, "›")
    assert [label for label in labels(seller.last) if label.startswith("Кворк")] == ["Кворк 1", "Кворк 0"]
    assert "10. Кворк 0" in seller.last.text


async def test_letters_of_an_english_buyer_are_english_and_the_brief_stays_as_written(
    market: Market, seller: Person
) -> None:
    """One order, two languages."""
    payload = await market.publishes_gig(seller)
    kate = market.person("Kate", "en")
    page = await market.starts(kate, payload)
    assert "Seller: Сергей" in page.text
    assert "Нарисую логотип в трёх вариантах" in page.text
    assert "Заказать" not in labels(page)


@pytest.mark.parametrize("standing", [Standing.PAUSED, Standing.BANNED])
async def test_nobody_confirms_an_order_of_a_seller_whom_the_operator_has_stopped(
    market: Market, seller: Person, buyer: Person, standing: Standing
) -> None:
    """Placed before, confirmed after: refused, and the seller hears nothing of it. Once they are back, it can be."""
    payload = await market.publishes_gig(seller)
    await market.orders(buyer, payload, "Зерно")

    async def stands(standing: Standing) -> None:
        async with market.app.database.write() as unit:
            known = await unit.people.get(seller.id)
            assert known is not None
            await unit.people.save(replace(known, standing=standing), 1)

    await stands(standing)
    market.mark()
    refusal = "Продажи этого продавца приостановлены. Решить это может оператор бота."
    assert await market.presses(buyer, "Подтвердить заказ") == refusal
    assert market.heard(seller) == []
    await stands(Standing.GOOD)
    await market.presses(buyer, "Подтвердить заказ")
    assert "Заказ №1" in market.heard(seller)[0]
