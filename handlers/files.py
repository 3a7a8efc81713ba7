"""Files as messages: one by itself, several as the album they came as."""

from collections.abc import Callable, Iterator
from typing import Any

from aiogram.methods import (
    SendAnimation,
    SendAudio,
    SendDocument,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendSticker,
    SendVideo,
    SendVideoNote,
    SendVoice,
    TelegramMethod,
)
from aiogram.types import InputMediaAudio, InputMediaDocument, InputMediaPhoto, InputMediaVideo, MessageEntity

from desk.handover import parts
from orders.content import Attachment, Content, FileKind

_ONE: dict[FileKind, Callable[[int, str], TelegramMethod[Any]]] = {
    FileKind.PHOTO: lambda chat, file: SendPhoto(chat_id=chat, photo=file),
    FileKind.DOCUMENT: lambda chat, file: SendDocument(chat_id=chat, document=file),
    FileKind.VIDEO: lambda chat, file: SendVideo(chat_id=chat, video=file),
    FileKind.AUDIO: lambda chat, file: SendAudio(chat_id=chat, audio=file),
    FileKind.VOICE: lambda chat, file: SendVoice(chat_id=chat, voice=file),
    FileKind.VIDEO_NOTE: lambda chat, file: SendVideoNote(chat_id=chat, video_note=file),
    FileKind.ANIMATION: lambda chat, file: SendAnimation(chat_id=chat, animation=file),
    FileKind.STICKER: lambda chat, file: SendSticker(chat_id=chat, sticker=file),
}

_MANY: dict[FileKind, Callable[[str], InputMediaPhoto | InputMediaVideo | InputMediaDocument | InputMediaAudio]] = {
    FileKind.PHOTO: lambda file: InputMediaPhoto(media=file),
    FileKind.VIDEO: lambda file: InputMediaVideo(media=file),
    FileKind.DOCUMENT: lambda file: InputMediaDocument(media=file),
    FileKind.AUDIO: lambda file: InputMediaAudio(media=file),
}


def message_entities(content: Content) -> list[MessageEntity]:
    """The formatting of a content's text, as its author gave it."""
    return [MessageEntity.model_validate(dict(entity)) for entity in content.entities]


def text_message(chat_id: int, content: Content) -> SendMessage:
    """The text of a content, just as its author wrote it."""
    return SendMessage(chat_id=chat_id, text=content.text, entities=message_entities(content) or None)


def content_messages(chat_id: int, content: Content) -> Iterator[TelegramMethod[Any]]:
    """All messages of a hand-over, in order."""
    if content.text:
        yield text_message(chat_id, content)
    for part in parts(content):
        yield file_message(chat_id, part)


def file_message(chat_id: int, files: tuple[Attachment, ...]) -> TelegramMethod[Any]:
    """One part of a hand-over (`desk.handover.parts`) as one Bot API call."""
    if len(files) == 1:
        return _ONE[files[0].kind](chat_id, files[0].file_id)
    return SendMediaGroup(chat_id=chat_id, media=[_MANY[file.kind](file.file_id) for file in files])
