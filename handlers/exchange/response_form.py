"""Writing a response: price, term, message, preview, sent."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from desk.exchange_desk import ExchangeDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from handlers.buttons import FormPress, FormStep
from handlers.card import Reader
from handlers.exchange.buttons import RequestAct, RequestPress, ResponseAct, ResponsePartPress, ResponsePress
from handlers.exchange.response_page import sellers_response
from handlers.exchange.response_screens import Shown, form_screen, settled_text, unsent
from handlers.exchange.response_writing import ResponseForm, ResponseWriting, begun, changing, keep, opened
from handlers.exchange.screens import sellers_screen
from handlers.form import is_answer
from handlers.reader import reader_of
from handlers.refusals import refusal_sentence
from handlers.says import Says, answer, edit, message
from handlers.setup import Setup
from handlers.texts import Texts
from orders.refusals import FormOver, NoSuchRequest, RequestChanged, RequestOver, ResponseWithdrawn, TextExpected

router = Router(name="writing a response")


async def _kept(
    writing: ResponseWriting,
    state: FSMContext,
    reader: Reader,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
) -> Shown:
    await keep(state, writing)
    request = await unit.requests.get(writing.request)
    if request is None:
        raise NoSuchRequest
    return form_screen(reader, writing, request, await orders.rating(reader.person.id), setup.currency)


@router.callback_query(RequestPress.filter(F.act == RequestAct.RESPOND))
async def respond(
    pressed: CallbackQuery,
    callback_data: RequestPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    exchange: ExchangeDesk,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
    update_number: int,
) -> Says:
    """Below the request, which stays readable. Raises: Refusal: why not."""
    request = await exchange.check_respond(callback_data.id, person.id)
    writing = await begun(state, update_number, request)
    shown = await _kept(writing, state, reader_of(person, texts, orders), orders, unit, setup)
    return [answer(pressed), message(person, *shown)]


@router.callback_query(ResponsePress.filter(F.act == ResponseAct.EDIT))
async def change(
    pressed: CallbackQuery,
    callback_data: ResponsePress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    exchange: ExchangeDesk,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
    update_number: int,
) -> Says:
    """A sent one, from its preview on. Raises: Refusal: why not."""
    request, response = await exchange.check_rewrite(callback_data.id, person.id)
    writing = changing(response, update_number, request)
    return [edit(pressed, *await _kept(writing, state, reader_of(person, texts, orders), orders, unit, setup))]


@router.message(ResponseForm.writing, is_answer)
async def write_part(
    said: Message,
    person: Person,
    texts: Texts,
    state: FSMContext,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
    update_number: int,
) -> Says:
    """One part, as the person wrote it. Raises: Refusal: what is expected."""
    if said.text is None:
        raise TextExpected
    writing = (await opened(state)).written(said.text, setup.currency).accepted(update_number)
    return [message(person, *await _kept(writing, state, reader_of(person, texts, orders), orders, unit, setup))]


@router.callback_query(FormPress.filter(F.step == FormStep.DONE), ResponseForm.writing)
async def leave_as_it_is(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
    update_number: int,
) -> Says:
    """For someone who has walked back, on with what is written."""
    writing = await opened(state, callback_data)
    if not writing.may_keep:
        raise FormOver
    settled = edit(pressed, settled_text(texts, writing))
    reader = reader_of(person, texts, orders)
    return [settled, message(person, *await _kept(writing.accepted(update_number), state, reader, orders, unit, setup))]


@router.callback_query(FormPress.filter(F.step == FormStep.BACK), StateFilter(ResponseForm))
async def go_back(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    exchange: ExchangeDesk,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
    update_number: int,
) -> Says:
    """To the step before; from the first, to the request. Raises: NoSuchRequest."""
    writing = await opened(state, callback_data)
    reader = reader_of(person, texts, orders)
    before = writing.back(update_number)
    if before is not None:
        return [edit(pressed, *await _kept(before, state, reader, orders, unit, setup))]
    await state.clear()
    request = await exchange.seen_by(writing.request, person.id)
    return [edit(pressed, *await sellers_screen(reader, request, exchange, unit, setup))]


@router.callback_query(ResponsePartPress.filter(), ResponseForm.checking)
async def rewrite_part(
    pressed: CallbackQuery,
    callback_data: ResponsePartPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
    update_number: int,
) -> Says:
    """From the preview to one part and back."""
    writing = (await opened(state, callback_data)).asking(callback_data.part, update_number)
    return [edit(pressed, *await _kept(writing, state, reader_of(person, texts, orders), orders, unit, setup))]


@router.callback_query(FormPress.filter(F.step == FormStep.SEND), ResponseForm.checking)
async def send(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    exchange: ExchangeDesk,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
) -> Says:
    """To the buyer. Of a request that is over, what was written is shown back; of a changed one, what has changed.

    Raises: ExchangeStopped, OwnRequest, AlreadyResponded, TooManyResponses: the form stays.
    """
    writing, reader = await opened(state, callback_data), reader_of(person, texts, orders)
    given = writing.given(person.id, orders.now)
    try:
        if writing.response is None:
            response = await exchange.respond(given, writing.seen)
        else:
            response = await exchange.rewrite(writing.response, given)
    except (RequestOver, NoSuchRequest, ResponseWithdrawn) as refusal:
        await state.clear()
        why = refusal_sentence(texts, refusal)
        return [edit(pressed, *unsent(texts, writing, why)), answer(pressed, why, alert=True)]
    except RequestChanged as refusal:
        return await _looked_again(pressed, refusal, writing, reader, state, exchange, orders, unit, setup)
    await state.clear()
    request, response = await exchange.behind(response.id, person.id)
    lead = texts("exchange-response-sent" if writing.response is None else "exchange-response-changed")
    return [edit(pressed, *await sellers_response(reader, request, response, exchange, lead))]


async def _looked_again(
    pressed: CallbackQuery,
    refusal: RequestChanged,
    writing: ResponseWriting,
    reader: Reader,
    state: FSMContext,
    exchange: ExchangeDesk,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
) -> Says:
    request = await exchange.seen_by(writing.request, reader.person.id)
    page = await sellers_screen(reader, request, exchange, unit, setup)
    shown = await _kept(replace(writing, seen=request.revision), state, reader, orders, unit, setup)
    return [
        edit(pressed, page[0]),
        message(reader.person, *shown),
        answer(pressed, refusal_sentence(reader.texts, refusal), alert=True),
    ]
