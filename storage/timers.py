"""The timers table."""

from collections.abc import Sequence

from orders.timers import Timer, TimerKind
from storage.connection import Connection

_DELETE = "DELETE FROM timers WHERE order_number = ?"
_INSERT = 'INSERT INTO timers (order_number, kind, turn, "offset", due_at) VALUES (?, ?, ?, ?, ?)'
#: Walks the index of due times and keeps the earliest timer of each order, so that it ends after `limit` orders
#: however many are due.
_DUE_ORDERS = """
    SELECT order_number
    FROM timers AS timer INDEXED BY timers_due
    WHERE due_at <= ? AND NOT EXISTS (
        SELECT 1 FROM timers AS earlier
        WHERE earlier.order_number = timer.order_number
          AND (earlier.due_at, earlier.kind, earlier.turn, earlier."offset")
            < (timer.due_at, timer.kind, timer.turn, timer."offset")
    )
    ORDER BY due_at, order_number
    LIMIT ?
"""
_DUE_OF = """
    SELECT kind, turn, "offset", due_at FROM timers
    WHERE order_number = ? AND due_at <= ?
    ORDER BY due_at, kind, turn, "offset"
"""
_NEXT_DUE = "SELECT min(due_at) FROM timers"


class Timers:
    """`desk.ports.Timers`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def replace(self, order_number: int, timers: Sequence[Timer]) -> None:
        """These and no others are the order's timers now."""
        self._connection.later(_DELETE, order_number)
        self._connection.later_many(
            _INSERT, [(order_number, timer.kind, timer.turn, timer.offset, timer.due_at) for timer in timers]
        )

    async def due_orders(self, now: int, limit: int) -> tuple[int, ...]:
        """Numbers of orders with a timer due at or before `now`, the longest waiting first, each once."""
        return tuple(number for (number,) in await self._connection.rows(_DUE_ORDERS, now, limit))

    async def due_of(self, order_number: int, now: int) -> tuple[Timer, ...]:
        """The order's own, the longest waiting first."""
        return tuple(
            Timer(order_number=order_number, kind=TimerKind(kind), offset=offset, turn=turn, due_at=due_at)
            for kind, turn, offset, due_at in await self._connection.rows(_DUE_OF, order_number, now)
        )

    async def next_due(self) -> int | None:
        """The soonest due time of all, epoch seconds."""
        ((soonest,),) = await self._connection.rows(_NEXT_DUE)
        return None if soonest is None else int(soonest)
