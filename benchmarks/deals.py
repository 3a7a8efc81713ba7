"""Orders that wait for «Приступаю к работе», written as the bot itself writes them."""

import secrets
import time
from dataclasses import dataclass
from pathlib import Path

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from orders.commands import ConfirmPayment
from orders.content import Answer, Content
from orders.gig import Terms
from orders.money import Money
from orders.payment import PaymentMethod
from orders.policy import Policy
from storage.database import Database
from storage.units import WriteUnit

#: The sandbox gives ids from here on.
FIRST_PERSON = 1001
_QUESTION = "Что написать на логотипе?"
_ANSWER = Answer(_QUESTION, Content(text="«Зерно», коричневый на белом"))
_DESCRIPTION = "Нарисую логотип в трёх вариантах, исходники в SVG, две правки входят в цену."

#: What a new order's two sides are told.
_POSTS_AT_MOST = 10


@dataclass(frozen=True, slots=True)
class Deal:
    """One order; its title is nobody else's, so that messages about it can be told apart."""

    number: int
    title: str
    seller_id: int
    buyer_id: int


def people_ids(people: int) -> range:
    """The ids of so many people."""
    return range(FIRST_PERSON, FIRST_PERSON + people)


async def write_deals(path: Path, count: int, people: int) -> list[Deal]:
    """So many paid orders, not started. Half of the people sell, the others buy; neighbours in the list share nobody.

    The outbox holds a card for each side of each.
    """
    database = await Database.open(path)
    try:
        async with database.write() as unit:
            return await _write(unit, count, people)
    finally:
        await database.close()


async def _write(unit: WriteUnit, count: int, people: int) -> list[Deal]:
    now = int(time.time())
    for id_ in people_ids(people):
        await unit.people.save(Person(id=id_, first_name=name_of(id_), client_language="ru"), now)
    desk = OrderDesk(unit, Policy(), now)
    gigs = GigDesk(unit, now, lambda: secrets.token_urlsafe(9))
    deals = []
    for index in range(count):
        seller_id, buyer_id = (FIRST_PERSON + 2 * index % people + side for side in (0, 1))
        terms = Terms(
            title=f"Логотип для кофейни {index:05}",
            description=_DESCRIPTION,
            questions=(_QUESTION,),
            price=Money(150_000, "RUB"),
            term_days=3,
        )
        gig = await gigs.publish(seller_id, terms)
        order = await desk.place(gig, buyer_id, (_ANSWER,))
        await desk.perform(order.number, ConfirmPayment(buyer_id))
        deals.append(Deal(order.number, terms.title, seller_id, buyer_id))
    posts = await unit.outbox.after(0, count * _POSTS_AT_MOST)
    await unit.outbox.done([row.id for row in posts if not row.post.body.get("fresh")])
    return deals


async def write_bills(path: Path, count: int, first_person: int) -> list[Deal]:
    """So many orders more that wait for their payment in Stars, each of two people who have no other.

    The outbox holds the invoice of each. `first_person`: how many people there are already.
    """
    database = await Database.open(path)
    try:
        async with database.write() as unit:
            now = int(time.time())
            policy = Policy(payment_method=PaymentMethod.STARS, currency="XTR")
            desk = OrderDesk(unit, policy, now)
            gigs = GigDesk(unit, now, lambda: secrets.token_urlsafe(9))
            bills = []
            for index in range(count):
                seller_id, buyer_id = (FIRST_PERSON + first_person + 2 * index + side for side in (0, 1))
                for id_ in (seller_id, buyer_id):
                    await unit.people.save(Person(id=id_, first_name=name_of(id_), client_language="ru"), now)
                terms = Terms(
                    title=f"Визитка {index:05}",
                    description=_DESCRIPTION,
                    questions=(_QUESTION,),
                    price=Money(150, "XTR"),
                    term_days=3,
                )
                gig = await gigs.publish(seller_id, terms)
                order = await desk.place(gig, buyer_id, (_ANSWER,))
                bills.append(Deal(order.number, terms.title, seller_id, buyer_id))
            return bills
    finally:
        await database.close()


def name_of(person_id: int) -> str:
    """The first name of somebody."""
    return f"Человек {person_id}"
