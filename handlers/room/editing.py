"""Somebody has edited a message that was passed on: the other side's message is edited too (SPEC 5)."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import Message

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from desk.room import Draft
from handlers.collecting import content_of, file_of
from handlers.room.private import is_private
from handlers.room.relaying import sent_of
from handlers.says import Says, message
from handlers.texts import Texts
from orders.commands import CorrectSaid
from orders.facts import Said
from orders.written import check_message

router = Router(name="edits inside orders")


@router.edited_message()
async def correct(edited: Message, person: Person, texts: Texts, unit: Unit, orders: OrderDesk) -> Says:
    """Only what was passed on by itself: an answer in a form is read when it is sent. Raises: Refusal."""
    draft = await unit.room_drafts.with_message(person.id, edited.message_id)
    if draft is not None:
        return _in_draft(draft, edited, texts, person, unit)
    mine = await unit.room_messages.get(person.id, edited.message_id)
    recorded = None if mine is None or mine.fact_id is None else await unit.orders.fact(mine.fact_id)
    if mine is None or recorded is None or not isinstance(recorded.fact, Said):
        return []
    if file_of(edited) != mine.file:
        return [message(person, texts("room-edit-file"))]
    others = await unit.room_messages.of_fact(recorded.id, person.id)
    if any(other.has_words for other in others if other.message_id != mine.message_id):
        return [message(person, texts("room-edit-album"))]
    now = content_of(edited, takes_stickers=True)
    if is_private(now):
        return [message(person, texts("room-edit-private"))]
    content = replace(recorded.fact.content, text=now.text, entities=now.entities)
    command = CorrectSaid(person.id, recorded.id, recorded.at, recorded.fact.saying, content)
    await orders.say(recorded.order_number, command)
    return []


def _in_draft(draft: Draft, edited: Message, texts: Texts, person: Person, unit: Unit) -> Says:
    """Nobody has read it yet: what will be passed on is what it says and shows now. Raises: Refusal."""
    at = next(index for index, sent in enumerate(draft.messages) if sent.message_id == edited.message_id)
    others = (*draft.messages[:at], *draft.messages[at + 1 :])
    content = check_message(content_of(edited, takes_stickers=True))
    if others:
        if not any(sent.has_words for sent in others):
            words = content
        elif draft.messages[at].has_words or content.text:
            return [message(person, texts("room-edit-album"))]
        else:
            words = draft.content
        files = (*draft.content.files[:at], *content.files, *draft.content.files[at + 1 :])  # one a message
        content = replace(words, files=files)
    messages = (*draft.messages[:at], sent_of(edited), *draft.messages[at + 1 :])
    unit.room_drafts.put(replace(draft, content=content, messages=messages))
    return []
