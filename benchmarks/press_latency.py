"""(b) How long a press waits for its answer when many orders are open."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
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
_ROUNDS = 8
_PRESSES = 25


def press_latency(folder: Path) -> Iterator[Figure]:
    """Two bots, pressed in turn, one press at a time."""
    waits: dict[int, list[float]] = {_FEW: [], _MANY: []}
    with ExitStack() as everything:
        sides = [(crowd, *_side(everything, folder / f"{crowd}.db", crowd)) for crowd in waits]
        for index in range(_ROUNDS + 1):
            for crowd, town, deals in sides:
                answered = town.ask("press", list(islice(deals, _PRESSES)), 1)
                if index:  # the first round warms up
                    waits[crowd].append(median(answered))
    few, many = median(waits[_FEW]), median(waits[_MANY])
    yield Figure(
        name=f"(b) press to answer, {_MANY:,} open orders, to {_FEW}",
        value=many / few,
        limit=RATIO,
        unit="×",
        details=f"{many * 1000:.2f} ms and {few * 1000:.2f} ms, medians of {_ROUNDS} rounds of {_PRESSES} presses",
    )


def _side(everything: ExitStack, path: Path, crowd: int) -> tuple[Child, Iterator[Deal]]:
    deals = asyncio.run(write_deals(path, (_ROUNDS + 1) * _PRESSES, _PEOPLE))
    add_crowd(path, open_orders=crowd)
    town = everything.enter_context(Child(telegram, _PEOPLE))
    everything.enter_context(Child(whole, town.ask("url"), path))
    return town, iter(deals)
