"""Looking at one's balance."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from handlers.balance.buttons import BalancePress
from handlers.balance.page import balance_of
from handlers.balance.screens import balance_screen
from handlers.buttons import GoPress, Screen
from handlers.menu.rooms import opened
from handlers.reader import reader_of
from handlers.says import Says, edit, message
from handlers.texts import Texts

router = Router(name="balance")


@router.message(Command("balance"))
async def tell_balance(_: object, person: Person, texts: Texts, orders: OrderDesk, unit: Unit) -> Says:
    """What there is now."""
    balance = await balance_of(unit, person.id)
    return [message(person, *balance_screen(reader_of(person, texts, orders), balance))]


@router.callback_query(GoPress.filter(F.screen == Screen.BALANCE))
async def open_balance(
    pressed: CallbackQuery, callback_data: GoPress, person: Person, texts: Texts, orders: OrderDesk, unit: Unit
) -> Says:
    """The same from the menu."""
    balance = await balance_of(unit, person.id)
    screen = balance_screen(reader_of(person, texts, orders), balance)
    return [opened(pressed, callback_data, person, *screen)]


@router.callback_query(BalancePress.filter())
async def turn_page(
    pressed: CallbackQuery, callback_data: BalancePress, person: Person, texts: Texts, orders: OrderDesk, unit: Unit
) -> Says:
    """In place."""
    balance = await balance_of(unit, person.id)
    return [edit(pressed, *balance_screen(reader_of(person, texts, orders), balance, callback_data.page))]
