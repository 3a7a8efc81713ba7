"""Opening the settings and walking through their pages."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import FormPress, FormStep, GoPress, Screen
from handlers.form import begin, form_buttons, values_of
from handlers.menu.rooms import opened
from handlers.says import Says, edit, message
from handlers.settings.buttons import Section, SectionPress, TypePress
from handlers.settings.form import STEPS, SettingsForm
from handlers.settings.screens import Screens
from handlers.texts import Texts
from orders.refusals import FormOver

router = Router(name="settings")


@router.message(Command("settings"))
async def show_settings(_: object, person: Person, orders: OrderDesk) -> Says:
    """What is set now."""
    return [message(person, *Screens(person, orders.policy, orders.now).page(Section.HOME))]


@router.callback_query(GoPress.filter(F.screen == Screen.SETTINGS))
async def open_settings(pressed: CallbackQuery, callback_data: GoPress, person: Person, orders: OrderDesk) -> Says:
    """The same from the menu."""
    return [opened(pressed, callback_data, person, *Screens(person, orders.policy, orders.now).page(Section.HOME))]


@router.callback_query(SectionPress.filter())
async def show_page(pressed: CallbackQuery, callback_data: SectionPress, person: Person, orders: OrderDesk) -> Says:
    """In place."""
    return [edit(pressed, *Screens(person, orders.policy, orders.now).page(callback_data.section))]


@router.callback_query(TypePress.filter(F.section.in_(STEPS)))
async def ask_to_type(
    pressed: CallbackQuery, callback_data: TypePress, texts: Texts, state: FSMContext, update_number: int
) -> Says:
    """«Другой», «Своё»: the next message is the value."""
    section = callback_data.section
    await begin(state, STEPS[section], update_number, section=section)
    buttons = form_buttons(texts, update_number, FormStep.BACK, FormStep.CANCEL)
    return [edit(pressed, texts(f"settings-type-{section}"), [buttons])]


@router.callback_query(FormPress.filter(F.step == FormStep.BACK), StateFilter(SettingsForm))
async def back_to_page(
    pressed: CallbackQuery, callback_data: FormPress, person: Person, orders: OrderDesk, state: FSMContext
) -> Says:
    """Nothing was typed: the page as it was. Raises: FormOver."""
    values = await values_of(state, callback_data)
    if "section" not in values:
        raise FormOver
    await state.clear()
    return [edit(pressed, *Screens(person, orders.policy, orders.now).page(Section(values["section"])))]
