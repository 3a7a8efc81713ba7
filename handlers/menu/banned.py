"""What somebody hears to whom the operator has closed the bot."""

from aiogram.types import Update

from desk.people import Person
from handlers.own_texts import operator
from handlers.says import Says, answer, message
from handlers.setup import Setup
from handlers.texts import Texts


def banned_says(update: Update, person: Person, texts: Texts, setup: Setup) -> Says:
    """Why, and whom to ask. What Telegram tells of by itself is left without an answer."""
    if update.callback_query is not None:
        return [answer(update.callback_query, texts.plain("refusal-banned"), alert=True)]
    if update.message is None:
        return []
    reason = person.standing_reason or texts.plain("standing-no-reason")
    return [message(person, texts("banned", reason=reason, operator=operator(texts, setup)))]
