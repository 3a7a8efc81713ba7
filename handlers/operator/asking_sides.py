"""«Спросить стороны»: the arbiter asks both sides; what they write then reaches the arbiter too."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram.utils.formatting import BlockQuote, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import AskSidesPress, FormPress, FormStep, Style, button
from handlers.form import begin, form_buttons, is_answer, values_of
from handlers.operator.who import is_operator
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from orders.commands import AskSides
from orders.refusals import TextExpected
from orders.written import ARBITERS_QUESTION, check_arbiters_question

router = Router(name="asking the sides")

_SOME_QUESTION = "?" * ARBITERS_QUESTION[0]


class AskingSides(StatesGroup):
    """The form."""

    question = State()
    preview = State()


@router.callback_query(AskSidesPress.filter(), is_operator)
async def begin_question(
    pressed: CallbackQuery,
    callback_data: AskSidesPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """What to ask."""
    number, turn = callback_data.number, callback_data.turn
    await orders.foresee(number, AskSides(person.id, _SOME_QUESTION), turn)
    await begin(state, AskingSides.question, update_number, number=number, turn=turn)
    text = texts("ask-sides-question", number=str(number), least=ARBITERS_QUESTION[0], most=ARBITERS_QUESTION[1])
    return [answer(pressed), message(person, text, [form_buttons(texts, update_number, FormStep.CANCEL)])]


@router.message(AskingSides.question, is_answer)
@router.message(AskingSides.preview, is_answer)
async def preview(written: Message, person: Person, texts: Texts, state: FSMContext) -> Says:
    """As both will read it."""
    if written.text is None:
        raise TextExpected
    question = check_arbiters_question(written.text)
    await state.set_state(AskingSides.preview)
    await state.update_data(question=question)
    values = await values_of(state)
    text = as_list(texts("ask-sides-preview", number=str(values["number"])), BlockQuote(question))
    send = button(texts.plain("button-send-question"), FormPress(step=FormStep.SEND, form=values["form"]), Style.MAIN)
    return [message(person, text, [[send], form_buttons(texts, values["form"], FormStep.CANCEL)])]


@router.callback_query(AskingSides.preview, FormPress.filter(F.step == FormStep.SEND), is_operator)
async def send(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
) -> Says:
    """Both are asked."""
    values = await values_of(state, callback_data)
    await orders.arbitrate(values["number"], AskSides(person.id, values["question"]), values["turn"])
    await state.clear()
    return [answer(pressed), edit(pressed, texts("ask-sides-sent", number=str(values["number"])))]
