"""Whatever three people say in four orders, in any way and order, over restarts and absences: it arrives there."""

import asyncio
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox.chats import Message
from sandbox.files import Kind
from sandbox.person import Attachment, Person
from tests.acceptance.market import Market, labels, open_market

#: Who sells and who buys.
ORDERS = (("Анна", "Борис"), ("Анна", "Борис"), ("Анна", "Вера"), ("Борис", "Вера"))
PEOPLE = ("Анна", "Борис", "Вера")
#: So long that no line fits above it into the same message.
LONG = " очень" * 650

What = Literal["words", "long words", "photo", "file with words", "album", "album with words", "sticker"]
How = Literal["to the card", "to one's own", "to the other's", "unaddressed", "by the form"]


@dataclass(frozen=True)
class Says:
    """A side of an order says something."""

    number: int
    is_seller: bool
    what: What
    how: How


@dataclass(frozen=True)
class Edits:
    """A side of an order edits its last words in it."""

    number: int
    is_seller: bool


@dataclass(frozen=True)
class SendsQuickReply:
    """The seller of an order does."""

    number: int


@dataclass(frozen=True)
class Blocks:
    """Somebody blocks the bot, or is back."""

    name: str


#: "choose": the oldest question «to which order?» is answered.
Step = Says | Edits | SendsQuickReply | Blocks | Literal["settled", "restart", "two seconds", "choose"]

NUMBERS = st.integers(1, len(ORDERS))
STEPS: st.SearchStrategy[list[Step]] = st.lists(
    st.one_of(
        st.builds(Says, NUMBERS, st.booleans(), st.sampled_from(What.__args__), st.sampled_from(How.__args__)),  # type: ignore[attr-defined]
        st.builds(Says, NUMBERS, st.booleans(), st.just("words"), st.sampled_from(["to the card", "to one's own"])),
        st.builds(Edits, NUMBERS, st.booleans()),
        st.builds(SendsQuickReply, NUMBERS),
        st.builds(Blocks, st.sampled_from(PEOPLE)),
        st.sampled_from(["settled", "restart", "two seconds", "choose", "choose"]),
    ),
    min_size=5,
    max_size=30,
)

#: Something said: its words, and the unique ids of its files.
Said = tuple[str, tuple[str, ...]]
#: What was said to a reader in an order, oldest first.
Rooms = dict[tuple[str, int], list[Said]]


