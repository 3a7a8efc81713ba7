"""The wire and the faults."""

from playwright.async_api import expect

from tests.browser.screen import SELLER, Screen


async def test_every_call_is_on_the_wire_with_request_and_answer(screen: Screen) -> None:
    await screen.click("Запросы")
    wire = screen.page.get_by_role("complementary")
    await screen.seller.starts()
    await screen.buyer.starts()
    await screen.buyer.sees("Что откроем?")

    await wire.get_by_label("Человек").select_option(str(SELLER))
    await wire.get_by_label("Метод").fill("sendmessage")
    calls = wire.locator(".call")
    await expect(calls).to_have_count(1)
    await expect(calls.locator(".call-person")).to_have_text("Сергей")
    await calls.locator("summary").click()

    body = calls.locator(".call-body")
    await expect(body).to_contain_text("Запрос")
    await expect(body).to_contain_text('"message_id": 2')
    await expect(body).to_contain_text("Здравствуйте")


async def test_a_fault_is_switched_on_and_the_bot_copes(screen: Screen) -> None:
    """A lost request is sent again; the switch goes out by itself when the fault is used up."""
    await screen.click("Запросы")
    wire = screen.page.get_by_role("complementary")
    await wire.get_by_label("Сколько раз").select_option("1")
    lost = wire.get_by_role("switch", name="Запрос потерян")
    await lost.check(force=True)
    await expect(wire.locator(".fault.is-on")).to_have_count(1)

    await screen.seller.starts()

    await screen.seller.sees("Что откроем?")
    await expect(wire.locator(".call", has_text="обрыв")).to_have_count(1)
    await expect(screen.seller.log.locator(".bubble", has_text="Что откроем?")).to_have_count(1)
    await expect(lost).not_to_be_checked()


async def test_a_standing_fault_keeps_the_bot_from_speaking_until_it_is_off(screen: Screen) -> None:
    await screen.click("Запросы")
    wire = screen.page.get_by_role("complementary")
    broken = wire.get_by_role("switch", name="500: ошибка сервера")
    await broken.check(force=True)
    await expect(wire.locator(".fault.is-on")).to_have_count(1)

    await screen.seller.starts()

    await expect(wire.locator(".call-bad", has_text="500").first).to_be_visible()
    await expect(screen.seller.log.locator(".row-in")).to_have_count(0)
    await broken.uncheck(force=True)
    await screen.seller.sees("Что откроем?")
