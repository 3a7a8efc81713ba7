"""Reading about the bot: help, privacy, terms and questions about payments."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, User
from aiogram.utils.formatting import Bold, Text, TextMention, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import GoPress, Screen
from handlers.menu.rooms import menu_button, opened, room_button
from handlers.says import Says, message
from handlers.setup import Setup
from handlers.texts import Texts
from handlers.wording import duration
from orders.policy import Policy

router = Router(name="about")


@router.message(Command("help"))
async def tell_help(_: object, person: Person, texts: Texts, orders: OrderDesk) -> Says:
    """What each side does, step by step."""
    return [message(person, help_text(texts, orders.policy), _help_rows(texts))]


@router.callback_query(GoPress.filter(F.screen == Screen.HELP))
async def open_help(
    pressed: CallbackQuery, callback_data: GoPress, person: Person, texts: Texts, orders: OrderDesk
) -> Says:
    """The same from the menu."""
    return [opened(pressed, callback_data, person, help_text(texts, orders.policy), _help_rows(texts))]


@router.message(Command("privacy"))
async def tell_privacy(_: object, person: Person, texts: Texts, setup: Setup) -> Says:
    """What is kept, who sees it, whom to ask about it."""
    text = texts("privacy", operator=operator(texts, setup))
    return [message(person, as_list(Bold(texts.plain("privacy-title")), text), [[menu_button(texts)]])]


@router.message(Command("terms"))
async def tell_terms(_: object, person: Person, texts: Texts) -> Says:
    """Under which terms orders are made here."""
    text = as_list(Bold(texts.plain("terms-title")), texts("terms"))
    return [message(person, text, [[menu_button(texts)]])]


@router.message(Command("paysupport"))
async def tell_payment_support(_: object, person: Person, texts: Texts, setup: Setup) -> Says:
    """Telegram requires an answer of bots that take payments; with direct settlement there is nothing to take."""
    text = texts("paysupport", operator=operator(texts, setup))
    return [message(person, text, [[room_button(texts, Screen.ORDERS), menu_button(texts)]])]


def help_text(texts: Texts, policy: Policy) -> Text:
    """Both roles, since one person can have both."""
    return as_list(
        Bold(texts.plain("help-seller-title")),
        texts("help-seller", window=duration(texts, policy.start_window)),
        "",
        Bold(texts.plain("help-buyer-title")),
        texts("help-buyer", review=duration(texts, policy.review_window), method=policy.payment_method),
        "",
        texts("help-rest"),
        *([texts("help-arbiter")] if policy.arbiters else []),
    )


def operator(texts: Texts, setup: Setup) -> Text:
    """A mention that opens a chat with the first operator; without any, only the word."""
    word = texts.plain("operator-to")
    if not setup.admin_ids:
        return Text(word)
    user = User(id=min(setup.admin_ids), is_bot=False, first_name=word)
    return TextMention(word, user=user)


def _help_rows(texts: Texts) -> list[list[InlineKeyboardButton]]:
    rooms = [room_button(texts, Screen.GIGS, here=True), room_button(texts, Screen.ORDERS, here=True)]
    return [rooms, [menu_button(texts, here=True)]]
