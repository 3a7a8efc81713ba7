"""What people hand each other: words with their formatting, and files by Telegram's file id."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

#: Control and format characters: zero-width spaces, joiners, byte order marks.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def utf16_length(text: str) -> int:
    """Length as Telegram counts it: UTF-16 code units, so that an emoji counts two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def visible(text: str) -> str:
    """The text without what nobody can see at its ends; empty if nothing in it can be seen."""
    if all(character.isspace() or unicodedata.category(character) in _INVISIBLE for character in text):
        return ""
    return text.strip()


class FileKind(StrEnum):
    """The kinds of attachment that the bot passes on."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VIDEO = "video"
    AUDIO = "audio"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    ANIMATION = "animation"
    STICKER = "sticker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file. The bytes stay with Telegram; whoever may see the order is sent them by `file_id`."""

    kind: FileKind
    file_id: str
    name: str | None = None
    #: Telegram's `media_group_id`: files sent as one album are handed over as one album.
    album: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A text and any number of files, in the order in which they were sent."""

    text: str = ""
    #: Bot API message entities of `text`, as Telegram gave them (offsets in UTF-16 units).
    entities: tuple[Mapping[str, object], ...] = ()
    files: tuple[Attachment, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing that a person could read or open."""
        return not visible(self.text) and not self.files


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of the brief: the seller's question and what the buyer supplied for it."""

    question: str
    content: Content
