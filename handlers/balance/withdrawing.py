"""«Вывести»: how much, where to, a look at it, and the operator is asked for the money."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.formatting import as_list

from desk.cash_desk import CashDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from desk.posts import payout_request
from handlers.balance.buttons import WithdrawAct, WithdrawPress
from handlers.balance.page import balance_of
from handlers.balance.screens import Shown, balance_screen
from handlers.balance.withdrawal import Part, Withdrawal, Withdrawing, begun, keep, opened
from handlers.balance.withdrawal_screens import available_in, sent_screen, withdrawal_screen
from handlers.buttons import FormPress, FormStep
from handlers.form import is_answer
from handlers.reader import reader_of
from handlers.says import Says, edit, message
from handlers.setup import Setup
from handlers.texts import Texts
from orders.money import Money
from orders.payout import check_target, parse_payout
from orders.refusals import FormOver, NoOperator, NothingToWithdraw, TextExpected

router = Router(name="withdrawing")

_PARTS = {WithdrawAct.AMOUNT: Part.AMOUNT, WithdrawAct.TARGET: Part.TARGET}


async def _kept(withdrawal: Withdrawal, state: FSMContext, texts: Texts, available: tuple[Money, ...]) -> Shown:
    await keep(state, withdrawal)
    return withdrawal_screen(texts, withdrawal, available)


@router.callback_query(WithdrawPress.filter(F.act == WithdrawAct.BEGIN))
async def begin(
    pressed: CallbackQuery,
    person: Person,
    texts: Texts,
    state: FSMContext,
    cash: CashDesk,
    setup: Setup,
    update_number: int,
) -> Says:
    """In place of the balance, so that a double tap asks once. Raises: NoOperator, NothingToWithdraw."""
    if not setup.admin_ids:
        raise NoOperator
    available = await cash.available(person.id)
    if not available:
        raise NothingToWithdraw
    withdrawal = await begun(state, update_number, available)
    return [edit(pressed, *await _kept(withdrawal, state, texts, available))]


@router.callback_query(WithdrawPress.filter(F.act == WithdrawAct.CURRENCY), Withdrawing.currency)
async def choose_currency(
    pressed: CallbackQuery,
    callback_data: WithdrawPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    cash: CashDesk,
    update_number: int,
) -> Says:
    """Of those in which there is anything."""
    withdrawal, available = await opened(state, callback_data), await cash.available(person.id)
    if callback_data.currency is None or not available_in(available, callback_data.currency).amount:
        raise NothingToWithdraw
    withdrawal = withdrawal.from_balance_in(callback_data.currency, update_number)
    return [edit(pressed, *await _kept(withdrawal, state, texts, available))]


@router.callback_query(WithdrawPress.filter(F.act == WithdrawAct.ALL), Withdrawing.amount)
async def take_all(
    pressed: CallbackQuery,
    callback_data: WithdrawPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    cash: CashDesk,
    update_number: int,
) -> Says:
    """All there is at this moment."""
    withdrawal, available = await opened(state, callback_data), await cash.available(person.id)
    everything = available_in(available, withdrawal.currency or "")
    if not everything.amount:
        raise NothingToWithdraw
    return [edit(pressed, *await _kept(withdrawal.of(everything, update_number), state, texts, available))]


@router.message(Withdrawing.amount, is_answer)
async def write_amount(
    said: Message, person: Person, texts: Texts, state: FSMContext, cash: CashDesk, update_number: int
) -> Says:
    """A number. Raises: TextExpected, AmountNotUnderstood, AmountOutOfRange."""
    if said.text is None:
        raise TextExpected
    withdrawal, available = await opened(state), await cash.available(person.id)
    money = parse_payout(said.text, available_in(available, withdrawal.currency or ""))
    return [message(person, *await _kept(withdrawal.of(money, update_number), state, texts, available))]


@router.message(Withdrawing.target, is_answer)
async def write_target(
    said: Message, person: Person, texts: Texts, state: FSMContext, cash: CashDesk, update_number: int
) -> Says:
    """Where to, in words. Raises: TextExpected, PayoutTargetLength."""
    if said.text is None:
        raise TextExpected
    withdrawal = (await opened(state)).to(check_target(said.text), update_number)
    return [message(person, *await _kept(withdrawal, state, texts, await cash.available(person.id)))]


@router.callback_query(WithdrawPress.filter(F.act.in_(_PARTS)), Withdrawing.checking)
async def rewrite(
    pressed: CallbackQuery,
    callback_data: WithdrawPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    cash: CashDesk,
    update_number: int,
) -> Says:
    """From the preview to one part and back."""
    withdrawal = (await opened(state, callback_data)).asking(_PARTS[callback_data.act], update_number)
    return [edit(pressed, *await _kept(withdrawal, state, texts, await cash.available(person.id)))]


@router.callback_query(FormPress.filter(F.step == FormStep.BACK), StateFilter(Withdrawing))
async def go_back(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    cash: CashDesk,
    update_number: int,
) -> Says:
    """To the part before, or to the preview."""
    withdrawal = (await opened(state, callback_data)).back(update_number)
    return [edit(pressed, *await _kept(withdrawal, state, texts, await cash.available(person.id)))]


@router.callback_query(FormPress.filter(F.step == FormStep.SEND), Withdrawing.checking)
async def send(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    cash: CashDesk,
    setup: Setup,
) -> Says:
    """To every operator. Raises: NoOperator, NotEnoughMoney: there is less by now; the form stays where it is."""
    withdrawal = await opened(state, callback_data)
    if not setup.admin_ids:
        raise NoOperator
    if withdrawal.target is None:
        raise FormOver
    payout = await cash.request_payout(person.id, withdrawal.money, withdrawal.target)
    await state.clear()
    requests = [payout_request(payout, operator_id) for operator_id in sorted(setup.admin_ids)]
    return [edit(pressed, *sent_screen(texts, payout)), *requests]


@router.callback_query(FormPress.filter(F.step == FormStep.CANCEL), StateFilter(Withdrawing))
async def quit_form(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    orders: OrderDesk,
    unit: Unit,
) -> Says:
    """Nothing was asked for: the balance as it is."""
    await opened(state, callback_data)
    await state.clear()
    text, rows = balance_screen(reader_of(person, texts, orders), await balance_of(unit, person.id))
    return [edit(pressed, as_list(texts("withdraw-cancelled"), "", text), rows)]
