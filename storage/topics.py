"""Which topic of a person's chat is which order's."""

from desk.topics import Topic
from storage.connection import Connection, Row

_GET = "SELECT * FROM topics WHERE person_id = ? AND order_number = ?"
_OF_THREAD = "SELECT order_number FROM topics WHERE person_id = ? AND thread_id = ?"
_PUT = """
    INSERT INTO topics (person_id, order_number, thread_id, name, is_closed) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (person_id, order_number) DO UPDATE
    SET thread_id = excluded.thread_id, name = excluded.name, is_closed = excluded.is_closed
"""
_FORGET = "DELETE FROM topics WHERE person_id = ? AND order_number = ?"


class Topics:
    """`desk.ports.Topics`, and what the sender needs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def get(self, person_id: int, order_number: int) -> Topic | None:
        """The topic of the order in this person's chat; None: none was made yet, or it is gone."""
        row = await self._connection.row(_GET, person_id, order_number)
        return None if row is None else _topic(row)

    async def order_of(self, person_id: int, thread_id: int) -> int | None:
        """The order whose topic this is; None: the topic is no order's."""
        row = await self._connection.row(_OF_THREAD, person_id, thread_id)
        return None if row is None else int(row["order_number"])

    def put(self, topic: Topic) -> None:
        """So it is now."""
        self._connection.later(
            _PUT, topic.person_id, topic.order_number, topic.thread_id, topic.name, int(topic.is_closed)
        )

    def forget(self, topic: Topic) -> None:
        """It is gone: the next message about the order makes a new one."""
        self._connection.later(_FORGET, topic.person_id, topic.order_number)


def _topic(row: Row) -> Topic:
    return Topic(
        person_id=row["person_id"],
        order_number=row["order_number"],
        thread_id=row["thread_id"],
        name=row["name"],
        is_closed=bool(row["is_closed"]),
    )
