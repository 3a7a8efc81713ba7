"""Putting the bot's message into a chat: where it goes, what it replies to, which keyboard comes with it."""

from collections.abc import Callable

from sandbox.chats import Chat, Message
from sandbox.errors import ApiError, bad_request, blocked
from sandbox.fields import as_object, optional_flag, optional_integer, optional_text, required_integer
from sandbox.keyboards import read_markup
from sandbox.params import Params
from sandbox.topics import marks_of
from sandbox.values import Json
from sandbox.world import World

_BROKEN_REPLY = "Can't parse reply parameters JSON object"


class Posting:
    """Every send… method ends here."""

    def __init__(self, world: World) -> None:
        self._world = world

    def send(self, params: Params, content: Callable[[], Json]) -> Message:
        """Check everything in the server's order, then post what `content` makes."""
        markup = read_markup(params)
        chat = self._world.chat(params)
        around = self.surroundings(chat, params)
        made = content() | around
        if chat.blocked:
            raise blocked()
        if markup is not None and "inline_keyboard" in markup:
            made["reply_markup"] = markup
        message = self._world.post(chat, made, from_bot=True)
        if markup is not None and "inline_keyboard" not in markup:
            message.final = True
            chat.reply_keyboard = None if markup.get("remove_keyboard") else markup
            self._world.events.add("chat", {"chat_id": chat.id, "reply_keyboard": chat.reply_keyboard})
        return message

    def surroundings(self, chat: Chat, params: Params) -> Json:
        """Topic, replied message and the marks a message carries besides its content."""
        around = self._thread(chat, params)
        around |= _reply(chat, params)
        if params.flag("protect_content"):
            around["has_protected_content"] = True
        if params.flag("has_spoiler"):
            around["has_media_spoiler"] = True
        if params.flag("show_caption_above_media"):
            around["show_caption_above_media"] = True
        if params.text("message_effect_id"):
            around["effect_id"] = params.text("message_effect_id")
        return around

    def _thread(self, chat: Chat, params: Params) -> Json:
        """A bot may write into a topic that it has closed."""
        thread_id = params.integer("message_thread_id")
        if not thread_id:
            return {}
        if thread_id not in chat.topics or not self._world.bot.has_topics:
            raise bad_request("message thread not found")
        return marks_of(thread_id)


def _reply(chat: Chat, params: Params) -> Json:
    value = params.parsed("reply_parameters", _BROKEN_REPLY)
    if value is None:
        value = {
            "message_id": params.integer("reply_to_message_id"),
            "allow_sending_without_reply": params.flag("allow_sending_without_reply"),
        }
    reply = as_object(value, "Object expected as reply parameters")
    if not reply or not required_integer(reply, "message_id"):
        return {}
    try:
        return reply_to(chat, optional_integer(reply, "message_id"), optional_text(reply, "quote"))
    except ApiError:
        if optional_flag(reply, "allow_sending_without_reply"):
            return {}
        raise


def reply_to(chat: Chat, message_id: int, quote: str = "") -> Json:
    """The fields of a message that answers another one of the same chat."""
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message to be replied not found")
    shown = {name: value for name, value in message.body.items() if name != "reply_to_message"}
    if not quote:
        return {"reply_to_message": shown}
    position = message.text.find(quote)
    if position < 0:
        raise bad_request("QUOTE_TEXT_INVALID")
    return {"reply_to_message": shown, "quote": {"text": quote, "position": position, "is_manual": True}}
