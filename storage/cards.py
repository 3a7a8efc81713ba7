"""Where each side's newest order card stands."""

from orders.status import Side
from storage.connection import Connection

_GET = "SELECT message_id FROM cards WHERE order_number = ? AND side = ?"
_PUT = """
    INSERT INTO cards (order_number, side, message_id) VALUES (?, ?, ?)
    ON CONFLICT (order_number, side) DO UPDATE SET message_id = excluded.message_id
"""


class Cards:
    """The newest card of an order in each side's chat."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def get(self, order_number: int, side: Side) -> int | None:
        """The Telegram message id; None: none was sent yet."""
        row = await self._connection.row(_GET, order_number, side)
        return None if row is None else int(row["message_id"])

    async def put(self, order_number: int, side: Side, message_id: int) -> None:
        """This message is the newest card now."""
        self._connection.later(_PUT, order_number, side, message_id)
