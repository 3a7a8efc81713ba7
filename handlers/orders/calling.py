"""«Позвать арбитра»: what is wrong, in the person's own words, looked at once more, and sent (SPEC 7)."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.formatting import BlockQuote, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import FormPress, FormStep, Move, OrderPress, Style, button
from handlers.form import begin, form_buttons, is_answer, values_of
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from orders.commands import CallArbiter
from orders.refusals import TextExpected
from orders.written import STATEMENT, check_statement

router = Router(name="calling the arbiter")

#: Stands for the statement while the rules are only asked whether an arbiter can be called.
_SOME_STATEMENT = "?" * STATEMENT[0]


class Calling(StatesGroup):
    """The form."""

    statement = State()
    preview = State()


@router.callback_query(OrderPress.filter(F.move == Move.CALL_ARBITER))
async def ask_statement(
    pressed: CallbackQuery,
    callback_data: OrderPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """What an arbiter does, and what to tell them; nothing is sent yet."""
    order = await orders.check(callback_data.number, CallArbiter(person.id, _SOME_STATEMENT))
    await begin(state, Calling.statement, update_number, number=order.number)
    text = as_list(
        texts("arbiter-means", number=str(order.number), method=order.method),
        "",
        texts("arbiter-ask-statement", least=STATEMENT[0], most=STATEMENT[1]),
    )
    return [answer(pressed), message(person, text, [form_buttons(texts, update_number, FormStep.CANCEL)])]


@router.message(Calling.statement, is_answer)
@router.message(Calling.preview, is_answer)
async def preview(written: Message, person: Person, texts: Texts, orders: OrderDesk, state: FSMContext) -> Says:
    """What the arbiter and the other side will read. Words written below a preview take its place."""
    if written.text is None:
        raise TextExpected
    statement = check_statement(written.text)
    values = await values_of(state)
    order = await orders.check(values["number"], CallArbiter(person.id, statement))
    await state.set_state(Calling.preview)
    await state.update_data(statement=statement)
    text = as_list(texts("arbiter-preview", number=str(order.number)), BlockQuote(statement))
    return [message(person, text, _preview_buttons(texts, values["form"]))]


@router.callback_query(Calling.preview, FormPress.filter(F.step == FormStep.BACK))
async def rewrite(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """Back to the words."""
    values = await values_of(state, callback_data)
    await state.set_state(Calling.statement)
    text = texts("arbiter-ask-statement", least=STATEMENT[0], most=STATEMENT[1])
    return [answer(pressed), edit(pressed, text, [form_buttons(texts, values["form"], FormStep.CANCEL)])]


@router.callback_query(Calling.preview, FormPress.filter(F.step == FormStep.SEND))
async def send(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
) -> Says:
    """The arbiter is called; the clock is frozen."""
    values = await values_of(state, callback_data)
    order = await orders.perform(values["number"], CallArbiter(person.id, values["statement"]))
    await state.clear()
    return [answer(pressed), edit(pressed, texts("arbiter-sent", number=str(order.number)))]


@router.callback_query(Calling.statement, FormPress.filter(F.step == FormStep.CANCEL))
@router.callback_query(Calling.preview, FormPress.filter(F.step == FormStep.CANCEL))
async def stay(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """«Отмена»: nobody was called."""
    values = await values_of(state, callback_data)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("handover-cancelled", number=str(values["number"])))]


def _preview_buttons(texts: Texts, form: int) -> list[list[InlineKeyboardButton]]:
    return [
        [button(texts.plain("button-send-to-arbiter"), FormPress(step=FormStep.SEND, form=form), Style.MAIN)],
        [button(texts.plain("button-rewrite"), FormPress(step=FormStep.BACK, form=form))],
        form_buttons(texts, form, FormStep.CANCEL),
    ]
