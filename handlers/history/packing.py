"""Long readings in as few messages as Telegram's limits allow."""

from collections.abc import Iterable, Iterator

from aiogram.utils.formatting import Text, as_list

from orders.content import utf16_length

#: UTF-16 units and entities of one message. Telegram's limits are 4,096 and 100; beyond the latter it drops formatting.
LENGTH_MOST = 4_096
ENTITIES_MOST = 100
GAP = "\n\n"


def packed(pieces: Iterable[Text]) -> tuple[Text, ...]:
    """The pieces, none torn apart, an empty line between those that share a message."""
    return tuple(_packed(pieces))


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
