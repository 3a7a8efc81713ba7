"""A pretend person: what they can do in their chat with the bot, and what they see there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import parse_qs, urlsplit

from sandbox.buttons import Place, find_button
from sandbox.chats import Chat, Message, Profile, Topic
from sandbox.contents import MAX_CAPTION, MAX_TEXT, caption_content, media_content, media_details, text_content
from sandbox.errors import ApiError, PersonError
from sandbox.files import Kind
from sandbox.inline import INLINE_LIFETIME, MAX_QUERY, InlineQuery
from sandbox.methods.posting import reply_to as reply_fields
from sandbox.params import Params
from sandbox.payments import STARS, Checkout
from sandbox.presses import Press
from sandbox.topics import look_of, marks_of, open_topic, remove_topic
from sandbox.updates import QUERY_LIFETIME
from sandbox.utf16 import cut, length
from sandbox.values import Json, without_none
from sandbox.world import World

LINK_HOSTS = frozenset({"t.me", "telegram.me"})
MAX_ALBUM = 10
MOST_STARS = 1_000_000


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file about to be sent; `details` are width, height, duration, title, …."""

    kind: Kind | str
    name: str
    content: bytes = field(repr=False)
    caption: str = ""
    mime_type: str = ""
    details: Json = field(default_factory=dict)


