"""People who have asked to be told once a seller takes orders again."""

from desk.ports import WaitingPerson
from orders.availability import PLACE_KEPT
from storage.connection import Connection

#: Whether the person `people` takes orders as a seller at the moment `?1`: what `GigDesk.availability` says of one
#: seller, for many at once. `?2`: since when an unpaid order keeps its place.
TAKES_ORDERS = """
    people.standing = 'good'
    AND (people.away_until IS NULL OR people.away_until <= ?1)
    AND (people.works_at_most IS NULL OR people.works_at_most > (
        SELECT count(*) FROM orders
        WHERE orders.seller_id = people.id AND orders.ended_at IS NULL AND (
            orders.status IN ('not_started', 'in_progress')
            OR (orders.status = 'awaiting_payment' AND orders.placed_at > ?2)
        )
    ))
"""
_ADD = """
    INSERT INTO waiting (seller_id, person_id, gig_id, asked_at) VALUES (?, ?, ?, ?)
    ON CONFLICT DO NOTHING
    RETURNING 1
"""
_TURN_TO = "UPDATE waiting SET gig_id = ? WHERE seller_id = ? AND person_id = ?"
_READY = f"""
    SELECT waiting.* FROM waiting JOIN people ON people.id = waiting.seller_id
    WHERE {TAKES_ORDERS}
    ORDER BY asked_at, person_id
    LIMIT ?3
"""  # noqa: S608 - a condition of ours
_DROP = "DELETE FROM waiting WHERE seller_id = ? AND person_id = ?"


class Waiting:
    """`desk.ports.Waiting`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, seller_id: int, person_id: int, gig_id: int, at: int) -> bool:
        """They are told once, of the gig they have asked about last; False: they have asked before."""
        if await self._connection.rows(_ADD, seller_id, person_id, gig_id, at):
            return True
        self._connection.later(_TURN_TO, gig_id, seller_id, person_id)
        return False

    async def ready(self, now: int, limit: int) -> tuple[WaitingPerson, ...]:
        """Those whose seller takes orders again, the longest waiting first."""
        rows = await self._connection.rows(_READY, now, now - PLACE_KEPT, limit)
        return tuple(WaitingPerson(row["seller_id"], row["person_id"], row["gig_id"]) for row in rows)

    def drop(self, waiting: WaitingPerson) -> None:
        """They have been told."""
        self._connection.later(_DROP, waiting.seller_id, waiting.person_id)
