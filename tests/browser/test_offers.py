"""An offer for one person, by clicking."""

from tests.browser.screen import Screen


async def test_an_offer_is_made_opened_and_paid(screen: Screen) -> None:
    """From four short answers to the paid order, by the link."""
    seller, buyer = screen.seller, screen.buyer
    await seller.starts()
    await seller.presses("Мои кворки")
    await seller.presses("Индивидуальное предложение")
    await seller.presses("Сделать предложение")
    await seller.says("Логотип и вывеска", "Шаг 2 из 4")
    await seller.says("Логотип в трёх вариантах и вывеска два на один метр.", "Шаг 3 из 4")
    await seller.says("1500", "Шаг 4 из 4")
    await seller.says("5", "Так предложение увидит покупатель")
    await seller.presses("Создать ссылку")
    await seller.sees("Предложение готово")

    await seller.log.get_by_role("link", name="t.me/vsrok_bot").last.click()
    await screen.page.get_by_role("menuitem", name="Анна").click()
    await buyer.sees("Действует до")
    await buyer.presses("Заказать")
    await buyer.sees("оформлен заказ №1")
    await buyer.pays()

    await seller.sees("Новый оплаченный заказ")
