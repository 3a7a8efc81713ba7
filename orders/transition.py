"""The moves of an order (SPEC 2 to 4): `transition(order, command, now, policy)` gives the new order and the facts.

A refused command raises a `Refusal` and changes nothing. The order of the checks is the order in which a person would
want to hear of them: not yours, other side's move, not in this status, and only then the finer reasons.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from orders import commands as c
from orders import facts as f
from orders.content import Answer, Content, utf16_length
from orders.gig import Gig, GigStatus
from orders.order import BUYER_REASONS, SELLER_REASONS, CancellationRequest, Ending, Frozen, Order, Running
from orders.policy import DAY, Policy
from orders.refusals import (
    AlreadyOverdue,
    BriefIncomplete,
    CancellationPending,
    ChangeOfMindOver,
    ChangeOfMindStillPossible,
    ClockRanOut,
    ClockStillRuns,
    DeliveryNeedsText,
    EmptyMessage,
    ExplanationLength,
    NoCancellationPending,
    NoSuchOrder,
    NothingDeclined,
    NotOnSale,
    NotOverdue,
    OwnGig,
    RemarksNeeded,
    TextTooLong,
    TooManyFiles,
    WrongSide,
    WrongStatus,
)
from orders.review import review_until
from orders.status import Side, Status

EXPLANATION = (20, 1000)
#: A hand-over's text goes out as one Telegram message, which holds 4,096 UTF-16 units.
HANDOVER_TEXT_MAX = 4_096
HANDOVER_FILES_MAX = 100
#: How long the sides of a finished order can still write to each other.
ROOM_STAYS_OPEN = 30 * DAY


@dataclass(frozen=True, slots=True)
class Change:
    """What a command did."""

    order: Order
    facts: tuple[f.Fact, ...]


def place(number: int, gig: Gig, buyer_id: int, brief: tuple[Answer, ...], now: int, policy: Policy) -> Change:
    """A new order with a copy of the gig's terms, waiting for payment.

    Raises: NotOnSale, OwnGig, BriefIncomplete.
    """
    if gig.status is not GigStatus.ACTIVE:
        raise NotOnSale
    if buyer_id == gig.seller_id:
        raise OwnGig
    if tuple(answer.question for answer in brief) != gig.terms.questions or any(
        answer.content.is_empty for answer in brief
    ):
        raise BriefIncomplete
    until = now + policy.payment_window
    order = Order(
        number=number,
        seller_id=gig.seller_id,
        buyer_id=buyer_id,
        gig_id=gig.id,
        terms=gig.terms,
        brief=brief,
        status=Status.AWAITING_PAYMENT,
        placed_at=now,
        clock=Running(until),
    )
    return Change(order, (f.OrderPlaced(until),))


def transition(order: Order, command: c.Command, now: int, policy: Policy) -> Change:
    """Carry out one command at one moment (epoch seconds).

    Raises:
        Refusal: by its subclass why not; nothing has changed.
    """
    match command:
        case c.Settle():
            return _settle(order, command, now, policy)
        case c.NoteWarning():
            return _note_warning(order, command)
        case _:
            side = order.side_of(command.by)
            if side is None:
                raise NoSuchOrder
            return _move(order, command, side, now, policy)


def _move(order: Order, command: c.PersonCommand, side: Side, now: int, policy: Policy) -> Change:  # noqa: C901, PLR0911, PLR0912 - the table of SPEC 2, one case a row
    match command:
        case c.ConfirmPayment():
            _expect(order, side, now, Side.BUYER, Status.AWAITING_PAYMENT)
            start_until = now + policy.start_window
            paid = _next(order, status=Status.NOT_STARTED, paid_at=now, clock=Running(start_until))
            return Change(paid, (f.OrderPaid(start_until),))
        case c.Abandon():
            _expect(order, side, now, Side.BUYER, Status.AWAITING_PAYMENT)
            return _end(order, Ending.ABANDONED, now)
        case c.StartWork():
            _expect(order, side, now, Side.SELLER, Status.NOT_STARTED)
            due = now + order.terms.term
            started = _next(
                order,
                status=Status.IN_PROGRESS,
                started_at=now,
                clock=Running(due),
                cancellation_declined=False,
            )
            return Change(started, (f.WorkStarted(due),))
        case c.RequestCancellation():
            return _request_cancellation(order, command, side, now, policy)
        case c.JudgeCancellation():
            _expect_request(order, side, now, mover=Side.BUYER, asker=Side.SELLER)
            match command.verdict:
                case c.Verdict.EXCUSED:
                    return _end(order, Ending.EXCUSED, now)
                case c.Verdict.BLAMED:
                    return _end(order, Ending.BLAMED, now)
                case c.Verdict.DECLINED:
                    return _decline(order, side, now, policy)
                case _:
                    assert_never(command.verdict)
        case c.AnswerCancellation():
            _expect_request(order, side, now, mover=Side.SELLER, asker=Side.BUYER)
            return _end(order, Ending.SELLER_AGREED, now) if command.agrees else _decline(order, side, now, policy)
        case c.WithdrawCancellation():
            request = _expect_request(order, side, now, mover=side, asker=side)
            resumed = _resume(order, now, at_least=None)
            return Change(resumed, (f.CancellationWithdrawn(request.by, _until(resumed)),))
        case c.CancelAnyway():
            _expect(order, side, now, Side.SELLER, Status.NOT_STARTED, Status.IN_PROGRESS)
            if not order.cancellation_declined:
                raise NothingDeclined
            return _end(order, Ending.CANCELLED_ANYWAY, now)
        case c.CancelBeforeStart():
            _expect(order, side, now, Side.BUYER, Status.NOT_STARTED)
            return _end(order, Ending.CANCELLED_BEFORE_START, now)
        case c.ChangeMind():
            _expect(order, side, now, Side.BUYER, Status.IN_PROGRESS)
            if order.is_overdue(now):
                raise AlreadyOverdue
            if not may_change_mind(order, now, policy):
                raise ChangeOfMindOver
            return _end(order, Ending.CHANGED_MIND, now)
        case c.CancelOverdue():
            _expect(order, side, now, Side.BUYER, Status.IN_PROGRESS)
            if not order.is_overdue(now):
                raise NotOverdue
            return _end(order, Ending.CANCELLED_OVERDUE, now)
        case c.Deliver():
            _expect(order, side, now, Side.SELLER, Status.IN_PROGRESS)
            return _deliver(order, command.content, now, policy)
        case c.Accept():
            _expect(order, side, now, Side.BUYER, Status.IN_REVIEW)
            return _end(order, Ending.ACCEPTED, now)
        case c.SendBack():
            _expect(order, side, now, Side.BUYER, Status.IN_REVIEW)
            return _send_back(order, command.remarks, now)
        case c.Say():
            return _say(order, command, side, now)
        case _:
            assert_never(command)


def may_change_mind(order: Order, now: int, policy: Policy) -> bool:
    """Whether the buyer's first minutes after the start are not over; the last moment does not count."""
    return order.started_at is not None and now < order.started_at + policy.change_of_mind


