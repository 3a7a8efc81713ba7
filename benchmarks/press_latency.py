"""(b) How long a press waits for its answer when many orders are open."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from benchmarks.bots import whole
from benchmarks.child import Child
from benchmarks.crowd import add_crowd
from benchmarks.deals import Deal, write_deals
from benchmarks.figures import Figure
from benchmarks.telegram import telegram

RATIO = 1.2
_FEW, _MANY = 100, 100_000
_PEOPLE = 100
_PRESSES = 150
#: First presses, which are not counted.
_WARM_UP = 20


def press_latency(folder: Path) -> Iterator[Figure]:
    """Two bots, pressed in turn, so that what else the machine does falls on both alike."""
    waits: dict[int, list[float]] = {_FEW: [], _MANY: []}
    with ExitStack() as everything:
        sides = [(crowd, *_side(everything, folder / f"{crowd}.db", crowd)) for crowd in waits]
        for index in range(_WARM_UP + _PRESSES):
            for crowd, town, deals in sides[:: 1 if index % 2 else -1]:
                waits[crowd] += town.ask("press", [next(deals)], 1)
    few, many = median(waits[_FEW][_WARM_UP:]), median(waits[_MANY][_WARM_UP:])
    yield Figure(
        name=f"(b) press to answer, {_MANY:,} open orders, to {_FEW}",
        value=many / few,
        limit=RATIO,
        unit="×",
        details=f"{many * 1000:.2f} ms and {few * 1000:.2f} ms, medians of {_PRESSES} presses",
    )


def _side(everything: ExitStack, path: Path, crowd: int) -> tuple[Child, Iterator[Deal]]:
    deals = asyncio.run(write_deals(path, _WARM_UP + _PRESSES, _PEOPLE))
    add_crowd(path, open_orders=crowd)
    town = everything.enter_context(Child(telegram, _PEOPLE))
    everything.enter_context(Child(whole, town.ask("url"), path))
    return town, iter(deals)
