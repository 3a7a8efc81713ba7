"""All of an order that a file tells."""

from dataclasses import dataclass

from desk.people import Person
from desk.ports import RecordedFact, Unit
from handlers.card import Reader
from handlers.sides import person_on
from orders.order import Order
from orders.status import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeOrder:
    """As it is recorded now, for one reader."""

    reader: Reader
    order: Order
    seller: Person | None
    buyer: Person | None
    facts: tuple[RecordedFact, ...]

    @property
    def is_for_operator(self) -> bool:
        """Neither side reads it."""
        return self.order.side_of(self.reader.person.id) is None

    def name(self, side: Side) -> str | None:
        """What the other side sees of a person."""
        person = self.seller if side is Side.SELLER else self.buyer
        return None if person is None else person.name


async def whole_order(reader: Reader, order: Order, unit: Unit) -> WholeOrder:
    """The order, its people and its history."""
    return WholeOrder(
        reader=reader,
        order=order,
        seller=await unit.people.get(order.seller_id),
        buyer=await person_on(unit, order, Side.BUYER),
        facts=await unit.orders.history(order.number),
    )


def may_export(order: Order, person_id: int, admin_ids: frozenset[int]) -> bool:
    """The two sides and the operator. Whether the seller has heard of the order yet is asked of the desk."""
    return order.side_of(person_id) is not None or person_id in admin_ids
