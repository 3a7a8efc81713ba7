"""Topics in private chats, where they are switched on for the bot."""

from sandbox.chats import Chat, Topic
from sandbox.errors import bad_request
from sandbox.methods.handler import Table
from sandbox.params import Params
from sandbox.topics import look_of, marks_of, name_of, open_topic, remove_topic, tell
from sandbox.values import Json
from sandbox.world import World


class TopicMethods:
    """In private chats the real server makes, names and deletes topics, but closes none (Bot API 10.3)."""

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
        look = look_of(params)
        topic = open_topic(self._world, chat, look, from_bot=True)
        return {"message_thread_id": topic.thread_id} | look

    def edit_forum_topic(self, params: Params) -> bool:
        """Without anything to change it is done at once; what is so already is refused."""
        chat, topic = self._topic(params)
        given: Json = {}
        if params.text("name"):
            given["name"] = name_of(params)
        if "icon_custom_emoji_id" in params:
            given["icon_custom_emoji_id"] = params.text("icon_custom_emoji_id")
        if not given:
            return True
        now = {"name": topic.name, "icon_custom_emoji_id": topic.icon_custom_emoji_id or ""}
        if now | given == now:
            raise bad_request("TOPIC_NOT_MODIFIED")
        topic.name = given.get("name", topic.name)
        topic.icon_custom_emoji_id = (now | given)["icon_custom_emoji_id"] or None
        self._note(chat, topic, {"forum_topic_edited": given})
        return True

    def close_forum_topic(self, params: Params) -> bool:
        return self._toggle(params, is_closed=True)

    def reopen_forum_topic(self, params: Params) -> bool:
        return self._toggle(params, is_closed=False)

    def delete_forum_topic(self, params: Params) -> bool:
        """The topic goes with all its messages."""
        chat, topic = self._topic(params)
        remove_topic(self._world, chat, topic)
        return True

    def _toggle(self, params: Params, *, is_closed: bool) -> bool:
        chat, topic = self._topic(params)
        if not self._world.bot.closes_topics:
            raise bad_request("the chat is not a supergroup forum")
        if topic.closed is is_closed:
            raise bad_request("TOPIC_NOT_MODIFIED")
        topic.closed = is_closed
        self._note(chat, topic, {"forum_topic_closed" if is_closed else "forum_topic_reopened": {}})
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
        self._world.post(chat, content | marks_of(topic.thread_id), from_bot=True)
        tell(self._world, chat)
