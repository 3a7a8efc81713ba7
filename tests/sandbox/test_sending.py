"""sendMessage: text, entities, replies, and who can be written to."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import Message, MessageEntity, ReplyParameters
from aiogram.utils.formatting import Bold, DateTime, Text

from sandbox import MovableClock, Person, Sandbox


async def refused(call: object, words: str) -> None:
    with pytest.raises(TelegramBadRequest) as refusal:
        await call  # type: ignore[misc]
    assert refusal.value.message == f"Bad Request: {words}"


async def test_the_answer_is_the_message_as_the_person_sees_it(bot: Bot, clock: MovableClock, anna: Person) -> None:
    message = await bot.send_message(anna.id, "Здравствуйте")

    assert message.message_id == anna.last.id == 2
    assert message.date.timestamp() == clock.now()
    assert message.chat.first_name == "Анна"
    assert message.from_user
    assert message.from_user.is_bot
    assert anna.last.text == message.text == "Здравствуйте"


async def test_ids_grow_in_each_chat_by_itself(bot: Bot, anna: Person, boris: Person) -> None:
    boris.start()

    ids = [(await bot.send_message(chat, "x")).message_id for chat in (anna.id, boris.id, anna.id)]

    assert ids == [2, 2, 3]


async def test_who_never_pressed_start_is_not_found(bot: Bot, boris: Person) -> None:
    await refused(bot.send_message(boris.id, "Hello"), "chat not found")


async def test_an_unknown_chat_is_not_found(bot: Bot) -> None:
    await refused(bot.send_message(999, "Hello"), "chat not found")


async def test_a_call_without_chat_id_says_so(bot: Bot, anna: Person) -> None:
    await refused(bot.send_message("", "Hello"), "chat_id is empty")


async def test_who_blocked_the_bot_is_out_of_reach(bot: Bot, anna: Person) -> None:
    anna.block()

    with pytest.raises(TelegramForbiddenError, match="Forbidden: bot was blocked by the user"):
        await bot.send_message(anna.id, "Вернитесь")
    assert anna.received == []


async def test_who_presses_restart_can_be_reached_again(bot: Bot, anna: Person) -> None:
    anna.block()
    anna.start()

    await bot.send_message(anna.id, "С возвращением")

    kinds = [update.event_type for update in await bot.get_updates()]
    assert kinds == ["message", "my_chat_member", "my_chat_member", "message"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "message text is empty"),
        (" \n ", "text must be non-empty"),
        ("\u200b\u2800", "text must be non-empty"),
        ("x" * 4097, "message is too long"),
        ("🙂" * 2049, "message is too long"),
    ],
)
async def test_a_text_has_1_to_4096_utf16_units(bot: Bot, anna: Person, text: str, words: str) -> None:
    await refused(bot.send_message(anna.id, text), words)


async def test_the_longest_text_goes_through(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "🙂" * 2048)

    assert len(anna.last.text) == 2048


async def test_a_parse_mode_is_refused_clearly(bot: Bot, anna: Person) -> None:
    await refused(
        bot.send_message(anna.id, "<b>x</b>", parse_mode="HTML"),
        "unsupported parse_mode: the sandbox knows entities only",
    )


async def test_entities_are_measured_in_utf16(bot: Bot, anna: Person) -> None:
    content = Text("🙂 ", Bold("Аня"), " ", DateTime("завтра", unix_time=1_767_700_000, date_time_format="wDT"))

    message = await bot.send_message(anna.id, **content.as_kwargs())

    assert message.entities
    assert anna.last.body["entities"] == [
        {"type": "bold", "offset": 3, "length": 3},
        {"type": "date_time", "offset": 7, "length": 6, "unix_time": 1_767_700_000, "date_time_format": "wDT"},
    ]
    assert message.entities[0].extract_from(message.text or "") == "Аня"


async def entities_of(bot: Bot, anna: Person, text: str, *entities: MessageEntity) -> list[tuple[str, int, int]]:
    message: Message = await bot.send_message(anna.id, text, entities=list(entities), parse_mode=None)
    return [(str(entity.type), entity.offset, entity.length) for entity in message.entities or []]


def at(kind: str, offset: int, length: int) -> MessageEntity:
    url = "https://a.example" if kind == "text_link" else None
    return MessageEntity(type=kind, offset=offset, length=length, url=url)


async def test_entities_are_clipped_where_the_text_is_trimmed(bot: Bot, anna: Person) -> None:
    assert await entities_of(bot, anna, "  ab  ", at("bold", 2, 4)) == [("bold", 0, 2)]
    assert await entities_of(bot, anna, "ab  ", at("bold", 2, 2)) == []
    assert anna.last.text == "ab"


async def test_neighbouring_and_overlapping_styles_merge(bot: Bot, anna: Person) -> None:
    assert await entities_of(bot, anna, "abcdef", at("bold", 0, 2), at("bold", 2, 2)) == [("bold", 0, 4)]
    assert await entities_of(bot, anna, "abcdef", at("bold", 0, 3), at("bold", 2, 2)) == [("bold", 0, 4)]


async def test_nothing_is_nested_in_code_or_a_date(bot: Bot, anna: Person) -> None:
    assert await entities_of(bot, anna, "abcdef", at("bold", 0, 6), at("code", 2, 2)) == [
        ("bold", 0, 2),
        ("code", 2, 2),
        ("bold", 4, 2),
    ]


async def test_of_two_links_that_overlap_the_first_stays(bot: Bot, anna: Person) -> None:
    assert await entities_of(bot, anna, "abcdef", at("text_link", 0, 4), at("text_link", 2, 4)) == [("text_link", 0, 4)]


async def test_telegram_finds_commands_links_and_mentions_itself(bot: Bot, anna: Person) -> None:
    assert await entities_of(bot, anna, "/help https://a.example/x?y. @anna_kim #тег a@b.example") == [
        ("bot_command", 0, 5),
        ("url", 6, 21),
        ("mention", 29, 9),
        ("hashtag", 39, 4),
        ("email", 44, 11),
    ]


async def test_what_the_bot_marked_is_not_marked_again(bot: Bot, anna: Person) -> None:
    assert await entities_of(bot, anna, "https://a.example", at("code", 0, 17)) == [("code", 0, 17)]


@pytest.mark.parametrize(
    ("entity", "words"),
    [
        (at("bold", 5, 1), "entity begins after the end of the text at UTF-16 offset 5"),
        (
            at("bold", 1, 9),
            "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10",
        ),
        (at("bold", -1, 1), "receive an entity with incorrect offset -1"),
        (at("bold", 1, 1), "entity begins in a middle of a UTF-16 symbol at byte offset 1"),
        (at("gold", 0, 1), "can't parse MessageEntity: Unsupported type specified"),
        (
            MessageEntity(type="date_time", offset=0, length=2, unix_time=1, date_time_format="%Y"),
            "can't parse MessageEntity: Invalid date-time format specified",
        ),
    ],
)
async def test_an_impossible_entity_is_refused(bot: Bot, anna: Person, entity: MessageEntity, words: str) -> None:
    await refused(bot.send_message(anna.id, "🙂abc", entities=[entity], parse_mode=None), words)


async def test_control_characters_become_spaces(bot: Bot, anna: Person) -> None:
    assert (await bot.send_message(anna.id, "a\tb\r\nc\u202ed")).text == "a b\ncd"


async def test_a_reply_shows_the_message_it_answers(bot: Bot, anna: Person) -> None:
    question = anna.write("Когда?")

    answer = await bot.send_message(
        anna.id, "Завтра", reply_parameters=ReplyParameters(message_id=question.id, quote="Когда")
    )

    assert answer.reply_to_message
    assert answer.reply_to_message.text == "Когда?"
    assert answer.quote
    assert answer.quote.text == "Когда"


async def test_a_reply_to_nothing_is_refused_unless_that_is_allowed(bot: Bot, anna: Person) -> None:
    await refused(
        bot.send_message(anna.id, "x", reply_parameters=ReplyParameters(message_id=99)),
        "message to be replied not found",
    )
    message = await bot.send_message(
        anna.id, "x", reply_parameters=ReplyParameters(message_id=99, allow_sending_without_reply=True)
    )
    assert message.reply_to_message is None


async def test_a_refused_message_is_nowhere(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    before = anna.transcript

    await refused(bot.send_message(anna.id, "x" * 5000), "message is too long")

    assert anna.transcript == before
    assert sandbox.calls.last
    assert sandbox.calls.last.status == 400
