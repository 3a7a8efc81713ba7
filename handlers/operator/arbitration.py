"""Deciding a dispute: what is decided, why, who gets what, and once more yes. The decision stands (decision 21)."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Any

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.formatting import BlockQuote, Bold, Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from desk.till import Till
from handlers.buttons import FormPress, FormStep, RulingPress, Style, button
from handlers.card import Reader
from handlers.dates import parse_date
from handlers.form import begin, form_buttons, is_answer, values_of
from handlers.operator.dispute_page import ruling_label
from handlers.operator.verdict import verdict_lines
from handlers.operator.who import is_operator
from handlers.reader import reader_of
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from handlers.wording import price
from orders.agreeing import WAIT_MOST
from orders.commands import Arbitrate
from orders.dispute import Decision, Ruling
from orders.facts import ArbiterDecided
from orders.money import Money, parse_amount
from orders.order import Order
from orders.policy import DAY
from orders.refusals import (
    DateNotUnderstood,
    DueNotUnderstood,
    NoSuchOrder,
    PriceNotUnderstood,
    PriceOutOfRange,
    SplitOutOfRange,
    TextExpected,
)
from orders.written import REASON, check_reason

router = Router(name="arbitration")

#: Stand for what has not been written yet while the rules are only asked whether the dispute can be decided so.
_SOME_REASON = "?" * REASON[0]
_DAYS = re.compile(r"\+?(\d{1,4})", re.ASCII)
#: A date means: until its end.
_END_OF_DAY = time(23, 59)


class Deciding(StatesGroup):
    """The form."""

    amount = State()
    due = State()
    reason = State()
    preview = State()


#: Where the form begins, if not with the reason.
_FIRST = {Ruling.SPLIT: Deciding.amount, Ruling.WORK: Deciding.due}


@router.callback_query(RulingPress.filter(), is_operator)
async def begin_decision(
    pressed: CallbackQuery,
    callback_data: RulingPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: Unit,
    state: FSMContext,
    update_number: int,
) -> Says:
    """First what belongs to it: the seller's part of a split, the due time of work that goes on; else the reason."""
    number, ruling, turn = callback_data.number, callback_data.ruling, callback_data.turn
    order = await unit.orders.get(number)
    if order is None:
        raise NoSuchOrder
    some = Decision(ruling=ruling, to_seller=Money(1, order.terms.price.currency), due=orders.now + WAIT_MOST)
    await orders.foresee(number, Arbitrate(person.id, some, _SOME_REASON), turn)
    step = _FIRST.get(ruling, Deciding.reason)
    await begin(state, step, update_number, number=number, turn=turn, ruling=ruling)
    text = as_list(_heading(texts, order, ruling), _question(texts, order, step))
    return [answer(pressed), message(person, text, [form_buttons(texts, update_number, FormStep.CANCEL)])]


@router.message(Deciding.amount, is_answer)
async def take_amount(
    written: Message, person: Person, texts: Texts, orders: OrderDesk, unit: Unit, state: FSMContext
) -> Says:
    """The seller's part."""
    values = await values_of(state)
    order = await unit.orders.get(values["number"])
    if order is None:
        raise NoSuchOrder
    held = order.terms.price
    try:
        part = parse_amount(_words(written), held.currency)
    except (PriceNotUnderstood, PriceOutOfRange):
        raise SplitOutOfRange(held.amount, held.currency) from None
    values |= {"amount": part.amount, "currency": part.currency}
    return await _on_to_reason(person, texts, orders, state, values)


@router.message(Deciding.due, is_answer)
async def take_due(written: Message, person: Person, texts: Texts, orders: OrderDesk, state: FSMContext) -> Says:
    """So many days from now, or until the end of a date in the operator's zone."""
    values = await values_of(state)
    due = parse_due(_words(written), reader_of(person, texts, orders))
    return await _on_to_reason(person, texts, orders, state, {**values, "due": due})


@router.message(Deciding.reason, is_answer)
@router.message(Deciding.preview, is_answer)
async def preview(
    written: Message, person: Person, texts: Texts, orders: OrderDesk, unit: Unit, state: FSMContext
) -> Says:
    """Everything as it will be. A reason written below a preview takes its place."""
    reason = check_reason(_words(written))
    values = await values_of(state)
    decision = decision_of(values)
    order, change = await orders.foresee(values["number"], Arbitrate(person.id, decision, reason), values["turn"])
    await state.set_state(Deciding.preview)
    await state.update_data(reason=reason)
    ended = change.order
    is_shared = ended.ending is not None and ended.method.holds_money
    shares = await Till(unit, orders.now).shares(ended) if is_shared else None
    fact = next(fact for fact in change.facts if isinstance(fact, ArbiterDecided))
    text = as_list(
        _heading(texts, order, decision.ruling),
        *verdict_lines(reader_of(person, texts, orders), ended, fact, shares),
        "",
        texts("arbitration-reason-shown"),
        BlockQuote(reason),
    )
    return [message(person, text, _preview_buttons(texts, values["form"]))]


