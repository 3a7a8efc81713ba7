"""What a seller asks to be paid out: how much and where to; and why an operator may decline (SPEC 7)."""

from orders.content import visible
from orders.money import Money, parse_amount
from orders.refusals import (
    AmountNotUnderstood,
    AmountOutOfRange,
    PayoutReasonLength,
    PayoutTargetLength,
    PriceNotUnderstood,
    PriceOutOfRange,
)

TARGET = (3, 500)
REASON = (3, 500)


def parse_payout(text: str, available: Money) -> Money:
    """How much of the balance, as a person wrote it: «500», «1 499,90 ₽».

    Raises: AmountNotUnderstood: not a number of this currency. AmountOutOfRange: nothing, or more than there is.
    """
    try:
        money = parse_amount(text, available.currency)
    except PriceNotUnderstood:
        raise AmountNotUnderstood(available.currency) from None
    except PriceOutOfRange:
        raise AmountOutOfRange(available.amount, available.currency) from None
    if not 0 < money.amount <= available.amount:
        raise AmountOutOfRange(available.amount, available.currency)
    return money


def check_target(text: str) -> str:
    """Where to: a card, a phone, a wallet, in the seller's words. Raises: PayoutTargetLength."""
    target = visible(text)
    if not TARGET[0] <= len(target) <= TARGET[1]:
        raise PayoutTargetLength(*TARGET, len(target))
    return target


def check_reason(text: str) -> str:
    """Why it is declined; the seller reads it. Raises: PayoutReasonLength."""
    reason = visible(text)
    if not REASON[0] <= len(reason) <= REASON[1]:
        raise PayoutReasonLength(*REASON, len(reason))
    return reason
