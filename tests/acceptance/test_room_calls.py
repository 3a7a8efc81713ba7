"""What passing on costs: at most three Bot API calls a message (issue «The order room», figures)."""

from collections.abc import Callable

import pytest

from sandbox.files import Kind
from sandbox.person import Attachment, Person
from tests.acceptance.market import Market
from tests.acceptance.stages import Deal

MOST = 3
FILES = (Kind.PHOTO, Kind.DOCUMENT, Kind.VIDEO, Kind.AUDIO, Kind.VOICE, Kind.ANIMATION)
Sends = Callable[[Person, int | None], object]


def words(text: str) -> Sends:
    """One text."""
    return lambda who, reply_to: who.write(text, reply_to=reply_to)


def file(kind: Kind, caption: str = "") -> Sends:
    """One file."""
    return lambda who, reply_to: who.send_file(kind, "a.bin", b"content", caption, reply_to=reply_to)


def album(kind: Kind, *captions: str) -> Sends:
    """Files that belong together."""
    files = [Attachment(kind, f"{n}.bin", f"{n}".encode(), caption) for n, caption in enumerate(captions)]
    return lambda who, reply_to: who.send_album(files, reply_to=reply_to)


#: What is sent, and how many calls it takes to pass it on.
MESSAGES: dict[str, tuple[Sends, int]] = {
    "words": (words("Здравствуйте"), 1),
    "as many words as a message holds": (words("x" * 4_096), 2),
    "sticker": (lambda who, reply_to: who.send_sticker(reply_to=reply_to), 2),
    "round video": (file(Kind.VIDEO_NOTE), 2),
    **{kind: (file(kind), 2) for kind in FILES},
    **{f"{kind} with words": (file(kind, "Вот"), MOST) for kind in FILES},
    "album": (album(Kind.PHOTO, *[""] * 10), 2),
    "album with words": (album(Kind.PHOTO, "Вот", "", "И ещё"), MOST),
    "album of files with words": (album(Kind.DOCUMENT, "", "Вот"), MOST),
}

EXPECTED = {name: expected for name, (_, expected) in MESSAGES.items()}


async def calls(market: Market, after: int, chat_id: int | None = None) -> int:
    """How many there were, to everybody or into one chat."""
    await market.settled()
    found = market.sandbox.calls.select(chat_id=chat_id, after=after)
    return len([call for call in found if call.method != "getUpdates"])


@pytest.fixture
async def started(deal: Deal) -> Deal:
    """The seller has begun."""
    return await deal.reaches("work")


@pytest.mark.parametrize("side", ["seller", "buyer"])
async def test_a_reply_takes_at_most_three_calls_in_all(started: Deal, side: str) -> None:
    """Nothing is said to who wrote it."""
    market, writer = started.market, started.side(side)
    taken = {}
    for name, (send, _) in MESSAGES.items():
        before = market.sandbox.calls.count
        send(writer, started.card(writer).id)
        await market.settled()
        await market.later(2)
        taken[name] = await calls(market, before)
        assert await calls(market, before, writer.id) == 0
    assert taken == EXPECTED
    assert max(taken.values()) == MOST


async def test_so_do_words_without_an_order_once_it_is_chosen(started: Deal) -> None:
    """Besides the question, which is edited, and the answer to the press."""
    market, seller, buyer = started.market, started.seller, started.buyer
    taken = {}
    for name, (send, _) in MESSAGES.items():
        before = market.sandbox.calls.count
        send(buyer, None)
        assert await calls(market, before) == 1
        before = market.sandbox.calls.count
        await market.presses(buyer, "№1 · Логотип для кофейни", on="К какому заказу")
        taken[name] = await calls(market, before, seller.id)
        assert await calls(market, before) == taken[name] + 2
    assert taken == EXPECTED


async def test_so_does_the_form(started: Deal) -> None:
    """Besides what the form itself says."""
    market, seller, buyer = started.market, started.seller, started.buyer
    taken = {}
    for name, (send, _) in MESSAGES.items():
        await market.presses(buyer, "Написать", on=started.card(buyer))
        send(buyer, None)
        await market.settled()
        before = market.sandbox.calls.count
        await market.presses(buyer, "Отправить", on="ринят")
        taken[name] = await calls(market, before, seller.id)
        assert await calls(market, before) == taken[name] + 2
    assert taken == EXPECTED


async def test_an_edit_takes_one_call(started: Deal) -> None:
    """Of words, of a caption, of a caption that was none before."""
    market, buyer = started.market, started.buyer
    card = started.card(buyer).id
    mine = [
        buyer.write("Раз", reply_to=card),
        buyer.send_file(Kind.PHOTO, "a.jpg", b"1", "Раз", reply_to=card),
    ]
    await market.settled()
    for message in mine:
        before = market.sandbox.calls.count
        buyer.edit(message.id, "Два")
        assert await calls(market, before) == 1


async def test_a_quick_reply_takes_one_call_besides_the_list(started: Deal) -> None:
    """The list is edited, and the press answered."""
    market, seller, buyer = started.market, started.seller, started.buyer
    await market.presses(seller, "Быстрые ответы", on=started.card(seller))
    await market.presses(seller, "Добавить три готовых")
    before = market.sandbox.calls.count
    await market.presses(seller, "Здравствуйте", on=seller.last)
    assert await calls(market, before, buyer.id) == 1
    assert await calls(market, before) == MOST
