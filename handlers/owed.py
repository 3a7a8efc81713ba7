"""What the buyer still owes: the items that a seller has asked for, as lines and labels."""

from collections.abc import Iterable, Iterator, Sequence

from handlers.texts import Texts
from handlers.wording import shortened
from orders.content import utf16_length
from orders.order import Item

#: UTF-16 units of an item on a card and on a button.
_LINE_SHOWN = 160
_LABEL_SHOWN = 40
_NUMBERS_SHOWN = 60


def numbered(items: Iterable[Item]) -> str:
    """The whole list, one item a line, each under its number in the order."""
    return "\n".join(_line(item) for item in items)


def item_label(item: Item) -> str:
    """On a button."""
    return shortened(_line(item), _LABEL_SHOWN)


def numbers_of(items: Iterable[Item]) -> str:
    """«2, 3, 5»."""
    return shortened(", ".join(str(item.number) for item in items), _NUMBERS_SHOWN)


def first_lines(texts: Texts, items: Sequence[Item], room: int) -> Iterator[str]:
    """As many lines as fit into so many UTF-16 units, and how many more there are."""
    left = room
    for index, item in enumerate(items):
        line = shortened(_line(item), _LINE_SHOWN)
        left -= utf16_length(line) + 1
        if left < 0:
            if index:
                yield texts.plain("owed-more", n=len(items) - index)
            return
        yield line


def length(items: Sequence[Item]) -> int:
    """UTF-16 units of all lines."""
    return sum(min(utf16_length(_line(item)), _LINE_SHOWN) + 1 for item in items)


def _line(item: Item) -> str:
    return f"{item.number}. {item.text}"
