"""The timers table."""

from orders.timers import Timer, TimerKind
from storage.database import Database
from tests.storage.samples import order


def _timer(number: int, due_at: int, kind: TimerKind = TimerKind.SETTLE, offset: int = 0) -> Timer:
    return Timer(order_number=number, kind=kind, offset=offset, turn=1, due_at=due_at)


async def _three_orders(database: Database) -> tuple[int, int, int]:
    async with database.write() as unit:
        one, two, three = [(await unit.orders.add(order())).number for _ in range(3)]
    return one, two, three


async def test_replacing_leaves_no_other_timer(database: Database) -> None:
    """Of this order; those of others stay."""
    one, two, _ = await _three_orders(database)
    async with database.write() as unit:
        await unit.timers.replace(one, [_timer(one, 10), _timer(one, 20, TimerKind.DUE_WARNING, 60)])
        await unit.timers.replace(two, [_timer(two, 30)])
    async with database.write() as unit:
        await unit.timers.replace(one, [_timer(one, 40)])
        assert await unit.timers.due_of(one, 99) == (_timer(one, 40),)
        assert await unit.timers.due_of(two, 99) == (_timer(two, 30),)
        await unit.timers.replace(one, [])
        assert await unit.timers.due_of(one, 99) == ()


async def test_due_orders_are_each_named_once_the_longest_waiting_first(database: Database) -> None:
    """However many timers of one are due, and no more than were asked for."""
    one, two, three = await _three_orders(database)
    async with database.write() as unit:
        await unit.timers.replace(one, [_timer(one, 30), _timer(one, 60, TimerKind.DUE_WARNING, 5)])
        await unit.timers.replace(
            two, [_timer(two, 10), _timer(two, 10, TimerKind.DUE_WARNING, 1), _timer(two, 10, TimerKind.DUE_WARNING, 2)]
        )
        await unit.timers.replace(three, [_timer(three, 10, TimerKind.DUE_WARNING, 3), _timer(three, 20)])
    async with database.read() as unit:
        assert await unit.timers.due_orders(30, 10) == (two, three, one)
        assert await unit.timers.due_orders(30, 2) == (two, three)
        assert await unit.timers.due_orders(29, 10) == (two, three)
        assert await unit.timers.due_orders(9, 10) == ()


async def test_a_timer_is_due_at_its_very_second(database: Database) -> None:
    """Not one before."""
    one, _, _ = await _three_orders(database)
    async with database.write() as unit:
        await unit.timers.replace(one, [_timer(one, 10), _timer(one, 11, TimerKind.DUE_WARNING, 5)])
        assert await unit.timers.due_of(one, 9) == ()
        assert await unit.timers.due_of(one, 10) == (_timer(one, 10),)


async def test_the_next_due_time_is_the_soonest_of_all(database: Database) -> None:
    """Past ones count; without timers there is none."""
    one, two, _ = await _three_orders(database)
    async with database.write() as unit:
        assert await unit.timers.next_due() is None
        await unit.timers.replace(one, [_timer(one, 30)])
        await unit.timers.replace(two, [_timer(two, 20)])
        assert await unit.timers.next_due() == 20
