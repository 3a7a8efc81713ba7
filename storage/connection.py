"""A connection that saves thread hops: statements travel together to aiosqlite's thread and back."""

import asyncio
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import aiosqlite

Value = str | int | None
Row = sqlite3.Row

#: How long a statement waits for another process that holds the file (a backup, the sqlite3 shell).
BUSY_TIMEOUT_MS = 10_000
_STATEMENTS_KEPT_PREPARED = 256


class Statement:
    """A statement on its way, and what came of it."""

    __slots__ = ("many", "parameters", "rows", "sql")

    def __init__(self, sql: str, parameters: Sequence[Any], *, many: bool = False) -> None:
        self.sql = sql
        #: With `many`, a sequence of rows: the statement is run once for each.
        self.parameters = parameters
        self.many = many
        #: None: it has not been run yet.
        self.rows: list[Row] | None = None


class _Last(tuple[Value, ...]):
    """The parameters of a statement before which others are to be run."""

    earlier: Sequence[Statement]


class _Sqlite(sqlite3.Connection):
    """Lives on aiosqlite's thread."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        if isinstance(parameters, _Last):
            for earlier in parameters.earlier:
                if earlier.many:
                    self.executemany(earlier.sql, earlier.parameters)
                else:
                    earlier.rows = super().execute(earlier.sql, earlier.parameters).fetchall()
        return super().execute(sql, parameters)


class Connection:
    """One connection, and the transaction that is open on it.

    A hop to aiosqlite's thread and back costs ten times what most statements cost. So statements gather here, and go
    together, in the order in which they were given, when the answer of one is awaited or the transaction is committed.
    """

    def __init__(self, sqlite: aiosqlite.Connection) -> None:
        self._sqlite = sqlite
        self._gathered: list[Statement] = []
        self._begin: str | None = None
        self._is_brief = False
        self._has_failed = False

    @classmethod
    async def open(cls, path: Path | str) -> "Connection":
        """A connection without a transaction: what is not between `begin` and `commit` commits by itself."""
        return await cls._open(path)

    @classmethod
    async def open_existing(cls, path: Path) -> "Connection":
        """Like `open`, to read a file that has to be there. A read-only one would leave a log beside it at its end."""
        connection = await cls._open(_existing(path), uri=True)
        try:
            await connection.rows("PRAGMA query_only = ON")
        except BaseException:
            await connection.close()
            raise
        return connection

    @classmethod
    async def _open(cls, path: Path | str, *, uri: bool = False) -> "Connection":
        sqlite = await aiosqlite.connect(
            path, isolation_level=None, factory=_Sqlite, cached_statements=_STATEMENTS_KEPT_PREPARED, uri=uri
        )
        sqlite.row_factory = Row
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

    def later(self, sql: str, *parameters: Value) -> Statement:
        """Run this with the next statement that is awaited; its errors come with that one."""
        statement = Statement(sql, parameters)
        self._gathered.append(statement)
        return statement

    def later_many(self, sql: str, rows: Sequence[Sequence[Value]]) -> None:
        """Like `later`, once for each row of parameters."""
        if rows:
            self._gathered.append(Statement(sql, rows, many=True))

    async def rows(self, sql: str, *parameters: Value) -> list[Row]:
        """Run what has gathered, then this, and give its rows."""
        return await self.rows_of(self.later(sql, *parameters))

    async def row(self, sql: str, *parameters: Value) -> Row | None:
        """The first row."""
        return next(iter(await self.rows(sql, *parameters)), None)

    async def rows_of(self, statement: Statement) -> list[Row]:
        """The rows of what was given to `later`. Raises: RuntimeError where it went down with another statement."""
        if statement.rows is None:
            await self._run()
        if statement.rows is None:
            raise RuntimeError("a statement before this one has failed")
        return statement.rows

    def begin(self, sql: str, *, is_brief: bool = False) -> None:
        """Open a transaction with this BEGIN, together with its first statement.

        A brief one ends with the statements that travel together; the next ones make another of their own.
        """
        self._gathered = []
        self._begin = sql
        self._is_brief = is_brief
        self._has_failed = False

    async def commit(self) -> None:
        """Run what has gathered and COMMIT.

        Raises:
            RuntimeError: a statement has failed and somebody has caught its error: what ran with it is incomplete.
        """
        if self._has_failed:
            raise RuntimeError("a statement of this transaction has failed: it can only be rolled back")
        if self._gathered or self._sqlite.in_transaction:
            if not self._is_brief:
                self.later("COMMIT")
            await self._run()
        self._begin = None

    async def abandon(self) -> None:
        """Roll back whatever is open. Takes its time even if cancelled: nobody may meet a half-done transaction."""
        self._gathered = []
        self._begin = None
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

    async def _run(self) -> None:
        gathered, self._gathered = self._gathered, []
        if self._begin is not None:
            gathered.insert(0, Statement(self._begin, ()))
        if self._is_brief:
            gathered.append(Statement("COMMIT", ()))
        else:
            self._begin = None
        if gathered[-1].many:
            gathered.append(Statement("SELECT 1", ()))
        last = gathered.pop()
        parameters = _Last(last.parameters)
        parameters.earlier = gathered
        try:
            last.rows = list(await self._sqlite.execute_fetchall(last.sql, parameters))
        except BaseException:
            self._has_failed = True
            raise

    async def _roll_back(self) -> None:
        # A statement whose caller was cancelled may still be running; after this one it is over.
        await self._sqlite.execute_fetchall("SELECT 1")
        if self._sqlite.in_transaction:
            await self._sqlite.execute_fetchall("ROLLBACK")


def _existing(path: Path) -> str:
    return f"{path.absolute().as_uri()}?mode=rw"
