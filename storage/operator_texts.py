"""Texts that the operator has written anew, in place of the bot's own."""

from pydantic import TypeAdapter

from orders.content import Content
from storage.connection import Connection

_CONTENT: TypeAdapter[Content] = TypeAdapter(Content)
_GET = "SELECT content FROM operator_texts WHERE name = ? AND language = ?"
_PUT = """
    INSERT INTO operator_texts (name, language, content, changed_at, changed_by) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (name, language) DO UPDATE
    SET content = excluded.content, changed_at = excluded.changed_at, changed_by = excluded.changed_by
"""
_DROP = "DELETE FROM operator_texts WHERE name = ? AND language = ?"


class OperatorTexts:
    """`desk.ports.OperatorTexts`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def get(self, name: str, language: str) -> Content | None:
        """None: the bot's own text stands."""
        row = await self._connection.row(_GET, name, language)
        return None if row is None else _CONTENT.validate_json(row["content"])

    def put(self, name: str, language: str, content: Content, at: int, by: int) -> None:
        """It reads so from now on."""
        self._connection.later(_PUT, name, language, _CONTENT.dump_json(content).decode(), at, by)

    def drop(self, name: str, language: str) -> None:
        """The bot's own text stands again."""
        self._connection.later(_DROP, name, language)
