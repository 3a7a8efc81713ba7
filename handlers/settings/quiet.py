"""Choosing quiet hours: a warning that would fall into them comes before they begin."""

from dataclasses import replace
from datetime import time

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.formatting import as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.form import is_answer
from handlers.says import Says, answer, edit, message
from handlers.settings.buttons import QuietPress, Section
from handlers.settings.form import SettingsForm
from handlers.settings.quiet_hours import parse_quiet_hours, quiet_hours
from handlers.settings.screens import Screens
from handlers.texts import Texts
from orders.refusals import TextExpected

router = Router(name="quiet hours")

_HOURS = F.start.in_(range(24)) & F.end.in_(range(24))


@router.callback_query(QuietPress.filter(_HOURS))
async def choose_quiet_hours(
    pressed: CallbackQuery,
    callback_data: QuietPress,
    person: Person,
    texts: Texts,
    people: PersonDesk,
    orders: OrderDesk,
) -> Says:
    """Whole hours by a button, or none."""
    start, end = callback_data.start, callback_data.end
    quiet = None if start == end else quiet_hours(time(start), time(end))
    person = await people.change(replace(person, quiet=quiet))
    screen = Screens(person, orders.policy, orders.now).page(Section.QUIET)
    return [edit(pressed, *screen), answer(pressed, texts.plain("settings-saved"))]


@router.message(SettingsForm.quiet, is_answer)
async def type_quiet_hours(
    said: Message, person: Person, texts: Texts, people: PersonDesk, orders: OrderDesk, state: FSMContext
) -> Says:
    """Any others. Raises: TextExpected, QuietHoursNotUnderstood."""
    if said.text is None:
        raise TextExpected
    person = await people.change(replace(person, quiet=parse_quiet_hours(said.text)))
    await state.clear()
    text, rows = Screens(person, orders.policy, orders.now).page(Section.QUIET)
    return [message(person, as_list(texts("settings-saved"), text), rows)]
