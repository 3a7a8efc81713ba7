"""A gig gets its photos, and a buyer sees them above the page, by clicking."""

from playwright.async_api import expect

from tests.browser.screen import Screen
from tests.browser.test_order import publish_gig


async def test_a_buyer_sees_the_photos_of_a_gig(screen: Screen) -> None:
    """Two as an album from «Изменить», saved, and opened by the link."""
    await publish_gig(screen)
    seller, buyer = screen.seller, screen.buyer
    await seller.sends("/gigs")
    await seller.log.locator(".key", has_text="Логотип").last.click()
    await seller.presses("Изменить")
    await seller.presses("Фото")
    await seller.attaches("кофе.png", "чай.png")
    await seller.writing.press("Enter")
    await seller.sees("Альбом принят")
    await seller.presses("Готово")
    await seller.sees("Над описанием: 2 фото")
    await seller.presses("Сохранить")

    await seller.log.get_by_role("link", name="t.me/vsrok_bot").last.click()
    await screen.page.get_by_role("menuitem", name="Анна").click()
    await buyer.sees("Заказать")
    await expect(buyer.log.locator("img")).to_have_count(2)
