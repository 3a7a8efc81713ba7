"""The process under test: `python -m bot` as it is, but for a clock that stands in a file and waits cut short."""

import asyncio
import logging
import os
import socket
import sys
from functools import partial
from pathlib import Path
from unittest.mock import patch

from aiogram.methods import SetMyShortDescription

from bot.__main__ import main
from bot.app import App, build_app
from bot.pace import NoPace
from bot.settings import Settings
from tests.crash.wish import Wish

_log = logging.getLogger(__name__)

_LOOK_SECONDS = 0.005
_LONGEST_WAIT = 0.02


class FileClock:
    """Stands at a moment until the process is ready for the one that the test has written.

    Every change of the time finds the bot at rest, so that a killed process does everything at the same moments as
    one that was left alone, and the ends can be compared to the second.
    """

    def __init__(self, folder: Path) -> None:
        self._wanted = folder / "clock"
        self._shown = folder / "clock.shown"
        self._moment = float((self._shown if self._shown.exists() else self._wanted).read_text())

    def now(self) -> float:
        """The present moment."""
        return self._moment

    def wanted(self) -> float:
        """What the test has written."""
        return float(self._wanted.read_text())

    def move(self, moment: float) -> None:
        """It is so late now, in this life and the next."""
        new = self._shown.with_suffix(".new")
        new.write_text(str(moment))
        new.replace(self._shown)
        self._moment = moment


class ClockedApp(App):
    """Follows the file instead of waiting for the re-scan of timers; tells the sandbox how late it is."""

    clock: FileClock
    following: "asyncio.Task[None] | None"

    @classmethod
    def of(cls, app: App, clock: FileClock) -> "ClockedApp":
        """The same app."""
        clocked = cls(
            app.bot, app.database, app.inbox, app.sender, app.timers, app.refunding, app.reconciling, app.painter
        )
        clocked.clock = clock
        clocked.following = None
        return clocked

    async def start(self) -> None:
        """Then begin to follow the clock."""
        await super().start()
        self.following = asyncio.create_task(self._follow(), name="clock")

    async def stop(self) -> None:
        """As any app."""
        if self.following is not None:
            self.following.cancel()
            await asyncio.gather(self.following, return_exceptions=True)
        await super().stop()

    async def _follow(self) -> None:
        told = None
        while True:
            wanted = self.clock.wanted()
            if wanted != told:
                await self.settled()
                if wanted != self.clock.now():
                    self.clock.move(wanted)
                    await self.timers.sweep()
                    await self.settled()
                await self.bot(SetMyShortDescription(short_description=str(wanted)))
                told = wanted
            await asyncio.sleep(_LOOK_SECONDS)


def live(wish: Wish, parent: socket.socket) -> int:
    """A whole life, from start to exit code. It ends with the connection to the parent, too."""
    folder = Path(wish.folder)
    os.chdir(folder)
    log = os.open(folder / "bot.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(log, sys.stdout.fileno())
    os.dup2(log, sys.stderr.fileno())
    os.environ.update(wish.environment)
    try:
        with patch("bot.__main__.build_app", partial(_build, folder=folder, parent=parent)):
            return main()
    except Exception:  # noqa: BLE001 - the interpreter would do the same
        _log.exception("The process fell")
        return 70
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


async def _build(settings: Settings, *, folder: Path, parent: socket.socket) -> App:
    asyncio.get_running_loop().add_reader(parent.fileno(), os._exit, 71)
    parent.sendall(f"born {os.getpid()}\n".encode())
    clock = FileClock(folder)
    return ClockedApp.of(await build_app(settings, clock=clock, pace=NoPace(), sleep=_wait), clock)


async def _wait(seconds: float) -> None:
    await asyncio.sleep(min(seconds, _LONGEST_WAIT))
