"""What the server remembers: the bot, the people and their chats. Plain data, no behaviour to speak of."""

from dataclasses import dataclass, field

from sandbox.values import Json, without_none


@dataclass(slots=True)
class BotProfile:
    id: int
    username: str
    name: str
    has_topics: bool = False
    """BotFather's «Threaded Mode»: topics in private chats."""
    people_make_topics: bool = False
    """Whether people may open and delete topics; BotFather has a switch for that too."""
    closes_topics: bool = False
    """Whether topics of private chats can be closed. The real server does not close them."""
    has_inline: bool = True
    """BotFather's /setinline: whether «@bot words» asks the bot."""
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    """Name, description and short description by language; the language "" is everybody else's."""
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    """Command lists by scope and language."""
    menu_button: Json = field(default_factory=lambda: {"type": "commands"})

    def topics_view(self) -> dict[str, bool]:
        """The switches, as the control names them."""
        return {
            "topics": self.has_topics,
            "people_make_topics": self.people_make_topics,
            "closes_topics": self.closes_topics,
        }

    def as_user(self) -> Json:
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}


@dataclass(slots=True)
class Profile:
    """What a person shows of themselves."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    phone_number: str | None = None

    def as_user(self) -> Json:
        return {"id": self.id, "is_bot": False} | self._names() | without_none(language_code=self.language_code)

    def as_chat(self) -> Json:
        return {"id": self.id, "type": "private"} | self._names()

    def _names(self) -> Json:
        return without_none(first_name=self.first_name, last_name=self.last_name, username=self.username)


@dataclass(slots=True)
class Message:
    """One message; `body` is what the Bot API shows and is replaced, never changed in place."""

    id: int
    body: Json
    from_bot: bool
    kind: str
    """The field of the body that holds the content: text, rich_message, photo, contact, …."""
    keyboards: list[Json] = field(default_factory=list)
    """Inline keyboards it once had, oldest first: a person with an old app may still press those."""
    final: bool = False
    """Sent with a markup other than an inline keyboard; such a message is never edited."""

    @property
    def thread_id(self) -> int | None:
        thread: int | None = self.body.get("message_thread_id")
        return thread

    @property
    def text(self) -> str:
        """Text or caption, empty where there is neither."""
        text: str = self.body.get("text") or self.body.get("caption") or ""
        return text

    @property
    def edited(self) -> bool:
        return "edit_date" in self.body


@dataclass(slots=True)
class Topic:
    thread_id: int
    name: str
    icon_color: int
    icon_custom_emoji_id: str | None = None
    closed: bool = False


@dataclass(slots=True)
class Chat:
    """The private chat of one person with the bot."""

    profile: Profile
    started: bool = False
    blocked: bool = False
    last_message_id: int = 0
    messages: dict[int, Message] = field(default_factory=dict)
    reply_keyboard: Json | None = None
    """What stands in place of the person's keyboard: reply keyboard or force_reply."""
    pinned: list[int] = field(default_factory=list)
    topics: dict[int, Topic] = field(default_factory=dict)
    menu_button: Json | None = None
    reactions: dict[int, list[Json]] = field(default_factory=dict)
    stars: int = 10_000
    """The person's balance of Telegram Stars."""
    paid: dict[int, int] = field(default_factory=dict)
    """Invoices that are paid: the message of each, and the one that says so."""

    @property
    def id(self) -> int:
        return self.profile.id
