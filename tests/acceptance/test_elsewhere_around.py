"""What else shows an order whose seller is alone in it: brief, files, calendar, topics, the operator's desk."""

from pathlib import Path

import pytest

from sandbox.files import Kind
from sandbox.person import Attachment, Person
from tests.acceptance.alone import Alone
from tests.acceptance.market import DAY, HOUR, Market, labels, open_market
from tests.acceptance.test_history_export import downloaded


@pytest.fixture
def alone(market: Market) -> Alone:
    """The seller's order."""
    return Alone(market, market.person("Вера"))


async def test_the_brief_is_what_the_seller_has_noted(alone: Alone, market: Market) -> None:
    """Or it says that nothing was."""
    await alone.adds(notes="Синий фон")
    await alone.presses("Задание")
    assert any("Синий фон" in text for text in alone.heard()[-2:])
    assert alone.seller.last.text == "Это всё задание заказа №1."


async def test_without_notes_the_brief_says_so(alone: Alone, market: Market) -> None:
    """There is no description either."""
    await alone.adds()
    await alone.presses("Задание")
    assert alone.seller.last.text == "Задания и заметок у этого заказа нет."


async def test_an_album_of_notes_is_answered_once(alone: Alone, market: Market) -> None:
    """And all of it is kept."""
    await alone.fills(title="Баннер для группы", counterpart="", price="3000", term="", until="5 дней")
    market.mark()
    alone.seller.send_album([Attachment(Kind.PHOTO, name, name.encode()) for name in ("1.png", "2.png")])
    await market.settled()
    assert len(alone.heard()) == 1
    await market.presses(alone.seller, "Готово")
    await market.presses(alone.seller, "Добавить", on="Так заказ будет записан")
    (answer,) = (await alone.order()).brief
    assert len(answer.content.files) == 2


async def test_the_page_of_it_names_whom_the_seller_has_named(alone: Alone, market: Market) -> None:
    """And marks what the seller noted."""
    await alone.adds()
    await alone.presses("Работа сдана")
    await alone.presses("История")
    await market.presses(alone.seller, "Скачать HTML")
    page = await downloaded(market, alone.seller.last)
    assert "Анна, Kwork" in page
    assert page.count("внесено продавцом") == 1
    assert "Что заказано" not in page


async def test_a_calendar_promises_nothing_that_the_bot_does_not_do(alone: Alone, market: Market) -> None:
    """The due time is in it, and no cancelling by itself."""
    await alone.adds(until="5 дней")
    await alone.presses("В календарь")
    file = (await downloaded(market, alone.seller.last)).replace("\r\n ", "")
    assert "Заказ №1: сдать работу" in file
    assert "сам бот ничего не отменит" in file


async def test_the_operator_sees_that_nobody_is_on_the_other_side(tmp_path: Path) -> None:
    """No button leads to nobody."""
    async with open_market(tmp_path, admin_ids="1001") as market:
        operator = market.person("Ольга")
        await market.starts(operator)
        await Alone(market, market.person("Вера")).adds()
        await market.says(operator, "/admin")
        await market.presses(operator, "Найти")
        await market.says(operator, "1")
        assert "Покупатель: Анна, Kwork, не в боте" in operator.last.text
        assert "Покупатель" not in labels(operator.last)
        assert "Продавец" in labels(operator.last)


async def test_with_topics_it_has_one_for_its_seller(tmp_path: Path) -> None:
    """Nobody else is written to."""
    async with open_market(tmp_path, switches=("topics",)) as market:
        alone = await Alone(market, market.person("Вера")).adds()
        market.mark()
        await alone.presses("Работа сдана")
        assert alone.heard()
        await market.later(10 * DAY)
        assert "Время на проверку вышло." in alone.heard()[-1]
        assert alone.card().thread_id == alone.seller.topic("№1")


async def test_a_seller_who_is_away_is_not_waited_for_and_loses_nothing(alone: Alone, market: Market) -> None:
    """The order stays as it is while they have blocked the bot, and when they are back they are told."""
    await alone.adds(term="3", until="5 ч")
    alone.seller.block()
    await market.later(2 * DAY)
    alone.seller.unblock()
    await market.settled()
    await market.says(alone.seller, "/orders")
    order = await alone.order()
    assert (order.ended_at, order.overdue_told) == (None, True)


async def test_after_downtime_only_what_is_still_true_is_said(alone: Alone, market: Market) -> None:
    """That the time to start is over, once; no warning of it."""
    await alone.adds(term="3", until="5 ч")
    market.mark()
    await market.is_down(DAY)
    await market.later(HOUR)
    told = alone.heard()
    assert len(told) == 1
    assert told[0].startswith("Время на начало вышло.")


async def test_in_english_it_is_the_same(market: Market, buyer: Person) -> None:
    """From the form to the buyer who joins."""
    seller = market.person("Vera", language="en")
    await market.presses_or_says(seller, "/orders")
    await market.presses(seller, "Add an order")
    await market.says(seller, "A banner", "Anna, Fiverr", "50 $")
    await market.presses(seller, "In progress")
    await market.says(seller, "5 days")
    await market.presses(seller, "Skip")
    assert "the bot itself cancels and accepts nothing" in seller.last.text
    await market.presses(seller, "Add", on="This is how")
    await market.presses(seller, "Work delivered")
    assert "Delivered; your clock stands still." in seller.last.text
    await market.presses(seller, "Invite the buyer")
    payload = seller.last.text.rsplit("start=", 1)[1]
    await market.starts(buyer, payload)
    await market.presses(buyer, "Присоединиться")
    assert "is in the order now" in " ".join(market.heard(seller))
