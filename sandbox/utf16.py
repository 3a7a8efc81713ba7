"""Telegram measures text in UTF-16 code units: an emoji is two."""

from collections.abc import Iterator

_LAST_OF_ONE_UNIT = 0xFFFF


def length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def width(character: str) -> int:
    return 2 if ord(character) > _LAST_OF_ONE_UNIT else 1


def offsets(text: str) -> Iterator[tuple[int, str]]:
    """Each character with the offset where it begins."""
    offset = 0
    for character in text:
        yield offset, character
        offset += width(character)


def cut(text: str, offset: int, units: int) -> str:
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[offset * 2 : (offset + units) * 2].decode("utf-16-le", "surrogatepass")
