"""«Ответить на отзыв»: the seller's one answer, looked at once more before everybody reads it (SPEC 8)."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram.utils.formatting import BlockQuote, Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import FormPress, FormStep, Move, OrderPress, Style, button
from handlers.form import begin, form_buttons, is_answer, values_of
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from orders.commands import AnswerReview
from orders.refusals import TextExpected
from orders.written import REVIEW_TEXT_MAX, check_review_answer

router = Router(name="answering a review")

#: Stands for the answer while the rules are only asked whether one is possible.
_SOME_ANSWER = "?"


class Responding(StatesGroup):
    """The form."""

    text = State()
    preview = State()


@router.callback_query(OrderPress.filter(F.move == Move.ANSWER_REVIEW))
async def ask(
    pressed: CallbackQuery,
    callback_data: OrderPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """What was said, and that the answer is the only one."""
    order = await orders.check(callback_data.number, AnswerReview(person.id, _SOME_ANSWER))
    await begin(state, Responding.text, update_number, number=order.number)
    said = [BlockQuote(order.review.text)] if order.review is not None and order.review.text else []
    text = as_list(texts("answer-review-ask", number=str(order.number), most=REVIEW_TEXT_MAX), *said)
    return [answer(pressed), message(person, text, [form_buttons(texts, update_number, FormStep.CANCEL)])]


@router.message(Responding.text, is_answer)
@router.message(Responding.preview, is_answer)
async def preview(written: Message, person: Person, texts: Texts, orders: OrderDesk, state: FSMContext) -> Says:
    """As everybody will read it. Words written below a preview take its place."""
    if written.text is None:
        raise TextExpected
    words = check_review_answer(written.text)
    values = await values_of(state)
    await orders.check(values["number"], AnswerReview(person.id, words))
    await state.set_state(Responding.preview)
    await state.update_data(text=words)
    text = as_list(
        texts("answer-review-preview", number=str(values["number"])),
        BlockQuote(words),
        Text("\n", texts("answer-review-for-good")),
    )
    send_press = FormPress(step=FormStep.SEND, form=values["form"])
    rows = [
        [button(texts.plain("button-send-answer"), send_press, Style.MAIN)],
        form_buttons(texts, values["form"], FormStep.CANCEL),
    ]
    return [message(person, text, rows)]


@router.callback_query(Responding.preview, FormPress.filter(F.step == FormStep.SEND))
async def send(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
) -> Says:
    """It stands, and the buyer is told."""
    values = await values_of(state, callback_data)
    order = await orders.perform(values["number"], AnswerReview(person.id, values["text"]))
    await state.clear()
    return [answer(pressed), edit(pressed, texts("answer-review-sent", number=str(order.number)))]


@router.callback_query(Responding.text, FormPress.filter(F.step == FormStep.CANCEL))
@router.callback_query(Responding.preview, FormPress.filter(F.step == FormStep.CANCEL))
async def leave(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """«Отмена»: nobody has read anything."""
    values = await values_of(state, callback_data)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("answer-review-left-alone", number=str(values["number"])))]
