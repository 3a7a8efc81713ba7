"""«Перенести срок»: what seller and buyer have agreed elsewhere; or a slip of the pen put right."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import FormPress, FormStep, Move, OrderPress, button
from handlers.elsewhere.buttons import DuePress
from handlers.elsewhere.screens import DUE_DAYS, due_choice
from handlers.form import begin, is_answer, values_of
from handlers.reader import reader_of
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from orders.commands import MoveDue
from orders.elsewhere import parse_moment
from orders.order import Order, Running
from orders.policy import DAY
from orders.refusals import TextExpected

router = Router(name="moving a due time")


class MovingDue(StatesGroup):
    """The form: a button says how many days more, words say a moment."""

    moment = State()


@router.callback_query(OrderPress.filter(F.move == Move.MOVE_DUE))
async def ask(
    pressed: CallbackQuery,
    callback_data: OrderPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """Until when."""
    order = await orders.check(callback_data.number, MoveDue(person.id, orders.now + DAY))
    await begin(state, MovingDue.moment, update_number, number=order.number)
    presses = [
        [
            button(texts.plain("option-days", days=days), DuePress(number=order.number, turn=order.turn, days=days))
            for days in DUE_DAYS
        ]
    ]
    return [answer(pressed), message(person, *due_choice(texts, order, presses, update_number))]


@router.callback_query(DuePress.filter())
async def add_days(
    pressed: CallbackQuery,
    callback_data: DuePress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
) -> Says:
    """So many days after the due time or, when that has passed, from now."""
    order = await orders.open(callback_data.number, person.id)
    until = _from(order, orders.now) + callback_data.days * DAY
    await orders.perform(order.number, MoveDue(person.id, until), callback_data.turn)
    if await state.get_state() == MovingDue.moment.state and (await values_of(state))["number"] == order.number:
        await state.clear()
    return [answer(pressed), edit(pressed, texts("elsewhere-due-noted", number=str(order.number)))]


@router.message(MovingDue.moment, is_answer)
async def take_moment(written: Message, person: Person, texts: Texts, orders: OrderDesk, state: FSMContext) -> Says:
    """A date, a time, or how much is left. Raises: Refusal."""
    if written.text is None:
        raise TextExpected
    values = await values_of(state)
    until = parse_moment(written.text, orders.now, reader_of(person, texts, orders).zone)
    order = await orders.perform(values["number"], MoveDue(person.id, until))
    await state.clear()
    return [message(person, texts("elsewhere-due-noted", number=str(order.number)))]


@router.callback_query(MovingDue.moment, FormPress.filter(F.step == FormStep.CANCEL))
async def quit_form(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """The due time stays."""
    values = await values_of(state, callback_data)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("elsewhere-due-stays", number=str(values["number"])))]


def _from(order: Order, now: int) -> int:
    return max(now, order.clock.until) if isinstance(order.clock, Running) else now
