"""Cancelling properly: asking, judging, declining, withdrawing, silence, and cancelling all the same."""

from dataclasses import replace

import pytest

from orders import commands as c
from orders.change import Change
from orders.facts import CancellationDeclined, CancellationRequested, CancellationWithdrawn, OrderEnded
from orders.order import (
    BUYER_REASONS,
    SELLER_REASONS,
    CancellationRequest,
    CancelReason,
    Effect,
    Ending,
    Frozen,
    Order,
    Running,
)
from orders.refusals import (
    AlreadyOverdue,
    CancellationPending,
    ChangeOfMindStillPossible,
    ClockRanOut,
    ClockStillRuns,
    ExplanationLength,
    NoCancellationPending,
    NoSuchOrder,
    NothingDeclined,
    WrongSide,
    WrongStatus,
)
from orders.status import Side, Status
from orders.written import check_explanation
from tests.orders.builders import (
    BUYER,
    DAY,
    EXPLANATION,
    HOUR,
    MINUTE,
    NOW,
    SELLER,
    STRANGER,
    asked,
    assert_refused,
    awaiting_payment,
    buyer_asked,
    content,
    declined,
    ended,
    ended_from,
    in_progress,
    in_review,
    just_started,
    move,
    not_started,
    overdue,
    seller_asked,
)

ASK = CancelReason.OTHER
SELLER_ASKS = c.RequestCancellation(SELLER, ASK, EXPLANATION)
BUYER_ASKS = c.RequestCancellation(BUYER, ASK, EXPLANATION)
EXCUSE = c.JudgeCancellation(BUYER, c.Verdict.EXCUSED)
BLAME = c.JudgeCancellation(BUYER, c.Verdict.BLAMED)
DECLINE = c.JudgeCancellation(BUYER, c.Verdict.DECLINED)


def _pending(order: Order, by: Side, left: int, warned_at: int | None = None) -> Order:
    request = CancellationRequest(
        by=by, reason=ASK, explanation=EXPLANATION, asked_at=NOW, answer=Running(NOW + 2 * DAY)
    )
    return replace(order, clock=Frozen(left, warned_at), cancellation=request, turn=order.turn + 1)


@pytest.mark.parametrize(
    ("order", "left"),
    [
        (not_started(left=5, warned_at=NOW - 7), 5),
        (in_progress(left=2 * DAY, warned_at=NOW - 7), 2 * DAY),
        (replace(overdue(late=HOUR), clock=Running(NOW - HOUR, NOW - 7)), -HOUR),
    ],
)
def test_the_sellers_request_freezes_the_clock_and_gives_the_buyer_two_days(order: Order, left: int) -> None:
    """Not started, in progress or overdue; that a warning was given is kept too."""
    fact = CancellationRequested(Side.SELLER, ASK, EXPLANATION, NOW + 2 * DAY)
    assert move(order, SELLER_ASKS) == Change(_pending(order, Side.SELLER, left, NOW - 7), (fact,))


def test_the_buyers_request_freezes_the_clock_too() -> None:
    """In progress, later than the change of mind."""
    fact = CancellationRequested(Side.BUYER, ASK, EXPLANATION, NOW + 2 * DAY)
    assert move(in_progress(), BUYER_ASKS) == Change(_pending(in_progress(), Side.BUYER, 2 * DAY), (fact,))


@pytest.mark.parametrize(
    "order", [awaiting_payment(), in_review(), ended(Ending.ACCEPTED), ended(Ending.BLAMED)], ids=lambda o: o.status
)
def test_the_seller_cannot_ask_where_nothing_is_being_done(order: Order) -> None:
    """Before payment, in review and after the end there is no such button."""
    assert_refused(order, SELLER_ASKS, WrongStatus(order.status))


@pytest.mark.parametrize(
    "order", [awaiting_payment(), not_started(), in_review(), ended(Ending.ACCEPTED)], ids=lambda o: o.status
)
def test_the_buyer_cannot_ask_where_they_can_simply_cancel_or_judge(order: Order) -> None:
    """The buyer's wish to cancel is for work that is being done."""
    assert_refused(order, BUYER_ASKS, WrongStatus(order.status))


def test_in_the_first_minutes_the_buyer_need_not_ask() -> None:
    """They change their mind instead; from the twentieth minute on they ask."""
    assert_refused(just_started(), BUYER_ASKS, ChangeOfMindStillPossible)
    assert_refused(in_progress(started_ago=20 * MINUTE - 1), BUYER_ASKS, ChangeOfMindStillPossible)
    assert move(in_progress(started_ago=20 * MINUTE), BUYER_ASKS).order.cancellation is not None


