"""What no other room takes: «Отмена», dead buttons, unknown links and commands, messages out of nowhere. Comes last.

Buttons with numbers that can't be are dead too, and are told apart first.
"""

import re

from aiogram import F, Router
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from handlers.buttons import FormPress, FormStep
from handlers.collecting import is_sent
from handlers.menu.leaving import leave_by_button
from handlers.menu.rooms import leave_button, menu_rows
from handlers.room.asking import ask, orders_to_write_in
from handlers.says import Says, answer, message
from handlers.texts import Texts

first_router = Router(name="forged buttons")
last_router = Router(name="everything else")

_LONG_NUMBER = re.compile(r"(?<![^:])-?\d{19,}(?![^:])")
#: Here the database's integers end.
_DATABASE_MOST = 2**63 - 1


def has_impossible_number(pressed: CallbackQuery) -> bool:
    """A filter: the button's data holds a number that no row can have."""
    return any(abs(int(number)) > _DATABASE_MOST for number in _LONG_NUMBER.findall(pressed.data or ""))


last_router.callback_query.register(leave_by_button, FormPress.filter(F.step == FormStep.CANCEL))


@first_router.callback_query(has_impossible_number)
@last_router.callback_query()
async def press_dead_button(pressed: CallbackQuery, texts: Texts) -> Says:
    """A button of an earlier version, or one that nobody has drawn."""
    return [answer(pressed, texts.plain("button-is-dead"), alert=True)]


@last_router.message(CommandStart(deep_link=True))
async def open_unknown_link(_: object, person: Person, texts: Texts) -> Says:
    """A link whose kind no room knows."""
    return [message(person, texts("link-unknown"), menu_rows(texts))]


@last_router.message(F.text.startswith("/"))
async def give_unknown_command(_: object, person: Person, texts: Texts) -> Says:
    """A command that does not exist."""
    return [message(person, texts("command-unknown"), menu_rows(texts))]


@last_router.message(is_sent)
async def write_into_the_blue(
    sent: Message,
    person: Person,
    texts: Texts,
    unit: Unit,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """Which order is it for? Where there is none, one sentence and the ways on; an album is answered once.

    Raises: Refusal: it can't be passed on at all.
    """
    values = await state.get_data()
    is_in_form = await state.get_state() is not None and "form" in values
    choices = () if is_in_form else await orders_to_write_in(person, unit, orders.now)
    if choices:
        return await ask(sent, person, texts, unit, choices, update_number)
    if sent.media_group_id is not None:
        if values.get("stray_album") == sent.media_group_id:
            return []
        await state.update_data(stray_album=sent.media_group_id)
    if is_in_form:
        return [message(person, texts("stray-in-form"), [[leave_button(texts, values["form"])]])]
    return [message(person, texts("stray"), menu_rows(texts))]
