"""An order as the operator sees it: both sides by name and id, and where its money is."""

from collections.abc import Iterator

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.formatting import BlockQuote, Bold, Code, Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import OrderLookPress, PersonAct, PersonPress, ReviewPress, button
from handlers.card import Reader, clock_lines, status_label
from handlers.history.export_buttons import export_buttons
from handlers.operator.buttons import OverseeAct, OverseePress
from handlers.operator.desk import back_button
from handlers.operator.unit import OperatorUnit
from handlers.operator.who import is_operator
from handlers.reader import reader_of
from handlers.says import Rows, Says, message
from handlers.sides import person_on
from handlers.texts import Texts
from handlers.wording import ending_line, price
from orders.ledger import AccountKind
from orders.order import NOBODY, Order
from orders.refusals import NoSuchOrder
from orders.status import Side

router = Router(name="orders as the operator sees them")


@router.callback_query(OrderLookPress.filter(), is_operator)
async def look(
    _: CallbackQuery,
    callback_data: OrderLookPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: OperatorUnit,
) -> Says:
    """Below; what was found stays. Raises: NoSuchOrder."""
    order = await unit.orders.get(callback_data.number)
    if order is None:
        raise NoSuchOrder
    return [message(person, *await order_screen(reader_of(person, texts, orders), order, unit))]


async def order_screen(reader: Reader, order: Order, unit: OperatorUnit) -> tuple[Text, Rows]:
    """Text and buttons: both people, and the whole order as a file."""
    people = {side: await person_on(unit, order, side) for side in Side}
    held = await unit.ledger.balance(AccountKind.ESCROW, order.number)
    payments = await unit.payments.of_order(order.number)
    texts = reader.texts
    lines = [
        Bold(texts.plain("order-title", number=str(order.number), title=order.terms.title)),
        *(_side(texts, order, side, people[side]) for side in Side),
        texts("card-price", price=price(texts, order.terms.price)),
        texts(f"operator-method-{order.method}"),
        texts("card-status", status=Bold(status_label(texts, order, reader.now))),
        *_ending(texts, order),
        *_review(texts, order),
        *clock_lines(reader, order),
        *(texts("operator-order-held", amount=Bold(price(texts, money))) for money in held),
        *(
            texts(
                "operator-order-charge",
                amount=price(texts, payment.charge.money),
                charge=Code(payment.provider_charge_id or payment.charge.id),
            )
            for payment in payments
        ),
    ]
    rows = [
        [
            button(texts.plain(f"history-{side}"), PersonPress(id=order.person_on(side), act=PersonAct.OPEN))
            for side in Side
            if order.person_on(side) != NOBODY
        ],
        *overseeing_rows(texts, order),
        export_buttons(texts, order),
        [back_button(texts)],
    ]
    return as_list(*lines), rows


def _side(texts: Texts, order: Order, side: Side, person: Person | None) -> Text:
    name = person.name if person is not None else texts.plain("somebody")
    if order.person_on(side) == NOBODY:
        return texts("operator-order-alone", name=Bold(name))
    return texts(f"operator-order-{side}", name=Bold(name), person=Code(str(order.person_on(side))))


def _ending(texts: Texts, order: Order) -> Iterator[Text]:
    yield from filter(None, [ending_line(texts, order)])
    if order.voided is not None:
        yield texts("operator-voided", reason=order.voided)


def _review(texts: Texts, order: Order) -> Iterator[Text]:
    review = order.review
    if review is None:
        return
    yield texts("card-review", mood=review.mood)
    if review.hidden is not None:
        yield texts("operator-review-hidden", reason=review.hidden)
    if review.text:
        yield BlockQuote(review.text)
    if review.answer is not None:
        yield texts("review-answer")
        yield BlockQuote(review.answer)


def overseeing_rows(texts: Texts, order: Order) -> Rows:
    """What can be set right after the end: whether it counts, and whether its review is seen."""
    acts = []
    if order.ending is not None and order.ending.effect is not None and order.origin.counts:
        acts.append(OverseeAct.VOID if order.voided is None else OverseeAct.COUNT)
    rows = [[_oversee(texts, order, act)] for act in acts]
    if order.review is not None:
        act = OverseeAct.HIDE if order.review.hidden is None else OverseeAct.SHOW
        photo = (
            [button(texts.plain("operator-button-review-photo"), ReviewPress(number=order.number))]
            if order.review.photo is not None
            else []
        )
        rows.append([_oversee(texts, order, act), *photo])
    return rows


def _oversee(texts: Texts, order: Order, act: OverseeAct) -> InlineKeyboardButton:
    return button(texts.plain(f"operator-button-{act}"), OverseePress(number=order.number, act=act))
