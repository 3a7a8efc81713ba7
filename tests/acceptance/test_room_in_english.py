"""The room with two sides who read English: every sentence they meet in it is English, word for word."""

import re
from collections.abc import AsyncIterator

import pytest

from sandbox.files import Kind
from sandbox.person import Attachment
from tests.acceptance.market import DAY, Market, labels
from tests.acceptance.stages import Deal

HEADING = "Order #1 · Logo for a café\n"
NOT_YET = "👀 John shows an interim result. It is not the delivery yet: the clock runs, there is nothing to accept."
UNTIL = "29 November, 12:00"


@pytest.fixture
async def deal(market: Market) -> AsyncIterator[Deal]:
    """John has begun to draw for Jane. In the end, not a Cyrillic letter was read or pressed."""
    deal = Deal(market, market.person("John", "en-US"), market.person("Jane", "en"))
    seller, buyer = deal.sides
    await market.starts(seller)
    await market.says(seller, "/gigs")
    await market.presses(seller, "Create a gig")
    await market.says(seller, "Logo for a café", "I draw a logo in three versions, sources in SVG.", "What to write?")
    await market.says(seller, "1500", "3")
    await market.presses(seller, "Publish")
    link = next(message.text for message in reversed(seller.received) if "start=k_" in message.text)
    await market.starts(buyer, "k_" + link.partition("start=k_")[2].split()[0])
    await market.presses(buyer, "Order")
    await market.says(buyer, "Grain")
    await market.presses(buyer, "Done")
    await market.presses(buyer, "Confirm order")
    await market.presses(seller, "Start work")
    market.mark()
    yield deal
    for who in deal.sides:
        words = "\n".join("\n".join((message.text, *labels(message))) for message in who.received)
        assert re.findall("[А-яЁё]+", words.replace("Русский", "")) == []


async def test_words_files_and_edits(deal: Deal) -> None:
    """Headings, notes, marks, and what is said of edits that can't be passed on."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    mine = buyer.write("Blue", reply_to=deal.card(buyer).id)
    photo = buyer.send_file(Kind.PHOTO, "a.jpg", b"1", reply_to=deal.card(buyer).id)
    await market.settled()
    assert market.heard(seller) == [
        "💬 Jane · order #1 “Logo for a café”\n\nBlue",
        "",
        f"{HEADING}💬 Jane writes to you",
    ]
    assert labels(seller.last) == ["Write", "Quick replies", "Open order #1"]
    buyer.edit(mine.id, "Green")
    await market.settled()
    assert seller.find("· order #1").text == "💬 Jane · order #1 “Logo for a café” · ✏️ edited\n\nGreen"
    buyer.edit(mine.id, "+1 650 555 01 23")
    await market.settled()
    assert buyer.last.text == "An edit with a phone number is not passed on: send the number as a message of its own."
    other = {name: value for name, value in photo.body.items() if name != "photo"}
    buyer._world.replace(buyer.chat, photo, other | buyer._media(Attachment(Kind.PHOTO, "b.jpg", b"2")))
    await market.settled()
    assert buyer.last.text == (
        "The file of a message already passed on can’t be replaced: send the new one as a message of its own."
    )
    album = [Attachment(Kind.PHOTO, "a.jpg", name.encode(), name) for name in ("one", "two")]
    sent = buyer.send_album(album, reply_to=deal.card(buyer).id)
    await market.settled()
    await market.later(2)
    buyer.edit(sent[0].id, "three")
    await market.settled()
    assert buyer.last.text == ("This album has several captions, so the edit was not passed on: write a new message.")
    await market.later(2 * DAY)
    buyer.edit(mine.id, "Red")
    await market.settled()
    assert buyer.last.text == "An edit after two days is not passed on: write a new message."


async def test_words_without_an_order_and_phone_numbers(deal: Deal) -> None:
    """The questions, their answers, and what stands there then."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    menu = await market.says(buyer, "/help")
    buyer.write("Thanks", reply_to=menu.id)
    await market.settled()
    assert buyer.last.text == "The message you replied to belongs to no order. Which order is your reply for?"
    asked = buyer.last
    assert await market.presses(buyer, "#1 · Logo for a café", on=asked) == ""
    again = buyer.press(asked.id, data=f"to:{asked.id}:1")
    await market.settled()
    assert again.answer is not None
    assert again.answer.text == "This message is settled already: passed on, kept by you, or out of date."
    buyer.send_contact("+16505550123", "Jane", reply_to=deal.card(buyer).id)
    await market.settled()
    assert buyer.last.text == (
        "There is a phone number or a contact in this. The other side of order #1 sees it only if you agree. "
        "Pass it on?"
    )
    await market.presses(buyer, "Don’t pass it on")
    assert buyer.last.text == "Nothing was passed on."
    assert [text.rpartition("\n")[2] for text in market.heard(seller)] == ["Thanks"]


