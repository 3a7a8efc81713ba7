"""«Выписка»: the movements of one's balance, month by month, and as a file."""

from dataclasses import replace

from aiogram import Router
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from desk.order_desk import OrderDesk
from desk.people import OrdersView, Person
from desk.person_desk import PersonDesk
from desk.ports import Unit
from desk.posts import statement
from handlers.balance.buttons import BalancePress, CsvPress, StatementPress
from handlers.balance.month import Month
from handlers.balance.statement_page import MonthPage, month_page
from handlers.balance.statement_views import as_empty, as_lines, as_table
from handlers.buttons import button, open_order_button
from handlers.card import Reader
from handlers.menu.rooms import menu_button
from handlers.reader import reader_of
from handlers.replies import reply
from handlers.says import Say, Says, answer, edit, keyboard
from handlers.texts import Texts

router = Router(name="statement")

_IN_A_ROW = 5


@router.callback_query(StatementPress.filter())
async def turn_to(
    pressed: CallbackQuery,
    callback_data: StatementPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    people: PersonDesk,
    unit: Unit,
) -> Says:
    """A month, a page of it or another view, in place. The view is remembered, for «Заказы» too."""
    view = callback_data.view
    if view is not None and view is not person.orders_view:
        person = await people.change(replace(person, orders_view=view))
    reader = reader_of(person, texts, orders)
    return [_shown(reader, await month_page(unit, reader, callback_data.month, callback_data.page), pressed)]


@router.callback_query(CsvPress.filter())
async def download(pressed: CallbackQuery, callback_data: CsvPress, person: Person, texts: Texts) -> Says:
    """The file is made when it is sent; the answer says that it is on its way."""
    month = None if callback_data.month is None else Month.read(callback_data.month)
    return [
        answer(pressed, texts.plain("export-on-its-way")),
        statement(person.id, None if month is None else str(month)),
    ]


def _shown(reader: Reader, shown: MonthPage, pressed: CallbackQuery) -> Say:
    """As the person likes it; where Telegram refuses the rich message, the plain list instead."""
    if not shown.rows:
        return edit(pressed, as_empty(reader, shown), statement_buttons(reader, shown))
    plain = edit(pressed, as_lines(reader, shown), statement_buttons(reader, shown, OrdersView.LIST))
    if reader.person.orders_view is OrdersView.LIST:
        return plain
    return _table(reader, shown, pressed, plain)


def _table(reader: Reader, shown: MonthPage, pressed: CallbackQuery, plain: EditMessageText | SendMessage) -> Say:
    if not isinstance(pressed.message, Message):
        return plain
    method = EditMessageText(
        chat_id=reader.person.id,
        message_id=pressed.message.message_id,
        rich_message=as_table(reader, shown),
        reply_markup=keyboard(statement_buttons(reader, shown, OrdersView.TABLE)),
    )
    return reply(reader.person.id, method, instead=plain)


def statement_buttons(
    reader: Reader, shown: MonthPage, view: OrdersView | None = None
) -> list[list[InlineKeyboardButton]]:
    """Each order, the pages, the months on both sides, the file. `view`: the one that is shown; None: neither."""
    texts = reader.texts
    return [
        *_orders(texts, shown),
        _pages(texts, shown),
        _months(texts, shown),
        _files(texts, shown),
        _views(texts, shown, view),
        [button(texts.plain("button-back"), BalancePress(page=0)), menu_button(texts, here=True)],
    ]


def _orders(texts: Texts, shown: MonthPage) -> list[list[InlineKeyboardButton]]:
    numbers = [row.line.order_number for row in shown.rows if row.line is not None]
    buttons = [
        open_order_button(texts.plain("orders-number", number=str(number)), number)
        for number in dict.fromkeys(numbers)
        if number is not None
    ]
    return [buttons[start : start + _IN_A_ROW] for start in range(0, len(buttons), _IN_A_ROW)]


def _pages(texts: Texts, shown: MonthPage) -> list[InlineKeyboardButton]:
    month = str(shown.month)
    return [
        *([button(texts.plain("page-before"), StatementPress(month=month, page=shown.page - 1))] if shown.page else ()),
        *(
            [button(texts.plain("page-after"), StatementPress(month=month, page=shown.page + 1))]
            if shown.page + 1 < shown.pages
            else ()
        ),
    ]


def _months(texts: Texts, shown: MonthPage) -> list[InlineKeyboardButton]:
    language, before, after = texts.language, shown.before, shown.after
    return [
        *([button(f"‹ {before.name(language)}", StatementPress(month=str(before)))] if before else ()),
        *([button(f"{after.name(language)} ›", StatementPress(month=str(after)))] if after else ()),
    ]


def _files(texts: Texts, shown: MonthPage) -> list[InlineKeyboardButton]:
    """Of this month, if it has anything, and of all months, if there are several."""
    month = button(texts.plain("button-csv"), CsvPress(month=str(shown.month)))
    everything = button(texts.plain("button-csv-all"), CsvPress())
    has_several = shown.first is not None and shown.first < shown.current
    return [*([month] if shown.rows else ()), *([everything] if has_several else ())]


def _views(texts: Texts, shown: MonthPage, view: OrdersView | None) -> list[InlineKeyboardButton]:
    if view is None:
        return []
    other = OrdersView.LIST if view is OrdersView.TABLE else OrdersView.TABLE
    press = StatementPress(month=str(shown.month), page=shown.page, view=other)
    return [button(texts.plain(f"button-as-{other}"), press)]
