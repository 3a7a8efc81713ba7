"""«Статистика»: the picture, the table below it, and what the operator sees (SPEC 8)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from orders.money import Money
from sandbox.chats import Message
from sandbox.person import Person
from tests.acceptance.earnings import booked, operators, plain
from tests.acceptance.market import DAY, HOUR, Market, labels, open_market
from tests.acceptance.stages import Deal
from tests.handlers.screens import table_of

TENTH = 1_000
NBSP = "\N{NO-BREAK SPACE}"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A bot that takes Stars and keeps a tenth."""
    async with open_market(tmp_path, payments="stars", commission_percent="10", admin_ids="900,901") as fresh:
        yield fresh


async def sold(market: Market, seller: Person, *buyers: Person, stars: int = 1_000) -> None:
    """An order for each buyer, done at once."""
    for buyer in buyers:
        await booked(market, seller, buyer, Money(stars, "XTR"), commission=TENTH)


async def knows(market: Market, who: Person, **settings: Any) -> None:
    """What somebody has chosen in «Настройки»."""
    async with market.app.database.write() as unit:
        known = await unit.people.get(who.id)
        assert known is not None
        await unit.people.save(replace(known, **settings), 1)


def words(message: Message) -> list[str]:
    """The lines under a picture or of a list, with breakable spaces."""
    return [line for line in plain(message).split("\n") if line]


async def picture_of(market: Market, message: Message) -> bytes:
    """The file that it shows."""
    assert message.kind == "photo"
    file = await market.app.bot.get_file(message.body["photo"][-1]["file_id"])
    content = await market.app.bot.download(file)
    assert content is not None
    return content.read()


def table(message: Message) -> dict[str, str]:
    """The first table of a message."""
    rows = [[cell.replace(NBSP, " ") for cell in row] for row in table_of(message.body)]
    return {label: value for label, value in rows}  # noqa: C416 - each row has two cells


async def test_who_has_sold_nothing_is_told_what_will_be_here(market: Market, seller: Person) -> None:
    """Without a picture, and with a way on."""
    await market.starts(seller)
    assert "Пока пусто" in (await market.says(seller, "/stats")).text
    assert labels(seller.last) == ["Мои кворки", "Меню"]
    await market.presses(seller, "Меню", on=seller.last)
    await market.presses(seller, "Статистика", on=seller.last)
    assert "Пока пусто" in seller.last.text


async def test_the_figures_come_as_a_picture_with_words(market: Market, seller: Person, buyer: Person) -> None:
    """The period changes in the same message; the table stands below, in the view that the person likes."""
    await market.starts(seller)
    await sold(market, seller, buyer, buyer, market.person("Вера"))
    await market.says(seller, "/stats")
    picture = seller.last
    assert (await picture_of(market, picture)).startswith(PNG)
    before = picture.body["photo"][-1]["file_id"]
    assert words(picture) == [
        "Статистика",
        "декабрь 2025 – ноябрь 2026",
        "Рейтинг по последним заказам: 100 % (3 из 3)",
        "Заработано: 2 700 ⭐",
        "Заказов выполнено: 3",
        "Отменено без вреда рейтингу: 0",
        "Сорвано: 0",
        "Сдано в срок: 100 % (3 из 3)",
        "От оплаты до начала, медиана: 0 мин.",
        "Покупателей с двумя заказами и больше: 50 % (1 из 2)",
    ]
    assert labels(picture) == ["• 12 месяцев", "Этот год", "Всё время", "Рейтинг ответственности", "Таблицей", "Меню"]

    assert await market.presses(seller, "Этот год", on=picture) == "Рисую, это займёт пару секунд."
    changed = seller.message(picture.id)
    assert seller.last.id == picture.id
    assert words(changed)[1] == "январь 2026 – ноябрь 2026"
    assert changed.body["photo"][-1]["file_id"] != before

    await market.presses(seller, "Рейтинг ответственности", on=changed)
    assert "№1" in labels(seller.last)

    await market.presses(seller, "Таблицей", on=changed)
    shown = seller.last
    assert table(shown)["Заработано"] == "2 700 ⭐"
    await market.presses(seller, "Всё время", on=shown)
    assert "ноябрь 2026" in str(seller.message(shown.id).body["rich_message"]["blocks"][0])
    await market.presses(seller, "Списком", on=seller.message(shown.id))
    assert words(seller.message(shown.id))[-2:] == ["ноябрь: 2 700 ⭐", "Покупатель принял работу: 3"]


