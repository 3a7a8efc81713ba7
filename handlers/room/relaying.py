"""Passing on: what was sent becomes a fact of the order, and its messages are remembered on both sides."""

from dataclasses import replace

from aiogram.types import Message

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from desk.room import Draft, DraftKind, RoomMessage, Sent
from handlers.buttons import Style, button
from handlers.collecting import content_of, file_of, joined
from handlers.information.replied import ask_whether_it_answers
from handlers.refusals import refusal_sentence
from handlers.room.buttons import PrivatePress
from handlers.room.private import contact_content, is_private
from handlers.says import Says, message
from handlers.texts import Texts
from orders.commands import Say, Saying
from orders.content import Content
from orders.refusals import Refusal
from orders.written import check_message

#: So long after its last message an album counts as complete, seconds; counted in whole ones.
ALBUM_COMPLETE = 2


def draft_of(sent: Message, person: Person, number: int, kind: DraftKind) -> Draft:
    """What somebody has sent just now. Raises: UnsupportedKind, EmptyMessage, TextTooLong."""
    content = _content_of(sent)
    return Draft(person_id=person.id, number=number, kind=kind, content=content, messages=(sent_of(sent),))


def with_more(draft: Draft, sent: Message) -> Draft:
    """One more message of its album. Raises: UnsupportedKind, TextTooLong."""
    return replace(draft, content=joined(draft.content, _content_of(sent)), messages=(*draft.messages, sent_of(sent)))


def keep_album(draft: Draft, unit: Unit, now: int) -> None:
    """More of it may come."""
    unit.room_drafts.put(replace(draft, due_at=now + ALBUM_COMPLETE))


async def relay(draft: Draft, number: int, person: Person, texts: Texts, orders: OrderDesk, unit: Unit) -> Says:
    """Over to the other side of the order; with a phone number in it, only after a yes.

    Gives what the person is asked then: for that yes or, of a reply to a request for information, if it answers.

    Raises: Refusal.
    """
    if draft.kind is not DraftKind.PRIVATE and is_private(draft.content):
        await orders.check(number, Say(person.id, Saying.MESSAGE, draft.content))
        asked = replace(draft, kind=DraftKind.PRIVATE, order_number=number, due_at=None)
        unit.room_drafts.put(asked)
        yes, no = (PrivatePress(draft=draft.number, agrees=agrees) for agrees in (True, False))
        rows = [
            [button(texts.plain("button-pass-on-private"), yes, Style.MAIN)],
            [button(texts.plain("button-keep-private"), no)],
        ]
        return [message(person, texts("room-private", number=str(number)), rows)]
    fact_id = await orders.say(number, Say(person.id, Saying.MESSAGE, draft.content))
    unit.room_messages.put(
        [
            RoomMessage(
                person_id=person.id,
                message_id=sent.message_id,
                order_number=number,
                fact_id=fact_id,
                file=sent.file,
                has_words=sent.has_words,
            )
            for sent in draft.messages
        ]
    )
    unit.room_drafts.drop(draft)
    return await ask_whether_it_answers(draft.replies_to, fact_id, draft.content, number, person, texts, unit)


async def complete_album(draft: Draft, person: Person, texts: Texts, orders: OrderDesk, unit: Unit) -> Says:
    """Nothing more comes of it: it leaves as one. Nobody is there to be refused, so that is told by a message."""
    if draft.order_number is None:
        raise AssertionError("an album is gathered only for an order")
    try:
        return await relay(draft, draft.order_number, person, texts, orders, unit)
    except Refusal as refusal:
        unit.room_drafts.drop(draft)
        return [message(person, texts("refused", sentence=refusal_sentence(texts, refusal)))]


def _content_of(sent: Message) -> Content:
    if sent.contact is not None:
        return contact_content(sent.contact)
    return check_message(content_of(sent, takes_stickers=True))


def sent_of(sent: Message) -> Sent:
    """What is remembered of a message of the person's own."""
    return Sent(message_id=sent.message_id, file=file_of(sent), has_words=bool(sent.text or sent.caption))