@dataclass
class Talk:
    """Who said what so far, by the simplest rule: to whom it was said, in the order in which it left."""

    market: Market
    cards: dict[tuple[str, int], int]
    said: Rooms = field(default_factory=lambda: defaultdict(list))
    #: The last message by which each writer has replied in each order, and where in `said` it stands.
    last: dict[tuple[str, int], tuple[Message, int]] = field(default_factory=dict)
    #: Questions that wait: whose, which message, for which order the words are meant, what they are.
    questions: list[tuple[str, Message, int, Said]] = field(default_factory=list)

    async def plays(self, step: Step, index: int) -> None:  # noqa: C901 - one case a kind of step
        """One step; whoever has blocked the bot can do nothing but come back."""
        match step:
            case Says(number, is_seller, what, how):
                writer = ORDERS[number - 1][0 if is_seller else 1]
                if not self.is_away(writer):
                    await self.says(writer, number, what, how, f"слова {index}")
            case Edits(number, is_seller):
                self.edits(ORDERS[number - 1][0 if is_seller else 1], number, f"правка {index}")
            case SendsQuickReply(number):
                await self.sends_quick_reply(number)
            case Blocks(name) if self.is_away(name):
                self.person(name).unblock()
            case Blocks(name):
                self.person(name).block()
            case "settled":
                await self.market.settled()
            case "restart":
                await self.market.is_down(60)
            case "two seconds":
                await self.market.later(2)
            case "choose":
                await self.chooses()

    async def ends(self) -> None:
        """Everybody is back, every question is answered, every album is complete."""
        for name in PEOPLE:
            self.person(name).unblock()
        await self.market.settled()
        while self.questions:
            await self.chooses()
        await self.market.settled()
        await self.market.later(3)

    async def says(self, writer: str, number: int, what: What, how: How, words: str) -> None:
        """In one of the ways."""
        who = self.person(writer)
        match how:
            case "unaddressed":
                _, said = sends(who, what, words, None)
                await self.market.settled()
                self.questions.append((writer, who.find("К какому заказу это относится?"), number, said))
            case "by the form":
                await self.market.presses(who, "Написать", on=who.message(self.cards[writer, number]))
                _, said = sends(who, what, words, None)
                await self.market.settled()
                await self.market.presses(who, "Отправить", on="ринят")
                self.leaves(writer, number, said)
            case _:
                message, said = sends(who, what, words, self.replied(writer, number, how))
                self.leaves(writer, number, said)
                self.last[writer, number] = message, len(self.said[reader_of(writer, number), number]) - 1

    def replied(self, writer: str, number: int, how: How) -> int:
        """The message of the order to which somebody replies."""
        if how == "to one's own" and (writer, number) in self.last:
            return self.last[writer, number][0].id
        if how == "to the other's":
            heard = [message.id for message in self.person(writer).received if f" · заказ №{number} «" in message.text]
            return max(heard, default=self.cards[writer, number])
        return self.cards[writer, number]

    def edits(self, writer: str, number: int, words: str) -> None:
        """What they said last in that order by a reply, if it was a few words."""
        message, at = self.last.get((writer, number), (None, 0))
        room = self.said[reader_of(writer, number), number]
        if (
            message is not None
            and not self.is_away(writer)
            and room[at] == (message.text, ())
            and len(message.text) < 99
        ):
            self.person(writer).edit(message.id, words)
            room[at] = words, ()
            self.last[writer, number] = self.person(writer).message(message.id), at

    async def sends_quick_reply(self, number: int) -> None:
        """With the name and the number put in."""
        seller, buyer = ORDERS[number - 1]
        who = self.person(seller)
        if self.is_away(seller):
            return
        await self.market.presses(who, "Быстрые ответы", on=who.message(self.cards[seller, number]))
        await self.market.presses(who, f"{buyer}, это о №{number}", on=who.find("Какой ответ отправить?"))
        self.leaves(seller, number, (f"{buyer}, это о №{number}", ()))

    async def chooses(self) -> None:
        """The oldest question of those who are here; pressed twice."""
        await self.market.settled()
        for question in self.questions:
            writer, message, number, said = question
            if not self.is_away(writer):
                self.questions.remove(question)
                who = self.person(writer)
                data = who.button(who.message(message.id), f"№{number} ")["callback_data"]
                for _ in range(2):
                    who.press(message, data=data)
                await self.market.settled()
                self.leaves(writer, number, said)
                return

    def leaves(self, writer: str, number: int, said: Said) -> None:
        """It is on its way to the other side."""
        self.said[reader_of(writer, number), number].append(said)

    def person(self, name: str) -> Person:
        """By name."""
        return self.market.person(name)

    def is_away(self, name: str) -> bool:
        """Whether they have blocked the bot."""
        return self.person(name).chat.blocked


def reader_of(writer: str, number: int) -> str:
    """The other side."""
    return next(name for name in ORDERS[number - 1] if name != writer)


def sends(who: Person, what: What, words: str, reply_to: int | None) -> tuple[Message, Said]:
    """Gives the message, of an album its last, and what is to arrive."""
    match what:
        case "words":
            return who.write(words, reply_to=reply_to), (words, ())
        case "long words":
            return who.write(words + LONG, reply_to=reply_to), (words + LONG, ())
        case "sticker":
            sticker = who.send_sticker(reply_to=reply_to)
            return sticker, ("", (file_id(sticker),))
        case "photo":
            photo = who.send_file(Kind.PHOTO, "1.jpg", words.encode(), reply_to=reply_to)
            return photo, ("", (file_id(photo),))
        case "file with words":
            document = who.send_file(Kind.DOCUMENT, "1.pdf", words.encode(), words, reply_to=reply_to)
            return document, (words, (file_id(document),))
        case _:
            caption = words if what == "album with words" else ""
            pictures = [Attachment(Kind.PHOTO, f"{n}.jpg", f"{words}{n}".encode()) for n in range(3)]
            pictures[1] = Attachment(Kind.PHOTO, "1.jpg", f"{words}1".encode(), caption)
            album = who.send_album(pictures, reply_to=reply_to)
            return album[-1], (caption, tuple(map(file_id, album)))


