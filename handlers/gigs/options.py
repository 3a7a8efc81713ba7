"""The options that a gig has ready: adding them one by one, taking them away. The form is that of the gig."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from desk.people import Person
from handlers.form import is_answer
from handlers.gigs.buttons import AddOptionPress, DropOptionPress
from handlers.gigs.option_screens import option_question, options_screen
from handlers.gigs.writing import GigForm, keep, opened
from handlers.says import Says, edit, message
from handlers.texts import Texts
from orders.refusals import TextExpected

router = Router(name="options of a gig")


@router.callback_query(AddOptionPress.filter(), GigForm.listing)
async def add_option(
    pressed: CallbackQuery, callback_data: AddOptionPress, texts: Texts, state: FSMContext, update_number: int
) -> Says:
    """First: what it is."""
    writing = (await opened(state, callback_data)).adding(update_number)
    await keep(state, writing)
    return [edit(pressed, *option_question(texts, writing))]


@router.message(GigForm.adding, is_answer)
async def write_option(said: Message, person: Person, texts: Texts, state: FSMContext, update_number: int) -> Says:
    """One part, as the person wrote it; after the last, the options with the new one among them."""
    if said.text is None:
        raise TextExpected
    writing = (await opened(state)).written_on(said.text, update_number)
    await keep(state, writing)
    screen = options_screen if writing.option is None else option_question
    return [message(person, *screen(texts, writing))]


@router.callback_query(DropOptionPress.filter(), GigForm.listing)
async def drop_option(
    pressed: CallbackQuery, callback_data: DropOptionPress, texts: Texts, state: FSMContext, update_number: int
) -> Says:
    """At once: buyers see it until the gig is saved."""
    writing = await opened(state, callback_data)
    writing = writing.changed(writing.draft.without_option(callback_data.at), update_number)
    await keep(state, writing)
    return [edit(pressed, *options_screen(texts, writing))]
