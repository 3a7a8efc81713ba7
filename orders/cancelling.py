"""Cancelling properly (SPEC 4): asking, answering, taking back; the clock stands still meanwhile."""

from dataclasses import replace
from typing import assert_never

from orders import commands as c
from orders import facts as f
from orders.change import Change, end, expect, next_turn, resume, running, until_of
from orders.order import BUYER_REASONS, SELLER_REASONS, CancellationRequest, Ending, Frozen, Order, Running
from orders.policy import Policy
from orders.refusals import (
    AlreadyOverdue,
    ChangeOfMindOver,
    ChangeOfMindStillPossible,
    ClockRanOut,
    NoCancellationPending,
    NothingDeclined,
    NotOverdue,
    WrongSide,
    WrongStatus,
)
from orders.status import Side, Status
from orders.written import check_explanation


def request_cancellation(order: Order, command: c.RequestCancellation, side: Side, now: int, policy: Policy) -> Change:
    if side is Side.SELLER:
        expect(order, side, now, Side.SELLER, Status.NOT_STARTED, Status.IN_PROGRESS)
    else:
        expect(order, side, now, Side.BUYER, Status.IN_PROGRESS)
        if order.is_overdue(now):
            raise AlreadyOverdue
        if may_change_mind(order, now, policy):
            raise ChangeOfMindStillPossible
    if command.reason not in (SELLER_REASONS if side is Side.SELLER else BUYER_REASONS):
        raise WrongSide
    explanation = check_explanation(command.explanation)
    answer_until = now + policy.cancel_answer_window
    request = CancellationRequest(
        by=side,
        reason=command.reason,
        explanation=explanation,
        asked_at=now,
        answer=Running(answer_until),
    )
    clock = running(order)
    asked = next_turn(order, cancellation=request, clock=Frozen(clock.until - now, clock.warned_at))
    return Change(asked, (f.CancellationRequested(side, command.reason, explanation, answer_until),))


def judge(order: Order, command: c.JudgeCancellation, side: Side, now: int, policy: Policy) -> Change:
    """The buyer's verdict on the seller's request."""
    _expect_request(order, side, now, mover=Side.BUYER, asker=Side.SELLER)
    match command.verdict:
        case c.Verdict.EXCUSED:
            return end(order, Ending.EXCUSED, now)
        case c.Verdict.BLAMED:
            return end(order, Ending.BLAMED, now)
        case c.Verdict.DECLINED:
            return _decline(order, side, now, policy)
        case _:
            assert_never(command.verdict)


def answer(order: Order, command: c.AnswerCancellation, side: Side, now: int, policy: Policy) -> Change:
    """The seller's answer to the buyer's request."""
    _expect_request(order, side, now, mover=Side.SELLER, asker=Side.BUYER)
    return end(order, Ending.SELLER_AGREED, now) if command.agrees else _decline(order, side, now, policy)


def withdraw(order: Order, side: Side, now: int) -> Change:
    """Who asked takes it back; the clock goes on with exactly what was left."""
    request = _expect_request(order, side, now, mover=side, asker=side)
    resumed = resume(order, now, at_least=None, cancellation=None)
    return Change(resumed, (f.CancellationWithdrawn(request.by, until_of(resumed)),))


def cancel_anyway(order: Order, side: Side, now: int) -> Change:
    """The seller, after the buyer declined."""
    expect(order, side, now, Side.SELLER, Status.NOT_STARTED, Status.IN_PROGRESS)
    if not order.cancellation_declined:
        raise NothingDeclined
    return end(order, Ending.CANCELLED_ANYWAY, now)


def change_mind(order: Order, side: Side, now: int, policy: Policy) -> Change:
    """The buyer, in the first minutes after the start."""
    expect(order, side, now, Side.BUYER, Status.IN_PROGRESS)
    if order.is_overdue(now):
        raise AlreadyOverdue
    if not may_change_mind(order, now, policy):
        raise ChangeOfMindOver
    return end(order, Ending.CHANGED_MIND, now)


def cancel_overdue(order: Order, side: Side, now: int) -> Change:
    """The buyer's one click past the due time."""
    expect(order, side, now, Side.BUYER, Status.IN_PROGRESS)
    if not order.is_overdue(now):
        raise NotOverdue
    return end(order, Ending.CANCELLED_OVERDUE, now)


def may_change_mind(order: Order, now: int, policy: Policy) -> bool:
    """Whether the buyer's first minutes after the start are not over; the last moment does not count."""
    return order.started_at is not None and now < order.started_at + policy.change_of_mind


def _expect_request(order: Order, side: Side, now: int, mover: Side, asker: Side) -> CancellationRequest:
    """The pending request of `asker`, on which `mover` now acts."""
    if side is not mover:
        raise WrongSide
    if order.status.is_final:
        raise WrongStatus(order.status)
    if order.cancellation is None:
        raise NoCancellationPending
    if order.cancellation.by is not asker:
        raise WrongSide
    if now >= order.cancellation.answer.until:
        raise ClockRanOut
    return order.cancellation


def _decline(order: Order, side: Side, now: int, policy: Policy) -> Change:
    resumed = resume(order, now, at_least=policy.least_after_decline, cancellation=None)
    if side is Side.BUYER:
        resumed = replace(resumed, cancellation_declined=True)
    return Change(resumed, (f.CancellationDeclined(side, until_of(resumed)),))
