"""Inline mode: what people ask for in the message field, what the bot offers, what is sent."""

import asyncio
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InlineQueryResultsButton,
    InputTextMessageContent,
    MessageEntity,
    SwitchInlineQueryChosenChat,
    Update,
)

from sandbox import Kind, MovableClock, Person, PersonError, Sandbox
from sandbox.inline import INLINE_LIFETIME
from tests.sandbox.pictures import picture
from tests.sandbox.test_keyboards import TOO_OLD, button, keyboard
from tests.sandbox.test_sending import refused

UNKNOWN_FILE = "Wrong remote file identifier specified: can't unserialize it. Wrong last symbol"


def article(name: str = "1", text: str = "Логотип", **more: Any) -> InlineQueryResultArticle:
    content = InputTextMessageContent(message_text=text, entities=more.pop("entities", None))
    return InlineQueryResultArticle(id=name, title=text, input_message_content=content, **more)


async def _asked(bot: Bot) -> list[Update]:
    """What the bot is told and has not confirmed yet; it is confirmed."""
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    return [update for update in updates if update.inline_query]


async def test_the_bot_is_asked_and_the_person_is_shown_its_answer(bot: Bot, boris: Person) -> None:
    """It may have never met them."""
    asked = boris.ask("логотип", offset="10")

    (update,) = await _asked(bot)
    query = update.inline_query
    assert query is not None
    assert (query.id, query.from_user.id, query.query, query.offset) == (asked.id, boris.id, "логотип", "10")
    assert query.chat_type == "sender"

    look = {"description": "1 500 ₽", "thumbnail_url": "https://a.example/1.jpg"}
    above = InlineQueryResultsButton(text="Каталог", start_parameter="catalogue")
    assert await bot.answer_inline_query(asked.id, [article(**look)], next_offset="20", cache_time=0, button=above)

    answer = await asked.answered()
    assert answer.view() == {
        "results": [
            {"id": "1", "type": "article", "title": "Логотип", **look, "content": {"text": "Логотип"}},
        ],
        "next_offset": "20",
        "button": {"text": "Каталог", "start_parameter": "catalogue"},
        "cache_time": 0,
        "is_personal": False,
    }


async def test_a_result_becomes_a_message_of_the_person_via_the_bot(bot: Bot, anna: Person) -> None:
    markup = keyboard([button("Открыть", url="https://t.me/vsrok_bot?start=k_1")])
    bold = [MessageEntity(type="bold", offset=0, length=7)]
    asked = anna.ask()
    await bot.answer_inline_query(asked.id, [article(entities=bold, reply_markup=markup), article("2", "Визитка")])

    sent = anna.choose(asked, "1")

    update = (await bot.get_updates())[-1]
    assert update.message is not None
    assert update.message.text == "Логотип"
    assert [entity.model_dump() for entity in update.message.entities or []] == [each.model_dump() for each in bold]
    assert update.message.from_user is not None
    assert update.message.from_user.id == anna.id
    assert update.message.via_bot is not None
    assert update.message.via_bot.id == bot.id
    with pytest.raises(PersonError, match="one's own"):
        anna.edit(sent.id, "Другое")
    assert anna.follow(anna.button(sent, "Открыть")["url"]).text == "/start k_1"


async def test_a_photo_known_by_its_id_is_offered_and_sent_with_its_caption(
    bot: Bot, sandbox: Sandbox, anna: Person
) -> None:
    """In the list it stands without a title, whatever the bot calls it."""
    stored = sandbox.files.add(Kind.PHOTO, "a.png", picture(40, 30))
    asked = anna.ask()
    photo = InlineQueryResultCachedPhoto(id="p", photo_file_id=stored.file_id, title="Логотип", caption="1 500 ₽")

    await bot.answer_inline_query(asked.id, [photo])

    assert asked.answer is not None
    assert [result.view().get("title") for result in asked.answer.results] == [None]
    sent = anna.choose(asked, "p")
    assert sent.body["photo"] == stored.view
    assert sent.text == "1 500 ₽"


