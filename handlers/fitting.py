"""How much of a list a message has room for."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from aiogram.utils.formatting import Text

from orders.content import utf16_length


def length(text: Text) -> int:
    """In UTF-16 units, as Telegram counts."""
    return utf16_length(text.render()[0])


def fitting(lines: Sequence[Text], units: int, more: Callable[[int], Text]) -> list[Text]:
    """The first lines that have room, one below the other, and a last one that says how many are missing.

    At least that last one, whether or not it has room.
    """
    ends = list(accumulate(length(line) + 1 for line in lines))  # behind each line, with its line break
    if not lines or ends[-1] - 1 <= units:
        return list(lines)
    for count in range(bisect_right(ends, units), 0, -1):
        last = more(len(lines) - count)
        if ends[count - 1] + length(last) <= units:
            return [*lines[:count], last]
    return [more(len(lines))]
