"""Answering the questions of a gig, one by one, and placing the order."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.buttons import FormPress, FormStep
from handlers.collecting import content_of
from handlers.form import is_answer
from handlers.ordering.briefing import Ordering, keep, opened
from handlers.ordering.buttons import AnewPress
from handlers.ordering.changing import shown_anew
from handlers.ordering.screens import answered_text, more_screen, question_screen, step_screen
from handlers.says import Says, edit, message
from handlers.texts import Texts

router = Router(name="answering a gig's questions")


@router.message(Ordering.answering, is_answer)
async def add_to_answer(said: Message, person: Person, texts: Texts, state: FSMContext) -> Says:
    """One more message. An album comes as several messages and is answered once."""
    briefing = await opened(state)
    album = said.media_group_id
    is_rest = briefing.continues(album)
    briefing = briefing.with_more(content_of(said), album)
    await keep(state, briefing)
    return [] if is_rest else [message(person, *question_screen(texts, briefing, is_album=album is not None))]


@router.callback_query(FormPress.filter(F.step == FormStep.DONE), Ordering.answering)
async def go_on(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    gigs: GigDesk,
    orders: OrderDesk,
    people: PersonDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """To the next question or, after the last, to the order. While it can't be ordered, the answers are kept."""
    briefing = await opened(state, callback_data)
    briefing.check()
    settled = edit(pressed, answered_text(texts, briefing))
    if not briefing.is_last:
        briefing = briefing.on(update_number)
        await keep(state, briefing)
        return [settled, message(person, *question_screen(texts, briefing))]
    gig = await gigs.orderable(briefing.code, person.id)
    if gig.terms != briefing.terms:
        briefing = briefing.under(gig.terms, update_number)
        return [settled, *await shown_anew(pressed, briefing, gig, person, texts, gigs, orders, people, state)]
    await orders.place(gig, person.id, briefing.brief, briefing.ticked)
    await state.clear()
    return [edit(pressed, texts("ordering-answered", method=orders.policy.payment_method))]


@router.callback_query(FormPress.filter(F.step == FormStep.BACK), Ordering.answering)
async def go_back(
    pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext, update_number: int
) -> Says:
    """To the question before, with what was answered to it; from the first to the options, if there are any."""
    briefing = (await opened(state, callback_data)).back(update_number)
    await keep(state, briefing)
    return [edit(pressed, *step_screen(texts, briefing))]


@router.callback_query(FormPress.filter(F.step == FormStep.MORE), Ordering.answering)
async def add_more(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """Only says that more is welcome: it was all along."""
    return [edit(pressed, *more_screen(texts, await opened(state, callback_data)))]


@router.callback_query(AnewPress.filter(), Ordering.answering)
async def answer_anew(pressed: CallbackQuery, callback_data: AnewPress, texts: Texts, state: FSMContext) -> Says:
    """Drops what was answered to this question."""
    briefing = (await opened(state, callback_data)).anew()
    await keep(state, briefing)
    return [edit(pressed, *question_screen(texts, briefing))]
