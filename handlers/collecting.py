"""Reading what a person sent: words with their formatting, and files by Telegram's file id."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from aiogram.types import Message

from orders.content import Attachment, Content, FileKind, utf16_length
from orders.refusals import TextTooLong, TooManyFiles, UnsupportedKind
from orders.written import HANDOVER_FILES_MAX, HANDOVER_TEXT_MAX

#: What a person sends, as against what Telegram tells of a chat (a pinned message, a topic that was renamed).
_KINDS_SENT = frozenset(
    {
        "text", "animation", "audio", "document", "live_photo", "paid_media", "photo", "sticker", "story", "video",
        "video_note", "voice", "checklist", "contact", "dice", "game", "poll", "venue", "location", "rich_message",
    }
)  # fmt: skip


def is_sent(message: Message) -> bool:
    """A filter: a person has sent this."""
    return message.content_type in _KINDS_SENT


def content_of(message: Message, *, takes_stickers: bool = False) -> Content:
    """One message as content. A caption counts as the text, so that a photo with words is both.

    Raises: UnsupportedKind: a sticker (it is no answer and no work, but it may be said), a contact, a poll or whatever
        else can't be handed over.
    """
    files = tuple(_files(message))
    if takes_stickers and message.sticker is not None:
        files = (Attachment(kind=FileKind.STICKER, file_id=message.sticker.file_id),)
    text = message.text if message.text is not None else message.caption
    if text is None and not files:
        raise UnsupportedKind
    entities = message.entities if message.text is not None else message.caption_entities
    return Content(
        text=text or "",
        entities=tuple(entity.model_dump(mode="json", exclude_none=True) for entity in entities or ()),
        files=files,
    )


def joined(earlier: Content, later: Content) -> Content:
    """Both, in the order in which they came; the texts are kept apart by an empty line.

    Raises: TextTooLong, TooManyFiles: together they can't be handed over as one.
    """
    moved: tuple[Mapping[str, object], ...] = later.entities
    if earlier.text and later.text:
        gap = "\n\n"
        shift = utf16_length(earlier.text + gap)
        text = earlier.text + gap + later.text
        moved = tuple({**entity, "offset": _offset(entity) + shift} for entity in later.entities)
    else:
        text = earlier.text or later.text
    if utf16_length(text) > HANDOVER_TEXT_MAX:
        raise TextTooLong(1, HANDOVER_TEXT_MAX, utf16_length(text))
    files = earlier.files + later.files
    if len(files) > HANDOVER_FILES_MAX:
        raise TooManyFiles(0, HANDOVER_FILES_MAX, len(files))
    return replace(earlier, text=text, entities=earlier.entities + moved, files=files)


def file_of(message: Message) -> str | None:
    """Telegram's unique id of the file in a message: the same whenever it shows the same file."""
    if message.photo:
        return message.photo[-1].file_unique_id
    media = (
        message.animation or message.document or message.video or message.audio or message.voice or message.video_note
        or message.sticker
    )  # fmt: skip
    return media.file_unique_id if media is not None else None


def _offset(entity: Mapping[str, object]) -> int:
    offset = entity["offset"]
    return offset if isinstance(offset, int) else 0


def _files(message: Message) -> Iterator[Attachment]:
    album = message.media_group_id
    if message.photo:
        yield Attachment(kind=FileKind.PHOTO, file_id=message.photo[-1].file_id, album=album)
    elif message.animation is not None:  # an animation comes with a document of the same file: it goes first
        yield Attachment(
            kind=FileKind.ANIMATION, file_id=message.animation.file_id, name=message.animation.file_name, album=album
        )
    elif message.document is not None:
        yield Attachment(
            kind=FileKind.DOCUMENT, file_id=message.document.file_id, name=message.document.file_name, album=album
        )
    elif message.video is not None:
        yield Attachment(kind=FileKind.VIDEO, file_id=message.video.file_id, name=message.video.file_name, album=album)
    elif message.audio is not None:
        yield Attachment(kind=FileKind.AUDIO, file_id=message.audio.file_id, name=message.audio.file_name, album=album)
    elif message.voice is not None:
        yield Attachment(kind=FileKind.VOICE, file_id=message.voice.file_id)
    elif message.video_note is not None:
        yield Attachment(kind=FileKind.VIDEO_NOTE, file_id=message.video_note.file_id)
