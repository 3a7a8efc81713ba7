"""Whether a seller takes orders now, and if not, until when: away, or with as many in work as they want at a time."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from orders.policy import DAY, HOUR
from orders.refusals import AwayOutOfRange, LimitNotUnderstood, LimitOutOfRange

#: Orders in work at a time, as a seller may set it.
AT_MOST = (1, 50)
AWAY_DAYS_MOST = 180
#: An order that is not paid yet keeps its place in the limit for so long.
PLACE_KEPT = HOUR


class Taking(StrEnum):
    """Whether a seller takes orders."""

    OPEN = "open"
    AWAY = "away"
    #: As many are in work as the seller wants at a time.
    BUSY = "busy"
    #: The operator has paused the seller.
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Availability:
    """How it stands at one moment. `back_at`: when a seller who is away takes orders again, epoch seconds."""

    taking: Taking = Taking.OPEN
    back_at: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether an order can be placed now."""
        return self.taking is Taking.OPEN


def availability(away_until: int | None, works_at_most: int | None, in_work: int, now: int) -> Availability:
    """What the seller's own wishes make of it. Being away ends by itself: at that moment orders are taken again."""
    if away_until is not None and now < away_until:
        return Availability(Taking.AWAY, away_until)
    if works_at_most is not None and in_work >= works_at_most:
        return Availability(Taking.BUSY)
    return Availability()


def away_for(days: int, now: int) -> int:
    """Until when, if it is for so many days of 86,400 seconds. Raises: AwayOutOfRange."""
    if not 1 <= days <= AWAY_DAYS_MOST:
        raise AwayOutOfRange(1, AWAY_DAYS_MOST)
    return now + days * DAY


def away_until(day: date, now: int, zone: ZoneInfo) -> int:
    """Until when, if it is until that day: its first moment in the seller's zone. Raises: AwayOutOfRange."""
    until = int(datetime.combine(day, time(), zone).timestamp())
    if not now < until <= now + AWAY_DAYS_MOST * DAY:
        raise AwayOutOfRange(1, AWAY_DAYS_MOST)
    return until


def check_limit(most: int) -> int:
    """Raises: LimitOutOfRange."""
    if not AT_MOST[0] <= most <= AT_MOST[1]:
        raise LimitOutOfRange(*AT_MOST)
    return most


def parse_limit(text: str) -> int:
    """«3». Raises: LimitNotUnderstood, LimitOutOfRange."""
    words = text.strip()
    if re.fullmatch(r"[0-9]{1,9}", words) is None:
        raise LimitNotUnderstood(*AT_MOST)
    return check_limit(int(words))
