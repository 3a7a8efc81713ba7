"""When an order needs the bot's attention next: its warnings and its automatic steps.

Derived from the order's state, so that they can be written anew with each change of it (SPEC 3).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from orders.order import Order, Running
from orders.policy import MINUTE, Policy, Preferences, QuietHours
from orders.status import Side, Status


class TimerKind(StrEnum):
    """What is to be done when the timer comes due."""

    SETTLE = "settle"
    START_WARNING = "start_warning"
    DUE_WARNING = "due_warning"
    REVIEW_WARNING = "review_warning"
    ANSWER_WARNING = "answer_warning"
    DISPUTE_REMINDER = "dispute_reminder"

    @property
    def is_warning(self) -> bool:
        """A message before a clock runs out; otherwise the clock's own step, or a word to the operators."""
        return self not in {TimerKind.SETTLE, TimerKind.DISPUTE_REMINDER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """One row of the timers table. `turn` ties it to the order's state: in another turn it is void."""

    order_number: int
    kind: TimerKind
    #: Seconds before the clock runs out; 0 for the step itself and for reminders of a clock that stands still.
    offset: int
    turn: int
    due_at: int


#: A warning moved out of the quiet hours is handed over this long before they begin.
BEFORE_QUIET = MINUTE


def plan(  # noqa: PLR0911 - one return a status
    order: Order, now: int, policy: Policy, seller: Preferences, buyer: Preferences
) -> tuple[Timer, ...]:
    """All timers of an order in its present state, those already past left out, except the step itself."""
    request = order.cancellation
    if request is not None:
        answerer = buyer if request.by is Side.SELLER else seller
        return (
            _step(order, request.answer.until),
            *_warnings(
                order,
                TimerKind.ANSWER_WARNING,
                request.answer.until,
                policy.cancel_answer_warnings,
                answerer,
                now,
            ),
        )
    if order.dispute is not None:
        return (_reminder(order, order.dispute.opened_at, now, policy),)
    if not isinstance(order.clock, Running):
        return ()
    until = order.clock.until
    match order.status:
        case Status.AWAITING_PAYMENT:
            return (_step(order, until),)
        case Status.NOT_STARTED:
            offsets = policy.start_warnings if seller.start_warnings is None else seller.start_warnings
            return (
                *_expiry(order, until),
                *_warnings(order, TimerKind.START_WARNING, until, offsets, seller, now),
            )
        case Status.IN_PROGRESS:
            offsets = policy.due_warnings if seller.due_warnings is None else seller.due_warnings
            return (*_expiry(order, until), *_warnings(order, TimerKind.DUE_WARNING, until, offsets, seller, now))
        case Status.IN_REVIEW:
            reviewer = seller if order.is_solo else buyer
            warnings = _warnings(order, TimerKind.REVIEW_WARNING, until, policy.review_warnings, reviewer, now)
            return (*_expiry(order, until), *warnings)
        case _:
            return ()


def newest_of_each_kind(due: Iterable[Timer]) -> tuple[Timer, ...]:
    """Of several warnings that came due together (after downtime), the one nearest to the end says it all."""
    nearest: dict[TimerKind, Timer] = {}
    for timer in due:
        known = nearest.get(timer.kind)
        if known is None or timer.offset < known.offset:
            nearest[timer.kind] = timer
    return tuple(nearest.values())


def _expiry(order: Order, until: int) -> tuple[Timer, ...]:
    """The end of the clock, unless all that it brings is a word that has been said."""
    is_only_told = order.is_solo or order.status is Status.IN_PROGRESS
    return () if is_only_told and order.overdue_told else (_step(order, until),)


def _step(order: Order, until: int) -> Timer:
    return Timer(order_number=order.number, kind=TimerKind.SETTLE, offset=0, turn=order.turn, due_at=until)


def _reminder(order: Order, opened_at: int, now: int, policy: Policy) -> Timer:
    """The next one, however many were missed."""
    passed = (now - opened_at) // policy.dispute_reminder
    return Timer(
        order_number=order.number,
        kind=TimerKind.DISPUTE_REMINDER,
        offset=0,
        turn=order.turn,
        due_at=opened_at + (passed + 1) * policy.dispute_reminder,
    )


def _warnings(
    order: Order, kind: TimerKind, until: int, offsets: Iterable[int], person: Preferences, now: int
) -> tuple[Timer, ...]:
    """One timer a moment: where quiet hours move several warnings to one, the nearest to the end stays."""
    moments: dict[int, int] = {}
    for offset in sorted(set(offsets), reverse=True):
        moment = outside_quiet_hours(until - offset, person)
        if moment > now and not is_quiet(moment, person):
            moments[moment] = offset
    return tuple(
        Timer(order_number=order.number, kind=kind, offset=offset, turn=order.turn, due_at=moment)
        for moment, offset in moments.items()
    )


def outside_quiet_hours(moment: int, person: Preferences) -> int:
    """The moment itself or, within the person's quiet hours, one minute before they begin: never later."""
    quiet = person.quiet
    if quiet is None or quiet.start == quiet.end:
        return moment
    local = datetime.fromtimestamp(moment, UTC).astimezone(person.timezone)
    if not _contains(quiet, local.time()):
        return moment
    began_on = local.date() if local.time() >= quiet.start else local.date() - timedelta(1)
    began = datetime.combine(began_on, quiet.start, person.timezone)
    # Where the clocks are changed at that very hour, it exists twice or not at all: the earlier reading is safe.
    earliest = min(int(began.replace(fold=fold).timestamp()) for fold in (0, 1))
    return min(moment, earliest - BEFORE_QUIET)


def is_quiet(moment: int, person: Preferences) -> bool:
    """Whether the person has asked for silence at this moment."""
    quiet = person.quiet
    if quiet is None or quiet.start == quiet.end:
        return False
    return _contains(quiet, datetime.fromtimestamp(moment, UTC).astimezone(person.timezone).time())


def _contains(quiet: QuietHours, moment: time) -> bool:
    if quiet.start < quiet.end:
        return quiet.start <= moment < quiet.end
    return moment >= quiet.start or moment < quiet.end
