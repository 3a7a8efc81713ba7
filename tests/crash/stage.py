"""The sandbox, the people in it, the bot that is kept alive, and the clock of both."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sandbox.clock import MovableClock
from tests.crash.actor import PATIENCE, Actor
from tests.crash.blows import Blow, StruckSandbox
from tests.crash.lives import Keeper, Nursery
from tests.crash.wish import Wish

TOKEN = "123456:" + "A" * 35
#: Monday, 2026-11-23 12:00:00 in Moscow.
MONDAY_NOON = 1_795_424_400
HOUR = 3_600
_LOG_SHOWN = 4_000


@dataclass(slots=True)
class Stage:
    """Where a story is played."""

    sandbox: StruckSandbox
    clock: MovableClock
    keeper: Keeper
    folder: Path
    actors: dict[str, Actor] = field(default_factory=dict)

    def actor(self, name: str) -> Actor:
        """Somebody who has not met the bot."""
        actor = self.actors[name] = Actor(self.sandbox.people.add(name))
        return actor

    async def hour(self, hours: float) -> None:
        """It is so many hours after the beginning; the bot has done what is due and said what it has to say."""
        moment = float(MONDAY_NOON + hours * HOUR)
        before = self.sandbox.calls.count
        self.clock.set(moment)
        self._write_clock(moment)
        async with asyncio.timeout(PATIENCE):
            await self.sandbox.calls.until(
                lambda call: call.params.text("short_description") == str(moment), after=before
            )

    def _write_clock(self, moment: float) -> None:
        new = self.folder / "clock.wanted"
        new.write_text(str(moment))
        new.replace(self.folder / "clock")

    @property
    def log(self) -> str:
        """What all the processes have logged."""
        return (self.folder / "bot.log").read_text()

    def rows(self, sql: str) -> list[sqlite3.Row]:
        """From the database, once no process uses it."""
        with sqlite3.connect(self.folder / "bot.db") as database:
            database.row_factory = sqlite3.Row
            rows = database.execute(sql).fetchall()
        database.close()
        return rows


@asynccontextmanager
async def open_stage(nursery: Nursery, folder: Path, blows: Mapping[int, Blow]) -> AsyncIterator[Stage]:
    """A fresh sandbox and a bot in it. When the block ends, so has the bot, as an operator would end it."""
    clock = MovableClock(at=MONDAY_NOON)
    environment = {"PAYMENTS": "stars", "BOT_TOKEN": TOKEN, "DATABASE_PATH": "bot.db"}
    keeper = Keeper(nursery, Wish(folder=str(folder), environment=environment))
    sandbox = StruckSandbox(token=TOKEN, clock=clock, blows=blows, strike=keeper.strike)
    environment["TELEGRAM_API_URL"] = await sandbox.start()
    stage = Stage(sandbox, clock, keeper, folder)
    stage._write_clock(MONDAY_NOON)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(keeper.keep())
            yield stage
            await sandbox.all_fallen()
            await keeper.stop()
    except BaseException as error:
        for actor in stage.actors.values():
            error.add_note(actor.end_of_chat)
        error.add_note(f"The end of the bot's log:\n{stage.log[-_LOG_SHOWN:]}")
        raise
    finally:
        await sandbox.stop()
