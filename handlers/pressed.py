"""The message under a pressed button."""

from aiogram.methods import EditMessageReplyMarkup
from aiogram.types import CallbackQuery, Message

from desk.posts import Post, redrawn_card
from handlers.buttons import OrderPress, Place
from orders.order import Order
from orders.status import Side


def redraw(pressed: CallbackQuery, press: OrderPress, order: Order, side: Side) -> list[Post]:
    """A card whose button did nothing is redrawn to what is true now; a note keeps its words."""
    if press.place is not Place.CARD or pressed.message is None:
        return []
    return [redrawn_card(order, side, pressed.message.message_id)]


def without_buttons(pressed: CallbackQuery) -> list[EditMessageReplyMarkup]:
    """The pressed message keeps its words and loses its buttons, so that there is one live place."""
    if not isinstance(pressed.message, Message):
        return []
    return [EditMessageReplyMarkup(chat_id=pressed.message.chat.id, message_id=pressed.message.message_id)]
