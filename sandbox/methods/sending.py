"""sendMessage, sendPhoto and the rest that send one message, and sendMediaGroup."""

from functools import partial

from sandbox.contents import (
    ALBUM_KINDS,
    contact_content,
    input_media,
    location_content,
    single_media,
    text_content,
)
from sandbox.errors import bad_request, blocked
from sandbox.fields import as_list, as_object
from sandbox.files import Kind
from sandbox.methods.handler import Table
from sandbox.methods.posting import Posting
from sandbox.params import Params
from sandbox.rich import rich_content
from sandbox.values import Json
from sandbox.world import World

MIN_ALBUM = 2
MAX_ALBUM = 10
_ONLY_AMONG_THEMSELVES = {Kind.DOCUMENT: "Document", Kind.AUDIO: "Audio"}


class Sending:
    """Each returns the message as it now stands in the chat."""

    def __init__(self, world: World, posting: Posting) -> None:
        self._world = world
        self._posting = posting
        self._albums = 0

    def table(self) -> Table:
        return {
            "sendMessage": self.send_message,
            "sendRichMessage": self.send_rich_message,
            "sendPhoto": partial(self._send_media, Kind.PHOTO),
            "sendDocument": partial(self._send_media, Kind.DOCUMENT),
            "sendVideo": partial(self._send_media, Kind.VIDEO),
            "sendAudio": partial(self._send_media, Kind.AUDIO),
            "sendVoice": partial(self._send_media, Kind.VOICE),
            "sendVideoNote": partial(self._send_media, Kind.VIDEO_NOTE),
            "sendAnimation": partial(self._send_media, Kind.ANIMATION),
            "sendSticker": partial(self._send_media, Kind.STICKER),
            "sendContact": self.send_contact,
            "sendLocation": self.send_location,
            "sendMediaGroup": self.send_media_group,
        }

    def send_message(self, params: Params) -> Json:
        text = params.text("text")
        if not text:
            raise bad_request("message text is empty")
        preview = link_preview(params)
        return self._posting.send(
            params,
            lambda: text_content(text, params.entities("entities"), params.text("parse_mode")) | preview,
        ).body

    def send_rich_message(self, params: Params) -> Json:
        return self._posting.send(params, lambda: rich_content(params, self._world.files)).body

    def send_contact(self, params: Params) -> Json:
        return self._posting.send(params, lambda: contact_content(params)).body

    def send_location(self, params: Params) -> Json:
        return self._posting.send(params, lambda: location_content(params)).body

    def _send_media(self, kind: Kind, params: Params) -> Json:
        return self._posting.send(params, lambda: single_media(params, kind, self._world.files)).body

    def send_media_group(self, params: Params) -> list[Json]:
        """2–10 photos and videos mixed, or documents, or audio files; they share a media_group_id."""
        params.required("media")
        media = as_list(params.parsed("media", "Can't parse media JSON object"), "Expected an Array of InputMedia")
        chat = self._world.chat(params)
        around = self._posting.surroundings(chat, params)
        contents = [input_media(params, item, self._world.files, kinds=ALBUM_KINDS) for item in media]
        _check_album(contents)
        if chat.blocked:
            raise blocked()
        self._albums += 1
        group = {"media_group_id": f"{chat.id}{self._albums:06}"}
        return [self._world.post(chat, content | group | around, from_bot=True).body for content in contents]


def _check_album(contents: list[Json]) -> None:
    if not contents:
        raise bad_request("there are no messages to send")
    if len(contents) > MAX_ALBUM:
        raise bad_request("too many messages to send as an album")
    if len(contents) < MIN_ALBUM:
        raise bad_request("MEDIA_GROUPED_INVALID")
    for kind, name in _ONLY_AMONG_THEMSELVES.items():
        if 0 < sum(kind.value in content for content in contents) < len(contents):
            raise bad_request(f"{name} can't be mixed with other media types")


def link_preview(params: Params) -> Json:
    """The link_preview_options of a text, where the bot gave any."""
    value = params.parsed("link_preview_options", "Can't parse link preview options JSON object")
    if value is None:
        return {"link_preview_options": {"is_disabled": True}} if params.flag("disable_web_page_preview") else {}
    return {"link_preview_options": as_object(value, "Object expected as link preview options")}
