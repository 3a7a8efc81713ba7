"""What a buyer reads of a seller who takes no orders now."""

from aiogram.types import InlineKeyboardButton
from aiogram.utils.formatting import Text

from handlers.availability.buttons import WaitForPress
from handlers.buttons import Style, button
from handlers.card import Reader
from handlers.wording import day, moment
from orders.availability import Availability, Taking
from orders.policy import DAY
from orders.refusals import NotTakingOrders, SellerAway


def back_moment(reader: Reader, at: int) -> Text:
    """When somebody is back: the day or, where that is near, the minute."""
    return (day if at - reader.now >= DAY else moment)(reader.texts, at, reader.zone)


def absence_line(reader: Reader, stands: Availability) -> Text:
    """«Снова принимает заказы 5 декабря», or that the seller has enough to do."""
    if stands.back_at is not None:
        return reader.texts("absence-away", moment=back_moment(reader, stands.back_at))
    return reader.texts("absence-busy" if stands.taking is Taking.BUSY else "absence-stopped")


def waiting_button(reader: Reader, gig_id: int, stands: Availability) -> InlineKeyboardButton:
    """In place of «Заказать»."""
    key = "button-tell-when-free" if stands.taking is Taking.BUSY else "button-tell-when-back"
    return button(reader.texts.plain(key), WaitForPress(gig=gig_id), Style.MAIN)


def not_taking(reader: Reader, refusal: NotTakingOrders) -> tuple[Text, list[list[InlineKeyboardButton]]]:
    """Somebody wanted to order: until when not, and the next step. What they have answered is kept by its form."""
    taking = Taking.AWAY if isinstance(refusal, SellerAway) else Taking.BUSY
    stands = Availability(taking, refusal.back_at)
    return absence_line(reader, stands), [[waiting_button(reader, refusal.gig, stands)]]
