"""Arbitration: who can call, what stands still meanwhile, and what each decision makes of the order."""

from copy import deepcopy
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders import commands as c
from orders import facts as f
from orders import refusals as r
from orders.arbitrating import rulings
from orders.dispute import Decision, Dispute, Ruling
from orders.money import Money
from orders.order import CancelReason, Ending, Frozen, Mood, Order, Running
from orders.payment import Charge, PaymentMethod
from orders.refusals import Refusal
from orders.status import Side, Status
from orders.timers import TimerKind, plan
from orders.transition import transition
from tests.orders.builders import (
    BUYER,
    DAY,
    HOUR,
    JUDGED,
    NOW,
    OPERATOR,
    POLICY,
    SELLER,
    STATEMENT,
    STRANGER,
    awaiting_payment,
    buyer_asked,
    content,
    declined,
    disputed,
    ended,
    ended_from,
    in_progress,
    in_review,
    just_started,
    move,
    not_started,
    offered,
    option,
    overdue,
    person,
    seller_asked,
)

REASON = "The work is as the brief asks."
PRICE = 150_000
DUE = NOW + 5 * DAY
PEOPLE = {Side.SELLER: SELLER, Side.BUYER: BUYER}

#: Where an order may stand when it is disputed.
DISPUTED = {
    "declined": disputed(declined(not_started())),
    "work": disputed(),
    "late": disputed(overdue()),
    "review": disputed(in_review()),
}
HELD = {name: replace(order, method=PaymentMethod.STARS, commission=1_000) for name, order in DISPUTED.items()}


def decided(order: Order, now: int = NOW, reason: str = REASON, **decision: Any) -> tuple[Order, f.ArbiterDecided]:
    """What a decision makes of an order, and what is recorded of it."""
    change = move(order, c.Arbitrate(OPERATOR, Decision(**decision), reason), now, JUDGED)
    (fact,) = (fact for fact in change.facts if isinstance(fact, f.ArbiterDecided))
    return change.order, fact


def refused(order: Order, command: c.Command, now: int = NOW, policy: Any = JUDGED) -> Refusal:
    """Why not; the order is as it was."""
    before = deepcopy(order)
    with pytest.raises(Refusal) as caught:
        transition(order, command, now, policy)
    assert order == before
    return caught.value


# --- calling ---


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize(
    "order", [just_started(), in_progress(), overdue(), declined(), declined(not_started()), in_review()]
)
def test_either_side_can_call_once_work_has_begun_or_a_cancellation_was_declined(order: Order, side: Side) -> None:
    """The clock stands still with exactly what was left, negative where it had run out."""
    change = move(order, c.CallArbiter(PEOPLE[side], STATEMENT), NOW, JUDGED)
    clock = order.clock
    assert isinstance(clock, Running)
    assert change.facts == (f.ArbiterCalled(side, STATEMENT),)
    assert change.order == replace(
        order,
        clock=Frozen(clock.until - NOW, clock.warned_at),
        dispute=Dispute(by=side, statement=STATEMENT, opened_at=NOW),
        turn=order.turn + 1,
    )


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (awaiting_payment(), r.WrongStatus(Status.AWAITING_PAYMENT)),
        (not_started(), r.WrongStatus(Status.NOT_STARTED)),
        (ended(Ending.ACCEPTED), r.WrongStatus(Status.COMPLETED)),
        (ended(Ending.BLAMED), r.WrongStatus(Status.CANCELLED)),
        (seller_asked(), r.CancellationPending()),
        (buyer_asked(), r.CancellationPending()),
        (seller_asked(declined()), r.CancellationPending()),
        (disputed(), r.DisputeOpen()),
        (in_review(left=0), r.ClockRanOut()),
        (declined(not_started(left=0)), r.ClockRanOut()),
    ],
)
@pytest.mark.parametrize("by", [SELLER, BUYER])
def test_elsewhere_nobody_can_be_called(order: Order, reason: Refusal, by: int) -> None:
    """Before the work, after the end, while the sides themselves still agree on something, twice."""
    found = refused(order, c.CallArbiter(by, STATEMENT))
    assert type(found) is type(reason)
    assert getattr(found, "status", None) == getattr(reason, "status", None)


