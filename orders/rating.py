"""The responsibility rating: how reliably a seller finishes what was paid for (SPEC 8)."""

from collections.abc import Sequence
from dataclasses import dataclass

from orders.order import Effect

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
