"""People: who they are, what they may do, what they see."""

import asyncio

import pytest
from aiogram import Bot

from sandbox import Person, PersonError, Sandbox


@pytest.mark.parametrize("name", ["", "   ", "x" * 65, "a\nb"])
def test_a_name_has_1_to_64_characters(sandbox: Sandbox, name: str) -> None:
    with pytest.raises(PersonError, match="a first name has 1 to 64 characters"):
        sandbox.people.add(name)
    assert len(sandbox.people) == 0


def test_ids_are_given_in_order(sandbox: Sandbox) -> None:
    ids = [sandbox.people.add(name).id for name in ("А", "Б")]

    assert ids == [1001, 1002]
    assert sandbox.people.add("В", person_id=7).id == 7
    with pytest.raises(PersonError, match="the id 7 is taken"):
        sandbox.people.add("Г", person_id=7)
    assert sandbox.people.add("Д").id == 1003


def test_a_strange_username_or_language_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(PersonError, match="is no username"):
        sandbox.people.add("А", username="имя")
    with pytest.raises(PersonError, match="is no language code"):
        sandbox.people.add("А", language_code="Russian")


async def test_start_carries_the_payload_of_the_link(bot: Bot, boris: Person) -> None:
    boris.follow("https://t.me/vsrok_bot?start=k_abc")

    (update,) = await bot.get_updates()

    assert update.message
    assert update.message.text == "/start k_abc"
    assert update.message.entities
    assert update.message.entities[0].type == "bot_command"


def test_a_link_to_elsewhere_is_not_followed(boris: Person) -> None:
    for url in ("https://t.me/other_bot?start=x", "https://example.com/vsrok_bot"):
        with pytest.raises(PersonError, match="does not lead to @vsrok_bot"):
            boris.follow(url)


def test_nothing_can_be_sent_before_start(sandbox: Sandbox, boris: Person) -> None:
    with pytest.raises(PersonError, match="Boris has not pressed Start yet"):
        boris.write("Hello")
    assert sandbox.updates.last_id == 0


def test_who_blocked_the_bot_cannot_write(anna: Person) -> None:
    anna.block()

    with pytest.raises(PersonError, match="Анна has blocked the bot"):
        anna.write("Привет")


async def test_the_bot_is_told_of_blocking(bot: Bot, anna: Person) -> None:
    anna.block()
    anna.block()
    anna.unblock()

    changes = [update.my_chat_member for update in (await bot.get_updates())[1:]]

    assert [(change.old_chat_member.status, change.new_chat_member.status) for change in changes if change] == [
        ("member", "kicked"),
        ("kicked", "member"),
    ]


def test_an_empty_message_is_not_sent(anna: Person) -> None:
    for text in ("", " \n"):
        with pytest.raises(PersonError, match="empty"):
            anna.write(text)


async def test_a_long_text_goes_out_in_parts(bot: Bot, anna: Person) -> None:
    anna.write("я" * 4095 + "🙂" + "б" * 900)

    texts = [update.message.text for update in (await bot.get_updates())[1:] if update.message]

    assert texts == ["я" * 4095, "🙂" + "б" * 900]


async def test_a_reply_carries_what_it_answers(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "Когда?")
    anna.write("Завтра", reply_to=sent.message_id)

    message = (await bot.get_updates())[-1].message

    assert message
    assert message.reply_to_message
    assert message.reply_to_message.text == "Когда?"
    with pytest.raises(PersonError, match="there is no message 99"):
        anna.write("x", reply_to=99)


def test_only_ones_own_messages_can_be_edited(anna: Person) -> None:
    anna.send_sticker()

    with pytest.raises(PersonError, match="there is no text in this message"):
        anna.edit(2, "x")
    with pytest.raises(PersonError, match="there is no message 99"):
        anna.edit(99, "x")


async def test_bot_messages_cannot_be_edited_by_a_person(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "x")

    with pytest.raises(PersonError, match="only one's own messages"):
        anna.edit(2, "y")


async def test_a_person_waits_for_what_they_want_to_see(bot: Bot, anna: Person) -> None:
    waiting = asyncio.create_task(anna.sees("готово"))
    await bot.send_message(anna.id, "ещё нет")
    assert not waiting.done()

    await bot.send_message(anna.id, "всё готово")

    assert (await waiting).id == 3
    assert anna.find("ещё").id == 2
    with pytest.raises(PersonError, match="has no message with 'никогда'"):
        anna.find("никогда")


def test_a_person_who_heard_nothing_has_no_last_message(anna: Person) -> None:
    with pytest.raises(PersonError, match="the bot has not said anything to Анна"):
        _ = anna.last
