"""People as the operator sees them; pausing a seller, closing the bot to somebody, and taking that back."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.formatting import Bold, Code, Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person, Standing
from desk.person_desk import PersonDesk
from desk.ports import OrdersFilter
from handlers.buttons import (
    FormStep,
    OrderLookPress,
    PersonAct,
    PersonPress,
    RatingPress,
    ReviewsOf,
    ReviewsPress,
    Style,
    button,
)
from handlers.card import Reader, status_label
from handlers.form import begin, form_buttons, is_answer, values_of
from handlers.operator.desk import back_button
from handlers.operator.unit import OperatorUnit
from handlers.operator.who import is_operator
from handlers.reader import reader_of
from handlers.replies import reply
from handlers.says import Rows, Says, answer, edit, message
from handlers.setup import Setup
from handlers.texts import Texts, texts_in
from handlers.wording import price, rating_text, shortened
from orders.content import visible
from orders.ledger import AccountKind
from orders.refusals import NoSuchPerson, ReasonLength, TextExpected, WrongSide

router = Router(name="people as the operator sees them")

REASON = (3, 500)
_ORDERS_SHOWN = 8
_LABEL_MAX = 48
_BECOMES = {PersonAct.PAUSE: Standing.PAUSED, PersonAct.BAN: Standing.BANNED}


class Judging(StatesGroup):
    """The form: why."""

    reason = State()


@router.callback_query(PersonPress.filter(F.act == PersonAct.OPEN), is_operator)
async def look(
    _: CallbackQuery,
    callback_data: PersonPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: OperatorUnit,
) -> Says:
    """Below. Raises: NoSuchPerson."""
    whom = await _whom(callback_data.id, unit)
    return [message(person, *await person_screen(reader_of(person, texts, orders), whom, orders, unit))]


@router.callback_query(PersonPress.filter(F.act.in_(_BECOMES)), is_operator)
async def ask_why(
    pressed: CallbackQuery,
    callback_data: PersonPress,
    texts: Texts,
    unit: OperatorUnit,
    state: FSMContext,
    setup: Setup,
    update_number: int,
) -> Says:
    """They will read it. Operators do not judge each other here. Raises: NoSuchPerson, WrongSide."""
    whom = await _whom(callback_data.id, unit)
    if whom.id in setup.admin_ids:
        raise WrongSide
    await begin(state, Judging.reason, update_number, whom=whom.id, act=callback_data.act)
    text = texts(f"operator-ask-{callback_data.act}", name=Bold(whom.name), least=REASON[0], most=REASON[1])
    return [answer(pressed), edit(pressed, text, [form_buttons(texts, update_number, FormStep.CANCEL)])]


@router.message(Judging.reason, is_answer, is_operator)
async def judge(
    written: Message,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    people: PersonDesk,
    unit: OperatorUnit,
    state: FSMContext,
) -> Says:
    """From now on; both are told."""
    if written.text is None:
        raise TextExpected
    reason = visible(written.text)
    if not REASON[0] <= len(reason) <= REASON[1]:
        raise ReasonLength(*REASON, len(reason))
    values = await values_of(state)
    whom = await _whom(values["whom"], unit)
    await state.clear()
    standing = _BECOMES[PersonAct(values["act"])]
    return await _become(whom, standing, reason, reader_of(person, texts, orders), orders, people, unit)


@router.callback_query(PersonPress.filter(F.act == PersonAct.FORGIVE), is_operator)
async def forgive(
    pressed: CallbackQuery,
    callback_data: PersonPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    people: PersonDesk,
    unit: OperatorUnit,
) -> Says:
    """Everything is as before. Pressed twice it tells nobody twice. Raises: NoSuchPerson."""
    whom = await _whom(callback_data.id, unit)
    if whom.standing is Standing.GOOD:
        return [answer(pressed, texts.plain("operator-is-good"), alert=True)]
    return await _become(whom, Standing.GOOD, None, reader_of(person, texts, orders), orders, people, unit)


async def person_screen(reader: Reader, whom: Person, orders: OrderDesk, unit: OperatorUnit) -> tuple[Text, Rows]:
    """Text and buttons: standing, rating, balance, their orders with the soonest clock first."""
    texts = reader.texts
    page = await unit.orders.page(whom.id, OrdersFilter.ALL, 0, _ORDERS_SHOWN)
    rating = await orders.rating(whom.id)
    balance = await unit.ledger.balance(AccountKind.SELLER, whom.id)
    username = [texts("operator-person-username", username=f"@{whom.username}")] if whom.username else []
    why = [texts("operator-person-reason", reason=whom.standing_reason)] if whom.standing_reason else []
    text = as_list(
        Bold(whom.name),
        texts("operator-person-id", person=Code(str(whom.id))),
        *username,
        texts(f"operator-standing-{whom.standing}"),
        *why,
        texts("operator-person-rating", rating=rating_text(texts, rating), kept=rating.kept, broken=rating.broken),
        *(texts("operator-person-balance", amount=price(texts, money)) for money in balance),
        texts("operator-person-orders", n=page.total),
    )
    of_orders = [
        [
            button(
                shortened(
                    f"№{order.number} · {status_label(texts, order, reader.now)} · {order.terms.title}", _LABEL_MAX
                ),
                OrderLookPress(number=order.number),
            )
        ]
        for order in page.orders
    ]
    counts = await unit.reviews.counts_of_seller(whom.id)
    of_seller = [
        button(texts.plain("button-rating"), RatingPress(seller=whom.id)),
        button(texts.plain("button-reviews", n=counts.total), ReviewsPress(of=ReviewsOf.SELLER, id=whom.id)),
    ]
    return text, [*of_orders, of_seller, _judgements(texts, whom), [back_button(texts)]]


def _judgements(texts: Texts, whom: Person) -> list[InlineKeyboardButton]:
    def press(act: PersonAct, style: Style | None = None) -> InlineKeyboardButton:
        return button(texts.plain(f"operator-button-{act}"), PersonPress(id=whom.id, act=act), style)

    match whom.standing:
        case Standing.GOOD:
            return [press(PersonAct.PAUSE), press(PersonAct.BAN, Style.STOP)]
        case Standing.PAUSED:
            return [press(PersonAct.FORGIVE, Style.GO), press(PersonAct.BAN, Style.STOP)]
        case _:
            return [press(PersonAct.FORGIVE, Style.GO)]


async def _become(
    whom: Person,
    standing: Standing,
    reason: str | None,
    reader: Reader,
    orders: OrderDesk,
    people: PersonDesk,
    unit: OperatorUnit,
) -> Says:
    whom = await people.change(replace(whom, standing=standing, standing_reason=reason))
    theirs = texts_in(whom.speaks)
    told = theirs(f"standing-now-{standing}", reason=reason or "")
    return [
        reply(whom.id, message(whom, told)),
        message(reader.person, *await person_screen(reader, whom, orders, unit)),
    ]


async def _whom(person_id: int, unit: OperatorUnit) -> Person:
    whom = await unit.people.get(person_id)
    if whom is None:
        raise NoSuchPerson
    return whom
