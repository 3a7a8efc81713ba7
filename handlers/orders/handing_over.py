"""Handing something to the other side: words and any number of files are gathered, looked at, and sent (SPEC 5, 6)."""

from collections.abc import Iterator

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.formatting import Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import FormPress, FormStep, Move, OrderPress, button
from handlers.collecting import content_of, joined
from handlers.files import content_messages
from handlers.form import begin, draft_of, dump_content, form_buttons, is_answer, load_content, values_of
from handlers.order_buttons import OrderButtons
from handlers.orders.purposes import PLANS, PURPOSE_OF, Plan, Purpose
from handlers.room.private import contact_content
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from orders.content import Content
from orders.order import Order
from orders.refusals import BuyerNotJoined
from orders.status import Side

router = Router(name="handing over")

#: From this delivery on the seller is told how often the work came back (SPEC 6).
_TELL_RETURNS_FROM = 2
_SOME_CONTENT = Content(text="?")


class HandingOver(StatesGroup):
    """The form."""

    gathering = State()
    preview = State()


@router.callback_query(OrderPress.filter(F.move.in_(PURPOSE_OF)))
async def open_form(
    pressed: CallbackQuery,
    callback_data: OrderPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """Says what is expected. A draft for the same order and purpose is taken up again.

    Of an order without a buyer only remarks can be noted. Raises: Refusal.
    """
    purpose = PURPOSE_OF[callback_data.move]
    plan = PLANS[purpose]
    # Remarks are about the delivery under which they were begun; the other forms are as good on an older message.
    turn = callback_data.turn if purpose is Purpose.REMARKS else None
    order = await orders.check(callback_data.number, plan.command(person.id, _SOME_CONTENT), turn)
    if order.is_solo and purpose is not Purpose.REMARKS:
        raise BuyerNotJoined
    name = f"{purpose}:{order.number}"
    draft, aside = await draft_of(state, name)
    await begin(
        state,
        HandingOver.gathering,
        update_number,
        number=order.number,
        purpose=purpose,
        content=dump_content(draft),
        album=None,
        keep=name,
        aside=aside,
    )
    text = as_list(*_expected(texts, order, purpose, draft))
    rows = [
        *([] if draft.is_empty else [_on(texts, plan, purpose, update_number)]),
        *([_without_words(texts, update_number)] if order.is_solo and draft.is_empty else []),
        *([[_interim(texts, order, orders)]] if purpose is Purpose.DELIVERY else []),
        form_buttons(texts, update_number, FormStep.CANCEL),
    ]
    return [answer(pressed), message(person, text, rows)]


@router.message(HandingOver.gathering, is_answer)
@router.message(HandingOver.preview, is_answer)
async def gather(written: Message, person: Person, texts: Texts, state: FSMContext) -> Says:
    """One more message of it. An album comes as several messages and is answered once."""
    values = await values_of(state)
    purpose = Purpose(values["purpose"])
    plan = PLANS[purpose]
    content = joined(load_content(values["content"]), _content_of(written, plan))
    is_same_album = written.media_group_id is not None and written.media_group_id == values["album"]
    await state.set_state(HandingOver.gathering)
    await state.update_data(content=dump_content(content), album=written.media_group_id)
    if is_same_album:
        return []
    key = "handover-got-album" if written.media_group_id is not None else "handover-got"
    next_step = texts.plain("button-done" if plan.has_preview else f"button-send-{purpose}")
    rows = [_on(texts, plan, purpose, values["form"]), form_buttons(texts, values["form"], FormStep.CANCEL)]
    return [message(person, texts(key, next=next_step), rows)]


@router.callback_query(HandingOver.gathering, FormPress.filter(F.step == FormStep.DONE))
async def preview(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
) -> Says:
    """Everything just as the other side will get it, and below it the buttons."""
    return await _preview(pressed, callback_data, person, texts, state)


async def _preview(
    pressed: CallbackQuery, callback_data: FormPress, person: Person, texts: Texts, state: FSMContext
) -> Says:
    values = await values_of(state, callback_data)
    purpose = Purpose(values["purpose"])
    content = PLANS[purpose].check(load_content(values["content"]))
    await state.set_state(HandingOver.preview)
    rows = [
        [_send_button(texts, PLANS[purpose], purpose, values["form"])],
        form_buttons(texts, values["form"], FormStep.MORE, FormStep.CANCEL),
    ]
    return [
        answer(pressed),
        edit(pressed, texts("handover-preview")),
        *content_messages(person.id, content),
        message(person, texts("handover-preview-end", files=_files(texts, content)), rows),
    ]


@router.callback_query(HandingOver.preview, FormPress.filter(F.step == FormStep.MORE))
async def add_more(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """Back to gathering; nothing gathered is lost."""
    values = await values_of(state, callback_data)
    await state.set_state(HandingOver.gathering)
    purpose = Purpose(values["purpose"])
    rows = [
        _on(texts, PLANS[purpose], purpose, values["form"]),
        form_buttons(texts, values["form"], FormStep.CANCEL),
    ]
    return [answer(pressed), edit(pressed, texts("handover-more"), rows)]


@router.callback_query(HandingOver.preview, FormPress.filter(F.step == FormStep.SEND))
@router.callback_query(HandingOver.gathering, FormPress.filter(F.step == FormStep.SEND))
async def send(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
) -> Says:
    """Over to the other side. If the order has moved on, the draft stays and the person learns why.

    What was added after a preview is looked at first: nothing goes out that its preview has not shown.
    """
    values = await values_of(state, callback_data)
    purpose = Purpose(values["purpose"])
    if PLANS[purpose].has_preview and await state.get_state() != HandingOver.preview.state:
        return await _preview(pressed, callback_data, person, texts, state)
    command = PLANS[purpose].command(person.id, load_content(values["content"]))
    order = await orders.perform(values["number"], command)
    await state.clear()
    key = f"handover-sent-{purpose}"
    return [answer(pressed), edit(pressed, texts(f"{key}-alone" if order.is_solo else key, number=str(order.number)))]


@router.callback_query(HandingOver.gathering, FormPress.filter(F.step == FormStep.CANCEL))
@router.callback_query(HandingOver.preview, FormPress.filter(F.step == FormStep.CANCEL))
async def quit_form(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """Nothing was sent."""
    values = await values_of(state, callback_data)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("handover-cancelled", number=str(values["number"])))]


def _expected(texts: Texts, order: Order, purpose: Purpose, draft: Content) -> Iterator[Text]:
    key = f"handover-ask-{purpose}"
    yield texts(f"{key}-alone" if order.is_solo else key, number=str(order.number))
    if purpose is Purpose.DELIVERY and order.returns >= _TELL_RETURNS_FROM:
        yield texts("handover-returns", n=order.returns)
    if not draft.is_empty:
        yield texts("handover-draft", files=_files(texts, draft))


def _content_of(written: Message, plan: Plan) -> Content:
    """Raises: UnsupportedKind. A phone number may be in it: «Отправить» is the yes to all that was gathered."""
    if plan.is_talk and written.contact is not None:
        return contact_content(written.contact)
    return content_of(written, takes_stickers=plan.is_talk)


def _interim(texts: Texts, order: Order, orders: OrderDesk) -> InlineKeyboardButton:
    return OrderButtons(texts, order, Side.SELLER, orders.now, orders.policy).button(Move.INTERIM)


def _on(texts: Texts, plan: Plan, purpose: Purpose, form: int) -> list[InlineKeyboardButton]:
    """The way on: to the preview or, where there is none, straight to the other side."""
    if plan.has_preview:
        return form_buttons(texts, form, FormStep.DONE)
    return [_send_button(texts, plan, purpose, form)]


def _without_words(texts: Texts, form: int) -> list[InlineKeyboardButton]:
    """A seller alone notes that the work came back; what is to be changed need not be said."""
    return [button(texts.plain("button-without-remarks"), FormPress(step=FormStep.SEND, form=form))]


def _send_button(texts: Texts, plan: Plan, purpose: Purpose, form: int) -> InlineKeyboardButton:
    return button(texts.plain(f"button-send-{purpose}"), FormPress(step=FormStep.SEND, form=form), plan.style)


def _files(texts: Texts, content: Content) -> str:
    return texts.plain("files-count", n=len(content.files))
