"""Writing an offer: question by question to a preview, and from there to its link or to whom it is for."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.formatting import Bold

from desk.offer_desk import OfferDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.buttons import FormPress, FormStep
from handlers.form import is_answer
from handlers.offers.buttons import NewOfferPress, OfferDaysPress, OfferFieldPress
from handlers.offers.form_screens import form_screen, settled_text
from handlers.offers.screens import Shown, buyers_screen, offer_list, sellers_screen
from handlers.offers.writing import STEPS, OfferForm, OfferWriting, begun, keep, opened
from handlers.reader import reader_of
from handlers.replies import reply
from handlers.says import Says, edit, message
from handlers.setup import Setup
from handlers.texts import Texts, texts_in
from orders.offer import OFFER_DAYS
from orders.refusals import FormOver, OfferLengthUnknown, TextExpected

router = Router(name="offer form")


async def _kept(
    writing: OfferWriting,
    state: FSMContext,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    people: PersonDesk,
    setup: Setup,
) -> Shown:
    await keep(state, writing)
    buyer = None if writing.buyer is None else await people.get(writing.buyer)
    reader = reader_of(person, texts, orders)
    return form_screen(reader, writing, await orders.rating(person.id), setup.currency, buyer)


@router.callback_query(NewOfferPress.filter())
async def create(
    pressed: CallbackQuery,
    person: Person,
    texts: Texts,
    state: FSMContext,
    offers: OfferDesk,
    orders: OrderDesk,
    people: PersonDesk,
    setup: Setup,
    update_number: int,
) -> Says:
    """In place of the list, so that a double tap asks once. Raises: SellerStopped: before anything is written."""
    await offers.expect_seller(person.id)
    writing = await begun(state, update_number)
    return [edit(pressed, *await _kept(writing, state, person, texts, orders, people, setup))]


@router.message(OfferForm.writing, is_answer)
async def write_field(
    said: Message,
    person: Person,
    texts: Texts,
    state: FSMContext,
    orders: OrderDesk,
    people: PersonDesk,
    setup: Setup,
    update_number: int,
) -> Says:
    """One part, as the person wrote it. Raises: Refusal: what is expected."""
    if said.text is None:
        raise TextExpected
    writing = await opened(state)
    writing = writing.accepted(writing.draft.written(writing.asked, said.text, setup.currency), update_number)
    return [message(person, *await _kept(writing, state, person, texts, orders, people, setup))]


@router.callback_query(FormPress.filter(F.step == FormStep.DONE), OfferForm.writing)
async def leave_as_it_is(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    orders: OrderDesk,
    people: PersonDesk,
    setup: Setup,
    update_number: int,
) -> Says:
    """For someone who has walked back, on with what is written."""
    writing = await opened(state, callback_data)
    if not writing.may_keep:
        raise FormOver
    settled = edit(pressed, settled_text(texts, writing.asked, writing.draft))
    writing = writing.accepted(writing.draft, update_number)
    return [settled, message(person, *await _kept(writing, state, person, texts, orders, people, setup))]


@router.callback_query(FormPress.filter(F.step == FormStep.BACK), StateFilter(OfferForm))
async def go_back(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    offers: OfferDesk,
    orders: OrderDesk,
    people: PersonDesk,
    setup: Setup,
    update_number: int,
) -> Says:
    """To the step before; from the first, to the list."""
    before = (await opened(state, callback_data)).back(update_number)
    if before is not None:
        return [edit(pressed, *await _kept(before, state, person, texts, orders, people, setup))]
    await state.clear()
    return [edit(pressed, *await offer_list(reader_of(person, texts, orders), offers, people))]


@router.callback_query(OfferFieldPress.filter(F.field.in_(STEPS)), OfferForm.checking)
async def rewrite_field(
    pressed: CallbackQuery,
    callback_data: OfferFieldPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    orders: OrderDesk,
    people: PersonDesk,
    setup: Setup,
    update_number: int,
) -> Says:
    """From the preview to one part and back."""
    writing = (await opened(state, callback_data)).asking(callback_data.field, update_number)
    return [edit(pressed, *await _kept(writing, state, person, texts, orders, people, setup))]


@router.callback_query(OfferDaysPress.filter(), OfferForm.checking)
async def choose_days(
    pressed: CallbackQuery,
    callback_data: OfferDaysPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    orders: OrderDesk,
    people: PersonDesk,
    setup: Setup,
) -> Says:
    """How long it is to stand. Raises: OfferLengthUnknown."""
    writing = await opened(state, callback_data)
    if callback_data.days not in OFFER_DAYS:
        raise OfferLengthUnknown
    writing = replace(writing, days=callback_data.days)
    return [edit(pressed, *await _kept(writing, state, person, texts, orders, people, setup))]


@router.callback_query(FormPress.filter(F.step == FormStep.SEND), OfferForm.checking)
async def send(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    offers: OfferDesk,
    orders: OrderDesk,
    people: PersonDesk,
    setup: Setup,
) -> Says:
    """Its link; whom it is for has it at once. Raises: SellerStopped."""
    writing = await opened(state, callback_data)
    offer = await offers.make(person.id, writing.draft.terms(), writing.days, writing.buyer)
    await state.clear()
    buyer = None if writing.buyer is None else await people.get(writing.buyer)
    reader = reader_of(person, texts, orders)
    if buyer is None:
        lead = texts("offer-made")
        return [edit(pressed, *await sellers_screen(reader, offer, offers, people, setup, lead))]
    theirs = reader_of(buyer, texts_in(buyer.speaks), orders)
    page = await buyers_screen(theirs, offer, offers, people, orders)
    lead = texts("offer-sent", name=Bold(buyer.name))
    return [
        edit(pressed, *await sellers_screen(reader, offer, offers, people, setup, lead)),
        reply(buyer.id, message(buyer, *page), order_number=writing.number),
    ]