async def test_an_interim_result(deal: Deal) -> None:
    """Marked as one."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    await market.presses(seller, "Show interim result", on=deal.card(seller))
    assert seller.last.text == (
        "Order #1. Send a text or files: the buyer sees that it is an interim result. Status and clock stay as they "
        "are."
    )
    seller.send_file(Kind.PHOTO, "a.jpg", b"1", "A sketch")
    await market.settled()
    await market.presses(seller, "Show to the buyer")
    assert "The interim result on order #1 is sent." in [message.text for message in seller.received]
    assert market.heard(buyer) == [
        "👀 John shows an interim result · order #1 “Logo for a café”\n\nA sketch",
        "",
        f"{HEADING}{NOT_YET}",
    ]


async def test_waiting(deal: Deal) -> None:
    """Asked for, declined, asked for with a date, agreed, and closed by the delivery."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    await market.presses(seller, "Ask to wait", on=deal.card(seller))
    assert seller.last.text == (
        "Order #1. How much more time do you need? The days are added to the due time or, if it has passed, to now."
    )
    assert labels(seller.last) == ["+1 day", "+2 days", "+3 days", "+7 days", "Another date"]
    await market.presses(seller, "+3 days")
    assert buyer.last.text == f"{HEADING}John asks you to wait until {UNTIL}. If you agree, that is the new due time."
    assert await market.presses(buyer, "I do not agree") == "The due time stays"
    assert seller.last.text == f"{HEADING}Jane does not agree to wait. The due time stays."
    await market.presses(seller, "Ask to wait", on=deal.card(seller))
    await market.presses(seller, "Another date")
    assert seller.last.text == "Order #1. Until which date? Write it like this: 30.11."
    assert (
        await market.says(seller, "tomorrow")
    ).text == "Write the date in numbers, for example: 30.11 or 30.11.2026."
    assert (await market.says(seller, "20.11.2026")).text == (
        "The new due time must be later than the present one and at most 90 days away. Choose another."
    )
    await market.says(seller, "05.12")
    assert await market.presses(buyer, "I will wait") == "New due time accepted"
    assert seller.last.text == f"{HEADING}Jane will wait. New due time: 5 December, 23:59."
    await market.presses(seller, "Ask to wait", on=deal.card(seller))
    await market.presses(seller, "+1 day")
    await market.presses(seller, "Deliver finished work", on=deal.card(seller))
    await market.says(seller, "Done.")
    await market.presses(seller, "Done", on="Got it")
    market.mark()
    await market.presses(seller, "Deliver", on=seller.last)
    for who in deal.sides:
        assert f"{HEADING}The request to wait no longer stands." in market.heard(who)


async def test_the_history_and_its_files(deal: Deal) -> None:
    """Read by both sides; the files come again; the whole order as two files."""
    market, buyer = deal.market, deal.buyer
    album = [Attachment(Kind.PHOTO, "a.jpg", name.encode(), name) for name in ("one",)] * 2
    buyer.send_album(album, reply_to=deal.card(buyer).id)
    await market.settled()
    await market.later(2)
    for who in deal.sides:
        await market.presses(who, "History", on=deal.card(who))
        history = who.last
        assert history.text.startswith(
            "History of order #1\nLogo for a café\n\n1. 23 November, 12:00\nThe buyer placed"
        )
        assert "The buyer wrote\none\n\none\n2 files" in history.text
        assert history.text.endswith("A button with a number shows the whole entry, with its files.")
        market.mark()
        await market.presses(who, "4", on=history)
        assert [message.kind for message in who.received if message.id > history.id] == [
            "text",
            "text",
            "photo",
            "photo",
        ]
        assert market.heard(who)[:2] == ["History of order #1\nThe buyer wrote", "one\n\none"]
        for button, caption in (("Download HTML", "The whole of order #1"), ("Download JSON", "The whole of order #1")):
            assert await market.presses(who, button, on=history) == "The file is on its way"
            assert who.last.text.startswith(caption)


async def test_bad_input_and_somebody_away(deal: Deal) -> None:
    """One clear sentence each."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    seller.send_location(55.75, 37.61)
    await market.settled()
    assert seller.last.text == "This can’t be passed on. Send a text, photo, video, voice message or file."
    await market.presses(seller, "Write", on=deal.card(seller))
    await market.says(seller, "x" * 4_096)
    assert (await market.says(seller, "y")).text == (
        "A text can have at most 4,096 characters; this makes 4,099. Shorten it or attach it as a file."
    )
    await market.says(seller, "/cancel")
    refusal = "Bad Request: VOICE_MESSAGES_FORBIDDEN"
    market.sandbox.faults.add("refuse", method="sendVoice", chat_id=buyer.id, description=refusal)
    seller.send_file(Kind.VOICE, "a.ogg", b"1", reply_to=deal.card(seller).id)
    await market.settled()
    assert seller.last.text == (
        "Telegram did not deliver a part of what you sent in order #1. Send it in another form: a voice message as "
        "text, a video or a sticker as a file."
    )
    buyer.block()
    await market.settled()
    seller.write("Are you there?", reply_to=deal.card(seller).id)
    await market.settled()
    assert seller.last.text == "Jane is away from the bot. Messages in order #1 are kept: Jane gets them when back."


async def test_a_room_that_is_closed(deal: Deal) -> None:
    """Thirty days after the end."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    await market.presses(buyer, "Cancel order", on=deal.card(buyer))
    await market.presses(buyer, "Yes, cancel")
    await market.later(30 * DAY)
    closed = "The order ended more than 30 days ago: it can’t be written in any more."
    seller.write("Well", reply_to=deal.card(seller).id)
    await market.settled()
    assert seller.last.text == closed
    for button in ("Write", "Quick replies"):
        await market.presses(seller, "Open order #1", on=HEADING)
        assert button not in labels(seller.last)
