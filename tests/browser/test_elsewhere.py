"""An order from another marketplace by clicking."""

from tests.browser.screen import Screen


async def test_a_seller_adds_an_order_and_its_buyer_joins(screen: Screen) -> None:
    """Alone until the work is handed over; then by the link, and the buyer accepts."""
    seller, buyer = screen.seller, screen.buyer
    await seller.starts()
    await seller.sends("/orders")
    await seller.presses("Добавить заказ")
    await seller.says("Баннер для группы", "Кто заказчик")
    await seller.says("Анна, Kwork", "Сколько он стоит?")
    await seller.says("3000", "приступили к работе?")
    await seller.presses("Уже в работе")
    await seller.sees("Когда сдавать?")
    await seller.presses("3 дн.")
    await seller.sees("задание и заметки")
    await seller.presses("Пропустить")
    await seller.sees("Так заказ будет записан")
    await seller.presses("Добавить")
    await seller.sees("Покупатель: Анна, Kwork")
    await seller.presses("Работа сдана")
    await seller.sees("Работа сдана, ваши часы остановлены")

    await seller.presses("Пригласить покупателя")
    await seller.log.get_by_role("link", name="t.me/vsrok_bot").last.click()
    await screen.page.get_by_role("menuitem", name="Анна").click()
    await buyer.sees("приглашает вас в заказ")
    await buyer.presses("Присоединиться")
    await seller.sees("теперь в заказе")
    await buyer.presses("Принять работу")
    await seller.sees("принимает работу")
