"""A connection that saves thread hops: statements nobody waits for travel with the next one that somebody awaits."""

import asyncio
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiosqlite

Value = str | int | None
Row = sqlite3.Row

#: How long a statement waits for another process that holds the file (a backup, the sqlite3 shell).
BUSY_TIMEOUT_MS = 10_000
_STATEMENTS_KEPT_PREPARED = 256


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement; with `many`, `parameters` is a sequence of rows and it is run once for each."""

    sql: str
    parameters: Sequence[Any] = ()
    many: bool = False


class _Preceded(tuple[Value, ...]):
    """The parameters of a statement before which others are to be run."""

    earlier: Sequence[Statement]


class _Sqlite(sqlite3.Connection):
    """Lives on aiosqlite's thread."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        if isinstance(parameters, _Preceded):
            for earlier in parameters.earlier:
                (self.executemany if earlier.many else super().execute)(earlier.sql, earlier.parameters)
        return super().execute(sql, parameters)


class Connection:
    """One connection, and the transaction that is open on it.

    A hop to aiosqlite's thread and back costs more than most statements. So `later` only notes a statement down;
    it runs before the next `rows`, or before the COMMIT, in the order in which they were given. BEGIN is such a
    statement itself: a transaction opens with the first statement that somebody awaits.
    """

    def __init__(self, sqlite: aiosqlite.Connection) -> None:
        self._sqlite = sqlite
        self._later: list[Statement] = []
        self._has_failed = False

    @classmethod
    async def open(cls, path: Path | str) -> "Connection":
        """A connection without a transaction: what is not between `begin` and `end` commits by itself."""
        sqlite = await aiosqlite.connect(
            path, isolation_level=None, factory=_Sqlite, cached_statements=_STATEMENTS_KEPT_PREPARED
        )
        sqlite.row_factory = sqlite3.Row
        connection = cls(sqlite)
        try:
            await connection.rows(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        except BaseException:
            await sqlite.close()
            raise
        return connection

    async def close(self) -> None:
        """Ends the thread. An open transaction is rolled back."""
        await self._sqlite.close()

    def later(self, sql: str, *parameters: Value) -> None:
        """Run this before the next statement that is awaited. Its errors come with that one."""
        self._later.append(Statement(sql, parameters))

    def later_many(self, sql: str, rows: Sequence[Sequence[Value]]) -> None:
        """Like `later`, once for each row of parameters."""
        if rows:
            self._later.append(Statement(sql, rows, many=True))

    async def rows(self, sql: str, *parameters: Value) -> list[Row]:
        """Run what was left for later, then this, and give its rows."""
        carried: Iterable[Value] = parameters
        if self._later:
            preceded = _Preceded(parameters)
            preceded.earlier, self._later = self._later, []
            carried = preceded
        try:
            return await self._sqlite.execute_fetchall(sql, carried)  # type: ignore[return-value]
        except BaseException:
            self._has_failed = True
            raise

    async def row(self, sql: str, *parameters: Value) -> Row | None:
        """The first row."""
        return next(iter(await self.rows(sql, *parameters)), None)

    def begin(self, sql: str) -> None:
        """Open a transaction with this BEGIN, when its first statement is awaited."""
        self._later = [Statement(sql)]
        self._has_failed = False

    async def commit(self) -> None:
        """Run what is left and COMMIT.

        Raises:
            RuntimeError: a statement has failed and somebody has caught its error: what ran with it is incomplete.
        """
        if self._has_failed:
            raise RuntimeError("a statement of this transaction has failed: it can only be rolled back")
        if self._sqlite.in_transaction or len(self._later) > 1:
            await self.rows("COMMIT")

    async def abandon(self) -> None:
        """Roll back whatever is open. Takes its time even if cancelled: nobody may meet a half-done transaction."""
        self._later = []
        ending = asyncio.ensure_future(self._roll_back())
        cancelled: asyncio.CancelledError | None = None
        while not ending.done():
            try:
                await asyncio.shield(ending)
            except asyncio.CancelledError as error:
                cancelled = error
        ending.result()
        if cancelled is not None:
            raise cancelled

    async def _roll_back(self) -> None:
        # A statement whose caller was cancelled may still be running; after this one it is over.
        await self._sqlite.execute_fetchall("SELECT 1")
        if self._sqlite.in_transaction:
            await self._sqlite.execute_fetchall("ROLLBACK")
