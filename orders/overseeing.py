"""What an operator sets right after the end of an order: a review that is hidden, an end that does not count.

Nothing is deleted: each step is a fact, its reason is read by whom it concerns, and each can be taken back (decision
25). Nobody oversees their own order.
"""

from dataclasses import replace
from typing import assert_never

from orders import commands as c
from orders import facts as f
from orders.change import Change
from orders.order import Effect, Order, Review
from orders.policy import Policy
from orders.refusals import (
    NoOutcome,
    NoSuchOrder,
    NoSuchReview,
    OutcomeCounts,
    OutcomeIsVoided,
    OwnOrder,
    ReviewIsHidden,
    ReviewIsShown,
    WrongStatus,
)
from orders.written import check_reason, check_void_reason


def oversee(order: Order, command: c.OverseerCommand, policy: Policy) -> Change:  # noqa: C901 - one case a command
    """Raises: NoSuchOrder: they are no operator, OwnOrder, or why there is nothing to set right."""
    if command.by not in policy.arbiters:
        raise NoSuchOrder
    if order.side_of(command.by) is not None:
        raise OwnOrder
    match command:
        case c.HideReview(by=by):
            review = _review(order)
            if review.hidden is not None:
                raise ReviewIsHidden
            reason = check_reason(command.reason)
            return Change(replace(order, review=replace(review, hidden=reason)), (f.ReviewHidden(reason, by),))
        case c.ShowReview(by=by):
            review = _review(order)
            if review.hidden is None:
                raise ReviewIsShown
            return Change(replace(order, review=replace(review, hidden=None)), (f.ReviewShown(by),))
        case c.VoidOutcome(by=by):
            effect = _effect(order)
            if order.voided is not None:
                raise OutcomeIsVoided
            reason = check_void_reason(command.reason)
            return Change(replace(order, voided=reason), (f.OutcomeVoided(effect, reason, by),))
        case c.CountOutcome(by=by):
            effect = _effect(order)
            if order.voided is None:
                raise OutcomeCounts
            return Change(replace(order, voided=None), (f.OutcomeCounted(effect, by),))
        case _:
            assert_never(command)


def _review(order: Order) -> Review:
    if order.review is None:
        raise NoSuchReview
    return order.review


def _effect(order: Order) -> Effect:
    """How the end counts unless it is voided."""
    if order.ending is None:
        raise WrongStatus(order.status)
    effect = order.ending.effect
    if effect is None or not order.origin.counts:
        raise NoOutcome
    return effect
