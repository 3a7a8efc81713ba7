"""What the catalogue shows."""

from dataclasses import dataclass

from orders.gig import Gig


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A gig on sale, with what its place is made of: its seller's last orders that count, its own positive reviews."""

    gig: Gig
    kept: int
    broken: int
    positive: int

    @property
    def percent(self) -> int | None:
        """As `orders.rating.Rating.percent`."""
        total = self.kept + self.broken
        return (200 * self.kept + total) // (2 * total) if total else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Where a gig stood in the catalogue with one rating of its seller, and where it stands with another; from 1."""

    title: str
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguePage:
    """Some of what was found, in the order that was asked for, and how many there are in all."""

    rows: tuple[Listed, ...]
    total: int
    #: The words that were looked for instead of what was typed; None: those that were typed.
    shown_for: str | None = None
    #: No gig has all of the words: these have most of them.
    is_partial: bool = False
