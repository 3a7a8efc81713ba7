"""What a query costs must not grow with what it does not show."""

import re
import sqlite3
from collections.abc import Awaitable, Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desk.people import Person
from desk.ports import OrdersFilter
from desk.posts import Post, PostKind
from orders.catalogue import Sort, Wanted
from orders.content import Content
from orders.ledger import AccountKind, owe_back
from orders.status import Side
from storage.database import Database
from storage.units import WriteUnit
from tests.storage.money import charge, payment
from tests.storage.samples import BUYER, SELLER, order, terms

#: A virtual table that is asked for words, a row or a term, not for everything.
_IS_LOOKED_UP = re.compile(r"VIRTUAL TABLE INDEX (\d+:[M=]|[1-9]\d*:$)")
Asking = Callable[[WriteUnit], Awaitable[object]]


async def _owe_back(unit: WriteUnit) -> None:
    await unit.payments.add(payment("c1"), 5)
    await unit.ledger.write(owe_back(BUYER, charge("c1"), 1), 5)


async def _removed(unit: WriteUnit) -> None:
    category = await unit.categories.add("Дизайн", "Design")
    unit.categories.remove(category.id)


async def _happens(follow: Callable[[int], None], seller_id: int) -> None:
    follow(seller_id)


_POST = Post(person_id=1, kind=PostKind.CARD, key="card")
_QUESTIONS: dict[str, Asking] = {
    **{
        f"page of {which}": lambda unit, which=which: unit.orders.page(SELLER, which, 0, 10)  # type: ignore[misc]
        for which in OrdersFilter
    },
    "open orders": lambda unit: unit.orders.open_of(SELLER),
    "disputes": lambda unit: unit.orders.disputed(0, 10),
    "recent effects": lambda unit: unit.orders.recent_effects(SELLER, 30),
    "recent outcomes": lambda unit: unit.orders.recent_outcomes(SELLER, 31),
    "reviews of a seller": lambda unit: unit.reviews.of_seller(SELLER, 0, 5),
    "reviews of a gig": lambda unit: unit.reviews.of_gig(1, 0, 5),
    "reviews of a seller counted": lambda unit: unit.reviews.counts_of_seller(SELLER),
    "reviews of a gig counted": lambda unit: unit.reviews.counts_of_gig(1),
    "order with its sides": lambda unit: unit.orders.get(404),
    "history": lambda unit: unit.orders.history(1),
    "due orders": lambda unit: unit.timers.due_orders(5, 100),
    "due timers of an order": lambda unit: unit.timers.due_of(1, 5),
    "next due": lambda unit: unit.timers.next_due(),
    "outbox after": lambda unit: unit.outbox.after(5, 100),
    "outbox add": lambda unit: unit.outbox.add([_POST], 1),
    "outbox hold": lambda unit: unit.outbox.hold(1),
    "outbox release": lambda unit: unit.outbox.release(1),
    "inbox waiting": lambda unit: unit.inbox.waiting(),
    "inbox failed": lambda unit: unit.inbox.failed(),
    "inbox done": lambda unit: unit.inbox.done(1),
    "inbox prune": lambda unit: unit.inbox.prune(1),
    "gig by code": lambda unit: unit.gigs.by_code("code"),
    "gigs of a seller": lambda unit: unit.gigs.of_seller(SELLER),
    **{
        f"catalogue by {sort}": lambda unit, sort=sort: unit.catalogue.page(Wanted(sort=sort), "RUB", 0, 10)  # type: ignore[misc]
        for sort in Sort
    },
    "catalogue, filtered": lambda unit: unit.catalogue.page(
        Wanted(category_id=1, price_most=5, days_most=3), "RUB", 10, 10
    ),
    "search": lambda unit: unit.catalogue.page(Wanted(words="логотип для кофйени kjuj"), "RUB", 0, 10),
    "place of a gig": lambda unit: unit.catalogue.place_of(1),
    "best gigs of a seller": lambda unit: unit.catalogue.best_of(SELLER, 5),
    "new gig": lambda unit: unit.gigs.add(SELLER, "code", terms(), 1),
    "outcome": lambda unit: _happens(unit.catalogue.follow_outcomes, SELLER),
    "seller who may sell again": lambda unit: _happens(unit.catalogue.follow_seller, SELLER),
    "remembered search": lambda unit: unit.catalogue.remember(BUYER, "логотип"),
    "categories": lambda unit: unit.categories.all(),
    "removed category": _removed,
    "purses": lambda unit: unit.balances.purses(SELLER),
    **{
        f"held for a {side}": lambda unit, side=side: unit.balances.held(SELLER, side)  # type: ignore[misc]
        for side in Side
    },
    "statements": lambda unit: unit.balances.statements(SELLER, 1, 2),
    "beginning of a balance": lambda unit: unit.balances.began_at(SELLER),
    "figures of a seller": lambda unit: unit.statistics.figures(SELLER, (1, 2, 3)),
    "beginning of figures": lambda unit: unit.statistics.began_at(SELLER),
    "payouts of a person": lambda unit: unit.payouts.requested_of(SELLER),
    "message of a payout": lambda unit: unit.payouts.message(1, 2),
    "refunds of a person": lambda unit: unit.refunds.open_of(BUYER),
    "person": lambda unit: unit.people.get(1),
    "whether somebody sells": lambda unit: unit.people.is_seller(SELLER),
    "form": lambda unit: unit.forms.get(1),
    "room message": lambda unit: unit.room_messages.get(1, 2),
    "room messages of a fact": lambda unit: unit.room_messages.of_fact(1, 2),
    "untold absences": lambda unit: unit.room_messages.untold(1),
    "open album": lambda unit: unit.room_drafts.album(1),
    "draft of an album": lambda unit: unit.room_drafts.of_album(1, "7"),
    "draft": lambda unit: unit.room_drafts.get(1, 2),
    "due album": lambda unit: unit.room_drafts.due(5),
    "topic": lambda unit: unit.topics.get(1, 2),
    "order of a topic": lambda unit: unit.topics.order_of(1, 2),
    "payment": lambda unit: unit.payments.get("c1"),
    "payment told again": lambda unit: unit.payments.add(payment("c1"), 5),
    "payments of an order": lambda unit: unit.payments.of_order(1),
    "balance": lambda unit: unit.ledger.balance(AccountKind.SELLER, SELLER),
    "refund": lambda unit: unit.refunds.get(1),
    "refund of a charge": lambda unit: unit.refunds.of_charge("c1"),
    "due refunds": lambda unit: unit.refunds.due(5, 50),
    "open refunds": lambda unit: unit.refunds.open(0, 10),
    "payout": lambda unit: unit.payouts.get(1),
    "payouts that wait": lambda unit: unit.payouts.requested(0, 10),
    "latest payouts of a person": lambda unit: unit.payouts.of_person(SELLER, 10),
    "open refunds counted": lambda unit: unit.refunds.open_count(),
    "payouts that wait counted": lambda unit: unit.payouts.requested_count(),
    "entry": _owe_back,
    "quick replies": lambda unit: unit.quick_replies.of_person(SELLER),
    "new quick reply": lambda unit: unit.quick_replies.add(SELLER, Content(text="1")),
    "list of quick replies": lambda unit: unit.quick_replies.is_list_open(SELLER, 1),
}


