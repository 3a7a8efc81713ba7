"""Orders from elsewhere (SPEC 9): taken on another marketplace, added by their seller, joined by their buyer or never.

Until the buyer has joined, the seller is alone in the order: the clocks run and warn as in any other, the buyer's moves
are the seller's to note, and no clock ends anything, for what happens elsewhere the bot does not see. The sides settle
between themselves, and the rating knows nothing of such orders.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from orders import commands as c
from orders import facts as f
from orders.change import Change, end, expect, next_turn, until_of
from orders.content import Answer, visible
from orders.gig import Terms
from orders.money import Money, parse_price
from orders.order import NOBODY, Ending, Order, Origin, Running
from orders.payment import PaymentMethod
from orders.policy import DAY, HOUR, MINUTE, Policy
from orders.refusals import (
    AlreadyJoined,
    CounterpartLength,
    MomentNotUnderstood,
    MomentOutOfRange,
    OwnInvitation,
    PriceNotUnderstood,
    WrongStatus,
)
from orders.review import review_until
from orders.status import Side, Status

COUNTERPART = (1, 60)
#: How far ahead a clock of such an order may run out, and how long ago a due time may have passed.
AHEAD_MOST = 365 * DAY
LATE_MOST = 90 * DAY
#: A date without a time of day means: until its end.
_END_OF_DAY = time(23, 59)
_NAMED = ("RUB", "USD", "EUR")
_UNITS = {
    MINUTE: r"м|мин|минут[аы]?|m|min|minutes?",
    HOUR: r"ч|час(?:а|ов)?|h|hours?",
    DAY: r"д|дн|день|дня|дней|сут(?:ки|ок)|d|days?",
    7 * DAY: r"нед|недел[юяиь]|w|weeks?",
}
_AMOUNTS = "|".join(rf"(\d{{1,5}})\s*(?:{words})\.?" for words in _UNITS.values())
_LEFT = re.compile(rf"(?:(?:через|in)\s+)?(?:{_AMOUNTS})", re.IGNORECASE)
_CLOCK = r"(\d{1,2}):(\d{2})"
_DATE = re.compile(rf"(\d{{1,2}})[./](\d{{1,2}})(?:[./](\d{{4}}))?(?:\s*,?\s*(?:в\s+|at\s+)?{_CLOCK})?", re.IGNORECASE)
#: Days that have names, counted from today.
_DAYS_NAMED = {"сегодня": 0, "today": 0, "завтра": 1, "tomorrow": 1, "послезавтра": 2}
_DAY_NAMED = re.compile(rf"({'|'.join(_DAYS_NAMED)})(?:\s*,?\s*(?:в\s+|at\s+)?{_CLOCK})?", re.IGNORECASE)
_TIME_OF_DAY = re.compile(rf"(?:в\s+|at\s+)?{_CLOCK}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a seller says of an order taken elsewhere.

    `until`: the due time if it `is_started`, else until when the work is to be started, epoch seconds.
    """

    seller_id: int
    terms: Terms
    is_started: bool
    until: int
    counterpart: str = ""
    brief: tuple[Answer, ...] = ()


def add(number: int, entry: Entry, now: int) -> Change:
    """A new order with a seller alone. Raises: MomentOutOfRange."""
    check_until(entry.until, now, is_started=entry.is_started)
    order = Order(
        number=number,
        seller_id=entry.seller_id,
        buyer_id=NOBODY,
        gig_id=None,
        origin=Origin.ELSEWHERE,
        counterpart=entry.counterpart,
        terms=entry.terms,
        brief=entry.brief,
        status=Status.IN_PROGRESS if entry.is_started else Status.NOT_STARTED,
        placed_at=now,
        method=PaymentMethod.DIRECT,
        paid_at=now,
        started_at=now if entry.is_started else None,
        clock=Running(entry.until),
        overdue_told=entry.until <= now,
    )
    return Change(order, (f.OrderAdded(entry.until, entry.is_started),))


def check_until(until: int, now: int, *, is_started: bool) -> None:
    """An overdue order may be added; one whose time to start is over is as good as cancelled.

    Raises: MomentOutOfRange.
    """
    least = now - LATE_MOST if is_started else now + 1
    if not least <= until <= now + AHEAD_MOST:
        raise MomentOutOfRange


