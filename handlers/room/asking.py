"""Words without an order: the person is asked which one they are for, and nothing of them is lost (SPEC 5)."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from aiogram.utils.formatting import as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import OrdersFilter, Unit
from desk.room import DraftKind
from handlers.buttons import button
from handlers.room.buttons import AddressPress, PrivatePress
from handlers.room.relaying import draft_of, relay, with_more
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from orders.order import Order
from orders.transition import is_room_open

router = Router(name="which order")

_ORDERS_OFFERED = 20


async def orders_to_write_in(person: Person, unit: Unit, now: int) -> tuple[Order, ...]:
    """The open orders in which the person can write, soonest clock first."""
    page = await unit.orders.page(person.id, OrdersFilter.ALL, 0, _ORDERS_OFFERED)
    return tuple(order for order in page.orders if not order.status.is_final and is_room_open(order, now))


async def ask(
    sent: Message, person: Person, texts: Texts, unit: Unit, choices: tuple[Order, ...], update_number: int
) -> Says:
    """One question a message, or an album; each keeps what it is about. Raises: Refusal."""
    if sent.media_group_id is not None:
        draft = await unit.room_drafts.of_album(person.id, sent.media_group_id)
        if draft is not None:
            unit.room_drafts.put(with_more(draft, sent))
            return []
    draft = replace(draft_of(sent, person, update_number, DraftKind.UNADDRESSED), album=sent.media_group_id)
    unit.room_drafts.put(draft)
    rows = [[button(_label(texts, order), AddressPress(draft=update_number, number=order.number))] for order in choices]
    text = texts("room-which-order" if sent.reply_to_message is None else "room-reply-to-none")
    if len(choices) == _ORDERS_OFFERED:
        text = as_list(text, texts("room-which-order-else"))
    return [message(person, text, rows)]


@router.callback_query(AddressPress.filter())
async def address(
    pressed: CallbackQuery,
    callback_data: AddressPress,
    person: Person,
    texts: Texts,
    unit: Unit,
    orders: OrderDesk,
) -> Says:
    """What this question was asked about goes to that order. Pressed twice, it goes once. Raises: Refusal."""
    draft = await unit.room_drafts.get(person.id, callback_data.draft)
    if draft is None or draft.kind is not DraftKind.UNADDRESSED:
        return [answer(pressed, texts.plain("room-settled"), alert=True)]
    says = await relay(draft, callback_data.number, person, texts, orders, unit)
    key = "room-private-next" if says else "room-passed-on"
    return [answer(pressed), edit(pressed, texts(key, number=str(callback_data.number))), *says]


@router.callback_query(PrivatePress.filter())
async def pass_on_private(
    pressed: CallbackQuery,
    callback_data: PrivatePress,
    person: Person,
    texts: Texts,
    unit: Unit,
    orders: OrderDesk,
) -> Says:
    """A yes passes it on, a no forgets it. Raises: Refusal."""
    draft = await unit.room_drafts.get(person.id, callback_data.draft)
    if draft is None or draft.kind is not DraftKind.PRIVATE or draft.order_number is None:
        return [answer(pressed, texts.plain("room-settled"), alert=True)]
    if not callback_data.agrees:
        unit.room_drafts.drop(draft)
        return [answer(pressed), edit(pressed, texts("room-kept-private"))]
    says = await relay(draft, draft.order_number, person, texts, orders, unit)
    return [answer(pressed), edit(pressed, texts("room-passed-on", number=str(draft.order_number))), *says]


def _label(texts: Texts, order: Order) -> str:
    return texts.plain("button-order", number=str(order.number), title=order.terms.title)
