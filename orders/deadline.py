"""Which clock of an order runs now, whose it is, and what is to be done before it runs out."""

from dataclasses import dataclass
from enum import StrEnum

from orders.order import Order, Running
from orders.status import Side, Status


class Duty(StrEnum):
    """What the clock waits for."""

    PAY = "pay"
    START = "start"
    DELIVER = "deliver"
    REVIEW = "review"
    #: The answer to a request to cancel.
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Deadline:
    """`side` is to do it before `until`."""

    duty: Duty
    side: Side
    until: int


_DUTIES = {
    Status.AWAITING_PAYMENT: (Duty.PAY, Side.BUYER),
    Status.NOT_STARTED: (Duty.START, Side.SELLER),
    Status.IN_PROGRESS: (Duty.DELIVER, Side.SELLER),
    Status.IN_REVIEW: (Duty.REVIEW, Side.BUYER),
}


def deadline(order: Order) -> Deadline | None:
    """The one that counts; None: the order is over, or an arbiter decides and all clocks stand still.

    A term that has run out is still to be met.
    """
    if order.cancellation is not None:
        return Deadline(Duty.ANSWER, order.cancellation.by.other, order.cancellation.answer.until)
    if order.status not in _DUTIES or not isinstance(order.clock, Running):
        return None
    return Deadline(*_DUTIES[order.status], order.clock.until)


def deadline_for(order: Order, side: Side) -> Deadline | None:
    """The same, as far as this side knows of the order: a seller hears of it once it is paid."""
    return None if side is Side.SELLER and order.paid_at is None else deadline(order)