def _expect(order: Order, side: Side, now: int, mover: Side, *statuses: Status) -> None:
    """The checks that every move shares.

    A due time that has passed stops nobody; the other clocks, once run out, come before any press.
    """
    if side is not mover:
        raise WrongSide
    if order.status not in statuses:
        raise WrongStatus(order.status)
    if order.cancellation is not None:
        raise CancellationPending
    if order.status is not Status.IN_PROGRESS and _has_run_out(order.clock, now):
        raise ClockRanOut


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


def _request_cancellation(order: Order, command: c.RequestCancellation, side: Side, now: int, policy: Policy) -> Change:
    if side is Side.SELLER:
        _expect(order, side, now, Side.SELLER, Status.NOT_STARTED, Status.IN_PROGRESS)
    else:
        _expect(order, side, now, Side.BUYER, Status.IN_PROGRESS)
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
    clock = _running(order)
    asked = _next(order, cancellation=request, clock=Frozen(clock.until - now, clock.warned_at))
    return Change(asked, (f.CancellationRequested(side, command.reason, explanation, answer_until),))


def check_explanation(text: str) -> str:
    """Raises: ExplanationLength."""
    explanation = text.strip()
    if not EXPLANATION[0] <= len(explanation) <= EXPLANATION[1]:
        raise ExplanationLength(*EXPLANATION, len(explanation))
    return explanation


