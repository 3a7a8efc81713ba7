"""What every move shares: the result, the common checks, the next turn, the end."""

from dataclasses import dataclass, replace

from orders.facts import Fact, OrderEnded
from orders.order import Ending, Frozen, Order, Running
from orders.refusals import CancellationPending, ClockRanOut, DisputeOpen, WrongSide, WrongStatus
from orders.status import Side, Status


@dataclass(frozen=True, slots=True)
class Change:
    """What a command did."""

    order: Order
    facts: tuple[Fact, ...]


def expect(order: Order, side: Side, now: int, mover: Side, *statuses: Status) -> None:
    """The checks that every move shares.

    A due time that has passed stops nobody; the other clocks, once run out, come before any press. Where the seller is
    alone no clock ends an order, so none stops anybody.
    """
    if side is not mover:
        raise WrongSide
    if order.status not in statuses:
        raise WrongStatus(order.status)
    if order.cancellation is not None:
        raise CancellationPending
    if order.dispute is not None:
        raise DisputeOpen
    if order.status is not Status.IN_PROGRESS and not order.is_solo and has_run_out(order.clock, now):
        raise ClockRanOut


def end(order: Order, ending: Ending, now: int) -> Change:
    ended = next_turn(
        order,
        status=ending.status,
        ending=ending,
        ended_at=now,
        clock=None,
        work_left=None,
        delivered_in_time=_delivered_in_time(order) if ending.status is Status.COMPLETED else None,
        cancellation=None,
        cancellation_declined=False,
        dispute=None,
    )
    return Change(ended, (OrderEnded(ending),))


def _delivered_in_time(order: Order) -> bool | None:
    return None if order.work_left is None else order.work_left > 0


def next_turn(order: Order, **changes: object) -> Order:
    """The order in its next turn: buttons and timers of the turn before act no more."""
    return replace(order, turn=order.turn + 1, **changes)  # type: ignore[arg-type]


def resume(order: Order, now: int, *, at_least: int | None, **changes: object) -> Order:
    """The frozen clock goes on, with exactly what was left or, where a least is given, with at least that."""
    clock = order.clock
    if not isinstance(clock, Frozen):
        raise AssertionError("a request or a dispute freezes the clock")
    left = clock.left if at_least is None else max(clock.left, at_least)
    return next_turn(
        order,
        clock=Running(now + left, clock.warned_at),
        overdue_told=order.overdue_told and left <= 0,
        **changes,
    )


def has_run_out(clock: Running | Frozen | None, now: int) -> bool:
    return isinstance(clock, Running) and now >= clock.until


def running(order: Order) -> Running:
    if not isinstance(order.clock, Running):
        raise AssertionError("neither a request nor a dispute is pending, so the clock of an open order runs")
    return order.clock


def until_of(order: Order) -> int:
    return running(order).until
