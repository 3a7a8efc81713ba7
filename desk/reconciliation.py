"""What Telegram's own list of Star transactions says, and how our books can differ from it (SPEC 7)."""

from dataclasses import dataclass
from enum import StrEnum

from desk.money import Payment
from orders.money import Money
from orders.payment import Charge, PaymentMethod

_STARS = "XTR"


@dataclass(frozen=True, slots=True, kw_only=True)
class StarTransaction:
    """Stars that have come from a person, or gone to one. A refund has the id of its payment."""

    charge_id: str
    is_incoming: bool
    person_id: int
    #: Of the invoice that was paid.
    payload: str
    amount: int
    #: Epoch seconds, by Telegram's clock.
    at: int

    @property
    def payment(self) -> Payment:
        """The same as if an update had told of it."""
        return Payment(
            charge=Charge(self.charge_id, Money(self.amount, _STARS)),
            provider_charge_id="",
            payer_id=self.person_id,
            payload=self.payload,
            method=PaymentMethod.STARS,
        )


class DifferenceKind(StrEnum):
    """How the two can differ."""

    #: No update had told of the payment; it is booked now.
    MISSED = "missed"
    #: The Stars have gone back though we give nothing back: a chargeback, or somebody's own doing.
    TAKEN_BACK = "taken_back"
    #: We have a payment that Telegram has not.
    NOT_THERE = "not_there"
    #: We say that it was given back, Telegram does not.
    NOT_RETURNED = "not_returned"
    #: Another amount, or another payer.
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One payment on which we and Telegram don't agree."""

    kind: DifferenceKind
    charge_id: str
    person_id: int
    amount: int
    #: The order for which we hold or have held it; None: it was owed back at once.
    order_number: int | None
    #: Whether that order has ended.
    is_over: bool = False
