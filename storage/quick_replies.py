"""Quick replies, and the lists of them that are open in orders."""

from collections.abc import Sequence

from pydantic import TypeAdapter

from orders.content import Content
from orders.quick_reply import QuickReply
from storage.connection import Connection, Row

_CONTENT = TypeAdapter(Content)
#: So many lists of a person stay open; the oldest are closed.
_LISTS_KEPT = 20

_OF_PERSON = "SELECT * FROM quick_replies WHERE person_id = ? ORDER BY position, id"
_GET = "SELECT * FROM quick_replies WHERE id = ?"
_ADD = """
    INSERT INTO quick_replies (person_id, position, content)
    VALUES (?1, (SELECT coalesce(max(position), 0) + 1 FROM quick_replies WHERE person_id = ?1), ?2)
    RETURNING *
"""
_REPLACE = """
    INSERT INTO quick_replies (person_id, position, content)
    SELECT person_id, position, ? FROM quick_replies WHERE id = ?
    RETURNING *
"""
_REMOVE = "DELETE FROM quick_replies WHERE id = ?"
_ARRANGE = "UPDATE quick_replies SET position = ? WHERE id = ?"
_OPEN_LIST = "INSERT INTO quick_reply_lists (person_id, number) VALUES (?, ?) ON CONFLICT DO NOTHING"
_PRUNE_LISTS = """
    DELETE FROM quick_reply_lists WHERE person_id = ?1 AND number NOT IN (
        SELECT number FROM quick_reply_lists WHERE person_id = ?1 ORDER BY number DESC LIMIT ?2
    )
"""
_IS_LIST_OPEN = "SELECT 1 FROM quick_reply_lists WHERE person_id = ? AND number = ?"
_CLOSE_LIST = "DELETE FROM quick_reply_lists WHERE person_id = ? AND number = ?"


class QuickReplies:
    """`desk.ports.QuickReplies`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def of_person(self, person_id: int) -> tuple[QuickReply, ...]:
        """In the person's own order."""
        return tuple(map(_reply, await self._connection.rows(_OF_PERSON, person_id)))

    async def get(self, reply_id: int) -> QuickReply | None:
        """Unless it has been removed or replaced."""
        row = await self._connection.row(_GET, reply_id)
        return None if row is None else _reply(row)

    async def add(self, person_id: int, content: Content) -> QuickReply:
        """Below the others."""
        (row,) = await self._connection.rows(_ADD, person_id, _dumped(content))
        return _reply(row)

    async def replace(self, reply: QuickReply, content: Content) -> QuickReply:
        """A new one in its place."""
        (row,) = await self._connection.rows(_REPLACE, _dumped(content), reply.id)
        self.remove(reply)
        return _reply(row)

    def remove(self, reply: QuickReply) -> None:
        """For good."""
        self._connection.later(_REMOVE, reply.id)

    def arrange(self, replies: Sequence[QuickReply]) -> None:
        """All of a person's, in the order in which they are to stand."""
        self._connection.later_many(_ARRANGE, [(place, reply.id) for place, reply in enumerate(replies, 1)])

    def open_list(self, person_id: int, number: int) -> None:
        """One of them can be sent from this list."""
        self._connection.later(_OPEN_LIST, person_id, number)
        self._connection.later(_PRUNE_LISTS, person_id, _LISTS_KEPT)

    async def is_list_open(self, person_id: int, number: int) -> bool:
        """Whether nothing was sent from it yet, and it is not too old."""
        return await self._connection.row(_IS_LIST_OPEN, person_id, number) is not None

    def close_list(self, person_id: int, number: int) -> None:
        """One of them was sent."""
        self._connection.later(_CLOSE_LIST, person_id, number)


def _dumped(content: Content) -> str:
    return _CONTENT.dump_json(content).decode()


def _reply(row: Row) -> QuickReply:
    return QuickReply(id=row["id"], person_id=row["person_id"], content=_CONTENT.validate_json(row["content"]))
