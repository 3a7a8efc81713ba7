"""Whatever three people say in four orders, at once or one after the other, over restarts: it arrives in its room."""

import asyncio
import re
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox.chats import Message
from sandbox.files import Kind
from sandbox.person import Attachment, Person
from tests.acceptance.market import Market, open_market

#: Who sells and who buys.
ORDERS = (("Анна", "Борис"), ("Анна", "Борис"), ("Анна", "Вера"), ("Борис", "Вера"))
#: Somebody says something in an order (its number, whether it is the seller, what), or else this happens.
SAYINGS = st.tuples(st.integers(1, 4), st.booleans(), st.sampled_from(["words", "photo", "captioned", "album"]))
STEPS = st.lists(SAYINGS | st.sampled_from(["settled", "restart"]), min_size=4, max_size=25)

#: What was said to a reader in an order: words, or the unique ids of files.
Rooms = dict[tuple[str, int], list[str | tuple[str, ...]]]


async def open_orders(market: Market) -> None:
    """Four paid orders of three people."""
    links: dict[str, str] = {}
    for seller, buyer in ORDERS:
        if seller not in links:
            links[seller] = await market.publishes_gig(market.person(seller), questions="")
        await market.orders(market.person(buyer), links[seller])
        await market.presses(market.person(buyer), "Подтвердить заказ")
    market.mark()


def file_id(message: Message) -> str:
    """The unique id of a photo."""
    return str(message.body["photo"][-1]["file_unique_id"])


def says(writer: Person, card: Message, what: str, words: str) -> list[str | tuple[str, ...]]:
    """In the topic of an order or, where there is none, in reply to its card; gives what is to arrive."""
    where: dict[str, Any] = {"reply_to": card.id} if card.thread_id is None else {"thread_id": card.thread_id}
    match what:
        case "words":
            writer.write(words, **where)
            return [words]
        case "photo":
            return [(file_id(writer.send_file(Kind.PHOTO, "1.jpg", words.encode(), **where)),)]
        case "captioned":
            sent = writer.send_file(Kind.PHOTO, "1.jpg", words.encode(), words, **where)
            return [words, (file_id(sent),)]
        case _:
            pictures = [Attachment(Kind.PHOTO, f"{n}.jpg", f"{words}{n}".encode()) for n in range(3)]
            return [tuple(file_id(sent) for sent in writer.send_album(pictures, **where))]


def heard(market: Market, name: str) -> Rooms:
    """What somebody has got, by order. Files belong to the note that follows them."""
    rooms: Rooms = defaultdict(list)
    files: list[str] = []
    reader = market.person(name)
    for message in reader.received:
        if message.id <= market._marks[reader.id]:
            continue
        if message.kind == "photo":
            files.append(file_id(message))
        elif note := re.match(r"Заказ №(\d) .*\n💬 Вам пишет", message.text):
            rooms[name, int(note[1])].append(tuple(files))
            files = []
            assert message.thread_id == reader.find(f"Заказ №{note[1]}\n").thread_id
        else:
            heading = re.match(r"💬 \S+ · заказ №(\d) «.*»\n\n(.*)$", message.text)
            assert heading is not None, message.text
            rooms[name, int(heading[1])].append(heading[2])
            assert message.thread_id == reader.find(f"Заказ №{heading[1]}\n").thread_id
    assert files == []
    return rooms


async def play(folder: Path, steps: list[tuple[int, bool, str] | str], switches: list[str]) -> tuple[Rooms, Rooms]:
    """What was said, and what arrived."""
    said: Rooms = defaultdict(list)
    async with open_market(folder, switches=switches) as market:
        await open_orders(market)
        cards = {
            (name, number): market.person(name).find(f"Заказ №{number}\n")
            for number, sides in enumerate(ORDERS, 1)
            for name in sides
        }
        for index, step in enumerate(steps):
            match step:
                case "settled":
                    await market.settled()
                case "restart":
                    await market.is_down(60)
                case (number, is_seller, what):
                    writer, reader = ORDERS[number - 1] if is_seller else reversed(ORDERS[number - 1])
                    words = f"слова {index}"
                    said[reader, number] += says(market.person(writer), cards[writer, number], what, words)
        await market.settled()
        await market.later(3)
        arrived: Rooms = {}
        for name in ("Анна", "Борис", "Вера"):
            arrived |= heard(market, name)
    return dict(said), arrived


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS, st.sampled_from([[], ["topics"]]))
def test_any_interleaving_arrives_complete_in_order_and_in_the_right_rooms(
    steps: list[tuple[int, bool, str] | str], switches: list[str]
) -> None:
    """Albums in one piece; with topics and without."""
    with tempfile.TemporaryDirectory() as folder:
        said, arrived = asyncio.run(play(Path(folder), steps, switches))
    assert arrived == said
