"""How a content is handed over: the messages it becomes, in the order in which its author sent it."""

from collections.abc import Iterator

from orders.content import Attachment, Content, FileKind

#: Telegram's bounds of an album.
ALBUM_MAX = 10
_VISUAL = frozenset({FileKind.PHOTO, FileKind.VIDEO})
#: Kinds that Telegram lets into an album with others of the same family.
_FAMILIES = (_VISUAL, frozenset({FileKind.DOCUMENT}), frozenset({FileKind.AUDIO}))


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
