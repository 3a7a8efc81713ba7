"""The seller no longer waits for an answer: it was settled in another way, or is not needed."""

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram.utils.formatting import Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import Move, OrderPress, button
from handlers.information.buttons import ALL, ClosePress
from handlers.order_buttons import OrderButtons
from handlers.owed import item_label, numbered
from handlers.says import Rows, Says, answer, edit, message
from handlers.texts import Texts
from orders.commands import CloseInformation
from orders.order import Order
from orders.status import Side

router = Router(name="closing requests for information")


@router.callback_query(OrderPress.filter(F.move == Move.NOT_NEEDED))
async def choose(
    pressed: CallbackQuery, callback_data: OrderPress, person: Person, texts: Texts, orders: OrderDesk
) -> Says:
    """Which. Raises: Refusal."""
    order = await orders.open(callback_data.number, person.id)
    await orders.check(order.number, CloseInformation(person.id, _numbers(order, ALL)))
    lead = texts("information-close", number=str(order.number))
    return [answer(pressed), message(person, as_list(lead, numbered(order.information)), _rows(texts, order))]


@router.callback_query(ClosePress.filter())
async def close(
    pressed: CallbackQuery, callback_data: ClosePress, person: Person, texts: Texts, orders: OrderDesk
) -> Says:
    """One or all; what is left can be closed on. Raises: Refusal."""
    order = await orders.open(callback_data.number, person.id)
    numbers = _numbers(order, callback_data.item)
    closed = [item for item in order.information if item.number in numbers]
    order = await orders.perform(order.number, CloseInformation(person.id, numbers))
    if not order.information:
        rows = OrderButtons(texts, order, Side.SELLER, orders.now, orders.policy).after_answers()
        return [answer(pressed), edit(pressed, texts("information-closed-all", number=str(order.number)), rows)]
    lines: list[Text | str] = [texts("information-closed"), numbered(closed), ""]
    lines += [texts("information-close", number=str(order.number)), numbered(order.information)]
    return [answer(pressed), edit(pressed, as_list(*lines), _rows(texts, order))]


def _numbers(order: Order, item: int) -> tuple[int, ...]:
    return tuple(each.number for each in order.information) if item == ALL else (item,)


def _rows(texts: Texts, order: Order) -> Rows:
    rows = [[button(item_label(item), ClosePress(number=order.number, item=item.number))] for item in order.information]
    if len(rows) > 1:
        rows.append([button(texts.plain("button-not-needed-all"), ClosePress(number=order.number, item=ALL))])
    return rows
