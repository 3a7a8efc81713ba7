"""copyMessage, forwardMessage and their plural forms."""

from sandbox.chats import Chat, Message
from sandbox.contents import caption_of
from sandbox.errors import bad_request
from sandbox.fields import as_list
from sandbox.methods.handler import Table
from sandbox.methods.posting import Posting
from sandbox.params import Params
from sandbox.values import Json
from sandbox.world import CONTENT_FIELDS, World

MAX_AT_ONCE = 100
_ABOUT_CONTENT = (
    "entities",
    "caption",
    "caption_entities",
    "link_preview_options",
    "has_media_spoiler",
    "show_caption_above_media",
)


class Copying:
    def __init__(self, world: World, posting: Posting) -> None:
        self._world = world
        self._posting = posting
        self._albums = 0

    def table(self) -> Table:
        return {
            "copyMessage": self.copy_message,
            "copyMessages": self.copy_messages,
            "forwardMessage": self.forward_message,
            "forwardMessages": self.forward_messages,
        }

    def copy_message(self, params: Params) -> Json:
        """The content under the bot's own name; a caption given replaces the old one."""
        source = self._source(params, "message to copy")
        content = _content(source, "message can't be copied")
        if "caption" in params:
            content = {name: content[name] for name in content if not name.startswith("caption")}
            content |= caption_of(params)
        return {"message_id": self._posting.send(params, lambda: content).id}

    def forward_message(self, params: Params) -> Json:
        source = self._source(params, "message to forward")
        return self._posting.send(params, lambda: _forwarded(source)).body

    def copy_messages(self, params: Params) -> list[Json]:
        contents = [_content(source, "message can't be copied") for source in self._sources(params)]
        if params.flag("remove_caption"):
            contents = [
                {name: value for name, value in content.items() if not name.startswith("caption")}
                for content in contents
            ]
        return self._send_all(params, contents)

    def forward_messages(self, params: Params) -> list[Json]:
        return self._send_all(params, [_forwarded(source) for source in self._sources(params)])

    def _source(self, params: Params, what: str) -> Message:
        params.required("from_chat_id")
        chat = self._world.chat(params, "from_chat_id")
        message = chat.messages.get(params.integer("message_id"))
        if message is None:
            raise bad_request(f"{what} not found")
        return message

    def _sources(self, params: Params) -> list[Message]:
        """Those that exist and can be sent on, in the order of the chat; the real server skips the rest too."""
        params.required("from_chat_id")
        wanted = set(message_ids(params))
        chat = self._world.chat(params, "from_chat_id")
        found = [chat.messages[message_id] for message_id in sorted(wanted & chat.messages.keys())]
        found = [message for message in found if message.kind in CONTENT_FIELDS]
        if not found:
            raise bad_request("there are no messages to forward")
        return found

    def _send_all(self, params: Params, contents: list[Json]) -> list[Json]:
        """Albums stay albums."""
        groups: dict[str, str] = {}
        chat: Chat = self._world.writable(params)
        around = self._posting.surroundings(chat, params)
        sent = []
        for content in contents:
            group = content.get("media_group_id")
            if group is not None:
                if group not in groups:
                    self._albums += 1
                    groups[group] = f"{chat.id}9{self._albums:06}"
                content["media_group_id"] = groups[group]
            sent.append({"message_id": self._world.post(chat, content | around, from_bot=True).id})
        return sent


def _content(message: Message, refusal: str) -> Json:
    if message.kind not in CONTENT_FIELDS or message.kind == "invoice":
        raise bad_request(refusal)
    names = (*CONTENT_FIELDS, *_ABOUT_CONTENT, "media_group_id")
    return {name: message.body[name] for name in names if name in message.body}


def _forwarded(message: Message) -> Json:
    content = _content(message, "message can't be forwarded")
    origin = message.body.get("forward_origin") or {
        "type": "user",
        "date": message.body["date"],
        "sender_user": message.body["from"],
    }
    return content | {"forward_origin": origin}


def message_ids(params: Params) -> list[int]:
    """The identifiers of copyMessages, forwardMessages and deleteMessages."""
    value = params.parsed("message_ids", "Can't parse message_ids JSON object")
    if value is None:
        raise bad_request("Message identifiers are not specified")
    identifiers = as_list(value, "Expected an Array of message identifiers")
    if not identifiers:
        raise bad_request("Message identifiers are not specified")
    if len(identifiers) > MAX_AT_ONCE:
        raise bad_request("Too many message identifiers specified")
    try:
        numbers = [int(identifier) for identifier in identifiers]
    except (TypeError, ValueError):
        raise bad_request("Can't parse message identifier as a Number") from None
    if any(number <= 0 for number in numbers):
        raise bad_request("Invalid message identifier specified")
    return numbers
