"""Commands, «Заказы», «История»: finding one's way (SPEC 9 and 10)."""

import re

import pytest

from sandbox.chats import Message
from sandbox.files import Kind
from sandbox.person import Person
from tests.acceptance.market import DAY, HOUR, MONDAY_NOON, Market, labels
from tests.handlers.screens import dates_of, table_of

COMMANDS = [
    "start",
    "orders",
    "gigs",
    "catalog",
    "exchange",
    "balance",
    "stats",
    "settings",
    "help",
    "cancel",
    "privacy",
    "terms",
    "paysupport",
]


def rows(message: Message) -> list[list[str]]:
    """The table without its header."""
    return table_of(message.body)[1:]


async def ordered(market: Market, payload: str, *names: str) -> None:
    """Each of these people orders and pays."""
    for name in names:
        await market.orders(market.person(name), payload, "Зерно")
        await market.presses(market.person(name), "Подтвердить заказ")


async def test_the_commands_are_registered_in_both_languages(market: Market) -> None:
    """Russian for clients that speak it, English for everybody else; each answers."""
    lists = market.sandbox.world.bot.commands
    by_language = {language: commands for (_, language), commands in lists.items()}
    assert {language: [each["command"] for each in commands] for language, commands in by_language.items()} == {
        "": COMMANDS,
        "ru": COMMANDS,
    }
    assert by_language["ru"][1]["description"] == "Заказы"
    assert by_language[""][1]["description"] == "Orders"


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_every_command_answers_in_the_persons_language(market: Market, language: str) -> None:
    """In one message with a way on."""
    who = market.person("Вера", language)
    await market.starts(who)
    for command in COMMANDS:
        market.mark()
        shown = await market.says(who, f"/{command}")
        assert len(market.heard(who)) == 1, command
        assert labels(shown) != [], command
        is_russian = re.search("[а-я]{4}", shown.text.replace("Вера", "")) is not None
        assert is_russian == (language == "ru"), command


async def test_the_menu_leads_to_every_room(market: Market, seller: Person) -> None:
    """By their exact names."""
    shown = await market.starts(seller)
    assert {"Заказы", "Мои кворки", "Баланс", "Настройки", "Помощь"} <= set(labels(shown))


