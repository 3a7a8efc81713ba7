"""Paying sellers out: «Выплачено», or «Отклонить» with a reason that the seller reads."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from desk.cash_desk import CashDesk
from desk.money import Payout, PayoutState
from desk.people import Person
from desk.ports import Unit
from desk.posts import Post, payout_news, payout_request, redrawn_request
from handlers.buttons import FormStep, PayoutAct, PayoutPress
from handlers.form import begin, form_buttons, is_answer, values_of
from handlers.operator.who import is_operator
from handlers.payout_messages import request_of, settled_answer
from handlers.says import Says, answer, message
from handlers.setup import Setup
from handlers.texts import Texts
from handlers.wording import price
from orders.payout import REASON, check_reason
from orders.refusals import TextExpected

router = Router(name="payouts")


class Declining(StatesGroup):
    """Why it is declined."""

    reason = State()


@router.callback_query(PayoutPress.filter(F.act == PayoutAct.PAID), is_operator)
async def confirm(
    pressed: CallbackQuery,
    callback_data: PayoutPress,
    person: Person,
    texts: Texts,
    cash: CashDesk,
    unit: Unit,
    setup: Setup,
) -> Says:
    """The money has gone. Whoever comes second is told so. Raises: NoSuchPayout."""
    payout = await cash.payout(callback_data.id)
    if payout.state is not PayoutState.REQUESTED:
        return await _too_late(pressed, payout, person, texts, unit)
    paid = await cash.pay_out(payout.id, person.id)
    noted = answer(pressed, texts.plain("payout-noted", amount=price(texts, paid.money)))
    return [noted, *_told(paid, setup), *await _redrawn(pressed, paid, person, unit)]


@router.callback_query(PayoutPress.filter(F.act == PayoutAct.DECLINE), is_operator)
async def ask_reason(
    pressed: CallbackQuery,
    callback_data: PayoutPress,
    person: Person,
    texts: Texts,
    cash: CashDesk,
    unit: Unit,
    state: FSMContext,
    update_number: int,
) -> Says:
    """Nothing has changed yet. Raises: NoSuchPayout."""
    payout = await cash.payout(callback_data.id)
    if payout.state is not PayoutState.REQUESTED:
        return await _too_late(pressed, payout, person, texts, unit)
    await begin(state, Declining.reason, update_number, payout=payout.id)
    text = texts(
        "payout-ask-reason",
        id=str(payout.id),
        amount=price(texts, payout.money),
        least=REASON[0],
        most=REASON[1],
    )
    return [answer(pressed), message(person, text, [form_buttons(texts, update_number, FormStep.CANCEL)])]


@router.message(Declining.reason, is_answer, is_operator)
async def decline(
    said: Message,
    person: Person,
    texts: Texts,
    cash: CashDesk,
    unit: Unit,
    state: FSMContext,
    setup: Setup,
) -> Says:
    """The money is the seller's again. Raises: TextExpected, PayoutReasonLength."""
    if said.text is None:
        raise TextExpected
    reason = check_reason(said.text)
    payout = await cash.payout((await values_of(state))["payout"])
    await state.clear()
    if payout.state is not PayoutState.REQUESTED:
        return [message(person, texts("refused", sentence=settled_answer(texts, await request_of(unit, payout))))]
    declined = await cash.decline_payout(payout.id, person.id, reason)
    return [message(person, texts("payout-declined", id=str(declined.id))), *_told(declined, setup)]


async def _too_late(pressed: CallbackQuery, payout: Payout, person: Person, texts: Texts, unit: Unit) -> Says:
    """What has become of it, and every message of this operator that was pressed says so from now on."""
    told = answer(pressed, settled_answer(texts, await request_of(unit, payout)), alert=True)
    return [told, payout_request(payout, person.id), *await _redrawn(pressed, payout, person, unit)]


async def _redrawn(pressed: CallbackQuery, payout: Payout, person: Person, unit: Unit) -> list[Post]:
    """The pressed message, where it is not the one that is edited anyway."""
    if pressed.message is None or pressed.message.message_id == await unit.payouts.message(payout.id, person.id):
        return []
    return [redrawn_request(payout.id, person.id, pressed.message.message_id)]


def _told(payout: Payout, setup: Setup) -> list[Post]:
    """Every operator's message says what is true; the seller is told."""
    requests = [payout_request(payout, operator_id) for operator_id in sorted(setup.admin_ids)]
    return [*requests, payout_news(payout, payout.person_id)]
