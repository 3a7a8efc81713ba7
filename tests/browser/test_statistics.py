"""«Статистика» and the deadlines as a file, by clicking."""

from playwright.async_api import expect

from tests.browser.screen import Screen


async def test_a_seller_looks_at_the_figures_and_takes_the_deadlines(screen: Screen) -> None:
    """The picture is drawn and shown, the table stands below it; «Заказы» and the buyer's card send the deadlines."""
    await screen.shows_example("Новый заказ")
    seller, buyer = screen.seller, screen.buyer

    await seller.sends("/stats")
    await seller.sees("Рейтинг по последним заказам")
    picture = seller.log.locator(".bubble img").last
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1080
    await seller.presses("Таблицей")
    await expect(seller.log.locator("table").last).to_contain_text("Заработано")

    await seller.sends("/orders")
    await seller.presses("Сроки в календарь")
    await seller.sees("vsrok.ics")
    await buyer.presses("В календарь")
    await buyer.sees("order-1.ics")