def test_a_stranger_calls_nobody() -> None:
    """Nor does the operator, who is none of the sides."""
    for by in (STRANGER, OPERATOR):
        assert type(refused(in_progress(), c.CallArbiter(by, STATEMENT))) is r.NoSuchOrder


def test_without_an_operator_nobody_can_be_called() -> None:
    """Nor where the only ones are the sides themselves; with a third, they can."""
    command = c.CallArbiter(BUYER, STATEMENT)
    for arbiters, reason in ((set(), r.NoArbiter), ({SELLER}, r.ArbiterIsSide), ({SELLER, BUYER}, r.ArbiterIsSide)):
        policy = replace(POLICY, arbiters=frozenset(arbiters))
        assert type(refused(in_progress(), command, policy=policy)) is reason
    assert move(in_progress(), command, NOW, replace(POLICY, arbiters=frozenset({SELLER, OPERATOR}))).order.dispute


@pytest.mark.parametrize(("length", "allowed"), [(0, False), (19, False), (20, True), (1_000, True), (1_001, False)])
def test_an_arbiter_is_told_what_is_wrong(length: int, allowed: bool) -> None:  # noqa: FBT001 - a case
    """In 20 to 1,000 characters; spaces around them don't count."""
    command = c.CallArbiter(BUYER, f"  {'x' * length} ")
    if allowed:
        dispute = move(in_progress(), command, NOW, JUDGED).order.dispute
        assert dispute is not None
        assert dispute.statement == "x" * length
    else:
        assert vars(refused(in_progress(), command)) == {"least": 20, "most": 1_000, "actual": length}


# --- while it is open ---

