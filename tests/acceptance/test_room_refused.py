"""What can't be passed on, and what Telegram does not take for the other side (the room's bad input)."""

from typing import Any

import pytest

from sandbox.files import Kind
from sandbox.person import Attachment, Person
from tests.acceptance.stages import Deal

NOT_TAKEN = (
    "Telegram не доставил часть того, что вы отправили в заказ №1. Пришлите это в другом виде: голосовое — текстом, "
    "видео или стикер — файлом."
)
UNSUPPORTED = "Такое передать не получится. Пришлите текст, фото, видео, голосовое или файл."
AWAY = "Анна сейчас вне бота. Сообщения в заказ №1 сохранены: Анна получит их, когда вернётся."
FORBIDDEN = "Bad Request: VOICE_MESSAGES_FORBIDDEN"
#: Kinds of messages that nobody can hand over, as Telegram tells of them.
KINDS: dict[str, dict[str, Any]] = {
    "dice": {"dice": {"emoji": "🎲", "value": 3}},
    "location": {"location": {"latitude": 55.75, "longitude": 37.61}},
    "venue": {
        "venue": {"location": {"latitude": 55.75, "longitude": 37.61}, "title": "Кафе", "address": "Улица"},
        "location": {"latitude": 55.75, "longitude": 37.61},
    },
    "story": {"story": {"chat": {"id": 1, "type": "private"}, "id": 1}},
    "poll": {
        "poll": {
            "id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False,
            "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
            "allows_revoting": False, "members_only": False,
        }
    },
}  # fmt: skip
WAYS = ("reply", "form", "words without an order")


def sends(who: Person, kind: str, reply_to: int | None = None) -> None:
    """Somebody sends a message of that kind."""
    who._world.post(who.chat, KINDS[kind] | who._around(reply_to, None), from_bot=False)


@pytest.fixture
async def started(deal: Deal) -> Deal:
    """The seller has begun."""
    await deal.reaches("work")
    deal.market.mark()
    return deal


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", KINDS)
async def test_what_nobody_can_hand_over_gets_one_sentence(started: Deal, kind: str, way: str) -> None:
    """Whichever way it comes; nothing of it is kept, and a form waits on with what it has."""
    market, seller, buyer = started.market, started.seller, started.buyer
    card = started.card(buyer)
    if way == "form":
        await market.presses(buyer, "Написать", on=card)
        await market.says(buyer, "Раз")
    market.mark()
    sends(buyer, kind, card.id if way == "reply" else None)
    await market.settled()
    assert (market.heard(buyer), market.heard(seller)) == ([UNSUPPORTED], [])
    if way == "form":
        await market.presses(buyer, "Отправить", on="Принято")
        assert seller.last.text.endswith("\n\nРаз")


async def test_more_words_than_one_message_holds_leave_the_form_where_it_was(started: Deal) -> None:
    """What was gathered before goes."""
    market, seller, buyer = started.market, started.seller, started.buyer
    await market.presses(buyer, "Написать", on=started.card(buyer))
    await market.says(buyer, "x" * 4_000)
    assert (await market.says(buyer, "y" * 95)).text == (
        "Текст может быть не длиннее 4\N{NO-BREAK SPACE}096 символов, сейчас вышло 4\N{NO-BREAK SPACE}097. "
        "Сократите его или приложите файлом."
    )
    await market.says(buyer, "y" * 94)
    await market.presses(buyer, "Отправить", on="Принято")
    assert market.heard(seller)[0] == "x" * 4_000 + "\n\n" + "y" * 94
    assert market.heard(seller)[1].endswith("💬 Вам пишет Анна")


async def test_a_hundred_and_first_file_leaves_the_form_where_it_was(started: Deal) -> None:
    """The hundred go."""
    market, seller, buyer = started.market, started.seller, started.buyer
    await market.presses(buyer, "Написать", on=started.card(buyer))
    for number in range(10):
        buyer.send_album([Attachment(Kind.PHOTO, "a.jpg", f"{number} {n}".encode()) for n in range(10)])
    await market.settled()
    buyer.send_file(Kind.PHOTO, "a.jpg", b"one too many")
    await market.settled()
    assert buyer.last.text == "Можно приложить не больше 100 файлов, сейчас вышло 101."
    await market.presses(buyer, "Отправить", on="Альбом принят")
    assert len([message for message in seller.received if message.kind == "photo"]) == 100


@pytest.mark.parametrize("way", [*WAYS, "interim"])
async def test_whoever_writes_to_somebody_who_is_away_is_told_once(started: Deal, way: str) -> None:
    """Whichever way they write; all of it comes in order when the other side is back."""
    market, seller, buyer = started.market, started.seller, started.buyer
    card = started.card(seller)
    buyer.block()
    await market.settled()
    for words in ("Раз", "Два"):
        match way:
            case "reply":
                seller.write(words, reply_to=card.id)
                await market.settled()
            case "words without an order":
                await market.presses(seller, "№1 · Логотип для кофейни", on=await market.says(seller, words))
            case _:
                await market.presses(seller, "Написать" if way == "form" else "Показать промежуточный", on=card)
                await market.says(seller, words)
                await market.presses(seller, "Отправить" if way == "form" else "Показать покупателю", on="Принято")
    assert [text for text in market.heard(seller) if "вне бота" in text] == [AWAY]
    buyer.unblock()
    await market.settled()
    assert [text.rpartition("\n")[2] for text in market.heard(buyer)] == ["Раз", "Два"]


async def test_a_voice_that_the_other_side_does_not_take_is_told_to_its_sender(started: Deal) -> None:
    """Once; the words beside it have arrived, and the history keeps it for both to be heard again."""
    market, seller, buyer = started.market, started.seller, started.buyer
    market.sandbox.faults.add("refuse", method="sendVoice", chat_id=seller.id, description=FORBIDDEN)
    buyer.send_file(Kind.VOICE, "a.ogg", b"voice", "Послушайте", reply_to=started.card(buyer).id)
    await market.settled()
    assert market.heard(buyer) == [NOT_TAKEN]
    assert [text.rpartition("\n")[2] for text in market.heard(seller)] == ["Послушайте", "💬 Вам пишет Анна"]
    buyer.write("Тогда словами", reply_to=buyer.last.id)
    await market.settled()
    assert seller.last.text.endswith("Тогда словами")


async def test_a_file_of_a_delivery_that_did_not_arrive_is_told_to_the_seller(started: Deal) -> None:
    """Or a buyer would judge what they have never seen."""
    market, seller, buyer = started.market, started.seller, started.buyer
    await market.presses(seller, "Сдать выполненную работу")
    await market.says(seller, "Готово")
    seller.send_file(Kind.DOCUMENT, "a.zip", b"work")
    await market.settled()
    await market.presses(seller, "Готово")
    market.mark()
    market.sandbox.faults.add("refuse", method="sendDocument", chat_id=buyer.id, description="Bad Request: file gone")
    await market.presses(seller, "Сдать")
    assert NOT_TAKEN in market.heard(seller)


async def test_news_that_were_refused_are_no_part_of_what_somebody_sent(started: Deal) -> None:
    """The operator hears of those."""
    market, seller, buyer = started.market, started.seller, started.buyer
    market.sandbox.faults.add("refuse", method="sendMessage", chat_id=buyer.id, description="Bad Request: no")
    await market.presses(seller, "Попросить подождать", on=started.card(seller))
    await market.presses(seller, "+1 день")
    assert NOT_TAKEN not in market.heard(seller)
