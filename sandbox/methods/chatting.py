"""What a bot does about a chat besides writing: looking it up, typing, pinning, reacting, files."""

from sandbox.errors import bad_request
from sandbox.fields import as_list, as_object, required_text
from sandbox.files import MAX_DOWNLOAD
from sandbox.methods.handler import Table
from sandbox.params import Params
from sandbox.values import Json
from sandbox.world import World

ACTIONS = frozenset(
    {
        "cancel",
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
_NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


class Chatting:
    def __init__(self, world: World) -> None:
        self._world = world

    def table(self) -> Table:
        return {
            "getChat": self.get_chat,
            "getFile": self.get_file,
            "getUserProfilePhotos": self.get_user_profile_photos,
            "sendChatAction": self.send_chat_action,
            "pinChatMessage": self.pin_chat_message,
            "unpinChatMessage": self.unpin_chat_message,
            "unpinAllChatMessages": self.unpin_all_chat_messages,
            "setMessageReaction": self.set_message_reaction,
        }

    def get_chat(self, params: Params) -> Json:
        chat = self._world.chat(params)
        full = chat.profile.as_chat() | {
            "accent_color_id": chat.id % 7,
            "max_reaction_count": 11,
            "accepted_gift_types": _NO_GIFTS,
        }
        if chat.pinned:
            full["pinned_message"] = chat.messages[chat.pinned[-1]].body
        return full

    def get_file(self, params: Params) -> Json:
        """Where to download a file; bots get files of up to 20 MB."""
        file_id = params.text("file_id")
        if not file_id:
            raise bad_request("file_id not specified")
        stored = self._world.files.find(file_id)
        if stored is None:
            raise bad_request("invalid file_id")
        if stored.size > MAX_DOWNLOAD:
            raise bad_request("file is too big")
        return {
            "file_id": file_id,
            "file_unique_id": stored.file_unique_id,
            "file_size": stored.size,
            "file_path": stored.path,
        }

    def get_user_profile_photos(self, params: Params) -> Json:
        """Nobody here has a picture."""
        if params.integer("user_id") not in self._world.chats:
            raise bad_request("user not found")
        return {"total_count": 0, "photos": []}

    def send_chat_action(self, params: Params) -> bool:
        action = params.text("action")
        if action not in ACTIONS:
            raise bad_request("Wrong parameter action in request")
        chat = self._world.writable(params)
        self._world.events.add("chat", {"chat_id": chat.id, "action": action})
        return True

    def pin_chat_message(self, params: Params) -> bool:
        chat = self._world.writable(params)
        message = chat.messages.get(params.integer("message_id"))
        if message is None:
            raise bad_request("message to pin not found")
        if message.id not in chat.pinned:
            chat.pinned.append(message.id)
            self._world.post(chat, {"pinned_message": message.body}, from_bot=True)
            self._world.events.add("chat", {"chat_id": chat.id, "pinned": list(chat.pinned)})
        return True

    def unpin_chat_message(self, params: Params) -> bool:
        """Without message_id: the newest pinned one."""
        chat = self._world.writable(params)
        message_id = params.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
        if message_id not in chat.pinned:
            raise bad_request("message to unpin not found")
        chat.pinned.remove(message_id)
        self._world.events.add("chat", {"chat_id": chat.id, "pinned": list(chat.pinned)})
        return True

    def unpin_all_chat_messages(self, params: Params) -> bool:
        chat = self._world.writable(params)
        chat.pinned.clear()
        self._world.events.add("chat", {"chat_id": chat.id, "pinned": []})
        return True

    def set_message_reaction(self, params: Params) -> bool:
        """An empty list takes the bot's reaction back; a bot may leave one."""
        value = params.parsed("reaction", "Can't parse reaction types JSON object")
        reactions = as_list([] if value is None else value, "Expected an Array of ReactionType")
        for reaction in reactions:
            kind = required_text(as_object(reaction, "Can't parse ReactionType: expected an Object"), "type")
            if kind not in {"emoji", "custom_emoji"}:
                raise bad_request("Can't parse ReactionType: invalid reaction type specified")
        if len(reactions) > 1:
            raise bad_request("REACTIONS_TOO_MANY")
        chat = self._world.writable(params)
        message_id = params.integer("message_id")
        if message_id not in chat.messages:
            raise bad_request("message to react not found")
        chat.reactions[message_id] = reactions
        self._world.events.add("chat", {"chat_id": chat.id, "message_id": message_id, "reactions": reactions})
        return True
