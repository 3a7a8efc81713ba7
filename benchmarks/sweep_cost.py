"""(c) What a sweep costs when a few timers of very many are due."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.crowd import add_crowd
from benchmarks.deals import write_deals
from benchmarks.figures import Figure
from bot.clock import SystemClock
from bot.timers import TimerSweep
from orders.policy import HOUR, Policy
from orders.timers import Timer, TimerKind
from storage.database import Database

RATIO = 2.0
_DUE = 100
_FEW, _MANY = 1_000, 1_000_000
_ROUNDS = 7
#: The step, and the warnings before it.
_TIMERS_AN_ORDER = 1 + len(Policy().start_warnings)


def sweep_cost(folder: Path, many: Path, numbers: range) -> Iterator[Figure]:
    """`many`: a database with `numbers` open, each with all its timers."""
    few = folder / "few.db"
    asyncio.run(write_deals(few, 1, 2))
    few_numbers = add_crowd(few, open_orders=open_orders_for(_FEW))
    yield asyncio.run(_compare([(few, few_numbers[:_DUE]), (many, numbers[:_DUE])]))


def open_orders_for(timers: int) -> int:
    """How many orders to add to the one that is there, to have so many timers, when the due ones have one each."""
    return _DUE + (timers - _DUE) // _TIMERS_AN_ORDER - 1


async def _compare(databases: Sequence[tuple[Path, range]]) -> Figure:
    opened = [(await Database.open(path), numbers) for path, numbers in databases]
    costs: list[list[tuple[float, float]]] = [[] for _ in opened]
    totals = [await _make_due(database, numbers) for database, numbers in opened]
    for index in range(_ROUNDS + 1):
        for (database, numbers), cost in zip(opened, costs, strict=True):
            await _make_due(database, numbers)
            cost.append(await _sweep(database))
            if index == 0:
                cost.clear()  # the first round warms up
    for database, _ in opened:
        await database.close()
    (few_cpu, few_wall), (many_cpu, many_wall) = (
        (median(cpu for cpu, _ in cost), median(wall for _, wall in cost)) for cost in costs
    )
    return Figure(
        name=f"(c) a sweep, {_DUE} of {totals[1]:,} timers due, to {_DUE} of {totals[0]:,}",
        value=max(many_cpu / few_cpu, many_wall / few_wall),
        limit=RATIO,
        unit="×",
        details=(
            f"CPU {many_cpu * 1000:.1f} ms and {few_cpu * 1000:.1f} ms, "
            f"time {many_wall * 1000:.1f} ms and {few_wall * 1000:.1f} ms, medians of {_ROUNDS}"
        ),
    )


async def _make_due(database: Database, numbers: range) -> int:
    """Each of these orders has one timer, a warning that is due. Gives how many timers there are in all."""
    now = int(time.time())
    async with database.write() as unit:
        for number in numbers:
            order = await unit.orders.get(number)
            assert order is not None
            due = Timer(order_number=number, kind=TimerKind.START_WARNING, offset=HOUR, turn=order.turn, due_at=now)
            await unit.timers.replace(number, [due])
        ((total,),) = await unit.timers._connection.rows("SELECT count(*) FROM timers")
    return int(total)


async def _sweep(database: Database) -> tuple[float, float]:
    """Seconds of CPU and of time."""
    sweep = TimerSweep(database=database, clock=SystemClock(), policy=Policy(), hand_to_sender=lambda _: None)
    cpu, began = time.process_time(), time.perf_counter()
    await sweep.sweep()
    return time.process_time() - cpu, time.perf_counter() - began
