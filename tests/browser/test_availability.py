"""A seller takes a break, and a buyer hears when it is over, by clicking."""

from tests.browser.screen import Screen
from tests.browser.test_order import publish_gig


async def test_a_buyer_waits_for_a_seller_who_is_away(screen: Screen) -> None:
    """The link says when; the clock moves on; the bot writes."""
    await publish_gig(screen)
    seller, buyer = screen.seller, screen.buyer
    await seller.sends("/gigs")
    await seller.presses("Приём заказов")
    await seller.presses("Не принимаю заказы до …")
    await seller.presses("1 день")
    await seller.sees("Вы не принимаете заказы до")

    await seller.log.get_by_role("link", name="t.me/vsrok_bot").last.click()
    await screen.page.get_by_role("menuitem", name="Анна").click()
    await buyer.sees("Снова принимает заказы")
    await buyer.presses("Сообщить, когда вернётся")
    await buyer.sees("бот напишет вам")
    await seller.presses("Снова принимаю")
    await screen.moves_clock("+1 ч")

    await buyer.sees("снова принимает заказы")
    await buyer.presses("Открыть кворк")
    await buyer.presses("Заказать")
    await buyer.sees("Вопрос 1 из 1")
