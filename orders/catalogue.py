"""The catalogue: what can be looked for, and in which order gigs stand (SPEC 8)."""

from dataclasses import dataclass
from enum import StrEnum

from orders.content import visible
from orders.refusals import NothingToSearch, SearchTooLong

WORDS_MAX = 200
#: So many kept orders everybody has from the start.
HEAD_START = 5
MILLION = 1_000_000


class Sort(StrEnum):
    """Which gigs come first. The values are short: they travel in buttons. Ties stand as by the rating."""

    RATING = "r"
    CHEAPER = "c"
    QUICKER = "q"
    NEWEST = "n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for. None: whatever it is."""

    words: str | None = None
    sort: Sort = Sort.RATING
    category_id: int | None = None
    #: In minor units of the bot's currency.
    price_most: int | None = None
    days_most: int | None = None

    @property
    def is_filtered(self) -> bool:
        """By something else than words."""
        return (self.category_id, self.price_most, self.days_most) != (None, None, None)


def standing(kept: int, broken: int) -> int:
    """(kept + 5) / (kept + broken + 5) in millionths, rounded down.

    Of the last 30 orders no two different fractions are nearer than 1/1190, so rounding changes no order.
    """
    return (kept + HEAD_START) * MILLION // (kept + broken + HEAD_START)


def parse_words(text: str) -> str:
    """What to look for. Raises: NothingToSearch: there is no letter or digit in it; SearchTooLong."""
    words = " ".join(visible(text).split())
    if not any(letter.isalnum() for letter in words):
        raise NothingToSearch
    if len(words) > WORDS_MAX:
        raise SearchTooLong(1, WORDS_MAX, len(words))
    return words
