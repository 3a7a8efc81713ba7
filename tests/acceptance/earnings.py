"""Ways to money on a seller's balance, and short looks at where it is."""

import re
import secrets

from desk.cash_desk import CashDesk
from desk.gig_desk import GigDesk
from desk.money import Payment
from desk.order_desk import OrderDesk
from desk.people import Person as Known
from orders import commands as c
from orders.content import Content
from orders.gig import Terms
from orders.ledger import AccountKind
from orders.money import Money
from orders.payment import Bill, Charge, PaymentMethod
from orders.policy import Policy
from sandbox.chats import Message
from sandbox.person import Person
from tests.acceptance.market import Market

#: In a bot whose operators have these ids.
OPERATORS = {900: "Олег", 901: "Ольга"}


async def operators(market: Market, *languages: str) -> tuple[Person, Person]:
    """Both have pressed Start."""
    people = [
        market.sandbox.people.add(name, person_id=number, language_code=language)
        for (number, name), language in zip(OPERATORS.items(), languages or ("ru", "ru"), strict=True)
    ]
    for person in people:
        await market.starts(person)
    return people[0], people[1]


async def paid(market: Market, seller: Person, buyer: Person, price: str = "150", **gig: str) -> None:
    """An order is placed and paid with Stars."""
    payload = await market.publishes_gig(seller, price=price, questions="", **gig)
    await market.orders(buyer, payload)
    await market.pays(buyer)


async def booked(
    market: Market,
    seller: Person,
    buyer: Person,
    price: Money,
    *,
    title: str = "Логотип для кофейни",
    commission: int = 0,
    is_done: bool = True,
) -> int:
    """An order carried out at the desk itself, without a word in the chats; gives its number.

    So that it can be one of the time when the bot took another currency.
    """
    now = int(market.clock.now())
    method = PaymentMethod.STARS if price.currency == "XTR" else PaymentMethod.PROVIDER
    async with market.app.database.write() as unit:
        desk = OrderDesk(unit, Policy(payment_method=method, currency=price.currency, commission=commission), now)
        for who in (seller, buyer):
            if await unit.people.get(who.id) is None:
                profile = who.profile
                known = Known(id=who.id, first_name=profile.first_name, client_language=profile.language_code)
                await unit.people.save(known, now)
        terms = Terms(title=title, description="Дважды проверено.", questions=(), price=price, term_days=3)
        gig = await GigDesk(unit, now, lambda: secrets.token_hex(4)).publish(seller.id, terms)
        order = await desk.place(gig, buyer.id, ())
        payment = Payment(
            charge=Charge(f"booked-{order.number}", terms.price),
            provider_charge_id="1",
            payer_id=buyer.id,
            payload=Bill(order.number).payload,
            method=method,
        )
        await CashDesk(unit, desk, now).take(payment)
        if is_done:
            await desk.perform(order.number, c.StartWork(seller.id))
            await desk.perform(order.number, c.Deliver(seller.id, Content(text="Готово")))
            await desk.perform(order.number, c.Accept(buyer.id))
        await unit.outbox.hold(seller.id)
        await unit.outbox.hold(buyer.id)
    return order.number


async def balance(market: Market, kind: AccountKind, holder: int) -> tuple[Money, ...]:
    """What is on an account."""
    async with market.app.database.read() as unit:
        return await unit.ledger.balance(kind, holder)


def plain(message: Message) -> str:
    """Its words with breakable spaces."""
    return message.text.replace("\N{NO-BREAK SPACE}", " ")


def sections(text: str) -> list[str]:
    """The lines of a screen, empty ones left out."""
    return [line for line in re.split(r"\n+", text.replace("\N{NO-BREAK SPACE}", " ")) if line]
