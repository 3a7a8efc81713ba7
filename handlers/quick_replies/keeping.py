"""«Настройки» → «Быстрые ответы»: looking at them, moving one up, removing one, beginning with examples."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from desk.people import Person
from desk.quick_reply_desk import QuickReplyDesk
from handlers.quick_replies.buttons import ExamplesPress, KeptPress, PlacePress, ReplyAct, ReplyPress
from handlers.quick_replies.screens import examples, kept_list, kept_reply, removal
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts

router = Router(name="keeping quick replies")


@router.callback_query(KeptPress.filter())
async def list_replies(
    pressed: CallbackQuery, callback_data: KeptPress, person: Person, texts: Texts, quick_replies: QuickReplyDesk
) -> Says:
    """All of them, and how they work."""
    shown = kept_list(texts, await quick_replies.of_person(person.id))
    return [edit(pressed, *shown) if callback_data.here else message(person, *shown)]


@router.callback_query(ExamplesPress.filter(F.number == 0))
async def begin_with_examples(
    pressed: CallbackQuery, person: Person, texts: Texts, quick_replies: QuickReplyDesk
) -> Says:
    """Added only by this tap, in the language in which the person reads them."""
    lead = None if await quick_replies.of_person(person.id) else texts("quick-examples-added")
    return [edit(pressed, *kept_list(texts, await quick_replies.begin_with(person.id, examples(texts)), lead))]


@router.callback_query(ReplyPress.filter(F.act == ReplyAct.OPEN))
async def look(
    pressed: CallbackQuery, callback_data: ReplyPress, person: Person, texts: Texts, quick_replies: QuickReplyDesk
) -> Says:
    """One of them. Raises: NoSuchQuickReply."""
    reply = await quick_replies.own(callback_data.id, person.id)
    return [edit(pressed, *kept_reply(texts, await quick_replies.of_person(person.id), reply))]


@router.callback_query(PlacePress.filter())
async def put_at(
    pressed: CallbackQuery, callback_data: PlacePress, person: Person, texts: Texts, quick_replies: QuickReplyDesk
) -> Says:
    """«Выше»: the button names the place, so that twice is once. Raises: NoSuchQuickReply."""
    reply = await quick_replies.put_at(callback_data.id, person.id, callback_data.place)
    return [edit(pressed, *kept_reply(texts, await quick_replies.of_person(person.id), reply))]


@router.callback_query(ReplyPress.filter(F.act == ReplyAct.REMOVE))
async def ask_to_remove(
    pressed: CallbackQuery, callback_data: ReplyPress, person: Person, texts: Texts, quick_replies: QuickReplyDesk
) -> Says:
    """First the question. Raises: NoSuchQuickReply."""
    return [edit(pressed, *removal(texts, await quick_replies.own(callback_data.id, person.id)))]


@router.callback_query(ReplyPress.filter(F.act == ReplyAct.SURE))
async def remove(
    pressed: CallbackQuery, callback_data: ReplyPress, person: Person, texts: Texts, quick_replies: QuickReplyDesk
) -> Says:
    """What was sent stays said. Raises: NoSuchQuickReply."""
    await quick_replies.remove(callback_data.id, person.id)
    shown = kept_list(texts, await quick_replies.of_person(person.id))
    return [edit(pressed, *shown), answer(pressed, texts.plain("quick-removed"))]
