"""Edits and deletions."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError
from aiogram.types import BufferedInputFile, ForceReply, InputMediaDocument, InputMediaPhoto, Message

from sandbox import MovableClock, Person
from tests.sandbox.conftest import Raw
from tests.sandbox.pictures import picture
from tests.sandbox.test_keyboards import button, keyboard
from tests.sandbox.test_sending import refused

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


async def test_an_edit_puts_new_text_and_keyboard_in_place(bot: Bot, clock: MovableClock, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "было", reply_markup=keyboard([button("a", callback_data="a")]))
    clock.advance(60)

    edited = await bot.edit_message_text(
        "стало",
        chat_id=anna.id,
        message_id=sent.message_id,
        reply_markup=keyboard([button("b", callback_data="b")]),
    )

    assert isinstance(edited, Message)
    assert edited.text == anna.last.text == "стало"
    assert edited.date == sent.date
    assert edited.edit_date == int(clock.now())
    assert anna.last.edited
    assert [each["inline_keyboard"][0][0]["text"] for each in anna.last.keyboards] == ["a"]


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, anna: Person) -> None:
    markup = keyboard([button("a", callback_data="a")])
    sent = await bot.send_message(anna.id, "то же", reply_markup=markup)

    await refused(
        bot.edit_message_text("то же ", chat_id=anna.id, message_id=sent.message_id, reply_markup=markup), NOT_MODIFIED
    )
    await refused(
        bot.edit_message_reply_markup(chat_id=anna.id, message_id=sent.message_id, reply_markup=markup), NOT_MODIFIED
    )


async def test_an_edit_without_a_keyboard_takes_it_away(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "то же", reply_markup=keyboard([button("a", callback_data="a")]))

    await bot.edit_message_text("то же", chat_id=anna.id, message_id=sent.message_id)

    assert "reply_markup" not in anna.last.body


async def test_a_message_that_is_gone_cannot_be_edited(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "x")
    anna.delete(sent.message_id)

    await refused(bot.edit_message_text("y", chat_id=anna.id, message_id=sent.message_id), "message to edit not found")


async def test_the_persons_own_message_cannot_be_edited(bot: Bot, anna: Person) -> None:
    await refused(bot.edit_message_text("y", chat_id=anna.id, message_id=1), "message can't be edited")


async def test_a_message_with_a_reply_keyboard_and_a_forward_cannot_be_edited(bot: Bot, anna: Person) -> None:
    asked = await bot.send_message(anna.id, "x", reply_markup=ForceReply())
    forwarded = await bot.forward_message(anna.id, anna.id, 1)

    for message in (asked, forwarded):
        await refused(
            bot.edit_message_text("y", chat_id=anna.id, message_id=message.message_id), "message can't be edited"
        )


async def test_who_blocked_the_bot_sees_no_edits(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "x")
    anna.block()

    with pytest.raises(TelegramForbiddenError):
        await bot.edit_message_text("y", chat_id=anna.id, message_id=sent.message_id)


async def test_text_and_caption_are_edited_by_their_own_methods(bot: Bot, anna: Person) -> None:
    text = await bot.send_message(anna.id, "x")
    photo = await bot.send_photo(anna.id, BufferedInputFile(picture(), "p.png"), caption="до")

    await refused(
        bot.edit_message_text("y", chat_id=anna.id, message_id=photo.message_id),
        "there is no text in the message to edit",
    )
    await refused(
        bot.edit_message_caption(chat_id=anna.id, message_id=text.message_id, caption="y"),
        "there is no caption in the message to edit",
    )
    await bot.edit_message_caption(chat_id=anna.id, message_id=photo.message_id, caption="после")
    assert anna.last.text == "после"
    await bot.edit_message_caption(chat_id=anna.id, message_id=photo.message_id)
    assert anna.last.text == ""


async def test_media_is_replaced_with_its_caption(bot: Bot, anna: Person) -> None:
    photo = await bot.send_photo(anna.id, BufferedInputFile(picture(), "p.png"), caption="до")
    media = InputMediaDocument(media=BufferedInputFile(b"%PDF", "d.pdf"), caption="после")

    edited = await bot.edit_message_media(media, chat_id=anna.id, message_id=photo.message_id)

    assert isinstance(edited, Message)
    assert edited.photo is None
    assert edited.document
    assert edited.document.file_name == "d.pdf"
    assert edited.caption == "после"


async def test_a_document_of_an_album_stays_a_document(bot: Bot, anna: Person) -> None:
    files = [InputMediaDocument(media=BufferedInputFile(b"1", f"{n}.txt")) for n in range(2)]
    album = await bot.send_media_group(anna.id, list(files))

    await refused(
        bot.edit_message_media(
            InputMediaPhoto(media=BufferedInputFile(picture(), "p.png")),
            chat_id=anna.id,
            message_id=album[0].message_id,
        ),
        "can't change media type in the album",
    )


async def test_a_keyboard_of_another_kind_is_refused_in_an_edit(bot: Bot, raw: Raw, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "x")

    answer = await raw(
        "editMessageText",
        chat_id=anna.id,
        message_id=sent.message_id,
        text="y",
        reply_markup={"force_reply": True},
    )

    assert answer["description"] == "Bad Request: inline keyboard expected"


async def test_a_persons_edit_reaches_the_bot(bot: Bot, anna: Person) -> None:
    anna.write("опечтка")
    anna.edit(2, "опечатка")

    update = (await bot.get_updates())[-1]

    assert update.edited_message
    assert update.edited_message.text == "опечатка"


async def test_deleting_works_for_48_hours_on_both_sides_messages(bot: Bot, clock: MovableClock, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "x")
    clock.advance(48 * 3600 - 1)
    assert await bot.delete_message(anna.id, sent.message_id)
    clock.advance(1)

    await refused(bot.delete_message(anna.id, 1), "message can't be deleted for everyone")
    await refused(bot.delete_message(anna.id, sent.message_id), "message to delete not found")

    assert [message.text for message in anna.transcript] == ["/start"]


async def test_deleting_many_passes_over_what_is_gone(bot: Bot, anna: Person) -> None:
    sent = [await bot.send_message(anna.id, "x") for _ in range(2)]

    assert await bot.delete_messages(anna.id, [77, *(message.message_id for message in sent)])

    assert anna.received == []