def test_when_overdue_the_buyer_need_not_ask() -> None:
    """They cancel in one click, and that counts."""
    assert_refused(overdue(), BUYER_ASKS, AlreadyOverdue)
    assert_refused(in_progress(left=0), BUYER_ASKS, AlreadyOverdue)
    assert move(in_progress(left=1), BUYER_ASKS).order.cancellation is not None


def test_a_request_after_the_auto_cancel_won_is_refused() -> None:
    """The end of the 24 h belongs to the clock."""
    assert_refused(not_started(left=0), SELLER_ASKS, ClockRanOut)


def test_a_stranger_cannot_ask() -> None:
    """To them there is no such order."""
    assert_refused(in_progress(), c.RequestCancellation(STRANGER, ASK, EXPLANATION), NoSuchOrder)


@pytest.mark.parametrize("command", [SELLER_ASKS, BUYER_ASKS])
def test_a_second_request_waits_for_the_first(command: c.Command) -> None:
    """One request at a time, whoever asked."""
    assert_refused(seller_asked(), command, CancellationPending)
    assert_refused(buyer_asked(), command, CancellationPending)


@pytest.mark.parametrize(("text", "length"), [("", 0), ("x" * 19, 19), (f"  {'x' * 19}\n ", 19), ("x" * 1001, 1001)])
def test_an_explanation_out_of_bounds_is_refused(text: str, length: int) -> None:
    """Blanks around it don't count."""
    command = c.RequestCancellation(SELLER, ASK, text)
    assert_refused(in_progress(), command, ExplanationLength(20, 1000, length))


@pytest.mark.parametrize("text", ["x" * 20, "я" * 1000])
def test_an_explanation_within_bounds_is_kept_without_the_blanks_around_it(text: str) -> None:
    """20 and 1000 characters themselves are allowed."""
    assert check_explanation(f"\n {text} ") == text
    request = move(in_progress(), c.RequestCancellation(SELLER, ASK, f"\n {text} ")).order.cancellation
    assert request is not None
    assert request.explanation == text


def test_each_side_has_its_own_reasons() -> None:
    """Seven of the seller, in the order of the keyboard; the buyer's are not about the buyer."""
    assert SELLER_REASONS == (
        CancelReason.MISMATCH,
        CancelReason.NO_INFORMATION,
        CancelReason.NO_CONTACT,
        CancelReason.AGREED,
        CancelReason.UNABLE,
        CancelReason.NO_TIME,
        CancelReason.OTHER,
    )
    assert BUYER_REASONS == (
        CancelReason.NOT_NEEDED,
        CancelReason.SELLER_SILENT,
        CancelReason.AGREED_WITH_SELLER,
        CancelReason.OTHER,
    )


@pytest.mark.parametrize("reason", CancelReason)
@pytest.mark.parametrize(("by", "reasons"), [(SELLER, SELLER_REASONS), (BUYER, BUYER_REASONS)])
def test_a_side_asks_with_a_reason_of_its_own(by: int, reasons: tuple[CancelReason, ...], reason: CancelReason) -> None:
    """A forged press with the other side's reason is refused."""
    command = c.RequestCancellation(by, reason, EXPLANATION)
    if reason not in reasons:
        assert_refused(in_progress(), command, WrongSide)
        return
    request = move(in_progress(), command).order.cancellation
    assert request is not None
    assert request.reason is reason


@pytest.mark.parametrize(
    "order", [seller_asked(), seller_asked(not_started()), seller_asked(overdue()), seller_asked(declined())]
)
@pytest.mark.parametrize(
    ("command", "ending", "effect"), [(EXCUSE, Ending.EXCUSED, None), (BLAME, Ending.BLAMED, Effect.BROKEN)]
)
def test_the_buyers_verdict_cancels_and_only_blame_counts(
    order: Order, command: c.Command, ending: Ending, effect: Effect | None
) -> None:
    """«Причина уважительная» leaves the rating, «Причина неуважительная» lowers it."""
    assert move(order, command) == Change(ended_from(order, ending), (OrderEnded(ending),))
    assert (ending.status, ending.effect) == (Status.CANCELLED, effect)


