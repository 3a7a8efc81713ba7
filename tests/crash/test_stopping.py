"""SIGTERM: what is under way is finished, everything else is kept, and the exit code is 0."""

import asyncio
import os
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.typedefs import Handler

from sandbox.server import Sandbox
from tests.crash.blows import blows
from tests.crash.ending import Ending, assert_all_is_said_once, assert_nothing_is_lost, assert_the_money_is_right
from tests.crash.lives import STOPS_WITHIN, Nursery
from tests.crash.stage import MONDAY_NOON, TOKEN, open_stage
from tests.crash.story import play
from tests.crash.wish import Wish

STOPS_A_STORY = 10
_ROOT = Path(__file__).parents[2]


@pytest.mark.crash
@pytest.mark.parametrize("seed", [1, 2])
async def test_a_stopped_process_leaves_nothing_half_done(
    seed: int, nursery: Nursery, undisturbed: Ending, tmp_path: Path
) -> None:
    """Stopped and started again and again, the bot ends where it ends undisturbed, and has said nothing twice."""
    fall = blows(seed, STOPS_A_STORY, undisturbed.requests, signal.SIGTERM)

    async with open_stage(nursery, tmp_path, fall) as stage:
        await play(stage)
    ending = Ending.of(stage)

    assert ending.deaths == STOPS_A_STORY
    assert stage.keeper.slowest_stop < STOPS_WITHIN
    assert_nothing_is_lost(ending, undisturbed)
    assert_the_money_is_right(ending, undisturbed)
    assert_all_is_said_once(ending, undisturbed)


@pytest.mark.crash
async def test_a_process_that_waits_for_telegram_can_be_stopped(nursery: Nursery, tmp_path: Path) -> None:
    """Before anything has begun, too."""
    (tmp_path / "clock").write_text(str(MONDAY_NOON))
    nobody_there = "http://127.0.0.1:9"
    environment = {"BOT_TOKEN": TOKEN, "DATABASE_PATH": "bot.db", "TELEGRAM_API_URL": nobody_there}
    process = await nursery.bear(Wish(folder=str(tmp_path), environment=environment))

    process.send(signal.SIGTERM)

    async with asyncio.timeout(STOPS_WITHIN):
        assert await process.ended() == 0


class _Overheard(Sandbox):
    """Tells when a message of the bot begins to arrive."""

    def app(self) -> web.Application:
        """With an ear at the door."""
        self.has_begun_to_speak = asyncio.Event()
        app = super().app()
        app.middlewares.append(self._listen)
        return app

    @web.middleware
    async def _listen(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path.endswith("/sendMessage"):
            self.has_begun_to_speak.set()
        return await handler(request)


@pytest.mark.crash
async def test_the_real_command_answers_what_it_has_in_hand_before_it_ends(tmp_path: Path) -> None:
    """`python -m bot`: who was heard is answered, and who came too late is kept."""
    sandbox = _Overheard(token=TOKEN)
    environment = {
        **os.environ,
        "PYTHONPATH": str(_ROOT),
        "BOT_TOKEN": TOKEN,
        "DATABASE_PATH": "bot.db",
        "TELEGRAM_API_URL": await sandbox.start(),
    }
    person = sandbox.people.add("Анна")
    person.start()
    sandbox.faults.add("delay", method="sendMessage", seconds=0.5)
    bot = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", cwd=tmp_path, env=environment)
    try:
        await sandbox.has_begun_to_speak.wait()
        bot.terminate()
        person.write("/help")
        async with asyncio.timeout(STOPS_WITHIN):
            assert await bot.wait() == 0
    finally:
        if bot.returncode is None:
            bot.kill()
            await bot.wait()
        await sandbox.stop()

    assert [message.text.partition(",")[0] for message in person.received] == ["Здравствуйте"]
    # Who keeps it depends on whether the signal or the message was faster; both do, if the bot has stored it and had no
    # time to say so. The inbox knows it again then.
    assert (sandbox.updates.pending, _kept(tmp_path / "bot.db")) in {(1, 0), (0, 1), (1, 1)}


def _kept(path: Path) -> int:
    """Updates that wait to be handled, and posts that wait to be sent."""
    with closing(sqlite3.connect(path)) as database:
        ((updates,),) = database.execute("SELECT count(*) FROM inbox WHERE state = 'waiting'")
        ((posts,),) = database.execute("SELECT count(*) FROM outbox")
    return int(updates) + int(posts)
