"""`python -m benchmarks`: every figure with its limit."""

import argparse
import asyncio
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.catalogue_cost import catalogue_cost
from benchmarks.checkout_wait import checkout_wait
from benchmarks.crowd import add_crowd
from benchmarks.deals import write_deals
from benchmarks.figures import Figure, all_kept, heading
from benchmarks.press_latency import press_latency
from benchmarks.startup import startup
from benchmarks.step_cost import step_cost
from benchmarks.sweep_cost import open_orders_for, sweep_cost

_ORDERS = 1_000_000
_TIMERS = 1_000_000


def main() -> int:
    """The exit code is 1 where a figure is over its limit, and only with --strict."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--strict", action="store_true", help="fail where a figure is over its limit")
    parser.add_argument("--only", choices="abcdef", help="one group of figures")
    arguments = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n\n{heading()}")
    began = time.monotonic()
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        for figure in _figures(Path(folder), arguments.only or "abcdef"):
            print(figure.line(), flush=True)
            figures.append(figure)
    print(f"\n{time.monotonic() - began:.0f} s")
    return 1 if arguments.strict and not all_kept(figures) else 0


def _figures(folder: Path, groups: str) -> Iterator[Figure]:
    if "a" in groups:
        yield from step_cost(folder)
    if "b" in groups:
        yield from press_latency(folder)
    if "e" in groups:
        yield from checkout_wait(folder)
    if "f" in groups:
        yield from catalogue_cost(folder)
    if {"c", "d"} & set(groups):
        path = folder / "million.db"
        asyncio.run(write_deals(path, 1, 2))
        opened = open_orders_for(_TIMERS)
        numbers = add_crowd(path, open_orders=opened, ended_orders=_ORDERS - opened)
        if "c" in groups:
            yield from sweep_cost(folder, path, numbers)
        if "d" in groups:
            yield from startup(path, _ORDERS)


if __name__ == "__main__":
    sys.exit(main())
