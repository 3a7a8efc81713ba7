"""The buyer answers: one item or all at once, with words and files, now or later."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram.utils.formatting import Bold, Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import FormPress, FormStep, Move, OrderPress, Style, button
from handlers.collecting import content_of, joined
from handlers.form import ASIDE, begin, draft_of, dump_content, form_buttons, is_answer, load_content, values_of
from handlers.information.buttons import ALL, ItemPress
from handlers.owed import item_label, numbered
from handlers.refusals import refusal_sentence
from handlers.says import Rows, Says, answer, edit, message
from handlers.texts import Texts
from orders.commands import AnswerInformation, Say, Saying
from orders.content import Content
from orders.order import Item, Order
from orders.refusals import NoSuchItem, WrongStatus

router = Router(name="answering requests for information")

_SOME_CONTENT = Content(text="?")
_Screen = tuple[Text, Rows]


class Answering(StatesGroup):
    """The form: an answer to `items`. `is_next`: it was offered after another answer, and can wait."""

    gathering = State()


@router.callback_query(OrderPress.filter(F.move == Move.ANSWER))
async def choose(
    pressed: CallbackQuery,
    callback_data: OrderPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """«Ответить»: all that is open; where that is one item, straight to it. Raises: Refusal."""
    order, items = await _open_items(orders, callback_data.number, person, ALL)
    if len(items) == 1:
        screen = await _opened(texts, state, order, items, update_number)
    else:
        screen = _list(texts, order, texts("information-choose", number=str(order.number)))
    return [answer(pressed), message(person, *screen)]


@router.callback_query(ItemPress.filter())
async def open_form(
    pressed: CallbackQuery,
    callback_data: ItemPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """Says what is asked. An answer that was begun is taken up again. Raises: Refusal: it is no longer waited for."""
    order, items = await _open_items(orders, callback_data.number, person, callback_data.item)
    return [answer(pressed), message(person, *await _opened(texts, state, order, items, update_number))]


@router.message(Answering.gathering, is_answer)
async def gather(written: Message, person: Person, texts: Texts, state: FSMContext) -> Says:
    """One more message of it. An album comes as several messages and is answered once."""
    values = await values_of(state)
    content = joined(load_content(values["content"]), content_of(written))
    album = written.media_group_id
    await state.update_data(content=dump_content(content), album=album)
    if album is not None and album == values["album"]:
        return []
    key = "handover-got" if album is None else "handover-got-album"
    return [message(person, texts(key, next=texts.plain("button-done")), _rows(texts, values, has_content=True))]


@router.callback_query(Answering.gathering, FormPress.filter(F.step == FormStep.DONE))
async def send(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """Over to the seller; then the next open item is offered. Where nobody waits for it any more, it is not lost."""
    values = await values_of(state, callback_data)
    command = AnswerInformation(person.id, tuple(values["items"]), load_content(values["content"]))
    try:
        order = await orders.perform(values["number"], command)
    except (NoSuchItem, WrongStatus) as refusal:
        sentence = refusal_sentence(texts, refusal)
        rows = [
            [button(texts.plain("button-send-as-message"), FormPress(step=FormStep.SEND, form=values["form"]))],
            form_buttons(texts, values["form"], FormStep.CANCEL),
        ]
        lost = as_list(texts("refused", sentence=sentence), texts("information-not-lost"))
        return [answer(pressed, sentence, alert=True), edit(pressed, lost, rows)]
    await state.clear()
    key = "information-answered" if order.information else "information-answered-all"
    settled = edit(pressed, texts(key, number=str(order.number)))
    if not order.information:
        return [answer(pressed), settled]
    following = await _opened(texts, state, order, order.information[:1], update_number, is_next=True)
    return [answer(pressed), settled, message(person, *following)]


@router.callback_query(Answering.gathering, FormPress.filter(F.step == FormStep.SEND))
async def send_as_message(
    pressed: CallbackQuery, callback_data: FormPress, person: Person, texts: Texts, orders: OrderDesk, state: FSMContext
) -> Says:
    """What was written for an item that is no longer waited for. Raises: Refusal."""
    values = await values_of(state, callback_data)
    said = Say(person.id, Saying.MESSAGE, load_content(values["content"]))
    order = await orders.perform(values["number"], said)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("handover-sent-message", number=str(order.number)))]


@router.callback_query(Answering.gathering, FormPress.filter(F.step == FormStep.LATER))
async def put_off(
    pressed: CallbackQuery, callback_data: FormPress, person: Person, texts: Texts, orders: OrderDesk, state: FSMContext
) -> Says:
    """The form is left, what it has gathered lies aside, and everything that is open can be chosen from."""
    values = await values_of(state, callback_data)
    order = await orders.open(values["number"], person.id)
    aside = dict(values.get(ASIDE, {}))
    if not load_content(values["content"]).is_empty:
        aside[values["keep"]] = values["content"]
    await state.set_state(None)
    await state.set_data({ASIDE: aside} if aside else {})
    if not order.information:
        return [answer(pressed), edit(pressed, texts("refused", sentence=refusal_sentence(texts, NoSuchItem())))]
    return [answer(pressed), edit(pressed, *_list(texts, order, texts("information-later")))]


@router.callback_query(Answering.gathering, FormPress.filter(F.step == FormStep.CANCEL))
async def quit_form(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """Nothing was sent."""
    values = await values_of(state, callback_data)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("handover-cancelled", number=str(values["number"])))]


async def _open_items(orders: OrderDesk, number: int, person: Person, item: int) -> tuple[Order, tuple[Item, ...]]:
    """What the person can answer now, of one item or of all. Raises: Refusal."""
    order = await orders.open(number, person.id)
    numbers = tuple(each.number for each in order.information) if item == ALL else (item,)
    order = await orders.check(number, AnswerInformation(person.id, numbers, _SOME_CONTENT))
    return order, tuple(each for each in order.information if each.number in numbers)


async def _opened(
    texts: Texts, state: FSMContext, order: Order, items: tuple[Item, ...], form: int, *, is_next: bool = False
) -> _Screen:
    """The form for these items, as the person sees it."""
    numbers = [item.number for item in items]
    name = f"answer:{order.number}:{','.join(map(str, numbers))}"
    draft, aside = await draft_of(state, name)
    values = {
        "number": order.number,
        "items": numbers,
        "content": dump_content(draft),
        "album": None,
        "keep": name,
        "is_next": is_next,
    }
    await begin(state, Answering.gathering, form, aside=aside, **values)
    lead = texts("information-next") if is_next else texts("information-answer", number=str(order.number))
    lines = [lead, Bold(numbered(items)), Text("\n", texts("information-how"))]
    if not draft.is_empty:
        lines.append(texts("handover-draft", files=texts.plain("files-count", n=len(draft.files))))
    return as_list(*lines), _rows(texts, {"form": form, **values}, has_content=not draft.is_empty)


def _rows(texts: Texts, values: dict[str, Any], *, has_content: bool) -> Rows:
    leave = FormStep.LATER if values["is_next"] else FormStep.CANCEL
    return [
        form_buttons(texts, values["form"], FormStep.DONE) if has_content else [],
        form_buttons(texts, values["form"], leave),
    ]


def _list(texts: Texts, order: Order, lead: Text) -> _Screen:
    """Everything that is open, each with its button."""
    rows = [[button(item_label(item), ItemPress(number=order.number, item=item.number))] for item in order.information]
    if len(rows) > 1:
        rows.append([button(texts.plain("button-answer-all"), ItemPress(number=order.number, item=ALL), Style.MAIN)])
    return as_list(lead, numbered(order.information), "", texts("information-choose-one")), rows
