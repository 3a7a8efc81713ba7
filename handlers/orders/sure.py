"""Steps that can't be undone and are asked once more: dropping an order, cancelling without the other side."""

from collections.abc import Callable

from aiogram import F, Router
from aiogram.types import CallbackQuery

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import Move, OrderPress, Style, SurePress, button
from handlers.money import paid_by
from handlers.orders.cancelling import choose_reason
from handlers.refusals import refusal_sentence
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from handlers.wording import rating_text
from orders import commands as c
from orders.order import Effect
from orders.refusals import ChangeOfMindOver

router = Router(name="sure")

_COMMANDS: dict[Move, Callable[[int], c.PersonCommand]] = {
    Move.ABANDON: c.Abandon,
    Move.CANCEL_BEFORE_START: c.CancelBeforeStart,
    Move.CHANGE_MIND: c.ChangeMind,
    Move.ANYWAY: c.CancelAnyway,
    Move.CALL_OFF: c.CallOff,
}


@router.callback_query(OrderPress.filter(F.move.in_(_COMMANDS)))
async def ask(
    pressed: CallbackQuery, callback_data: OrderPress, person: Person, texts: Texts, orders: OrderDesk
) -> Says:
    """What will happen, with «Да» and «Нет»."""
    move = callback_data.move
    try:
        order = await orders.check(callback_data.number, _COMMANDS[move](person.id), callback_data.turn)
    except ChangeOfMindOver as over:
        # The button looks as it did in the first minutes: it leads on to what it means by now.
        _, *form = await choose_reason(pressed, callback_data, person, texts, orders)
        return [answer(pressed, refusal_sentence(texts, over)), *form]
    after = (await orders.rating(order.seller_id)).after(Effect.BROKEN)
    back = texts.plain("money-back-then", method=paid_by(order))
    key = f"sure-{move}"
    text = texts(
        key if order.is_rated or not texts.has(f"{key}-unrated") else f"{key}-unrated",
        number=str(order.number),
        title=order.terms.title,
        rating=rating_text(texts, after),
        back=back,
    )
    press = SurePress(number=order.number, move=move, turn=order.turn)
    rows = [
        [button(texts.plain("button-yes-cancel"), press, Style.STOP)],
        [button(texts.plain("button-do-not-cancel"), press.model_copy(update={"stay": True}), Style.MAIN)],
    ]
    return [answer(pressed), message(person, text, rows)]


@router.callback_query(SurePress.filter(F.move.in_(_COMMANDS)))
async def carry_out(
    pressed: CallbackQuery, callback_data: SurePress, person: Person, texts: Texts, orders: OrderDesk
) -> Says:
    """The person is sure, or stays."""
    number = str(callback_data.number)
    if callback_data.stay:
        return [answer(pressed), edit(pressed, texts("cancel-stayed", number=number))]
    await orders.perform(callback_data.number, _COMMANDS[callback_data.move](person.id), callback_data.turn)
    return [answer(pressed), edit(pressed, texts("sure-done", number=number))]
