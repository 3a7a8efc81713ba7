"""«Оплатить»: the invoice comes to the end of the chat. The money moves only when it is paid there."""

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.posts import fresh_card, invoice
from handlers.buttons import Move, OrderPress
from handlers.paying.invoice import LINK, payment_of
from handlers.says import Says, answer
from handlers.texts import Texts
from orders.order import Order
from orders.refusals import NoSuchOrder

router = Router(name="billing")

#: Digits of a number that the database can hold.
_DIGITS_MOST = 18


@router.callback_query(OrderPress.filter(F.move == Move.BILL))
async def bill(
    pressed: CallbackQuery, callback_data: OrderPress, person: Person, texts: Texts, orders: OrderDesk
) -> Says:
    """As often as it is pressed: an invoice for what is paid already is refused before any money moves."""
    order = await billed(callback_data.number, None, person, orders, callback_data.turn)
    return [answer(pressed, texts.plain("invoice-comes")), invoice(order)]


@router.message(CommandStart(deep_link=True, magic=F.args.startswith(LINK)))
async def open_by_invoice(_: Message, command: CommandObject, person: Person, orders: OrderDesk) -> Says:
    """The link of a forwarded invoice opens the order, for its sides only. Raises: NoSuchOrder."""
    number = (command.args or "").removeprefix(LINK)
    if not number.isascii() or not number.isdigit() or len(number) > _DIGITS_MOST:
        raise NoSuchOrder
    order = await orders.open(int(number), person.id)
    side = order.side_of(person.id)
    if side is None:
        raise NoSuchOrder
    return [fresh_card(order, side)]


async def billed(number: int, option: int | None, person: Person, orders: OrderDesk, turn: int | None = None) -> Order:
    """The order, if this person could pay now for it or for an option of it. Raises: Refusal."""
    order = await orders.open(number, person.id)
    return await orders.check(number, payment_of(order, option, person.id), turn)
