"""The figures of «Статистика»: what a seller's orders, or everybody's, come to over some time (SPEC 8)."""

from dataclasses import dataclass

from orders.money import Money
from orders.order import Ending


@dataclass(frozen=True, slots=True)
class Earned:
    """What was earned in one span of time in one currency.

    `is_direct`: the prices of accepted orders that the sides settled between themselves; otherwise what the ledger has
    shared out to sellers, after commission.
    """

    span: int
    money: Money
    is_direct: bool = False


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Orders that a seller has taken elsewhere and added by hand: they stand in no other figure."""

    completed: int
    cancelled: int
    #: The prices of the completed ones, a sum a currency.
    moneys: tuple[Money, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of some time, which is cut into spans for what was earned. Orders that were never paid are not in
    them."""

    #: Empty sums are left out.
    earned: tuple[Earned, ...]
    #: What the operator has kept, a sum a currency.
    commission: tuple[Money, ...]
    #: How the orders that ended in that time ended, the most frequent first.
    endings: tuple[tuple[Ending, int], ...]
    #: Of those, how many count for the rating as kept and as broken.
    kept: int
    broken: int
    #: How many ended with a delivery that was accepted, and how many of these came before the due time.
    delivered: int
    in_time: int
    #: How many orders were begun in that time, and the median of the seconds from the payment to the start.
    started: int
    start_median: int | None
    #: Who has paid for an order in that time, and who for two or more.
    buyers: int
    repeat_buyers: int
    elsewhere: Elsewhere | None = None

    @property
    def is_empty(self) -> bool:
        """There is nothing to tell of that time."""
        return not (self.earned or self.endings or self.started or self.buyers or self.elsewhere)
