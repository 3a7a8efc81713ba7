"""The ids that a transaction gives out itself."""

from typing import NamedTuple

from storage.connection import Connection, Statement

_LAST = """
    SELECT
        (SELECT coalesce(max(id), 0) FROM facts),
        (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'outbox'),
        (SELECT coalesce(max(id), 0) FROM entries)
"""


class _Last(NamedTuple):
    fact: int
    post: int
    entry: int


class Ids:
    """Ids of facts, posts and entries, known before their rows are written, so that the writing need not be waited for.

    Nobody else writes meanwhile: what was last at the transaction's first statement is counted on from here.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._asked: Statement | None = None
        self._last: _Last | None = None

    def expect(self) -> None:
        """Ids will be needed: look with the next statement."""
        if self._asked is None:
            self._asked = self._connection.later(_LAST)

    async def facts(self, count: int) -> range:
        """The next ids of facts."""
        last = await self._read()
        self._last = last._replace(fact=last.fact + count)
        return range(last.fact + 1, last.fact + count + 1)

    async def posts(self, count: int) -> range:
        """The next ids of posts. None is ever used twice."""
        last = await self._read()
        self._last = last._replace(post=last.post + count)
        return range(last.post + 1, last.post + count + 1)

    async def entries(self, count: int) -> range:
        """The next ids of entries of the ledger."""
        last = await self._read()
        self._last = last._replace(entry=last.entry + count)
        return range(last.entry + 1, last.entry + count + 1)

    async def _read(self) -> "_Last":
        if self._last is None:
            asked = self._asked or self._connection.later(_LAST)
            ((fact, post, entry),) = await self._connection.rows_of(asked)
            self._last = _Last(fact, post, entry)
        return self._last
