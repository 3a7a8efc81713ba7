"""Choosing which of a gig's options are ordered with it."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.buttons import FormPress, FormStep
from handlers.ordering.briefing import Ordering, keep, opened
from handlers.ordering.buttons import TickPress
from handlers.ordering.changing import shown_anew
from handlers.ordering.screens import chosen_text, options_screen, question_screen
from handlers.says import Says, edit, message
from handlers.texts import Texts
from orders.agreeing import grown
from orders.paying import check_invoice

router = Router(name="choosing a gig's options")


@router.callback_query(TickPress.filter(), Ordering.choosing)
async def tick(pressed: CallbackQuery, callback_data: TickPress, texts: Texts, state: FSMContext) -> Says:
    """With it or without; the total is told at once."""
    briefing = (await opened(state, callback_data)).tick(callback_data.at, wanted=callback_data.wanted)
    await keep(state, briefing)
    return [edit(pressed, *options_screen(texts, briefing))]


@router.callback_query(FormPress.filter(F.step == FormStep.DONE), Ordering.choosing)
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
    """«Дальше»: to the questions or, without any, to the order. While it can't be ordered, the choice is kept."""
    briefing = await opened(state, callback_data)
    check_invoice(grown(briefing.terms, briefing.ticked), orders.policy)
    gig = await gigs.orderable(briefing.code, person.id)
    settled = edit(pressed, chosen_text(texts, briefing))
    if gig.terms != briefing.terms:
        briefing = briefing.under(gig.terms, update_number)
        return [settled, *await shown_anew(pressed, briefing, gig, person, texts, gigs, orders, people, state)]
    if briefing.contents:
        briefing = briefing.chosen(update_number)
        await keep(state, briefing)
        return [settled, message(person, *question_screen(texts, briefing))]
    await orders.place(gig, person.id, (), briefing.ticked)
    await state.clear()
    return [settled]
