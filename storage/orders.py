"""Orders and their history."""

from collections.abc import Sequence
from dataclasses import replace

from desk.ports import OrdersFilter, OrdersPage, RecordedFact, VersionConflict
from orders.facts import Fact
from orders.order import Effect, Order
from storage.connection import Connection, Row
from storage.facts import read_fact, write_fact
from storage.order_pages import PAGES, TOTALS
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
        SELECT number FROM orders WHERE seller_id = :person AND ended_at IS NULL
        UNION ALL
        SELECT number FROM orders WHERE buyer_id = :person AND ended_at IS NULL
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
