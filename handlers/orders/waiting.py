"""«Попросить подождать»: the seller asks for a later due time, the buyer agrees or not (SPEC 5)."""

from datetime import UTC, datetime, time

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import FormPress, FormStep, Move, OrderPress, WaitDaysPress, WaitPress, button
from handlers.dates import parse_date
from handlers.form import begin, form_buttons, is_answer, values_of
from handlers.says import Says, answer, edit, message
from handlers.setup import Setup
from handlers.texts import Texts
from orders.agreeing import WAIT_MOST
from orders.commands import AnswerWait, AskToWait
from orders.order import Order, Running
from orders.policy import DAY
from orders.refusals import TextExpected

router = Router(name="waiting")

_DAYS = (1, 2, 3, 7)
#: A date means: until its end.
_END_OF_DAY = time(23, 59)


class Waiting(StatesGroup):
    """The form for a date of one's own."""

    date = State()


@router.callback_query(OrderPress.filter(F.move == Move.ASK_TO_WAIT))
async def choose(
    pressed: CallbackQuery, callback_data: OrderPress, person: Person, texts: Texts, orders: OrderDesk
) -> Says:
    """For how long."""
    order = await orders.check(callback_data.number, AskToWait(person.id, orders.now + WAIT_MOST))

    def press(days: int) -> WaitDaysPress:
        return WaitDaysPress(number=order.number, turn=order.turn, days=days)

    rows = [
        [button(texts.plain("option-days", days=days), press(days)) for days in _DAYS[:2]],
        [button(texts.plain("option-days", days=days), press(days)) for days in _DAYS[2:]],
        [button(texts.plain("button-other-date"), press(0))],
    ]
    return [answer(pressed), message(person, texts("wait-choose", number=str(order.number)), rows)]


@router.callback_query(WaitDaysPress.filter(F.days > 0))
async def ask_for_days(
    pressed: CallbackQuery, callback_data: WaitDaysPress, person: Person, texts: Texts, orders: OrderDesk
) -> Says:
    """So many days after the due time or, when that has passed, from now."""
    order = await orders.open(callback_data.number, person.id)
    until = _from(order, orders.now) + callback_data.days * DAY
    await orders.perform(order.number, AskToWait(person.id, until), callback_data.turn)
    return [answer(pressed), edit(pressed, texts("wait-sent", number=str(order.number)))]


@router.callback_query(WaitDaysPress.filter(F.days == 0))
async def ask_for_date(
    pressed: CallbackQuery,
    callback_data: WaitDaysPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """A date of the seller's own."""
    probe = AskToWait(person.id, orders.now + WAIT_MOST)
    order = await orders.check(callback_data.number, probe, callback_data.turn)
    await begin(state, Waiting.date, update_number, number=order.number)
    rows = [form_buttons(texts, update_number, FormStep.CANCEL)]
    return [answer(pressed), edit(pressed, texts("wait-ask-date", number=str(order.number)), rows)]


@router.message(Waiting.date, is_answer)
async def take_date(
    written: Message, person: Person, texts: Texts, orders: OrderDesk, state: FSMContext, setup: Setup
) -> Says:
    """Until the end of that day in the seller's zone."""
    if written.text is None:
        raise TextExpected
    values = await values_of(state)
    zone = person.timezone or setup.business_timezone
    today = datetime.fromtimestamp(orders.now, UTC).astimezone(zone).date()
    until = int(datetime.combine(parse_date(written.text, today), _END_OF_DAY, zone).timestamp())
    order = await orders.perform(values["number"], AskToWait(person.id, until))
    await state.clear()
    return [message(person, texts("wait-sent", number=str(order.number)))]


@router.callback_query(Waiting.date, FormPress.filter(F.step == FormStep.CANCEL))
async def quit_form(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """Nothing was asked."""
    values = await values_of(state, callback_data)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("handover-cancelled", number=str(values["number"])))]


@router.callback_query(WaitPress.filter())
async def answer_request(
    pressed: CallbackQuery, callback_data: WaitPress, person: Person, texts: Texts, orders: OrderDesk
) -> Says:
    """«Подожду» or «Не согласен»."""
    command = AnswerWait(person.id, callback_data.until, callback_data.agrees)
    await orders.perform(callback_data.number, command)
    return [answer(pressed, texts.plain("wait-agreed" if callback_data.agrees else "wait-declined"))]


def _from(order: Order, now: int) -> int:
    return max(now, order.clock.until) if isinstance(order.clock, Running) else now
