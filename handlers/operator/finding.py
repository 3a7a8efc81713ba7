"""«Найти»: an order by its number, a person by name, username or id, a payment by either of its numbers."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import FormStep, OrderLookPress, PersonAct, PersonPress, button
from handlers.form import begin, form_buttons, is_answer
from handlers.operator.buttons import FindPress
from handlers.operator.desk import back_button
from handlers.operator.orders import order_screen
from handlers.operator.people import person_screen
from handlers.operator.unit import OperatorUnit
from handlers.operator.who import is_operator
from handlers.reader import reader_of
from handlers.says import Says, edit, message
from handlers.texts import Texts
from handlers.wording import shortened
from orders.refusals import TextExpected

router = Router(name="operator's search")

_SHOWN = 10
_LABEL_MAX = 48
#: Digits of a number that the database can hold.
_DIGITS_MOST = 18


class Finding(StatesGroup):
    """The form."""

    term = State()


@router.callback_query(FindPress.filter(), is_operator)
async def ask(pressed: CallbackQuery, texts: Texts, state: FSMContext, update_number: int) -> Says:
    """What is looked for."""
    await begin(state, Finding.term, update_number)
    return [edit(pressed, texts("operator-find-ask"), [form_buttons(texts, update_number, FormStep.CANCEL)])]


@router.message(Finding.term, is_answer, is_operator)
async def find(
    written: Message, person: Person, texts: Texts, orders: OrderDesk, unit: OperatorUnit, state: FSMContext
) -> Says:
    """One hit is opened at once; of several the operator chooses. Nothing found: the form stays."""
    if written.text is None:
        raise TextExpected
    term = written.text.strip().lstrip("№#").strip()
    reader = reader_of(person, texts, orders)
    number = int(term) if term.isascii() and term.isdigit() and len(term) <= _DIGITS_MOST else None
    order = None if number is None else await unit.orders.get(number)
    found = await _people(term, number, unit)
    payment = await unit.payments.find(term)
    if order is None and payment is not None and payment.order_number is not None:
        order = await unit.orders.get(payment.order_number)
    if order is None and not found:
        return [message(person, texts("operator-find-none"))]
    await state.clear()
    if order is not None and not found:
        return [message(person, *await order_screen(reader, order, unit))]
    if order is None and len(found) == 1:
        return [message(person, *await person_screen(reader, found[0], orders, unit))]
    rows = [
        [button(f"{shortened(each.name, _LABEL_MAX)} · {each.id}", PersonPress(id=each.id, act=PersonAct.OPEN))]
        for each in found
    ]
    if order is not None:
        title = texts.plain("order-title", number=str(order.number), title=order.terms.title)
        rows.insert(0, [button(shortened(title, _LABEL_MAX), OrderLookPress(number=order.number))])
    return [message(person, texts("operator-found"), [*rows, [back_button(texts)]])]


async def _people(term: str, number: int | None, unit: OperatorUnit) -> tuple[Person, ...]:
    if number is not None:
        known = await unit.people.get(number)
        return () if known is None else (known,)
    return await unit.people.find(term.removeprefix("@"), _SHOWN) if term else ()
