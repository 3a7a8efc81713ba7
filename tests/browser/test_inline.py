"""Inline mode by typing: what the bot offers stands above the message field."""

from playwright.async_api import expect

from tests.browser.screen import Screen
from tests.browser.test_order import publish_gig


async def test_a_gig_is_shown_in_a_chat_chosen_with_the_keyboard_and_opened(screen: Screen) -> None:
    """The seller sends its card; the buyer opens it, then finds it by typing, and goes where the button above leads."""
    await publish_gig(screen)
    seller, buyer = screen.seller, screen.buyer
    await buyer.starts()
    await seller.presses("Показать в чате")
    option = seller.root.get_by_role("option", name="Логотип для кофейни")
    await expect(option).to_have_attribute("aria-selected", "true")
    await expect(option).to_contain_text("рейтинг: нет данных")
    await seller.writing.press("Enter")
    await expect(option).to_have_count(0)
    await expect(seller.writing).to_have_value("")

    await seller.presses("Открыть")
    await screen.page.get_by_role("menuitem", name="Анна").click()
    await buyer.sees("Нарисую логотип")

    await buyer.writing.fill("@vsrok_bot логотипы")
    await expect(buyer.root.get_by_role("option")).to_have_count(1)
    await buyer.writing.press("Escape")
    await expect(buyer.root.get_by_role("listbox")).to_have_count(0)
    await buyer.writing.fill("@vsrok_bot стоматология")
    await buyer.root.get_by_role("button", name="Ничего не нашлось").click()
    await expect(buyer.writing).to_have_value("")
    await buyer.sees("Каталог")
