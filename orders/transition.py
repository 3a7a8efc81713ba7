"""The moves of an order (SPEC 2 to 4): `transition(order, command, now, policy)` gives the new order and the facts.

A refused command raises a `Refusal` and changes nothing. The order of the checks is the order in which a person would
want to hear of them: not yours, other side's move, not in this status, and only then the finer reasons.
"""

from typing import assert_never

from orders import agreeing, arbitrating, cancelling, elsewhere, informing, overseeing, paying, reviewing
from orders import commands as c
from orders import facts as f
from orders.change import Change, end, expect, next_turn, until_of
from orders.content import Content
from orders.order import Ending, Order, Origin, Running
from orders.policy import DAY, HOUR, Policy
from orders.refusals import (
    BuyerHasJoined,
    BuyerNotJoined,
    NoSuchOrder,
    RoomClosed,
    TooLateToEdit,
    WrongSide,
    WrongStatus,
)
from orders.review import review_until
from orders.settling import note_warning, settle
from orders.status import Side, Status
from orders.written import check_delivery, check_message, check_note, check_remarks

#: How long the sides of a finished order can still write to each other.
ROOM_STAYS_OPEN = 30 * DAY
#: How long what was said can be corrected: as long as Telegram lets people edit.
CORRECTED_WITHIN = 48 * HOUR


def transition(order: Order, command: c.Command, now: int, policy: Policy) -> Change:  # noqa: PLR0911 - one case a kind
    """Carry out one command at one moment (epoch seconds).

    Raises:
        Refusal: by its subclass why not; nothing has changed.
    """
    match command:
        case c.Settle():
            return agreeing.closed(settle(order, command, now, policy))
        case c.NoteWarning():
            return note_warning(order, command)
        case c.NoteRefund():
            return Change(order, (f.MoneyReturned(command.money),))
        case c.AskSides():
            return arbitrating.ask(order, command, policy)
        case c.Arbitrate():
            return agreeing.closed(arbitrating.decide(order, command, now, policy))
        case c.HideReview() | c.ShowReview() | c.VoidOutcome() | c.CountOutcome():
            return overseeing.oversee(order, command, policy)
        case c.Join():
            return elsewhere.join(order, command, now, policy)
        case _:
            side = order.side_of(command.by)
            if side is None:
                raise NoSuchOrder
            if order.is_solo:
                return agreeing.closed(_move_alone(order, command, now, policy))
            return agreeing.closed(_move(order, command, side, now, policy))


def is_room_open(order: Order, now: int) -> bool:
    """Whether the sides can write to each other: from the payment on, and for a while after the end."""
    if order.paid_at is None or order.is_solo:
        return False
    return order.ended_at is None or now < order.ended_at + ROOM_STAYS_OPEN


def expect_open_room(order: Order, now: int) -> None:
    """Raises: WrongStatus: it was never paid, RoomClosed: it ended too long ago."""
    if not is_room_open(order, now):
        raise WrongStatus(order.status) if order.paid_at is None else RoomClosed(order.status)


def _move_alone(order: Order, command: c.PersonCommand, now: int, policy: Policy) -> Change:
    """The seller of an order whose buyer has not joined makes the buyer's moves too; what needs two is refused."""
    match command:
        case c.StartWork():
            change = _move(order, command, Side.SELLER, now, policy)
        case c.Deliver():
            expect(order, Side.SELLER, now, Side.SELLER, Status.IN_PROGRESS)
            change = _deliver(order, check_note(command.content), now, policy)
        case c.Accept():
            return _move(order, command, Side.BUYER, now, policy)
        case c.SendBack():
            expect(order, Side.BUYER, now, Side.BUYER, Status.IN_REVIEW)
            change = _send_back(order, check_note(command.remarks), now)
        case c.OfferOption():
            return agreeing.note_option(order, command, now)
        case c.MoveDue():
            return elsewhere.move_due(order, command, now)
        case c.CallOff():
            return elsewhere.call_off(order, now)
        case _:
            if order.status.is_final:
                raise WrongStatus(order.status)
            raise BuyerNotJoined
    return elsewhere.on_a_new_clock(change, now)


