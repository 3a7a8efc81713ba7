"""«Отменить заказ» with a reason that the other side judges: reason, explanation, preview, sending (SPEC 4)."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.formatting import BlockQuote, Bold, Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import FormPress, FormStep, Move, OrderPress, ReasonPress, Style, button
from handlers.form import begin, is_answer, values_of
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from handlers.wording import rating_text
from orders.commands import RequestCancellation
from orders.order import BUYER_REASONS, SELLER_REASONS, CancelReason, Effect, Order
from orders.rating import Rating
from orders.refusals import TextExpected
from orders.status import Side
from orders.written import EXPLANATION, check_explanation

router = Router(name="cancelling")

#: Stands for the explanation while the rules are only asked whether a request is possible.
_SOME_EXPLANATION = "?" * EXPLANATION[0]


class Cancelling(StatesGroup):
    """The form."""

    explanation = State()
    preview = State()


@router.callback_query(OrderPress.filter(F.move.in_({Move.CANCEL, Move.ASK_CANCEL})))
async def choose_reason(
    pressed: CallbackQuery, callback_data: OrderPress, person: Person, texts: Texts, orders: OrderDesk
) -> Says:
    """First the reason; nothing is said to the other side yet."""
    probe = RequestCancellation(person.id, CancelReason.OTHER, _SOME_EXPLANATION)
    order = await orders.check(callback_data.number, probe)
    side = order.side_of(person.id)
    reasons = SELLER_REASONS if side is Side.SELLER else BUYER_REASONS
    rows = [[_reason_button(texts, order, reason)] for reason in reasons]
    text = texts(f"cancel-choose-reason-{side}", number=str(order.number))
    return [answer(pressed), message(person, text, [*rows, [_stay(texts, order)]])]


@router.callback_query(ReasonPress.filter())
async def ask_explanation(
    pressed: CallbackQuery,
    callback_data: ReasonPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """Then the explanation, in the person's own words."""
    if callback_data.stay:
        return [answer(pressed), edit(pressed, texts("cancel-stayed", number=str(callback_data.number)))]
    probe = RequestCancellation(person.id, callback_data.reason, _SOME_EXPLANATION)
    order = await orders.check(callback_data.number, probe)
    await begin(state, Cancelling.explanation, update_number, number=order.number, reason=callback_data.reason)
    text = as_list(
        Bold(texts.plain(f"reason-{callback_data.reason.replace('_', '-')}")),
        texts(f"cancel-ask-explanation-{order.side_of(person.id)}", least=EXPLANATION[0], most=EXPLANATION[1]),
    )
    return [answer(pressed), edit(pressed, text, [[_quit(texts, update_number)]])]


@router.message(Cancelling.explanation, is_answer)
async def preview(written: Message, person: Person, texts: Texts, orders: OrderDesk, state: FSMContext) -> Says:
    """What the other side will read and, for a seller, what each verdict would make of the rating."""
    if written.text is None:
        raise TextExpected
    explanation = check_explanation(written.text)
    values = await values_of(state)
    reason = CancelReason(values["reason"])
    order = await orders.check(values["number"], RequestCancellation(person.id, reason, explanation))
    await state.set_state(Cancelling.preview)
    await state.update_data(explanation=explanation)
    side = order.side_of(person.id)
    body: list[Text] = [
        texts(f"cancel-preview-{side}", number=str(order.number)),
        Bold(texts.plain(f"reason-{reason.replace('_', '-')}")),
        BlockQuote(explanation),
    ]
    if side is Side.SELLER and not order.is_rated:
        body.append(Text("\n", texts("cancel-unrated")))
    elif side is Side.SELLER:
        body.append(_consequences(texts, await orders.rating(person.id)))
    send = FormPress(step=FormStep.SEND, form=values["form"])
    rows = [
        [button(texts.plain(f"button-send-to-{order.side_of(person.id)}"), send, Style.STOP)],
        [button(texts.plain("button-rewrite"), FormPress(step=FormStep.BACK, form=values["form"]))],
        [_quit(texts, values["form"])],
    ]
    return [message(person, as_list(*body), rows)]


@router.callback_query(Cancelling.preview, FormPress.filter(F.step == FormStep.BACK))
async def rewrite(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """Back to the explanation."""
    values = await values_of(state, callback_data)
    await state.set_state(Cancelling.explanation)
    text = texts("cancel-rewrite", least=EXPLANATION[0], most=EXPLANATION[1])
    return [answer(pressed), edit(pressed, text, [[_quit(texts, values["form"])]])]


@router.callback_query(Cancelling.preview, FormPress.filter(F.step == FormStep.SEND))
async def send(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
) -> Says:
    """The request goes to the other side; the clock is frozen."""
    values = await values_of(state, callback_data)
    command = RequestCancellation(person.id, CancelReason(values["reason"]), values["explanation"])
    order = await orders.perform(values["number"], command)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("cancel-sent", number=str(order.number)))]


@router.callback_query(Cancelling.preview, FormPress.filter(F.step == FormStep.CANCEL))
@router.callback_query(Cancelling.explanation, FormPress.filter(F.step == FormStep.CANCEL))
async def stay(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """«Не отменять»: nothing was sent."""
    values = await values_of(state, callback_data)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("cancel-stayed", number=str(values["number"])))]


def _consequences(texts: Texts, rating: Rating) -> Text:
    return as_list(
        texts("cancel-rating-now", rating=rating_text(texts, rating)),
        texts("cancel-rating-excused", rating=rating_text(texts, rating)),
        texts("cancel-rating-blamed", rating=rating_text(texts, rating.after(Effect.BROKEN))),
        Text("\n", texts("cancel-advice")),
    )


def _reason_button(texts: Texts, order: Order, reason: CancelReason) -> InlineKeyboardButton:
    press = ReasonPress(number=order.number, reason=reason)
    return button(texts.plain(f"reason-{reason.replace('_', '-')}"), press)


def _stay(texts: Texts, order: Order) -> InlineKeyboardButton:
    press = ReasonPress(number=order.number, reason=CancelReason.OTHER, stay=True)
    return button(texts.plain("button-do-not-cancel"), press, Style.MAIN)


def _quit(texts: Texts, form: int) -> InlineKeyboardButton:
    return button(texts.plain("button-do-not-cancel"), FormPress(step=FormStep.CANCEL, form=form), Style.MAIN)
