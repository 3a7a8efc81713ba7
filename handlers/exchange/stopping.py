"""An operator closes a request with a reason, which its buyer reads."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram.utils.formatting import Bold

from desk.exchange_desk import ExchangeDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from handlers.buttons import FormStep
from handlers.exchange.buttons import RequestAct, RequestPress
from handlers.exchange.screens import sellers_screen
from handlers.form import begin, form_buttons, is_answer, values_of
from handlers.operator.who import is_operator
from handlers.reader import reader_of
from handlers.says import Says, answer, message
from handlers.setup import Setup
from handlers.texts import Texts
from orders.refusals import TextExpected
from orders.written import check_reason

router = Router(name="operator closes a request")


class Stopping(StatesGroup):
    """The form."""

    reason = State()


@router.callback_query(RequestPress.filter(F.act == RequestAct.STOP), is_operator)
async def ask_reason(
    pressed: CallbackQuery,
    callback_data: RequestPress,
    person: Person,
    texts: Texts,
    exchange: ExchangeDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """Why? Raises: NoSuchRequest, RequestOver."""
    request = await exchange.check_stop(callback_data.id)
    await begin(state, Stopping.reason, update_number, request=request.id)
    text = texts("exchange-ask-reason", title=Bold(request.wish.title))
    return [answer(pressed), message(person, text, [form_buttons(texts, update_number, FormStep.CANCEL)])]


@router.message(Stopping.reason, is_answer, is_operator)
async def stop(
    said: Message,
    person: Person,
    texts: Texts,
    exchange: ExchangeDesk,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
    state: FSMContext,
) -> Says:
    """The buyer and who has responded are told. Raises: TextExpected, ReasonLength, RequestOver."""
    if said.text is None:
        raise TextExpected
    values = await values_of(state)
    request = await exchange.stop(values["request"], check_reason(said.text))
    await state.clear()
    lead = texts("exchange-stopped")
    reader = reader_of(person, texts, orders)
    return [message(person, *await sellers_screen(reader, request, exchange, unit, setup, lead))]
