"""Who reads an order: its two sides, and an operator, who has no card of it."""

from aiogram.types import InlineKeyboardButton

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from handlers.buttons import DisputePress, Move, button, order_button
from handlers.setup import Setup
from handlers.texts import Texts
from orders.order import Order


async def readable(number: int, person: Person, orders: OrderDesk, unit: Unit, setup: Setup) -> Order:
    """The order, for those who may read it. An operator who is a side of it reads it as that. Raises: NoSuchOrder."""
    order = await unit.orders.get(number) if person.id in setup.admin_ids else None
    if order is not None and order.side_of(person.id) is None:
        return order
    return await orders.open(number, person.id)


def way_back(texts: Texts, order: Order, reader_id: int) -> list[InlineKeyboardButton]:
    """To the card; for an operator to the dispute, if there is one."""
    if order.side_of(reader_id) is not None:
        return [order_button(texts.plain("button-open-order", number=str(order.number)), order, Move.OPEN)]
    if order.dispute is None:
        return []
    return [button(texts.plain("button-open-dispute", number=str(order.number)), DisputePress(number=order.number))]
