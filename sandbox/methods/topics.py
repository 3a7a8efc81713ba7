"""Topics in private chats, where they are switched on for the bot."""

from sandbox.chats import Chat, Topic
from sandbox.errors import bad_request
from sandbox.methods.handler import Table
from sandbox.params import Params
from sandbox.values import Json, without_none
from sandbox.world import World

MAX_NAME = 128
ICON_COLORS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)


class TopicMethods:
    """A topic bears the id of the service message that opened it."""

    def __init__(self, world: World) -> None:
        self._world = world

    def table(self) -> Table:
        return {
            "createForumTopic": self.create_forum_topic,
            "editForumTopic": self.edit_forum_topic,
            "closeForumTopic": self.close_forum_topic,
            "reopenForumTopic": self.reopen_forum_topic,
            "deleteForumTopic": self.delete_forum_topic,
        }

    def create_forum_topic(self, params: Params) -> Json:
        chat = self._forum(params)
        color = params.integer("icon_color", ICON_COLORS[0])
        if color not in ICON_COLORS:
            raise bad_request("TOPIC_ICON_COLOR_INVALID")
        look = without_none(
            name=_name(params), icon_color=color, icon_custom_emoji_id=params.text("icon_custom_emoji_id") or None
        )
        thread_id = chat.last_message_id + 1
        marks = {"message_thread_id": thread_id, "is_topic_message": True}
        self._world.post(chat, {"forum_topic_created": look} | marks, from_bot=True)
        chat.topics[thread_id] = Topic(thread_id, **look)
        self._tell(chat)
        return {"message_thread_id": thread_id} | look

    def edit_forum_topic(self, params: Params) -> bool:
        chat, topic = self._topic(params)
        changed: Json = {}
        if params.text("name"):
            changed["name"] = topic.name = _name(params)
        if "icon_custom_emoji_id" in params:
            icon = params.text("icon_custom_emoji_id")
            changed["icon_custom_emoji_id"] = icon
            topic.icon_custom_emoji_id = icon or None
        if not changed:
            raise bad_request("TOPIC_NOT_MODIFIED")
        self._note(chat, topic, {"forum_topic_edited": changed})
        return True

    def close_forum_topic(self, params: Params) -> bool:
        chat, topic = self._topic(params)
        if topic.closed:
            raise bad_request("TOPIC_NOT_MODIFIED")
        topic.closed = True
        self._note(chat, topic, {"forum_topic_closed": {}})
        return True

    def reopen_forum_topic(self, params: Params) -> bool:
        chat, topic = self._topic(params)
        if not topic.closed:
            raise bad_request("TOPIC_NOT_MODIFIED")
        topic.closed = False
        self._note(chat, topic, {"forum_topic_reopened": {}})
        return True

    def delete_forum_topic(self, params: Params) -> bool:
        """The topic goes with all its messages."""
        chat, topic = self._topic(params)
        del chat.topics[topic.thread_id]
        for message in tuple(chat.messages.values()):
            if message.thread_id == topic.thread_id:
                self._world.remove(chat, message.id)
        self._tell(chat)
        return True

    def _forum(self, params: Params) -> Chat:
        chat = self._world.writable(params)
        if not self._world.bot.has_topics:
            raise bad_request("the chat is not a forum")
        return chat

    def _topic(self, params: Params) -> tuple[Chat, Topic]:
        chat = self._forum(params)
        topic = chat.topics.get(params.integer("message_thread_id"))
        if topic is None:
            raise bad_request("TOPIC_ID_INVALID")
        return chat, topic

    def _note(self, chat: Chat, topic: Topic, content: Json) -> None:
        marks = {"message_thread_id": topic.thread_id, "is_topic_message": True}
        self._world.post(chat, content | marks, from_bot=True)
        self._tell(chat)

    def _tell(self, chat: Chat) -> None:
        topics = [
            {"message_thread_id": topic.thread_id, "name": topic.name, "closed": topic.closed}
            for topic in chat.topics.values()
        ]
        self._world.events.add("chat", {"chat_id": chat.id, "topics": topics})


def _name(params: Params) -> str:
    name = params.text("name").strip()
    if not 1 <= len(name) <= MAX_NAME:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "TOPIC_TITLE_INVALID")
    return name
