"""Telegram asks before it takes somebody's money. The answer is read off the database and changes nothing."""

from aiogram.methods import AnswerPreCheckoutQuery
from aiogram.types import PreCheckoutQuery

from desk.cash_desk import command_of
from desk.money import Payment
from desk.people import Standing
from desk.ports import Unit
from handlers.refusals import refusal_sentence
from handlers.texts import Texts
from orders.money import Money
from orders.order import Order
from orders.payment import Bill, Charge, PaymentMethod
from orders.policy import Policy
from orders.refusals import Banned, NoSuchOrder, Refusal, SellerStopped
from orders.transition import transition


async def verdict(
    query: PreCheckoutQuery, texts: Texts, unit: Unit, policy: Policy, now: int
) -> AnswerPreCheckoutQuery:
    """A yes to what could be paid this very moment: this order, this payer, this amount in this currency."""
    try:
        await _check(query, unit, policy, now)
    except Refusal as refusal:
        sentence = refusal_sentence(texts, refusal)
        return AnswerPreCheckoutQuery(pre_checkout_query_id=query.id, ok=False, error_message=sentence)
    return AnswerPreCheckoutQuery(pre_checkout_query_id=query.id, ok=True)


async def _check(query: PreCheckoutQuery, unit: Unit, policy: Policy, now: int) -> None:
    payer = await unit.people.get(query.from_user.id)
    if payer is not None and payer.standing is Standing.BANNED:
        raise Banned
    bill = Bill.of(query.invoice_payload)
    order = None if bill is None else await unit.orders.get(bill.order_number)
    if bill is None or order is None:
        raise NoSuchOrder
    payment = Payment(
        charge=Charge(query.id, Money(query.total_amount, query.currency)),
        provider_charge_id="",
        payer_id=query.from_user.id,
        payload=query.invoice_payload,
        method=order.method if order.method.holds_money else PaymentMethod.STARS,
    )
    transition(order, command_of(bill, payment), now, policy)
    seller = await unit.people.get(order.seller_id)
    if seller is not None and not _may_be_paid(seller.standing, order):
        raise SellerStopped


def _may_be_paid(seller: Standing, order: Order) -> bool:
    """Who is paused finishes the orders that are paid; who is banned can do nothing for the money."""
    return seller is Standing.GOOD or (seller is Standing.PAUSED and order.paid_at is not None)
