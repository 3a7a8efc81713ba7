"""Message entities: reading those a bot sends, finding those Telegram adds by itself."""

import re
from collections.abc import Iterable

from sandbox.errors import ApiError, bad_request
from sandbox.fields import as_object, optional_text, required_integer, required_text
from sandbox.utf16 import length as utf16_length
from sandbox.values import Json

SPLITTABLE = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
PREFORMATTED = frozenset({"pre", "code", "date_time"})
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
FOUND_BY_TELEGRAM = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"}
)
MAX_POSITION = 1_000_000

_DATE_TIME_FORMAT = re.compile(r"[rR]|[tTdDwW]*")
_FOUND = re.compile(
    r"(?P<url>(?:https?://|tg://|t\.me/)[^\s<>\"]+[^\s<>\".,:;!?)\]'»])"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w@])(?P<mention>@[A-Za-z]\w{3,31})(?!\w)"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
    r"|(?<![\w#])(?P<hashtag>#\w*[^\W\d]\w*)"
)
_MAYBE_SOMETHING_TO_FIND = re.compile(r"[@/#]")


def read_entities(values: Iterable[object]) -> list[Json]:
    """Types that Telegram finds by itself are dropped, as on the real server."""
    entities = []
    for value in values:
        try:
            entity = _read_entity(value)
        except ApiError as error:
            raise bad_request(f"Can't parse MessageEntity: {error.reason}") from None
        if entity is not None:
            entities.append(entity)
    return entities


def _read_entity(value: object) -> Json | None:
    fields = as_object(value, "expected an Object")
    entity: Json = {
        "offset": required_integer(fields, "offset"),
        "length": required_integer(fields, "length"),
        "type": optional_text(fields, "type"),
    }
    kind = entity["type"]
    if not kind:
        raise bad_request("Type is not specified")
    if kind in FOUND_BY_TELEGRAM:
        return None
    if kind not in SPLITTABLE | QUOTES | {"code"}:
        entity |= _details(kind, fields)
    return entity


def _details(kind: str, fields: Json) -> Json:
    match kind:
        case "pre":
            language = optional_text(fields, "language")
            return {"language": language} if language else {}
        case "text_link":
            return {"url": required_text(fields, "url")}
        case "text_mention":
            user = as_object(fields.get("user"), 'Field "user" must be of type Object')
            return {"user": user | {"id": required_integer(user, "id")}}
        case "custom_emoji":
            return {"custom_emoji_id": str(required_integer(fields, "custom_emoji_id"))}
        case "date_time":
            return _date_time(fields)
    raise bad_request("Unsupported type specified")


def _date_time(fields: Json) -> Json:
    moment = required_integer(fields, "unix_time")
    shape = optional_text(fields, "date_time_format")
    if not _DATE_TIME_FORMAT.fullmatch(shape):
        raise bad_request("Invalid date-time format specified")
    return {"unix_time": moment} | ({"date_time_format": shape} if shape else {})


def find_entities(text: str) -> list[Json]:
    """Links, addresses, mentions, commands and hashtags, roughly where Telegram sees them."""
    if not _MAYBE_SOMETHING_TO_FIND.search(text):
        return []
    return [
        {
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match[0]),
            "type": match.lastgroup,
        }
        for match in _FOUND.finditer(text)
    ]
