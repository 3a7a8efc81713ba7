"""Which buttons a side of an order may press now. The rules decide again when one is pressed."""

from collections.abc import Iterator
from dataclasses import dataclass

from aiogram.types import InlineKeyboardButton

from handlers.buttons import (
    CalendarPress,
    Move,
    OptionAnswer,
    OptionPress,
    Place,
    Style,
    WaitPress,
    button,
    order_button,
)
from handlers.texts import Texts
from handlers.wording import price
from orders.arbitrating import may_call
from orders.cancelling import may_change_mind
from orders.deadline import deadline
from orders.order import Option, Order
from orders.policy import Policy
from orders.reviewing import may_answer_review, may_review
from orders.status import Side, Status
from orders.transition import is_room_open

_LABELS = {
    Move.PAY: "button-confirm-order",
    Move.BILL: "button-pay",
    Move.ABANDON: "button-cancel",
    Move.START: "button-start-work",
    Move.CANCEL: "button-cancel-order",
    Move.WITHDRAW: "button-withdraw-request",
    Move.ANYWAY: "button-cancel-anyway",
    Move.EXCUSE: "button-reason-excused",
    Move.BLAME: "button-reason-blamed",
    Move.DECLINE: "button-do-not-cancel",
    Move.AGREE: "button-agree-to-cancel",
    Move.REFUSE: "button-do-not-cancel",
    Move.CANCEL_BEFORE_START: "button-cancel-order",
    Move.CHANGE_MIND: "button-cancel-order",
    Move.CANCEL_OVERDUE: "button-cancel-order",
    Move.ASK_CANCEL: "button-cancel-order",
    Move.DELIVER: "button-deliver",
    Move.INTERIM: "button-interim",
    Move.ACCEPT: "button-accept-work",
    Move.REWORK: "button-send-back",
    Move.OFFER_OPTION: "button-offer-option",
    Move.ASK_TO_WAIT: "button-ask-to-wait",
    Move.WRITE: "button-write",
    Move.QUICK_REPLY: "button-quick-replies",
    Move.OFFER: "button-offer",
    Move.ASK_INFORMATION: "button-ask-information",
    Move.ANSWER: "button-answer",
    Move.NOT_NEEDED: "button-not-needed",
    Move.CALL_ARBITER: "button-call-arbiter",
    Move.WITHDRAW_DISPUTE: "button-withdraw-dispute",
    Move.REVIEW: "button-leave-review",
    Move.ANSWER_REVIEW: "button-answer-review",
    Move.HANDED_OVER: "button-handed-over",
    Move.MOVE_DUE: "button-move-due",
    Move.CALL_OFF: "button-cancel-order",
    Move.INVITE: "button-invite",
    Move.OPEN: "button-open-order",
    Move.BRIEF: "button-brief",
    Move.HISTORY: "button-history",
}

#: The same moves in the words of a seller who is alone in the order.
_LABELS_ALONE = {
    Move.ACCEPT: "button-accepted-elsewhere",
    Move.REWORK: "button-returned-elsewhere",
    Move.OFFER_OPTION: "button-option-elsewhere",
}

_STYLES = {
    Move.PAY: Style.GO,
    Move.BILL: Style.GO,
    Move.START: Style.GO,
    Move.DELIVER: Style.GO,
    Move.ACCEPT: Style.GO,
    Move.HANDED_OVER: Style.GO,
    Move.CALL_OFF: Style.STOP,
    Move.CANCEL: Style.STOP,
    Move.ANYWAY: Style.STOP,
    Move.BLAME: Style.STOP,
    Move.AGREE: Style.STOP,
    Move.CANCEL_BEFORE_START: Style.STOP,
    Move.CHANGE_MIND: Style.STOP,
    Move.CANCEL_OVERDUE: Style.STOP,
    Move.ASK_CANCEL: Style.STOP,
    Move.ANSWER: Style.MAIN,
    Move.REWORK: Style.MAIN,
    Move.REVIEW: Style.MAIN,
    Move.DECLINE: Style.MAIN,
    Move.REFUSE: Style.MAIN,
}

