"""Arbitration: a side calls, the clock stands still, an operator who is no side decides (decision 21)."""

from dataclasses import replace
from typing import assert_never

from orders import commands as c
from orders import facts as f
from orders.agreeing import WAIT_MOST
from orders.change import Change, end, expect, next_turn, resume, running, until_of
from orders.dispute import Decision, Dispute, Ruling
from orders.order import Ending, Frozen, Order, Running
from orders.policy import Policy
from orders.refusals import (
    ArbiterIsSide,
    DueOutOfRange,
    NoArbiter,
    NoDispute,
    NoSuchOrder,
    NothingToSplit,
    OwnDispute,
    OwnDisputeAlone,
    SplitOutOfRange,
    WrongSide,
    WrongStatus,
)
from orders.review import review_until
from orders.status import Side, Status
from orders.written import check_arbiters_question, check_reason, check_statement

#: Minor units: less can't be split.
_LEAST_SPLIT = 2
_ON: dict[Status, tuple[Ruling, ...]] = {
    Status.NOT_STARTED: (Ruling.START,),
    Status.IN_PROGRESS: (Ruling.WORK,),
    Status.IN_REVIEW: (Ruling.REVIEW, Ruling.WORK),
}


def may_call(order: Order) -> bool:
    """Whether the order stands where an arbiter can be called: work has begun, or a cancellation was declined."""
    return order.status in {Status.IN_PROGRESS, Status.IN_REVIEW} or order.cancellation_declined


def call(order: Order, command: c.CallArbiter, side: Side, now: int, policy: Policy) -> Change:
    """«Позвать арбитра»."""
    allowed = (order.status,) if may_call(order) else ()
    expect(order, side, now, side, *allowed)
    if not policy.arbiters:
        raise NoArbiter
    if not arbiters_of(order, policy):
        raise ArbiterIsSide
    statement = check_statement(command.statement)
    clock = running(order)
    called = next_turn(
        order,
        dispute=Dispute(by=side, statement=statement, opened_at=now),
        clock=Frozen(clock.until - now, clock.warned_at),
    )
    return Change(called, (f.ArbiterCalled(side, statement),))


def withdraw(order: Order, side: Side, now: int) -> Change:
    """Who called takes it back; the clock goes on with exactly what was left."""
    if order.status.is_final:
        raise WrongStatus(order.status)
    dispute = _dispute(order)
    if dispute.by is not side:
        raise WrongSide
    resumed = resume(order, now, at_least=None, dispute=None)
    return Change(resumed, (f.DisputeWithdrawn(side, until_of(resumed)),))


def ask(order: Order, command: c.AskSides, policy: Policy) -> Change:
    """The arbiter asks both sides; nothing moves."""
    expect_arbiter(order, command.by, policy)
    question = check_arbiters_question(command.question)
    return Change(order, (f.ArbiterAsked(question, command.by),))


def decide(order: Order, command: c.Arbitrate, now: int, policy: Policy) -> Change:
    """The arbiter's word, with a reason that both sides read. It stands: there is nobody above them."""
    expect_arbiter(order, command.by, policy)
    decision = _possible(order, command.decision, now)
    reason = check_reason(command.reason)
    change = _decided(order, decision, now, policy)
    until = None if change.order.clock is None else until_of(change.order)
    return replace(change, facts=(f.ArbiterDecided(decision, reason, command.by, until), *change.facts))


def rulings(order: Order) -> tuple[Ruling, ...]:
    """What can be decided of an order that stands here."""
    can_split = order.method.holds_money and order.terms.price.amount >= _LEAST_SPLIT
    split = (Ruling.SPLIT,) if can_split else ()
    return (Ruling.RELEASE, Ruling.REFUND, *split, *_ON.get(order.status, ()))


def arbiters_of(order: Order, policy: Policy) -> frozenset[int]:
    """The operators who may decide: nobody judges their own order."""
    return policy.arbiters - {order.seller_id, order.buyer_id}


def expect_arbiter(order: Order, by: int, policy: Policy) -> Dispute:
    """The open dispute, for an operator who may decide it. Raises: NoSuchOrder, NoDispute, OwnDispute."""
    if by not in policy.arbiters:
        raise NoSuchOrder
    dispute = _dispute(order)
    if order.side_of(by) is not None:
        raise OwnDispute if arbiters_of(order, policy) else OwnDisputeAlone
    return dispute


def _dispute(order: Order) -> Dispute:
    if order.dispute is None:
        raise NoDispute
    return order.dispute


def _possible(order: Order, decision: Decision, now: int) -> Decision:
    """The decision with nothing but what belongs to its ruling."""
    match decision.ruling:
        case ruling if ruling not in rulings(order):
            raise NothingToSplit if ruling is Ruling.SPLIT else WrongStatus(order.status)
        case Ruling.SPLIT:
            price = order.terms.price
            part = decision.to_seller
            if part is None or part.currency != price.currency or not 0 < part.amount < price.amount:
                raise SplitOutOfRange(price.amount, price.currency)
            return Decision(ruling=Ruling.SPLIT, to_seller=part)
        case Ruling.WORK:
            if decision.due is None or not now < decision.due <= now + WAIT_MOST:
                raise DueOutOfRange
            return Decision(ruling=Ruling.WORK, due=decision.due)
        case Ruling.RELEASE | Ruling.REFUND | Ruling.REVIEW | Ruling.START as ruling:
            return Decision(ruling=ruling)
        case _:
            assert_never(decision.ruling)


def _decided(order: Order, decision: Decision, now: int, policy: Policy) -> Change:
    match decision.ruling:
        case Ruling.RELEASE:
            return end(order, Ending.AWARDED_TO_SELLER, now)
        case Ruling.REFUND:
            return end(order, Ending.AWARDED_TO_BUYER, now)
        case Ruling.SPLIT if decision.to_seller is not None:
            return end(replace(order, seller_part=decision.to_seller.amount), Ending.SPLIT, now)
        case Ruling.WORK if decision.due is not None:
            is_back = order.status is Status.IN_REVIEW
            status, returns = Status.IN_PROGRESS, order.returns + is_back
            return _goes_on(replace(order, status=status, returns=returns, work_left=None), decision.due)
        case Ruling.REVIEW:
            return _goes_on(order, review_until(now, policy))
        case Ruling.START:
            return _goes_on(order, now + policy.start_window)
        case _:
            raise AssertionError("a split has its parts, and work that goes on its due time")


def _goes_on(order: Order, until: int) -> Change:
    """A whole new clock; what led to the dispute is settled by the decision."""
    on = next_turn(order, dispute=None, clock=Running(until), cancellation_declined=False, overdue_told=False)
    return Change(on, ())
