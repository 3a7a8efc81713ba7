"""A Bot API call as a post: written to the outbox with the change, sent after it."""

import json
from typing import Any

from aiogram.methods import TelegramMethod

from desk.posts import Json, Post, PostKind


def reply(person_id: int, method: TelegramMethod[Any], instead: TelegramMethod[Any] | None = None) -> Post:
    """The call, ready to be stored; `instead` is sent where Telegram refuses it."""
    body: dict[str, object] = dict(as_json(method))
    if instead is not None:
        body["instead"] = as_json(instead)
    return Post(person_id=person_id, kind=PostKind.REPLY, body=body)


def as_json(method: TelegramMethod[Any]) -> Json:
    """Name and parameters. Aiogram's markers for a bot's defaults, which have no JSON, are left out."""
    params = method.model_dump_json(exclude_none=True, fallback=lambda _: None, warnings=False)
    return {"method": method.__api_method__, "params": json.loads(params)}