def check_delivery(content: Content) -> Content:
    """Raises: DeliveryNeedsText, TextTooLong, TooManyFiles."""
    if not content.text.strip():
        raise DeliveryNeedsText
    return _check_size(content)


def check_message(content: Content) -> Content:
    """Raises: EmptyMessage, TextTooLong, TooManyFiles."""
    if content.is_empty:
        raise EmptyMessage
    return _check_size(content)


def check_remarks(content: Content) -> Content:
    """Raises: RemarksNeeded, TextTooLong, TooManyFiles."""
    if not content.text.strip():
        raise RemarksNeeded
    return _check_size(content)


def _check_size(content: Content) -> Content:
    if utf16_length(content.text) > HANDOVER_TEXT_MAX:
        raise TextTooLong(1, HANDOVER_TEXT_MAX, utf16_length(content.text))
    if len(content.files) > HANDOVER_FILES_MAX:
        raise TooManyFiles(0, HANDOVER_FILES_MAX, len(content.files))
    return content


def _decline(order: Order, side: Side, now: int, policy: Policy) -> Change:
    resumed = _resume(order, now, at_least=policy.least_after_decline)
    if side is Side.BUYER:
        resumed = replace(resumed, cancellation_declined=True)
    return Change(resumed, (f.CancellationDeclined(side, _until(resumed)),))


def _resume(order: Order, now: int, at_least: int | None) -> Order:
    """The frozen clock goes on, with exactly what was left or, where a least is given, with at least that."""
    clock = order.clock
    if not isinstance(clock, Frozen):
        raise AssertionError("a pending cancellation freezes the clock")
    left = clock.left if at_least is None else max(clock.left, at_least)
    return _next(
        order,
        cancellation=None,
        clock=Running(now + left, clock.warned_at),
        overdue_told=order.overdue_told and left <= 0,
    )


def _deliver(order: Order, content: Content, now: int, policy: Policy) -> Change:
    content = check_delivery(content)
    until = review_until(now, policy)
    number = order.deliveries + 1
    delivered = _next(
        order,
        status=Status.IN_REVIEW,
        clock=Running(until),
        work_left=_until(order) - now,
        deliveries=number,
        cancellation_declined=False,
    )
    return Change(delivered, (f.WorkDelivered(content, number, until),))


def _send_back(order: Order, remarks: Content, now: int) -> Change:
    remarks = check_remarks(remarks)
    if order.work_left is None:
        raise AssertionError("a delivery keeps the rest of the term")
    due = now + order.work_left
    returned = _next(
        order,
        status=Status.IN_PROGRESS,
        clock=Running(due),
        work_left=None,
        returns=order.returns + 1,
    )
    return Change(returned, (f.WorkReturned(remarks, due),))


def _say(order: Order, command: c.Say, side: Side, now: int) -> Change:
    """A message of a room moves nothing, so that a request to cancel does not silence the sides either."""
    match command.saying:
        case c.Saying.MESSAGE:
            ended_at = order.ended_at
            if order.paid_at is None or (ended_at is not None and now >= ended_at + ROOM_STAYS_OPEN):
                raise WrongStatus(order.status)
        case c.Saying.INFORMATION_REQUEST | c.Saying.INTERIM_RESULT:
            if side is not Side.SELLER:
                raise WrongSide
            allowed = {Status.IN_PROGRESS}
            if command.saying is c.Saying.INFORMATION_REQUEST:
                allowed.add(Status.NOT_STARTED)
            if order.status not in allowed:
                raise WrongStatus(order.status)
        case _:
            assert_never(command.saying)
    return Change(order, (f.Said(side, command.saying, check_message(command.content)),))


