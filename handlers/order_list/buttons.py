"""The buttons under the orders: each row opens its order; filters, pages, the other view."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from desk.people import OrdersView
from desk.ports import OrdersFilter
from handlers.buttons import CalendarPress, Move, Screen, button, order_button
from handlers.elsewhere.buttons import AddOrderPress
from handlers.menu.rooms import menu_button, room_button
from handlers.order_list.page import ListPage
from handlers.texts import Texts

_IN_A_ROW = 5
_FILTER_ROWS = (
    (OrdersFilter.ALL, OrdersFilter.NEW, OrdersFilter.IN_PROGRESS),
    (OrdersFilter.IN_REVIEW, OrdersFilter.FINISHED),
)

Buttons = list[list[InlineKeyboardButton]]


class ListPress(CallbackData, prefix="l"):
    """Show this page of this filter; `view`: and from now on in this view."""

    which: OrdersFilter = OrdersFilter.ALL
    page: int = 0
    view: OrdersView | None = None


def list_buttons(texts: Texts, shown: ListPage, view: OrdersView) -> Buttons:
    """All of them, for a page that has orders."""
    return [
        *_orders(texts, shown),
        *filter_buttons(texts, shown.which),
        _pages(texts, shown),
        _calendar(texts, shown),
        [_add(texts)],
        _last(texts, shown, view),
    ]


def empty_buttons(texts: Texts, shown: ListPage) -> Buttons:
    """Where the filter finds nothing, the other filters; without any order, the room where orders begin."""
    if shown.which is not OrdersFilter.ALL:
        return [*filter_buttons(texts, shown.which), [menu_button(texts, here=True)]]
    rooms = [room_button(texts, screen, here=True) for screen in (Screen.CATALOGUE, Screen.GIGS)]
    return [rooms, [_add(texts)], [menu_button(texts, here=True)]]


def filter_buttons(texts: Texts, chosen: OrdersFilter) -> Buttons:
    """The five filters, the chosen one marked."""
    return [[_filter(texts, which, chosen) for which in row] for row in _FILTER_ROWS]


def filter_label(texts: Texts, which: OrdersFilter) -> str:
    """«Все», «Новые», «В работе», «На проверке», «Завершённые»."""
    return texts.plain(f"orders-filter-{which.replace('_', '-')}")


def _add(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("button-add-order"), AddOrderPress())


def _filter(texts: Texts, which: OrdersFilter, chosen: OrdersFilter) -> InlineKeyboardButton:
    label = filter_label(texts, which)
    return button(f"• {label}" if which is chosen else label, ListPress(which=which))


def _orders(texts: Texts, shown: ListPage) -> Buttons:
    buttons = [
        order_button(texts.plain("orders-number", number=str(row.order.number)), row.order, Move.OPEN)
        for row in shown.rows
    ]
    return [buttons[start : start + _IN_A_ROW] for start in range(0, len(buttons), _IN_A_ROW)]


def _pages(texts: Texts, shown: ListPage) -> list[InlineKeyboardButton]:
    pages = []
    if shown.page > 0:
        pages.append(button(texts.plain("page-before"), ListPress(which=shown.which, page=shown.page - 1)))
    if shown.page + 1 < shown.pages:
        pages.append(button(texts.plain("page-after"), ListPress(which=shown.which, page=shown.page + 1)))
    return pages


def _calendar(texts: Texts, shown: ListPage) -> list[InlineKeyboardButton]:
    """Of all orders, whatever the filter; finished ones have no deadlines."""
    if shown.which is OrdersFilter.FINISHED:
        return []
    return [button(texts.plain("button-calendar-all"), CalendarPress())]


def _last(texts: Texts, shown: ListPage, view: OrdersView) -> list[InlineKeyboardButton]:
    other = OrdersView.LIST if view is OrdersView.TABLE else OrdersView.TABLE
    press = ListPress(which=shown.which, page=shown.page, view=other)
    return [button(texts.plain(f"button-as-{other}"), press), menu_button(texts, here=True)]
