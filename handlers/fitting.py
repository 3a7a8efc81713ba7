"""How much of a list a message has room for."""

from collections.abc import Callable, Sequence

from aiogram.utils.formatting import Text

from orders.content import utf16_length


def length(text: Text) -> int:
    """In UTF-16 units, as Telegram counts."""
    return utf16_length(text.render()[0])


def fitting(lines: Sequence[Text], units: int, more: Callable[[int], Text]) -> list[Text]:
    """The first lines that have room, one below the other, and a last one that says how many are missing.

    At least that last one, whether or not it has room.
    """
    for count in range(len(lines), 0, -1):
        shown = [*lines[:count], *([more(len(lines) - count)] if count < len(lines) else [])]
        if sum(length(line) + 1 for line in shown) - 1 <= units:
            return shown
    return [more(len(lines))] if lines else []
