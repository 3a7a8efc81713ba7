"""The form each person is filling in."""

from collections.abc import Callable, Mapping

from storage import json_text
from storage.connection import Connection

_GET = "SELECT state, data FROM forms WHERE person_id = ?"
_SET = """
    INSERT INTO forms (person_id, state, data, updated_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (person_id) DO UPDATE
    SET state = excluded.state, data = excluded.data, updated_at = excluded.updated_at
"""
_DELETE = "DELETE FROM forms WHERE person_id = ?"


class Forms:
    """Where a person is in a form (`state`) and what they have filled in (`data`, JSON)."""

    def __init__(self, connection: Connection, now: Callable[[], float]) -> None:
        self._connection = connection
        self._now = now

    async def get(self, person_id: int) -> tuple[str | None, dict[str, object]]:
        """Without a form: None and nothing."""
        row = await self._connection.row(_GET, person_id)
        return (None, {}) if row is None else (row["state"], json_text.read_object(row["data"]))

    async def set(self, person_id: int, state: str | None, data: Mapping[str, object]) -> None:
        """What is there now, in place of what was."""
        if state is None and not data:
            self._connection.later(_DELETE, person_id)
        else:
            self._connection.later(_SET, person_id, state, json_text.write(data), int(self._now()))
