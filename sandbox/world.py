"""The server's memory and the few things that change it; every change is told to the bot or to the page."""

from collections.abc import Callable

from sandbox.chats import BotProfile, Chat, Message, Profile
from sandbox.errors import bad_request, blocked
from sandbox.events import EventLog
from sandbox.files import FileStore
from sandbox.inline import InlineQueries
from sandbox.params import Params
from sandbox.payments import Payments
from sandbox.presses import Presses
from sandbox.pulse import Pulse
from sandbox.updates import UpdateQueue
from sandbox.values import Json

CONTENT_FIELDS = (
    "text",
    "rich_message",
    "photo",
    "animation",
    "document",
    "video",
    "audio",
    "voice",
    "video_note",
    "sticker",
    "contact",
    "location",
    "invoice",
)


def kind_of(content: Json) -> str:
    """The field that says what a message is; service messages are named by their own field."""
    return next((name for name in CONTENT_FIELDS if name in content), next(iter(content), "text"))


class World:
    """One bot, its people and their chats."""

    def __init__(self, *, bot: BotProfile, now: Callable[[], float]) -> None:
        self.now = now
        self.bot = bot
        self.chats: dict[int, Chat] = {}
        self.files = FileStore(owner=bot.id)
        self.pulse = Pulse()
        self.updates = UpdateQueue(now, self.pulse)
        self.presses = Presses(now)
        self.inline = InlineQueries(now)
        self.events = EventLog(self.pulse)
        self.payments = Payments(now, self.events)

    def add_chat(self, profile: Profile) -> Chat:
        chat = self.chats[profile.id] = Chat(profile)
        self.events.add("person", profile.as_user())
        return chat

    def clear(self) -> None:
        """Forget chats, files and undelivered updates; the bot's profile and the numbering of events stay."""
        self.chats.clear()
        self.files.clear()
        self.presses.clear()
        self.inline.clear()
        self.payments.clear()
        self.updates.clear()
        self.events.add("reset", {})

    def chat(self, params: Params, name: str = "chat_id") -> Chat:
        """The chat a bot names in its call, as far as the bot may know it."""
        identifier = params.text(name)
        if not identifier:
            raise bad_request(f"{name} is empty")
        try:
            chat = self.chats.get(int(identifier))
        except ValueError:
            chat = None
        if chat is None or not chat.started:
            raise bad_request("chat not found")
        return chat

    def writable(self, params: Params) -> Chat:
        """The chat, if the person has not blocked the bot."""
        chat = self.chat(params)
        if chat.blocked:
            raise blocked()
        return chat

    def post(self, chat: Chat, content: Json, *, from_bot: bool, is_told: bool = True) -> Message:
        """Put a new message into a chat; one of a person becomes an update, unless the bot is not to be told."""
        chat.last_message_id += 1
        sender = self.bot.as_user() if from_bot else chat.profile.as_user()
        body: Json = {
            "message_id": chat.last_message_id,
            "from": sender,
            "chat": chat.profile.as_chat(),
            "date": int(self.now()),
        }
        body |= content
        message = Message(chat.last_message_id, body, from_bot, kind_of(content))
        chat.messages[message.id] = message
        self.events.add("message", {"chat_id": chat.id, "from_bot": from_bot, "message": body})
        if not from_bot and is_told:
            self.updates.add("message", body)
        return message

    def replace(self, chat: Chat, message: Message, body: Json, *, touched: bool = True) -> Message:
        """Give a message a new body; `touched` sets the mark «edited»."""
        former = message.body.get("reply_markup")
        if former is not None and former != body.get("reply_markup"):
            message.keyboards.append(former)
        if touched:
            body = body | {"edit_date": int(self.now())}
        message.body = body
        message.kind = kind_of(body)
        self.events.add("edited", {"chat_id": chat.id, "from_bot": message.from_bot, "message": body})
        if not message.from_bot:
            self.updates.add("edited_message", body)
        return message

    def remove(self, chat: Chat, message_id: int) -> None:
        del chat.messages[message_id]
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
        self.events.add("deleted", {"chat_id": chat.id, "message_id": message_id})
