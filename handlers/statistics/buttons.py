"""The buttons of «Статистика»: of the picture, which is drawn anew in place, and of the table."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from desk.people import OrdersView
from handlers.buttons import RatingPress, button
from handlers.menu.rooms import menu_button
from handlers.statistics.timeline import Period
from handlers.texts import Texts

Buttons = list[list[InlineKeyboardButton]]


class PicturePress(CallbackData, prefix="stp"):
    """On the picture: show this period. `everyone`: to an operator, of all sellers."""

    period: Period
    everyone: bool = False


class TablePress(CallbackData, prefix="stt"):
    """The table of a period, from then on in this view. `below`: as a message of its own; otherwise in place."""

    period: Period
    view: OrdersView
    everyone: bool = False
    below: bool = False


def picture_buttons(texts: Texts, period: Period, *, everyone: bool) -> Buttons:
    """The periods, and the same figures as a table below."""
    table = TablePress(period=period, view=OrdersView.TABLE, everyone=everyone, below=True)
    return [
        [button(_label(texts, each, period), PicturePress(period=each, everyone=everyone)) for each in Period],
        *_rating(texts, everyone=everyone),
        [button(texts.plain("button-as-table"), table), menu_button(texts)],
    ]


def table_buttons(texts: Texts, period: Period, view: OrdersView, *, everyone: bool) -> Buttons:
    """The periods, and the other view."""
    other = OrdersView.LIST if view is OrdersView.TABLE else OrdersView.TABLE
    return [
        [button(_label(texts, each, period), TablePress(period=each, view=view, everyone=everyone)) for each in Period],
        *_rating(texts, everyone=everyone),
        [
            button(texts.plain(f"button-as-{other}"), TablePress(period=period, view=other, everyone=everyone)),
            menu_button(texts, here=True),
        ],
    ]


def _rating(texts: Texts, *, everyone: bool) -> Buttons:
    """The orders behind one's own rating."""
    return [] if everyone else [[button(texts.plain("button-rating"), RatingPress())]]


def _label(texts: Texts, period: Period, chosen: Period) -> str:
    label = texts.plain(f"statistics-period-{period}")
    return f"• {label}" if period is chosen else label
