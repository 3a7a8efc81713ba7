"""The clock, the examples and beginning anew."""

from playwright.async_api import expect

from bot.playground import BotPlayground
from tests.browser.conftest import Open
from tests.browser.screen import Screen


async def test_an_order_nobody_starts_is_cancelled_by_the_clock(screen: Screen) -> None:
    """Every warning comes on the way, and all of it has happened when the button is free again."""
    await screen.shows_example("Новый заказ")

    await screen.moves_clock("+3 д")

    # The stream may bring the last message a moment after the answer to the button.
    await screen.seller.sees("Автоотмена: за отведённое время вы не приступили к работе")
    said = (await screen.seller.log.inner_text()).replace("\N{NO-BREAK SPACE}", " ")
    assert said.index("Осталось 12 ч. до автоотмены") < said.index("Осталось 3 ч.") < said.index("Осталось 1 ч.")
    await screen.buyer.sees("заказ отменён")
    await screen.told("Часы переведены")


async def test_the_next_event_is_named_before_and_after(screen: Screen) -> None:
    await screen.shows_example("Два часа до автоотмены")
    button = screen.page.get_by_role("button", name="К следующему событию")
    await expect(button).to_contain_text("Предупреждение за 1 ч до автоотмены №1")

    await button.click()

    await screen.told("Произошло: Предупреждение за 1 ч до автоотмены №1")
    await screen.seller.sees("Осталось 1 ч. до автоотмены")
    await expect(button).to_contain_text("Автоотмена заказа №1")


async def test_every_example_stops_at_its_interesting_point(screen: Screen) -> None:
    for title, seen_by, words in (
        ("Новый заказ", screen.seller, "Новый оплаченный заказ"),
        ("Два часа до автоотмены", screen.seller, "Осталось 3 ч. до автоотмены"),
        ("Оплачен и возвращён", screen.buyer, "Вам возвращено"),
        ("Просрочен", screen.buyer, "Срок заказа вышел"),
        ("На проверке", screen.buyer, "сдаёт работу"),
        ("Работа принята", screen.seller, "На вашем балансе: +2"),
        ("Просьба отменить", screen.buyer, "просит отменить заказ"),
    ):
        await screen.page.get_by_role("button", name="Показать пример").click()
        await screen.page.get_by_role("menuitem", name=title).click()
        sure = screen.page.get_by_role("dialog").get_by_role("button", name="Показать пример")
        if title != "Новый заказ":
            await sure.click()
        await expect(screen.page.get_by_role("button", name="Показать пример")).to_be_enabled()
        await seen_by.sees(words)


async def test_the_newest_message_stays_in_view_when_phones_become_narrower(screen: Screen) -> None:
    await screen.shows_example("Два часа до автоотмены")
    newest = [phone.log.locator(".key").last for phone in (screen.seller, screen.buyer)]

    for _ in range(3):
        await screen.click("Запросы")
        for button in newest:
            await expect(button).to_be_in_viewport(ratio=1)


async def test_beginning_anew_asks_first(screen: Screen) -> None:
    await screen.shows_example("Новый заказ")

    await screen.click("Начать заново")
    await screen.page.get_by_role("dialog").get_by_role("button", name="Отмена").click()
    await screen.seller.sees("Новый оплаченный заказ")
    await screen.click("Начать заново")
    await screen.page.get_by_role("dialog").get_by_role("button", name="Начать заново").click()

    await expect(screen.seller.root.get_by_role("button", name="Старт", exact=True)).to_be_visible()
    await expect(screen.seller.log.locator(".bubble")).to_have_count(0)


async def test_time_does_not_go_back(screen: Screen) -> None:
    await screen.click("Другое")
    amount = screen.page.get_by_role("spinbutton", name="Вперёд на")

    await amount.fill("-1")
    await screen.click("Перевести")
    await screen.told("Время идёт только вперёд.")
    await amount.fill("")
    await screen.click("Перевести")
    await screen.told("Впишите, на сколько")
    await screen.page.get_by_label("или до момента").fill("2020-01-01T00:00")
    await screen.click("Перевести")
    await screen.told("Время идёт только вперёд.")


async def test_a_bot_that_does_not_run_is_said_and_can_be_started(screen: Screen, playground: BotPlayground) -> None:
    await screen.seller.starts()
    await screen.seller.sees("Что откроем?")
    await playground.stop_bot()

    banner = screen.page.get_by_role("alert").filter(has_text="Бот не запущен")
    await expect(banner).to_be_visible()
    await screen.seller.writing.fill("/orders")
    await screen.seller.writing.press("Enter")
    await banner.get_by_role("button", name="Запустить").click()

    await screen.seller.sees("Пока пусто")
    await expect(banner).to_be_hidden()


async def test_countdowns_live_in_the_chosen_zone(open_page: Open) -> None:
    screen = await open_page()
    await screen.shows_example("Новый заказ")
    moments = screen.seller.log.locator("time.moment[data-shape]")
    before = await moments.last.inner_text()

    await screen.seller.root.get_by_role("button", name="Настройки телефона: Сергей").click()
    await screen.page.get_by_label("Часовой пояс").select_option("Asia/Vladivostok")

    await expect(moments.last).not_to_have_text(before)
    await expect(screen.seller.root.locator(".status-zone")).to_have_text("GMT+10")
    countdown = screen.seller.log.locator("time.moment[data-shape=r]").last
    shown = await countdown.inner_text()
    await screen.moves_clock("+1 ч")
    await expect(countdown).not_to_have_text(shown)
