"""The invoice of an order or an option, as it is now."""

from aiogram.methods import SendInvoice
from aiogram.types import InlineKeyboardButton, LabeledPrice
from pydantic import SecretStr

from handlers.buttons import Move
from handlers.card import Reader
from handlers.order_buttons import OrderButtons
from handlers.says import keyboard
from handlers.wording import price, shortened
from orders.commands import PersonCommand, TakeOptionPayment, TakePayment
from orders.money import Money
from orders.order import Order
from orders.payment import Bill, Charge, PaymentMethod
from orders.refusals import NoSuchOption, Refusal
from orders.status import Side
from orders.transition import transition

#: What the link of a forwarded invoice carries: whoever taps it opens the order instead of paying for it.
LINK = "p_"
#: Telegram's bounds.
_TITLE, _DESCRIPTION = 32, 255


def payment_of(order: Order, option: int | None, payer: int) -> PersonCommand:
    """Paying now for an order or an option of it, as the rules are asked before any money moves.

    Raises: NoSuchOption.
    """
    money, _ = _billed(order, option)
    charge = Charge("", money)
    return TakePayment(payer, charge) if option is None else TakeOptionPayment(payer, option, charge)


def invoice_message(
    reader: Reader, order: Order, option: int | None, provider_token: SecretStr | None
) -> SendInvoice | None:
    """None where there is nothing to be paid any more."""
    try:
        transition(order, payment_of(order, option, order.buyer_id), reader.now, reader.policy)
    except Refusal:
        return None
    texts = reader.texts
    money, what = _billed(order, option)
    buttons = OrderButtons(texts, order, Side.BUYER, reader.now, reader.policy)
    pay = InlineKeyboardButton(text=texts.plain("button-pay-now", price=price(texts, money)), pay=True)
    token = provider_token if order.method is PaymentMethod.PROVIDER else None
    return SendInvoice(
        chat_id=reader.person.id,
        title=texts.plain("card-number", number=str(order.number)),
        description=shortened(texts.plain("invoice-description", what=what), _DESCRIPTION),
        payload=Bill(order.number, option).payload,
        currency=money.currency,
        prices=[LabeledPrice(label=shortened(what, _TITLE), amount=money.amount)],
        provider_token="" if token is None else token.get_secret_value(),
        start_parameter=f"{LINK}{order.number}",
        reply_markup=keyboard([[pay], [buttons.button(Move.OPEN)]]),
    )


def _billed(order: Order, option: int | None) -> tuple[Money, str]:
    """How much, and for what."""
    if option is None:
        return order.terms.price, order.terms.title
    for each in order.options:
        if each.number == option:
            return each.price, each.title
    raise NoSuchOption
