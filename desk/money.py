"""What is kept of money besides the ledger: payments, refunds, payouts (SPEC 7)."""

from dataclasses import dataclass
from enum import StrEnum

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
    #: Why it was declined.
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One movement of a seller's balance; `amount` in minor units, signed."""

    entry_id: int
    at: int
    kind: str
    money: Money
    order_number: int | None = None
    title: str | None = None
    payout_id: int | None = None
