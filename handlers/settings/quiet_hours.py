"""Quiet hours as people write them: «23:00–08:00», «с 23 до 8»."""

import re
from datetime import time

from orders.policy import QuietHours
from orders.refusals import QuietHoursNotUnderstood

_HOURS = re.compile(
    r"(?:с|from)?\s*(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|до|to|till|until)\s*(\d{1,2})(?:[:.](\d{2}))?", re.IGNORECASE
)
_HOURS_IN_A_DAY = 24
_MINUTES_IN_AN_HOUR = 60


def parse_quiet_hours(text: str) -> QuietHours:
    """Raises: QuietHoursNotUnderstood."""
    match = _HOURS.fullmatch(" ".join(text.split()))
    if match is None:
        raise QuietHoursNotUnderstood
    return quiet_hours(_time(match[1], match[2]), _time(match[3], match[4]))


def quiet_hours(start: time, end: time) -> QuietHours:
    """Raises: QuietHoursNotUnderstood: a whole day of silence would swallow every warning."""
    if start == end:
        raise QuietHoursNotUnderstood
    return QuietHours(start, end)


def _time(hour: str, minute: str | None) -> time:
    hours, minutes = int(hour), int(minute or 0)
    if (hours, minutes) == (_HOURS_IN_A_DAY, 0):
        hours = 0
    if hours >= _HOURS_IN_A_DAY or minutes >= _MINUTES_IN_AN_HOUR:
        raise QuietHoursNotUnderstood
    return time(hours, minutes)
