"""Processes as the test sees them: born, struck, ended, born again."""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.crash.wish import Wish

#: A process that was asked to stop may take so long. It takes a tenth of that where nothing else runs.
STOPS_WITHIN = 5.0


class Ended(Exception):  # noqa: N818
    """A process has ended that nobody has struck, or in another way than it should."""


@dataclass(frozen=True, slots=True)
class Nursery:
    """The running `tests.crash.nursery`."""

    address: Path

    async def bear(self, wish: Wish) -> "Process":
        """A new process."""
        reader, writer = await asyncio.open_unix_connection(self.address)
        writer.write(wish.dump())
        word, _, number = (await reader.readline()).partition(b" ")
        if word != b"born":
            raise Ended(f"the process was not born: {number!r}")
        return Process(int(number), reader, writer)


@dataclass(eq=False, slots=True)
class Process:
    """One life. It dies with its connection, so that no test leaves one behind."""

    pid: int
    _reader: asyncio.StreamReader
    _writer: asyncio.StreamWriter

    def send(self, number: signal.Signals) -> None:
        """A signal."""
        os.kill(self.pid, number)

    async def ended(self) -> int:
        """The exit code; a negative one is the signal that killed it."""
        code = int((await self._reader.readline()).removeprefix(b"ended "))
        self._writer.close()
        return code

    def abandon(self) -> None:
        """It ends, in whatever state it is."""
        self._writer.close()


@contextmanager
def open_nursery() -> Iterator[Nursery]:
    """Ready when the block begins; gone after it."""
    with tempfile.TemporaryDirectory() as folder:
        address = Path(folder) / "door"
        command = [sys.executable, "-m", "tests.crash.nursery", str(address)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            try:
                assert process.stdout.readline() == b"ready\n"
                yield Nursery(address)
            finally:
                process.kill()


class Keeper:
    """Sees to it that a bot lives: whenever it is struck down, the next is born at once."""

    def __init__(self, nursery: Nursery, wish: Wish) -> None:
        self._nursery = nursery
        self._wish = wish
        self._process: Process | None = None
        self._born = asyncio.Event()
        self._dead = asyncio.Event()
        self._struck: signal.Signals | None = None
        self._struck_at = 0.0
        self._is_over = False
        #: How many have been struck down.
        self.deaths = 0
        #: The longest time that one needed from SIGTERM to its end, seconds.
        self.slowest_stop = 0.0

    async def keep(self) -> None:
        """Until `stop`. Raises: Ended: the process did something that nobody asked it to."""
        while not self._is_over:
            self._dead.clear()
            process = self._process = await self._nursery.bear(self._wish)
            try:
                self._born.set()
                self._check(await process.ended())
            finally:
                process.abandon()
                self._born.clear()
                self._dead.set()

    async def strike(self, number: signal.Signals) -> None:
        """One that lives gets the signal; SIGKILL is waited for, since it takes no time."""
        await self._born.wait()
        while self._struck is not None:  # another blow has just fallen: this one is for the next life
            await self._dead.wait()
            await self._born.wait()
        self._send(number)
        self.deaths += 1
        if number is signal.SIGKILL:
            await self._dead.wait()

    async def stop(self) -> None:
        """The last one ends as an operator would end it."""
        await self._born.wait()
        self._is_over = True
        self._send(signal.SIGTERM)
        await self._dead.wait()

    def _send(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._struck, self._struck_at = number, time.monotonic()
        self._process.send(number)

    def _check(self, code: int) -> None:
        struck, self._struck = self._struck, None
        if struck is None:
            raise Ended(f"the process has ended by itself with {code}")
        if struck is signal.SIGTERM:
            self.slowest_stop = max(self.slowest_stop, time.monotonic() - self._struck_at)
        expected = -struck if struck is signal.SIGKILL else 0
        if code != expected:
            raise Ended(f"{struck.name} has ended the process with {code}, not with {expected}")