def file_id(message: Message) -> str:
    """The unique id of the file in a message; empty if there is none."""
    value: Any = message.body.get(message.kind)
    if message.kind not in set(Kind):
        return ""
    return str((value[-1] if isinstance(value, list) else value)["file_unique_id"])


def heard(market: Market, name: str) -> Rooms:
    """What somebody has got, by order, as their screen shows it now.

    Words alone stand under a heading, with buttons; what has files, or more words than fit under one, ends with a note.
    """
    rooms: Rooms = defaultdict(list)
    words, files, albums = "", [], []
    for message in since_mark(market, market.person(name)):
        if file := file_id(message):
            files.append(file)
            albums.append(message.body.get("media_group_id"))
        elif note := re.match(r"Заказ №(\d) .*\n💬 Вам пишет", message.text):
            rooms[name, int(note[1])].append((words, tuple(files)))
            assert len(set(albums)) <= 1, "an album has come in pieces"
            words, files, albums = "", [], []
        elif heading := re.match(r"💬 \S+ · заказ №(\d) «[^»]*»(?: · ✏️ изменено)?\n\n(.*)$", message.text, re.DOTALL):
            if labels(message):
                assert (words, files) == ("", [])
                rooms[name, int(heading[1])].append((heading[2], ()))
            else:
                words = heading[2]
        elif message.text.startswith("слова"):
            words = message.text
    assert (words, files) == ("", [])
    return dict(rooms)


def since_mark(market: Market, reader: Person) -> Iterator[Message]:
    """What is new in their chat."""
    return (message for message in reader.received if message.id > market._marks[reader.id])


async def open_orders(market: Market) -> None:
    """Four paid orders of three people; who sells keeps a quick reply."""
    links: dict[str, str] = {}
    for seller, buyer in ORDERS:
        who = market.person(seller)
        if seller not in links:
            links[seller] = await market.publishes_gig(who, questions="")
            await market.says(who, "/settings")
            await market.presses(who, "Быстрые ответы", on=who.last)
            await market.presses(who, "Добавить ответ", on=who.last)
            await market.says(who, "{имя}, это о №{заказ}")
        await market.orders(market.person(buyer), links[seller])
        await market.presses(market.person(buyer), "Подтвердить заказ")
    market.mark()


async def play(folder: Path, steps: list[Step], switches: list[str]) -> tuple[Rooms, Rooms]:
    """What was said, and what arrived."""
    async with open_market(folder, switches=switches) as market:
        await open_orders(market)
        cards = {
            (name, number): market.person(name).find(f"Заказ №{number}\n").id
            for number, sides in enumerate(ORDERS, 1)
            for name in sides
        }
        talk = Talk(market, cards)
        for index, step in enumerate(steps):
            await talk.plays(step, index)
        await talk.ends()
        arrived: Rooms = {}
        for name in PEOPLE:
            arrived |= heard(market, name)
    return {room: said for room, said in talk.said.items() if said}, arrived


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS, st.sampled_from([[], ["topics"]]))
def test_any_interleaving_arrives_complete_in_order_and_in_the_right_rooms(
    steps: list[Step], switches: list[str]
) -> None:
    """Albums in one piece, edits in their place, nothing twice; with topics and without."""
    with tempfile.TemporaryDirectory() as folder:
        said, arrived = asyncio.run(play(Path(folder), steps, switches))
    assert arrived == said
