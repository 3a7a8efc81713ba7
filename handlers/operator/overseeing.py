"""What an end has left, set right: «Не учитывать в рейтинге», «Скрыть отзыв», and either taken back (decision 25)."""

from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram.utils.formatting import BlockQuote, Bold, Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import FormPress, FormStep, OrderLookPress, Style, button
from handlers.form import begin, form_buttons, is_answer, values_of
from handlers.operator.buttons import OverseeAct, OverseePress
from handlers.operator.who import is_operator
from handlers.says import Rows, Says, answer, edit, message
from handlers.texts import Texts
from handlers.wording import rating_text
from orders.commands import CountOutcome, HideReview, OverseerCommand, ShowReview, VoidOutcome
from orders.order import Order
from orders.rating import Outcome, among, rating_of, without
from orders.refusals import TextExpected
from orders.written import REASON, VOID_REASON

router = Router(name="overseeing")

#: What needs a reason, and how long it may be.
_REASONS = {OverseeAct.VOID: VOID_REASON, OverseeAct.HIDE: REASON}


class Overseeing(StatesGroup):
    """The form."""

    reason = State()
    preview = State()


@router.callback_query(OverseePress.filter(), is_operator)
async def begin_act(
    pressed: CallbackQuery,
    callback_data: OverseePress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """What takes something away needs a reason; what gives it back is only looked at once more."""
    number, act = callback_data.number, callback_data.act
    bounds = _REASONS.get(act)
    order, _ = await orders.foresee(number, _command(act, person.id, "?" * (bounds[0] if bounds else 1)))
    values = {"number": number, "act": act}
    if bounds is None:
        await begin(state, Overseeing.preview, update_number, **values)
        shown = await _preview(texts, order, orders, {**values, "form": update_number})
        return [answer(pressed), message(person, *shown)]
    await begin(state, Overseeing.reason, update_number, **values)
    text = texts(f"oversee-ask-{act}", number=str(number), least=bounds[0], most=bounds[1])
    return [answer(pressed), message(person, text, [form_buttons(texts, update_number, FormStep.CANCEL)])]


@router.message(Overseeing.reason, is_answer, is_operator)
@router.message(Overseeing.preview, is_answer, is_operator)
async def take_reason(written: Message, person: Person, texts: Texts, orders: OrderDesk, state: FSMContext) -> Says:
    """What will be so. A reason written below a preview takes its place."""
    if written.text is None:
        raise TextExpected
    values = await values_of(state)
    order, _ = await orders.foresee(values["number"], _command(OverseeAct(values["act"]), person.id, written.text))
    await state.set_state(Overseeing.preview)
    await state.update_data(reason=written.text)
    return [message(person, *await _preview(texts, order, orders, {**values, "reason": written.text}))]


@router.callback_query(Overseeing.preview, FormPress.filter(F.step == FormStep.SEND), is_operator)
async def carry_out(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
) -> Says:
    """Whom it concerns is told. Whoever comes second hears that it is so already."""
    values = await values_of(state, callback_data)
    act = OverseeAct(values["act"])
    order = await orders.arbitrate(values["number"], _command(act, person.id, values.get("reason", "")))
    await state.clear()
    look = button(texts.plain("button-open-order", number=str(order.number)), OrderLookPress(number=order.number))
    return [answer(pressed), edit(pressed, texts(f"oversee-done-{act}", number=str(order.number)), [[look]])]


@router.callback_query(Overseeing.reason, FormPress.filter(F.step == FormStep.CANCEL))
@router.callback_query(Overseeing.preview, FormPress.filter(F.step == FormStep.CANCEL))
async def leave(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """«Отмена»: everything is as it was."""
    values = await values_of(state, callback_data)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("oversee-left", number=str(values["number"])))]


def _command(act: OverseeAct, by: int, reason: str) -> OverseerCommand:
    match act:
        case OverseeAct.VOID:
            return VoidOutcome(by, reason)
        case OverseeAct.COUNT:
            return CountOutcome(by)
        case OverseeAct.HIDE:
            return HideReview(by, reason)
        case OverseeAct.SHOW:
            return ShowReview(by)
        case _:
            assert_never(act)


async def _preview(texts: Texts, order: Order, orders: OrderDesk, values: Mapping[str, Any]) -> tuple[Text, Rows]:
    act, form = OverseeAct(values["act"]), values["form"]
    outcomes = await orders.outcomes(order.seller_id)
    lines = [
        Bold(texts.plain(f"oversee-heading-{act}", number=str(order.number))),
        texts(f"oversee-means-{act}"),
        *_rating(texts, order, act, outcomes),
        *([texts("oversee-reason"), BlockQuote(values["reason"])] if "reason" in values else []),
    ]
    rows = [
        [button(texts.plain(f"oversee-button-{act}"), FormPress(step=FormStep.SEND, form=form), Style.MAIN)],
        form_buttons(texts, form, FormStep.CANCEL),
    ]
    return as_list(*lines), rows


def _rating(texts: Texts, order: Order, act: OverseeAct, outcomes: tuple[Outcome, ...]) -> Iterator[Text]:
    """What becomes of the seller's rating."""
    ending, ended_at = order.ending, order.ended_at
    if act not in {OverseeAct.VOID, OverseeAct.COUNT} or ending is None or ended_at is None or ending.effect is None:
        return
    yield texts(f"ending-{ending.replace('_', '-')}")
    one = Outcome(order.number, ending, ending.effect, ended_at)
    changed = without(outcomes, order.number) if act is OverseeAct.VOID else among(outcomes, one)
    before, after = rating_text(texts, rating_of(outcomes)), rating_text(texts, rating_of(changed))
    yield texts("oversee-rating", before=before, after=after)
