"""The message under a pressed button."""

from aiogram.types import CallbackQuery

from desk.posts import Post, redrawn_card
from handlers.buttons import OptionPress, OrderPress, Place, WaitPress
from orders.order import Order
from orders.status import Side


def redraw(pressed: CallbackQuery, press: OrderPress | OptionPress | WaitPress, order: Order, side: Side) -> list[Post]:
    """A card whose button did nothing is redrawn to what is true now; a note keeps its words."""
    if press.place is not Place.CARD or pressed.message is None:
        return []
    return [redrawn_card(order, side, pressed.message.message_id)]
