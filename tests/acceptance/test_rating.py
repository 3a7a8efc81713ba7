"""«Рейтинг ответственности»: what it is made of, why it fell, and an end that an operator does not let count."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from desk.order_desk import OrderDesk
from orders.commands import VoidOutcome
from orders.order import Effect, Ending
from sandbox.person import Person
from tests.acceptance.court import Court, open_court
from tests.acceptance.market import DAY, labels
from tests.acceptance.stages import NBSP, REVIEW_ASKED, fallen

REASON = "Покупатель сам просил не начинать до понедельника."
RATING, VOID, COUNT = "Рейтинг ответственности", "Не учитывать в рейтинге", "Учитывать снова"


@pytest.fixture
async def court(tmp_path: Path) -> AsyncIterator[Court]:
    """A seller, a buyer and two operators."""
    async with open_court(tmp_path) as opened:
        yield opened


async def finds_order(court: Court, who: Person) -> None:
    """An operator opens the order at the desk."""
    await court.market.says(who, "/admin")
    await court.market.presses(who, "Найти")
    await court.market.says(who, "1")


async def breaks(court: Court) -> None:
    """The seller does not start in time."""
    await court.reaches("new")
    await court.market.later(DAY)


async def has_history(court: Court, *endings: Ending) -> None:
    """More orders that have ended so, each a day earlier than the one before."""
    async with court.market.app.database.write() as unit:
        order = await unit.orders.get(1)
        assert order is not None
        for ago, ending in enumerate(endings, 1):
            ended_at = (order.ended_at or 0) - ago * DAY
            past = replace(order, status=ending.status, ending=ending, ended_at=ended_at, review=None, voided=None)
            await unit.orders.add(past)


async def test_the_seller_reads_what_the_rating_is_made_of(court: Court) -> None:
    """From the list of gigs: each order with its end, and what the next one would make of it; pages of ten."""
    await breaks(court)
    await has_history(court, *[Ending.ACCEPTED] * 11, Ending.EXCUSED, Ending.BLAMED)
    market, seller = court.market, court.seller
    await market.says(seller, "/gigs")
    await market.presses(seller, RATING)
    page = seller.last
    lines = page.text.split("\n")
    assert lines[:5] == [
        f"Рейтинг ответственности: 85{NBSP}%",
        "Учтено 13 заказов: выполнено 11, сорвано 2.",
        "",
        f"Следующий заказ выполнен — станет 86{NBSP}%",
        f"Следующий заказ сорван — станет 79{NBSP}%",
    ]
    assert lines[8:10] == [
        "❌ №1 · Автоотмена: продавец не приступил вовремя · 24 ноября",
        "✅ №2 · Покупатель принял работу · 23 ноября",
    ]
    assert len(lines) == 18
    assert labels(page)[:10] == [f"№{number}" for number in range(1, 11)]
    market.mark()
    await market.presses(seller, "Следующие")
    assert seller.message(page.id).text.endswith(
        "✅ №11 · Покупатель принял работу · 14 ноября\n✅ №12 · Покупатель принял работу · 13 ноября\n"
        "❌ №14 · Отменён по неуважительной причине · 11 ноября"
    )
    assert market.heard(seller) == []
    await market.presses(seller, "№14", on=page)
    assert "Отменён по неуважительной причине" in seller.last.text


async def test_without_orders_there_is_no_data(court: Court) -> None:
    """And what the first one would make of it."""
    await court.market.publishes_gig(court.seller)
    await court.market.says(court.seller, "/gigs")
    await court.market.presses(court.seller, RATING)
    assert court.seller.last.text.startswith(
        "Рейтинг ответственности: нет данных\nЗавершённых заказов, которые в нём учитываются, пока нет.\n\n"
        f"Следующий заказ выполнен — станет 100{NBSP}%\nСледующий заказ сорван — станет 0{NBSP}%\n"
    )


async def test_after_a_broken_order_the_seller_learns_why_it_fell(court: Court) -> None:
    """By which rule, from what to what; the next step is a button."""
    await breaks(court)
    told = court.seller.last
    assert told.text.endswith(
        f"Рейтинг ответственности снизился: 0{NBSP}%.{fallen('заказ, к которому не приступили вовремя,')}"
    )
    assert labels(told) == [RATING, "Открыть заказ №1", "Заказы"]
    await court.market.presses(court.seller, RATING, on=told)
    assert court.seller.last.text.startswith(
        f"Рейтинг ответственности: 0{NBSP}%\nУчтён 1 заказ: выполнено 0, сорвано 1."
    )


async def test_the_seller_learns_how_their_gigs_have_moved(court: Court) -> None:
    """Behind the gig of somebody who has broken nothing, and back in front of it once the end does not count."""
    rival = court.market.person("Глеб")
    await court.market.publishes_gig(rival, title="Логотип от Глеба")
    await breaks(court)
    assert court.seller.last.text.endswith("\n\nВаши кворки в каталоге:\n«Логотип для кофейни»: было место 1, стало 2")
    async with court.market.app.database.write() as unit:
        assert [await unit.catalogue.place_of(gig_id) for gig_id in (1, 2)] == [1, 2]
        desk = OrderDesk(unit, court.market.settings.policy, int(court.market.clock.now()))
        await desk.arbitrate(1, VoidOutcome(court.operator.id, REASON))
    async with court.market.app.database.read() as unit:
        assert [await unit.catalogue.place_of(gig_id) for gig_id in (1, 2)] == [2, 1]


async def test_an_operator_voids_an_end_and_lets_it_count_again(court: Court) -> None:
    """With a reason that the seller reads; the preview says from what to what; it counts nowhere meanwhile."""
    await breaks(court)
    await has_history(court, Ending.ACCEPTED)
    market, operator, seller = court.market, court.operator, court.seller
    assert await court.rating() == 50
    await finds_order(court, operator)
    await market.presses(operator, VOID)
    async with court.nothing_happens():
        await market.says(operator, "Так вышло")
        assert operator.last.text.startswith("Нужно объяснение от 20 до")
        await market.says(operator, REASON)
        assert f"Рейтинг продавца: сейчас 50{NBSP}%, станет 100{NBSP}%\nПричина:\n{REASON}" in operator.last.text
    await market.presses(operator, "Да, не учитывать")
    assert court.heard() == (
        [
            (
                "Оператор решил не учитывать этот заказ в рейтинге. "
                f"Рейтинг ответственности теперь: 100{NBSP}%. Причина:\n\n{REASON}"
            )
        ],
        [],
    )
    assert await court.rating() == 100
    assert (await court.order()).effect is None
    async with market.app.database.read() as unit:
        figures = await unit.statistics.figures(seller.id, [0, 2**40])
        assert (figures.kept, figures.broken) == (1, 0)
    assert "В рейтинге не учитывается: так решил оператор" in court.card(seller).text
    assert "Оставить отзыв" not in labels(court.card(court.buyer))
    assert await market.wrongs() == []
    async with court.nothing_happens():
        assert await market.presses(operator, VOID) == "Этот заказ уже не учитывается."

    await finds_order(court, court.second)
    assert REASON in court.second.last.text
    await market.presses(court.second, COUNT)
    assert f"Рейтинг продавца: сейчас 100{NBSP}%, станет 50{NBSP}%" in court.second.last.text
    market.mark()
    await market.presses(court.second, "Да, учитывать")
    assert court.heard() == (
        [f"Этот заказ снова учитывается в рейтинге: так решил оператор. Рейтинг ответственности теперь: 50{NBSP}%."],
        [],
    )
    assert (await court.order()).effect is Effect.BROKEN
    await market.presses(seller, "История", on=court.card(seller))
    assert f"Оператор решил не учитывать заказ в рейтинге\n{REASON}" in seller.last.text
    assert "Оператор решил снова учитывать заказ в рейтинге" in seller.last.text


async def test_who_is_an_operator_no_more_voids_nothing(court: Court) -> None:
    """Asked at the press, not when the form was opened."""
    await breaks(court)
    await finds_order(court, court.operator)
    await court.market.presses(court.operator, VOID)
    await court.market.says(court.operator, REASON)
    court.market.settings = court.market.settings.model_copy(update={"admin_ids": frozenset({court.second.id})})
    await court.market.is_down(1)
    async with court.nothing_happens():
        assert await court.market.presses(court.operator, "Да, не учитывать") != ""
    assert await court.rating() == 0


async def test_an_operator_looks_at_the_rating_of_a_seller(court: Court) -> None:
    """From the person; the orders lead to the desk's own view. Nobody else sees it so."""
    await breaks(court)
    await court.market.says(court.operator, "/admin")
    await court.market.presses(court.operator, "Найти")
    await court.market.says(court.operator, str(court.seller.id))
    await court.market.presses(court.operator, RATING)
    assert court.operator.last.text.startswith(f"Рейтинг ответственности: 0{NBSP}%")
    await court.market.presses(court.operator, "№1", on=court.operator.last)
    assert VOID in labels(court.operator.last)
    await court.forges(court.buyer, f"rt:0:{court.seller.id}:0")
    assert court.buyer.last.text.startswith("Рейтинг ответственности: нет данных")


async def test_the_audit_sees_an_end_that_counts_otherwise_than_it_should(court: Court) -> None:
    """And one that is said to be voided without a word in its history."""
    await breaks(court)
    assert await court.market.wrongs() == []
    async with court.market.app.database.write() as unit:
        unit.orders._connection.later("UPDATE orders SET voided = 'x' WHERE number = 1")
    assert sorted(await court.market.wrongs()) == [
        "order 1: it ended auto_cancelled, is voided, and counts as broken",
        "order 1: that it is voided is not what its history says",
    ]


async def test_what_the_buyer_hears_of_a_broken_order(court: Court) -> None:
    """Nothing of the seller's rating, but that a review can be left."""
    await breaks(court)
    assert court.buyer.last.text.endswith(f"Платить за заказ не нужно.{REVIEW_ASKED}")
    assert "рейтинг" not in json.dumps(court.buyer.last.body, ensure_ascii=False).lower()
