"""Edits of what has not been passed on yet, and those that are no words (SPEC 5)."""

import pytest

from orders.content import FileKind
from sandbox.chats import Message
from sandbox.files import Kind
from sandbox.person import Attachment, Person
from tests.acceptance.market import Market
from tests.acceptance.stages import Deal

HEADING = "💬 Анна · заказ №1 «Логотип для кофейни»"


@pytest.fixture
async def placed(deal: Deal) -> Deal:
    """A paid order."""
    await deal.reaches("new")
    deal.market.mark()
    return deal


def new_files(market: Market, who: Person) -> list[str]:
    """The contents of the pictures that somebody has got since the mark."""
    pictures = [message for message in who.received if message.kind == FileKind.PHOTO]
    files = [market.sandbox.files.find(message.body["photo"][-1]["file_id"]) for message in pictures]
    return [stored.content.decode() for stored in files if stored is not None]


def replaces(who: Person, message: Message, picture: str, caption: str = "") -> None:
    """Somebody puts another picture into a message of theirs."""
    body = {name: value for name, value in message.body.items() if name not in {"photo", "caption"}}
    content = who._media(Attachment(Kind.PHOTO, "new.jpg", picture.encode(), caption))
    who._world.replace(who.chat, message, body | content)


async def test_a_picture_exchanged_before_the_choice_is_what_goes(placed: Deal) -> None:
    """And its caption can still be corrected after."""
    market, seller, buyer = placed.market, placed.seller, placed.buyer
    mine = buyer.send_file(Kind.PHOTO, "a.jpg", b"old", "Было")
    await market.settled()
    replaces(buyer, mine, "new", "Стало")
    await market.settled()
    await market.presses(buyer, "№1 · Логотип для кофейни", on="К какому заказу")
    assert new_files(market, seller) == ["new"]
    assert market.heard(seller)[0] == f"{HEADING}\n\nСтало"
    market.mark()
    buyer.edit(mine.id, "Теперь так")
    await market.settled()
    assert market.heard(buyer) == []
    assert seller.find(HEADING).text == f"{HEADING} · ✏️ изменено\n\nТеперь так"


@pytest.mark.parametrize("is_reply", [True, False])
async def test_a_picture_exchanged_in_an_album_that_waits_is_what_goes(placed: Deal, *, is_reply: bool) -> None:
    """The others stay where they are."""
    market, seller, buyer = placed.market, placed.seller, placed.buyer
    pictures = [Attachment(Kind.PHOTO, f"{name}.jpg", name.encode()) for name in ("one", "two", "three")]
    sent = buyer.send_album(pictures, reply_to=placed.card(buyer).id if is_reply else None)
    await market.settled()
    replaces(buyer, sent[1], "new")
    await market.settled()
    if is_reply:
        await market.later(2)
    else:
        await market.presses(buyer, "№1 · Логотип для кофейни", on="К какому заказу")
    assert new_files(market, seller) == ["one", "new", "three"]


async def test_a_picture_exchanged_after_it_was_passed_on_is_told(placed: Deal) -> None:
    """The reader's stays as it was."""
    market, seller, buyer = placed.market, placed.seller, placed.buyer
    mine = buyer.send_file(Kind.PHOTO, "a.jpg", b"old", reply_to=placed.card(buyer).id)
    await market.settled()
    market.mark()
    replaces(buyer, mine, "new")
    await market.settled()
    assert market.heard(buyer) == [
        "Файл в отправленном сообщении заменить нельзя: пришлите новый отдельным сообщением."
    ]
    assert market.heard(seller) == []
    assert new_files(market, seller) == ["old"]


async def test_an_edit_of_one_of_several_captions_is_told(placed: Deal) -> None:
    """Their words stand together on the other side: nobody knows which part was meant."""
    market, seller, buyer = placed.market, placed.seller, placed.buyer
    pictures = [Attachment(Kind.PHOTO, f"{name}.jpg", name.encode(), name) for name in ("one", "two")]
    sent = buyer.send_album(pictures, reply_to=placed.card(buyer).id)
    await market.settled()
    await market.later(2)
    market.mark()
    buyer.edit(sent[0].id, "uno")
    await market.settled()
    assert market.heard(buyer)[0].startswith("В этом альбоме несколько подписей")
    assert seller.find(HEADING).text == f"{HEADING}\n\none\n\ntwo"


async def test_an_edit_of_an_album_that_still_arrives_does_not_tear_it(placed: Deal) -> None:
    """The rest of it comes after the edit, and all of it leaves as one with the words as they are now."""
    market, seller, buyer = placed.market, placed.seller, placed.buyer
    pictures = [Attachment(Kind.PHOTO, f"{name}.jpg", name.encode()) for name in ("one", "two")]
    sent = buyer.send_album(pictures, reply_to=placed.card(buyer).id)
    await market.settled()
    replaces(buyer, sent[0], "new", "Вот")
    await market.settled()
    late = {name: value for name, value in sent[1].body.items() if name in {"media_group_id", "reply_to_message"}}
    buyer._world.post(buyer.chat, buyer._media(Attachment(Kind.PHOTO, "3.jpg", b"three")) | late, from_bot=False)
    await market.settled()
    assert market.heard(seller) == []
    await market.later(2)
    assert market.heard(seller)[0] == f"{HEADING}\n\nВот"
    assert new_files(market, seller) == ["new", "two", "three"]


async def test_an_edit_that_brings_a_phone_number_is_not_passed_on(placed: Deal) -> None:
    """A number leaves after a yes, and there is nobody to ask."""
    market, seller, buyer = placed.market, placed.seller, placed.buyer
    mine = buyer.write("Позвоните", reply_to=placed.card(buyer).id)
    await market.settled()
    market.mark()
    buyer.edit(mine.id, "+7 900 123-45-67")
    await market.settled()
    assert market.heard(buyer) == ["Правка с номером телефона не передаётся: пришлите номер отдельным сообщением."]
    assert seller.find(HEADING).text == f"{HEADING}\n\nПозвоните"


async def test_an_edit_in_a_closed_room_is_told(placed: Deal) -> None:
    """In the last two days of the thirty, and a moment later."""
    market, seller, buyer = placed.market, placed.seller, placed.buyer
    await market.presses(buyer, "Отменить заказ", on=placed.card(buyer))
    await market.presses(buyer, "Да, отменить")
    await market.later(30 * 86_400 - 60)
    mine = buyer.write("Раз", reply_to=placed.card(buyer).id)
    await market.settled()
    await market.later(60)
    market.mark()
    buyer.edit(mine.id, "Два")
    await market.settled()
    assert market.heard(buyer) == ["Заказ завершён больше 30 дней назад: писать в него уже нельзя."]
    assert seller.find(HEADING).text == f"{HEADING}\n\nРаз"
