"""Whether a seller takes orders: away until a moment, or with as many in work as they want at a time."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.availability import (
    AT_MOST,
    AWAY_DAYS_MOST,
    Availability,
    Taking,
    availability,
    away_for,
    away_until,
    check_limit,
    parse_limit,
)
from orders.policy import DAY
from orders.refusals import AwayOutOfRange, LimitNotUnderstood, LimitOutOfRange

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = int(datetime(2026, 11, 27, 12, tzinfo=MOSCOW).timestamp())
moments = st.integers(0, 2**33)


@given(until=st.none() | moments, most=st.none() | st.integers(*AT_MOST), in_work=st.integers(0, 60), now=moments)
def test_orders_are_taken_unless_the_seller_is_away_or_has_enough(
    until: int | None, most: int | None, in_work: int, now: int
) -> None:
    """Being away says more than being busy: it names a day."""
    found = availability(until, most, in_work, now)
    if until is not None and until > now:
        assert found == Availability(Taking.AWAY, until)
    elif most is not None and most <= in_work:
        assert found == Availability(Taking.BUSY)
    else:
        assert found == Availability()
    assert found.is_open is (found == Availability())


@given(days=st.integers(1, AWAY_DAYS_MOST), now=moments)
def test_at_the_moment_itself_orders_are_taken_again(days: int, now: int) -> None:
    """The end is exclusive, as everywhere."""
    until = away_for(days, now)
    assert until == now + days * DAY
    assert availability(until, None, 0, until - 1).taking is Taking.AWAY
    assert availability(until, None, 0, until).is_open


@pytest.mark.parametrize("days", [-1, 0, AWAY_DAYS_MOST + 1])
def test_nobody_is_away_for_no_day_or_for_ever(days: int) -> None:
    """By a forged button."""
    with pytest.raises(AwayOutOfRange):
        away_for(days, NOW)


def test_a_date_is_the_first_moment_of_that_day_where_the_seller_lives() -> None:
    """«До 5 декабря»: on the 5th orders are taken again."""
    assert away_until(date(2026, 12, 5), NOW, MOSCOW) == datetime(2026, 12, 4, 21, tzinfo=UTC).timestamp()


@pytest.mark.parametrize("day", [date(2026, 11, 27), date(2026, 11, 26), date(2027, 6, 1), date(9999, 12, 31)])
def test_today_the_past_and_a_far_year_are_refused(day: date) -> None:
    """Tomorrow at the earliest."""
    with pytest.raises(AwayOutOfRange):
        away_until(day, NOW, MOSCOW)


@given(most=st.integers(*AT_MOST), spaces=st.sampled_from(["", " ", "\n"]))
def test_a_limit_is_a_whole_number(most: int, spaces: str) -> None:
    """As people type it."""
    assert parse_limit(f"{spaces}{most}{spaces}") == most


@pytest.mark.parametrize("text", ["", "много", "3.5", "-1", "٣", "1" * 10])
def test_what_is_no_number_is_no_limit(text: str) -> None:
    """The sentence says what is expected."""
    with pytest.raises(LimitNotUnderstood):
        parse_limit(text)


@pytest.mark.parametrize("most", [0, AT_MOST[1] + 1])
def test_a_limit_has_bounds(most: int) -> None:
    """Typed or forged."""
    with pytest.raises(LimitOutOfRange):
        parse_limit(str(most))
    with pytest.raises(LimitOutOfRange):
        check_limit(most)