def _settle(order: Order, command: c.Settle, now: int, policy: Policy) -> Change:
    """The step whose time has come: of a pending request's clock, else of the status's own."""
    if order.cancellation is not None:
        return _settle_answer(order, order.cancellation, command, now, policy)
    if order.clock is None or not _has_run_out(order.clock, now):
        raise ClockStillRuns
    match order.status:
        case Status.AWAITING_PAYMENT:
            return _end(order, Ending.LAPSED, now)
        case Status.IN_PROGRESS:
            if order.overdue_told:
                raise ClockStillRuns
            return Change(replace(order, overdue_told=True), (f.DueTimePassed(_until(order)),))
        case Status.NOT_STARTED:
            step, ending = f.Step.AUTO_CANCEL, Ending.AUTO_CANCELLED
        case Status.IN_REVIEW:
            step, ending = f.Step.AUTO_ACCEPT, Ending.AUTO_ACCEPTED
        case _:
            raise AssertionError("a final order has no clock")
    clock = _running(order)
    put_off = _put_off(clock, command, now, policy)
    if put_off is None:
        return _end(order, ending, now)
    moved = replace(order, clock=put_off)
    return Change(moved, (f.StepPutOff(step, put_off.until, clock.warned_at is not None),))


def _settle_answer(order: Order, request: CancellationRequest, command: c.Settle, now: int, policy: Policy) -> Change:
    if now < request.answer.until:
        raise ClockStillRuns
    put_off = _put_off(request.answer, command, now, policy)
    if put_off is None:
        return _end(order, Ending.SILENCE, now)
    moved = replace(order, cancellation=replace(request, answer=put_off))
    fact = f.StepPutOff(f.Step.ANSWER_EXPIRY, put_off.until, request.answer.warned_at is not None)
    return Change(moved, (fact,))


def _put_off(clock: Running, command: c.Settle, now: int, policy: Policy) -> Running | None:
    """Nobody pays for the bot's downtime: when the step may come instead of now; None: it may come now."""
    if not command.is_reachable:
        return None
    if clock.warned_at is None:
        return Running(now + policy.notice_before_harm)
    allowed_from = clock.warned_at + policy.notice_before_harm
    return Running(allowed_from, clock.warned_at) if allowed_from > now else None


def _note_warning(order: Order, command: c.NoteWarning) -> Change:
    """Only the first hand-over in this turn is kept: it is the one that the person has had longest."""
    if command.turn != order.turn:
        return Change(order, ())
    if order.cancellation is not None:
        if order.cancellation.answer.warned_at is not None:
            return Change(order, ())
        answer = replace(order.cancellation.answer, warned_at=command.at)
        return Change(replace(order, cancellation=replace(order.cancellation, answer=answer)), ())
    if not isinstance(order.clock, Running) or order.clock.warned_at is not None:
        return Change(order, ())
    return Change(replace(order, clock=replace(order.clock, warned_at=command.at)), ())


def _end(order: Order, ending: Ending, now: int) -> Change:
    ended = _next(
        order,
        status=ending.status,
        ending=ending,
        ended_at=now,
        clock=None,
        work_left=None,
        cancellation=None,
        cancellation_declined=False,
    )
    return Change(ended, (f.OrderEnded(ending),))


def _next(order: Order, **changes: object) -> Order:
    """The order in its next turn: buttons and timers of the turn before act no more."""
    return replace(order, turn=order.turn + 1, **changes)  # type: ignore[arg-type]


def _has_run_out(clock: Running | Frozen | None, now: int) -> bool:
    return isinstance(clock, Running) and now >= clock.until


def _running(order: Order) -> Running:
    if not isinstance(order.clock, Running):
        raise AssertionError("no request is pending, so the clock of an open order runs")
    return order.clock


def _until(order: Order) -> int:
    return _running(order).until
