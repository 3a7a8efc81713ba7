"""The menu and what belongs to no other room, as a person meets it in the chat."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from handlers.commands import COMMANDS, command_lists
from sandbox.files import Kind
from sandbox.person import Attachment, Person
from tests.acceptance.market import Market, labels, open_market

ROOMS = ["Заказы", "Мои кворки", "Каталог", "Биржа", "Баланс", "Статистика", "Настройки", "Помощь"]


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A fresh bot in a fresh sandbox, with an operator."""
    async with open_market(tmp_path, admin_ids="77") as fresh:
        yield fresh


@pytest.fixture
async def seller(market: Market) -> Person:
    """Somebody who has pressed Start."""
    person = market.person("Сергей")
    await market.starts(person)
    return person


async def test_start_greets_by_name_and_shows_the_rooms(market: Market) -> None:
    """A name is never markup. English for those whose client isn't Russian."""
    russian, english = market.person("<b>Серж"), market.person("John", "de")
    greeting = await market.starts(russian)
    assert "Здравствуйте, <b>Серж." in greeting.text
    assert labels(greeting) == ROOMS
    greeting = await market.starts(english)
    assert "Hello, John." in greeting.text
    assert labels(greeting) == [
        "Orders",
        "My gigs",
        "Catalogue",
        "Exchange",
        "Balance",
        "Statistics",
        "Settings",
        "Help",
    ]


async def test_every_command_answers_with_a_way_on(market: Market, seller: Person) -> None:
    """SPEC 10, and Telegram's rules on /terms and /paysupport."""
    for command in COMMANDS:
        answer = await market.says(seller, f"/{command}")
        assert labels(answer), command
    assert [len(method.commands) for method in command_lists()] == [len(COMMANDS)] * 2


async def test_the_rooms_open_in_place_of_the_menu(market: Market, seller: Person) -> None:
    """One live message, there and back."""
    menu = seller.last.id
    for room in ROOMS:
        await market.presses(seller, room)
        assert seller.last.id == menu
        await market.presses(seller, "Меню")
        assert labels(seller.last) == ROOMS
    assert seller.last.id == menu


async def test_the_operator_can_be_asked_about_the_data(market: Market, seller: Person) -> None:
    """The word is a mention that opens a chat with them."""
    answer = await market.says(seller, "/privacy")
    mention = next(entity for entity in answer.body["entities"] if entity["type"] == "text_mention")
    assert mention["user"]["id"] == 77


async def test_cancel_leaves_a_form(market: Market, seller: Person) -> None:
    """By the command or by the button; without a form it says so; a button of a form that is over does nothing."""
    assert "Отменять нечего" in (await market.says(seller, "/cancel")).text
    await market.says(seller, "/settings")
    await market.presses(seller, "Часовой пояс")
    await market.presses(seller, "Другой")
    prompt = seller.last
    assert "Вы вышли из формы" in (await market.says(seller, "/cancel")).text
    assert await market.presses(seller, "Отмена", on=prompt) == "Эта форма уже закрыта."
    await market.says(seller, "/settings")
    await market.presses(seller, "Часовой пояс")
    await market.presses(seller, "Другой")
    prompt = seller.last
    await market.presses(seller, "Отмена")
    assert "Вы вышли из формы" in seller.message(prompt.id).text
    assert "передать это некому" in (await market.says(seller, "Омск")).text


async def test_the_menu_reminds_of_an_open_form_and_loses_nothing(market: Market, seller: Person) -> None:
    """The form goes on where it was."""
    await market.says(seller, "/settings")
    await market.presses(seller, "Часовой пояс")
    await market.presses(seller, "Другой")
    menu = await market.starts(seller)
    assert "У вас открыта форма" in menu.text
    assert labels(menu) == ["Отмена", *ROOMS]
    assert "Омск (UTC+6)" in (await market.says(seller, "Омск")).text


async def test_an_unknown_link_or_command_is_answered(market: Market, seller: Person) -> None:
    """One sentence, and the menu."""
    for words, said in (("/start zzz", "Такой ссылки нет"), ("/nonsense", "Такой команды нет")):
        answer = await market.says(seller, words)
        assert said in answer.text
        assert labels(answer) == ROOMS


async def test_a_dead_button_says_so(market: Market, seller: Person) -> None:
    """Forged data, or a button of an earlier version."""
    for data in ("nonsense", "o:1:fly:0:c", "l:all:999999999999999999999:", "g:menu"):
        press = seller.press(seller.last, data=data)
        await market.settled()
        assert press.answer is not None
    press = seller.press(seller.last, data="nonsense")
    await market.settled()
    assert press.answer is not None
    assert press.answer.text == "Эта кнопка больше не действует. Откройте /start."


async def test_a_message_out_of_nowhere_gets_one_sentence(market: Market, seller: Person) -> None:
    """A sticker, a text, an album: one answer each; with open orders the question which one it is for."""
    sends: list[Callable[[], object]] = [seller.send_sticker, lambda: seller.write("Привет"), seller.send_contact]
    for send in sends:
        before = len(seller.received)
        send()
        await market.settled()
        assert len(seller.received) == before + 1
        assert "передать это некому" in seller.last.text
    before = len(seller.received)
    seller.send_album([Attachment(Kind.DOCUMENT, f"{n}.txt", b"text") for n in range(3)])
    await market.settled()
    assert len(seller.received) == before + 1
    await market.new_order(seller, market.person("Анна"))
    seller.send_sticker()
    await market.settled()
    assert labels(seller.last) == ["№1 · Логотип для кофейни"]
