"""A plain reply to any message of an order, and whatever is written in its topic, goes to its other side at once
(SPEC 5)."""

from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from desk.room import Draft, DraftKind
from handlers.buttons import GoPress, OrderPress, Screen
from handlers.form import THREAD, is_answer
from handlers.room.relaying import draft_of, keep_album, relay, with_more
from handlers.says import Says
from handlers.texts import Texts

router = Router(name="replies inside orders")
#: Comes after the forms.
last_router = Router(name="replies that no form takes")


async def is_of_album(sent: Message, person: Person, unit: Unit) -> bool | dict[str, Any]:
    """A filter: one more message of an album that is being gathered for an order."""
    if sent.media_group_id is None:
        return False
    draft = await unit.room_drafts.album(person.id)
    return {"draft": draft} if draft is not None and draft.album == sent.media_group_id else False


async def is_reply_in_order(sent: Message, person: Person, unit: Unit) -> bool | dict[str, Any]:
    """A filter: a reply to a message of an order, the bot's or one's own."""
    if sent.reply_to_message is None or not is_answer(sent):
        return False
    known = await unit.room_messages.get(person.id, sent.reply_to_message.message_id)
    number = _order_on_buttons(sent.reply_to_message) if known is None else known.order_number
    return False if number is None else {"number": number, "replied": None if known is None else known.fact_id}


async def is_for_order(
    sent: Message, person: Person, unit: Unit, state: FSMContext, in_topic: int | None = None
) -> bool | dict[str, Any]:
    """A filter: as above, or written in the topic of an order.

    Not where a form is open about this very order, or was opened in this topic: that is what the answer is for then.
    """
    found = await is_reply_in_order(sent, person, unit)
    if found is False and in_topic is not None and is_answer(sent):
        found = {"number": in_topic, "replied": None}
    if isinstance(found, dict) and await state.get_state() is not None:
        values = await state.get_data()
        is_here = sent.message_thread_id is not None and values.get(THREAD) == sent.message_thread_id
        if is_here or values.get("number") == found["number"]:
            return False
    return found


def _order_on_buttons(message: Message) -> int | None:
    """The one order that the buttons of a message of ours are about.

    What Telegram has taken just before the process died is not written down, but people have seen it.
    """
    if message.from_user is None or not message.from_user.is_bot or message.reply_markup is None:
        return None
    buttons = [button.callback_data or "" for row in message.reply_markup.inline_keyboard for button in row]
    if GoPress(screen=Screen.MENU, here=True).pack() in buttons:  # «Заказы», say: about all orders, even with one in it
        return None
    numbers = {data.split(":")[1] for data in buttons if data.startswith(f"{OrderPress.__prefix__}:")}
    return int(*numbers) if len(numbers) == 1 else None


@router.message(is_of_album)
async def gather(sent: Message, draft: Draft, unit: Unit, orders: OrderDesk) -> Says:
    """One more message of it; who sent it hears of the whole only if it can't be passed on."""
    keep_album(with_more(draft, sent), unit, orders.now)
    return []


@router.message(is_for_order)
@last_router.message(is_reply_in_order)
async def reply(
    sent: Message,
    number: int,
    replied: int | None,
    person: Person,
    texts: Texts,
    unit: Unit,
    orders: OrderDesk,
    update_number: int,
) -> Says:
    """To the other side at once; an album waits until all of it is here. An open form stays where it was.

    Raises: Refusal.
    """
    draft = replace(draft_of(sent, person, update_number, DraftKind.ALBUM), replies_to=replied)
    if sent.media_group_id is None:
        return await relay(draft, number, person, texts, orders, unit)
    keep_album(replace(draft, order_number=number, album=sent.media_group_id), unit, orders.now)
    return []
