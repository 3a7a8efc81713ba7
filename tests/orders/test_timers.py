"""When an order needs attention next: steps, warnings, personal offsets and quiet hours."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from orders.order import Ending, Order, Running
from orders.policy import Policy, Preferences, QuietHours
from orders.status import Side
from orders.timers import Timer, TimerKind, is_quiet, newest_of_each_kind, outside_quiet_hours, plan
from tests.orders.builders import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    POLICY,
    TERM,
    asked,
    at,
    awaiting_payment,
    buyer_asked,
    ended,
    in_progress,
    in_review,
    not_started,
    overdue,
    person,
    seller_asked,
)

START = TimerKind.START_WARNING
DUE = TimerKind.DUE_WARNING
REVIEW = TimerKind.REVIEW_WARNING
ANSWER = TimerKind.ANSWER_WARNING
NIGHT = (time(23), time(8))


def planned(
    order: Order, seller: Preferences | None = None, buyer: Preferences | None = None, now: int = NOW
) -> set[tuple[TimerKind, int, int]]:
    """Kind, offset and how long from now; that order and turn are right is checked on the way."""
    timers = plan(order, now, POLICY, seller or person(), buyer or person())
    assert all((timer.order_number, timer.turn) == (order.number, order.turn) for timer in timers)
    assert len(set(timers)) == len(timers)
    return {(timer.kind, timer.offset, timer.due_at - now) for timer in timers}


def settle(after: int) -> tuple[TimerKind, int, int]:
    """The step itself."""
    return (TimerKind.SETTLE, 0, after)


def warning(kind: TimerKind, offset: int, left: int) -> tuple[TimerKind, int, int]:
    """A warning at its own offset of a clock with so much left."""
    return (kind, offset, left - offset)


def test_a_timer_names_its_order_its_turn_and_its_moment() -> None:
    """The whole row, once."""
    order = awaiting_payment(left=HOUR)
    timer = Timer(order_number=12, kind=TimerKind.SETTLE, offset=0, turn=order.turn, due_at=NOW + HOUR)
    assert plan(order, NOW, POLICY, person(), person()) == (timer,)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (awaiting_payment(left=DAY), {settle(DAY)}),
        (not_started(left=DAY), {settle(DAY), *(warning(START, h * HOUR, DAY) for h in (12, 3, 1))}),
        (in_progress(left=TERM), {settle(TERM), *(warning(DUE, h * HOUR, TERM) for h in (24, 6, 1))}),
        (in_review(left=3 * DAY), {settle(3 * DAY), *(warning(REVIEW, h * HOUR, 3 * DAY) for h in (24, 3))}),
        (seller_asked(), {settle(2 * DAY), *(warning(ANSWER, h * HOUR, 2 * DAY) for h in (24, 3))}),
        (buyer_asked(), {settle(2 * DAY), *(warning(ANSWER, h * HOUR, 2 * DAY) for h in (24, 3))}),
        (seller_asked(not_started(left=1)), {settle(2 * DAY), *(warning(ANSWER, h * HOUR, 2 * DAY) for h in (24, 3))}),
        (overdue(told=False), {settle(-HOUR)}),
        (overdue(told=True), set()),
        (ended(Ending.ACCEPTED), set()),
        (ended(Ending.BLAMED), set()),
    ],
    ids=lambda value: value.status if isinstance(value, Order) else "",
)
def test_each_state_has_its_step_and_its_warnings(order: Order, expected: set[tuple[TimerKind, int, int]]) -> None:
    """A frozen clock has none; a pending request has its own; a known delay needs nothing more."""
    assert planned(order) == expected


@pytest.mark.parametrize(
    ("build", "kind", "offsets"),
    [(not_started, START, (12, 3, 1)), (in_progress, DUE, (24, 6, 1)), (in_review, REVIEW, (24, 3))],
)
def test_only_warnings_inside_what_is_left_are_planned(
    build: Callable[..., Order], kind: TimerKind, offsets: tuple[int, ...]
) -> None:
    """An offset of exactly what is left is not inside; one second more is."""
    for hours in offsets:
        left = hours * HOUR
        shorter = {warning(kind, h * HOUR, left) for h in offsets if h < hours}
        assert planned(build(left=left)) == {settle(left), *shorter}
        longer = {warning(kind, h * HOUR, left + 1) for h in offsets if h <= hours}
        assert planned(build(left=left + 1)) == {settle(left + 1), *longer}


def test_a_pending_requests_reminders_lie_inside_the_time_to_answer() -> None:
    """Like those of any clock."""
    order = asked(in_progress(), Side.SELLER, answer_left=3 * HOUR)
    assert planned(order) == {settle(3 * HOUR)}


def test_the_operators_offsets_apply_where_a_person_has_none() -> None:
    """All four kinds; an offset given twice is one warning."""
    policy = Policy(
        start_warnings=(7, 7), due_warnings=(8,), review_warnings=(9,), cancel_answer_warnings=(10, 10), start_window=1
    )
    for order, kind, offset in (
        (not_started(), START, 7),
        (in_progress(), DUE, 8),
        (in_review(), REVIEW, 9),
        (seller_asked(), ANSWER, 10),
    ):
        timers = plan(order, NOW, policy, person(), person())
        assert [(timer.kind, timer.offset) for timer in timers if timer.kind.is_warning] == [(kind, offset)]


def test_a_sellers_own_offsets_replace_the_operators() -> None:
    """None at all is a choice too; the buyer's are not asked."""
    own = replace(person(), start_warnings=(2 * HOUR,), due_warnings=())
    assert planned(not_started(left=DAY), own) == {settle(DAY), warning(START, 2 * HOUR, DAY)}
    assert planned(in_progress(left=TERM), own) == {settle(TERM)}
    assert planned(in_review(left=3 * DAY), own) == planned(in_review(left=3 * DAY))
    assert planned(not_started(left=DAY), buyer=own) == planned(not_started(left=DAY))
    assert planned(in_progress(left=TERM), buyer=own) == planned(in_progress(left=TERM))