@pytest.mark.parametrize(
    ("left", "resumed"), [(2 * DAY, 2 * DAY), (HOUR + 1, HOUR + 1), (HOUR, HOUR), (HOUR - 1, HOUR), (1, HOUR)]
)
@pytest.mark.parametrize("waited", [0, 13, DAY])
def test_a_declined_request_lets_the_clock_go_on_with_at_least_an_hour(left: int, resumed: int, waited: int) -> None:
    """However long the buyer thought about it; «Отменить всё равно» opens."""
    now = NOW + waited
    for order in (seller_asked(not_started(left=left, warned_at=NOW - 7)), seller_asked(in_progress(left=left))):
        clock = order.clock
        assert isinstance(clock, Frozen)
        expected = replace(
            order,
            cancellation=None,
            clock=Running(now + resumed, clock.warned_at),
            cancellation_declined=True,
            turn=order.turn + 1,
        )
        fact = CancellationDeclined(Side.BUYER, now + resumed)
        assert move(order, DECLINE, now) == Change(expected, (fact,))


def test_declining_on_an_overdue_order_gives_an_hour_at_whose_end_both_are_told_again() -> None:
    """It is not overdue for that hour."""
    after = move(seller_asked(overdue()), DECLINE).order
    assert (after.clock, after.overdue_told, after.is_overdue(NOW)) == (Running(NOW + HOUR), False, False)
    assert after.is_overdue(NOW + HOUR)


def test_the_seller_may_ask_again_after_a_decline() -> None:
    """A new request with a new 48 h."""
    order = declined()
    expected = _pending(order, Side.SELLER, 2 * DAY)
    assert move(order, SELLER_ASKS).order == expected
    assert expected.cancellation_declined


@pytest.mark.parametrize("order", [declined(), declined(not_started()), declined(overdue())])
def test_after_a_decline_the_seller_can_cancel_all_the_same_and_it_counts(order: Order) -> None:
    """«Отменить всё равно»."""
    ending = Ending.CANCELLED_ANYWAY
    assert move(order, c.CancelAnyway(SELLER)) == Change(ended_from(order, ending), (OrderEnded(ending),))
    assert (ending.status, ending.effect) == (Status.CANCELLED, Effect.BROKEN)


def test_cancelling_all_the_same_is_refused_to_others_and_without_a_decline() -> None:
    """Each reason has its own answer."""
    command = c.CancelAnyway(SELLER)
    assert_refused(declined(), c.CancelAnyway(BUYER), WrongSide)
    assert_refused(declined(), c.CancelAnyway(STRANGER), NoSuchOrder)
    assert_refused(in_progress(), command, NothingDeclined)
    assert_refused(not_started(), command, NothingDeclined)
    assert_refused(seller_asked(declined()), command, CancellationPending)
    assert_refused(declined(not_started(left=0)), command, ClockRanOut)
    assert_refused(in_review(), command, WrongStatus(Status.IN_REVIEW))
    assert_refused(move(declined(), command).order, command, WrongStatus(Status.CANCELLED))


def test_a_delivery_after_a_decline_closes_cancelling_all_the_same() -> None:
    """What comes back from review starts afresh."""
    delivered = move(declined(), c.Deliver(SELLER, content())).order
    returned = move(delivered, c.SendBack(BUYER, content("Greener"))).order
    assert_refused(returned, c.CancelAnyway(SELLER), NothingDeclined)


def test_a_request_of_the_buyer_that_was_declined_opens_nothing_to_the_seller() -> None:
    """The seller wanted the order to go on."""
    order = buyer_asked()
    after = move(order, c.AnswerCancellation(SELLER, agrees=False), NOW + 5)
    expected = replace(order, cancellation=None, clock=Running(NOW + 5 + 2 * DAY), turn=order.turn + 1)
    assert after == Change(expected, (CancellationDeclined(Side.SELLER, NOW + 5 + 2 * DAY),))
    assert_refused(after.order, c.CancelAnyway(SELLER), NothingDeclined)


def test_the_seller_agrees_to_the_buyers_wish_without_effect() -> None:
    """«Согласен на отмену»."""
    order = buyer_asked()
    ending = Ending.SELLER_AGREED
    change = move(order, c.AnswerCancellation(SELLER, agrees=True))
    assert change == Change(ended_from(order, ending), (OrderEnded(ending),))
    assert (ending.status, ending.effect) == (Status.CANCELLED, None)


@pytest.mark.parametrize("left", [5 * HOUR, 1, -HOUR])
@pytest.mark.parametrize("waited", [0, 13, 2 * DAY - 1])
def test_a_request_taken_back_leaves_exactly_the_time_that_was_left(left: int, waited: int) -> None:
    """No hour is given here; «Отозвать запрос» is open until the last second of the 48 h."""
    order = replace(seller_asked(), clock=Frozen(left, NOW - 7))
    now = NOW + waited
    expected = replace(order, cancellation=None, clock=Running(now + left, NOW - 7), turn=order.turn + 1)
    fact = CancellationWithdrawn(Side.SELLER, now + left)
    assert move(order, c.WithdrawCancellation(SELLER), now) == Change(expected, (fact,))


