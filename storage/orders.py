"""Orders and their history."""

from collections.abc import Sequence
from dataclasses import replace

from desk.ports import OrdersFilter, OrdersPage, RecordedFact, VersionConflict
from orders.facts import Fact
from orders.order import Effect, Order
from storage.connection import Connection, Row
from storage.facts import read_fact, write_fact
from storage.order_pages import QUERIES
from storage.order_row import INSERT, UPDATE, order_columns, read_order

_GET = "SELECT * FROM orders WHERE number = ?"
_RECORD = "INSERT INTO facts (order_number, at, kind, body) VALUES {} RETURNING id"
_FACT = "SELECT * FROM facts WHERE id = ?"
_HISTORY = "SELECT * FROM facts WHERE order_number = ? ORDER BY id"
_RECENT_EFFECTS = """
    SELECT effect FROM orders
    WHERE seller_id = ? AND effect IS NOT NULL
    ORDER BY ended_at DESC, number DESC
    LIMIT ?
"""
_OPEN_OF = """
    SELECT * FROM orders WHERE number IN (
        SELECT number FROM orders WHERE seller_id = ?1 AND ended_at IS NULL
        UNION ALL
        SELECT number FROM orders WHERE buyer_id = ?1 AND ended_at IS NULL
    )
    ORDER BY number
"""


class Orders:
    """`desk.ports.Orders`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        #: What this transaction has read or written last; nobody else writes meanwhile.
        self._versions: dict[int, int] = {}

    async def get(self, number: int) -> Order | None:
        """By its number."""
        row = await self._connection.row(_GET, number)
        return None if row is None else self._read(row)

    async def add(self, order: Order) -> Order:
        """The same order with its number, whatever number it had."""
        (row,) = await self._connection.rows(INSERT, *order_columns(order), order.version)
        self._versions[row["number"]] = order.version
        return replace(order, number=row["number"])

    async def save(self, order: Order) -> Order:
        """The same order in its next version. Raises: VersionConflict."""
        known = self._versions.get(order.number)
        if known is not None and known != order.version:
            raise VersionConflict
        self._connection.later(UPDATE, *order_columns(order), order.number, order.version)
        if known is None:
            ((changes,),) = await self._connection.rows("SELECT changes()")
            if not changes:
                raise VersionConflict
        saved = replace(order, version=order.version + 1)
        self._versions[order.number] = saved.version
        return saved

    async def record(self, number: int, facts: Sequence[Fact], at: int) -> tuple[int, ...]:
        """The ids of the facts."""
        if not facts:
            return ()
        values = ", ".join(["(?, ?, ?, ?)"] * len(facts))
        parameters = [value for fact in facts for value in (number, at, *write_fact(fact))]
        rows = await self._connection.rows(_RECORD.format(values), *parameters)
        return tuple(sorted(row["id"] for row in rows))

    async def fact(self, fact_id: int) -> RecordedFact | None:
        """By its id."""
        row = await self._connection.row(_FACT, fact_id)
        return None if row is None else _recorded(row)

    async def history(self, number: int) -> tuple[RecordedFact, ...]:
        """All facts of one order, oldest first."""
        return tuple(map(_recorded, await self._connection.rows(_HISTORY, number)))

    async def recent_effects(self, seller_id: int, limit: int) -> tuple[Effect, ...]:
        """How the seller's orders ended, of those that count, newest first."""
        return tuple(Effect(effect) for (effect,) in await self._connection.rows(_RECENT_EFFECTS, seller_id, limit))

    async def page(self, person_id: int, which: OrdersFilter, offset: int, limit: int) -> OrdersPage:
        """Orders in which the person is a side, and has heard of: open ones, soonest clock first, then ended ones,
        newest first."""
        queries = QUERIES[which]
        ((open_total, ended_total),) = await self._connection.rows(queries.totals, person_id)
        rows: list[Row] = []
        if offset < open_total:
            rows += await self._connection.rows(queries.open, person_id, limit, offset)
        if ended_total and len(rows) < limit:
            passed_over = max(0, offset - open_total)
            rows += await self._connection.rows(queries.ended, person_id, limit - len(rows), passed_over)
        return OrdersPage(tuple(map(self._read, rows)), open_total + ended_total)

    async def open_of(self, person_id: int) -> tuple[Order, ...]:
        """Every order that is not final in which the person is a side, by number."""
        return tuple(map(self._read, await self._connection.rows(_OPEN_OF, person_id)))

    def _read(self, row: Row) -> Order:
        order = read_order(row)
        self._versions[order.number] = order.version
        return order


def _recorded(row: Row) -> RecordedFact:
    return RecordedFact(row["id"], row["order_number"], row["at"], read_fact(row["kind"], row["body"]))
