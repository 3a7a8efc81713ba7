"""The other side of an order, as it is named to the reader."""

from desk.people import Person
from desk.ports import Unit
from orders.order import NOBODY, Order
from orders.status import Side


async def person_on(unit: Unit, order: Order, side: Side) -> Person | None:
    """Who is on that side; of an order that no buyer has joined, whom its seller has named. None: nobody known."""
    if side is Side.BUYER and order.is_solo:
        return Person(id=NOBODY, first_name=order.counterpart) if order.counterpart else None
    return await unit.people.get(order.person_on(side))