#: What each command of a side does to a disputed order; whatever isn't here is refused with `DisputeOpen`.
MEANWHILE: dict[type[c.ByPerson], str] = {
    c.Say: "allowed",
    c.CorrectSaid: "allowed",
    c.AnswerInformation: "NoSuchItem",
    c.CloseInformation: "NoSuchItem",
    c.WithdrawDispute: "allowed",
    c.MoveDue: "BuyerHasJoined",
    c.CallOff: "BuyerHasJoined",
    c.JudgeCancellation: "NoCancellationPending",
    c.AnswerCancellation: "NoCancellationPending",
    c.WithdrawCancellation: "NoCancellationPending",
    c.AnswerReview: "NoSuchReview",
}
CHARGE = Charge("stx1", Money(PRICE, "RUB"))
#: Each command as the side whose move it is would give it, and the statuses in which the move exists.
MOVES: dict[type[c.ByPerson], tuple[c.PersonCommand, set[Status]]] = {
    c.ConfirmPayment: (c.ConfirmPayment(BUYER), set()),
    c.TakePayment: (c.TakePayment(BUYER, CHARGE), set()),
    c.Abandon: (c.Abandon(BUYER), set()),
    c.TakeBack: (c.TakeBack(SELLER), set()),
    c.StartWork: (c.StartWork(SELLER), {Status.NOT_STARTED}),
    c.RequestCancellation: (
        c.RequestCancellation(SELLER, CancelReason.OTHER, STATEMENT),
        {Status.NOT_STARTED, Status.IN_PROGRESS},
    ),
    c.JudgeCancellation: (c.JudgeCancellation(BUYER, c.Verdict.BLAMED), set(Status)),
    c.AnswerCancellation: (c.AnswerCancellation(SELLER, agrees=True), set(Status)),
    c.WithdrawCancellation: (c.WithdrawCancellation(BUYER), set(Status)),
    c.CancelAnyway: (c.CancelAnyway(SELLER), {Status.NOT_STARTED, Status.IN_PROGRESS}),
    c.CancelBeforeStart: (c.CancelBeforeStart(BUYER), {Status.NOT_STARTED}),
    c.ChangeMind: (c.ChangeMind(BUYER), {Status.IN_PROGRESS}),
    c.CancelOverdue: (c.CancelOverdue(BUYER), {Status.IN_PROGRESS}),
    c.Deliver: (c.Deliver(SELLER, content()), {Status.IN_PROGRESS}),
    c.Accept: (c.Accept(BUYER), {Status.IN_REVIEW}),
    c.SendBack: (c.SendBack(BUYER, content()), {Status.IN_REVIEW}),
    c.Say: (c.Say(SELLER, c.Saying.MESSAGE, content()), set(Status)),
    c.CorrectSaid: (c.CorrectSaid(BUYER, 1, NOW, c.Saying.MESSAGE, content()), set(Status)),
    c.OfferOption: (
        c.OfferOption(SELLER, "A business card", Money(50_000, "RUB"), 2),
        {Status.NOT_STARTED, Status.IN_PROGRESS},
    ),
    c.AnswerOption: (c.AnswerOption(BUYER, 1, agrees=True), {Status.NOT_STARTED, Status.IN_PROGRESS}),
    c.TakeOptionPayment: (c.TakeOptionPayment(BUYER, 1, CHARGE), {Status.NOT_STARTED, Status.IN_PROGRESS}),
    c.WithdrawOption: (c.WithdrawOption(SELLER, 1), {Status.NOT_STARTED, Status.IN_PROGRESS}),
    c.RequestInformation: (c.RequestInformation(SELLER, ("A font",)), {Status.NOT_STARTED, Status.IN_PROGRESS}),
    c.AnswerInformation: (c.AnswerInformation(BUYER, (1,), content()), {Status.NOT_STARTED, Status.IN_PROGRESS}),
    c.CloseInformation: (c.CloseInformation(SELLER, (1,)), {Status.NOT_STARTED, Status.IN_PROGRESS}),
    c.AskToWait: (c.AskToWait(SELLER, NOW + 5 * DAY), {Status.IN_PROGRESS}),
    c.AnswerWait: (c.AnswerWait(BUYER, NOW + 6 * DAY, agrees=True), {Status.IN_PROGRESS}),
    c.CallArbiter: (c.CallArbiter(SELLER, STATEMENT), {Status.IN_PROGRESS, Status.IN_REVIEW, Status.NOT_STARTED}),
    c.WithdrawDispute: (c.WithdrawDispute(BUYER), set(Status)),
    c.LeaveReview: (c.LeaveReview(BUYER, Mood.NEGATIVE, content()), set()),
    c.AnswerReview: (c.AnswerReview(SELLER, "Thank you."), set(Status)),
    c.MoveDue: (c.MoveDue(SELLER, NOW + 5 * DAY), set(Status)),
    c.CallOff: (c.CallOff(SELLER), set(Status)),
}


@pytest.mark.parametrize("stage", DISPUTED)
@pytest.mark.parametrize("kind", MOVES, ids=lambda kind: kind.__name__)
def test_the_sides_can_only_write_and_take_the_call_back(kind: type[c.ByPerson], stage: str) -> None:
    """Every other move waits, an option with its payment and a wish for time included."""
    order = offered(DISPUTED[stage], wait=True) if DISPUTED[stage].status is Status.IN_PROGRESS else DISPUTED[stage]
    command, statuses = MOVES[kind]
    expected = MEANWHILE.get(kind, "DisputeOpen") if order.status in statuses else "WrongStatus"
    if expected == "allowed":
        assert move(order, command, NOW, JUDGED).facts
    else:
        assert type(refused(order, command)).__name__ == expected


def test_the_moves_are_all_there_are() -> None:
    """A new command of a side brings its own line."""
    assert set(MOVES) == set(get_args(c.PersonCommand))


