"""Writing a quick reply, a new one or in the place of another."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from desk.people import Person
from desk.quick_reply_desk import QuickReplyDesk
from handlers.buttons import FormPress, FormStep
from handlers.collecting import content_of
from handlers.form import begin, form_buttons, is_answer, values_of
from handlers.quick_replies.buttons import NewReplyPress, ReplyAct, ReplyPress
from handlers.quick_replies.screens import kept_list, kept_reply, question
from handlers.says import Says, edit, message
from handlers.texts import Texts
from orders.quick_reply import QuickReply
from orders.refusals import TextExpected

router = Router(name="writing quick replies")


class QuickReplyForm(StatesGroup):
    """One step."""

    text = State()


@router.callback_query(NewReplyPress.filter())
async def ask_for_new(
    pressed: CallbackQuery,
    person: Person,
    texts: Texts,
    state: FSMContext,
    quick_replies: QuickReplyDesk,
    update_number: int,
) -> Says:
    """The next message is its text. Raises: TooManyQuickReplies."""
    await quick_replies.expect_room(person.id)
    return await _ask(pressed, texts, state, update_number, None)


@router.callback_query(ReplyPress.filter(F.act == ReplyAct.CHANGE))
async def ask_for_other(
    pressed: CallbackQuery,
    callback_data: ReplyPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    quick_replies: QuickReplyDesk,
    update_number: int,
) -> Says:
    """The next message takes its place. Raises: NoSuchQuickReply."""
    reply = await quick_replies.own(callback_data.id, person.id)
    return await _ask(pressed, texts, state, update_number, reply)


async def _ask(
    pressed: CallbackQuery, texts: Texts, state: FSMContext, update_number: int, reply: QuickReply | None
) -> Says:
    await begin(state, QuickReplyForm.text, update_number, reply=0 if reply is None else reply.id)
    buttons = form_buttons(texts, update_number, FormStep.BACK, FormStep.CANCEL)
    return [edit(pressed, question(texts, reply), [buttons])]


@router.message(QuickReplyForm.text, is_answer)
async def take(said: Message, person: Person, texts: Texts, state: FSMContext, quick_replies: QuickReplyDesk) -> Says:
    """Kept at once, with its formatting, and shown as it will read.

    Raises: TextExpected, QuickReplyLength, UnknownPlaceholder, TooManyQuickReplies.
    """
    if said.text is None:
        raise TextExpected
    values = await values_of(state)
    content = content_of(said)
    if values["reply"]:
        reply = await quick_replies.change(values["reply"], person.id, content)
    else:
        reply = await quick_replies.add(person.id, content)
    await state.clear()
    replies = await quick_replies.of_person(person.id)
    return [message(person, *kept_reply(texts, replies, reply, lead=texts("quick-saved")))]


@router.callback_query(FormPress.filter(F.step == FormStep.BACK), StateFilter(QuickReplyForm))
async def back_to_list(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    quick_replies: QuickReplyDesk,
) -> Says:
    """Nothing was written: the list as it was. Raises: FormOver."""
    await values_of(state, callback_data)
    await state.clear()
    return [edit(pressed, *kept_list(texts, await quick_replies.of_person(person.id)))]
