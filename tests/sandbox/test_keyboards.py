"""Inline keyboards, reply keyboards and presses."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import (
    CopyTextButton,
    DisabledButton,
    ForceReply,
    InaccessibleMessage,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from sandbox import MovableClock, Person, PersonError, Sandbox
from tests.sandbox.test_sending import refused

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def button(text: str, **what: Any) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, **what)


def keyboard(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=list(rows))


async def test_every_kind_of_button_comes_back_as_it_was_sent(bot: Bot, anna: Person) -> None:
    markup = keyboard(
        [button("Да", callback_data="yes", style="success"), button("Нет", callback_data="no", style="danger")],
        [button("Сайт", url="https://a.example/"), button("Код", copy_text=CopyTextButton(text="k_1"))],
        [button("Позже", disabled=DisabledButton())],
    )

    message = await bot.send_message(anna.id, "?", reply_markup=markup)

    assert message.reply_markup
    assert message.reply_markup.model_dump() == markup.model_dump()


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (button("x", callback_data="я" * 33), "BUTTON_DATA_INVALID"),
        (button("x", url="ftp://a.example"), "BUTTON_URL_INVALID"),
        (button("x", copy_text=CopyTextButton(text="x" * 257)), "BUTTON_COPY_TEXT_INVALID"),
        (button("x", url="https://a.example", callback_data="x"), "BUTTON_TYPE_INVALID"),
        (
            button("x", callback_data="x", style="pink"),
            "can't parse inline keyboard button: invalid button style specified",
        ),
        (
            button("x"),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            button("x", callback_data=""),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (button("", callback_data="x"), "inline keyboard button text must be non-empty"),
    ],
)
async def test_a_bad_button_is_refused(bot: Bot, anna: Person, bad: InlineKeyboardButton, words: str) -> None:
    await refused(bot.send_message(anna.id, "?", reply_markup=keyboard([bad])), words)


async def test_64_bytes_of_data_and_100_buttons_are_the_most(bot: Bot, anna: Person) -> None:
    row = [button("x", callback_data="я" * 32) for _ in range(5)]

    await bot.send_message(anna.id, "?", reply_markup=keyboard(*[row] * 20))

    await refused(bot.send_message(anna.id, "?", reply_markup=keyboard(*[row] * 20, row)), "reply markup is too long")


async def test_a_press_reaches_the_bot_and_its_answer_the_person(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    await bot.send_message(anna.id, "?", reply_markup=keyboard([button("✅ Принять работу", callback_data="ok")]))

    press = anna.press(anna.last, "Принять работу")
    waiting = asyncio.create_task(press.answered())

    query = (await bot.get_updates())[-1].callback_query
    assert query
    assert query.data == "ok"
    assert query.from_user.id == anna.id
    assert query.message
    assert query.message.message_id == anna.last.id
    await query.as_(bot).answer("Готово", show_alert=True)
    answer = await waiting
    assert (answer.text, answer.show_alert) == ("Готово", True)


async def test_a_press_is_answered_once(bot: Bot, anna: Person) -> None:
    press = anna.press(1, data="x")
    await bot.answer_callback_query(press.id)

    await refused(bot.answer_callback_query(press.id, "опять"), TOO_OLD)

    assert press.answer
    assert press.answer.text == ""


async def test_a_press_can_be_answered_for_150_seconds(bot: Bot, clock: MovableClock, anna: Person) -> None:
    press = anna.press(1, data="x")
    clock.advance(150)

    await refused(bot.answer_callback_query(press.id), TOO_OLD)

    assert press.answer is None


async def test_an_answer_to_a_made_up_press_is_refused(bot: Bot, anna: Person) -> None:
    await refused(bot.answer_callback_query("12345"), TOO_OLD)


async def test_a_label_is_found_whole_then_by_its_words(bot: Bot, anna: Person) -> None:
    await bot.send_message(
        anna.id,
        "?",
        reply_markup=keyboard(
            [button("Отмена", callback_data="1"), button("❌ Отменить заказ", callback_data="2")],
            [button("📄 Заказ 1", callback_data="3"), button("📄 Заказ 12", callback_data="4")],
        ),
    )

    pressed = [
        anna.press(anna.last, wanted).data for wanted in ("Отмена", "Отменить заказ", "Заказ 1", "Заказ 12", (1, 0))
    ]

    assert pressed == ["1", "2", "3", "4", "3"]
    with pytest.raises(PersonError, match="could be any of"):
        anna.press(anna.last, "📄")
    with pytest.raises(PersonError, match="no button 'Отмен' on message 2; it has «Отмена»"):
        anna.press(anna.last, "Отмен")


async def test_a_disabled_button_and_a_link_cannot_be_pressed(bot: Bot, anna: Person) -> None:
    markup = keyboard([button("Ждите", disabled=DisabledButton()), button("Сайт", url="https://a.example")])
    await bot.send_message(anna.id, "?", reply_markup=markup)

    with pytest.raises(PersonError, match="is disabled"):
        anna.press(anna.last, "Ждите")
    with pytest.raises(PersonError, match="no callback button"):
        anna.press(anna.last, "Сайт")
    assert anna.button(anna.last, "Сайт")["url"] == "https://a.example"


async def test_an_old_app_may_press_a_button_that_is_gone(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "?", reply_markup=keyboard([button("Старая", callback_data="old")]))
    await bot.edit_message_text("!", chat_id=anna.id, message_id=sent.message_id)

    with pytest.raises(PersonError, match="it has none"):
        anna.press(sent.message_id, "Старая")
    assert anna.press(sent.message_id, "Старая", stale=True).data == "old"


async def test_a_press_on_a_deleted_message_shows_an_inaccessible_one(bot: Bot, anna: Person) -> None:
    anna.delete(1)
    anna.press(1, data="x")

    query = (await bot.get_updates())[-1].callback_query

    assert query
    assert isinstance(query.message, InaccessibleMessage)


async def test_reply_keyboards_stand_until_they_are_taken_away(bot: Bot, anna: Person) -> None:
    markup = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Меню")]], resize_keyboard=True)
    message = await bot.send_message(anna.id, "x", reply_markup=markup)
    assert message.reply_markup is None
    assert anna.chat.reply_keyboard == {"keyboard": [[{"text": "Меню"}]], "resize_keyboard": True}

    await bot.send_message(anna.id, "x", reply_markup=ForceReply(input_field_placeholder="Цена"))
    assert anna.chat.reply_keyboard == {"force_reply": True, "input_field_placeholder": "Цена"}

    await bot.send_message(anna.id, "x", reply_markup=ReplyKeyboardRemove())
    assert anna.chat.reply_keyboard is None
