"""«Сроки в календарь»: the file that a calendar takes in, read back (SPEC 3)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from sandbox.chats import Message
from sandbox.person import Person
from tests.acceptance.market import DAY, MONDAY_NOON, Market, labels, open_market
from tests.acceptance.stages import Deal


@pytest.fixture
def deal(market: Market, seller: Person, buyer: Person) -> Deal:
    """Of these two."""
    return Deal(market, seller, buyer)


async def file_of(market: Market, message: Message) -> bytes:
    """What it brought."""
    assert message.kind == "document"
    file = await market.app.bot.get_file(message.body["document"]["file_id"])
    content = await market.app.bot.download(file)
    assert content is not None
    return content.read()


async def events(market: Market, who: Person) -> list[Component]:
    """Of the newest file, as a calendar reads it."""
    content = await file_of(market, who.last)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = Calendar.from_ical(content)
    assert (str(calendar["version"]), str(calendar["method"])) == ("2.0", "PUBLISH")
    assert "prodid" in calendar
    return calendar.walk("VEVENT")


def titles(found: list[Component]) -> list[str]:
    """In the order of the file."""
    return [str(event["summary"]) for event in found]


async def takes(market: Market, who: Person) -> list[Component]:
    """Through «Заказы»."""
    await market.says(who, "/orders")
    assert await market.presses(who, "Сроки в календарь", on=who.last) == "Файл сейчас придёт"
    return await events(market, who)


async def test_each_side_gets_the_deadlines_of_its_orders(deal: Deal, seller: Person, buyer: Person) -> None:
    """Whose it is stands in the title; the moment is UTC; an hour before it there is an alarm; the link leads back."""
    market = deal.market
    await deal.reaches("fresh")
    (event,) = await takes(market, seller)
    assert str(event["summary"]) == "Заказ №1: сдать работу"
    assert event.decoded("dtstart") == datetime.fromtimestamp(MONDAY_NOON + 3 * DAY, UTC)
    assert event.decoded("dtstamp") == datetime.fromtimestamp(MONDAY_NOON, UTC)
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == -timedelta(hours=1)
    assert seller.last.body["document"]["file_name"] == "vsrok.ics"
    assert "1 срок. Откройте файл" in seller.last.text
    link = str(event["url"])
    assert str(event["description"]).split("\n") == [
        "Логотип для кофейни",
        "Срок сдачи. После него покупатель может отменить заказ одной кнопкой.",
        link,
    ]
    assert buyer.profile.first_name not in str(event)

    await market.starts(seller, link.split("start=")[1])
    assert "Статус: В работе" in seller.last.text
    assert titles(await takes(market, buyer)) == ["Заказ №1: продавец должен сдать работу"]


async def test_taken_in_again_an_event_moves_and_is_not_doubled(deal: Deal, seller: Person) -> None:
    """The same UID, a greater SEQUENCE, whatever clock runs by then."""
    market = deal.market
    await deal.reaches("new")
    (start,) = await takes(market, seller)
    await market.starts_work(seller)
    (due,) = await takes(market, seller)
    await deal.does("ask to wait")
    await market.presses(deal.buyer, "Подожду")
    (later,) = await takes(market, seller)
    assert str(start["uid"]) == str(due["uid"]) == str(later["uid"])
    sequences = [event.decoded("sequence") for event in (start, due, later)]
    assert sequences == sorted(set(sequences))
    assert titles([start, due, later]) == [
        "Заказ №1: приступить к работе",
        "Заказ №1: сдать работу",
        "Заказ №1: сдать работу",
    ]
    assert due.decoded("dtstart") < later.decoded("dtstart")


@pytest.mark.parametrize(
    ("stage", "sellers", "buyers"),
    [
        ("unpaid", [], ["оплатить"]),
        ("new", ["приступить к работе"], ["продавец должен приступить"]),
        ("overdue", ["сдать работу"], ["продавец должен сдать работу"]),
        ("review", ["покупатель проверяет работу"], ["проверить работу"]),
        ("seller asks", ["ответ на вашу просьбу об отмене"], ["ответить на просьбу об отмене"]),
        ("buyer asks", ["ответить на просьбу об отмене"], ["ответ на вашу просьбу об отмене"]),
        ("completed", [], []),
    ],
)
async def test_every_stage_has_its_deadline(deal: Deal, stage: str, sellers: list[str], buyers: list[str]) -> None:
    """Where none runs for somebody, they are told so, and no file comes. A frozen term is no deadline."""
    await deal.reaches(stage)
    for who, expected in ((deal.seller, sellers), (deal.buyer, buyers)):
        if expected:
            assert titles(await takes(deal.market, who)) == [f"Заказ №1: {words}" for words in expected]
            continue
        await deal.market.says(who, "/start")
        before = who.last.id
        assert "ни один срок не идёт" in await deal.forges(who, "cal:0")
        assert who.last.id == before


async def test_a_card_sends_its_own_deadline(deal: Deal, seller: Person, buyer: Person) -> None:
    """By a button that goes with the last clock; an old card says why there is nothing any more."""
    market = deal.market
    await deal.reaches("review")
    card = deal.card(buyer)
    await market.presses(buyer, "В календарь", on=card)
    (event,) = await events(market, buyer)
    assert str(event["summary"]) == "Заказ №1: проверить работу"
    assert buyer.last.body["document"]["file_name"] == "order-1.ics"
    await market.presses(buyer, "Принять работу")
    assert "В календарь" not in labels(deal.card(buyer))
    assert await deal.forges(buyer, "cal:1") == "У этого заказа сейчас ни один срок не идёт."


async def test_a_disputed_order_has_no_deadline(tmp_path: Path) -> None:
    """All its clocks stand still until the arbiter decides."""
    async with open_market(tmp_path, admin_ids="900") as market:
        deal = Deal(market, market.person("Сергей"), market.person("Анна"))
        await deal.reaches("work")
        await market.presses(deal.seller, "Позвать арбитра", on=deal.card(deal.seller))
        await market.says(deal.seller, "Покупатель требует того, о чём мы не договаривались, рассудите нас.")
        await market.presses(deal.seller, "Отправить арбитру", on=deal.seller.last)
        assert "В календарь" not in labels(deal.card(deal.seller))
        assert await deal.forges(deal.seller, "cal:1") == "У этого заказа сейчас ни один срок не идёт."


async def test_a_stranger_gets_no_file_and_no_order(deal: Deal) -> None:
    """Neither by a forged button nor by a link; nor by a link that is none."""
    market, stranger = deal.market, deal.market.person("Чужой")
    await deal.reaches("fresh")
    await market.starts(stranger)
    assert "Такого заказа" in await deal.forges(stranger, "cal:1")
    for payload in ("n_1", "n_", "n_x", f"n_{10**30}"):
        assert "Такого заказа" in (await market.starts(stranger, payload)).text


async def test_a_long_title_is_folded_and_english_reads_the_same(market: Market, buyer: Person) -> None:
    """Commas, semicolons and line ends of people stay what they are."""
    seller = market.person("Sally")
    title = "Логотип, визитка; бланк и ещё много чего \\ очень длинное название"
    await market.new_order(seller, buyer, title=title)
    (event,) = await takes(market, seller)
    assert str(event["description"]).startswith(f"{title}\n")
    async with market.app.database.write() as unit:
        known = await unit.people.get(seller.id)
        assert known is not None
        await unit.people.save(replace(known, language="en"), 1)
    await market.says(seller, "/orders")
    await market.presses(seller, "Deadlines to calendar", on=seller.last)
    assert titles(await events(market, seller)) == ["Order #1: start work"]