@pytest.mark.parametrize("ask", _QUESTIONS.values(), ids=list(_QUESTIONS))
async def test_no_question_scans_a_table(database: Database, path: Path, ask: Asking) -> None:
    """As SQLite says of the statements that are really run."""
    statements: list[str] = []
    async with database.write() as unit:
        await unit.orders.add(order())
    await database._writer._sqlite.set_trace_callback(statements.append)
    async with database.write() as unit:
        await ask(unit)
        await unit.orders.page(SELLER, OrdersFilter.ALL, 10, 10)
    await database._writer._sqlite.set_trace_callback(None)  # type: ignore[arg-type]
    with closing(sqlite3.connect(path)) as by_hand:
        tables = {name for (name,) in by_hand.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        plans = [
            (statement, detail)
            for statement in statements
            if statement.lstrip().startswith(("SELECT", "INSERT", "UPDATE", "DELETE"))
            for *_, detail in by_hand.execute(f"EXPLAIN QUERY PLAN {statement}")
        ]
    assert plans
    scans = [
        plan
        for plan in plans
        if plan[1].startswith("SCAN") and plan[1].split()[1] in {*tables, "timer"} and not _IS_LOOKED_UP.search(plan[1])
    ]
    assert scans == []


async def _steps(path: Path, ask: Callable[[WriteUnit], Awaitable[object]]) -> int:
    """How many steps SQLite's machine takes."""
    database = await Database.open(path)
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    async with database.write() as unit:
        await unit.forms.get(1)
        await database._writer._sqlite.set_progress_handler(count, 1)
        await ask(unit)
        await database._writer._sqlite.set_progress_handler(None, 0)  # type: ignore[arg-type]
    await database.close()
    return steps


async def _due_among(path: Path, far: int) -> None:
    """A hundred orders with a timer due, and many with none."""
    database = await Database.open(path)
    await database.close()
    with closing(sqlite3.connect(path)) as by_hand, by_hand:
        by_hand.execute(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
            INSERT INTO timers SELECT i, 'settle', 1, 0, CASE WHEN i <= 100 THEN i ELSE 1000000 + i END FROM n
            """,
            (100 + far,),
        )


@pytest.mark.parametrize(
    "ask",
    [
        lambda unit: unit.timers.due_orders(1000, 200),
        lambda unit: unit.timers.due_orders(1000, 50),
        lambda unit: unit.timers.next_due(),
    ],
    ids=["all that are due", "some that are due", "next due"],
)
async def test_due_orders_cost_by_the_number_due(tmp_path: Path, ask: Asking) -> None:
    """The same steps whether a hundred or fifty thousand others are not due yet."""
    for far in (100, 50_000):
        await _due_among(tmp_path / f"{far}.db", far)
    assert await _steps(tmp_path / "100.db", ask) == await _steps(tmp_path / "50000.db", ask)


async def test_after_a_long_downtime_a_batch_costs_by_its_size(tmp_path: Path) -> None:
    """Everything is due; a batch is still a batch."""
    for far in (100, 20_000):
        await _due_among(tmp_path / f"{far}.db", far)

    async def ask(unit: WriteUnit) -> object:
        return await unit.timers.due_orders(10**9, 50)

    assert await _steps(tmp_path / "100.db", ask) == await _steps(tmp_path / "20000.db", ask)


async def test_what_was_expected_needs_no_second_hop(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole step goes to the thread and back twice: to ask, and to write and commit."""
    async with database.write() as unit:
        for person_id in (SELLER, BUYER):
            await unit.people.save(Person(id=person_id, first_name="Anna"), 1)
        number = (await unit.orders.add(order())).number
    hops = 0
    genuine = database._writer._sqlite.execute_fetchall

    def counted(sql: str, parameters: Iterable[Any] = ()) -> object:
        nonlocal hops
        hops += 1
        return genuine(sql, parameters)

    monkeypatch.setattr(database._writer._sqlite, "execute_fetchall", counted)
    async with database.write() as unit:
        unit.expect(person_id=1, form_of=1, order_number=number)
        assert await unit.people.get(1) is None
        await unit.forms.get(1)
        found = await unit.orders.get(number)
        assert found is not None
        assert await unit.people.get(found.seller_id) is not None
        assert await unit.people.get(found.buyer_id) is not None
        await unit.orders.save(found)
        await unit.timers.replace(number, [])
        await unit.outbox.add([_POST], 1)
        await unit.forms.set(1, "step", {})
        await unit.inbox.done(1)
    assert hops == 2
