"""Messages of orders, drafts and absences, as they are kept."""

from dataclasses import replace

import pytest

from desk.posts import Post, PostKind
from desk.room import Draft, DraftKind, RoomMessage, Sent
from orders.commands import Saying
from orders.content import Attachment, Content, FileKind
from orders.facts import Said, WorkStarted
from orders.status import Side
from storage.database import Database
from storage.inbox import InboxItem
from tests.storage.samples import BUYER, SELLER, order

_CONTENT = Content(
    text="Вот",
    entities=({"type": "bold", "offset": 0, "length": 3},),
    files=(Attachment(kind=FileKind.PHOTO, file_id="A", album="7"),),
)
_DRAFT = Draft(
    person_id=BUYER,
    number=5,
    kind=DraftKind.ALBUM,
    content=_CONTENT,
    messages=(Sent(message_id=1, file="u", has_words=True), Sent(message_id=2)),
    order_number=1,
    album="7",
    due_at=100,
)


@pytest.fixture
async def number(database: Database) -> int:
    """Of an order."""
    async with database.write() as unit:
        return (await unit.orders.add(order())).number


async def test_a_message_is_known_by_its_chat_and_keeps_what_was_known_first(database: Database, number: int) -> None:
    """An edit of it later says nothing new."""
    first = RoomMessage(person_id=BUYER, message_id=3, order_number=number, fact_id=7, part=0)
    own = RoomMessage(person_id=SELLER, message_id=3, order_number=number, fact_id=7, file="u", has_words=True)
    async with database.write() as unit:
        unit.room_messages.put([first, own])
        unit.room_messages.put([replace(first, fact_id=8, part=None)])
        assert await unit.room_messages.get(BUYER, 3) == first
        assert await unit.room_messages.get(SELLER, 3) == own
        assert await unit.room_messages.get(SELLER, 4) is None
        assert await unit.room_messages.of_fact(7, BUYER) == (first,)
        assert await unit.room_messages.of_fact(8, BUYER) == ()


async def test_a_draft_is_read_as_it_was_put(database: Database, number: int) -> None:
    """By its number, by its album, as what is due; dropped, it is gone."""
    draft = replace(_DRAFT, order_number=number)
    async with database.write() as unit:
        unit.room_drafts.put(draft)
        assert unit.room_drafts.has_album
        assert await unit.room_drafts.get(BUYER, 5) == draft
        assert await unit.room_drafts.album(BUYER) == draft
        assert await unit.room_drafts.of_album(BUYER, "7") == draft
        assert await unit.room_drafts.due(99) is None
        assert await unit.room_drafts.due(100) == draft
        unit.room_drafts.put_off(200)
        assert await unit.room_drafts.due(100) is None
        unit.room_drafts.drop(draft)
        assert await unit.room_drafts.due(200) is None


async def test_an_album_waits_for_what_is_still_in_the_inbox(database: Database, number: int) -> None:
    """Of the same person only."""
    draft = replace(_DRAFT, order_number=number)
    for update_id, lane in ((1, SELLER), (2, BUYER)):
        await database.receive([InboxItem(update_id=update_id, lane=lane, body="{}")], 1)
    async with database.write() as unit:
        unit.room_drafts.put(draft)
        assert await unit.room_drafts.due(100) is None
        await unit.inbox.done(2)
        assert await unit.room_drafts.due(100) == draft


async def test_of_open_questions_the_last_twenty_are_kept(database: Database) -> None:
    """Of each person."""
    async with database.write() as unit:
        for each in range(25):
            unit.room_drafts.put(
                replace(_DRAFT, number=each, kind=DraftKind.UNADDRESSED, order_number=None, due_at=None)
            )
        kept = [each for each in range(25) if await unit.room_drafts.get(BUYER, each) is not None]
    assert kept == list(range(5, 25))


async def test_an_absence_is_told_once_an_order_and_only_of_words_that_wait(database: Database, number: int) -> None:
    """Until the person is back."""
    async with database.write() as unit:
        started, said = await unit.orders.record(
            number, [WorkStarted(5), Said(Side.SELLER, Saying.MESSAGE, _CONTENT)], 1
        )
    for fact, expected in ((started, ()), (said, (number,)), (said, ())):
        async with database.write() as unit:
            post = Post(person_id=BUYER, kind=PostKind.NOTICE, body={"fact": fact, "part": 0}, order_number=number)
            await unit.outbox.add([post], 1)
            await unit.outbox.hold(BUYER)
            assert await unit.room_messages.untold(BUYER) == expected
    async with database.write() as unit:
        unit.room_messages.is_back(BUYER)
        assert await unit.room_messages.untold(BUYER) == (number,)
