"""The reader of what is being said now."""

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.card import Reader
from handlers.texts import Texts


def reader_of(person: Person, texts: Texts, orders: OrderDesk) -> Reader:
    """A person without a time zone of their own reads times in the operator's."""
    zone = person.timezone or orders.policy.business_timezone
    return Reader(person=person, texts=texts, zone=zone, now=orders.now, policy=orders.policy)
