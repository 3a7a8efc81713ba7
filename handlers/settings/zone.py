"""Choosing the time zone: quiet hours follow it, and so do the times that older clients show."""

from dataclasses import replace

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.formatting import as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.form import is_answer
from handlers.says import Says, answer, edit, message
from handlers.settings.buttons import Section, ZonePress
from handlers.settings.form import SettingsForm
from handlers.settings.screens import Screens
from handlers.settings.zones import known_zone, parse_zone
from handlers.texts import Texts
from orders.refusals import TextExpected

router = Router(name="time zone")


@router.callback_query(ZonePress.filter())
async def choose_zone(
    pressed: CallbackQuery,
    callback_data: ZonePress,
    person: Person,
    texts: Texts,
    people: PersonDesk,
    orders: OrderDesk,
) -> Says:
    """One of the offered zones, or the operator's. Raises: TimezoneNotUnderstood."""
    zone = known_zone(callback_data.zone) if callback_data.zone else None
    person = await people.change(replace(person, timezone=zone))
    screen = Screens(person, orders.policy, orders.now).page(Section.ZONE)
    return [edit(pressed, *screen), answer(pressed, texts.plain("settings-saved"))]


@router.message(SettingsForm.zone, is_answer)
async def type_zone(
    said: Message, person: Person, texts: Texts, people: PersonDesk, orders: OrderDesk, state: FSMContext
) -> Says:
    """Any other. Raises: TextExpected, TimezoneNotUnderstood."""
    if said.text is None:
        raise TextExpected
    person = await people.change(replace(person, timezone=parse_zone(said.text)))
    await state.clear()
    text, rows = Screens(person, orders.policy, orders.now).page(Section.ZONE)
    return [message(person, as_list(texts("settings-saved"), text), rows)]