def test_the_buyer_takes_their_own_request_back() -> None:
    """Whoever asked may."""
    change = move(buyer_asked(), c.WithdrawCancellation(BUYER))
    assert change.facts == (CancellationWithdrawn(Side.BUYER, NOW + 2 * DAY),)


def test_an_overdue_order_whose_request_is_taken_back_is_overdue_and_nobody_is_told_twice() -> None:
    """Both knew already."""
    after = move(seller_asked(overdue()), c.WithdrawCancellation(SELLER)).order
    assert (after.is_overdue(NOW), after.overdue_told) == (True, True)


def test_only_the_side_that_was_asked_answers_and_only_who_asked_withdraws() -> None:
    """The seller can't excuse themselves; a stranger sees no order."""
    agree = c.AnswerCancellation(SELLER, agrees=True)
    for verdict in c.Verdict:
        assert_refused(seller_asked(), c.JudgeCancellation(SELLER, verdict), WrongSide)
        assert_refused(seller_asked(), c.JudgeCancellation(STRANGER, verdict), NoSuchOrder)
        assert_refused(buyer_asked(), c.JudgeCancellation(BUYER, verdict), WrongSide)
    assert_refused(buyer_asked(), c.AnswerCancellation(BUYER, agrees=True), WrongSide)
    assert_refused(buyer_asked(), c.AnswerCancellation(STRANGER, agrees=True), NoSuchOrder)
    assert_refused(seller_asked(), agree, WrongSide)
    assert_refused(seller_asked(), c.WithdrawCancellation(BUYER), WrongSide)
    assert_refused(buyer_asked(), c.WithdrawCancellation(SELLER), WrongSide)
    assert_refused(seller_asked(), c.WithdrawCancellation(STRANGER), NoSuchOrder)


ANSWERS = [
    (seller_asked(), EXCUSE),
    (seller_asked(), BLAME),
    (seller_asked(), DECLINE),
    (seller_asked(), c.WithdrawCancellation(SELLER)),
    (buyer_asked(), c.AnswerCancellation(SELLER, agrees=True)),
    (buyer_asked(), c.AnswerCancellation(SELLER, agrees=False)),
    (buyer_asked(), c.WithdrawCancellation(BUYER)),
]


@pytest.mark.parametrize(("order", "command"), ANSWERS)
def test_an_answer_pressed_twice_counts_once(order: Order, command: c.Command) -> None:
    """The second press finds nothing pending or a final order."""
    after = move(order, command).order
    assert_refused(after, command, WrongStatus(after.status) if after.status.is_final else NoCancellationPending)


@pytest.mark.parametrize(("order", "command"), ANSWERS)
def test_an_answer_after_the_silence_won_changes_nothing(order: Order, command: c.Command) -> None:
    """The 48th hour's end belongs to the clock, the second before to the person."""
    assert_refused(order, command, ClockRanOut, NOW + 2 * DAY)
    assert move(order, command, NOW + 2 * DAY - 1).order.cancellation is None


@pytest.mark.parametrize(("order", "command"), ANSWERS)
def test_an_answer_without_a_request_changes_nothing(order: Order, command: c.Command) -> None:
    """Nothing to answer before, during and after the work."""
    for without in (awaiting_payment(), not_started(), in_progress(), in_review()):
        assert_refused(without, command, NoCancellationPending)
    assert_refused(ended(Ending.SILENCE), command, WrongStatus(Status.CANCELLED))


@pytest.mark.parametrize("by", Side)
@pytest.mark.parametrize("late", [0, DAY])
def test_48_hours_of_silence_cancel_without_effect(by: Side, late: int) -> None:
    """Whoever asked, given that the other was reminded."""
    order = asked(in_progress(), by, answer_warned_at=NOW + DAY)
    now = NOW + 2 * DAY + late
    ending = Ending.SILENCE
    assert move(order, c.Settle(), now) == Change(ended_from(order, ending, now), (OrderEnded(ending),))
    assert (ending.status, ending.effect) == (Status.CANCELLED, None)


def test_silence_is_not_over_before_its_48_hours() -> None:
    """A second early changes nothing, even where the frozen clock would have run out long ago."""
    order = asked(in_progress(left=1), Side.SELLER, answer_warned_at=NOW)
    assert_refused(order, c.Settle(), ClockStillRuns, NOW + 2 * DAY - 1)
