"""Aiogram's models are built when they are first used, and are the same models."""

import subprocess
import sys

_SAME = """
from bot.deferred import import_aiogram_deferred
import_aiogram_deferred()
import aiogram.methods, aiogram.types
from pydantic import BaseModel, TypeAdapter
from aiogram.types import Update
assert not aiogram.types.Update.__pydantic_complete__, "nothing was deferred"
for module in (aiogram.types, aiogram.methods):
    for name in module.__all__:
        model = getattr(module, name)
        if isinstance(model, type) and issubclass(model, BaseModel):
            model.model_rebuild()
            assert model.__pydantic_complete__, name
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


def test_every_model_can_still_be_built() -> None:
    """A newer aiogram that does it otherwise fails here."""
    _run(_SAME)


def test_an_update_is_parsed_by_models_built_on_the_way() -> None:
    """As the inbox does it."""
    _run(_PARSES)
