"""A Bot API call as a post: written to the outbox with the change, sent after it."""

from typing import Any

from aiogram.methods import TelegramMethod
from pydantic_core import to_jsonable_python

from desk.people import Person
from desk.posts import Json, Post, PostKind
from handlers.says import Says


def reply(
    person_id: int,
    method: TelegramMethod[Any],
    instead: TelegramMethod[Any] | None = None,
    *,
    order_number: int | None = None,
) -> Post:
    """The call, ready to be stored; `instead` is sent where Telegram refuses it."""
    body: dict[str, object] = dict(as_json(method))
    if instead is not None:
        body["instead"] = as_json(instead)
    return Post(person_id=person_id, kind=PostKind.REPLY, body=body, order_number=order_number)


def posts_of(person: Person, says: Says, order_number: int | None = None) -> list[Post]:
    """What is said, as posts to that person; `order_number`: the order of which it is said."""
    return [say if isinstance(say, Post) else reply(person.id, say, order_number=order_number) for say in says]


def as_json(method: TelegramMethod[Any]) -> Json:
    """Name and parameters."""
    return {"method": method.__api_method__, "params": params_of(method)}


def params_of(method: TelegramMethod[Any]) -> Json:
    """The parameters as given. Aiogram's markers for a bot's defaults have no JSON and fall away."""
    given = {name: value for name in method.model_fields_set if (value := getattr(method, name)) is not None}
    params = to_jsonable_python(given, exclude_none=True, fallback=lambda _: None)
    return {name: _without_nulls(value) for name, value in params.items()}


def _without_nulls(value: Any) -> Any:
    match value:
        case dict():
            return {name: _without_nulls(item) for name, item in value.items() if item is not None}
        case list():
            return [_without_nulls(item) for item in value]
        case _:
            return value
