"""Asking for deadlines as a file, and the link by which an event in a calendar leads back to its order."""

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from desk.posts import calendar, fresh_card
from handlers.buttons import CalendarPress
from handlers.calendar.file import LINK, events_of
from handlers.says import Says, answer
from handlers.texts import Texts
from orders.refusals import NoSuchOrder

router = Router(name="calendar")

#: Digits of a number that the database can hold.
_DIGITS_MOST = 18


@router.callback_query(CalendarPress.filter())
async def send_calendar(
    pressed: CallbackQuery, callback_data: CalendarPress, person: Person, texts: Texts, orders: OrderDesk, unit: Unit
) -> Says:
    """The file is made when it is sent; the answer says that it is on its way, or why there is nothing to send."""
    order = await orders.open(callback_data.number, person.id) if callback_data.number else None
    asked = await unit.orders.open_of(person.id) if order is None else (order,)
    if not events_of(person.id, asked):
        key = "calendar-none" if order is None else "calendar-none-order"
        return [answer(pressed, texts.plain(key), alert=True)]
    return [answer(pressed, texts.plain("export-on-its-way")), calendar(person.id, order)]


@router.message(CommandStart(deep_link=True, magic=F.args.startswith(LINK)))
async def open_order(_: object, command: CommandObject, person: Person, orders: OrderDesk) -> Says:
    """A new card for one of its sides; a form that is open stays open. Raises: NoSuchOrder."""
    number = (command.args or "").removeprefix(LINK)
    if not number.isascii() or not number.isdigit() or len(number) > _DIGITS_MOST:
        raise NoSuchOrder
    order = await orders.open(int(number), person.id)
    side = order.side_of(person.id)
    return [] if side is None else [fresh_card(order, side)]
