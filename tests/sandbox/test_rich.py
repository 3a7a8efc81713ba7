"""Rich messages."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import (
    BufferedInputFile,
    InputMediaPhoto,
    InputRichBlockButtons,
    InputRichBlockDetails,
    InputRichBlockDivider,
    InputRichBlockList,
    InputRichBlockListItem,
    InputRichBlockParagraph,
    InputRichBlockPhoto,
    InputRichBlockSectionHeading,
    InputRichBlockTable,
    InputRichMessage,
    Message,
    RichBlockCaption,
    RichBlockTableCell,
    RichMessageButton,
    RichTextBold,
    RichTextDateTime,
)

from sandbox import Person
from tests.sandbox.conftest import Raw
from tests.sandbox.pictures import picture
from tests.sandbox.test_editing import NOT_MODIFIED
from tests.sandbox.test_keyboards import button, keyboard
from tests.sandbox.test_sending import refused


def paragraph(text: Any = "x") -> dict[str, Any]:
    return {"type": "paragraph", "text": text}


def table() -> InputRichMessage:
    cells = [
        [
            RichBlockTableCell(text="№", is_header=True, align="right", valign="top"),
            RichBlockTableCell(text="Что", is_header=True, align="left", valign="top"),
        ],
        [
            RichBlockTableCell(text="12", align="right", valign="top"),
            RichBlockTableCell(
                text=[
                    RichTextBold(text="Логотип"),
                    " до ",
                    RichTextDateTime(text="завтра", unix_time=1, date_time_format="r"),
                ],
                align="left",
                valign="top",
            ),
        ],
    ]
    return InputRichMessage(
        blocks=[
            InputRichBlockSectionHeading(text="Заказы", size=2),
            InputRichBlockTable(cells=cells, is_striped=True),
            InputRichBlockDivider(),
            InputRichBlockDetails(summary="Ещё", blocks=[InputRichBlockParagraph(text="мелочь")]),
            InputRichBlockList(items=[InputRichBlockListItem(blocks=[InputRichBlockParagraph(text="раз")], type="1")]),
            InputRichBlockButtons(buttons=[RichMessageButton(text="Открыть", callback_data="o:12", style="primary")]),
        ]
    )


async def test_blocks_come_back_as_the_message_shows_them(bot: Bot, anna: Person) -> None:
    message = await bot.send_rich_message(anna.id, table())

    assert message.rich_message
    assert [block.type for block in message.rich_message.blocks] == [
        "heading",
        "table",
        "divider",
        "details",
        "list",
        "buttons",
    ]
    shown = anna.last.body["rich_message"]["blocks"]
    assert shown[1]["cells"][0][0] == {"align": "right", "valign": "top", "text": "№", "is_header": True}
    assert shown[4]["items"][0]["label"] == "1."


async def test_a_button_inside_the_text_can_be_pressed(bot: Bot, anna: Person) -> None:
    await bot.send_rich_message(anna.id, table(), reply_markup=keyboard([button("Списком", callback_data="list")]))

    assert anna.press(anna.last, "Открыть").data == "o:12"
    assert anna.press(anna.last, "Списком").data == "list"


async def test_text_becomes_rich_and_plain_again(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "список")

    edited = await bot.edit_message_text(rich_message=table(), chat_id=anna.id, message_id=sent.message_id)

    assert isinstance(edited, Message)
    assert edited.text is None
    assert edited.rich_message
    await refused(
        bot.edit_message_text(rich_message=table(), chat_id=anna.id, message_id=sent.message_id), NOT_MODIFIED
    )
    await bot.edit_message_text("список", chat_id=anna.id, message_id=sent.message_id)
    assert anna.last.kind == "text"


async def test_media_stand_among_the_blocks(bot: Bot, anna: Person) -> None:
    photo = InputRichBlockPhoto(
        photo=InputMediaPhoto(media=BufferedInputFile(picture(), "p.png")), caption=RichBlockCaption(text="Эскиз")
    )

    await bot.send_rich_message(anna.id, InputRichMessage(blocks=[photo]))

    (block,) = anna.last.body["rich_message"]["blocks"]
    assert block["photo"][-1]["width"] == 1000
    assert block["caption"] == {"text": "Эскиз"}


def nested(depth: int) -> dict[str, Any]:
    block = paragraph()
    for _ in range(depth - 1):
        block = {"type": "details", "summary": "s", "blocks": [block]}
    return block


def row(cells: int) -> dict[str, Any]:
    return {"type": "table", "cells": [[{"text": "x"}] * cells]}


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        ([paragraph("x" * 32_769)], "RICH_MESSAGE_TEXT_TOO_LONG"),
        ([paragraph()] * 501, "RICH_MESSAGE_BLOCKS_TOO_MANY"),
        ([{"type": "table", "cells": [[]] * 500}], "RICH_MESSAGE_BLOCKS_TOO_MANY"),
        ([nested(17)], "RICH_MESSAGE_DEPTH_INVALID"),
        ([row(21)], "RICH_MESSAGE_TABLE_COLS_TOO_MANY"),
        ([{"type": "heading", "text": "x", "size": 7}], "invalid section heading size specified"),
        ([{"type": "list", "items": []}], "list must be non-empty"),
        ([{"type": "poem"}], "unsupported rich block type specified"),
        ([paragraph({"type": "shouted", "text": "x"})], "unsupported rich text type specified"),
        ([paragraph({"type": "url", "text": "x"})], 'can\'t find field "url"'),
        ([{"type": "buttons", "buttons": [{"text": "x", "callback_data": "x" * 65}]}], "BUTTON_DATA_INVALID"),
        ([{}], 'can\'t find field "type"'),
        ([None], "block must be non-empty"),
        ([], "rich message must be non-empty"),
    ],
)
async def test_what_does_not_fit_is_refused(raw: Raw, anna: Person, blocks: list[dict[str, Any]], words: str) -> None:
    answer = await raw("sendRichMessage", chat_id=anna.id, rich_message={"blocks": blocks})

    assert answer["description"] == f"Bad Request: {words}"
    assert anna.received == []


async def test_what_just_fits_goes_through(raw: Raw, anna: Person) -> None:
    for blocks in ([paragraph("x" * 32_768)], [paragraph()] * 500, [nested(16)], [row(20)]):
        assert (await raw("sendRichMessage", chat_id=anna.id, rich_message={"blocks": blocks}))["ok"]


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"html": "<b>x</b>"}, "rich message html is not supported by the sandbox: send blocks"),
        (
            {"html": "x", "blocks": [paragraph()]},
            "exactly one of the fields html, markdown and blocks must be specified",
        ),
        ({}, "rich message must be non-empty"),
    ],
)
async def test_only_blocks_are_understood(raw: Raw, anna: Person, message: dict[str, Any], words: str) -> None:
    answer = await raw("sendRichMessage", chat_id=anna.id, rich_message=message)

    assert answer["description"] == f"Bad Request: {words}"
