"""A request, a response and the choice, by clicking."""

from tests.browser.screen import Screen


async def test_a_request_is_answered_chosen_and_paid(screen: Screen) -> None:
    """The buyer says what is needed, the seller what it costs; the choice is an order."""
    seller, buyer = screen.seller, screen.buyer
    await buyer.starts()
    await buyer.presses("Биржа")
    await buyer.presses("Создать запрос")
    await buyer.says("Логотип для кофейни", "Шаг 2 из 5")
    await buyer.says("Нужен логотип в трёх вариантах и вывеска над входом.", "Шаг 3 из 5")
    await buyer.presses("Без файлов")
    await buyer.sees("Шаг 4 из 5")
    await buyer.presses("Обсудим")
    await buyer.sees("Шаг 5 из 5")
    await buyer.says("10", "Так запрос увидят продавцы")
    await buyer.presses("Опубликовать")
    await buyer.sees("Запрос опубликован")

    await seller.starts()
    await seller.presses("Биржа")
    await seller.presses("Логотип для кофейни")
    await seller.presses("Откликнуться")
    await seller.says("1500", "Шаг 2 из 3")
    await seller.says("5", "Шаг 3 из 3")
    await seller.says("Нарисую за неделю, в портфолио двадцать кофеен.", "Так отклик увидит покупатель")
    await seller.presses("Отправить отклик")

    await buyer.sees("Новый отклик")
    await buyer.presses("Отклики (1)")
    await buyer.presses("1")
    await buyer.presses("Выбрать")
    await buyer.presses("Да, выбрать")
    await buyer.pays()

    await seller.sees("Новый оплаченный заказ")
