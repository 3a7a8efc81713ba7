"""Leaving any form: `/cancel` or «Отмена». What was sent before stays sent."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from desk.people import Person
from handlers.buttons import FormPress, FormStep
from handlers.form import values_of
from handlers.menu.rooms import menu_button
from handlers.says import Says, edit, message
from handlers.texts import Texts

router = Router(name="leaving a form")


@router.message(Command("cancel"))
async def leave(_: object, person: Person, texts: Texts, state: FSMContext) -> Says:
    """Says so too where there is nothing to leave."""
    was_open = await state.get_state() is not None
    await state.clear()
    key = "form-left" if was_open else "form-none"
    return [message(person, texts(key), [[menu_button(texts, here=True)]])]


@router.callback_query(FormPress.filter(F.step == FormStep.CANCEL))
async def leave_by_button(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """The form's message says so and loses its buttons."""
    await values_of(state, callback_data)
    await state.clear()
    return [edit(pressed, texts("form-left"), [[menu_button(texts, here=True)]])]