@pytest.mark.parametrize("order", DISPUTED.values(), ids=list(DISPUTED))
@pytest.mark.parametrize("later", [0, HOUR, 7 * DAY, 400 * DAY])
def test_nothing_happens_by_itself(order: Order, later: int) -> None:
    """However long it takes; a warning that arrives late is not noted either."""
    for reachable in (True, False):
        assert type(refused(order, c.Settle(is_reachable=reachable), NOW + later)) is r.ClockStillRuns
    assert move(order, c.NoteWarning(NOW, order.turn), NOW + later).order == order
    assert not order.is_overdue(NOW + later)


@given(order=st.sampled_from([*DISPUTED.values()]), later=st.integers(0, 60 * DAY))
def test_the_operators_are_reminded_every_day_and_nobody_else_of_anything(order: Order, later: int) -> None:
    """The next reminder is less than a day away, a whole number of days after the call."""
    (timer,) = plan(order, NOW + later, JUDGED, person(), person())
    assert (timer.kind, timer.turn) == (TimerKind.DISPUTE_REMINDER, order.turn)
    assert NOW + later < timer.due_at <= NOW + later + DAY
    assert (timer.due_at - NOW) % DAY == 0


# --- taking it back ---


@given(order=st.sampled_from([*DISPUTED.values()]), side=st.sampled_from(Side), later=st.integers(0, 60 * DAY))
def test_the_caller_takes_it_back_and_the_clock_has_exactly_what_it_had(order: Order, side: Side, later: int) -> None:
    """Whatever was declined stays declined, and who knew that the order is overdue is not told again."""
    clock = order.clock
    assert order.dispute is not None
    assert isinstance(clock, Frozen)
    order = replace(order, dispute=replace(order.dispute, by=side))
    change = move(order, c.WithdrawDispute(PEOPLE[side]), NOW + later, JUDGED)
    until = NOW + later + clock.left
    assert change.facts == (f.DisputeWithdrawn(side, until),)
    assert change.order == replace(order, dispute=None, clock=Running(until, clock.warned_at), turn=order.turn + 1)


def test_only_the_caller_takes_it_back() -> None:
    """And only while it is open."""
    for side in Side:
        assert type(refused(disputed(by=side), c.WithdrawDispute(PEOPLE[side.other]))) is r.WrongSide
        assert type(refused(in_progress(), c.WithdrawDispute(PEOPLE[side]))) is r.NoDispute
        assert type(refused(ended(), c.WithdrawDispute(PEOPLE[side]))) is r.WrongStatus
    for by in (STRANGER, OPERATOR):
        assert type(refused(disputed(), c.WithdrawDispute(by))) is r.NoSuchOrder


# --- deciding ---

#: What can be decided where; small letters: refused.
RULINGS = """
          declined work   late   review
release   SELLER   SELLER SELLER SELLER
refund    BUYER    BUYER  BUYER  BUYER
split     SPLIT    SPLIT  SPLIT  SPLIT
work      status   WORK   WORK   BACK
review    status   status status REVIEW
start     START    status status status
"""
CELLS = [
    (row[0], stage, cell)
    for header, *rows in [[line.split() for line in RULINGS.strip().splitlines()]]
    for row in rows
    for stage, cell in zip(header, row[1:], strict=True)
]
#: The fourth day holds no weekend: the review window is three days.
GOES_ON: dict[str, dict[str, Any]] = {
    "WORK": {"status": Status.IN_PROGRESS, "clock": Running(DUE)},
    "BACK": {"status": Status.IN_PROGRESS, "clock": Running(DUE), "work_left": None, "returns": 1},
    "REVIEW": {"status": Status.IN_REVIEW, "clock": Running(NOW + 3 * DAY)},
    "START": {"status": Status.NOT_STARTED, "clock": Running(NOW + DAY)},
}
ENDS = {"SELLER": Ending.AWARDED_TO_SELLER, "BUYER": Ending.AWARDED_TO_BUYER, "SPLIT": Ending.SPLIT}


