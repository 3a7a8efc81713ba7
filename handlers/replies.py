"""A Bot API call as a post: written to the outbox with the change, sent after it."""

from dataclasses import replace
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


def posts_of(person: Person, says: Says, order_number: int | None = None, thread_id: int | None = None) -> list[Post]:
    """What is said, as posts to that person.

    Args:
        person: Who is to read it.
        says: What a handler has returned.
        order_number: The order of which it is said.
        thread_id: A topic that is no order's, in which it is said.
    """
    posts = [say if isinstance(say, Post) else reply(person.id, say, order_number=order_number) for say in says]
    return posts if thread_id is None else [_said_in(post, thread_id) for post in posts]


def in_thread(call: Json, thread_id: int) -> Json:
    """The call, so that its message appears in that topic; whatever is no new message stays as it is."""
    params = call["params"]
    if not is_new_message(call) or not isinstance(params, dict):
        return call
    return {**call, "params": {**params, "message_thread_id": thread_id}}


def is_new_message(call: Json) -> bool:
    """Whether the call makes a message; an edit stays where its message is."""
    return str(call["method"]).startswith("send")


def _said_in(post: Post, thread_id: int) -> Post:
    if post.kind is not PostKind.REPLY or post.order_number is not None:
        return post
    body = in_thread(post.body, thread_id)
    instead = body.get("instead")
    return replace(post, body={**body, "instead": in_thread(instead, thread_id)} if isinstance(instead, dict) else body)


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
