"""The clock's own steps: lapse, auto-cancel, auto-accept, the due time, and who pays for downtime."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from orders import commands as c
from orders.change import Change
from orders.facts import DueTimePassed, OrderEnded, Step, StepPutOff
from orders.order import CancellationRequest, Effect, Ending, Order, Running
from orders.refusals import ClockStillRuns
from orders.status import Side, Status
from tests.orders.builders import (
    BUYER,
    DAY,
    HOUR,
    NOW,
    SELLER,
    asked,
    assert_refused,
    awaiting_payment,
    ended,
    ended_from,
    in_progress,
    in_review,
    move,
    not_started,
    overdue,
    seller_asked,
)


def test_an_unpaid_order_lapses_silently() -> None:
    """No warning is due for it, and the seller never heard of it."""
    order = awaiting_payment(left=0)
    ending = Ending.LAPSED
    assert move(order, c.Settle()) == Change(ended_from(order, ending), (OrderEnded(ending),))
    assert (ending.status, ending.effect, ending.was_paid) == (Status.CANCELLED, None, False)


def test_an_order_that_nobody_started_is_cancelled_and_counts_as_broken() -> None:
    """An hour or more after a warning was handed over."""
    order = not_started(left=0, warned_at=NOW - HOUR)
    ending = Ending.AUTO_CANCELLED
    assert move(order, c.Settle()) == Change(ended_from(order, ending), (OrderEnded(ending),))
    assert (ending.status, ending.effect, ending.was_paid) == (Status.CANCELLED, Effect.BROKEN, True)


def test_a_delivery_that_nobody_judged_is_accepted_and_counts_as_kept() -> None:
    """As if the buyer had pressed «Принять работу»."""
    order = in_review(left=0, warned_at=NOW - HOUR)
    ending = Ending.AUTO_ACCEPTED
    assert move(order, c.Settle()) == Change(ended_from(order, ending), (OrderEnded(ending),))
    assert (ending.status, ending.effect, ending.was_paid) == (Status.COMPLETED, Effect.KEPT, True)


@pytest.mark.parametrize("late", [0, 30 * DAY])
def test_an_order_past_its_due_time_goes_on_and_both_are_told_once(late: int) -> None:
    """It is not a move: no turn is counted, and it is said once."""
    order = overdue(late=late, told=False)
    told = replace(order, overdue_told=True)
    assert move(order, c.Settle()) == Change(told, (DueTimePassed(NOW - late),))
    assert_refused(told, c.Settle(), ClockStillRuns)


@pytest.mark.parametrize(
    "order",
    [
        awaiting_payment(left=1),
        not_started(left=1, warned_at=NOW - DAY),
        in_progress(left=1),
        in_review(left=1, warned_at=NOW - DAY),
        seller_asked(not_started(left=1)),
        ended(Ending.ACCEPTED),
        ended(Ending.BLAMED),
    ],
    ids=lambda order: order.status,
)
@pytest.mark.parametrize("is_reachable", [True, False])
def test_no_step_comes_before_its_time(order: Order, is_reachable: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """A second early changes nothing; a final order has no steps."""
    assert_refused(order, c.Settle(is_reachable=is_reachable), ClockStillRuns)


@pytest.mark.parametrize(
    ("order", "step"),
    [(not_started(left=-5), Step.AUTO_CANCEL), (in_review(left=-5), Step.AUTO_ACCEPT)],
    ids=["auto_cancel", "auto_accept"],
)
def test_a_step_without_any_warning_moves_to_an_hour_from_now(order: Order, step: Step) -> None:
    """The warning goes out now; the turn stays, so that the buttons in the old message still act."""
    moved = replace(order, clock=Running(NOW + HOUR))
    assert move(order, c.Settle()) == Change(moved, (StepPutOff(step, NOW + HOUR, is_warned=False),))


@pytest.mark.parametrize(
    ("build", "step"),
    [(not_started, Step.AUTO_CANCEL), (in_review, Step.AUTO_ACCEPT)],
)
@pytest.mark.parametrize("warned_ago", [0, 1, HOUR - 1])
def test_a_step_warned_of_too_lately_moves_to_an_hour_after_the_warning(
    build: Callable[..., Order], step: Step, warned_ago: int
) -> None:
    """No second warning is due."""
    order = build(left=-5, warned_at=NOW - warned_ago)
    until = NOW - warned_ago + HOUR
    moved = replace(order, clock=Running(until, NOW - warned_ago))
    assert move(order, c.Settle()) == Change(moved, (StepPutOff(step, until, is_warned=True),))
    assert move(moved, c.Settle(), until).order.status.is_final


@pytest.mark.parametrize(
    ("order", "ending"),
    [
        (not_started(left=0), Ending.AUTO_CANCELLED),
        (in_review(left=0), Ending.AUTO_ACCEPTED),
        (not_started(left=0, warned_at=NOW), Ending.AUTO_CANCELLED),
    ],
)
def test_a_person_who_blocked_the_bot_is_not_waited_for(order: Order, ending: Ending) -> None:
    """No warning could reach them."""
    change = move(order, c.Settle(is_reachable=False))
    assert change == Change(ended_from(order, ending), (OrderEnded(ending),))


def test_a_step_put_off_is_put_off_again_while_no_warning_was_handed_over() -> None:
    """Being told is the condition, not the hour."""
    order = move(not_started(left=0), c.Settle()).order
    again = move(order, c.Settle(), NOW + HOUR)
    assert again.facts == (StepPutOff(Step.AUTO_CANCEL, NOW + 2 * HOUR, is_warned=False),)


def test_while_a_step_is_put_off_the_person_can_still_act() -> None:
    """That is what the hour is for."""
    late_start = move(not_started(left=0), c.Settle()).order
    assert move(late_start, c.StartWork(SELLER), NOW + HOUR - 1).order.status is Status.IN_PROGRESS
    late_review = move(in_review(left=0), c.Settle()).order
    assert move(late_review, c.Accept(BUYER), NOW + HOUR - 1).order.ending is Ending.ACCEPTED


def test_silence_too_counts_only_after_a_reminder() -> None:
    """The person who has to answer did not pay for the downtime either."""
    order = asked(in_progress(), Side.SELLER, answer_left=0)
    change = move(order, c.Settle())
    assert change.facts == (StepPutOff(Step.ANSWER_EXPIRY, NOW + HOUR, is_warned=False),)
    assert order.cancellation is not None
    assert change.order == replace(order, cancellation=replace(order.cancellation, answer=Running(NOW + HOUR)))
    verdict = c.JudgeCancellation(BUYER, c.Verdict.EXCUSED)
    assert move(change.order, verdict, NOW + HOUR - 1).order.ending is Ending.EXCUSED
    assert move(order, c.Settle(is_reachable=False)).order.ending is Ending.SILENCE


def test_the_first_warning_of_a_clock_is_remembered_and_no_later_one() -> None:
    """It is the one that the person has had longest; noting it is not a move."""
    order = not_started()
    warned = replace(order, clock=Running(NOW + 5 * HOUR, NOW + 1))
    assert move(order, c.NoteWarning(NOW + 1, order.turn)) == Change(warned, ())
    assert move(warned, c.NoteWarning(NOW + 2, order.turn)) == Change(warned, ())


def test_a_reminder_of_a_pending_cancellation_is_noted_with_the_request() -> None:
    """The frozen clock keeps what it had."""
    order = seller_asked(not_started(warned_at=NOW - 5))
    request = order.cancellation
    assert isinstance(request, CancellationRequest)
    noted = replace(order, cancellation=replace(request, answer=Running(NOW + 2 * DAY, NOW + 1)))
    assert move(order, c.NoteWarning(NOW + 1, order.turn)) == Change(noted, ())
    assert move(noted, c.NoteWarning(NOW + 2, order.turn)) == Change(noted, ())


@pytest.mark.parametrize("turn", [3, 5])
def test_a_warning_of_another_turn_is_not_one_of_this_clock(turn: int) -> None:
    """The order has outrun it."""
    assert move(not_started(), c.NoteWarning(NOW, turn)) == Change(not_started(), ())


def test_a_warning_handed_over_after_the_end_changes_nothing() -> None:
    """A final order has no clock to warn of."""
    assert move(ended(), c.NoteWarning(NOW, ended().turn)) == Change(ended(), ())
