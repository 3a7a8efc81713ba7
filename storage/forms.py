"""The form each person is filling in."""

from collections.abc import Callable, Mapping

from storage import json_text
from storage.connection import Connection, Statement

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
        #: What this transaction has read or written; nobody else writes meanwhile. The data is JSON.
        self._known: dict[int, tuple[str | None, str]] = {}
        self._expected: dict[int, Statement] = {}

    def expect(self, person_id: int) -> None:
        """Somebody will ask for this person's form: read it with the next statement."""
        if person_id not in self._known:
            self._expected[person_id] = self._connection.later(_GET, person_id)

    async def get(self, person_id: int) -> tuple[str | None, dict[str, object]]:
        """Without a form: None and nothing."""
        if person_id not in self._known:
            expected = self._expected.pop(person_id, None) or self._connection.later(_GET, person_id)
            rows = await self._connection.rows_of(expected)
            self._known[person_id] = (rows[0]["state"], rows[0]["data"]) if rows else (None, "{}")
        state, text = self._known[person_id]
        return state, json_text.read_object(text)

    async def set(self, person_id: int, state: str | None, data: Mapping[str, object]) -> None:
        """What is there now, in place of what was."""
        text = json_text.write(data)
        if state is None and not data:
            self._connection.later(_DELETE, person_id)
        else:
            self._connection.later(_SET, person_id, state, text, int(self._now()))
        self._known[person_id] = (state, text)
