"""`python -m bot`: the process."""

# ruff: noqa: E402 - aiogram is imported in a way of its own, before anything else imports it
from bot.deferred import import_aiogram_deferred

import_aiogram_deferred()

import asyncio
import logging
import signal
import sys
from collections.abc import Coroutine
from typing import Any, TypeVar

from bot.app import build_app
from bot.audit import audit
from bot.inbox import GiveUp
from bot.memory import settle_down
from bot.secrets import SafeFormatter
from bot.settings import Settings, WrongSetting, load_settings
from storage.schema import SchemaTooNew

log = logging.getLogger("bot")

_T = TypeVar("_T")


_USAGE = """\
Usage: python -m bot          the bot; without BOT_TOKEN the sandbox
       python -m bot story    one order in the sandbox, told here
       python -m bot audit    check the money in the database"""


def main(*words: str) -> int:
    """Run until SIGTERM or Ctrl+C; the exit code is 0 then, 1 when the bot can't go on, 2 for a wrong setting.

    `words`: what stands behind `python -m bot`. An unknown one is answered with those there are, and 2.
    """
    if words not in {(), ("story",), ("audit",)}:
        print(_USAGE, file=sys.stderr)  # noqa: T201 - before logging is set up
        return 2
    try:
        settings = load_settings()
    except WrongSetting as error:
        print(f"Wrong setting: {error}", file=sys.stderr)  # noqa: T201 - before logging is set up
        return 2
    _set_up_logging(settings.log_level)
    if words == ("audit",):
        return asyncio.run(audit(settings.database_path))
    if words or settings.bot_token is None:
        return asyncio.run(_in_the_sandbox(settings, is_story=bool(words)))
    return asyncio.run(_run(settings))


async def _in_the_sandbox(settings: Settings, *, is_story: bool) -> int:
    """Its page, or one order told in the terminal."""
    # The sandbox is loaded only where it is used.
    if is_story:
        from bot.story import play  # noqa: PLC0415

        return await play(settings)
    from bot.playground import run_playground  # noqa: PLC0415

    return await run_playground(settings)


async def _run(settings: Settings) -> int:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    try:
        app = await _unless_stopped(stop, build_app(settings))
    except (GiveUp, SchemaTooNew) as error:
        log.error("%s", error)  # noqa: TRY400 - one line is what its reader needs
        return 1
    except WrongSetting as error:
        log.error("Wrong setting: %s", error)  # noqa: TRY400
        return 2
    if app is None:
        return 0
    settle_down()
    log.info("The bot runs. Database: %s", settings.database_path)
    try:
        await _unless_stopped(stop, app.run())
        log.info("Stopping: finishing what is under way")
    except GiveUp as error:
        log.error("%s", error)  # noqa: TRY400
        return 1
    finally:
        await app.stop()
    return 0


async def _unless_stopped(stop: asyncio.Event, work: Coroutine[Any, Any, _T]) -> _T | None:
    """What the work gives; None where the signal to stop came first. A second signal does not hurry anything."""
    working = asyncio.create_task(work, name="bot")
    stopping = asyncio.create_task(stop.wait(), name="signals")
    await asyncio.wait((working, stopping), return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not working.done():
        working.cancel()
        await asyncio.wait((working,))
    return None if working.cancelled() else working.result()


def _set_up_logging(level: str) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(SafeFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler])
    logging.getLogger("aiogram.event").setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
