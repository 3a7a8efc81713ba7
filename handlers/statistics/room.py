"""Looking at the figures of one's orders."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.methods import EditMessageText, SendRichMessage
from aiogram.types import CallbackQuery, Message
from aiogram.utils.formatting import Text

from desk.order_desk import OrderDesk
from desk.people import OrdersView, Person
from desk.person_desk import PersonDesk
from desk.ports import Unit
from desk.posts import statistics
from handlers.buttons import GoPress, Screen
from handlers.card import Reader
from handlers.menu.rooms import menu_button, opened, room_button
from handlers.reader import reader_of
from handlers.replies import reply
from handlers.says import Rows, Say, Says, answer, edit, keyboard, message
from handlers.statistics.buttons import PicturePress, TablePress, table_buttons
from handlers.statistics.page import Page, statistics_page
from handlers.statistics.timeline import Period
from handlers.statistics.views import as_empty, as_lines, as_table
from handlers.texts import Texts

router = Router(name="statistics")


@router.message(Command("stats"))
async def tell_statistics(_: object, person: Person, texts: Texts, orders: OrderDesk, unit: Unit) -> Says:
    """The picture of the last twelve months; the table stands behind its button."""
    reader = reader_of(person, texts, orders)
    if await _is_empty(reader, unit):
        return [message(person, *_empty(reader, everyone=False))]
    return [statistics(person.id, Period.MONTHS)]


@router.callback_query(GoPress.filter(F.screen == Screen.STATISTICS))
async def open_statistics(
    pressed: CallbackQuery, callback_data: GoPress, person: Person, texts: Texts, orders: OrderDesk, unit: Unit
) -> Says:
    """The same from the menu; below it, since a picture can't take the place of words."""
    reader = reader_of(person, texts, orders)
    if await _is_empty(reader, unit):
        return [opened(pressed, callback_data, person, *_empty(reader, everyone=False))]
    return [answer(pressed, texts.plain("statistics-on-its-way")), statistics(person.id, Period.MONTHS)]


@router.callback_query(PicturePress.filter(~F.everyone))
async def choose_period(pressed: CallbackQuery, callback_data: PicturePress, person: Person, texts: Texts) -> Says:
    """The picture is drawn anew, in place; from the operator's desk, a new one."""
    is_picture = isinstance(pressed.message, Message) and bool(pressed.message.photo)
    message_id = pressed.message.message_id if is_picture and pressed.message is not None else None
    return [
        answer(pressed, texts.plain("statistics-on-its-way")),
        statistics(person.id, callback_data.period, everyone=callback_data.everyone, message_id=message_id),
    ]


@router.callback_query(TablePress.filter(~F.everyone))
async def show_table(
    pressed: CallbackQuery,
    callback_data: TablePress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    people: PersonDesk,
    unit: Unit,
) -> Says:
    """A period or a view, in place or below the picture. The view is remembered, for «Заказы» too."""
    if callback_data.view is not person.orders_view:
        person = await people.change(replace(person, orders_view=callback_data.view))
    reader = reader_of(person, texts, orders)
    page = await statistics_page(unit, reader, callback_data.period, everyone=callback_data.everyone)
    if page is None:
        return [edit(pressed, *_empty(reader, everyone=callback_data.everyone))]
    return [_shown(reader, page, None if callback_data.below else pressed)]


async def _is_empty(reader: Reader, unit: Unit) -> bool:
    return await unit.statistics.began_at(reader.person.id) is None


def _shown(reader: Reader, page: Page, pressed: CallbackQuery | None) -> Say:
    """As the person likes it; where Telegram refuses the rich message, the plain list instead."""
    person, texts = reader.person, reader.texts
    text, rows = as_lines(reader, page), table_buttons(texts, page.period, OrdersView.LIST, everyone=page.everyone)
    plain = message(person, text, rows) if pressed is None else edit(pressed, text, rows)
    if person.orders_view is OrdersView.LIST:
        return plain
    table = as_table(reader, page)
    markup = keyboard(table_buttons(texts, page.period, OrdersView.TABLE, everyone=page.everyone))
    method: EditMessageText | SendRichMessage
    if pressed is not None and isinstance(pressed.message, Message):
        method = EditMessageText(
            chat_id=person.id, message_id=pressed.message.message_id, rich_message=table, reply_markup=markup
        )
    else:
        method = SendRichMessage(chat_id=person.id, rich_message=table, reply_markup=markup)
    return reply(person.id, method, instead=plain)


def _empty(reader: Reader, *, everyone: bool) -> tuple[Text, Rows]:
    texts = reader.texts
    ways = [] if everyone else [room_button(texts, Screen.GIGS, here=True)]
    return as_empty(reader, everyone=everyone), [[*ways, menu_button(texts, here=True)]]
