"""Topics, as they are kept."""

from dataclasses import replace

import pytest

from desk.topics import Topic
from storage.database import Database
from tests.storage.samples import BUYER, SELLER, order


@pytest.fixture
async def topic(database: Database) -> Topic:
    """Of the buyer, not kept yet."""
    async with database.write() as unit:
        number = (await unit.orders.add(order())).number
    return Topic(person_id=BUYER, order_number=number, thread_id=5, name="№1")


async def test_a_topic_is_known_by_its_order_and_by_its_thread(database: Database, topic: Topic) -> None:
    """In one person's chat; the same number in another's is another topic."""
    async with database.write() as unit:
        unit.topics.put(topic)
        assert await unit.topics.get(BUYER, topic.order_number) == topic
        assert await unit.topics.get(SELLER, topic.order_number) is None
        assert await unit.topics.order_of(BUYER, 5) == topic.order_number
        assert await unit.topics.order_of(SELLER, 5) is None


async def test_the_newest_topic_of_an_order_is_the_one_that_counts(database: Database, topic: Topic) -> None:
    """A forgotten one is known no more."""
    newer = replace(topic, thread_id=9, name="№1 · Выполнен", is_closed=True)
    async with database.write() as unit:
        unit.topics.put(topic)
        unit.topics.put(newer)
        assert await unit.topics.get(BUYER, topic.order_number) == newer
        assert await unit.topics.order_of(BUYER, 5) is None
        unit.topics.forget(newer)
        assert await unit.topics.get(BUYER, topic.order_number) is None
