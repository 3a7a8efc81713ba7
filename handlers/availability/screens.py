"""The pages of «Приём заказов»: how it stands, and the buttons that change it."""

from aiogram.types import InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.gig_desk import GigDesk
from handlers.availability.buttons import AwayPress, LimitPress, Page, PagePress, ReturnPress, TypePress
from handlers.availability.words import back_moment
from handlers.buttons import GoPress, Screen, Style, button
from handlers.card import Reader
from handlers.says import Rows
from orders.availability import Availability, Taking

_AWAY_CHOICES = (1, 3, 7, 14)
_LIMIT_CHOICES = (1, 2, 3, 5, 10)

Shown = tuple[Text, Rows]


async def taking_page(reader: Reader, gigs: GigDesk) -> Shown:
    """«Приём заказов»: how it stands, and what can be changed."""
    person, texts = reader.person, reader.texts
    stands, in_work = await gigs.availability(person.id), await gigs.in_work(person.id)
    most = person.works_at_most
    limit = texts("taking-no-limit", n=in_work) if most is None else texts("taking-limit", most=most, n=in_work)
    about = ["", texts("taking-about")] if stands.taking is not Taking.STOPPED else []
    text = as_list(Bold(texts.plain("taking-title")), standing_line(reader, stands), limit, *about)
    is_away = stands.taking is Taking.AWAY
    return text, [
        [button(texts.plain("taking-button-return"), ReturnPress(), Style.GO)] if is_away else [],
        [button(texts.plain("taking-button-away"), PagePress(page=Page.AWAY))],
        [button(texts.plain("taking-button-limit"), PagePress(page=Page.LIMIT))],
        [button(texts.plain("button-back"), GoPress(screen=Screen.GIGS, here=True))],
    ]


def away_page(reader: Reader) -> Shown:
    """For how long."""
    texts = reader.texts
    days = [button(texts.plain("gig-days", days=days), AwayPress(days=days)) for days in _AWAY_CHOICES]
    other = button(texts.plain("taking-button-date"), TypePress(page=Page.AWAY))
    return texts("taking-ask-away"), [days[:2], days[2:], [other], [_back(reader)]]


def limit_page(reader: Reader) -> Shown:
    """How many at a time."""
    texts, chosen = reader.texts, reader.person.works_at_most
    numbers = [_choice(str(most), LimitPress(most=most), chosen=most == chosen) for most in _LIMIT_CHOICES]
    none = _choice(texts.plain("taking-button-no-limit"), LimitPress(most=0), chosen=chosen is None)
    other = button(texts.plain("taking-button-other-limit"), TypePress(page=Page.LIMIT))
    return texts("taking-ask-limit"), [numbers, [other], [none], [_back(reader)]]


def standing_line(reader: Reader, stands: Availability) -> Text:
    """How it stands, to the seller."""
    if stands.back_at is not None:
        return reader.texts("taking-now-away", moment=back_moment(reader, stands.back_at))
    return reader.texts(f"taking-now-{stands.taking}")


def _choice(label: str, press: LimitPress, *, chosen: bool) -> InlineKeyboardButton:
    return button(f"✓ {label}" if chosen else label, press, Style.GO if chosen else None)


def _back(reader: Reader) -> InlineKeyboardButton:
    return button(reader.texts.plain("button-back"), PagePress(page=Page.HOME))
