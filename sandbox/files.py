"""Files that the bot or a person has sent, and the identifiers the bot knows them by."""

import base64
import hashlib
import mimetypes
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath

from sandbox.errors import TOO_LARGE, ApiError, bad_request
from sandbox.images import picture_size
from sandbox.values import Json, without_none

MEBIBYTE = 1 << 20
MAX_UPLOAD = 50 * MEBIBYTE
MAX_PHOTO = 10 * MEBIBYTE
MAX_DOWNLOAD = 20 * MEBIBYTE
SIDE_OF_UNKNOWN_PICTURE = 1280
_SIDES = (90, 320, 800, 1280, 2560)


class Kind(StrEnum):
    """What a file was sent as; the value is the field of a message that holds it."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VIDEO = "video"
    AUDIO = "audio"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    ANIMATION = "animation"
    STICKER = "sticker"


# the way identifiers begin, the name in error messages, the folder in file_path and the usual type
_TRAITS = {
    Kind.PHOTO: ("AgAC", "Photo", "photos", "image/jpeg"),
    Kind.DOCUMENT: ("BQAC", "Document", "documents", "application/octet-stream"),
    Kind.VIDEO: ("BAAC", "Video", "videos", "video/mp4"),
    Kind.AUDIO: ("CQAC", "Audio", "music", "audio/mpeg"),
    Kind.VOICE: ("AwAC", "VoiceNote", "voice", "audio/ogg"),
    Kind.VIDEO_NOTE: ("DQAC", "VideoNote", "video_notes", "video/mp4"),
    Kind.ANIMATION: ("CgAC", "Animation", "animations", "video/mp4"),
    Kind.STICKER: ("CAAC", "Sticker", "stickers", "image/webp"),
}


@dataclass(frozen=True, slots=True)
class StoredFile:
    file_id: str
    file_unique_id: str
    kind: Kind
    name: str
    mime_type: str
    content: bytes = field(repr=False)
    path: str
    view: list[Json] | Json
    """The media as a message shows it: an object, for a photo the list of its sizes."""

    @property
    def size(self) -> int:
        return len(self.content)


class FileStore:
    """Identifiers are made from the order of arrival, so that a repeated run gives the same ones."""

    def __init__(self, *, owner: int) -> None:
        self._owner = owner
        self._count = 0
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(
        self, kind: Kind, name: str, content: bytes, mime_type: str = "", details: Json | None = None
    ) -> StoredFile:
        """Keep a file; `details` are the sender's words about it: width, height, duration, title, …."""
        check_size(kind, len(content))
        self._count += 1
        prefix, _, folder, usual_type = _TRAITS[kind]
        mime_type = mime_type or mimetypes.guess_type(name)[0] or usual_type
        file_id, unique_id = self._identifiers(prefix, "")
        path = f"{folder}/file_{self._count}{PurePath(name).suffix}"
        view: list[Json] | Json
        if kind is Kind.PHOTO:
            view = self._photo_sizes(file_id, unique_id, content)
        else:
            view = _view(kind, file_id, unique_id, name, mime_type, len(content), details or {})
        stored = StoredFile(file_id, unique_id, kind, name, mime_type, content, path, view)
        self._by_id[file_id] = stored
        self._by_path[path] = stored
        if isinstance(view, list):
            self._by_id.update({size["file_id"]: stored for size in view})
        return stored

    def clear(self) -> None:
        self._by_id.clear()
        self._by_path.clear()

    def find(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def resend(self, file_id: str, kind: Kind) -> StoredFile:
        """A file known by its identifier; it goes out as what it is, and a photo as nothing else."""
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad_request("Wrong remote file identifier specified: can't unserialize it. Wrong last symbol")
        if (stored.kind is Kind.PHOTO) != (kind is Kind.PHOTO):
            raise bad_request(f"Can't use file of type {_TRAITS[stored.kind][1]} as {_TRAITS[kind][1]}")
        return stored

    def _identifiers(self, prefix: str, part: str) -> tuple[str, str]:
        digest = hashlib.sha256(f"{self._owner}/{self._count}/{part}".encode()).digest()
        unique = base64.urlsafe_b64encode(digest[:9]).decode()
        return prefix + "AgI" + base64.urlsafe_b64encode(digest + digest[:10]).decode(), "AQAD" + unique

    def _photo_sizes(self, file_id: str, unique_id: str, content: bytes) -> list[Json]:
        """Telegram makes smaller copies; here each size stands for the same bytes."""
        width, height = picture_size(content) or (SIDE_OF_UNKNOWN_PICTURE, SIDE_OF_UNKNOWN_PICTURE * 9 // 16)
        longest = max(width, height, 1)
        sizes: list[Json] = []
        for side in _SIDES:
            last = side >= longest or side == _SIDES[-1]
            scale = min(side / longest, 1.0)
            identifiers = (file_id, unique_id) if last else self._identifiers(_TRAITS[Kind.PHOTO][0], str(side))
            sizes.append(
                {
                    "file_id": identifiers[0],
                    "file_unique_id": identifiers[1],
                    "width": max(round(width * scale), 1),
                    "height": max(round(height * scale), 1),
                    "file_size": len(content),
                }
            )
            if last:
                break
        return sizes


def check_size(kind: Kind, size: int) -> None:
    """Raise what the server says of a file that is empty or over the limit of its kind."""
    if not size:
        raise bad_request("file must be non-empty")
    if size > MAX_UPLOAD:
        raise ApiError(TOO_LARGE, "Request Entity Too Large")
    if kind is Kind.PHOTO and size > MAX_PHOTO:
        raise bad_request(f"File of size {size} bytes is too big for a photo; the maximum size is {MAX_PHOTO} bytes")


def _view(kind: Kind, file_id: str, unique_id: str, name: str, mime_type: str, size: int, details: Json) -> Json:
    common: Json = {"file_id": file_id, "file_unique_id": unique_id, "file_size": size}
    duration = details.get("duration", 0)
    sides = {"width": details.get("width", 0), "height": details.get("height", 0)}
    named = {"file_name": name, "mime_type": mime_type}
    match kind:
        case Kind.DOCUMENT:
            return common | named
        case Kind.VIDEO | Kind.ANIMATION:
            return common | named | sides | {"duration": duration}
        case Kind.AUDIO:
            tags = without_none(performer=details.get("performer"), title=details.get("title"))
            return common | named | tags | {"duration": duration}
        case Kind.VOICE:
            return common | {"mime_type": mime_type, "duration": duration}
        case Kind.VIDEO_NOTE:
            return common | {"length": details.get("length", 240), "duration": duration}
        case _:
            sticker = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
            return common | sticker | without_none(emoji=details.get("emoji"))
