"""JSON as it stands in columns: compact, with letters as they are."""

import json
from collections.abc import Mapping, Sequence
from typing import cast

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_DECODER = json.JSONDecoder()


def write(value: Mapping[str, object] | Sequence[object]) -> str:
    """Enums become their values, mappings plain objects."""
    return _ENCODER.encode(dict(value) if isinstance(value, Mapping) else value)


def read_object(text: str) -> dict[str, object]:
    """An object that `write` has written."""
    return cast("dict[str, object]", _DECODER.decode(text))


def read_strings(text: str) -> tuple[str, ...]:
    """An array of strings that `write` has written."""
    return tuple(_DECODER.decode(text))


def read_numbers(text: str) -> tuple[int, ...]:
    """An array of whole numbers that `write` has written."""
    return tuple(_DECODER.decode(text))