async def test_months_are_those_of_the_reader(market: Market, seller: Person, buyer: Person) -> None:
    """An hour before midnight in Moscow it is the next month in Vladivostok; months with nothing stand with a zero."""
    await market.starts(seller)
    await market.later(7 * DAY + 11 * HOUR)  # 30 November, 23:00 in Moscow
    await sold(market, seller, buyer)
    await market.says(seller, "/stats")
    await market.presses(seller, "Таблицей", on=seller.last)
    await market.presses(seller, "Списком", on=seller.last)
    assert [line for line in words(seller.last) if line.startswith(("октябрь", "ноябрь"))] == [
        "октябрь: 0 ⭐",
        "ноябрь: 900 ⭐",
    ]
    await knows(market, seller, timezone=ZoneInfo("Asia/Vladivostok"))
    await market.says(seller, "/stats")
    assert words(seller.last)[1] == "январь 2026 – декабрь 2026"


async def test_a_time_without_orders_says_so(market: Market, seller: Person, buyer: Person) -> None:
    """A year later the last twelve months are empty; all time still has what was earned, by year."""
    await market.starts(seller)
    await sold(market, seller, buyer)
    await market.later(400 * DAY)
    await market.says(seller, "/stats")
    assert words(seller.last)[:5] == [
        "Статистика",
        "январь 2027 – декабрь 2027",
        "За это время ни одного оплаченного заказа не было.",
        "Рейтинг по последним заказам: 100 % (1 из 1)",
        "Заработано: 0 ⭐",
    ]
    await market.presses(seller, "Таблицей", on=seller.last)
    await market.presses(seller, "Всё время", on=seller.last)
    await market.presses(seller, "Списком", on=seller.last)
    assert words(seller.last)[-3:] == ["2026: 900 ⭐", "2027: 0 ⭐", "Покупатель принял работу: 1"]


async def test_two_quick_presses_bring_one_picture(market: Market, seller: Person, buyer: Person) -> None:
    """The first is still being drawn when the second comes."""
    await market.starts(seller)
    await sold(market, seller, buyer)
    seller.write("/stats")
    seller.write("/stats")
    await market.settled()
    assert sum(message.kind == "photo" for message in seller.received) == 1


async def test_where_nothing_can_be_drawn_the_words_come(
    market: Market, seller: Person, buyer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same figures and buttons, without a picture."""
    await market.starts(seller)
    await sold(market, seller, buyer)
    monkeypatch.setattr("bot.painter.sys.executable", "/nowhere/python")
    await market.says(seller, "/stats")
    assert seller.last.kind == "text"
    assert "Заработано: 900 ⭐" in words(seller.last)
    assert labels(seller.last) == [
        "• 12 месяцев",
        "Этот год",
        "Всё время",
        "Рейтинг ответственности",
        "Таблицей",
        "Меню",
    ]


async def test_the_operator_sees_everybody(market: Market, seller: Person, buyer: Person) -> None:
    """With what the bot has kept; nobody else does, not by a forged button either."""
    operator, _ = await operators(market)
    for who in (seller, buyer):
        await market.starts(who)
    await sold(market, seller, buyer)
    await sold(market, buyer, seller, stars=500)
    await market.says(operator, "/admin")
    await market.presses(operator, "Статистика", on=operator.last)
    shown = words(operator.last)
    assert shown[0] == "Статистика всех продавцов"
    assert shown[2:5] == [
        "Выполнено из учтённых в рейтинге: 100 % (2 из 2)",
        "Продавцы заработали: 1 350 ⭐",
        "Ваша комиссия: 150 ⭐",
    ]
    await market.presses(operator, "Таблицей", on=operator.last)
    assert table(operator.last)["Продавцы заработали"] == "1 350 ⭐"
    market.mark()
    for forged in ("stp:months:1", "stt:months:list:1:1"):
        press = seller.press(seller.last, data=forged)
        await market.settled()
        assert press.answer is not None
        assert "Эта кнопка больше не действует" in press.answer.text
    assert market.heard(seller) == []


async def test_direct_payment_is_said_as_such(tmp_path: Path) -> None:
    """The price of an accepted order counts, and the words say what it is; English reads the same."""
    async with open_market(tmp_path, payments="direct") as market:
        seller, buyer = market.person("Сергей"), market.person("Борис")
        await Deal(market, seller, buyer).reaches("completed")
        await knows(market, seller, language="en")
        await market.says(seller, "/stats")
        assert words(seller.last)[:5] == [
            "Statistics",
            "December 2025 – November 2026",
            "Rating by the last orders: 100 % (1 of 1)",
            "Earned: 1,500 ₽",
            "Of it directly, by the prices of accepted orders: 1,500 ₽",
        ]
