"""JSON values as the Bot API writes them."""

import json
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def without_none(**fields: object) -> Json:
    """Only the fields that are there: Telegram leaves absent fields out, it never sends null."""
    return {name: value for name, value in fields.items() if value is not None}