Row = tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class OrderButtons:
    """The buttons of one order for one side, at one moment."""

    texts: Texts
    order: Order
    side: Side
    now: int
    policy: Policy

    def on_card(self) -> list[list[InlineKeyboardButton]]:
        """Everything that may be pressed, and the ways to read on."""
        rows = self.rows(*moves(self.order, self.side, self.now, self.policy), place=Place.CARD)
        if self.order.paid_at is None:
            return rows
        (last,) = self.rows((Move.BRIEF, Move.HISTORY), place=Place.CARD)
        offering = self.rows(*self._offering(), place=Place.CARD)
        return [*self.agreements(), *rows, *offering, [*last, *self._calendar()]]

    def _offering(self) -> tuple[Row, ...]:
        """The seller can offer this buyer more, as long as the two talk and are not at odds."""
        may_offer = self.side is Side.SELLER and is_room_open(self.order, self.now) and not _stands_still(self.order)
        return ((Move.OFFER,),) if may_offer else ()

    def _calendar(self) -> list[InlineKeyboardButton]:
        """While there is a deadline to be put into one."""
        if deadline(self.order) is None:
            return []
        # What `CalendarPress.pack` makes, as in `order_button`.
        data = f"{CalendarPress.__prefix__}:{self.order.number}"
        return [InlineKeyboardButton(text=self.texts.plain("button-calendar"), callback_data=data)]

    def on_note(self) -> list[list[InlineKeyboardButton]]:
        """The next moves, and the way to the card, on which all of them stand."""
        return self.rows(*self._next(), (Move.OPEN,))

    def on_note_with_arbiter(self) -> list[list[InlineKeyboardButton]]:
        """The same where the sides could not agree: here the arbiter is a next step."""
        call = ((Move.CALL_ARBITER,),) if _may_call(self.order, self.policy) else ()
        return self.rows(*self._next(), *call, (Move.OPEN,))

    def _next(self) -> tuple[Row, ...]:
        if self.order.is_solo:
            return tuple(row for row in _moves_alone(self.order) if row not in {(Move.OFFER_OPTION,), (Move.INVITE,)})
        if (
            self.side is Side.SELLER
            and self.order.status is Status.IN_PROGRESS
            and not _stands_still(self.order)
            and not self.order.cancellation_declined
        ):
            return (Move.DELIVER,), (Move.ASK_TO_WAIT,), writing(self.side)
        rows = moves(self.order, self.side, self.now, self.policy)
        return tuple(row for row in rows if row != (Move.CALL_ARBITER,))

    def after_answers(self) -> list[list[InlineKeyboardButton]]:
        """The seller has what was asked for: first the start, where it is due; the whole brief is a tap away."""
        if self.order.cancellation is not None:
            return self.on_note()
        can_start = self.order.status is Status.NOT_STARTED and not self.order.information
        return self.rows(*(((Move.START,),) if can_start else ()), (Move.BRIEF, Move.WRITE), (Move.OPEN,))

    def agreements(self) -> list[list[InlineKeyboardButton]]:
        """The answers to what the seller has offered and asked for."""
        if _stands_still(self.order):
            return []
        rows = [row for option in self.order.options for row in self.option(option, Place.CARD)]
        wait = self.order.wait
        if wait is not None and wait.until > self.now and self.side is Side.BUYER:
            rows.append(self.wait(wait.until, Place.CARD))
        return rows

    def option(self, option: Option, place: Place = Place.NOTE) -> list[list[InlineKeyboardButton]]:
        """One open offer: to be paid or declined by the buyer, taken back by the seller."""

        def press(label: str, answer: OptionAnswer, style: Style | None = None) -> InlineKeyboardButton:
            text = self.texts.plain(label, title=option.title, price=price(self.texts, option.price))
            data = OptionPress(number=self.order.number, option=option.number, answer=answer, place=place)
            return button(text, data, style)

        if self.side is Side.SELLER:
            return [[press("button-withdraw-option", OptionAnswer.WITHDRAW)]]
        return [
            [press("button-pay-option", OptionAnswer.PAY, Style.GO)],
            [press("button-decline-option", OptionAnswer.DECLINE)],
        ]

    def wait(self, until: int, place: Place = Place.NOTE) -> list[InlineKeyboardButton]:
        """The answers to a request to wait until then."""
        yes, no = (
            WaitPress(number=self.order.number, until=until, agrees=agrees, place=place) for agrees in (True, False)
        )
        return [
            button(self.texts.plain("button-wait-agree"), yes, Style.GO),
            button(self.texts.plain("button-wait-decline"), no),
        ]

    def rows(self, *rows: Row, place: Place = Place.NOTE) -> list[list[InlineKeyboardButton]]:
        """These moves as buttons."""
        return [[self.button(move, place) for move in row] for row in rows]

    def button(self, move: Move, place: Place = Place.NOTE) -> InlineKeyboardButton:
        """One move as a button."""
        key = _LABELS_ALONE.get(move, _LABELS[move]) if self.order.is_solo else _LABELS[move]
        label = self.texts.plain(key, number=str(self.order.number))
        return order_button(label, self.order, move, _STYLES.get(move), place)


