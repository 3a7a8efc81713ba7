"""Topics in private chats: what the real server does with them, and what people can do."""

from typing import Any

import aiohttp
import pytest
from aiogram import Bot

from sandbox import Person, PersonError, Sandbox
from tests.sandbox.test_sending import refused


async def made(bot: Bot, anna: Person, name: str = "Заказ №1") -> int:
    return (await bot.create_forum_topic(anna.id, name)).message_thread_id


async def test_a_topic_is_opened_by_a_service_message(bot: Bot, anna: Person) -> None:
    topic = await bot.create_forum_topic(anna.id, "Заказ №1", icon_color=0xFFD67E)
    message = await bot.send_message(anna.id, "Карточка", message_thread_id=topic.message_thread_id)

    assert message.is_topic_message
    assert message.message_thread_id == topic.message_thread_id == anna.received[0].id
    assert anna.received[0].body["forum_topic_created"] == {"name": "Заказ №1", "icon_color": 0xFFD67E}
    answer = anna.write("Вижу", thread_id=topic.message_thread_id)
    assert answer.thread_id == topic.message_thread_id
    assert anna.topic("№1") == topic.message_thread_id


async def test_a_topic_is_renamed_and_deleted(bot: Bot, anna: Person) -> None:
    thread = await made(bot, anna)
    await bot.edit_forum_topic(anna.id, thread, name="Заказ №1: готов")
    await refused(bot.edit_forum_topic(anna.id, thread, name="Заказ №1: готов"), "TOPIC_NOT_MODIFIED")
    assert await bot.edit_forum_topic(anna.id, thread) is True
    await refused(bot.edit_forum_topic(anna.id, thread, name="x" * 129), "TOPIC_TITLE_INVALID")
    await bot.send_message(anna.id, "x", message_thread_id=thread)

    await bot.delete_forum_topic(anna.id, thread)

    assert anna.received == []
    await refused(bot.send_message(anna.id, "x", message_thread_id=thread), "message thread not found")
    await refused(bot.edit_forum_topic(anna.id, thread, name="x"), "TOPIC_ID_INVALID")


async def test_topics_of_private_chats_are_not_closed(bot: Bot, anna: Person) -> None:
    """As on the real server, of which `closes_topics` is the one difference that may be switched on."""
    thread = await made(bot, anna)

    await refused(bot.close_forum_topic(anna.id, thread), "the chat is not a supergroup forum")
    await refused(bot.reopen_forum_topic(anna.id, thread), "the chat is not a supergroup forum")


async def test_where_they_can_be_closed_only_the_bot_writes_on(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    sandbox.world.bot.closes_topics = True
    thread = await made(bot, anna)
    await bot.close_forum_topic(anna.id, thread)
    await refused(bot.close_forum_topic(anna.id, thread), "TOPIC_NOT_MODIFIED")
    await bot.send_message(anna.id, "x", message_thread_id=thread)
    with pytest.raises(PersonError, match="the topic is closed"):
        anna.write("Ещё", thread_id=thread)

    await bot.reopen_forum_topic(anna.id, thread)

    assert anna.write("Ещё", thread_id=thread).thread_id == thread


async def test_topics_are_refused_where_they_are_switched_off(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    """Those that were made stay in the chat, and nobody gets into them."""
    thread = await made(bot, anna)
    message = await bot.send_message(anna.id, "x", message_thread_id=thread)
    sandbox.world.bot.has_topics = False

    await refused(bot.create_forum_topic(anna.id, "x"), "the chat is not a forum")
    await refused(bot.edit_forum_topic(anna.id, thread, name="x"), "the chat is not a forum")
    await refused(bot.send_message(anna.id, "x", message_thread_id=thread), "message thread not found")
    with pytest.raises(PersonError, match="there is no topic"):
        anna.write("x", thread_id=thread)
    assert anna.write("x", reply_to=message.message_id).thread_id is None
    assert (await bot.get_me()).has_topics_enabled is False


async def test_a_reply_stands_in_the_topic_of_what_it_answers(bot: Bot, anna: Person) -> None:
    thread = await made(bot, anna)
    message = await bot.send_message(anna.id, "?", message_thread_id=thread)

    assert anna.write("!", reply_to=message.message_id).thread_id == thread
    assert anna.send_sticker(thread_id=thread).thread_id == thread
    assert anna.send_location(1, 2, thread_id=thread).thread_id == thread


async def test_people_make_topics_only_where_the_bot_lets_them(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    thread = await made(bot, anna)
    assert (await bot.get_me()).allows_users_to_create_topics is False
    for act in (lambda: anna.open_topic("Моя"), lambda: anna.delete_topic(thread)):
        with pytest.raises(PersonError, match="lets people make no topics"):
            act()
    sandbox.world.bot.people_make_topics = True

    own = anna.open_topic("Моя")
    anna.delete_topic(thread)

    assert (await bot.get_me()).allows_users_to_create_topics is True
    updates = [update.message for update in await bot.get_updates() if update.message]
    assert updates[-1].forum_topic_created
    assert updates[-1].message_thread_id == own
    await refused(bot.send_message(anna.id, "x", message_thread_id=thread), "message thread not found")


async def test_the_switches_over_http(sandbox: Sandbox, http: aiohttp.ClientSession, bot: Bot, anna: Person) -> None:
    """Given by name; the others stay."""

    async def ask(method: str, path: str, **body: object) -> tuple[int, dict[str, Any]]:
        async with http.request(method, f"{sandbox.url}/sandbox{path}", json=body) as response:
            return response.status, await response.json()

    switches = {"topics": True, "people_make_topics": True, "closes_topics": False}
    assert await ask("POST", "/bot", people_make_topics=True) == (200, switches)
    assert (await ask("GET", "/bot"))[1]["topics"] == switches
    status, topic = await ask("POST", f"/people/{anna.id}/topics", name="Моя")
    assert (status, topic) == (201, {"message_thread_id": anna.topic("Моя")})
    assert await ask("DELETE", f"/people/{anna.id}/topics/{topic['message_thread_id']}") == (200, {})
    assert anna.chat.topics == {}
    assert (await ask("POST", "/bot", topics="yes"))[0] == 400
    assert (await ask("POST", "/bot", topics=False))[1]["topics"] is False
    assert (await ask("GET", "/state"))[1]["bot"]["topics"]["topics"] is False
