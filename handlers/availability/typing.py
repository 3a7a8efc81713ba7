"""Typing what no button offers: the day from which orders are taken again, or how many at a time."""

from dataclasses import replace
from datetime import UTC, datetime

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.availability.buttons import Page, TypePress
from handlers.availability.screens import taking_page
from handlers.buttons import FormPress, FormStep
from handlers.dates import parse_date
from handlers.form import begin, form_buttons, is_answer, values_of
from handlers.reader import reader_of
from handlers.says import Says, edit, message
from handlers.texts import Texts
from orders.availability import AT_MOST, AWAY_DAYS_MOST, away_until, parse_limit
from orders.refusals import TextExpected

router = Router(name="typing how orders are taken")


class TakingForm(StatesGroup):
    """One value each."""

    date = State()
    limit = State()


_STEPS = {Page.AWAY: TakingForm.date, Page.LIMIT: TakingForm.limit}


@router.callback_query(TypePress.filter(F.page.in_(_STEPS)))
async def ask_to_type(
    pressed: CallbackQuery, callback_data: TypePress, texts: Texts, state: FSMContext, update_number: int
) -> Says:
    """«Другая дата», «Другое число»: the next message is the value."""
    page = callback_data.page
    await begin(state, _STEPS[page], update_number)
    text = texts(f"taking-type-{page}", least=AT_MOST[0], most=AT_MOST[1], days=AWAY_DAYS_MOST)
    return [edit(pressed, text, [form_buttons(texts, update_number, FormStep.BACK, FormStep.CANCEL)])]


@router.message(TakingForm.date, is_answer)
async def type_date(
    said: Message,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    gigs: GigDesk,
    people: PersonDesk,
    state: FSMContext,
) -> Says:
    """Until the first moment of that day in the seller's zone.

    Raises: TextExpected, DateNotUnderstood, AwayOutOfRange.
    """
    if said.text is None:
        raise TextExpected
    zone = reader_of(person, texts, orders).zone
    today = datetime.fromtimestamp(orders.now, UTC).astimezone(zone).date()
    until = away_until(parse_date(said.text, today), orders.now, zone)
    person = await people.change(replace(person, away_until=until))
    await state.clear()
    return [message(person, *await taking_page(reader_of(person, texts, orders), gigs))]


@router.message(TakingForm.limit, is_answer)
async def type_limit(
    said: Message,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    gigs: GigDesk,
    people: PersonDesk,
    state: FSMContext,
) -> Says:
    """Any number within the bounds. Raises: TextExpected, LimitNotUnderstood, LimitOutOfRange."""
    if said.text is None:
        raise TextExpected
    person = await people.change(replace(person, works_at_most=parse_limit(said.text)))
    await state.clear()
    return [message(person, *await taking_page(reader_of(person, texts, orders), gigs))]


@router.callback_query(FormPress.filter(F.step == FormStep.BACK), StateFilter(TakingForm))
async def go_back(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    gigs: GigDesk,
    state: FSMContext,
) -> Says:
    """Nothing was typed: all is as it was. Raises: FormOver."""
    await values_of(state, callback_data)
    await state.clear()
    return [edit(pressed, *await taking_page(reader_of(person, texts, orders), gigs))]
