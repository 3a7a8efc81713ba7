"""How long a buyer has to judge: three days, four with a weekend."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from orders.policy import Policy
from orders.review import review_until
from tests.orders.builders import DAY, HOUR, MINUTE, at

MOSCOW = Policy()
BERLIN = Policy(business_timezone=ZoneInfo("Europe/Berlin"))
CAIRO = Policy(business_timezone=ZoneInfo("Africa/Cairo"))


def moscow(day: int, hour: int = 0, minute: int = 0, second: int = 0) -> int:
    """A moment of March 2026 in Moscow; the 2nd is a Monday."""
    return at("Europe/Moscow", 2026, 3, day, hour, minute, second)


@pytest.mark.parametrize(
    ("delivered", "expected"),
    [
        pytest.param(moscow(3, 23), moscow(6, 23), id="Tuesday 23:00 to Friday 23:00"),
        pytest.param(moscow(4), moscow(7), id="Wednesday 00:00 to Saturday 00:00, whose end is exclusive"),
        pytest.param(moscow(4, 12), moscow(8, 12), id="Wednesday 12:00 to Sunday 12:00"),
    ],
)
def test_the_examples_of_the_product(delivered: int, expected: int) -> None:
    """As the rules tell them."""
    assert review_until(delivered, MOSCOW) == expected


@pytest.mark.parametrize(
    ("delivered", "days"),
    [
        pytest.param(moscow(2), 3, id="Monday"),
        pytest.param(moscow(4, 0, 0, 1), 4, id="Wednesday, one second into it"),
        pytest.param(moscow(5, 12), 4, id="Thursday"),
        pytest.param(moscow(6, 12), 4, id="Friday"),
        pytest.param(moscow(7), 4, id="Saturday"),
        pytest.param(moscow(8, 12), 4, id="Sunday"),
        pytest.param(moscow(8, 23, 59, 59), 4, id="Sunday, its last second"),
        pytest.param(moscow(9), 3, id="Monday again"),
    ],
)
def test_a_moment_of_the_weekend_is_enough_for_the_fourth_day(delivered: int, days: int) -> None:
    """A single second of Saturday or Sunday counts."""
    assert review_until(delivered, MOSCOW) == delivered + days * DAY


def test_the_weekend_is_that_of_the_business_time_zone() -> None:
    """Wednesday 00:00 in Moscow is Tuesday 22:00 in Berlin; Wednesday 00:00 in Berlin is 2:00 in Moscow."""
    assert review_until(moscow(4), BERLIN) == moscow(4) + 3 * DAY
    berlin_midnight = at("Europe/Berlin", 2026, 3, 4)
    assert review_until(berlin_midnight, BERLIN) == berlin_midnight + 3 * DAY
    assert review_until(berlin_midnight, MOSCOW) == berlin_midnight + 4 * DAY


@pytest.mark.parametrize(
    ("delivered", "shown"),
    [
        pytest.param(at("Europe/Berlin", 2026, 3, 27, 12), "2026-03-31 13:00", id="an hour is skipped on 29 March"),
        pytest.param(at("Europe/Berlin", 2026, 10, 23, 12), "2026-10-27 11:00", id="an hour comes twice on 25 October"),
        pytest.param(at("Europe/Berlin", 2026, 3, 29, 23, 59), "2026-04-02 23:59", id="the last minute of the change"),
        pytest.param(at("Europe/Berlin", 2026, 3, 30), "2026-04-02 00:00", id="the Monday after the change"),
        pytest.param(at("Europe/Berlin", 2026, 3, 24, 23), "2026-03-27 23:00", id="before the weekend of the change"),
    ],
)
def test_the_windows_are_exact_seconds_whatever_daylight_saving_does(delivered: int, shown: str) -> None:
    """So the clock on the wall may show another hour at the end."""
    until = datetime.fromtimestamp(review_until(delivered, BERLIN), UTC).astimezone(BERLIN.business_timezone)
    assert until.strftime("%Y-%m-%d %H:%M") == shown


def test_a_day_of_another_length_before_the_weekend_moves_its_edge() -> None:
    """Cairo skips an hour of Friday 24 April 2026 and has one of Thursday 29 October twice."""
    tuesday_evening = at("Africa/Cairo", 2026, 4, 21, 23, 30)
    assert review_until(tuesday_evening, CAIRO) == tuesday_evening + 4 * DAY
    assert review_until(tuesday_evening - 30 * MINUTE, CAIRO) == tuesday_evening - 30 * MINUTE + 3 * DAY
    wednesday = at("Africa/Cairo", 2026, 10, 28, 0, 30)
    assert review_until(wednesday, CAIRO) == wednesday + 3 * DAY
    assert review_until(wednesday + 30 * MINUTE, CAIRO) == wednesday + 30 * MINUTE + 3 * DAY
    assert review_until(wednesday + 31 * MINUTE, CAIRO) == wednesday + 31 * MINUTE + 4 * DAY


def test_the_operators_windows_apply() -> None:
    """A window of an hour on a Friday evening touches the weekend only if it reaches it."""
    policy = Policy(review_window=HOUR, review_window_with_weekend=5 * HOUR)
    assert review_until(moscow(6, 23), policy) == moscow(7)
    assert review_until(moscow(6, 23, 0, 1), policy) == moscow(7, 4, 0, 1)


@settings(max_examples=60)
@given(
    delivered=st.integers(at("UTC", 2026, 1, 1), at("UTC", 2028, 1, 1)),
    zone=st.sampled_from(["Europe/Moscow", "Europe/Berlin", "Africa/Cairo", "Pacific/Chatham", "America/New_York"]),
)
@example(delivered=moscow(4), zone="Europe/Moscow")
@example(delivered=moscow(4) + 1, zone="Europe/Moscow")
@example(delivered=moscow(9) - 1, zone="Europe/Moscow")
def test_looking_at_every_minute_finds_the_same_weekend(delivered: int, zone: str) -> None:
    """A model that walks through the 72 hours; no zone changes its day but on a full minute."""
    walked = [delivered, *range(delivered - delivered % MINUTE + MINUTE, delivered + 3 * DAY, MINUTE)]
    there = ZoneInfo(zone)
    has_weekend = any(datetime.fromtimestamp(moment, there).strftime("%a") in {"Sat", "Sun"} for moment in walked)
    expected = delivered + (4 if has_weekend else 3) * DAY
    assert review_until(delivered, Policy(business_timezone=there)) == expected
