"""The buttons under «История» that ask for a file."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from handlers.buttons import button
from handlers.history.export_file import ExportForm
from handlers.texts import Texts
from orders.order import Order


class ExportPress(CallbackData, prefix="hx"):
    """The whole order as a file."""

    number: int
    form: ExportForm


def export_buttons(texts: Texts, order: Order) -> list[InlineKeyboardButton]:
    """One for each form."""
    return [
        button(texts.plain(f"button-export-{form}"), ExportPress(number=order.number, form=form)) for form in ExportForm
    ]
