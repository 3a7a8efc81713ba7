"""Dates as people write them."""

import re
from datetime import date

from orders.refusals import DateNotUnderstood

_DATE = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?")


def parse_date(text: str, today: date) -> date:
    """«30.11» or «30.11.2026»; without a year, the next such day. Raises: DateNotUnderstood."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise DateNotUnderstood
    day, month = int(match[1]), int(match[2])
    years = [int(match[3])] if match[3] else [today.year, today.year + 1]
    for year in years:
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if match[3] or found >= today:
            return found
    raise DateNotUnderstood
