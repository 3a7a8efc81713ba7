"""Which messages belong to which order, and who has been told that the other side is away."""

from collections.abc import Sequence

from desk.room import RoomMessage
from storage.connection import Connection, Row

_PUT = """
    INSERT INTO room_messages (person_id, message_id, order_number, fact_id, part, file, has_words)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (person_id, message_id) DO NOTHING
"""
_GET = "SELECT * FROM room_messages WHERE person_id = ? AND message_id = ?"
_OF_FACT = "SELECT * FROM room_messages WHERE fact_id = ? AND person_id = ? ORDER BY message_id"
#: Orders in which something said waits for a person who is away, of which the other side does not know yet.
_UNTOLD = """
    INSERT INTO room_absences (person_id, order_number)
    SELECT DISTINCT outbox.person_id, outbox.order_number
    FROM outbox JOIN facts ON facts.id = CAST(json_extract(outbox.body, '$.fact') AS INTEGER)
    WHERE outbox.person_id = ? AND outbox.state = 'held' AND outbox.kind = 'notice'
        AND facts.kind IN ('said', 'information_requested', 'information_answered')
    ON CONFLICT DO NOTHING
    RETURNING order_number
"""
_BACK = "DELETE FROM room_absences WHERE person_id = ?"


class RoomMessages:
    """`desk.ports.RoomMessages`, and what the sender needs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, messages: Sequence[RoomMessage]) -> None:
        """Remember them. What is known of a message stays: an edit of it tells nothing new."""
        self._connection.later_many(
            _PUT,
            [
                (m.person_id, m.message_id, m.order_number, m.fact_id, m.part, m.file, int(m.has_words))
                for m in messages
            ],
        )

    async def get(self, person_id: int, message_id: int) -> RoomMessage | None:
        """The order's message; None: it belongs to no order."""
        row = await self._connection.row(_GET, person_id, message_id)
        return None if row is None else _message(row)

    async def of_fact(self, fact_id: int, person_id: int) -> tuple[RoomMessage, ...]:
        """The messages of a fact in a person's chat, oldest first."""
        return tuple(map(_message, await self._connection.rows(_OF_FACT, fact_id, person_id)))

    async def untold(self, person_id: int) -> tuple[int, ...]:
        """Orders in which words wait for this absent person, and the other side is to be told so now; each once."""
        return tuple(sorted(number for (number,) in await self._connection.rows(_UNTOLD, person_id)))

    def is_back(self, person_id: int) -> None:
        """The person can be reached again: the next absence is told anew."""
        self._connection.later(_BACK, person_id)


def _message(row: Row) -> RoomMessage:
    return RoomMessage(
        person_id=row["person_id"],
        message_id=row["message_id"],
        order_number=row["order_number"],
        fact_id=row["fact_id"],
        part=row["part"],
        file=row["file"],
        has_words=bool(row["has_words"]),
    )