def _move(order: Order, command: c.PersonCommand, side: Side, now: int, policy: Policy) -> Change:  # noqa: C901, PLR0911, PLR0912 - the table of SPEC 2, one case a row
    match command:
        case c.ConfirmPayment():
            return paying.confirm(order, side, now, policy)
        case c.TakePayment():
            return paying.take(order, command, side, now, policy)
        case c.Abandon():
            expect(order, side, now, Side.BUYER, Status.AWAITING_PAYMENT)
            return end(order, Ending.ABANDONED, now)
        case c.TakeBack():
            expect(order, side, now, Side.SELLER, Status.AWAITING_PAYMENT)
            if order.origin not in {Origin.OFFER, Origin.EXCHANGE}:
                raise NoSuchOrder  # of any other the seller has not heard yet
            return end(order, Ending.TAKEN_BACK, now)
        case c.StartWork():
            expect(order, side, now, Side.SELLER, Status.NOT_STARTED)
            due = now + order.terms.term
            started = next_turn(
                order,
                status=Status.IN_PROGRESS,
                started_at=now,
                clock=Running(due),
                cancellation_declined=False,
            )
            return Change(started, (f.WorkStarted(due),))
        case c.RequestCancellation():
            return cancelling.request_cancellation(order, command, side, now, policy)
        case c.JudgeCancellation():
            return cancelling.judge(order, command, side, now, policy)
        case c.AnswerCancellation():
            return cancelling.answer(order, command, side, now, policy)
        case c.WithdrawCancellation():
            return cancelling.withdraw(order, side, now)
        case c.CancelAnyway():
            return cancelling.cancel_anyway(order, side, now)
        case c.CancelBeforeStart():
            expect(order, side, now, Side.BUYER, Status.NOT_STARTED)
            return end(order, Ending.CANCELLED_BEFORE_START, now)
        case c.ChangeMind():
            return cancelling.change_mind(order, side, now, policy)
        case c.CancelOverdue():
            return cancelling.cancel_overdue(order, side, now)
        case c.Deliver():
            expect(order, side, now, Side.SELLER, Status.IN_PROGRESS)
            return _deliver(order, check_delivery(command.content), now, policy)
        case c.Accept():
            expect(order, side, now, Side.BUYER, Status.IN_REVIEW)
            return end(order, Ending.ACCEPTED, now)
        case c.SendBack():
            expect(order, side, now, Side.BUYER, Status.IN_REVIEW)
            return _send_back(order, check_remarks(command.remarks), now)
        case c.RequestInformation():
            return informing.request(order, command, side, now)
        case c.AnswerInformation():
            return informing.answer(order, command, side)
        case c.CloseInformation():
            return informing.close(order, command, side)
        case c.OfferOption():
            return agreeing.offer_option(order, command, side, now)
        case c.AnswerOption():
            return agreeing.answer_option(order, command, side, now)
        case c.TakeOptionPayment():
            return agreeing.take_option_payment(order, command, side, now)
        case c.WithdrawOption():
            return agreeing.withdraw_option(order, command, side, now)
        case c.AskToWait():
            return agreeing.ask_to_wait(order, command, side, now)
        case c.AnswerWait():
            return agreeing.answer_wait(order, command, side, now)
        case c.MoveDue() | c.CallOff():
            raise BuyerHasJoined
        case c.CallArbiter():
            return arbitrating.call(order, command, side, now, policy)
        case c.WithdrawDispute():
            return arbitrating.withdraw(order, side, now)
        case c.Say():
            return _say(order, command, side, now)
        case c.CorrectSaid():
            return _correct(order, command, side, now)
        case c.LeaveReview():
            return reviewing.leave(order, command, side, now)
        case c.AnswerReview():
            return reviewing.answer(order, command, side)
        case _:
            assert_never(command)


def _deliver(order: Order, content: Content, now: int, policy: Policy) -> Change:
    until = review_until(now, policy)
    number = order.deliveries + 1
    delivered = next_turn(
        order,
        status=Status.IN_REVIEW,
        clock=Running(until),
        work_left=until_of(order) - now,
        deliveries=number,
        cancellation_declined=False,
    )
    return Change(delivered, (f.WorkDelivered(content, number, until),))


def _send_back(order: Order, remarks: Content, now: int) -> Change:
    if order.work_left is None:
        raise AssertionError("a delivery keeps the rest of the term")
    due = now + order.work_left
    returned = next_turn(
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
            expect_open_room(order, now)
        case c.Saying.INTERIM_RESULT:
            if side is not Side.SELLER:
                raise WrongSide
            if order.status is not Status.IN_PROGRESS:
                raise WrongStatus(order.status)
        case c.Saying.INFORMATION_REQUEST:
            raise AssertionError("asked for by `RequestInformation`")
        case _:
            assert_never(command.saying)
    return Change(order, (f.Said(side, command.saying, check_message(command.content)),))


def _correct(order: Order, command: c.CorrectSaid, side: Side, now: int) -> Change:
    """Status and clock stay as they are; what was said before stays in the history."""
    expect_open_room(order, now)
    if now >= command.at + CORRECTED_WITHIN:
        raise TooLateToEdit
    content = check_message(command.content)
    return Change(order, (f.SaidEdited(side, command.said, command.saying, content),))
