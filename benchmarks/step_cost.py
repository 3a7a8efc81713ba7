"""(a) What a step costs the whole bot, against bare aiogram that makes the same calls."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.bots import bare, value_of, whole
from benchmarks.child import Child
from benchmarks.deals import Deal, write_deals
from benchmarks.figures import Figure
from benchmarks.telegram import Said, telegram

RATIO = 1.6
_PEOPLE = 200
#: Short rounds and many, so that what else the machine does falls on both alike.
_ROUNDS = 12
_STEPS = 25
#: Steps under way at a time.
_QUIET, _BUSY = 1, 10


@dataclass(frozen=True, slots=True)
class Side:
    """A bot and its sandbox."""

    telegram: Child
    bot: Child

    def cost(self, deals: list[Deal], at_once: int) -> float:
        """CPU milliseconds a step."""
        before: float = self.bot.ask("spent")
        self.telegram.ask("press", deals, at_once)
        after: float = self.bot.ask("spent")
        return (after - before) * 1000 / len(deals)


class CallsDiffer(Exception):  # noqa: N818
    """The bare bot has not said what ours has said: the comparison is void."""


def step_cost(folder: Path) -> Iterator[Figure]:
    """One figure for a bot that has one step to do at a time, one for a busy bot."""
    modes = (_QUIET, _BUSY)
    count = (_ROUNDS + 1) * len(modes) * _STEPS
    deals = asyncio.run(write_deals(folder / "steps.db", count, _PEOPLE))
    left = iter(deals)
    costs: dict[int, list[tuple[float, float]]] = {at_once: [] for at_once in modes}
    with Child(telegram, _PEOPLE) as theirs, Child(whole, theirs.ask("url"), folder / "steps.db") as ours:
        before = theirs.ask("said")
        with Child(telegram, _PEOPLE) as others, Child(bare, others.ask("url"), before) as parrot:
            for _ in range(_ROUNDS + 1):
                for at_once in modes:
                    pressed = list(islice(left, _STEPS))
                    costs[at_once].append(_both(Side(theirs, ours), Side(others, parrot), pressed, at_once))
    for at_once, pairs in costs.items():
        yield _figure(pairs[1:], at_once)  # the first round warms up


def _both(whole_side: Side, bare_side: Side, deals: list[Deal], at_once: int) -> tuple[float, float]:
    ours = whole_side.cost(deals, at_once)
    scripts = whole_side.telegram.ask("scripts")
    bare_side.bot.ask("learn", scripts)
    bares = bare_side.cost(deals, at_once)
    repeated = bare_side.telegram.ask("scripts")
    if _meant(scripts) != _meant(repeated):
        raise CallsDiffer
    return ours, bares


def _meant(scripts: dict[str, list[Said]]) -> dict[str, list[str]]:
    """The calls of each button without their order, and whether they came as JSON or as forms."""
    return {data: sorted(f"{method} {_canonical(params)}" for method, params in said) for data, said in scripts.items()}


def _canonical(params: dict[str, Any]) -> str:
    values = {key: value_of(value) for key, value in params.items()}
    return json.dumps(
        {key: value if isinstance(value, dict | list | str) else json.dumps(value) for key, value in values.items()},
        sort_keys=True,
    )


def _figure(pairs: list[tuple[float, float]], at_once: int) -> Figure:
    ours, bares = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    return Figure(
        name=f"(a) CPU a step, {at_once} at a time, to bare aiogram's",
        value=median(mine / other for mine, other in pairs),
        limit=RATIO,
        unit="×",
        details=f"{ours:.2f} ms and {bares:.2f} ms, medians of {len(pairs)} rounds of {_STEPS} steps",
    )
