"""The database: one writer, readers of their own."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path

from storage.backup import back_up
from storage.connection import Connection
from storage.inbox import InboxItem
from storage.place import judged_by_its_place
from storage.restemming import stem_anew
from storage.schema import migrate, migrations, refuse_newer, version
from storage.turn import Turn
from storage.units import ReadUnit, WriteUnit

#: Readers at once; more wait their turn. Each has a thread and a page cache (2 MB) of its own.
_READERS = 4


class Database:
    """An open SQLite file. Made by `open`, ended by `close`."""

    def __init__(self, path: Path, writer: Connection, now: Callable[[], float]) -> None:
        self._path = path
        self._writer = writer
        self._now = now
        self._turn = Turn()
        self._holder: asyncio.Task[object] | None = None
        self._is_closed = False
        self._idle_readers: list[Connection] = []
        self._readers_left = asyncio.Semaphore(_READERS)

    @classmethod
    async def open(cls, path: Path | str, *, now: Callable[[], float] = time.time) -> "Database":
        """Open the file, make its folder and schema where they are missing, and migrate an older schema.

        A backup `<name>.backup-v<old version>-<UTC>` is left beside a file that is migrated.

        Args:
            path: The file.
            now: Epoch seconds, for what storage stamps itself: forms and the names of backups.

        Raises:
            SchemaTooNew: a newer version of the bot has written the file. It is left as it is.
            UnusablePlace: no database can be kept at this path.
        """
        with judged_by_its_place():
            return await cls._open(Path(path), now)

    @classmethod
    async def _open(cls, path: Path, now: Callable[[], float]) -> "Database":
        await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
        writer = await Connection.open(path)
        try:
            known, found = migrations(), await version(writer)
            refuse_newer(found, known[-1].number)
            await writer.rows("PRAGMA synchronous = FULL")
            if 0 < found < known[-1].number:
                await back_up(writer, path, found, now())
            await writer.rows("PRAGMA journal_mode = WAL")
            await migrate(writer, known)
            await writer.rows("PRAGMA foreign_keys = ON")
            await stem_anew(writer)
        except BaseException:
            await writer.close()
            raise
        return cls(path, writer, now)

    def write(self, *, urgent: bool = False) -> AbstractAsyncContextManager[WriteUnit]:
        """One transaction that may write: committed when the block ends, rolled back when it raises or is cancelled.

        Only one is open at a time, in the order of asking, an urgent one before all that wait. If the task is cancelled
        during the COMMIT itself, the transaction may stand all the same.

        Raises:
            RuntimeError: this task has a write transaction open already, so that waiting for it would never end; or the
                database is closed.
        """
        return self._write(urgent=urgent)

    def read(self) -> AbstractAsyncContextManager[ReadUnit]:
        """One consistent snapshot, of the moment of its first query; neither waits for writers nor stops them."""
        return self._read()

    def peek(self) -> AbstractAsyncContextManager[ReadUnit]:
        """Like `read`, at half the cost, but what is awaited one after the other may be of different moments.

        What was `expect`ed together is of one moment.
        """
        return self._read(is_brief=True)

    async def receive(self, items: Sequence[InboxItem], at: int) -> tuple[InboxItem, ...]:
        """Put updates into the inbox in a transaction of its own, before others that wait.

        Gives those that were new, in their order.
        """
        async with self.write(urgent=True) as unit:
            arrival = unit.inbox.arrive(items, at)
        return arrival.new()

    async def close(self) -> None:
        """Wait for open transactions, then end. The file is left without a write-ahead log beside it."""
        async with AsyncExitStack() as everybody:
            await everybody.enter_async_context(self._turn.taken())
            for _ in range(_READERS):
                await everybody.enter_async_context(self._readers_left)
            self._is_closed = True
            while self._idle_readers:
                await self._idle_readers.pop().close()
            await self._writer.close()

    @asynccontextmanager
    async def _write(self, *, urgent: bool) -> AsyncIterator[WriteUnit]:
        task = asyncio.current_task()
        if task is not None and task is self._holder:
            raise RuntimeError("a write transaction inside another one of the same task")
        async with self._turn.taken(urgent=urgent):
            self._expect_open()
            self._holder = task
            try:
                async with _transaction(self._writer, "BEGIN IMMEDIATE"):
                    yield WriteUnit(self._writer, self._now)
            finally:
                self._holder = None

    @asynccontextmanager
    async def _read(self, *, is_brief: bool = False) -> AsyncIterator[ReadUnit]:
        async with self._readers_left:
            self._expect_open()
            connection = self._idle_readers.pop() if self._idle_readers else await self._new_reader()
            try:
                async with _transaction(connection, "BEGIN", is_brief=is_brief):
                    yield ReadUnit(connection, self._now)
            finally:
                self._idle_readers.append(connection)

    def _expect_open(self) -> None:
        if self._is_closed:
            raise RuntimeError("the database is closed")

    async def _new_reader(self) -> Connection:
        connection = await Connection.open(self._path)
        try:
            await connection.rows("PRAGMA query_only = ON")
        except BaseException:
            await connection.close()
            raise
        return connection


@asynccontextmanager
async def _transaction(connection: Connection, begin: str, *, is_brief: bool = False) -> AsyncIterator[None]:
    connection.begin(begin, is_brief=is_brief)
    try:
        yield
        await connection.commit()
    except BaseException:
        await connection.abandon()
        raise
