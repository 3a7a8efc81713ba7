"""Files as messages: one by itself, several as the album they came as."""

from collections.abc import Callable
from typing import Any

from aiogram.methods import (
    SendAnimation,
    SendAudio,
    SendDocument,
    SendMediaGroup,
    SendPhoto,
    SendVideo,
    SendVideoNote,
    SendVoice,
    TelegramMethod,
)
from aiogram.types import InputMediaAudio, InputMediaDocument, InputMediaPhoto, InputMediaVideo

from orders.content import Attachment, FileKind

_ONE: dict[FileKind, Callable[[int, str], TelegramMethod[Any]]] = {
    FileKind.PHOTO: lambda chat, file: SendPhoto(chat_id=chat, photo=file),
    FileKind.DOCUMENT: lambda chat, file: SendDocument(chat_id=chat, document=file),
    FileKind.VIDEO: lambda chat, file: SendVideo(chat_id=chat, video=file),
    FileKind.AUDIO: lambda chat, file: SendAudio(chat_id=chat, audio=file),
    FileKind.VOICE: lambda chat, file: SendVoice(chat_id=chat, voice=file),
    FileKind.VIDEO_NOTE: lambda chat, file: SendVideoNote(chat_id=chat, video_note=file),
    FileKind.ANIMATION: lambda chat, file: SendAnimation(chat_id=chat, animation=file),
}

_MANY: dict[FileKind, Callable[[str], InputMediaPhoto | InputMediaVideo | InputMediaDocument | InputMediaAudio]] = {
    FileKind.PHOTO: lambda file: InputMediaPhoto(media=file),
    FileKind.VIDEO: lambda file: InputMediaVideo(media=file),
    FileKind.DOCUMENT: lambda file: InputMediaDocument(media=file),
    FileKind.AUDIO: lambda file: InputMediaAudio(media=file),
}


def file_message(chat_id: int, files: tuple[Attachment, ...]) -> TelegramMethod[Any]:
    """One part of a hand-over (`desk.handover.parts`) as one Bot API call."""
    if len(files) == 1:
        return _ONE[files[0].kind](chat_id, files[0].file_id)
    return SendMediaGroup(chat_id=chat_id, media=[_MANY[file.kind](file.file_id) for file in files])
