"""Opening the menu: `/start` without a link, and «Меню»."""

from aiogram import F, Router
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.people import Person
from handlers.buttons import GoPress, Screen
from handlers.menu.rooms import leave_button, menu_rows, opened
from handlers.says import Says, message
from handlers.texts import Texts

router = Router(name="menu")


@router.message(CommandStart(magic=~F.args))
async def greet(_: object, person: Person, texts: Texts, state: FSMContext) -> Says:
    """An open form stays open: a person who only looks around loses nothing."""
    lines, rows = await open_form(texts, state)
    greeting = texts("menu-greeting", name=Bold(person.first_name))
    return [message(person, as_list(greeting, *lines, texts("menu-choose")), [*rows, *menu_rows(texts)])]


@router.callback_query(GoPress.filter(F.screen == Screen.MENU))
async def show_menu(
    pressed: CallbackQuery, callback_data: GoPress, person: Person, texts: Texts, state: FSMContext
) -> Says:
    """The rooms, without the greeting."""
    lines, rows = await open_form(texts, state)
    text = as_list(*lines, texts("menu-choose"))
    return [opened(pressed, callback_data, person, text, [*rows, *menu_rows(texts)])]


async def open_form(texts: Texts, state: FSMContext) -> tuple[list[Text], list[list[InlineKeyboardButton]]]:
    """A reminder of the form that waits for an answer, and the way out of it; nothing where none is open."""
    form = (await state.get_data()).get("form")
    if await state.get_state() is None or form is None:
        return [], []
    return [texts("menu-form-open")], [[leave_button(texts, form)]]
