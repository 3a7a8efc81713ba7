"""What the seller of an order from elsewhere noted before its buyer joined: it is the seller's word alone."""

from collections.abc import Sequence
from itertools import takewhile

from desk.ports import RecordedFact
from orders.facts import BuyerJoined, DueTimePassed, OrderAdded, WindowPassed
from orders.order import Order, Origin

#: Nobody's word: what the clock has brought, and the beginning, which says itself whose doing it was.
_NOT_NOTED = OrderAdded | DueTimePassed | WindowPassed


def noted_alone(order: Order, facts: Sequence[RecordedFact]) -> frozenset[int]:
    """The ids of those facts."""
    if order.origin is not Origin.ELSEWHERE:
        return frozenset()
    before = takewhile(lambda recorded: not isinstance(recorded.fact, BuyerJoined), facts)
    return frozenset(recorded.id for recorded in before if not isinstance(recorded.fact, _NOT_NOTED))