def test_a_warning_in_quiet_hours_comes_a_minute_before_they_begin() -> None:
    """Now is noon; paid until noon tomorrow: 12 h left is midnight, which is quiet from 23:00."""
    quiet = person(quiet=NIGHT)
    assert planned(not_started(left=DAY), quiet) == {
        settle(DAY),
        (START, 12 * HOUR, 11 * HOUR - MINUTE),
        warning(START, 3 * HOUR, DAY),
        warning(START, HOUR, DAY),
    }


def test_several_warnings_moved_to_one_moment_are_one_the_nearest_to_the_end() -> None:
    """Until 7:00: 12 h left is 19:00, 3 h and 1 h are 4:00 and 6:00, in the night."""
    order = not_started(left=19 * HOUR)
    assert planned(order, person(quiet=NIGHT)) == {
        settle(19 * HOUR),
        warning(START, 12 * HOUR, 19 * HOUR),
        (START, HOUR, 11 * HOUR - MINUTE),
    }


def test_a_warning_whose_quiet_hours_have_already_begun_is_not_sent() -> None:
    """It would have had to come before; later is never right."""
    order = not_started(left=2 * HOUR)
    assert planned(order, person(quiet=(time(11), time(20)))) == {settle(2 * HOUR)}


def test_quiet_hours_are_those_of_who_is_warned() -> None:
    """The seller of start, due and the buyer's request; the buyer of review and the seller's request."""
    silent = person(quiet=(time(0), time(23, 59)))
    seller_warned = (not_started(left=DAY), in_progress(left=TERM), buyer_asked())
    buyer_warned = (in_review(left=3 * DAY), seller_asked())
    for order in seller_warned:
        assert planned(order, buyer=silent) == planned(order) != planned(order, seller=silent)
    for order in buyer_warned:
        assert planned(order, seller=silent) == planned(order) != planned(order, buyer=silent)


