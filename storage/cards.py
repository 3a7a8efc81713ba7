"""Where each side's newest order card stands."""

from orders.status import Side
from storage.connection import Connection, Statement

_GET = "SELECT message_id FROM cards WHERE order_number = ? AND side = ?"
_PUT = """
    INSERT INTO cards (order_number, side, message_id) VALUES (?, ?, ?)
    ON CONFLICT (order_number, side) DO UPDATE SET message_id = excluded.message_id
"""


class Cards:
    """The newest card of an order in each side's chat."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._expected: dict[tuple[int, Side], Statement] = {}

    def expect(self, order_number: int, side: Side) -> None:
        """Somebody will ask for it: read it with the next statement."""
        self._expected[order_number, side] = self._connection.later(_GET, order_number, side)

    async def get(self, order_number: int, side: Side) -> int | None:
        """The Telegram message id; None: none was sent yet."""
        expected = self._expected.pop((order_number, side), None) or self._connection.later(_GET, order_number, side)
        rows = await self._connection.rows_of(expected)
        return int(rows[0]["message_id"]) if rows else None

    async def put(self, order_number: int, side: Side, message_id: int) -> None:
        """This message is the newest card now."""
        self._expected.pop((order_number, side), None)
        self._connection.later(_PUT, order_number, side, message_id)
