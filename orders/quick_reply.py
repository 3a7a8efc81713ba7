"""Quick replies: short texts that a person keeps, to be sent inside an order with two taps."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from orders.content import Content, utf16_length, visible
from orders.refusals import QuickReplyLength, TextExpected, UnknownPlaceholder

QUICK_REPLIES_MAX = 20
#: UTF-16 units, as Telegram counts.
QUICK_REPLY_TEXT = (1, 1_000)

#: What may stand in braces, in both languages of the interface.
_NAMES = frozenset({"имя", "name"})
_NUMBERS = frozenset({"заказ", "order"})
_BRACES = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickReply:
    """One of them. A changed text is a new reply in the place of the old one, so that no old button sends it unseen."""

    id: int
    person_id: int
    #: The words with their formatting and their placeholders; no files.
    content: Content


def check_quick_reply(content: Content) -> Content:
    """Raises: TextExpected, QuickReplyLength, UnknownPlaceholder."""
    if content.files:
        raise TextExpected
    length = utf16_length(visible(content.text))
    if not QUICK_REPLY_TEXT[0] <= length <= QUICK_REPLY_TEXT[1]:
        raise QuickReplyLength(*QUICK_REPLY_TEXT, length)
    for found in _BRACES.finditer(content.text):
        if _word(found) not in _NAMES | _NUMBERS:
            raise UnknownPlaceholder(found[0])
    return content


def has_placeholders(content: Content) -> bool:
    """Whether it reads differently from order to order."""
    return _BRACES.search(content.text) is not None


def filled(content: Content, *, name: str, number: int) -> Content:
    """As it reads in an order: `name` of its buyer, `number` of its own.

    What is put in is put in as it is: braces in a name are not looked at. Formatting moves along; what covers a
    placeholder, or a part of one, covers what stands there now.
    """
    text, end = "", 0
    places = []
    for found in _BRACES.finditer(content.text):
        value = name if _word(found) in _NAMES else str(number)
        places.append(_Place(utf16_length(content.text[: found.start()]), utf16_length(found[0]), utf16_length(value)))
        text += content.text[end : found.start()] + value
        end = found.end()
    entities = (_moved(entity, places) for entity in content.entities)
    return replace(
        content,
        text=text + content.text[end:],
        entities=tuple(entity for entity in entities if entity["length"] != 0),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """A placeholder, in UTF-16 units: where it began, how long it was, and how long is what stands there now."""

    start: int
    length: int
    now: int


def _word(found: re.Match[str]) -> str:
    return found[1].strip().lower()


def _moved(entity: Mapping[str, object], places: list[_Place]) -> dict[str, object]:
    offset, length = entity["offset"], entity["length"]
    if not isinstance(offset, int) or not isinstance(length, int):
        raise TypeError(entity)
    start = _position(offset, places, is_end=False)
    return {**entity, "offset": start, "length": _position(offset + length, places, is_end=True) - start}


def _position(at: int, places: list[_Place], *, is_end: bool) -> int:
    """Where a position is now; inside of a placeholder: where what stands there begins or ends."""
    moved = at
    for place in places:
        if place.start + place.length <= at:
            moved += place.now - place.length
        elif place.start < at:
            moved += place.start - at + (place.now if is_end else 0)
    return moved