def join(order: Order, command: c.Join, now: int, policy: Policy) -> Change:
    """The buyer comes in. Raises: OwnInvitation, AlreadyJoined.

    From now on a clock can end the order. One that has run out starts anew, and so does a review: its clock has to be
    the buyer's own, seen from its beginning.
    """
    if command.by == order.seller_id:
        raise OwnInvitation
    if not order.is_solo or order.status.is_final:
        raise AlreadyJoined
    until = until_of(order)
    if order.status is Status.IN_REVIEW:
        until = max(until, review_until(now, policy))
    elif order.status is Status.NOT_STARTED and until <= now:
        until = now + policy.start_window
    joined = next_turn(order, buyer_id=command.by, clock=Running(until), overdue_told=until <= now)
    return Change(joined, (f.BuyerJoined(until),))


def move_due(order: Order, command: c.MoveDue, now: int) -> Change:
    """What was agreed elsewhere, or a slip of the pen put right. Raises: WrongStatus, MomentOutOfRange."""
    expect(order, Side.SELLER, now, Side.SELLER, Status.IN_PROGRESS)
    if not now < command.until <= now + AHEAD_MOST:
        raise MomentOutOfRange
    moved = next_turn(order, clock=Running(command.until), overdue_told=False)
    return Change(moved, (f.DueMoved(command.until),))


def call_off(order: Order, now: int) -> Change:
    """It is cancelled elsewhere, by whomever. Raises: WrongStatus."""
    if order.status.is_final:
        raise WrongStatus(order.status)
    return end(order, Ending.CALLED_OFF, now)


def on_a_new_clock(change: Change, now: int) -> Change:
    """What was told of the clock before says nothing of this one."""
    return replace(change, order=replace(change.order, overdue_told=until_of(change.order) <= now))


def parse_counterpart(text: str) -> str:
    """Who has ordered and where: «Анна, Kwork». Raises: CounterpartLength."""
    words = " ".join(visible(text).split())
    if not COUNTERPART[0] <= len(words) <= COUNTERPART[1]:
        raise CounterpartLength(*COUNTERPART, len(words))
    return words


def currency_of(currency: str) -> str:
    """In what such orders are priced where nothing else is said: no other marketplace takes Stars."""
    return "RUB" if currency == "XTR" else currency


def parse_price_of(text: str, currency: str) -> Money:
    """A price in this currency or, where it is named, in another that people write signs of.

    Raises: PriceNotUnderstood, PriceOutOfRange.
    """
    try:
        return parse_price(text, currency)
    except PriceNotUnderstood:
        for other in _NAMED:
            with suppress(PriceNotUnderstood):
                return parse_price(text, other)
        raise


def parse_moment(text: str, now: int, zone: ZoneInfo) -> int:
    """«30.11», «30.11 18:00», «18:00», «завтра 18:00», or how much is left: «5 ч», «через 3 дня».

    A date without a year is the one nearest to today, unless it was too long ago to be a due time. A time of day is the
    next such.

    Raises: MomentNotUnderstood.
    """
    words = text.strip()
    if left := _LEFT.fullmatch(words):
        amounts = zip(_UNITS, left.groups(), strict=True)
        return now + sum(unit * int(amount) for unit, amount in amounts if amount is not None)
    today = datetime.fromtimestamp(now, UTC).astimezone(zone)
    if of_day := _TIME_OF_DAY.fullmatch(words):
        clock = _time(of_day[1], of_day[2])
        day = today.date() if clock > today.time() else today.date() + timedelta(1)
        return _moment(day, clock, zone)
    if near := _DAY_NAMED.fullmatch(words):
        day = today.date() + timedelta(_DAYS_NAMED[near[1].lower()])
        return _moment(day, _END_OF_DAY if near[2] is None else _time(near[2], near[3]), zone)
    named = _DATE.fullmatch(words)
    if named is None:
        raise MomentNotUnderstood
    clock = _END_OF_DAY if named[4] is None else _time(named[4], named[5])
    return _moment(_day(int(named[1]), int(named[2]), named[3], today.date()), clock, zone)


def _day(day: int, month: int, year: str | None, today: date) -> date:
    for each in [int(year)] if year else range(today.year - 1, today.year + 2):
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year is not None or found > today - timedelta(seconds=LATE_MOST):
            return found
    raise MomentNotUnderstood


def _time(hour: str, minute: str) -> time:
    try:
        return time(int(hour), int(minute))
    except ValueError:
        raise MomentNotUnderstood from None


def _moment(day: date, clock: time, zone: ZoneInfo) -> int:
    try:
        return int(datetime.combine(day, clock, zone).timestamp())
    except (ValueError, OverflowError):  # the years 1 and 9999, east or west of here
        raise MomentNotUnderstood from None
