"""The seller asks: a list, one item a line; it is looked at as it was understood, added to, and sent."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram.utils.formatting import Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import FormPress, FormStep, Move, OrderPress, Style, button
from handlers.form import begin, draft_of, dump_content, form_buttons, is_answer, load_content, values_of
from handlers.owed import numbered
from handlers.says import Rows, Says, answer, edit, message
from handlers.texts import Texts
from orders.commands import RequestInformation
from orders.content import Content
from orders.informing import parse_items
from orders.order import Item, Order
from orders.refusals import TextExpected

router = Router(name="requesting information")


class Requesting(StatesGroup):
    """The form. What is gathered is the list as a text, one item a line, so that it lies aside as other drafts do."""

    writing = State()


@router.callback_query(OrderPress.filter(F.move == Move.ASK_INFORMATION))
async def open_form(
    pressed: CallbackQuery,
    callback_data: OrderPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """Says what is expected, and what is still unanswered. A list that was begun is taken up again."""
    order = await orders.check(callback_data.number, RequestInformation(person.id, ("?",)))
    name = f"items:{order.number}"
    draft, aside = await draft_of(state, name)
    values = {"number": order.number, "content": dump_content(draft), "keep": name, "aside": aside}
    await begin(state, Requesting.writing, update_number, **values)
    if not draft.is_empty:
        return [answer(pressed), message(person, *_preview(texts, order, _items(draft), update_number))]
    lines = [texts("information-ask", number=str(order.number))]
    if order.information:
        lines += [Text("\n", texts("information-asked-before")), Text(numbered(order.information))]
    return [answer(pressed), message(person, as_list(*lines), [form_buttons(texts, update_number, FormStep.CANCEL)])]


@router.message(Requesting.writing, is_answer)
async def write(written: Message, person: Person, texts: Texts, orders: OrderDesk, state: FSMContext) -> Says:
    """More items, numbered as they were understood. Raises: Refusal: the list stays as it was."""
    if written.text is None:
        raise TextExpected
    values = await values_of(state)
    items = (*_items(load_content(values["content"])), *parse_items(written.text))
    order = await orders.check(values["number"], RequestInformation(person.id, items))
    await state.update_data(content=dump_content(Content(text="\n".join(items))))
    return [message(person, *_preview(texts, order, items, values["form"]))]


@router.callback_query(Requesting.writing, FormPress.filter(F.step == FormStep.BACK))
async def rewrite(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """The list is begun anew; what was written stands in the chat."""
    values = await values_of(state, callback_data)
    await state.update_data(content=dump_content(Content()))
    rows = [form_buttons(texts, values["form"], FormStep.CANCEL)]
    return [answer(pressed), edit(pressed, texts("information-ask-anew"), rows)]


@router.callback_query(Requesting.writing, FormPress.filter(F.step == FormStep.SEND))
async def send(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
) -> Says:
    """Over to the buyer."""
    values = await values_of(state, callback_data)
    items = _items(load_content(values["content"]))
    order = await orders.perform(values["number"], RequestInformation(person.id, items))
    await state.clear()
    return [answer(pressed), edit(pressed, texts("information-sent", number=str(order.number)))]


@router.callback_query(Requesting.writing, FormPress.filter(F.step == FormStep.CANCEL))
async def quit_form(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """Nothing was asked."""
    values = await values_of(state, callback_data)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("handover-cancelled", number=str(values["number"])))]


def _items(content: Content) -> tuple[str, ...]:
    return tuple(content.text.splitlines())


def _preview(texts: Texts, order: Order, items: tuple[str, ...], form: int) -> tuple[Text, Rows]:
    """Under the numbers that the items will have."""
    asked = [Item(number=number, text=item) for number, item in enumerate(items, order.information_asked + 1)]
    text = as_list(
        texts("information-preview", number=str(order.number)),
        numbered(asked),
        Text("\n", texts("information-preview-more")),
    )
    rows = [
        [button(texts.plain("button-send-request"), FormPress(step=FormStep.SEND, form=form), Style.MAIN)],
        [
            button(texts.plain("button-rewrite"), FormPress(step=FormStep.BACK, form=form)),
            *form_buttons(texts, form, FormStep.CANCEL),
        ],
    ]
    return text, rows