def moves(order: Order, side: Side, now: int, policy: Policy) -> tuple[Row, ...]:
    """The rows of moves open to a side, the next step first."""
    if order.is_solo:
        return tuple(_moves_alone(order))
    if order.status.is_final:
        return (*reviewing(order, side, now), *((writing(side),) if is_room_open(order, now) else ()))
    if order.dispute is not None:
        return (writing(side), (Move.WITHDRAW_DISPUTE,)) if order.dispute.by is side else (writing(side),)
    rows = _seller_moves(order) if side is Side.SELLER else _buyer_moves(order, now, policy)
    return (*rows, (Move.CALL_ARBITER,)) if _may_call(order, policy) else tuple(rows)


def reviewing(order: Order, side: Side, now: int) -> tuple[Row, ...]:
    """The buyer's way to a review, the seller's to an answer."""
    if side is Side.BUYER:
        return ((Move.REVIEW,),) if may_review(order, now) else ()
    return ((Move.ANSWER_REVIEW,),) if may_answer_review(order) else ()


def _may_call(order: Order, policy: Policy) -> bool:
    return bool(policy.arbiters) and may_call(order) and not _stands_still(order)


def _stands_still(order: Order) -> bool:
    return order.cancellation is not None or order.dispute is not None


def writing(side: Side) -> Row:
    """The ways to write to the other side. Quick replies are a seller's: they serve many buyers."""
    return (Move.WRITE, Move.QUICK_REPLY) if side is Side.SELLER else (Move.WRITE,)


def _seller_moves(order: Order) -> Iterator[Row]:
    if order.cancellation is not None:
        if order.cancellation.by is Side.SELLER:
            yield (Move.WITHDRAW,)
        else:
            yield (Move.AGREE, Move.REFUSE)
        yield writing(Side.SELLER)
        return
    match order.status:
        case Status.NOT_STARTED:
            yield (Move.START,)
            yield (Move.ASK_INFORMATION,)
            yield from _waiting(order)
            yield (Move.OFFER_OPTION,)
            yield writing(Side.SELLER)
            yield (Move.CANCEL,)
        case Status.IN_PROGRESS:
            yield (Move.DELIVER,)
            yield (Move.INTERIM,)
            yield (Move.ASK_INFORMATION,)
            yield from _waiting(order)
            yield (Move.OFFER_OPTION,)
            yield (Move.ASK_TO_WAIT,)
            yield writing(Side.SELLER)
            yield (Move.CANCEL,)
        case Status.IN_REVIEW:
            yield writing(Side.SELLER)
        case _:
            pass
    if order.cancellation_declined:
        yield (Move.ANYWAY,)


def _moves_alone(order: Order) -> Iterator[Row]:
    """The buyer's moves too; what needs two has to wait until the buyer joins."""
    match order.status:
        case Status.NOT_STARTED:
            yield (Move.START,)
            yield (Move.OFFER_OPTION,)
        case Status.IN_PROGRESS:
            yield (Move.HANDED_OVER,)
            yield (Move.MOVE_DUE,)
            yield (Move.OFFER_OPTION,)
        case Status.IN_REVIEW:
            yield (Move.ACCEPT,)
            yield (Move.REWORK,)
        case _:
            return
    yield (Move.INVITE,)
    yield (Move.CALL_OFF,)


def _waiting(order: Order) -> Iterator[Row]:
    if order.information:
        yield (Move.NOT_NEEDED,)


def _buyer_moves(order: Order, now: int, policy: Policy) -> Iterator[Row]:
    if order.cancellation is not None:
        if order.cancellation.by is Side.BUYER:
            yield (Move.WITHDRAW,)
        else:
            yield (Move.EXCUSE,)
            yield (Move.BLAME,)
            yield (Move.DECLINE,)
        yield from _owing(order)
        yield (Move.WRITE,)
        return
    yield from _owing(order)
    match order.status:
        case Status.AWAITING_PAYMENT:
            yield (Move.BILL if order.method.holds_money else Move.PAY,)
            yield (Move.ABANDON,)
        case Status.NOT_STARTED:
            yield (Move.WRITE, Move.CANCEL_BEFORE_START)
        case Status.IN_PROGRESS if order.is_overdue(now):
            yield (Move.WRITE, Move.CANCEL_OVERDUE)
        case Status.IN_PROGRESS if may_change_mind(order, now, policy):
            yield (Move.WRITE, Move.CHANGE_MIND)
        case Status.IN_PROGRESS:
            yield (Move.WRITE, Move.ASK_CANCEL)
        case Status.IN_REVIEW:
            yield (Move.ACCEPT,)
            yield (Move.REWORK,)
            yield (Move.WRITE,)
        case _:
            pass


def _owing(order: Order) -> Iterator[Row]:
    if order.information:
        yield (Move.ANSWER,)