class Person:
    """Acts at once; the bot hears of it through its next getUpdates or its webhook."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self._albums = 0
        self.chat = chat

    def __repr__(self) -> str:
        return f"<Person {self.id} {self.profile.first_name}>"

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def profile(self) -> Profile:
        return self.chat.profile

    @property
    def transcript(self) -> list[Message]:
        """The chat as it stands now, oldest first; deleted messages are gone."""
        return list(self.chat.messages.values())

    @property
    def received(self) -> list[Message]:
        """What the bot has said, oldest first."""
        return [message for message in self.chat.messages.values() if message.from_bot]

    @property
    def last(self) -> Message:
        """The bot's newest message."""
        for message in self._newest_first():
            return message
        raise PersonError(f"the bot has not said anything to {self.profile.first_name}")

    def find(self, text: str) -> Message:
        """The bot's newest message with this in its text or caption."""
        for message in self._newest_first():
            if text in message.text:
                return message
        raise PersonError(f"{self.profile.first_name} has no message with {text!r}")

    async def until(self, wanted: Callable[[Message], object], *, after: int = 0) -> Message:
        """The newest message of the bot with an id above `after` that is `wanted`, waiting for it if need be."""
        while True:
            for message in self._newest_first():
                if message.id <= after:
                    break
                if wanted(message):
                    return message
            await self._world.pulse.next()

    async def sees(self, text: str, *, after: int = 0) -> Message:
        """Wait for a message of the bot with this in its text or caption."""
        return await self.until(lambda message: text in message.text, after=after)

    def start(self, payload: str = "") -> Message:
        """Press Start, or Restart after blocking the bot; `payload` is what a deep link carried."""
        self.chat.started = True
        if self.chat.blocked:
            self.unblock()
        return self.write(f"/start {payload}".strip())

    def follow(self, url: str) -> Message:
        """Tap a link to the bot: https://t.me/<bot>?start=<payload>."""
        link = urlsplit(url)
        username = link.path.strip("/")
        if link.hostname not in LINK_HOSTS or username.lower() != self._world.bot.username.lower():
            raise PersonError(f"{url} does not lead to @{self._world.bot.username}")
        return self.start(parse_qs(link.query).get("start", [""])[0])

    def write(
        self,
        text: str,
        entities: Sequence[Json] = (),
        *,
        reply_to: int | None = None,
        thread_id: int | None = None,
    ) -> Message:
        """Send text; what is longer than a message goes out in several, as apps do. Returns the last one."""
        around = self._around(reply_to, thread_id)
        while length(text) > MAX_TEXT:
            part = cut(text, 0, MAX_TEXT).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
            self._post(partial(_text, part, around))
            text = text[len(part) :]
            entities = ()
        return self._post(partial(_text, text, around, entities))

    def send_file(
        self,
        kind: Kind | str,
        name: str,
        content: bytes,
        caption: str = "",
        *,
        mime_type: str = "",
        reply_to: int | None = None,
        thread_id: int | None = None,
        details: Json | None = None,
    ) -> Message:
        """Send a photo, document, video, …; `kind` is a Kind or its value."""
        attachment = Attachment(kind, name, content, caption, mime_type, details or {})
        around = self._around(reply_to, thread_id)
        return self._post(lambda: self._media(attachment) | around)

    def send_album(
        self, attachments: Sequence[Attachment], *, reply_to: int | None = None, thread_id: int | None = None
    ) -> list[Message]:
        """Send 2–10 files that belong together; each becomes a message with the same media_group_id."""
        if not 2 <= len(attachments) <= MAX_ALBUM:  # noqa: PLR2004 - one is no album
            raise PersonError("an album has 2 to 10 files")
        self._albums += 1
        group = {"media_group_id": f"{self.id}8{self._albums:06}"} | self._around(reply_to, thread_id)
        contents = [self._said(partial(self._media, each)) | group for each in attachments]
        return [self._world.post(self.chat, content, from_bot=False) for content in contents]

    def send_sticker(self, emoji: str = "👍", *, reply_to: int | None = None, thread_id: int | None = None) -> Message:
        attachment = Attachment(Kind.STICKER, "sticker.webp", b"sticker", details={"emoji": emoji})
        around = self._around(reply_to, thread_id)
        return self._post(lambda: self._media(attachment) | around)

    def send_contact(
        self,
        phone_number: str = "",
        first_name: str = "",
        *,
        reply_to: int | None = None,
        thread_id: int | None = None,
    ) -> Message:
        """Send a contact; without arguments their own, which carries their user_id."""
        contact = without_none(
            phone_number=phone_number or self.profile.phone_number or f"+7900{self.id:07}",
            first_name=first_name or self.profile.first_name,
            user_id=None if phone_number else self.id,
        )
        around = self._around(reply_to, thread_id)
        return self._post(lambda: {"contact": contact} | around)

    def send_location(self, latitude: float, longitude: float, *, thread_id: int | None = None) -> Message:
        around = self._around(None, thread_id)
        return self._post(lambda: {"location": {"latitude": latitude, "longitude": longitude}} | around)

    def open_topic(self, name: str) -> int:
        """A topic of their own, where the bot allows it; gives its thread id."""
        self._may_make_topics()
        look = self._said(lambda: look_of(Params({"name": name})))
        return open_topic(self._world, self.chat, look, from_bot=False).thread_id

    def delete_topic(self, thread_id: int) -> None:
        """With everything in it, where the bot allows it; the bot is not told."""
        self._may_make_topics()
        remove_topic(self._world, self.chat, self._topic(thread_id))

    def topic(self, name: str) -> int:
        """The thread id of the newest topic with this in its name."""
        for topic in reversed(self.chat.topics.values()):
            if name in topic.name:
                return topic.thread_id
        raise PersonError(f"{self.profile.first_name} has no topic with {name!r}")

    def edit(self, message_id: int, text: str) -> Message:
        """Change the text or caption of a message of their own."""
        message = self._own(message_id)
        if message.kind == "text":
            content = self._said(lambda: text_content(text, []))
        else:
            content = self._said(lambda: caption_content(text, []))
        replaced = {"text", "entities", "caption", "caption_entities"}
        body = {name: value for name, value in message.body.items() if name not in replaced}
        return self._world.replace(self.chat, message, body | content)

    def delete(self, message_id: int) -> None:
        """Delete a message, the bot's or their own, for both; the bot is not told."""
        self.message(message_id)
        self._world.remove(self.chat, message_id)

    def message(self, message_id: int) -> Message:
        message = self.chat.messages.get(message_id)
        if message is None:
            raise PersonError(f"there is no message {message_id} in the chat of {self.profile.first_name}")
        return message

    def button(self, message: Message | int, wanted: str | Place, *, stale: bool = False) -> Json:
        """A button as the person sees it, with its callback_data, url, copy_text, style, …."""
        found = self.message(message) if isinstance(message, int) else message
        return find_button(found, wanted, stale=stale)

    def press(
        self, message: Message | int, wanted: str | Place | None = None, *, stale: bool = False, data: str | None = None
    ) -> Press:
        """Press a button by label or place; `data` instead forges a press no button stands for."""
        message_id = message if isinstance(message, int) else message.id
        if data is None:
            if wanted is None:
                raise PersonError("which button?")
            data = self._callback_data(self.message(message_id), wanted, stale=stale)
        press = self._world.presses.add(self.id, message_id, data)
        current = self.chat.messages.get(message_id)
        query: Json = {
            "id": press.id,
            "from": self.profile.as_user(),
            **self._pressed(message_id, current),
            "chat_instance": str(self.id * 7919),
            "data": data,
        }
        self._world.updates.add("callback_query", query, lifetime=QUERY_LIFETIME)
        return press

    def ask(self, text: str = "", *, offset: str = "") -> InlineQuery:
        """Type «@bot text» into the message field, here in the chat with the bot; `offset`: the list goes on."""
        if not self._world.bot.has_inline:
            raise PersonError("this bot has no inline mode")
        if length(text) > MAX_QUERY:
            raise PersonError(f"an inline query has up to {MAX_QUERY} characters")
        asked = self._world.inline.ask(self.id, text, offset)
        query: Json = {
            "id": asked.id,
            "from": self.profile.as_user(),
            "chat_type": "sender",
            "query": text,
            "offset": offset,
        }
        if asked.answer is None:
            self._world.updates.add("inline_query", query, lifetime=INLINE_LIFETIME)
        return asked

    def choose(self, asked: InlineQuery | str, result_id: str, *, thread_id: int | None = None) -> Message:
        """Send one of the results an answer offers, here in the chat with the bot: a message via the bot."""
        query = self._world.inline.get(asked) if isinstance(asked, str) else asked
        if query is None or query.person_id != self.id or query.answer is None:
            raise PersonError("there is nothing to choose from")
        content = next((result.content for result in query.answer.results if result.id == result_id), None)
        if content is None:
            raise PersonError(f"there is no result {result_id!r} among those offered")
        around = self._around(None, thread_id)
        return self._post(lambda: content | around | {"via_bot": self._world.bot.as_user()})

    def pay(self, message: Message | int) -> Checkout:
        """Press «Pay» on an invoice; the money moves when the bot says yes to the pre-checkout query, within 10 s."""
        message_id = message if isinstance(message, int) else message.id
        self.message(message_id)
        invoice = self._world.payments.invoice(self.id, message_id)
        if invoice is None:
            raise PersonError("there is nothing to pay in this message")
        if invoice.currency == STARS and invoice.amount > self.chat.stars:
            raise PersonError(f"{self.profile.first_name} has not enough Stars")
        checkout = self._world.payments.check_out(self.chat, invoice, message_id)
        query: Json = {
            "id": checkout.id,
            "from": self.profile.as_user(),
            "currency": invoice.currency,
            "total_amount": invoice.amount,
            "invoice_payload": invoice.payload,
        }
        self._world.updates.add("pre_checkout_query", query, lifetime=QUERY_LIFETIME)
        return checkout

    def add_stars(self, amount: int) -> int:
        """Buy so many Stars; the new balance."""
        if not 0 < amount <= MOST_STARS:
            raise PersonError(f"one buys 1 to {MOST_STARS} Stars at once")
        self.chat.stars += amount
        self._world.events.add("chat", {"chat_id": self.id, "stars": self.chat.stars})
        return self.chat.stars

    def block(self) -> None:
        """Block the bot; it is told, and can't write until `unblock` or `start`."""
        if not self.chat.blocked:
            self.chat.blocked = True
            self._membership("member", "kicked")

    def unblock(self) -> None:
        if self.chat.blocked:
            self.chat.blocked = False
            self._membership("kicked", "member")

    def _newest_first(self) -> Iterator[Message]:
        return (message for message in reversed(self.chat.messages.values()) if message.from_bot)

    def _membership(self, old: str, new: str) -> None:
        bot = self._world.bot.as_user()
        change: Json = {
            "chat": self.profile.as_chat(),
            "from": self.profile.as_user(),
            "date": int(self._world.now()),
            "old_chat_member": _member(bot, old),
            "new_chat_member": _member(bot, new),
        }
        if self.chat.started:
            self._world.updates.add("my_chat_member", change)
        self._world.events.add("chat", {"chat_id": self.id, "blocked": self.chat.blocked})

    def _callback_data(self, message: Message, wanted: str | Place, *, stale: bool) -> str:
        button = find_button(message, wanted, stale=stale)
        data = button.get("callback_data")
        if not isinstance(data, str):
            what = "disabled" if "disabled" in button else "no callback button"
            raise PersonError(f"the button «{button['text']}» is {what}")
        return data

    def _pressed(self, message_id: int, message: Message | None) -> Json:
        """What the bot is told of the message of a press; of one sent via the bot it has an identifier only."""
        if message is None:
            return {"message": {"chat": self.profile.as_chat(), "message_id": message_id, "date": 0}}
        if "via_bot" in message.body:
            return {"inline_message_id": f"{self.id}-{message_id}"}
        return {"message": message.body}

    def _own(self, message_id: int) -> Message:
        message = self.message(message_id)
        if message.from_bot or "via_bot" in message.body:
            raise PersonError("only one's own messages can be edited")
        if not message.text:
            raise PersonError("there is no text in this message to edit")
        return message

    def _media(self, attachment: Attachment) -> Json:
        kind = Kind(attachment.kind)
        details = media_details(attachment.details)
        stored = self._world.files.add(kind, attachment.name, attachment.content, attachment.mime_type, details)
        if length(attachment.caption) > MAX_CAPTION:
            raise PersonError(f"a caption has up to {MAX_CAPTION} characters")
        return media_content(stored) | caption_content(attachment.caption, [])

    def _around(self, reply_to: int | None, thread_id: int | None) -> Json:
        """A reply stands in the topic of what it answers."""
        around: Json = {}
        if reply_to is not None:
            replied = self.message(reply_to)
            thread_id = replied.thread_id if self._world.bot.has_topics and thread_id is None else thread_id
            around = reply_fields(self.chat, reply_to)
        if thread_id is not None:
            if self._topic(thread_id).closed:
                raise PersonError("the topic is closed")
            around |= marks_of(thread_id)
        return around

    def _topic(self, thread_id: int) -> Topic:
        topic = self.chat.topics.get(thread_id)
        if topic is None or not self._world.bot.has_topics:
            raise PersonError(f"there is no topic {thread_id} in the chat of {self.profile.first_name}")
        return topic

    def _may_make_topics(self) -> None:
        if not (self._world.bot.has_topics and self._world.bot.people_make_topics):
            raise PersonError("this bot lets people make no topics")

    def _post(self, content: Callable[[], Json]) -> Message:
        return self._world.post(self.chat, self._said(content), from_bot=False)

    def _said(self, content: Callable[[], Json]) -> Json:
        """What the person is about to send, if the app lets them."""
        if not self.chat.started:
            raise PersonError(f"{self.profile.first_name} has not pressed Start yet")
        if self.chat.blocked:
            raise PersonError(f"{self.profile.first_name} has blocked the bot")
        try:
            return content()
        except ApiError as error:
            raise PersonError(error.reason) from error


def _text(text: str, around: Json, entities: Sequence[Json] = ()) -> Json:
    return text_content(text, list(entities)) | around


def _member(user: Json, status: str) -> Json:
    return {"user": user, "status": status} | ({"until_date": 0} if status == "kicked" else {})
