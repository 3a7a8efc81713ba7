"""How a content is handed over: the messages it becomes, in the order in which its author sent it."""

from collections.abc import Iterator

from orders.content import Attachment, Content, FileKind, utf16_length
from orders.written import HANDOVER_TEXT_MAX

#: UTF-16 units kept free in the first message of a hand-over for the line that says who it is from: a name and a title
#: of nothing but emoji take 400.
HEADING_ROOM = 480
#: Telegram's bounds of an album.
ALBUM_MAX = 10
_VISUAL = frozenset({FileKind.PHOTO, FileKind.VIDEO})
#: Kinds that Telegram lets into an album with others of the same family.
_FAMILIES = (_VISUAL, frozenset({FileKind.DOCUMENT}), frozenset({FileKind.AUDIO}))


def has_heading(content: Content) -> bool:
    """Whether the text leaves room for a line above it, in the same message."""
    return bool(content.text) and utf16_length(content.text) <= HANDOVER_TEXT_MAX - HEADING_ROOM


def parts(content: Content) -> tuple[tuple[Attachment, ...], ...]:
    """The files as messages: what came as one album leaves as one album, everything else by itself."""
    return tuple(_parts(content.files))


def _parts(files: tuple[Attachment, ...]) -> Iterator[tuple[Attachment, ...]]:
    album: list[Attachment] = []
    for file in files:
        if album and (
            file.album is None
            or file.album != album[-1].album
            or len(album) == ALBUM_MAX
            or _family(file) is None
            or _family(file) != _family(album[-1])
        ):
            yield tuple(album)
            album = []
        album.append(file)
    if album:
        yield tuple(album)


def _family(file: Attachment) -> frozenset[FileKind] | None:
    return next((family for family in _FAMILIES if file.kind in family), None)
