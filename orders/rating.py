"""The responsibility rating: how reliably a seller finishes what was paid for (SPEC 8)."""

from collections.abc import Sequence
from dataclasses import dataclass

from orders.order import Effect, Ending

WINDOW = 30


@dataclass(frozen=True, slots=True)
class Rating:
    """The last orders that count, newest first, at most `WINDOW` of them."""

    recent: tuple[Effect, ...] = ()

    @classmethod
    def of(cls, newest_first: Sequence[Effect]) -> "Rating":
        """The rating that these outcomes make."""
        return cls(tuple(newest_first[:WINDOW]))

    @property
    def kept(self) -> int:
        """Completed orders among them."""
        return sum(effect is Effect.KEPT for effect in self.recent)

    @property
    def broken(self) -> int:
        """Broken orders among them."""
        return len(self.recent) - self.kept

    @property
    def percent(self) -> int | None:
        """kept / (kept + broken) in whole percent, half rounded up; None: no data."""
        total = len(self.recent)
        return (200 * self.kept + total) // (2 * total) if total else None

    def after(self, effect: Effect | None) -> "Rating":
        """What the rating would be after one more order that ends so."""
        return self if effect is None else Rating.of((effect, *self.recent))


@dataclass(frozen=True, slots=True)
class Outcome:
    """One order that counts: how it ended, and when."""

    number: int
    ending: Ending
    effect: Effect
    ended_at: int


@dataclass(frozen=True, slots=True)
class Shift:
    """What one order has made of the rating."""

    before: Rating
    after: Rating

    @property
    def is_fall(self) -> bool:
        """Whether the percentage is lower now; the first order of all falls from nothing."""
        before, after = self.before.percent, self.after.percent
        return after is not None and (before is None or after < before)


def rating_of(newest_first: Sequence[Outcome]) -> Rating:
    """The rating that these orders make."""
    return Rating.of([outcome.effect for outcome in newest_first])


def without(newest_first: Sequence[Outcome], number: int) -> tuple[Outcome, ...]:
    """As if that order did not count."""
    return tuple(outcome for outcome in newest_first if outcome.number != number)


def among(newest_first: Sequence[Outcome], one_more: Outcome) -> tuple[Outcome, ...]:
    """With one more, at its place in time."""
    others = without(newest_first, one_more.number)
    return tuple(sorted((*others, one_more), key=lambda outcome: (outcome.ended_at, outcome.number), reverse=True))
