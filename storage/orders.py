"""Orders and their history."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desk.ports import OrdersFilter, OrdersPage, RecordedFact, VersionConflict
from orders.facts import Fact
from orders.order import Effect, Ending, Order
from orders.rating import Outcome
from storage.catalogue import Catalogue
from storage.connection import Connection, Row, Statement, Value
from storage.facts import read_fact, write_fact
from storage.ids import Ids
from storage.order_pages import QUERIES
from storage.order_row import changed_columns, columns, read_order
from storage.outcomes import RECENT_EFFECTS
from storage.people import People

_GET = "SELECT * FROM orders WHERE number = ?"
_RECORD = "INSERT INTO facts (id, order_number, at, kind, body) VALUES (?, ?, ?, ?, ?)"
_FACT = "SELECT * FROM facts WHERE id = ?"
_HISTORY = "SELECT * FROM facts WHERE order_number = ? ORDER BY id"
_RECENT_EFFECTS = RECENT_EFFECTS.format(seller="?", limit="?")
_RECENT_OUTCOMES = """
    SELECT number, ending, effect, ended_at FROM orders
    WHERE seller_id = ?1 AND effect IS NOT NULL AND (?3 IS NULL OR (ended_at, number) < (?3, ?4))
    ORDER BY ended_at DESC, number DESC
    LIMIT ?2
"""
_OPEN_OF = """
    SELECT * FROM orders WHERE number IN (
        SELECT number FROM orders WHERE seller_id = ?1 AND ended_at IS NULL
        UNION ALL
        SELECT number FROM orders WHERE buyer_id = ?1 AND ended_at IS NULL
    )
    ORDER BY number
"""
#: Ended ones are in work no more: said so, the count is a walk through the index of open orders of the seller.
_IN_WORK_OF = """
    SELECT count(*) FROM orders
    WHERE seller_id = ? AND ended_at IS NULL AND (
        status IN ('not_started', 'in_progress')
        OR (status = 'awaiting_payment' AND placed_at > ? AND buyer_id IS NOT ?)
    )
"""
#: A moment is never negative: said so, the count is a walk through the index of open disputes.
_DISPUTED_TOTAL = "SELECT count(*) FROM orders WHERE dispute_opened_at >= 0"
_DISPUTED = """
    SELECT * FROM orders
    WHERE dispute_opened_at >= 0
    ORDER BY dispute_opened_at, number
    LIMIT ? OFFSET ?
