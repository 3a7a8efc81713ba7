"""Choosing when one is warned of a clock: before the start, before the due time."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.says import Says, answer, edit
from handlers.settings.buttons import DefaultPress, Section, WarningPress
from handlers.settings.screens import Screens, chosen_offsets, offered_offsets
from handlers.texts import Texts
from orders.refusals import LastWarning

router = Router(name="warnings")

_CLOCKS = F.section.in_({Section.START, Section.DUE})


@router.callback_query(WarningPress.filter(_CLOCKS))
async def choose_warning(
    pressed: CallbackQuery,
    callback_data: WarningPress,
    person: Person,
    texts: Texts,
    people: PersonDesk,
    orders: OrderDesk,
) -> Says:
    """One more, or one less. An offset that is not offered changes nothing. Raises: LastWarning."""
    section = callback_data.section
    offsets = set(chosen_offsets(section, person, orders.policy))
    if callback_data.wanted:
        offsets |= {callback_data.offset} & {*offered_offsets(section, person, orders.policy)}
    else:
        offsets -= {callback_data.offset}
    if not offsets:
        raise LastWarning
    person = await people.change(_with(person, section, tuple(sorted(offsets, reverse=True))))
    screen = Screens(person, orders.policy, orders.now).page(section)
    return [edit(pressed, *screen), answer(pressed, texts.plain("settings-saved"))]


@router.callback_query(DefaultPress.filter(_CLOCKS))
async def choose_default(
    pressed: CallbackQuery,
    callback_data: DefaultPress,
    person: Person,
    texts: Texts,
    people: PersonDesk,
    orders: OrderDesk,
) -> Says:
    """As the operator has set, now and whenever the operator changes it."""
    person = await people.change(_with(person, callback_data.section, None))
    screen = Screens(person, orders.policy, orders.now).page(callback_data.section)
    return [edit(pressed, *screen), answer(pressed, texts.plain("settings-saved"))]


def _with(person: Person, section: Section, offsets: tuple[int, ...] | None) -> Person:
    if section is Section.START:
        return replace(person, start_warnings=offsets)
    return replace(person, due_warnings=offsets)
