"""`/disputes`: all that wait for a decision, the longest waiting first, and each by itself."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from handlers.buttons import DisputePress, DisputesPress, button
from handlers.card import Reader
from handlers.operator.desk import back_button
from handlers.operator.dispute_page import dispute_page
from handlers.operator.who import is_operator
from handlers.reader import reader_of
from handlers.says import Rows, Says, edit, message
from handlers.texts import Texts
from handlers.wording import duration, shortened
from orders.arbitrating import expect_arbiter
from orders.order import Order
from orders.refusals import NoSuchOrder

router = Router(name="disputes")

ON_A_PAGE = 10
#: No bot has so many pages; a forged button must not overflow the database's integers.
_PAGE_MOST = 1_000_000
_TITLE_SHOWN = 60
_IN_A_ROW = 5


@router.message(Command("disputes"), is_operator)
async def list_disputes(_: object, person: Person, texts: Texts, orders: OrderDesk, unit: Unit) -> Says:
    """The first page."""
    text, rows = await disputes_page(reader_of(person, texts, orders), unit)
    return [message(person, text, rows)]


@router.callback_query(DisputesPress.filter(), is_operator)
async def turn_page(
    pressed: CallbackQuery, callback_data: DisputesPress, person: Person, texts: Texts, orders: OrderDesk, unit: Unit
) -> Says:
    """In place."""
    text, rows = await disputes_page(reader_of(person, texts, orders), unit, callback_data.page)
    return [edit(pressed, text, rows)]


@router.callback_query(DisputePress.filter(), is_operator)
async def open_dispute(
    _: CallbackQuery, callback_data: DisputePress, person: Person, texts: Texts, orders: OrderDesk, unit: Unit
) -> Says:
    """As it stands now, with its buttons. Raises: NoSuchOrder, NoDispute, OwnDispute."""
    order = await unit.orders.get(callback_data.number)
    if order is None:
        raise NoSuchOrder
    dispute = expect_arbiter(order, person.id, orders.policy)
    text, rows = await dispute_page(reader_of(person, texts, orders), order, dispute, unit, "dispute-open")
    return [message(person, text, rows)]


async def disputes_page(reader: Reader, unit: Unit, page: int = 0) -> tuple[Text, Rows]:
    """Every open dispute in a line, each with a button; also for the operator's desk, which shows it among others."""
    texts = reader.texts
    page = min(max(page, 0), _PAGE_MOST)
    found = await unit.orders.disputed(page * ON_A_PAGE, ON_A_PAGE)
    if found.total and not found.orders:
        page = (found.total - 1) // ON_A_PAGE
        found = await unit.orders.disputed(page * ON_A_PAGE, ON_A_PAGE)
    if not found.total:
        return texts("disputes-none"), [[back_button(texts)]]
    lines = [_line(reader, order) for order in found.orders]
    buttons = [
        button(texts.plain("orders-number", number=str(order.number)), DisputePress(number=order.number))
        for order in found.orders
    ]
    rows = [buttons[start : start + _IN_A_ROW] for start in range(0, len(buttons), _IN_A_ROW)]
    heading = Bold(texts.plain("disputes-title", n=found.total))
    return as_list(heading, *lines, sep="\n\n"), [*rows, _pages(texts, page, found.total), [back_button(texts)]]


def _line(reader: Reader, order: Order) -> Text:
    dispute = order.dispute
    if dispute is None:
        raise AssertionError("only disputed orders are listed")
    texts = reader.texts
    number = Bold(texts.plain("orders-number", number=str(order.number)))
    waits = texts(f"disputes-line-{dispute.by}", duration=duration(texts, reader.now - dispute.opened_at))
    return Text(number, " ", shortened(order.terms.title, _TITLE_SHOWN), "\n", waits)


def _pages(texts: Texts, page: int, total: int) -> list[InlineKeyboardButton]:
    pages = []
    if page > 0:
        pages.append(button(texts.plain("history-earlier"), DisputesPress(page=page - 1)))
    if (page + 1) * ON_A_PAGE < total:
        pages.append(button(texts.plain("history-later"), DisputesPress(page=page + 1)))
    return pages
