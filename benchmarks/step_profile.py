"""Where a step's CPU goes: `python -m benchmarks.step_profile [at once]`.

cProfile slows every call of Python's, so that its shares count, not its milliseconds.
"""

import asyncio
import cProfile
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from benchmarks.bots import whole
from benchmarks.child import Child, Command
from benchmarks.deals import write_deals
from benchmarks.telegram import telegram

_PEOPLE = 200
_STEPS = 200
_SHOWN = 140


@asynccontextmanager
async def profiled(url: str, path: Path) -> AsyncIterator[Mapping[str, Command]]:
    """Our bot, and a profiler of its event loop's thread."""
    profile = cProfile.Profile()

    async def begin() -> None:
        profile.enable()

    async def end() -> Mapping[tuple[str, int, str], tuple[int, int, float, float]]:
        profile.disable()
        profile.create_stats()
        stats: Mapping[tuple[str, int, str], tuple[Any, ...]] = vars(profile)["stats"]
        return {where: numbers[:4] for where, numbers in stats.items()}

    async def threads() -> dict[str, float]:
        return {
            f"{thread.name} {thread.ident}": time.clock_gettime(time.pthread_getcpuclockid(thread.ident))
            for thread in threading.enumerate()
            if thread.ident is not None
        }

    async with whole(url, path) as commands:
        yield {**commands, "begin": begin, "end": end, "threads": threads}


def main() -> None:
    """Print CPU by thread, then the functions of the loop's thread by milliseconds a step."""
    at_once = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "profile.db"
        deals = asyncio.run(write_deals(path, 2 * _STEPS + 20, _PEOPLE))
        with Child(telegram, _PEOPLE) as town, Child(profiled, town.ask("url"), path) as bot:
            town.ask("press", deals[:20], at_once)
            before, total = bot.ask("threads"), bot.ask("spent")
            town.ask("press", deals[20 : 20 + _STEPS], at_once)
            total, after = bot.ask("spent") - total, bot.ask("threads")
            bot.ask("begin")
            town.ask("press", deals[20 + _STEPS :], at_once)
            bot.ask("spent")
            stats = bot.ask("end")
    print(f"{at_once} at a time, without the profiler: {total * 1000 / _STEPS:.2f} ms of CPU a step")
    for name, seconds in after.items():
        print(f"  {(seconds - before.get(name, 0)) * 1000 / _STEPS:7.2f} ms  {name}")
    print("\nwith the profiler, the loop's thread only, a step:\n   calls  own ms  cum ms  function")
    rows = sorted(stats.items(), key=lambda row: -row[1][3])
    for (file, line, name), (_, calls, own, cumulative) in rows[:_SHOWN]:
        print(
            f"{calls / _STEPS:8.1f} {own * 1000 / _STEPS:7.3f} {cumulative * 1000 / _STEPS:7.3f}  "
            f"{_short(file)}:{line}({name})"
        )


def _short(file: str) -> str:
    return "/".join(Path(file).parts[-3:])


if __name__ == "__main__":
    main()