def test_the_step_itself_knows_no_quiet_hours() -> None:
    """Only warnings are moved."""
    silent = person(quiet=(time(0), time(23, 59)))
    assert settle(DAY) in planned(not_started(left=DAY), silent, silent)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ((3, 22, 59), (3, 22, 59)),
        ((3, 23, 0), (3, 22, 59)),
        ((3, 23, 59), (3, 22, 59)),
        ((4, 0, 0), (3, 22, 59)),
        ((4, 7, 59), (3, 22, 59)),
        ((4, 8, 0), (4, 8, 0)),
        ((4, 12, 0), (4, 12, 0)),
    ],
)
@pytest.mark.parametrize("zone", ["UTC", "Europe/Moscow", "America/New_York", "Asia/Kolkata"])
def test_a_night_that_spans_midnight_begins_the_evening_before(
    zone: str, moment: tuple[int, int, int], expected: tuple[int, int, int]
) -> None:
    """Its start belongs to it, its end does not; in the person's own zone."""
    sleeper = person(zone, NIGHT)
    actual = outside_quiet_hours(at(zone, 2026, 3, *moment), sleeper)
    assert actual == at(zone, 2026, 3, *expected)
    assert is_quiet(at(zone, 2026, 3, *moment), sleeper) == (moment != expected)


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [(12, 59, (12, 59)), (13, 0, (12, 59)), (14, 29, (12, 59)), (14, 30, (14, 30)), (0, 0, (0, 0)), (23, 59, (23, 59))],
)
def test_a_quiet_afternoon_lies_within_one_day(hour: int, minute: int, expected: tuple[int, int]) -> None:
    """From 13:00 to 14:30."""
    napper = person("Asia/Kolkata", (time(13), time(14, 30)))
    actual = outside_quiet_hours(at("Asia/Kolkata", 2026, 3, 3, hour, minute), napper)
    assert actual == at("Asia/Kolkata", 2026, 3, 3, *expected)


@pytest.mark.parametrize("quiet", [None, (time(9), time(9)), (time(0), time(0))])
def test_without_quiet_hours_nothing_is_moved(quiet: tuple[time, time] | None) -> None:
    """None set, or an empty span."""
    for minute in range(0, 24 * 60, 30):
        assert outside_quiet_hours(NOW + minute * MINUTE, person(quiet=quiet)) == NOW + minute * MINUTE
        assert not is_quiet(NOW + minute * MINUTE, person(quiet=quiet))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        # The night of 28 to 29 March 2026 lacks the hour from 2 to 3.
        (at("Europe/Berlin", 2026, 3, 29, 1, 59), at("Europe/Berlin", 2026, 3, 28, 22, 59)),
        (at("Europe/Berlin", 2026, 3, 29, 3, 0), at("Europe/Berlin", 2026, 3, 28, 22, 59)),
        (at("Europe/Berlin", 2026, 3, 29, 7, 59), at("Europe/Berlin", 2026, 3, 28, 22, 59)),
        (at("Europe/Berlin", 2026, 3, 29, 8, 0), at("Europe/Berlin", 2026, 3, 29, 8, 0)),
        # The night of 24 to 25 October has that hour twice.
        (at("Europe/Berlin", 2026, 10, 25, 2, 30), at("Europe/Berlin", 2026, 10, 24, 22, 59)),
        (at("Europe/Berlin", 2026, 10, 25, 2, 30) + HOUR, at("Europe/Berlin", 2026, 10, 24, 22, 59)),
        (at("Europe/Berlin", 2026, 10, 25, 7, 59), at("Europe/Berlin", 2026, 10, 24, 22, 59)),
        (at("Europe/Berlin", 2026, 10, 25, 8, 0), at("Europe/Berlin", 2026, 10, 25, 8, 0)),
    ],
)
def test_nights_of_23_and_25_hours_are_quiet_by_the_wall_clock(moment: int, expected: int) -> None:
    """The settings say what the clock on the wall shows."""
    assert outside_quiet_hours(moment, person("Europe/Berlin", NIGHT)) == expected


def test_of_warnings_that_came_due_together_the_nearest_to_the_end_says_it_all() -> None:
    """One of each kind, in whatever order they come."""
    due = {
        (kind, offset): Timer(order_number=12, kind=kind, offset=offset, turn=4, due_at=NOW - offset)
        for kind in (START, REVIEW)
        for offset in (12 * HOUR, HOUR, 3 * HOUR)
    }
    assert set(newest_of_each_kind(due.values())) == {due[START, HOUR], due[REVIEW, HOUR]}
    assert set(newest_of_each_kind(reversed(due.values()))) == {due[START, HOUR], due[REVIEW, HOUR]}
    assert newest_of_each_kind(()) == ()


def test_only_the_step_is_not_a_warning() -> None:
    """Four kinds of warning, one kind of step, and what operators are reminded of."""
    assert {kind for kind in TimerKind if not kind.is_warning} == {TimerKind.SETTLE, TimerKind.DISPUTE_REMINDER}


# --- for any settings ---

