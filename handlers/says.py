"""What a handler returns: Bot API methods and posts, sent after the transaction that caused them is committed."""

from collections.abc import Sequence
from typing import Any

from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage, TelegramMethod
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.utils.formatting import Text

from desk.people import Person
from desk.posts import Post

Say = TelegramMethod[Any] | Post
Says = Sequence[Say]
Rows = Sequence[Sequence[InlineKeyboardButton]]

#: Telegram shows at most this much of an answer to a press.
ANSWER_MAX = 200


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """Rows of buttons; empty rows fall away, and without any button there is no keyboard."""
    filled = [list(row) for row in rows if row]
    return InlineKeyboardMarkup(inline_keyboard=filled) if filled else None


def message(person: Person, text: Text, rows: Rows = (), *, silent: bool = False) -> SendMessage:
    """A new message at the end of the person's chat."""
    return SendMessage(
        chat_id=person.id,
        **text.as_kwargs(),
        reply_markup=keyboard(rows),
        disable_notification=silent or None,
    )


def edit(pressed: CallbackQuery, text: Text, rows: Rows = ()) -> EditMessageText | SendMessage:
    """The pressed message now reads so. A message too old for Telegram to hand it over is followed by a new one."""
    if isinstance(pressed.message, Message):
        return EditMessageText(
            chat_id=pressed.message.chat.id,
            message_id=pressed.message.message_id,
            **text.as_kwargs(),
            reply_markup=keyboard(rows),
        )
    return SendMessage(chat_id=pressed.from_user.id, **text.as_kwargs(), reply_markup=keyboard(rows))


def answer(pressed: CallbackQuery, text: str | None = None, *, alert: bool = False) -> AnswerCallbackQuery:
    """The short answer to a press: a toast or, where it must not be missed, an alert."""
    return AnswerCallbackQuery(
        callback_query_id=pressed.id, text=text[:ANSWER_MAX] if text else None, show_alert=alert or None
    )
