"""What bot and people do to the topics of a private chat alike."""

from sandbox.chats import Chat, Topic
from sandbox.errors import bad_request
from sandbox.params import Params
from sandbox.values import Json, without_none
from sandbox.world import World

MAX_NAME = 128
ICON_COLORS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)


def marks_of(thread_id: int) -> Json:
    """The fields of a message that stands in a topic."""
    return {"message_thread_id": thread_id, "is_topic_message": True}


def open_topic(world: World, chat: Chat, look: Json, *, from_bot: bool) -> Topic:
    """A topic bears the id of the service message that opened it."""
    thread_id = chat.last_message_id + 1
    world.post(chat, {"forum_topic_created": look} | marks_of(thread_id), from_bot=from_bot)
    topic = chat.topics[thread_id] = Topic(thread_id, **look)
    tell(world, chat)
    return topic


def remove_topic(world: World, chat: Chat, topic: Topic) -> None:
    """It goes with all its messages; nobody is told."""
    del chat.topics[topic.thread_id]
    for message in tuple(chat.messages.values()):
        if message.thread_id == topic.thread_id:
            world.remove(chat, message.id)
    tell(world, chat)


def look_of(params: Params) -> Json:
    """Name, colour and icon of a topic to be opened."""
    color = params.integer("icon_color", ICON_COLORS[0])
    if color not in ICON_COLORS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    icon = params.text("icon_custom_emoji_id") or None
    return without_none(name=name_of(params), icon_color=color, icon_custom_emoji_id=icon)


def name_of(params: Params) -> str:
    name = params.text("name").strip()
    if not 1 <= len(name) <= MAX_NAME:
        raise bad_request("Name must be non-empty" if not name else "TOPIC_TITLE_INVALID")
    return name


def tell(world: World, chat: Chat) -> None:
    """The page shows the topics anew."""
    world.events.add("chat", {"chat_id": chat.id, "topics": view(chat)})


def view(chat: Chat) -> list[Json]:
    return [
        {"message_thread_id": topic.thread_id, "name": topic.name, "closed": topic.closed}
        for topic in chat.topics.values()
    ]
