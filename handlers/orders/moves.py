"""Pressing a button that is a move by itself: start, accept, verdicts, taking back, one-click cancel."""

from collections.abc import Callable

from aiogram import F, Router
from aiogram.types import CallbackQuery

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import Move, OrderPress
from handlers.says import Says, answer
from handlers.texts import Texts
from orders import commands as c
from orders.content import Content

router = Router(name="order moves")

_COMMANDS: dict[Move, Callable[[int], c.PersonCommand]] = {
    Move.PAY: c.ConfirmPayment,
    Move.START: c.StartWork,
    Move.ACCEPT: c.Accept,
    Move.HANDED_OVER: lambda by: c.Deliver(by, Content()),
    Move.WITHDRAW: c.WithdrawCancellation,
    Move.WITHDRAW_DISPUTE: c.WithdrawDispute,
    Move.CANCEL_OVERDUE: c.CancelOverdue,
    Move.EXCUSE: lambda by: c.JudgeCancellation(by, c.Verdict.EXCUSED),
    Move.BLAME: lambda by: c.JudgeCancellation(by, c.Verdict.BLAMED),
    Move.DECLINE: lambda by: c.JudgeCancellation(by, c.Verdict.DECLINED),
    Move.AGREE: lambda by: c.AnswerCancellation(by, agrees=True),
    Move.REFUSE: lambda by: c.AnswerCancellation(by, agrees=False),
}


@router.callback_query(OrderPress.filter(F.move.in_(_COMMANDS)))
async def make_move(
    pressed: CallbackQuery, callback_data: OrderPress, person: Person, texts: Texts, orders: OrderDesk
) -> Says:
    """The rules decide; both sides learn of it by the posts that the desk writes."""
    command = _COMMANDS[callback_data.move](person.id)
    await orders.perform(callback_data.number, command, callback_data.turn)
    return [answer(pressed, texts.plain(f"moved-{callback_data.move}"))]
