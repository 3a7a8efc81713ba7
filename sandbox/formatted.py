"""Text with entities, brought into the form that Telegram stores."""

import re
from collections.abc import Container
from dataclasses import dataclass, field
from itertools import pairwise

from sandbox.entities import MAX_POSITION, PREFORMATTED, QUOTES, SPLITTABLE, find_entities
from sandbox.errors import bad_request
from sandbox.utf16 import length as utf16_length
from sandbox.utf16 import offsets, width
from sandbox.values import Json

MAX_ENTITIES = 100

_LAST_CONTROL = "\x20"
_UNCLEAN = re.compile("[\x00-\x09\x0b-\x1f\u2028-\u202e\u0333\u033f\u030a]")
_DROPPED = frozenset("\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u0333\u033f\u030a")
# a text of nothing but these is empty, as TDLib's strip_empty_characters has it
_INVISIBLE = frozenset(" \n\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
                       "\u200b\u200c\u200d\u200e\u200f\u202f\u205f\u2800\u3000\ufeff\ufffc")  # fmt: skip


@dataclass(slots=True)
class FormattedText:
    text: str
    entities: list[Json] = field(default_factory=list)


def tidy(text: str, entities: list[Json], *, find: bool = True) -> FormattedText:
    """Clean, trimmed and with entities that nest as Telegram lets them; empty text stays empty.

    Control characters become spaces, some invisible ones vanish, white space at the ends goes, an entity that
    sticks out of the trimmed text is clipped. One that points outside the text is refused.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise bad_request("Strings must be encoded in UTF-8") from None
    entities = _in_order([_checked(entity) for entity in entities[:MAX_ENTITIES]])
    text, entities = _cleaned(text, entities)
    text, entities = _trimmed(text.rstrip(" \n"), entities)
    if _INVISIBLE.issuperset(text):
        return FormattedText("")
    if find:
        entities = _with_found(entities, find_entities(text))
    return FormattedText(text, _nested(entities))


def _checked(entity: Json) -> Json:
    for name in ("offset", "length"):
        if not 0 <= entity[name] <= MAX_POSITION:
            raise bad_request(f"Receive an entity with incorrect {name} {entity[name]}")
    return entity


def _in_order(entities: list[Json]) -> list[Json]:
    """Longer ones first where two begin together; empty ones are dropped."""
    return sorted(
        (entity for entity in entities if entity["length"] > 0),
        key=lambda entity: (entity["offset"], -entity["length"]),
    )


def _cleaned(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    size = utf16_length(text)
    unclean = _UNCLEAN.search(text) is not None
    if not unclean and (not entities or size == len(text)):
        for entity in entities:
            _check_borders(entity, size)
        return text, entities
    moved: dict[int, int] = {}
    kept: list[str] = []
    here = 0
    for offset, character in offsets(text):
        moved[offset] = here
        replacement = _kept(character)
        kept.append(replacement)
        here += width(replacement) if replacement else 0
    moved[size] = here
    for entity in entities:
        _check_borders(entity, size)
        _check_symbols(entity, moved)
    moves = [(entity, moved[entity["offset"]], moved[entity["offset"] + entity["length"]]) for entity in entities]
    return "".join(kept), _in_order(
        [entity | {"offset": left, "length": right - left} for entity, left, right in moves]
    )


def _check_borders(entity: Json, size: int) -> None:
    begin, end = entity["offset"], entity["offset"] + entity["length"]
    if begin >= size:
        raise bad_request(f"Entity begins after the end of the text at UTF-16 offset {begin}")
    if end > size:
        raise bad_request(
            f"Entity beginning at UTF-16 offset {begin} ends after the end of the text at UTF-16 offset {end}"
        )


def _check_symbols(entity: Json, symbols: Container[int]) -> None:
    """An entity that begins or ends between the two halves of a symbol is refused."""
    begin, end = entity["offset"], entity["offset"] + entity["length"]
    if begin not in symbols:
        raise bad_request(f"Entity begins in a middle of a UTF-16 symbol at byte offset {begin}")
    if end not in symbols:
        raise bad_request(
            f"Entity beginning at UTF-16 offset {begin} ends in a middle of a UTF-16 symbol at byte offset {end}"
        )


def _kept(character: str) -> str:
    if character in _DROPPED:
        return ""
    return " " if character <= _LAST_CONTROL and character != "\n" else character


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The end is cut already; at the beginning only what stands before the first entity goes."""
    size = utf16_length(text)
    entities = _in_order(
        [entity | {"length": min(entity["offset"] + entity["length"], size) - entity["offset"]} for entity in entities]
    )
    first = entities[0]["offset"] if entities else size
    spaces = min(len(text) - len(text.lstrip(" \n")), first)
    if spaces:
        entities = [entity | {"offset": entity["offset"] - spaces} for entity in entities]
    return text[spaces:], entities


def _with_found(entities: list[Json], found: list[Json]) -> list[Json]:
    """What the bot marked wins over what Telegram found in the same place."""
    if not found:
        return entities
    marked = [entity for entity in entities if entity["type"] not in SPLITTABLE | QUOTES]
    return _in_order(entities + [new for new in found if not any(_touch(new, entity) for entity in marked)])


def _touch(one: Json, other: Json) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])


def _nested(entities: list[Json]) -> list[Json]:
    """No two links overlap, quotes do not nest, and nothing shares a place with code or a date."""
    if len(entities) <= 1:
        return entities
    whole = _not_overlapping([e for e in entities if e["type"] not in SPLITTABLE | QUOTES])
    quotes = _not_overlapping([e for e in entities if e["type"] in QUOTES])
    whole = [e for e in whole if not any(_touch(e, quote) and not _inside(e, quote) for quote in quotes)]
    borders = whole + quotes
    styles = []
    for kind in sorted(SPLITTABLE & {entity["type"] for entity in entities}):
        for begin, end in _merged([e for e in entities if e["type"] == kind]):
            styles += [
                {"offset": left, "length": right - left, "type": kind} for left, right in _split(begin, end, borders)
            ]
    return _in_order(borders + styles)


def _inside(one: Json, other: Json) -> bool:
    return bool(other["offset"] <= one["offset"] and one["offset"] + one["length"] <= other["offset"] + other["length"])


def _not_overlapping(entities: list[Json]) -> list[Json]:
    kept: list[Json] = []
    end = 0
    for entity in entities:
        if entity["offset"] >= end:
            kept.append(entity)
            end = entity["offset"] + entity["length"]
    return kept


def _merged(entities: list[Json]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for entity in entities:
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        if spans and begin <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((begin, end))
    return spans


def _split(begin: int, end: int, borders: list[Json]) -> list[tuple[int, int]]:
    """Pieces between the borders of other entities, without those that lie in code or a date."""
    points = {begin, end}
    for entity in borders:
        points |= {p for p in (entity["offset"], entity["offset"] + entity["length"]) if begin < p < end}
    ordered = sorted(points)
    forbidden = [entity for entity in borders if entity["type"] in PREFORMATTED]
    return [
        (left, right)
        for left, right in pairwise(ordered)
        if not any(entity["offset"] <= left and right <= entity["offset"] + entity["length"] for entity in forbidden)
    ]
