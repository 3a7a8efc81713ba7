"""Opening an order: its card comes to the end of the chat."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.posts import fresh_card
from handlers.buttons import Move, OrderPress
from handlers.says import Says
from orders.refusals import NoSuchOrder

router = Router(name="opening an order")


@router.callback_query(OrderPress.filter(F.move == Move.OPEN))
async def open_order(_: CallbackQuery, callback_data: OrderPress, person: Person, orders: OrderDesk) -> Says:
    """From any button, however old: reading has no turn."""
    order = await orders.open(callback_data.number, person.id)
    side = order.side_of(person.id)
    if side is None:
        raise NoSuchOrder
    return [fresh_card(order, side)]
