"""«Индивидуальное предложение» on an order's card: it is for that order's buyer from the start."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from desk.offer_desk import OfferDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.buttons import Move, OrderPress
from handlers.offers.form_screens import form_screen
from handlers.offers.writing import begun, keep
from handlers.reader import reader_of
from handlers.says import Says, answer, message
from handlers.setup import Setup
from handlers.texts import Texts
from orders.refusals import BuyerNotJoined, WrongSide
from orders.status import Side
from orders.transition import expect_open_room

router = Router(name="offer from an order")


@router.callback_query(OrderPress.filter(F.move == Move.OFFER))
async def begin_for_buyer(
    pressed: CallbackQuery,
    callback_data: OrderPress,
    person: Person,
    texts: Texts,
    offers: OfferDesk,
    orders: OrderDesk,
    people: PersonDesk,
    state: FSMContext,
    setup: Setup,
    update_number: int,
) -> Says:
    """As long as the two can write to each other.

    Raises: NoSuchOrder, WrongSide, BuyerNotJoined, RoomClosed, SellerStopped.
    """
    order = await orders.open(callback_data.number, person.id)
    if order.side_of(person.id) is not Side.SELLER:
        raise WrongSide
    if order.is_solo:
        raise BuyerNotJoined
    expect_open_room(order, orders.now)
    await offers.expect_seller(person.id)
    writing = await begun(state, update_number, order.buyer_id, order.number)
    await keep(state, writing)
    reader, buyer = reader_of(person, texts, orders), await people.get(order.buyer_id)
    screen = form_screen(reader, writing, await orders.rating(person.id), setup.currency, buyer)
    return [answer(pressed), message(person, *screen)]
