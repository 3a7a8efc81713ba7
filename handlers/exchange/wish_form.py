"""Writing a request: question by question to a preview, and from there to the exchange."""

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
from handlers.collecting import content_of
from handlers.exchange.buttons import (
    CategoryPress,
    NewRequestPress,
    RequestAct,
    RequestPress,
    RequestsPress,
    WishPart,
    WishPress,
)
from handlers.exchange.listing import requests_screen
from handlers.exchange.screens import buyers_screen
from handlers.exchange.wish_screens import Shown, form_screen, settled_text
from handlers.exchange.wish_writing import WishForm, WishWriting, begun, keep, opened
from handlers.form import is_answer
from handlers.reader import reader_of
from handlers.says import Says, edit, message
from handlers.setup import Setup
from handlers.texts import Texts
from orders.refusals import CategoryExpected, FormOver

router = Router(name="writing a request")


async def _kept(writing: WishWriting, state: FSMContext, texts: Texts, unit: Unit, setup: Setup) -> Shown:
    await keep(state, writing)
    return await form_screen(texts, writing, setup.currency, unit)


@router.callback_query(NewRequestPress.filter())
async def create(
    pressed: CallbackQuery,
    person: Person,
    texts: Texts,
    state: FSMContext,
    exchange: ExchangeDesk,
    unit: Unit,
    setup: Setup,
    update_number: int,
) -> Says:
    """In place of the list, so that a double tap asks once. Raises: ExchangeStopped, TooManyRequests."""
    await exchange.check_publish(person.id)
    writing = await begun(state, update_number, has_categories=bool(await unit.categories.all()))
    return [edit(pressed, *await _kept(writing, state, texts, unit, setup))]


@router.callback_query(RequestPress.filter(F.act.in_({RequestAct.EDIT, RequestAct.AGAIN})))
async def write_anew(
    pressed: CallbackQuery,
    callback_data: RequestPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    exchange: ExchangeDesk,
    unit: Unit,
    setup: Setup,
    update_number: int,
) -> Says:
    """A published request is changed, or a closed one published once more: from its preview on. Raises: Refusal."""
    has_categories = bool(await unit.categories.all())
    if callback_data.act is RequestAct.EDIT:
        request = await exchange.check_change(callback_data.id, person.id)
        changed = request.id
    else:
        await exchange.check_publish(person.id)
        request, changed = await exchange.own(callback_data.id, person.id), None
    writing = WishWriting.of(request.wish, update_number, has_categories=has_categories, request=changed)
    return [edit(pressed, *await _kept(writing, state, texts, unit, setup))]


@router.message(WishForm.writing, is_answer)
async def write_part(
    said: Message,
    person: Person,
    texts: Texts,
    state: FSMContext,
    unit: Unit,
    setup: Setup,
    update_number: int,
) -> Says:
    """One part, as the person sent it; an album is answered once. Raises: Refusal: what is expected."""
    before = await opened(state)
    writing, is_settled = before.written(content_of(said), setup.currency)
    writing = replace(writing, album=said.media_group_id)
    if is_settled:
        writing = writing.accepted(update_number)
    elif said.media_group_id is not None and said.media_group_id == before.album:
        await keep(state, writing)
        return []
    return [message(person, *await _kept(writing, state, texts, unit, setup))]


@router.callback_query(CategoryPress.filter(), WishForm.writing)
async def choose_category(
    pressed: CallbackQuery,
    callback_data: CategoryPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    unit: Unit,
    setup: Setup,
    update_number: int,
) -> Says:
    """One of the operator's. Raises: CategoryExpected."""
    writing = await opened(state, callback_data)
    if writing.asked is not WishPart.CATEGORY or await unit.categories.get(callback_data.id) is None:
        raise CategoryExpected
    writing = replace(writing, category_id=callback_data.id)
    settled = edit(pressed, await settled_text(texts, writing, unit))
    return [settled, message(person, *await _kept(writing.accepted(update_number), state, texts, unit, setup))]


@router.callback_query(FormPress.filter(F.step.in_({FormStep.DONE, FormStep.SKIP})), WishForm.writing)
async def settle_by_button(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    unit: Unit,
    setup: Setup,
    update_number: int,
) -> Says:
    """What is written stays; or no files, no category, a budget to be talked about."""
    writing = await opened(state, callback_data)
    if callback_data.step is FormStep.SKIP:
        writing = _without(writing)
    elif not writing.may_keep and not (writing.asked is WishPart.FILES and writing.files):
        raise FormOver
    settled = edit(pressed, await settled_text(texts, writing, unit))
    return [settled, message(person, *await _kept(writing.accepted(update_number), state, texts, unit, setup))]


@router.callback_query(FormPress.filter(F.step == FormStep.BACK), StateFilter(WishForm))
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
    """To the step before; from the first, to the list."""
    before = (await opened(state, callback_data)).back(update_number)
    if before is not None:
        return [edit(pressed, *await _kept(before, state, texts, unit, setup))]
    await state.clear()
    return [edit(pressed, *await requests_screen(reader_of(person, texts, orders), RequestsPress(), exchange, unit))]


@router.callback_query(WishPress.filter(), WishForm.checking)
async def rewrite_part(
    pressed: CallbackQuery,
    callback_data: WishPress,
    texts: Texts,
    state: FSMContext,
    unit: Unit,
    setup: Setup,
    update_number: int,
) -> Says:
    """From the preview to one part and back."""
    writing = (await opened(state, callback_data)).asking(callback_data.part, update_number)
    return [edit(pressed, *await _kept(writing, state, texts, unit, setup))]


@router.callback_query(FormPress.filter(F.step == FormStep.SEND), WishForm.checking)
async def publish(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    exchange: ExchangeDesk,
    orders: OrderDesk,
    unit: Unit,
) -> Says:
    """On the exchange. Whatever stands in the way, the form stays as it is. Raises: Refusal."""
    writing = await opened(state, callback_data)
    if writing.request is None:
        request, lead = await exchange.publish(person.id, writing.wish()), texts("exchange-published")
    else:
        request = await exchange.change(writing.request, person.id, writing.wish())
        lead = texts("exchange-changed")
    await state.clear()
    return [edit(pressed, *await buyers_screen(reader_of(person, texts, orders), request, exchange, unit, lead))]


def _without(writing: WishWriting) -> WishWriting:
    match writing.asked:
        case WishPart.FILES:
            return replace(writing, files=())
        case WishPart.CATEGORY:
            return replace(writing, category_id=None)
        case WishPart.BUDGET:
            return replace(writing, budget=None)
        case _:
            raise FormOver
