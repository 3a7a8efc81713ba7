"""The ids that a transaction gives out itself."""

from storage.connection import Connection, Statement

_LAST = """
    SELECT
        (SELECT coalesce(max(id), 0) FROM facts),
        (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'outbox')
"""


class Ids:
    """Ids of facts and posts, known before their rows are written, so that the writing need not be waited for.

    Nobody else writes meanwhile: what was last at the transaction's first statement is counted on from here.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._asked: Statement | None = None
        self._last: tuple[int, int] | None = None

    def expect(self) -> None:
        """Ids will be needed: look with the next statement."""
        if self._asked is None:
            self._asked = self._connection.later(_LAST)

    async def facts(self, count: int) -> range:
        """The next ids of facts."""
        fact, post = await self._read()
        self._last = (fact + count, post)
        return range(fact + 1, fact + count + 1)

    async def posts(self, count: int) -> range:
        """The next ids of posts. None is ever used twice."""
        fact, post = await self._read()
        self._last = (fact, post + count)
        return range(post + 1, post + count + 1)

    async def _read(self) -> tuple[int, int]:
        if self._last is None:
            asked = self._asked or self._connection.later(_LAST)
            ((fact, post),) = await self._connection.rows_of(asked)
            self._last = (fact, post)
        return self._last