"""


class Orders:
    """`desk.ports.Orders`.

    What this transaction has read or written is not read again: nobody else writes meanwhile.
    """

    def __init__(self, connection: Connection, ids: Ids, people: People, catalogue: Catalogue) -> None:
        self._connection = connection
        self._ids = ids
        self._people = people
        self._catalogue = catalogue
        self._known: dict[int, Order] = {}
        self._expected: dict[int, Statement] = {}
        self._expected_facts: dict[int, Statement] = {}

    def expect(self, number: int) -> None:
        """Somebody will ask for this order: read it and its sides with the next statement."""
        if number not in self._known and number not in self._expected:
            self._expected[number] = self._connection.later(_GET, number)
            self._people.expect_sides(number)

    def expect_fact(self, fact_id: int) -> None:
        """Somebody will ask for this fact: read it with the next statement."""
        self._expected_facts[fact_id] = self._connection.later(_FACT, fact_id)

    async def get(self, number: int) -> Order | None:
        """By its number."""
        if number in self._known:
            return self._known[number]
        self.expect(number)
        rows = await self._connection.rows_of(self._expected.pop(number))
        return self._read(rows[0]) if rows else None

    async def add(self, order: Order) -> Order:
        """The same order with its number, whatever number it had."""
        values = {**columns(order), "version": order.version}
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        (row,) = await self._connection.rows(
            f"INSERT INTO orders ({names}) VALUES ({marks}) RETURNING number",  # noqa: S608 - names of columns
            *values.values(),
        )
        self._tell_catalogue(order, {name: value for name, value in values.items() if value is not None})
        return self._keep(replace(order, number=row["number"]))

    async def save(self, order: Order) -> Order:
        """The same order in its next version. Raises: VersionConflict."""
        known = self._known.get(order.number)
        if known is not None and known.version != order.version:
            raise VersionConflict
        values = columns(order) if known is None else changed_columns(known, order)
        settings = "".join(f"{name} = ?, " for name in values)
        self._connection.later(
            f"UPDATE orders SET {settings}version = version + 1 WHERE number = ? AND version = ?",  # noqa: S608 - names of columns
            *values.values(), order.number, order.version,
        )  # fmt: skip
        if known is None:
            ((changes,),) = await self._connection.rows("SELECT changes()")
            if not changes:
                raise VersionConflict
        self._tell_catalogue(order, values)
        return self._keep(replace(order, version=order.version + 1))

    async def record(self, number: int, facts: Sequence[Fact], at: int) -> tuple[int, ...]:
        """The ids of the facts."""
        if not facts:
            return ()
        ids = tuple(await self._ids.facts(len(facts)))
        self._connection.later_many(
            _RECORD, [(id_, number, at, *write_fact(fact)) for id_, fact in zip(ids, facts, strict=True)]
        )
        return ids

    async def fact(self, fact_id: int) -> RecordedFact | None:
        """By its id."""
        expected = self._expected_facts.pop(fact_id, None) or self._connection.later(_FACT, fact_id)
        rows = await self._connection.rows_of(expected)
        return _recorded(rows[0]) if rows else None

    async def history(self, number: int) -> tuple[RecordedFact, ...]:
        """All facts of one order, oldest first."""
        return tuple(map(_recorded, await self._connection.rows(_HISTORY, number)))

    async def recent_effects(self, seller_id: int, limit: int) -> tuple[Effect, ...]:
        """How the seller's orders ended, of those that count, newest first."""
        return tuple(Effect(effect) for (effect,) in await self._connection.rows(_RECENT_EFFECTS, seller_id, limit))

    async def recent_outcomes(self, seller_id: int, limit: int, before: Order | None = None) -> tuple[Outcome, ...]:
        """The seller's orders that count, newest first; `before`: only those that ended before this one."""
        until = (None, None) if before is None else (before.ended_at, before.number)
        return tuple(
            Outcome(row["number"], Ending(row["ending"]), Effect(row["effect"]), row["ended_at"])
            for row in await self._connection.rows(_RECENT_OUTCOMES, seller_id, limit, *until)
        )

    async def page(self, person_id: int, which: OrdersFilter, offset: int, limit: int) -> OrdersPage:
        """Orders in which the person is a side, and has heard of: open ones, disputed ones first, then soonest clock
        first, then ended ones, newest first."""
        queries = QUERIES[which]
        ((open_total, ended_total),) = await self._connection.rows(queries.totals, person_id)
        rows: list[Row] = []
        if offset < open_total:
            rows += await self._connection.rows(queries.open, person_id, limit, offset)
        if ended_total and len(rows) < limit:
            passed_over = max(0, offset - open_total)
            rows += await self._connection.rows(queries.ended, person_id, limit - len(rows), passed_over)
        return OrdersPage(tuple(map(self._read, rows)), open_total + ended_total)

    async def disputed(self, offset: int, limit: int) -> OrdersPage:
        """Orders whose dispute waits for an operator, the longest waiting first."""
        ((total,),) = await self._connection.rows(_DISPUTED_TOTAL)
        rows = await self._connection.rows(_DISPUTED, limit, offset) if offset < total else []
        return OrdersPage(tuple(map(self._read, rows)), total)

    async def open_of(self, person_id: int) -> tuple[Order, ...]:
        """Every order that is not final in which the person is a side, by number."""
        return tuple(map(self._read, await self._connection.rows(_OPEN_OF, person_id)))

    async def in_work_of(self, seller_id: int, placed_after: int, buyer_id: int | None) -> int:
        """How many orders a seller has in work, fresh unpaid ones of other buyers than this among them."""
        ((count,),) = await self._connection.rows(_IN_WORK_OF, seller_id, placed_after, buyer_id)
        return int(count)

    def _read(self, row: Row) -> Order:
        return self._keep(read_order(dict(zip(row.keys(), row, strict=True))))

    def _tell_catalogue(self, order: Order, written: Mapping[str, Value]) -> None:
        """What the places of gigs are made of: how orders count, and what is said of them."""
        if "effect" in written:
            self._catalogue.follow_outcomes(order.seller_id)
        if "review_mood" in written and order.gig_id is not None:
            self._catalogue.follow_reviews(order.gig_id)

    def _keep(self, order: Order) -> Order:
        self._known[order.number] = order
        self._expected.pop(order.number, None)
        return order


def _recorded(row: Row) -> RecordedFact:
    return RecordedFact(row["id"], row["order_number"], row["at"], read_fact(row["kind"], row["body"]))