@router.callback_query(Deciding.preview, FormPress.filter(F.step == FormStep.BACK))
async def rewrite(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """Back to the reason."""
    values = await values_of(state, callback_data)
    await state.set_state(Deciding.reason)
    text = texts("arbitration-ask-reason", least=REASON[0], most=REASON[1])
    return [answer(pressed), edit(pressed, text, [form_buttons(texts, values["form"], FormStep.CANCEL)])]


@router.callback_query(Deciding.preview, FormPress.filter(F.step == FormStep.SEND), is_operator)
async def decide(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
) -> Says:
    """It is done, and both sides are told. Whoever comes second hears that there is no dispute any more."""
    values = await values_of(state, callback_data)
    command = Arbitrate(person.id, decision_of(values), values["reason"])
    order = await orders.arbitrate(values["number"], command, values["turn"])
    await state.clear()
    return [answer(pressed), edit(pressed, texts("arbitration-done", number=str(order.number)))]


@router.callback_query(Deciding.amount, FormPress.filter(F.step == FormStep.CANCEL))
@router.callback_query(Deciding.due, FormPress.filter(F.step == FormStep.CANCEL))
@router.callback_query(Deciding.reason, FormPress.filter(F.step == FormStep.CANCEL))
@router.callback_query(Deciding.preview, FormPress.filter(F.step == FormStep.CANCEL))
async def stay(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """«Отмена»: nothing was decided."""
    values = await values_of(state, callback_data)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("arbitration-left", number=str(values["number"])))]


def parse_due(text: str, reader: Reader) -> int:
    """«5»: so many days from now; «30.11»: until the end of that day in the reader's zone. Raises: DueNotUnderstood."""
    days = _DAYS.fullmatch(text.strip())
    if days is not None:
        return reader.now + int(days[1]) * DAY
    today = datetime.fromtimestamp(reader.now, UTC).astimezone(reader.zone).date()
    try:
        day = parse_date(text, today)
    except DateNotUnderstood:
        raise DueNotUnderstood from None
    return int(datetime.combine(day, _END_OF_DAY, reader.zone).timestamp())


def decision_of(values: Mapping[str, Any]) -> Decision:
    """What the form has gathered."""
    part = Money(values["amount"], values["currency"]) if "amount" in values else None
    return Decision(ruling=Ruling(values["ruling"]), to_seller=part, due=values.get("due"))


async def _on_to_reason(
    person: Person, texts: Texts, orders: OrderDesk, state: FSMContext, values: dict[str, Any]
) -> Says:
    """The rules have the last word on what was written. Raises: Refusal: the form stays where it was."""
    command = Arbitrate(person.id, decision_of(values), _SOME_REASON)
    order, _ = await orders.foresee(values["number"], command, values["turn"])
    await state.set_state(Deciding.reason)
    await state.set_data(values)
    text = _question(texts, order, Deciding.reason)
    return [message(person, text, [form_buttons(texts, values["form"], FormStep.CANCEL)])]


def _question(texts: Texts, order: Order, step: State) -> Text:
    if step == Deciding.amount:
        return texts("arbitration-ask-amount", held=price(texts, order.terms.price))
    if step == Deciding.due:
        return texts("arbitration-ask-due")
    return texts("arbitration-ask-reason", least=REASON[0], most=REASON[1])


def _heading(texts: Texts, order: Order, ruling: Ruling) -> Text:
    label = ruling_label(texts, order, ruling)
    return Bold(texts.plain("arbitration-heading", number=str(order.number), ruling=label))


def _preview_buttons(texts: Texts, form: int) -> list[list[InlineKeyboardButton]]:
    return [
        [button(texts.plain("button-decide"), FormPress(step=FormStep.SEND, form=form), Style.STOP)],
        [button(texts.plain("button-rewrite"), FormPress(step=FormStep.BACK, form=form))],
        form_buttons(texts, form, FormStep.CANCEL),
    ]


def _words(written: Message) -> str:
    if written.text is None:
        raise TextExpected
    return written.text
