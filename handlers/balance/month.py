"""A calendar month in its reader's zone."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date

_WRITTEN = re.compile(r"([1-9]\d{3})-(0[1-9]|1[0-2])", re.ASCII)
#: The database's time is counted from here; no month lies before it, and the last of datetime's has no next one.
_YEARS = range(1970, 9_999)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """Written «2026-11»."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    @classmethod
    def of(cls, at: int, zone: ZoneInfo) -> "Month":
        """The month of a moment."""
        local = datetime.fromtimestamp(at, UTC).astimezone(zone)
        return cls(local.year, local.month)

    @classmethod
    def read(cls, written: str) -> "Month | None":
        """The reverse of writing; None: it is no month, or none of ours."""
        match = _WRITTEN.fullmatch(written)
        return cls(int(match[1]), int(match[2])) if match is not None and int(match[1]) in _YEARS else None

    @property
    def before(self) -> "Month":
        """The one before."""
        return Month(self.year - 1, 12) if self.number == 1 else Month(self.year, self.number - 1)

    @property
    def after(self) -> "Month":
        """The next one."""
        return Month(self.year + 1, 1) if self.number == 12 else Month(self.year, self.number + 1)  # noqa: PLR2004

    def begins(self, zone: ZoneInfo) -> int:
        """Its first moment, epoch seconds."""
        return int(datetime(self.year, self.number, 1, tzinfo=zone).timestamp())

    def name(self, language: str) -> str:
        """«ноябрь 2026»."""
        return str(format_date(date(self.year, self.number, 1), "LLLL y", locale=language))
