"""Money has arrived. Telegram tells of it at least once; it counts once."""

from aiogram import F, Router
from aiogram.methods import SendMessage
from aiogram.types import Message

from desk.cash_desk import CashDesk, Taken
from desk.money import Payment
from desk.people import Person
from handlers.menu.rooms import menu_button
from handlers.says import Says, message
from handlers.texts import Texts
from handlers.wording import price
from orders.money import Money
from orders.payment import Charge, PaymentMethod

router = Router(name="payments")

STARS = "XTR"


@router.message(F.successful_payment)
async def take(paid: Message, person: Person, texts: Texts, cash: CashDesk) -> Says:
    """Both sides learn of it by the order's news; what nothing can be bought with is owed back, and the payer told."""
    told = paid.successful_payment
    if told is None:
        raise AssertionError("the filter lets only payments through")
    method = PaymentMethod.STARS if told.currency == STARS else PaymentMethod.PROVIDER
    payment = Payment(
        charge=Charge(told.telegram_payment_charge_id, Money(told.total_amount, told.currency)),
        provider_charge_id=told.provider_payment_charge_id,
        payer_id=person.id,
        payload=told.invoice_payload,
        method=method,
    )
    return [stray_message(person, texts, payment)] if await cash.take(payment) is Taken.OWED_BACK else []


def stray_message(payer: Person, texts: Texts, payment: Payment) -> SendMessage:
    """There is nothing left to be paid with it."""
    text = texts("payment-stray", amount=price(texts, payment.charge.money), method=payment.method)
    return message(payer, text, [[menu_button(texts)]])
