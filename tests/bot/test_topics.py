"""Topics where Telegram does not do what it says: nothing is lost, and no chat fills with topics."""

from collections.abc import AsyncIterator

import pytest
from aiogram.methods import SendMessage

from bot.app import App
from desk.people import Person
from desk.posts import Post
from handlers.replies import reply
from tests.bot.telegram import TOKEN, Telegram, ok, refused, telegram
from tests.storage.samples import SELLER, order

ME = {"id": 123456, "is_bot": True, "first_name": "В срок", "username": "vsrok_bot", "has_topics_enabled": True}
NOT_FOUND = refused(400, "Bad Request: message thread not found")


@pytest.fixture
async def server() -> AsyncIterator[Telegram]:
    """A Telegram with topics."""
    async with telegram() as listening:
        listening.tell("getMe", ok(ME))
        yield listening


@pytest.fixture
async def number(app: App) -> int:
    """Of an order in which the seller is to hear something."""
    async with app.database.write() as unit:
        await unit.people.save(Person(id=SELLER, first_name="Сергей", language="ru"), 1)
        return (await unit.orders.add(order())).number


def made(thread_id: int) -> tuple[int, str]:
    """A topic."""
    return ok({"message_thread_id": thread_id, "name": "?", "icon_color": 0})


def arrived(message_id: int, thread_id: int | None = None) -> tuple[int, str]:
    """A message, in this topic or in the general chat."""
    topic = {} if thread_id is None else {"message_thread_id": thread_id, "is_topic_message": True}
    return ok({"message_id": message_id, "date": 0, "chat": {"id": SELLER, "type": "private"}} | topic)


async def says(app: App, number: int, *texts: str) -> None:
    """Said of the order."""
    posts: list[Post] = [reply(SELLER, SendMessage(chat_id=SELLER, text=text), order_number=number) for text in texts]
    async with app.database.write() as unit:
        await unit.outbox.add(posts, 0)
    app.sender.wake()
    await app.settled()


def said(server: Telegram) -> list[tuple[str, int | None]]:
    """Every attempt: its words, if they are none of a card, and the topic."""
    return [
        (params["text"], params.get("message_thread_id"))
        for params in server.asked("sendMessage")
        if "Статус" not in params["text"]
    ]


async def test_a_message_that_telegram_puts_elsewhere_without_a_word_betrays_that_the_topic_is_gone(
    server: Telegram, app: App, number: int
) -> None:
    """As it did with topics deleted a moment ago: the next message makes another topic."""
    server.tell("createForumTopic", made(5), made(9))
    server.tell("sendMessage", arrived(1, 5), arrived(2, 5), arrived(3), arrived(4, 9))
    await says(app, number, "1")
    await says(app, number, "2")
    await says(app, number, "3")
    assert said(server) == [("1", 5), ("2", 5), ("3", 9)]


@pytest.mark.parametrize("answer", [NOT_FOUND, arrived(1)], ids=["not found", "elsewhere"])
async def test_where_no_message_gets_into_a_new_topic_there_is_no_second_new_one(
    server: Telegram, app: App, number: int, answer: tuple[int, str]
) -> None:
    """Until the next start the chat is as it was without topics."""
    server.tell("createForumTopic", *(made(thread_id) for thread_id in range(5, 9)))
    server.tell("sendMessage", answer)
    await says(app, number, "1", "2", "3")
    assert len(server.asked("createForumTopic")) == 1
    assert [text for text, thread_id in said(server) if thread_id is None] == (
        ["1", "2", "3"] if answer == NOT_FOUND else ["2", "3"]
    )


async def test_a_topic_that_is_gone_is_replaced_once_a_message(server: Telegram, app: App, number: int) -> None:
    """The message that found out goes into the new one."""
    server.tell("createForumTopic", made(5), made(9))
    server.tell("sendMessage", arrived(1, 5), arrived(2, 5), NOT_FOUND, arrived(3, 9), arrived(4, 9))
    await says(app, number, "1")
    await says(app, number, "2")
    assert said(server) == [("1", 5), ("2", 5), ("2", 9)]


async def test_an_unknown_refusal_of_a_name_is_not_repeated(server: Telegram, app: App, number: int) -> None:
    """Nor does it keep a message back."""
    server.tell("createForumTopic", made(5))
    server.tell("sendMessage", *(arrived(message_id, 5) for message_id in range(1, 9)))
    await says(app, number, "1")
    async with app.database.write() as unit:
        person = await unit.people.get(SELLER)
        assert person is not None
        await unit.people.save(Person(id=SELLER, first_name="Сергей", language="en"), 1)
    server.tell("editForumTopic", refused(400, "Bad Request: TOPIC_TITLE_INVALID"))
    await says(app, number, "2")
    await says(app, number, "3")
    assert said(server) == [("1", 5), ("2", 5), ("3", 5)]
    assert len(server.asked("editForumTopic")) == 1


async def test_an_answer_that_names_no_topic_means_none(server: Telegram, app: App, number: int) -> None:
    """The message goes to the general chat."""
    server.tell("createForumTopic", ok(result=True))
    await says(app, number, "1", "2")
    assert said(server) == [("1", None), ("2", None)]
    assert len(server.asked("createForumTopic")) == 1
    assert TOKEN not in str(server.calls)
