"""Reading about the bot: help, privacy, terms and questions about payments."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from handlers.buttons import GoPress, Screen
from handlers.menu.rooms import menu_button, opened, room_button
from handlers.own_texts import operator, text_of
from handlers.says import Says, message
from handlers.setup import Setup
from handlers.texts import Texts
from handlers.wording import duration
from orders.policy import Policy

router = Router(name="about")


@router.message(Command("help"))
async def tell_help(_: object, person: Person, texts: Texts, orders: OrderDesk, setup: Setup) -> Says:
    """What each side does, step by step."""
    return [message(person, help_text(texts, orders.policy, setup), _help_rows(texts))]


@router.callback_query(GoPress.filter(F.screen == Screen.HELP))
async def open_help(
    pressed: CallbackQuery, callback_data: GoPress, person: Person, texts: Texts, orders: OrderDesk, setup: Setup
) -> Says:
    """The same from the menu."""
    return [opened(pressed, callback_data, person, help_text(texts, orders.policy, setup), _help_rows(texts))]


@router.message(Command("privacy"))
async def tell_privacy(_: object, person: Person, texts: Texts, setup: Setup) -> Says:
    """What is kept, who sees it, whom to ask about it."""
    text = texts("privacy", operator=operator(texts, setup))
    return [message(person, as_list(Bold(texts.plain("privacy-title")), text), [[menu_button(texts)]])]


@router.message(Command("terms"))
async def tell_terms(_: object, person: Person, texts: Texts, unit: Unit, setup: Setup, orders: OrderDesk) -> Says:
    """Under which terms orders are made here."""
    text = as_list(Bold(texts.plain("terms-title")), await text_of("terms", texts, unit, setup, orders.policy))
    return [message(person, text, [[menu_button(texts)]])]


@router.message(Command("paysupport"))
async def tell_payment_support(
    _: object, person: Person, texts: Texts, unit: Unit, setup: Setup, orders: OrderDesk
) -> Says:
    """Telegram requires an answer of bots that take payments; with direct settlement there is nothing to take."""
    text = await text_of("paysupport", texts, unit, setup, orders.policy)
    return [message(person, text, [[room_button(texts, Screen.ORDERS), menu_button(texts)]])]


def help_text(texts: Texts, policy: Policy, setup: Setup) -> Text:
    """Both roles, since one person can have both."""
    return as_list(
        Bold(texts.plain("help-seller-title")),
        texts("help-seller", window=duration(texts, policy.start_window)),
        *([texts("help-seller-money")] if policy.payment_method.holds_money else []),
        "",
        Bold(texts.plain("help-buyer-title")),
        texts("help-buyer", review=duration(texts, policy.review_window), method=policy.payment_method),
        "",
        texts("help-exchange"),
        texts("help-figures"),
        texts("help-rest"),
        *([texts("help-inline", bot=f"@{setup.bot_username}")] if setup.has_inline else []),
        *([texts("help-arbiter")] if policy.arbiters else []),
    )


def _help_rows(texts: Texts) -> list[list[InlineKeyboardButton]]:
    rooms = [room_button(texts, Screen.GIGS, here=True), room_button(texts, Screen.ORDERS, here=True)]
    return [rooms, [menu_button(texts, here=True)]]
