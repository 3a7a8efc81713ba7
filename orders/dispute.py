"""A dispute inside an order: what a side tells the arbiter, and what the arbiter can decide."""

from dataclasses import dataclass
from enum import StrEnum

from orders.money import Money
from orders.status import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """One side has called the arbiter: the order stands still until the decision, or until the call is taken back."""

    by: Side
    #: What is wrong, in the caller's words. The other side reads it too.
    statement: str
    opened_at: int


class Ruling(StrEnum):
    """What an arbiter can decide. The first three end the order, with the others it goes on."""

    #: The work counts as done: all that is held is the seller's.
    RELEASE = "release"
    #: The order is cancelled: all that is held goes back to the buyer.
    REFUND = "refund"
    #: The order is cancelled: the seller gets a part of what is held, the buyer the rest.
    SPLIT = "split"
    #: Work goes on, or begins again after a review, until a new due time.
    WORK = "work"
    #: The buyer judges the delivery within a whole new window.
    REVIEW = "review"
    #: The seller has a whole new window to start.
    START = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An arbiter's ruling with what belongs to it."""

    ruling: Ruling
    #: Of a split: the seller's part, commission included.
    to_seller: Money | None = None
    #: Of work that goes on: the new due time, epoch seconds.
    due: int | None = None
