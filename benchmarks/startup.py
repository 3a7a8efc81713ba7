"""(d) How long `python -m bot` takes to its first getUpdates over a large database, and how much memory."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.child import Child
from benchmarks.figures import Figure
from benchmarks.telegram import TOKEN, telegram
from bot.timers import RESCAN_SECONDS

SECONDS = 2.0
MEGABYTES = 150.0
_RUNS = 3
_ROOT = Path(__file__).parents[1]


def startup(path: Path, orders: int) -> Iterator[Figure]:
    """`path`: a database with so many orders."""
    runs = [_start(path) for _ in range(_RUNS)]
    yield Figure(
        name=f"(d) from the start of the process to getUpdates, {orders:,} orders",
        value=median(seconds for seconds, _ in runs),
        limit=SECONDS,
        unit="s",
        details=f"{', '.join(f'{seconds:.2f}' for seconds, _ in runs)} s; file {path.stat().st_size / 1e6:.0f} MB",
    )
    yield Figure(
        name="(d) most memory resident until after the first re-scan",
        value=max(megabytes for _, megabytes in runs),
        limit=MEGABYTES,
        unit="MB",
        details=f"the most of {_RUNS} runs",
    )


def _start(path: Path) -> tuple[float, float]:
    """Seconds until the bot is ready, and the peak of its memory."""
    with Child(telegram, 2) as town:
        known = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TZ"}}
        settings = {
            "PYTHONPATH": str(_ROOT), "BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": town.ask("url"),
            "DATABASE_PATH": str(path), "LOG_LEVEL": "WARNING",
        }  # fmt: skip
        began = time.monotonic()
        bot = subprocess.Popen([sys.executable, "-m", "bot"], env=known | settings, cwd=path.parent)
        try:
            ready: float = town.ask("polled")
            time.sleep(RESCAN_SECONDS + 1)
            return ready - began, _peak(bot.pid)
        finally:
            bot.terminate()
            bot.wait()


def _peak(pid: int) -> float:
    """Megabytes, from Linux."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) * 1024 / 1e6
