"""What «Баланс» tells of one person: sums, and one item for each order, payout and refund behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desk.money import Held, Payout, Purse, Refund
from desk.ports import Unit
from orders.money import Money
from orders.status import Side

#: Items of one message, each with a button or two.
ON_A_PAGE = 8


class Section(StrEnum):
    """What an item is, in the order in which they are shown."""

    #: Held for an order that the person sells, or buys.
    SELLING = "selling"
    LEAVING = "leaving"
    BUYING = "buying"
    RETURNING = "returning"


@dataclass(frozen=True, slots=True)
class Item:
    """One line."""

    section: Section
    what: Held | Payout | Refund


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """A person's money with the bot, as a seller and as a buyer."""

    purses: tuple[Purse, ...]
    selling: tuple[Held, ...]
    leaving: tuple[Payout, ...]
    buying: tuple[Held, ...]
    returning: tuple[Refund, ...]

    @property
    def is_sellers(self) -> bool:
        """Whether the person has earned anything, or will."""
        return bool(self.purses or self.selling)

    @property
    def available(self) -> tuple[Money, ...]:
        """What can be paid out, a sum a currency."""
        return tuple(purse.money(purse.available) for purse in self.purses if purse.available)

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything behind the sums."""
        return tuple(self._items())

    def _items(self) -> Iterator[Item]:
        yield from (Item(Section.SELLING, held) for held in self.selling)
        yield from (Item(Section.LEAVING, payout) for payout in self.leaving)
        yield from (Item(Section.BUYING, held) for held in self.buying)
        yield from (Item(Section.RETURNING, refund) for refund in self.returning)


async def balance_of(unit: Unit, person_id: int) -> Balance:
    """As the ledger stands now."""
    return Balance(
        purses=await unit.balances.purses(person_id),
        selling=await unit.balances.held(person_id, Side.SELLER),
        leaving=await unit.payouts.requested_of(person_id),
        buying=await unit.balances.held(person_id, Side.BUYER),
        returning=await unit.refunds.open_of(person_id),
    )
