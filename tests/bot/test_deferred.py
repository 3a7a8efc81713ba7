"""Aiogram's models are built when they are first used, and are the same models."""

import subprocess
import sys

_SAME = """
from bot.deferred import import_aiogram_deferred
import_aiogram_deferred()
from aiogram import methods
from aiogram.types import Update
# An update holds nearly every type; of the methods, those that the bot builds.
models = [Update, methods.SendMessage, methods.SendMediaGroup, methods.SendRichMessage, methods.EditMessageText,
          methods.AnswerCallbackQuery, methods.SetMyCommands, methods.GetMe]
assert not Update.__pydantic_complete__, "nothing was deferred"
for model in models:
    model.model_rebuild()
    assert model.__pydantic_complete__, model
"""
_PARSES = """
from bot.deferred import import_aiogram_deferred
import_aiogram_deferred()
from aiogram.types import Message, Update
user = {"id": 7, "is_bot": False, "first_name": "A"}
message = {"message_id": 1, "date": 5, "chat": {"id": 7, "type": "private"}, "from": user, "text": "x",
           "entities": [{"type": "bold", "offset": 0, "length": 1}]}
update = Update.model_validate({"update_id": 1, "callback_query": {
    "id": "1", "from": user, "chat_instance": "1", "data": "o:1", "message": message}})
assert isinstance(update.callback_query.message, Message)
assert update.callback_query.message.entities[0].type == "bold"
"""


def _run(code: str) -> None:
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_the_models_that_the_bot_uses_can_still_be_built() -> None:
    """A newer aiogram that does it otherwise fails here."""
    _run(_SAME)


def test_an_update_is_parsed_by_models_built_on_the_way() -> None:
    """As the inbox does it."""
    _run(_PARSES)
