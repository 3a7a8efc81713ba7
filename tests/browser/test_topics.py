"""Topics on the page: switched on in the drawer, opened, written in, closed."""

from playwright.async_api import Locator, expect

from sandbox.server import Sandbox
from tests.browser.screen import Phone, Screen

TITLE = "Логотип для кофейни"


async def _switch_on(screen: Screen, *names: str) -> None:
    """As BotFather would; the drawer is closed afterwards."""
    await screen.click("Запросы")
    for name in names:
        switch = screen.page.get_by_role("complementary").get_by_role("switch", name=name)
        await switch.check(force=True)
        await expect(switch).to_be_checked()
    await screen.page.get_by_role("complementary").get_by_role("button", name="Закрыть").click()


def _topics(phone: Phone) -> Locator:
    return phone.root.get_by_role("tab")


async def test_without_topics_there_are_no_tabs(screen: Screen) -> None:
    await screen.shows_example("Новый заказ")
    await screen.seller.sees("Новый оплаченный заказ")

    await expect(screen.page.get_by_role("tab").filter(visible=True)).to_have_count(0)


async def test_an_order_is_carried_in_its_topic_by_clicking(screen: Screen) -> None:
    """Both sides write in it without a reply; the tab tells number and status, and what is unread."""
    await _switch_on(screen, "Темы в личных чатах")
    await screen.shows_example("Новый заказ")
    seller, buyer = screen.seller, screen.buyer
    await expect(_topics(seller)).to_have_text(["Все", f"№1 · Не начат · {TITLE}"])

    await _topics(seller).last.click()
    await expect(seller.log.locator(".bubble", has_text="Новый оплаченный заказ")).to_be_visible()
    await seller.sees_no("Шаг 1 из 5")
    await seller.presses("Приступаю к работе")
    await expect(_topics(seller).last).to_have_text(f"№1 · В работе · {TITLE}")
    await _topics(buyer).last.click()
    await buyer.says("Шрифт с засечками, пожалуйста", "Шрифт с засечками")
    await seller.sees("💬 Анна · заказ №1")
    await seller.writing.fill("Хорошо, сделаю")
    await seller.writing.press("Enter")
    await buyer.sees("Хорошо, сделаю")

    await _topics(seller).first.click()
    await expect(seller.log.locator(".bubble", has_text="Шаг 1 из 5")).to_be_visible()
    await seller.says("/orders", "Заказы")
    await screen.page.reload()
    await expect(_topics(seller)).to_have_text(["Все", f"№1 · В работе · {TITLE}"])


async def test_what_is_unread_in_another_topic_shows_on_its_tab(screen: Screen, sandbox: Sandbox) -> None:
    """And is gone once that is opened; whatever is done outside of a topic leads back to all messages."""
    await _switch_on(screen, "Темы в личных чатах", "Люди создают и удаляют темы")
    await screen.shows_example("Новый заказ")
    seller, buyer = screen.seller, screen.buyer
    own = sandbox.people[1001].open_topic("Моё")
    await seller.root.get_by_role("tab", name="Моё").click()
    await _topics(buyer).last.click()
    await buyer.writing.fill("Вы здесь?")
    await buyer.writing.press("Enter")

    order = seller.root.get_by_role("tab", name="№1")
    await expect(order.locator(".badge")).to_have_text("1")
    await expect(_topics(seller)).to_contain_text(["Все", "№1", "Моё"])
    await order.click()
    await expect(order.locator(".badge")).to_have_count(0)
    await seller.sees("Вы здесь?")

    sandbox.people[1001].write("/help")
    await expect(_topics(seller).first).to_have_attribute("aria-selected", "true")
    await seller.root.get_by_role("tab", name="Моё").click()
    await seller.root.get_by_role("button", name="Настройки телефона: Сергей").click()
    await screen.page.get_by_role("menuitem", name="Удалить тему").click()
    await expect(seller.root.get_by_role("tab", name="Моё")).to_have_count(0)
    assert own not in sandbox.people[1001].chat.topics


async def test_a_closed_topic_is_marked_and_takes_no_words(screen: Screen) -> None:
    """Where the sandbox lets topics be closed, which Telegram does not in private chats."""
    await _switch_on(screen, "Темы в личных чатах", "Темы можно закрывать")
    await screen.shows_example("На проверке")
    buyer = screen.buyer
    await _topics(buyer).last.click()
    await buyer.presses("Принять работу")

    await expect(_topics(buyer).last).to_have_text(f"№1 · Выполнен · {TITLE}тема закрыта")
    await expect(buyer.root.get_by_text("Тема закрыта, писать в неё нельзя.")).to_be_visible()
    await expect(buyer.writing).to_have_count(0)
    await _topics(buyer).first.click()
    await expect(buyer.writing).to_be_visible()
