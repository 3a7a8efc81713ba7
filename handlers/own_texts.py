"""`/terms` and `/paysupport` as the bot itself says them, and as the operator has written them anew."""

from aiogram.types import User
from aiogram.utils.formatting import Text, TextMention

from desk.ports import Unit
from handlers.files import message_entities
from handlers.setup import Setup
from handlers.texts import Texts, texts_in
from orders.policy import Policy


async def text_of(name: str, texts: Texts, unit: Unit, setup: Setup, policy: Policy) -> Text:
    """What people read now."""
    anew = await unit.operator_texts.get(name, texts.language)
    if anew is not None:
        return Text.from_entities(anew.text, message_entities(anew))
    return own_text(name, texts.language, setup, policy)


def own_text(name: str, language: str, setup: Setup, policy: Policy) -> Text:
    """What the bot says while nobody has written it anew."""
    texts = texts_in(language)
    return texts(name, method=policy.payment_method, operator=operator(texts, setup))


def operator(texts: Texts, setup: Setup) -> Text:
    """A mention that opens a chat with the first operator; without any, only the word."""
    word = texts.plain("operator-to")
    if not setup.admin_ids:
        return Text(word)
    user = User(id=min(setup.admin_ids), is_bot=False, first_name=word)
    return TextMention(word, user=user)
