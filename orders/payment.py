"""How an order is paid, and what is known of money that has arrived (SPEC 7)."""

import re
from dataclasses import dataclass
from enum import StrEnum

from orders.money import Money

#: Orders and options count from 1 and stay far below the database's largest integer.
_BILL = re.compile(r"order:([1-9]\d{0,17})(?::option:([1-9]\d{0,17}))?", re.ASCII)


class PaymentMethod(StrEnum):
    """Who carries the money of an order. Fixed when the order is placed."""

    #: Telegram Stars: the bot takes them and can give them back by itself.
    STARS = "stars"
    #: A payment provider behind Telegram: the bot takes the money, the operator gives it back by hand.
    PROVIDER = "provider"
    #: The sides settle between themselves.
    DIRECT = "direct"

    @property
    def holds_money(self) -> bool:
        """Whether the bot has the money between the payment and the end."""
        return self is not PaymentMethod.DIRECT


@dataclass(frozen=True, slots=True)
class Charge:
    """One payment that has arrived; `id` is Telegram's, the same however often it is told."""

    id: str
    money: Money


@dataclass(frozen=True, slots=True)
class Bill:
    """What an invoice asks money for: an order or, with `option`, paid extra work on it."""

    order_number: int
    option: int | None = None

    @property
    def payload(self) -> str:
        """As the invoice carries it; its payer never sees it."""
        return f"order:{self.order_number}" + ("" if self.option is None else f":option:{self.option}")

    @classmethod
    def of(cls, payload: str) -> "Bill | None":
        """The reverse; None: no invoice of ours."""
        match = _BILL.fullmatch(payload)
        return match and cls(int(match[1]), int(match[2]) if match[2] else None)
