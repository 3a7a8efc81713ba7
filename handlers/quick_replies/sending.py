"""«Быстрые ответы» in an order: two taps, and the other side has it."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from desk.quick_reply_desk import QuickReplyDesk
from handlers.buttons import Move, OrderPress
from handlers.quick_replies.buttons import ExamplesPress, SendReplyPress
from handlers.quick_replies.screens import Shown, choice, examples, sent
from handlers.refusals import refusal_sentence
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from orders.commands import Say, Saying
from orders.content import Content
from orders.order import Order
from orders.quick_reply import QuickReply, filled
from orders.refusals import NoSuchQuickReply, WrongSide
from orders.status import Side

router = Router(name="sending quick replies")

_SOME_CONTENT = Content(text="?")


@router.callback_query(OrderPress.filter(F.move == Move.QUICK_REPLY))
async def offer(
    pressed: CallbackQuery,
    callback_data: OrderPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: Unit,
    quick_replies: QuickReplyDesk,
    update_number: int,
) -> Says:
    """A message of its own, from any message of the order, however old. Raises: Refusal."""
    order = await _order(callback_data.number, person, orders)
    replies = await quick_replies.of_person(person.id)
    return [answer(pressed), message(person, *await _choice(order, person, texts, unit, replies, update_number))]


@router.callback_query(ExamplesPress.filter(F.number != 0))
async def offer_examples(
    pressed: CallbackQuery,
    callback_data: ExamplesPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: Unit,
    quick_replies: QuickReplyDesk,
    update_number: int,
) -> Says:
    """Where there were none: the examples are kept, and one of them can be sent. Raises: Refusal."""
    order = await _order(callback_data.number, person, orders)
    replies = await quick_replies.begin_with(person.id, examples(texts))
    return [edit(pressed, *await _choice(order, person, texts, unit, replies, update_number))]


@router.callback_query(SendReplyPress.filter())
async def send(
    pressed: CallbackQuery,
    callback_data: SendReplyPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: Unit,
    quick_replies: QuickReplyDesk,
) -> Says:
    """One list sends one, once; where it is gone meanwhile, the list is shown as it is now. Raises: Refusal."""
    order = await _order(callback_data.number, person, orders)
    asked = callback_data.asked
    if not await unit.quick_replies.is_list_open(person.id, asked):
        return [answer(pressed, texts.plain("quick-list-is-over"), alert=True)]
    try:
        reply = await quick_replies.own(callback_data.reply, person.id)
    except NoSuchQuickReply as refusal:
        replies = await quick_replies.of_person(person.id)
        shown = await _choice(order, person, texts, unit, replies, asked)
        return [answer(pressed, refusal_sentence(texts, refusal), alert=True), edit(pressed, *shown)]
    content = filled(reply.content, name=await _buyers_name(order, texts, unit), number=order.number)
    await orders.say(order.number, Say(person.id, Saying.MESSAGE, content))
    unit.quick_replies.close_list(person.id, asked)
    return [answer(pressed, texts.plain("quick-is-sent")), edit(pressed, *sent(texts, order, content))]


async def _order(number: int, person: Person, orders: OrderDesk) -> Order:
    """Raises: Refusal: nothing can be said in it, or not by its seller."""
    order = await orders.check(number, Say(person.id, Saying.MESSAGE, _SOME_CONTENT))
    if order.side_of(person.id) is not Side.SELLER:
        raise WrongSide
    return order


async def _choice(
    order: Order, person: Person, texts: Texts, unit: Unit, replies: tuple[QuickReply, ...], asked: int
) -> Shown:
    if replies:
        unit.quick_replies.open_list(person.id, asked)
    return choice(texts, order, await _buyers_name(order, texts, unit), replies, asked)


async def _buyers_name(order: Order, texts: Texts, unit: Unit) -> str:
    """As one addresses somebody: the first name alone."""
    buyer = await unit.people.get(order.buyer_id)
    return texts.plain("somebody") if buyer is None else buyer.first_name