async def test_a_photo_may_be_sent_as_words(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    stored = sandbox.files.add(Kind.PHOTO, "a.png", picture(40, 30))
    asked = anna.ask()
    words = InputTextMessageContent(message_text="Словами")
    photo = InlineQueryResultCachedPhoto(id="p", photo_file_id=stored.file_id, input_message_content=words)

    await bot.answer_inline_query(asked.id, [photo])

    assert anna.choose(asked, "p").body["text"] == "Словами"


async def test_the_bot_is_told_only_if_it_asked_for_inline_queries(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    await bot.get_updates(allowed_updates=["message"])
    anna.ask("x")

    assert await _asked(bot) == []

    await bot.get_updates(allowed_updates=["message", "inline_query"])
    anna.ask("x")

    assert len(await _asked(bot)) == 1


async def test_a_query_lives_for_half_a_minute(bot: Bot, clock: MovableClock, anna: Person) -> None:
    asked = anna.ask("x")
    clock.advance(INLINE_LIFETIME + 1)

    assert await _asked(bot) == []
    await refused(bot.answer_inline_query(asked.id, []), TOO_OLD)
    assert asked.answer is None


async def test_a_query_is_answered_once(bot: Bot, anna: Person) -> None:
    asked = anna.ask("x")
    await bot.answer_inline_query(asked.id, [article()])

    await refused(bot.answer_inline_query(asked.id, []), TOO_OLD)
    await refused(bot.answer_inline_query("1", []), TOO_OLD)
    assert asked.answer is not None
    assert len(asked.answer.results) == 1


@pytest.mark.parametrize(
    ("results", "more", "words"),
    [
        ([article(str(number)) for number in range(51)], {}, "too many inline query results specified"),
        ([article("x"), article("x")], {}, "RESULT_ID_DUPLICATE"),
        ([article("")], {}, "RESULT_ID_EMPTY"),
        ([article("я" * 33)], {}, "RESULT_ID_INVALID"),
        ([article()], {"next_offset": "я" * 33}, "NEXT_OFFSET_INVALID"),
        ([article(text="x" * 4097)], {}, "can't parse InlineQueryResult: message is too long"),
        (
            [article(reply_markup=keyboard([button("x", callback_data="я" * 33)]))],
            {},
            "can't parse InlineQueryResult: BUTTON_DATA_INVALID",
        ),
        (
            [InlineQueryResultCachedPhoto(id="p", photo_file_id="AgACx")],
            {},
            f"can't parse InlineQueryResult: {UNKNOWN_FILE}",
        ),
        (
            [],
            {"button": InlineQueryResultsButton(text="x", start_parameter="к")},
            "unallowed characters in start_parameter are used",
        ),
        (
            [],
            {"button": InlineQueryResultsButton(text="x", start_parameter="x" * 65)},
            "too long start_parameter specified",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_a_wrong_answer_is_refused_and_the_query_waits_on(
    bot: Bot, anna: Person, results: list[Any], more: dict[str, Any], words: str
) -> None:
    asked = anna.ask("x")

    await refused(bot.answer_inline_query(asked.id, results, **more), words)
    assert asked.answer is None
    assert await bot.answer_inline_query(asked.id, [article("я" * 32)], next_offset="x" * 64)


async def test_an_answer_serves_whoever_asks_the_same_until_its_time_is_over(
    bot: Bot, clock: MovableClock, anna: Person, boris: Person
) -> None:
    await bot.answer_inline_query(anna.ask("x").id, [article()], cache_time=60)

    assert boris.ask("x").is_cached
    assert not boris.ask("y").is_cached
    assert not boris.ask("x", offset="10").is_cached
    clock.advance(60)
    assert not boris.ask("x").is_cached


async def test_a_personal_answer_serves_nobody_else(bot: Bot, anna: Person, boris: Person) -> None:
    await bot.answer_inline_query(anna.ask("x").id, [article()], is_personal=True)

    assert anna.ask("x").is_cached
    assert not boris.ask("x").is_cached


async def test_people_choose_only_from_what_they_are_offered(bot: Bot, anna: Person, boris: Person) -> None:
    asked = anna.ask("x")
    with pytest.raises(PersonError, match="nothing to choose from"):
        anna.choose(asked, "1")
    await bot.answer_inline_query(asked.id, [article()])

    boris.start()
    with pytest.raises(PersonError, match="nothing to choose from"):
        boris.choose(asked, "1")
    with pytest.raises(PersonError, match="no result '2'"):
        anna.choose(asked, "2")
    assert [message.text for message in anna.transcript] == ["/start"]


async def test_a_bot_without_inline_mode_is_not_asked(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    """As BotFather makes them; /setinline switches it on."""
    sandbox.world.bot.has_inline = False

    assert (await bot.get_me()).supports_inline_queries is False
    with pytest.raises(PersonError, match="no inline mode"):
        anna.ask("x")
    await refused(bot.answer_inline_query("1", []), "USER_BOT_INVALID")


async def test_a_query_has_up_to_256_characters(anna: Person) -> None:
    assert anna.ask("x" * 256).text == "x" * 256
    with pytest.raises(PersonError, match="up to 256 characters"):
        anna.ask("x" * 257)


async def test_a_press_under_a_message_sent_via_the_bot_names_no_message(bot: Bot, anna: Person) -> None:
    asked = anna.ask()
    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])
    await bot.answer_inline_query(asked.id, [article(reply_markup=markup)])

    sent = anna.choose(asked, "1")
    anna.press(sent, "Да")

    pressed = (await bot.get_updates())[-1].callback_query
    assert pressed is not None
    assert pressed.message is None
    assert pressed.inline_message_id == f"{anna.id}-{sent.id}"


async def test_a_button_that_lets_choose_a_chat_says_which(bot: Bot, anna: Person) -> None:
    def chosen(**allowed: bool) -> InlineKeyboardMarkup:
        return keyboard(
            [button("x", switch_inline_query_chosen_chat=SwitchInlineQueryChosenChat(query="x", **allowed))]
        )

    await refused(bot.send_message(anna.id, "?", reply_markup=chosen()), "at least one chat type must be allowed")
    assert (await bot.send_message(anna.id, "?", reply_markup=chosen(allow_user_chats=True))).reply_markup


async def test_the_control_asks_and_chooses(
    bot: Bot, sandbox: Sandbox, http: aiohttp.ClientSession, anna: Person
) -> None:
    async def post(path: str, **body: object) -> tuple[int, Any]:
        async with http.post(f"{sandbox.url}/sandbox/people/{anna.id}{path}", json=body) as response:
            return response.status, await response.json()

    asking = asyncio.create_task(post("/inline", text="x", wait=5))
    (update,) = await bot.get_updates(offset=sandbox.updates.last_id + 1, timeout=5)
    assert update.inline_query is not None
    await bot.answer_inline_query(update.inline_query.id, [article()])

    status, query = await asking
    assert status == 201
    assert query["answer"]["results"][0]["title"] == "Логотип"
    status, sent = await post(f"/inline/{query['id']}", result="1")
    assert (status, sent["message"]["text"]) == (201, "Логотип")
    assert await post(f"/inline/{query['id']}", result="9") == (
        400,
        {"error": "there is no result '9' among those offered"},
    )
