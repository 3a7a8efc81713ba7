"""The rooms of the menu as buttons, and where a room opens."""

from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.formatting import Text

from desk.people import Person
from handlers.buttons import FormPress, FormStep, GoPress, Screen, Style, button
from handlers.says import Rows, edit, message
from handlers.texts import Texts

_LABELS = {
    Screen.MENU: "button-menu",
    Screen.ORDERS: "button-orders",
    Screen.GIGS: "button-gigs",
    Screen.CATALOGUE: "button-catalogue",
    Screen.EXCHANGE: "button-exchange",
    Screen.BALANCE: "button-balance",
    Screen.STATISTICS: "button-statistics",
    Screen.SETTINGS: "button-settings",
    Screen.HELP: "button-help",
}


def room_button(
    texts: Texts, screen: Screen, *, here: bool = False, style: Style | None = None
) -> InlineKeyboardButton:
    """The way to a room. `here`: in place of this message, which holds nothing worth keeping."""
    return button(texts.plain(_LABELS[screen]), GoPress(screen=screen, here=here), style)


def menu_button(texts: Texts, *, here: bool = False) -> InlineKeyboardButton:
    """The way back to the menu."""
    return room_button(texts, Screen.MENU, here=here)


def menu_rows(texts: Texts) -> list[list[InlineKeyboardButton]]:
    """Every room that works today."""
    return [
        [room_button(texts, Screen.ORDERS, here=True), room_button(texts, Screen.GIGS, here=True)],
        [room_button(texts, Screen.CATALOGUE, here=True), room_button(texts, Screen.EXCHANGE, here=True)],
        [room_button(texts, Screen.BALANCE, here=True), room_button(texts, Screen.STATISTICS, here=True)],
        [room_button(texts, Screen.SETTINGS, here=True), room_button(texts, Screen.HELP, here=True)],
    ]


def leave_button(texts: Texts, form: int) -> InlineKeyboardButton:
    """«Отмена» of the open form."""
    return button(texts.plain("button-cancel"), FormPress(step=FormStep.CANCEL, form=form))


def opened(
    pressed: CallbackQuery, press: GoPress, person: Person, text: Text, rows: Rows
) -> EditMessageText | SendMessage:
    """A room, in place of the pressed message or below it."""
    return edit(pressed, text, rows) if press.here else message(person, text, rows)
