"""What a message is made of: text, caption, media, contact, place. Checked as the server checks it."""

from sandbox.entities import read_entities
from sandbox.errors import ApiError, bad_request
from sandbox.fields import as_object, optional_flag, optional_integer, optional_text, required_number, required_text
from sandbox.files import FileStore, Kind, StoredFile
from sandbox.formatted import FormattedText, tidy
from sandbox.images import picture_size
from sandbox.params import Params, Upload
from sandbox.utf16 import length as utf16_length
from sandbox.values import Json, without_none

MAX_TEXT = 4096
MAX_CAPTION = 1024
ALBUM_KINDS = {"photo": Kind.PHOTO, "video": Kind.VIDEO, "document": Kind.DOCUMENT, "audio": Kind.AUDIO}
WITHOUT_CAPTION = frozenset({Kind.VIDEO_NOTE, Kind.STICKER})
_MAX_LATITUDE = 90
_MAX_LONGITUDE = 180
_SPOKEN = {Kind.VIDEO_NOTE: "video note"}
_DETAILS = ("duration", "width", "height", "length", "performer", "title", "emoji")


def text_content(text: str, entities: list[object], parse_mode: str = "") -> Json:
    """Text of 1–4096 UTF-16 units after trimming.

    A parse mode is refused: this server knows entities only, as the bot it was built for.
    """
    if not text:
        raise bad_request("message text is empty")
    formatted = _formatted(text, entities, parse_mode)
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if utf16_length(formatted.text) > MAX_TEXT:
        raise bad_request("message is too long")
    return {"text": formatted.text} | ({"entities": formatted.entities} if formatted.entities else {})


def caption_content(text: str, entities: list[object], parse_mode: str = "") -> Json:
    """Caption fields of a message, none where the caption is empty; up to 1024 UTF-16 units."""
    formatted = _formatted(text, entities, parse_mode)
    if utf16_length(formatted.text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    if not formatted.text:
        return {}
    return {"caption": formatted.text} | ({"caption_entities": formatted.entities} if formatted.entities else {})


def caption_of(params: Params) -> Json:
    return caption_content(params.text("caption"), params.entities("caption_entities"), params.text("parse_mode"))


def _formatted(text: str, entities: list[object], parse_mode: str) -> FormattedText:
    if text and parse_mode and parse_mode.lower() != "none":
        raise bad_request("Unsupported parse_mode: the sandbox knows entities only")
    return tidy(text, read_entities(entities))


def media_content(stored: StoredFile) -> Json:
    """The field that shows the file; an animation is shown as a document too, for old bots."""
    content: Json = {stored.kind.value: stored.view}
    if stored.kind is Kind.ANIMATION and isinstance(stored.view, dict):
        content["document"] = {
            name: stored.view[name] for name in ("file_id", "file_unique_id", "file_name", "mime_type", "file_size")
        }
    return content


def single_media(params: Params, kind: Kind, files: FileStore) -> Json:
    """Content of sendPhoto, sendDocument, …: the file under the parameter of that name, and the caption."""
    stored = find_file(params, params.text(kind.value), kind, files, details=params.values, field=kind.value)
    if stored is None:
        raise bad_request(f"there is no {_SPOKEN.get(kind, kind.value)} in the request")
    content = media_content(stored)
    return content if kind in WITHOUT_CAPTION else content | caption_of(params)


def input_media(params: Params, value: object, files: FileStore, *, kinds: dict[str, Kind]) -> Json:
    """Content described by one InputMedia object."""
    try:
        media = as_object(value, "expected an Object")
        kind_name = required_text(media, "type")
        kind = kinds.get(kind_name)
        if kind is None:
            where = "can't be used in sendMediaGroup" if kind_name == "animation" else "is unsupported"
            raise bad_request(f'type "{kind_name}" {where}')
        stored = find_file(params, optional_text(media, "media"), kind, files, details=media)
        if stored is None:
            raise bad_request("media not found")
    except ApiError as error:
        raise bad_request(f"Can't parse InputMedia: {error.reason}") from None
    caption = caption_content(
        optional_text(media, "caption"), media.get("caption_entities") or [], optional_text(media, "parse_mode")
    )
    above = {"show_caption_above_media": True} if optional_flag(media, "show_caption_above_media") else {}
    return media_content(stored) | caption | above


def find_file(
    params: Params, given: str, kind: Kind, files: FileStore, *, details: Json, field: str = ""
) -> StoredFile | None:
    """A file uploaded in this request (`attach://part`, or under the parameter's own name) or known by its id."""
    part = given.removeprefix("attach://") if given.startswith("attach://") else ("" if given else field)
    if part:
        upload = params.uploads.get(part)
        return _stored(upload, kind, files, details) if upload is not None else None
    if not given:
        return None
    if given.startswith(("http://", "https://")):
        raise bad_request("Failed to get HTTP URL content")
    return files.resend(given, kind)


def _stored(upload: Upload, kind: Kind, files: FileStore, details: Json) -> StoredFile:
    if kind is Kind.PHOTO and upload.content and picture_size(upload.content) is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    return files.add(kind, upload.name, upload.content, upload.mime_type, media_details(details))


def media_details(given: Json) -> Json:
    """What the sender says of a file: numbers as numbers, words as words."""
    details: Json = {}
    for name in _DETAILS:
        value = given.get(name)
        if value is None or value == "":
            continue
        details[name] = value if name in {"performer", "title", "emoji"} else optional_integer(given, name)
    return details


def contact_content(params: Params) -> Json:
    phone_number, first_name = params.required("phone_number"), params.required("first_name")
    last_name, vcard = params.text("last_name") or None, params.text("vcard") or None
    return {"contact": without_none(phone_number=phone_number, first_name=first_name, last_name=last_name, vcard=vcard)}


def location_content(params: Params) -> Json:
    for name in ("latitude", "longitude"):
        if not params.text(name):
            raise bad_request(f"{name} is empty")
    try:
        place = {name: float(params.text(name)) for name in ("latitude", "longitude")}
    except ValueError:
        raise bad_request("Invalid location specified") from None
    return {"location": checked_location(place)}


def checked_location(place: Json) -> Json:
    latitude, longitude = required_number(place, "latitude"), required_number(place, "longitude")
    if abs(latitude) > _MAX_LATITUDE or abs(longitude) > _MAX_LONGITUDE:
        raise bad_request("Invalid location specified")
    return {"latitude": latitude, "longitude": longitude}