ZONES = ("UTC", "Europe/Moscow", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Chatham")
#: Hours that every zone above has on every day of the year, whatever daylight saving does.
CERTAIN_HOURS = [hour for hour in range(24) if hour not in {1, 2, 3}]


@st.composite
def quiet_people(draw: st.DrawFn) -> Preferences:
    """Someone with quiet hours that leave some of the day for warnings, and maybe with offsets of their own."""
    start = draw(st.builds(time, st.sampled_from(CERTAIN_HOURS), st.integers(0, 59)))
    length = draw(st.integers(1, 22 * 60))
    end_minute = (start.hour * 60 + start.minute + length) % (24 * 60)
    offsets = st.none() | st.lists(st.integers(MINUTE, 5 * DAY), max_size=6).map(tuple)
    return Preferences(
        timezone=ZoneInfo(draw(st.sampled_from(ZONES))),
        quiet=draw(st.none() | st.just(QuietHours(start, time(*divmod(end_minute, 60))))),
        start_warnings=draw(offsets),
        due_warnings=draw(offsets),
    )


#: Any second of 2026 and 2027, with both changes of each year.
MOMENTS = st.integers(at("UTC", 2026, 1, 1), at("UTC", 2028, 1, 1))
CLOCKS: list[Callable[[int], Order]] = [
    lambda left: not_started(left=left),
    lambda left: in_progress(left=left),
    lambda left: in_review(left=left),
    lambda left: asked(in_progress(), Side.SELLER, answer_left=left),
    lambda left: asked(in_progress(), Side.BUYER, answer_left=left),
]


@given(now=MOMENTS, build=st.sampled_from(CLOCKS), left=st.integers(-DAY, 60 * DAY), someone=quiet_people())
def test_every_warning_is_to_come_before_the_end_and_out_of_quiet_hours(
    now: int, build: Callable[[int], Order], left: int, someone: Preferences
) -> None:
    """And never later than asked for, at most one a moment; the step is at the end of the clock."""
    order = build(now - NOW + left)
    timers = plan(order, now, POLICY, someone, someone)
    steps = [timer.due_at for timer in timers if timer.kind is TimerKind.SETTLE]
    warnings = [timer for timer in timers if timer.kind.is_warning]
    assert steps == [now + left]
    assert len({timer.due_at for timer in warnings}) == len(warnings)
    for timer in warnings:
        assert now < timer.due_at <= now + left - timer.offset < now + left
        assert not is_quiet(timer.due_at, someone)
        assert not _shows_quiet(timer.due_at, someone)


@given(
    now=MOMENTS,
    left=st.integers(1, 10 * DAY),
    offsets=st.lists(st.integers(1, 12 * DAY), max_size=6),
)
def test_without_quiet_hours_exactly_the_offsets_inside_are_planned(now: int, left: int, offsets: list[int]) -> None:
    """No more, no fewer."""
    order = replace(not_started(), clock=Running(now + left))
    seller = replace(person(), start_warnings=tuple(offsets))
    expected = {(START, offset, left - offset) for offset in offsets if offset < left}
    assert planned(order, seller, now=now) == {settle(left), *expected}


@given(moment=MOMENTS.map(lambda second: second - second % MINUTE), someone=quiet_people())
@example(at("Europe/Berlin", 2026, 3, 29, 4), person("Europe/Berlin", NIGHT))
@example(at("Europe/Berlin", 2026, 10, 25, 4), person("Europe/Berlin", NIGHT))
def test_a_moved_warning_comes_in_the_last_minute_that_is_not_quiet(moment: int, someone: Preferences) -> None:
    """As going back minute by minute finds it."""
    expected = moment
    while _shows_quiet(expected, someone):
        expected -= MINUTE
    assert outside_quiet_hours(moment, someone) == expected
    assert is_quiet(moment, someone) == (expected != moment)


def _shows_quiet(moment: int, someone: Preferences) -> bool:
    """Whether the clock on the person's wall shows a quiet minute, counted round from the start of the quiet."""
    if someone.quiet is None:
        return False
    shown = datetime.fromtimestamp(moment, UTC).astimezone(someone.timezone)
    start, end = (value.hour * 60 + value.minute for value in (someone.quiet.start, someone.quiet.end))
    return (shown.hour * 60 + shown.minute - start) % (24 * 60) < (end - start) % (24 * 60)
