"""The moment of payment: the buyer's word where the sides settle between themselves, else the money itself."""

from orders import commands as c
from orders import facts as f
from orders.change import Change, expect, next_turn
from orders.gig import Terms
from orders.money import check_price
from orders.order import Order, Running
from orders.payment import Charge
from orders.policy import Policy
from orders.refusals import InvoiceTooDear, PaidByInvoice, PaidDirectly, PriceOutOfRange, WrongAmount
from orders.status import Side, Status


def check_invoice(terms: Terms, policy: Policy) -> None:
    """Raises: InvoiceTooDear: the bot is to take more than one invoice can ask for."""
    if not policy.payment_method.holds_money:
        return
    try:
        check_price(terms.price)
    except PriceOutOfRange as bounds:
        raise InvoiceTooDear(bounds.least, bounds.most, bounds.currency) from None


def confirm(order: Order, side: Side, now: int, policy: Policy) -> Change:
    """«Подтвердить заказ»."""
    expect(order, side, now, Side.BUYER, Status.AWAITING_PAYMENT)
    if order.method.holds_money:
        raise PaidByInvoice
    return _paid(order, None, now, policy)


def take(order: Order, command: c.TakePayment, side: Side, now: int, policy: Policy) -> Change:
    """The money is here. Asked before it, too: Telegram takes it only after a yes."""
    expect(order, side, now, Side.BUYER, Status.AWAITING_PAYMENT)
    if not order.method.holds_money:
        raise PaidDirectly
    if command.charge.money != order.terms.price:
        raise WrongAmount
    return _paid(order, command.charge, now, policy)


def _paid(order: Order, charge: Charge | None, now: int, policy: Policy) -> Change:
    start_until = now + policy.start_window
    paid = next_turn(order, status=Status.NOT_STARTED, paid_at=now, clock=Running(start_until))
    return Change(paid, (f.OrderPaid(start_until, charge),))
