"""Reading a JSON object sent by a bot, with the server's words for what is wrong with it."""

import re
from typing import Any

from sandbox.errors import bad_request
from sandbox.values import Json

_INTEGER = re.compile(r"[+-]?\d+")


def as_object(value: object, failure: str) -> Json:
    if not isinstance(value, dict):
        raise bad_request(failure)
    return value


def as_list(value: object, failure: str) -> list[Any]:
    if not isinstance(value, list):
        raise bad_request(failure)
    return value


def required_text(fields: Json, name: str) -> str:
    if fields.get(name) is None:
        raise bad_request(f'Can\'t find field "{name}"')
    return optional_text(fields, name)


def optional_text(fields: Json, name: str) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise bad_request(f'Field "{name}" must be of type String')


def required_integer(fields: Json, name: str) -> int:
    if fields.get(name) is None:
        raise bad_request(f'Can\'t find field "{name}"')
    return optional_integer(fields, name)


def optional_integer(fields: Json, name: str, default: int = 0) -> int:
    value = fields.get(name)
    if value is None:
        return default
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        return int(value)
    raise bad_request(f'Field "{name}" must be of type Number')


def required_number(fields: Json, name: str) -> float:
    value = fields.get(name)
    if value is None:
        raise bad_request(f'Can\'t find field "{name}"')
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise bad_request(f'Field "{name}" must be of type Number')


def optional_flag(fields: Json, name: str) -> bool:
    value = fields.get(name)
    if value is None:
        return False
    if isinstance(value, bool):
        return value
    raise bad_request(f'Field "{name}" must be of type Boolean')