@pytest.mark.parametrize(("ruling", "stage", "cell"), CELLS)
def test_each_decision_does_what_the_table_says(ruling: str, stage: str, cell: str) -> None:
    """It ends the order, or gives it a whole new clock; what belongs to another ruling is left out."""
    order = HELD[stage]
    part = Money(60_000, "RUB")
    decision = Decision(ruling=Ruling(ruling), to_seller=part, due=DUE)
    command = c.Arbitrate(OPERATOR, decision, REASON)
    if cell == "status":
        found = refused(order, command)
        assert isinstance(found, r.WrongStatus)
        assert found.status is order.status
        assert Ruling(ruling) not in rulings(order)
        return
    assert Ruling(ruling) in rulings(order)
    change = move(order, command, NOW, JUDGED)
    if cell in ENDS:
        until = None
        kept = replace(order, seller_part=60_000) if cell == "SPLIT" else order
        assert change.order == ended_from(kept, ENDS[cell])
    else:
        until = GOES_ON[cell]["clock"].until
        fresh: dict[str, Any] = {"dispute": None, "overdue_told": False, "cancellation_declined": False}
        assert change.order == replace(order, **fresh, **GOES_ON[cell], turn=order.turn + 1)
    pure = Decision(
        ruling=decision.ruling,
        to_seller=part if cell == "SPLIT" else None,
        due=DUE if cell in {"WORK", "BACK"} else None,
    )
    end = (f.OrderEnded(ENDS[cell]),) if cell in ENDS else ()
    assert change.facts == (f.ArbiterDecided(pure, REASON, OPERATOR, until), *end)


def test_what_was_open_is_closed_by_a_decision_that_ends_the_order() -> None:
    """Offers that wait for an answer; and a wish for time that a new due time grants already."""
    order = offered(disputed(in_progress()), wait=True)
    change = move(order, c.Arbitrate(OPERATOR, Decision(ruling=Ruling.REFUND), REASON), NOW, JUDGED)
    assert change.facts[0] == f.RequestsClosed(options=(option(),), wait=True)
    assert (change.order.options, change.order.wait) == ((), None)
    due = NOW + 30 * DAY
    on, _ = decided(order, ruling=Ruling.WORK, due=due)
    assert (on.options, on.wait, on.clock) == ((option(),), None, Running(due))


@pytest.mark.parametrize("amount", [-1, 0, PRICE, PRICE + 1])
def test_a_split_leaves_something_for_each(amount: int) -> None:
    """All or nothing are other decisions, with other endings."""
    decision = Decision(ruling=Ruling.SPLIT, to_seller=Money(amount, "RUB"))
    found = refused(HELD["work"], c.Arbitrate(OPERATOR, decision, REASON))
    assert (type(found), vars(found)) == (r.SplitOutOfRange, {"held": PRICE, "currency": "RUB"})


def test_a_split_names_its_money() -> None:
    """In the order's own currency."""
    for part in (None, Money(100, "XTR")):
        decision = Decision(ruling=Ruling.SPLIT, to_seller=part)
        assert type(refused(HELD["work"], c.Arbitrate(OPERATOR, decision, REASON))) is r.SplitOutOfRange


def test_where_the_bot_holds_nothing_nothing_is_split() -> None:
    """With direct settlement; nor can the smallest unit be."""
    star = replace(HELD["work"], terms=replace(HELD["work"].terms, price=Money(1, "XTR")))
    for order in (DISPUTED["work"], star):
        assert Ruling.SPLIT not in rulings(order)
        decision = Decision(ruling=Ruling.SPLIT, to_seller=Money(1, order.terms.price.currency))
        assert type(refused(order, c.Arbitrate(OPERATOR, decision, REASON))) is r.NothingToSplit


