"""The periods of «Статистика», and how each is cut into months or years."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from babel.dates import format_date

from handlers.balance.month import Month

_MONTHS = 12


class Period(StrEnum):
    """What can be chosen. The values are short: they travel in buttons."""

    #: The current month and the eleven before it.
    MONTHS = "months"
    #: The calendar year until now.
    YEAR = "year"
    #: Since the first paid order.
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Timeline:
    """A period, cut into spans. `bounds`: epoch seconds; a span lies between each two of them."""

    title: str
    labels: tuple[str, ...]
    bounds: tuple[int, ...]


def timeline(period: Period, began_at: int, now: int, zone: ZoneInfo, language: str) -> Timeline:
    """Months in the reader's zone; of more than twelve since the beginning, years."""
    current = Month.of(now, zone)
    match period:
        case Period.MONTHS:
            first = Month(current.year - 1, current.number).after
        case Period.YEAR:
            first = Month(current.year, 1)
        case Period.ALL:
            first = min(Month.of(began_at, zone), current)
    title = first.name(language) if first == current else f"{first.name(language)} – {current.name(language)}"
    months = [first]
    while months[-1] < current:
        months.append(months[-1].after)
    if len(months) > _MONTHS:
        months = [first, *(Month(year, 1) for year in range(first.year + 1, current.year + 1))]
        labels = tuple(str(month.year) for month in months)
    else:
        labels = tuple(str(format_date(date(month.year, month.number, 1), "LLLL", locale=language)) for month in months)
    bounds = (*(month.begins(zone) for month in months), current.after.begins(zone))
    return Timeline(title, labels, bounds)
