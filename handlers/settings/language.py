"""Choosing the language in which the bot speaks."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.says import Says, answer, edit
from handlers.settings.buttons import Language, LanguagePress, Section
from handlers.settings.screens import Screens

router = Router(name="language")


@router.callback_query(LanguagePress.filter())
async def choose_language(
    pressed: CallbackQuery, callback_data: LanguagePress, person: Person, people: PersonDesk, orders: OrderDesk
) -> Says:
    """From the next word on."""
    language = callback_data.language
    person = await people.change(replace(person, language=None if language is Language.CLIENT else language.value))
    screens = Screens(person, orders.policy, orders.now)
    return [
        edit(pressed, *screens.page(Section.LANGUAGE)),
        answer(pressed, screens.texts.plain("settings-saved")),
    ]