async def test_the_table_says_number_what_who_status_and_time_left_soonest_first(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Both sides of one person's orders stand in it; the finished ones come last."""
    payload = await market.publishes_gig(seller)
    await ordered(market, payload, "Анна", "Борис")
    await market.presses(seller, "Приступаю к работе", on="Заказ №1\n")
    await market.later(HOUR)
    await ordered(market, payload, "Вера", "Глеб")
    await market.presses(market.person("Глеб"), "Отменить заказ", on="Заказ №4\n")
    await market.presses(market.person("Глеб"), "Да, отменить")
    other = await market.publishes_gig(buyer, title="Фотосъёмка", term="1")
    await market.orders(seller, other, "Зерно")

    shown = await market.says(seller, "/orders")

    assert shown.kind == "rich_message"
    assert table_of(shown.body)[0] == ["№", "Что", "С кем", "Статус", "Срок"]
    assert rows(shown) == [
        ["№2", "Логотип для кофейни", "Борис, покупатель", "Не начат", "через 23 ч."],
        ["№3", "Логотип для кофейни", "Вера, покупатель", "Не начат", "через 24 ч."],
        ["№5", "Фотосъёмка", "Анна, продавец", "Ожидает оплаты", "через 24 ч."],
        ["№1", "Логотип для кофейни", "Анна, покупатель", "В работе", "через 2 дн. 23 ч."],
        ["№4", "Логотип для кофейни", "Глеб, покупатель", "Отменён", "23 ноября, 13:00"],
    ]
    assert dates_of(shown.body)[0] == MONDAY_NOON + DAY


async def test_the_filters_follow_the_statuses(market: Market, seller: Person) -> None:
    """«Все», «Новые», «В работе», «На проверке», «Завершённые», in place."""
    payload = await market.publishes_gig(seller)
    await ordered(market, payload, "Анна", "Борис", "Вера", "Глеб")
    for number in (2, 3, 4):
        await market.presses(seller, "Приступаю к работе", on=f"Заказ №{number}\n")
    for number in (3, 4):
        await market.presses(seller, "Сдать выполненную работу", on=f"Заказ №{number}\n")
        await market.says(seller, "Готово")
        await market.presses(seller, "Готово", on="Принято")
        await market.presses(seller, "Сдать", on="Всё верно")
    await market.presses(market.person("Глеб"), "Принять работу")

    shown = await market.says(seller, "/orders")
    found = {}
    for name in ("Новые", "В работе", "На проверке", "Завершённые", "Все"):
        await market.presses(seller, name, on=shown)
        found[name] = [row[0] for row in rows(seller.message(shown.id))]
    assert found == {
        "Новые": ["№1"],
        "В работе": ["№2"],
        "На проверке": ["№3"],
        "Завершённые": ["№4"],
        "Все": found["Все"],
    }
    assert sorted(found["Все"]) == ["№1", "№2", "№3", "№4"]
    assert seller.last.id == shown.id


@pytest.mark.parametrize("view", ["Таблицей", "Списком"])
async def test_pages_are_turned_and_every_row_opens_its_order(market: Market, seller: Person, view: str) -> None:
    """Twelve orders: ten and two; as a table and as a list."""
    payload = await market.publishes_gig(seller)
    await ordered(market, payload, *[f"Покупатель {n}" for n in range(1, 13)])
    shown = await market.says(seller, "/orders")
    if view == "Списком":
        await market.presses(seller, view)
    first = seller.message(shown.id)
    assert [label for label in labels(first) if label.startswith("№")] == [f"№{n}" for n in range(1, 11)]
    await market.presses(seller, "Следующие ›")
    second = seller.message(shown.id)
    assert [label for label in labels(second) if label.startswith("№")] == ["№11", "№12"]
    assert "Страница 2 из 2, всего 12 заказов" in str(second.body)
    for number in (11, 12):
        await market.presses(seller, f"№{number}", on=second)
        assert seller.last.text.startswith(f"Заказ №{number}\n")
    await market.presses(seller, "‹ Предыдущие", on=second)
    await market.presses(seller, "№1", on=second)
    assert seller.last.text.startswith("Заказ №1\n")
    assert "Приступаю к работе" in " ".join(labels(seller.last))


async def test_a_card_that_was_opened_is_the_one_that_lives(market: Market, seller: Person, buyer: Person) -> None:
    """From then on it is edited; the older one keeps its words."""
    await market.new_order(seller, buyer)
    old = buyer.find("Заказ №1\n")
    await market.says(buyer, "/orders")
    await market.presses(buyer, "№1")
    new = buyer.last
    await market.starts_work(seller)
    assert "Статус: В работе" in buyer.message(new.id).text
    assert "Статус: Не начат" in buyer.message(old.id).text
    await market.presses(buyer, "Отменить заказ", on=buyer.message(old.id))
    assert "Статус: В работе" in buyer.message(old.id).text


@pytest.mark.parametrize("method", ["sendRichMessage", "editMessageText"])
async def test_where_the_table_is_refused_the_list_comes_with_the_same_buttons(
    market: Market, seller: Person, buyer: Person, method: str
) -> None:
    """Always refused: by the command and when a filter is pressed."""
    await market.new_order(seller, buyer)
    if method == "sendRichMessage":
        market.sandbox.faults.add("refuse", method=method, times=None, description="Bad Request: RICH_UNSUPPORTED")
    shown = await market.says(seller, "/orders")
    if method == "editMessageText":
        market.sandbox.faults.add("refuse", method=method, description="Bad Request: RICH_UNSUPPORTED")
        await market.presses(seller, "Новые")
        shown = seller.message(shown.id)
    assert "№1 Логотип для кофейни\nАнна, покупатель\nНе начат · срок через 24 ч." in shown.text
    await market.presses(seller, "№1", on=shown)
    assert seller.last.text.startswith("Заказ №1\n")


async def test_both_sides_read_the_same_history(market: Market, seller: Person, buyer: Person) -> None:
    """From the order to its end, with what was said; a file is handed over again."""
    await market.new_order(seller, buyer)
    await market.later(HOUR)
    await market.starts_work(seller)
    await market.presses(buyer, "Написать")
    buyer.send_file(Kind.PHOTO, "1.jpg", b"picture", "Вот пример")
    await market.settled()
    await market.presses(buyer, "Отправить")
    await market.delivers(seller, "Первая сдача")
    await market.sends_back(buyer, "Темнее")
    await market.delivers(seller, "Вторая сдача")
    await market.presses(buyer, "Принять работу")

    pages = []
    for who in (seller, buyer):
        await market.presses(who, "История")
        pages.append(who.last.text)
    assert pages[0] == pages[1]
    said = [
        "Покупатель оформил заказ",
        "Покупатель подтвердил заказ",
        "спустя 1 ч.",
        "Продавец приступил к работе",
        "Покупатель написал",
        "Вот пример",
        "Продавец сдал работу, сдача 1",
        "Первая сдача",
        "Покупатель отправил работу на доработку",
        "Темнее",
        "Продавец сдал работу, сдача 2",
        "Вторая сдача",
        "Покупатель принял работу",
    ]
    places = [pages[0].index(words) for words in said]
    assert places == sorted(places)
    await market.presses(seller, "4", on="История заказа")
    assert seller.last.kind == "photo"
