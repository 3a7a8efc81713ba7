"""«Отклики»: the buyer compares them, as a table or a list."""

from dataclasses import replace

from aiogram import Router
from aiogram.methods import EditMessageText, SendRichMessage
from aiogram.types import CallbackQuery, Message

from desk.exchange_desk import ExchangeDesk
from desk.order_desk import OrderDesk
from desk.people import OrdersView, Person
from desk.person_desk import PersonDesk
from desk.ports import Unit
from handlers.exchange.buttons import ResponsesPress
from handlers.exchange.compared import as_lines, as_table, compared, compared_buttons
from handlers.reader import reader_of
from handlers.replies import reply
from handlers.says import Says, edit, keyboard
from handlers.texts import Texts

router = Router(name="comparing responses")


@router.callback_query(ResponsesPress.filter())
async def compare(
    pressed: CallbackQuery,
    callback_data: ResponsesPress,
    person: Person,
    texts: Texts,
    exchange: ExchangeDesk,
    orders: OrderDesk,
    people: PersonDesk,
    unit: Unit,
) -> Says:
    """In this order, in place; the view is remembered, as that of «Заказы» is. Raises: NoSuchRequest."""
    request = await exchange.own(callback_data.id, person.id)
    view = callback_data.view
    if view is not None and view is not person.orders_view:
        person = await people.change(replace(person, orders_view=view))
    reader = reader_of(person, texts, orders)
    shown = await compared(request, callback_data, exchange, orders, unit)
    plain = edit(pressed, as_lines(reader, shown), compared_buttons(texts, shown, OrdersView.LIST))
    if person.orders_view is OrdersView.LIST or not shown.rows:
        return [plain]
    table, markup = as_table(reader, shown), keyboard(compared_buttons(texts, shown, OrdersView.TABLE))
    method: EditMessageText | SendRichMessage
    if isinstance(pressed.message, Message):
        method = EditMessageText(
            chat_id=person.id, message_id=pressed.message.message_id, rich_message=table, reply_markup=markup
        )
    else:
        method = SendRichMessage(chat_id=person.id, rich_message=table, reply_markup=markup)
    return [reply(person.id, method, instead=plain)]
