"""Looking through one's orders."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.methods import EditMessageText, SendMessage, SendRichMessage
from aiogram.types import CallbackQuery, Message

from desk.order_desk import OrderDesk
from desk.people import OrdersView, Person
from desk.person_desk import PersonDesk
from desk.ports import OrdersFilter, Unit
from desk.posts import Post
from handlers.buttons import GoPress, Screen
from handlers.card import Reader
from handlers.order_list.buttons import ListPress, empty_buttons, list_buttons
from handlers.order_list.page import ListPage, list_page
from handlers.order_list.views import as_empty, as_lines, as_table
from handlers.reader import reader_of
from handlers.replies import reply
from handlers.says import Say, Says, edit, keyboard, message
from handlers.texts import Texts

router = Router(name="orders")


@router.message(Command("orders"))
async def list_orders(_: object, person: Person, texts: Texts, orders: OrderDesk, unit: Unit) -> Says:
    """All of them, from the soonest clock on."""
    return [await _shown(unit, reader_of(person, texts, orders), OrdersFilter.ALL, 0, None)]


@router.callback_query(GoPress.filter(F.screen == Screen.ORDERS))
async def open_orders(
    pressed: CallbackQuery, callback_data: GoPress, person: Person, texts: Texts, orders: OrderDesk, unit: Unit
) -> Says:
    """The same from the menu."""
    here = pressed if callback_data.here else None
    return [await _shown(unit, reader_of(person, texts, orders), OrdersFilter.ALL, 0, here)]


@router.callback_query(ListPress.filter())
async def turn_to(
    pressed: CallbackQuery,
    callback_data: ListPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    people: PersonDesk,
    unit: Unit,
) -> Says:
    """Another filter, page or view, in place. The view is remembered."""
    view = callback_data.view
    if view is not None and view is not person.orders_view:
        person = await people.change(replace(person, orders_view=view))
    reader = reader_of(person, texts, orders)
    return [await _shown(unit, reader, callback_data.which, callback_data.page, pressed)]


async def _shown(unit: Unit, reader: Reader, which: OrdersFilter, page: int, pressed: CallbackQuery | None) -> Say:
    """The page as the person likes it: in place of the pressed message or below."""
    shown = await list_page(unit, reader.person, which, page)
    if shown.rows:
        plain = _plain(reader, shown, pressed)
        return plain if reader.person.orders_view is OrdersView.LIST else _table(reader, shown, pressed, plain)
    sells = bool(await unit.gigs.of_seller(reader.person.id))
    text, rows = as_empty(reader, shown, sells=sells), empty_buttons(reader.texts, shown)
    return message(reader.person, text, rows) if pressed is None else edit(pressed, text, rows)


def _plain(reader: Reader, shown: ListPage, pressed: CallbackQuery | None) -> EditMessageText | SendMessage:
    text = as_lines(reader, shown)
    rows = list_buttons(reader.texts, shown, OrdersView.LIST)
    return message(reader.person, text, rows) if pressed is None else edit(pressed, text, rows)


def _table(
    reader: Reader, shown: ListPage, pressed: CallbackQuery | None, plain: EditMessageText | SendMessage
) -> Post:
    """The rich message and, where Telegram refuses it, the plain list instead."""
    table = as_table(reader, shown)
    markup = keyboard(list_buttons(reader.texts, shown, OrdersView.TABLE))
    person = reader.person
    method: EditMessageText | SendRichMessage
    if pressed is not None and isinstance(pressed.message, Message):
        method = EditMessageText(
            chat_id=person.id, message_id=pressed.message.message_id, rich_message=table, reply_markup=markup
        )
    else:
        method = SendRichMessage(chat_id=person.id, rich_message=table, reply_markup=markup)
    return reply(person.id, method, instead=plain)
