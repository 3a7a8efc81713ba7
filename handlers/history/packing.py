"""Long readings in as few messages as Telegram's limits allow."""

from collections.abc import Iterable, Iterator

from aiogram.utils.formatting import Text, as_list

from orders.content import utf16_length

#: UTF-16 units and entities of one message. Telegram's limits are 4,096 and 100; beyond the latter it drops formatting.
LENGTH_MOST = 4_096
ENTITIES_MOST = 100
GAP = "\n\n"
#: Characters of a part of what is too long for one message: none counts more than two units.
_PART = LENGTH_MOST // 2


def packed(pieces: Iterable[Text]) -> tuple[Text, ...]:
    """The pieces in order, an empty line between those that share a message; torn only where one alone is too long."""
    return tuple(_packed(part for piece in pieces for part in _parts(piece)))


def beginning(words: str, units: int) -> str:
    """At most so many UTF-16 units, and a sign that more follows."""
    if utf16_length(words) <= units:
        return words
    shown = words.encode("utf-16-le")[: 2 * (units - 1)].decode("utf-16-le", "ignore")
    return f"{shown.rstrip()}…"


def _parts(piece: Text) -> Iterator[Text]:
    """Cut between characters; formatting that a cut goes through is there on both sides of it."""
    words, entities = piece.render()
    if utf16_length(words) <= LENGTH_MOST:
        yield piece
        return
    start = 0
    for first in range(0, len(words), _PART):
        part = words[first : first + _PART]
        end = start + utf16_length(part)
        inside = [
            entity.model_copy(update={"offset": begin - start, "length": stop - begin})
            for entity in entities
            if (begin := max(entity.offset, start)) < (stop := min(entity.offset + entity.length, end))
        ]
        yield Text.from_entities(part, inside)
        start = end


def _packed(pieces: Iterable[Text]) -> Iterator[Text]:
    together: list[Text] = []
    length = entities = 0
    for piece in pieces:
        words, formatting = piece.render()
        piece_length = utf16_length(words) + len(GAP)
        if together and (length + piece_length > LENGTH_MOST or entities + len(formatting) > ENTITIES_MOST):
            yield as_list(*together, sep=GAP)
            together, length, entities = [], 0, 0
        together.append(piece)
        length += piece_length
        entities += len(formatting)
    if together:
        yield as_list(*together, sep=GAP)
