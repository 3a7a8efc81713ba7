"""What is kept of money besides the ledger: payments, refunds, payouts (SPEC 7)."""

from dataclasses import dataclass
from enum import StrEnum

from orders.ledger import EntryKind, net_of
from orders.money import Money
from orders.payment import Charge, PaymentMethod


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """A payment that Telegram has told of."""

    charge: Charge
    #: The provider's own number of it, by which the operator finds it there; empty for Stars.
    provider_charge_id: str
    payer_id: int
    #: Of the invoice that was paid.
    payload: str
    method: PaymentMethod
    #: The order for which it is held; None: it is owed back.
    order_number: int | None = None
    received_at: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """Money that is owed to a buyer until `done_at`."""

    id: int
    person_id: int
    money: Money
    #: The payment that it undoes whole; None: a part of one, given back by hand.
    charge_id: str | None
    order_number: int | None
    #: The operator gives it back; otherwise the bot does.
    by_hand: bool
    due_at: int
    #: How often the bot has tried in vain, and why the last time.
    attempts: int = 0
    error: str | None = None
    done_at: int | None = None


class PayoutState(StrEnum):
    """Where a payout stands."""

    REQUESTED = "requested"
    PAID = "paid"
    DECLINED = "declined"
    #: The seller has taken the request back.
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Payout:
    """Money that a seller wants to be paid. `target`: where to, in the seller's words."""

    id: int
    person_id: int
    money: Money
    target: str
    requested_at: int
    state: PayoutState = PayoutState.REQUESTED
    settled_at: int | None = None
    #: The operator who has paid or declined it.
    settled_by: int | None = None
    #: Why it was declined.
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Purse:
    """What a person has earned in one currency, and where it is now; minor units, each a sum of the ledger.

    Raises: ValueError: the sums contradict each other.
    """

    currency: str
    earned: int
    #: How many orders have brought it.
    orders: int
    available: int
    #: Asked for and not paid out yet.
    leaving: int
    paid_out: int

    def __post_init__(self) -> None:
        if self.available + self.leaving + self.paid_out != self.earned:
            raise ValueError(f"what was earned is somewhere: {self}")

    def money(self, amount: int) -> Money:
        """An amount of this purse."""
        return Money(amount, self.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is held for one order. `commission`: the operator's part of it, in hundredths of a percent."""

    order_number: int
    title: str
    money: Money
    commission: int = 0

    @property
    def sellers(self) -> Money:
        """What the seller gets of it when the work is accepted."""
        return net_of(self.money, self.commission)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """One movement of a seller's balance; `amount` in minor units, signed."""

    entry_id: int
    at: int
    kind: EntryKind
    amount: int
    order_number: int | None = None
    title: str | None = None
    #: What the operator has kept of the order.
    commission: int = 0
    payout_id: int | None = None
    #: Where that payout stands now.
    payout_state: PayoutState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A seller's balance in one currency over some time. All three are sums of the ledger, taken one by one.

    Raises: ValueError: the movements do not lead from the one balance to the other.
    """

    currency: str
    opening: int
    lines: tuple[StatementLine, ...]
    closing: int

    def __post_init__(self) -> None:
        if self.opening + sum(line.amount for line in self.lines) != self.closing:
            raise ValueError(f"the movements lead elsewhere: {self}")

    def money(self, amount: int) -> Money:
        """An amount in its currency."""
        return Money(amount, self.currency)