@pytest.mark.parametrize(
    ("due", "allowed"),
    [(None, False), (-1, False), (0, False), (1, True), (90 * DAY, True), (90 * DAY + 1, False)],
)
def test_a_new_due_time_lies_ahead_within_ninety_days(due: int | None, allowed: bool) -> None:  # noqa: FBT001 - a case
    """Counted from the decision."""
    decision = Decision(ruling=Ruling.WORK, due=None if due is None else NOW + due)
    command = c.Arbitrate(OPERATOR, decision, REASON)
    if allowed:
        assert move(DISPUTED["work"], command, NOW, JUDGED).order.clock == Running(NOW + (due or 0))
    else:
        assert type(refused(DISPUTED["work"], command)) is r.DueOutOfRange


@pytest.mark.parametrize(("length", "allowed"), [(0, False), (9, False), (10, True), (1_000, True), (1_001, False)])
def test_a_decision_has_a_reason_and_a_question_has_words(length: int, allowed: bool) -> None:  # noqa: FBT001 - a case
    """10 to 1,000 characters that both sides read."""
    words = f" {'x' * length}\n"
    commands: tuple[tuple[c.ArbiterCommand, type[Refusal]], ...] = (
        (c.Arbitrate(OPERATOR, Decision(ruling=Ruling.REFUND), words), r.ReasonLength),
        (c.AskSides(OPERATOR, words), r.ArbiterQuestionLength),
    )
    for command, reason in commands:
        if allowed:
            first = move(DISPUTED["work"], command, NOW, JUDGED).facts[0]
            assert "x" * length in {getattr(first, "reason", None), getattr(first, "question", None)}
        else:
            found = refused(DISPUTED["work"], command)
            assert (type(found), vars(found)) == (reason, {"least": 10, "most": 1_000, "actual": length})


def test_a_question_moves_nothing() -> None:
    """Neither clock nor turn: the arbiter's other buttons stay good."""
    order = DISPUTED["review"]
    change = move(order, c.AskSides(OPERATOR, "Where is the source file?"), NOW, JUDGED)
    assert change.order == order
    assert change.facts == (f.ArbiterAsked("Where is the source file?", OPERATOR),)


@pytest.mark.parametrize(
    "command",
    [c.Arbitrate(0, Decision(ruling=Ruling.REFUND), REASON), c.AskSides(0, "Where is the source file?")],
    ids=["decide", "ask"],
)
def test_only_an_operator_who_is_no_side_arbitrates_and_only_what_is_disputed(command: c.ArbiterCommand) -> None:
    """A side who is an operator hears who can decide; for everybody else there is no such order."""
    for by in (SELLER, BUYER, STRANGER):
        assert type(refused(disputed(), replace(command, by=by))) is r.NoSuchOrder
    for by in (SELLER, BUYER):
        both, alone = (replace(POLICY, arbiters=frozenset({by, *others})) for others in ((OPERATOR,), ()))
        assert type(refused(disputed(), replace(command, by=by), policy=both)) is r.OwnDispute
        assert type(refused(disputed(), replace(command, by=by), policy=alone)) is r.OwnDisputeAlone
    for order in (in_progress(), in_review(), seller_asked(), ended(), ended(Ending.AWARDED_TO_SELLER)):
        assert type(refused(order, replace(command, by=OPERATOR))) is r.NoDispute


def test_a_decision_is_made_once() -> None:
    """The second finds no dispute, whatever it decides."""
    for ruling in rulings(HELD["review"]):
        decision = Decision(ruling=ruling, to_seller=Money(1, "RUB"), due=DUE)
        once = move(HELD["review"], c.Arbitrate(OPERATOR, decision, REASON), NOW, JUDGED).order
        assert type(refused(once, c.Arbitrate(OPERATOR, decision, REASON))) is r.NoDispute


def test_after_a_decision_to_go_on_the_arbiter_can_be_called_again() -> None:
    """A new dispute, in another turn."""
    on, _ = decided(DISPUTED["review"], ruling=Ruling.REVIEW)
    again = move(on, c.CallArbiter(SELLER, STATEMENT), NOW + HOUR, JUDGED).order
    assert again.dispute == Dispute(by=Side.SELLER, statement=STATEMENT, opened_at=NOW + HOUR)
    assert again.clock == Frozen(3 * DAY - HOUR)
