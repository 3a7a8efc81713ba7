"""Requests, responses and subscriptions as they are kept."""

import sqlite3
from dataclasses import replace

import pytest

from desk.exchange import News, Subscription, Words
from desk.people import Person
from orders.content import Attachment, Content, FileKind
from orders.exchange import Closing, Request, Response, Wish
from orders.money import Money
from orders.status import Side
from storage.database import Database
from tests.storage.conftest import NOW

BUYER, SELLER = 22, 11
WISH = Wish(
    title="Логотип",
    description="В трёх вариантах, исходники.",
    days=10,
    budget=Money(500_000, "RUB"),
    files=(Attachment(kind=FileKind.PHOTO, file_id="abc", album="1"),),
)
REQUEST = Request(id=0, buyer_id=BUYER, wish=WISH, published_at=NOW, closes_at=NOW + 9, due_at=NOW + 9)


def response(request_id: int, seller_id: int = SELLER) -> Response:
    """As it is added."""
    return Response(
        id=0,
        request_id=request_id,
        seller_id=seller_id,
        price=Money(450_000, "RUB"),
        term_days=7,
        message="Нарисую за неделю.",
        made_at=NOW,
    )


async def test_a_request_is_read_as_it_was_written(database: Database) -> None:
    """Every field, and every field changed."""
    async with database.write() as unit:
        added = await unit.requests.add(REQUEST)
    assert added == replace(REQUEST, id=added.id)
    changed = replace(
        added,
        wish=replace(WISH, title="Вывеска", budget=None, files=()),
        due_at=NOW + 99,
        revision=2,
        closed_at=NOW + 5,
        closing=Closing.BY_OPERATOR,
        reason="Реклама.",
    )
    async with database.write() as unit:
        unit.requests.save(changed)
    async with database.read() as unit:
        assert await unit.requests.get(added.id) == changed
        assert await unit.requests.get(added.id + 1) is None
        assert (await unit.requests.of_buyer(BUYER, 0, 10)).requests == (changed,)


async def test_open_ones_by_category_and_page(database: Database) -> None:
    """Newest first; without those that are over."""
    async with database.write() as unit:
        await unit.people.save(Person(id=BUYER, first_name="Анна"), NOW)
        design = await unit.categories.add("Дизайн", "Design")
        ids = [(await unit.requests.add(REQUEST)).id for _ in range(3)]
        of_design = await unit.requests.add(replace(REQUEST, wish=replace(WISH, category_id=design.id)))
        over = await unit.requests.add(REQUEST)
        unit.requests.save(replace(over, closed_at=NOW, closing=Closing.BY_BUYER))
    async with database.read() as unit:
        some = await unit.requests.open(None, NOW, 1, 2)
        assert ([each.id for each in some.requests], some.total) == ([ids[2], ids[1]], 4)
        assert (await unit.requests.open(design.id, NOW, 0, 10)).requests == (of_design,)
        assert (await unit.requests.open(None, NOW + 9, 0, 10)).total == 0
        assert await unit.requests.open_of(BUYER, NOW) == 4
        assert await unit.requests.due(NOW + 8, 10) == ()
        assert len(await unit.requests.due(NOW + 9, 10)) == 4
    async with database.write() as unit:
        unit.categories.remove(design.id)
    async with database.read() as unit:
        left = await unit.requests.get(of_design.id)
        assert left is not None
        assert left.wish.category_id is None


async def test_one_response_a_seller(database: Database) -> None:
    """The database holds it too."""
    async with database.write() as unit:
        request = await unit.requests.add(REQUEST)
        added = await unit.responses.add(response(request.id))
    with pytest.raises(sqlite3.IntegrityError):
        async with database.write() as unit:
            await unit.responses.add(response(request.id))
    changed = replace(added, price=Money(1, "XTR"), term_days=1, message="Иначе.", revision=2, withdrawn_at=NOW)
    async with database.write() as unit:
        unit.responses.save(changed)
    async with database.read() as unit:
        assert await unit.responses.of_request(request.id) == (changed,)
        assert await unit.responses.of_seller(request.id, SELLER) == changed
        assert (await unit.requests.answered_by(SELLER, 0, 10)).total == 0


async def test_words_are_kept_in_order(database: Database) -> None:
    """With their files."""
    words = (
        Words(Side.BUYER, Content(text="Исходники будут?"), NOW),
        Words(Side.SELLER, Content(files=WISH.files), NOW),
    )
    async with database.write() as unit:
        request = await unit.requests.add(REQUEST)
        added = await unit.responses.add(response(request.id))
        for each in words:
            unit.responses.say(added.id, each)
    async with database.read() as unit:
        assert await unit.responses.words(added.id) == words


async def test_subscriptions_follow_the_categories(database: Database) -> None:
    """A removed one falls away."""
    async with database.write() as unit:
        design, writing = await unit.categories.add("Дизайн", "Design"), await unit.categories.add("Тексты", "Writing")
        unit.subscriptions.save(SELLER, Subscription(categories=frozenset({design.id, writing.id, 99})))
    async with database.write() as unit:
        assert await unit.subscriptions.of(SELLER) == Subscription(categories=frozenset({design.id, writing.id}))
        unit.categories.remove(writing.id)
    async with database.write() as unit:
        assert await unit.subscriptions.of(SELLER) == Subscription(categories=frozenset({design.id}))
        unit.subscriptions.save(SELLER, Subscription(everything=True))
        assert await unit.subscriptions.of(SELLER) == Subscription(everything=True)


async def test_those_who_have_responded_hear_first(database: Database) -> None:
    """However many wait to hear of new requests."""
    async with database.write() as unit:
        request = await unit.requests.add(REQUEST)
        unit.subscriptions.tell(request.id, News.NEW)
        unit.subscriptions.tell(request.id, News.CLOSED)
        telling = await unit.subscriptions.next()
        assert telling is not None
        assert telling.news is News.CLOSED
        unit.subscriptions.told(telling, 7)
        later = await unit.subscriptions.next()
        assert later == replace(telling, told_up_to=7)
        unit.subscriptions.told(telling, None)
        newer = await unit.subscriptions.next()
        assert newer is not None
        assert newer.news is News.NEW


async def test_the_day_is_counted_anew(database: Database) -> None:
    """From one."""
    async with database.write() as unit:
        assert [await unit.subscriptions.count(SELLER, day) for day in (1, 1, 2, 2, 2)] == [1, 2, 1, 2, 3]
