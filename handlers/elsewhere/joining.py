"""The buyer of an order from elsewhere opens its link and joins."""

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from desk.elsewhere_desk import ElsewhereDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from desk.posts import fresh_card
from handlers.elsewhere.buttons import JoinPress
from handlers.elsewhere.screens import invited_screen
from handlers.menu.rooms import menu_button
from handlers.reader import reader_of
from handlers.refusals import refusal_sentence
from handlers.says import Say, Says, answer, edit, message
from handlers.texts import Texts
from orders.order import Order
from orders.refusals import Refusal
from orders.status import Side

router = Router(name="joining an order")

_PREFIX = "j_"


@router.message(CommandStart(deep_link=True, magic=F.args.startswith(_PREFIX)))
async def open_invitation(
    _: Message,
    command: CommandObject,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    elsewhere: ElsewhereDesk,
    unit: Unit,
) -> Says:
    """What it is about; who has joined gets the card. A form that is open stays open."""
    code = (command.args or "").removeprefix(_PREFIX)
    try:
        order = await elsewhere.invited(code, person.id)
    except Refusal as refusal:
        return [message(person, texts("refused", sentence=refusal_sentence(texts, refusal)), [[menu_button(texts)]])]
    if order.side_of(person.id) is Side.BUYER:
        return [fresh_card(order, Side.BUYER)]
    seller = await unit.people.get(order.seller_id)
    name = seller.name if seller is not None else texts.plain("somebody")
    return [message(person, *invited_screen(reader_of(person, texts, orders), order, code, name))]


@router.callback_query(JoinPress.filter())
async def join(
    pressed: CallbackQuery, callback_data: JoinPress, person: Person, texts: Texts, elsewhere: ElsewhereDesk
) -> Says:
    """From now on the order has two sides. Pressed twice, it shows the card again."""
    order = await elsewhere.invited(callback_data.code, person.id)
    if order.side_of(person.id) is Side.BUYER:
        return [answer(pressed, texts.plain("joined-already")), fresh_card(order, Side.BUYER)]
    order = await elsewhere.join(callback_data.code, person.id)
    return [answer(pressed), _joined(pressed, texts, order)]


def _joined(pressed: CallbackQuery, texts: Texts, order: Order) -> Say:
    return edit(pressed, texts("join-done", number=str(order.number)))
