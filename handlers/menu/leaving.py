"""Leaving any form: `/cancel` or «Отмена». What was sent before stays sent."""

from typing import Any

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton

from desk.people import Person
from handlers.buttons import FormPress, Move, OrderPress, button
from handlers.form import values_of
from handlers.menu.rooms import menu_button
from handlers.says import Says, edit, message
from handlers.texts import Texts

router = Router(name="leaving a form")


@router.message(Command("cancel"))
async def leave(_: object, person: Person, texts: Texts, state: FSMContext) -> Says:
    """Says so too where there is nothing to leave."""
    was_open = await state.get_state() is not None
    values = await state.get_data()
    await state.clear()
    if not was_open:
        return [message(person, texts("form-none"), [[menu_button(texts, here=True)]])]
    return [message(person, texts("form-left"), _ways_on(texts, values))]


async def leave_by_button(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """For forms that have no farewell of their own. The form's message says so and loses its buttons."""
    values = await values_of(state, callback_data)
    await state.clear()
    return [edit(pressed, texts("form-left"), _ways_on(texts, values))]


def _ways_on(texts: Texts, values: dict[str, Any]) -> list[list[InlineKeyboardButton]]:
    """Back to the order, where the form was about one (`number` of its values), and to the menu."""
    rows = [[menu_button(texts, here=True)]]
    number = values.get("number")
    if isinstance(number, int):
        press = OrderPress(number=number, move=Move.OPEN, turn=0)
        rows.insert(0, [button(texts.plain("button-open-order", number=str(number)), press)])
    return rows
