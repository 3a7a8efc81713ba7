"""The order room: a plain reply reaches the other side of the right order (SPEC 5)."""

from collections.abc import Callable
from typing import Any

import pytest

from sandbox.chats import Message
from sandbox.files import Kind
from sandbox.person import Attachment, Person
from tests.acceptance.market import DAY, Market, labels
from tests.acceptance.stages import Deal

BOLD = [{"type": "bold", "offset": 0, "length": 6}]
HEADING = "💬 Анна · заказ №1 «Логотип для кофейни»"
CLOSED = "Заказ завершён больше 30 дней назад: писать в него уже нельзя."
NOTE = "Заказ №1 · Логотип для кофейни\n💬 Вам пишет Анна"


@pytest.fixture
async def started(deal: Deal) -> Deal:
    """A paid order; the seller has begun."""
    await deal.market.new_order(deal.seller, deal.buyer)
    await deal.market.starts_work(deal.seller)
    deal.market.mark()
    return deal


def new(market: Market, who: Person) -> list[Message]:
    """What the bot has sent since the mark."""
    return [message for message in who.received if message.id > market._marks.get(who.id, 0)]


async def test_a_reply_to_the_card_goes_to_the_other_side_at_once(started: Deal) -> None:
    """With its formatting, under who and which order, and with the way to answer below it."""
    market, seller, buyer = started.market, started.seller, started.buyer
    buyer.write("Шрифты с засечками, пожалуйста", BOLD, reply_to=started.card(buyer).id)
    await market.settled()
    (shown,) = new(market, seller)
    assert shown.text == f"{HEADING}\n\nШрифты с засечками, пожалуйста"
    bold = [entity for entity in shown.body["entities"] if entity["length"] == 6]
    assert [entity["offset"] for entity in bold] == [len(HEADING.encode("utf-16-le")) // 2 + 2]
    assert labels(shown) == ["Написать", "Быстрые ответы", "Открыть заказ №1"]
    assert new(market, buyer) == []


async def test_the_answer_may_be_a_reply_to_what_was_passed_on_or_to_ones_own_words(started: Deal) -> None:
    """Both ways, message by message."""
    market, seller, buyer = started.market, started.seller, started.buyer
    mine = buyer.write("Раз", reply_to=started.card(buyer).id)
    await market.settled()
    seller.write("Два", reply_to=seller.last.id)
    await market.settled()
    assert buyer.last.text.endswith("\n\nДва")
    buyer.write("Три", reply_to=mine.id)
    await market.settled()
    buyer.write("Четыре", reply_to=buyer.last.id)
    await market.settled()
    assert [text.rpartition("\n")[2] for text in market.heard(seller)] == ["Раз", "Три", "Четыре"]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Kind.PHOTO, "a.jpg"), (Kind.DOCUMENT, "a.pdf"), (Kind.VIDEO, "a.mp4"), (Kind.VOICE, "a.ogg"),
        (Kind.VIDEO_NOTE, "a.mp4"), (Kind.AUDIO, "a.mp3"), (Kind.ANIMATION, "a.mp4"),
    ],
)  # fmt: skip
async def test_a_file_is_passed_on_with_a_note_of_whose_it_is(started: Deal, kind: Kind, name: str) -> None:
    """The same file; two calls."""
    market, seller, buyer = started.market, started.seller, started.buyer
    sent = buyer.send_file(kind, name, b"content", reply_to=started.card(buyer).id)
    await market.settled()
    shown, note = new(market, seller)
    assert shown.kind == sent.kind
    assert unique_id(shown) == unique_id(sent)
    assert note.text == NOTE


def unique_id(message: Message) -> str:
    """Telegram's name of the file."""
    value: Any = message.body[message.kind]
    return str((value[-1] if isinstance(value, list) else value)["file_unique_id"])


async def test_a_photo_with_words_takes_three_calls(started: Deal) -> None:
    """Words, picture, note: no more."""
    market, seller, buyer = started.market, started.seller, started.buyer
    buyer.send_file(Kind.PHOTO, "a.jpg", b"picture", "Вот пример", reply_to=started.card(buyer).id)
    await market.settled()
    words, picture, note = new(market, seller)
    assert words.text == f"{HEADING}\n\nВот пример"
    assert (picture.kind, note.text) == ("photo", NOTE)
    assert new(market, buyer) == []


async def test_a_sticker_is_passed_on(started: Deal) -> None:
    """In a room people may be cheerful."""
    market, seller, buyer = started.market, started.seller, started.buyer
    buyer.send_sticker(reply_to=started.card(buyer).id)
    await market.settled()
    assert [message.kind for message in new(market, seller)] == ["sticker", "text"]


def album(*captions: str) -> list[Attachment]:
    """Pictures with captions."""
    return [Attachment(Kind.PHOTO, f"{n}.jpg", f"{n}".encode(), caption) for n, caption in enumerate(captions)]


async def test_an_album_leaves_as_one_album_when_all_of_it_is_here(started: Deal) -> None:
    """A moment after its last picture."""
    market, seller, buyer = started.market, started.seller, started.buyer
    sent = buyer.send_album(album("Три примера", "", ""), reply_to=started.card(buyer).id)
    await market.settled()
    assert new(market, seller) == []
    await market.later(2)
    words, *pictures, note = new(market, seller)
    assert words.text == f"{HEADING}\n\nТри примера"
    assert [unique_id(picture) for picture in pictures] == [unique_id(picture) for picture in sent]
    assert len({picture.body["media_group_id"] for picture in pictures}) == 1
    assert note.text == NOTE


async def test_whatever_else_the_person_does_ends_the_album_first(started: Deal) -> None:
    """So the order of what was sent is kept."""
    market, seller, buyer = started.market, started.seller, started.buyer
    card = started.card(buyer).id
    buyer.send_album(album("", ""), reply_to=card)
    buyer.write("Это примеры", reply_to=card)
    await market.settled()
    assert [message.kind for message in new(market, seller)] == ["photo", "photo", "text", "text"]
    assert seller.last.text.endswith("Это примеры")


async def test_an_album_survives_a_restart_in_one_piece(started: Deal) -> None:
    """The rest of it, which arrives after the restart, still belongs to it."""
    market, seller, buyer = started.market, started.seller, started.buyer
    sent = buyer.send_album(album("", "")[:2], reply_to=started.card(buyer).id)
    await market.settled()
    await market.stop_bot()
    market.clock.advance(600)
    group = {"media_group_id": sent[0].body["media_group_id"]}
    reply = {"reply_to_message": sent[0].body["reply_to_message"]}
    late = buyer._media(Attachment(Kind.PHOTO, "9.jpg", b"9")) | group | reply
    buyer._world.post(buyer.chat, late, from_bot=False)
    await market.start_bot()
    await market.settled()
    assert new(market, seller) == []
    await market.later(2)
    assert [message.kind for message in new(market, seller)] == ["photo", "photo", "photo", "text"]
    assert len({message.body.get("media_group_id") for message in new(market, seller)[:3]}) == 1


@pytest.mark.parametrize("finished", [False, True])
async def test_two_orders_of_the_same_two_people_do_not_mix(
    market: Market, seller: Person, buyer: Person, *, finished: bool
) -> None:
    """The message that is replied to says which."""
    payload = await market.publishes_gig(seller)
    for _ in range(2):
        await market.orders(buyer, payload, "Зерно")
        await market.presses(buyer, "Подтвердить заказ")
    if finished:
        await market.presses(buyer, "Отменить заказ", on="Заказ №1\n")
    for number in (2, 1, 2):
        buyer.write(f"О заказе {number}", reply_to=buyer.find(f"Заказ №{number}\n").id)
        await market.settled()
        assert f"заказ №{number} «" in seller.last.text
        assert seller.last.text.endswith(f"О заказе {number}")


@pytest.mark.parametrize("number", [1, 2])
async def test_a_reply_to_what_is_read_again_goes_into_its_order(
    market: Market, seller: Person, buyer: Person, number: int
) -> None:
    """The history's pages, and the words and files that it sends again."""
    payload = await market.publishes_gig(seller)
    for _ in range(2):
        await market.orders(buyer, payload, "Зерно")
        await market.presses(buyer, "Подтвердить заказ")
    card = buyer.find(f"Заказ №{number}\n")
    buyer.send_file(Kind.PHOTO, "a.jpg", b"picture", "Пример", reply_to=card.id)
    await market.settled()
    await market.presses(seller, "История", on=seller.find(f"Заказ №{number}\n"))
    market.mark()
    await market.presses(seller, "3", on=seller.last)
    again = new(market, seller)
    assert [message.kind for message in again] == ["text", "text", "photo"]
    for message in again:
        seller.write("Об этом", reply_to=message.id)
        await market.settled()
        assert buyer.last.text == f"💬 Сергей · заказ №{number} «Логотип для кофейни»\n\nОб этом"
        buyer.delete(buyer.last.id)


async def test_a_message_that_was_not_written_down_is_known_by_its_buttons(started: Deal) -> None:
    """The process may die after Telegram has taken it: the reply to what people have seen goes into its order."""
    market, seller, buyer = started.market, started.seller, started.buyer
    buyer.write("Раз", reply_to=started.card(buyer).id)
    await market.settled()
    async with market.app.database.write() as unit:
        await unit.room_messages._connection.rows("DELETE FROM room_messages")
    for who, message in ((seller, seller.last), (seller, started.card(seller)), (buyer, started.card(buyer))):
        other = buyer if who is seller else seller
        who.write("Два", reply_to=message.id)
        await market.settled()
        assert other.last.text.endswith(" · заказ №1 «Логотип для кофейни»\n\nДва")
        other.delete(other.last.id)


async def test_the_list_of_orders_is_of_no_order(started: Deal) -> None:
    """Even where one stands in it."""
    market, buyer = started.market, started.buyer
    listed = await market.says(buyer, "/orders")
    await market.presses(buyer, "Списком", on=listed)
    for message in (listed, buyer.last):
        buyer.write("Вот этот", reply_to=message.id)
        await market.settled()
        assert buyer.last.text.startswith("Сообщение, на которое вы ответили, ни к одному заказу не относится.")


async def test_a_reply_wins_over_the_form_of_something_else(started: Deal) -> None:
    """A gig is being written; the form stays where it was."""
    market, seller, buyer = started.market, started.seller, started.buyer
    await market.says(seller, "/gigs")
    await market.presses(seller, "Создать кворк")
    seller.write("Скоро покажу", reply_to=started.card(seller).id)
    await market.settled()
    assert buyer.last.text.endswith("Скоро покажу")
    assert "Описание" in (await market.says(seller, "Новый кворк")).text or "писани" in seller.last.text


async def test_in_a_form_of_the_same_order_a_reply_is_the_answer_to_it(started: Deal) -> None:
    """What is being handed over is gathered."""
    market, seller, buyer = started.market, started.seller, started.buyer
    await market.presses(seller, "Сдать выполненную работу")
    market.mark()
    seller.write("Готово, смотрите", reply_to=started.card(seller).id)
    await market.settled()
    assert market.heard(buyer) == []
    assert "Принято" in seller.last.text


# Edits.


async def test_an_edit_reaches_the_other_side_with_a_mark(started: Deal) -> None:
    """The same message of theirs, with its buttons; again and again; the history keeps all of it."""
    market, seller, buyer = started.market, started.seller, started.buyer
    mine = buyer.write("Синий", reply_to=started.card(buyer).id)
    await market.settled()
    shown = seller.last
    for colour in ("Зелёный", "Жёлтый"):
        buyer.edit(mine.id, colour)
        await market.settled()
        assert seller.message(shown.id).text == f"{HEADING} · ✏️ изменено\n\n{colour}"
    assert labels(seller.message(shown.id)) == ["Написать", "Быстрые ответы", "Открыть заказ №1"]
    assert seller.last.id == shown.id
    await market.presses(buyer, "История", on=started.card(buyer))
    assert all(colour in buyer.last.text for colour in ("Синий", "Зелёный", "Жёлтый"))


async def test_an_edited_caption_reaches_the_other_side(started: Deal) -> None:
    """In the words above the picture."""
    market, seller, buyer = started.market, started.seller, started.buyer
    mine = buyer.send_file(Kind.PHOTO, "a.jpg", b"picture", "Было", reply_to=started.card(buyer).id)
    await market.settled()
    words = new(market, seller)[0]
    buyer.edit(mine.id, "Стало")
    await market.settled()
    assert seller.message(words.id).text == f"{HEADING} · ✏️ изменено\n\nСтало"
    assert len(new(market, seller)) == 3


async def test_an_edit_after_two_days_is_refused(started: Deal) -> None:
    """What was read so long ago stays."""
    market, seller, buyer = started.market, started.seller, started.buyer
    mine = buyer.write("Синий", reply_to=started.card(buyer).id)
    await market.settled()
    shown = seller.last
    await market.later(2 * DAY)
    buyer.edit(mine.id, "Зелёный")
    await market.settled()
    assert "Правка старше двух суток не передаётся" in buyer.last.text
    assert seller.message(shown.id).text.endswith("Синий")


async def test_an_edit_of_a_delivery_changes_nothing(started: Deal) -> None:
    """What was handed over is what is judged."""
    market, seller, buyer = started.market, started.seller, started.buyer
    await market.presses(seller, "Сдать выполненную работу")
    mine = seller.write("Готово")
    await market.settled()
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сдать")
    market.mark()
    seller.edit(mine.id, "Не готово")
    await market.settled()
    assert not any("Не готово" in message.text for message in buyer.received)
    assert (market.heard(seller), market.heard(buyer)) == ([], [])


async def test_an_edit_waits_with_what_it_edits_for_who_is_away(started: Deal) -> None:
    """First the message, then its edit; the writer is told once that it waits."""
    market, seller, buyer = started.market, started.seller, started.buyer
    seller.block()
    await market.settled()
    card = started.card(buyer).id
    mine = buyer.write("Синий", reply_to=card)
    await market.settled()
    assert buyer.last.text == (
        "Сергей сейчас вне бота. Сообщения в заказ №1 сохранены: Сергей получит их, когда вернётся."
    )
    told = buyer.last.id
    buyer.write("Большой", reply_to=card)
    buyer.send_file(Kind.PHOTO, "a.jpg", b"picture", "Пример", reply_to=card)
    buyer.edit(mine.id, "Зелёный")
    await market.settled()
    assert buyer.last.id == told
    seller.unblock()
    await market.settled()
    said = [message.text.rpartition("\n")[2] or message.kind for message in new(market, seller)]
    assert said == ["Зелёный", "Большой", "Пример", "photo", "💬 Вам пишет Анна"]
    seller.block()
    await market.settled()
    buyer.write("Снова", reply_to=card)
    await market.settled()
    assert "Сергей сейчас вне бота" in buyer.last.text
    assert buyer.last.id > told


async def test_a_block_of_which_the_bot_was_not_told_is_told_to_the_writer(started: Deal) -> None:
    """The first message finds out; it is kept."""
    market, seller, buyer = started.market, started.seller, started.buyer
    seller.chat.blocked = True
    buyer.write("Вы здесь?", reply_to=started.card(buyer).id)
    await market.settled()
    assert "Сергей сейчас вне бота" in buyer.last.text
    seller.unblock()
    await market.settled()
    assert seller.last.text.endswith("Вы здесь?")


# Without an order.


@pytest.mark.parametrize("count", [1, 3])
async def test_words_without_an_order_wait_for_the_choice(
    market: Market, seller: Person, buyer: Person, count: int
) -> None:
    """One tap even if there is one order; pressed twice, they go once; each question keeps its own words."""
    payload = await market.publishes_gig(seller)
    for _ in range(count):
        await market.orders(buyer, payload, "Зерно")
        await market.presses(buyer, "Подтвердить заказ")
    market.mark()
    first = await market.says(buyer, "Когда начнёте?")
    assert first.text.startswith("К какому заказу это относится?")
    assert len(labels(first)) == count
    second = await market.says(buyer, "И сколько ждать?")
    assert market.heard(seller) == []
    await market.is_down(60)
    button = f"№{count} · Логотип для кофейни"
    again = buyer.press(second, button)
    await market.presses(buyer, button, on=second)
    assert again.answer is not None
    assert buyer.message(second.id).text == f"Передано в заказ №{count}."
    assert [text.rpartition("\n")[2] for text in market.heard(seller)] == ["И сколько ждать?"]
    await market.presses(buyer, button, on=first)
    assert seller.last.text.endswith("Когда начнёте?")
    assert f"заказ №{count} «" in seller.last.text


async def test_whoever_has_more_orders_than_are_offered_is_told_another_way(
    market: Market, seller: Person, buyer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those whose clock runs out first are offered."""
    monkeypatch.setattr("handlers.room.asking._ORDERS_OFFERED", 2)
    payload = await market.publishes_gig(seller)
    hint = "Заказа нет в списке? Откройте его в «Заказах», нажмите «Написать» и пришлите сообщение ещё раз."
    for count in (1, 2, 3):
        await market.orders(buyer, payload, "Зерно")
        await market.presses(buyer, "Подтвердить заказ")
        asked = await market.says(seller, "Здравствуйте")
        assert (hint in asked.text) == (count > 1)
        assert len(labels(asked)) == min(count, 2)


async def test_an_edit_before_the_choice_is_what_goes(started: Deal) -> None:
    """Nobody had read what it said before."""
    market, seller, buyer = started.market, started.seller, started.buyer
    mine = buyer.write("Синий")
    await market.settled()
    buyer.edit(mine.id, "Зелёный")
    await market.settled()
    await market.presses(buyer, "№1 · Логотип для кофейни", on="К какому заказу")
    assert market.heard(seller) == [f"{HEADING}\n\nЗелёный"]


async def test_an_album_leaves_by_itself_while_the_clock_runs(started: Deal) -> None:
    """The alarm is set with each part of it."""
    market, buyer = started.market, started.buyer
    market.app.timers.start()
    buyer.send_album(album("", ""), reply_to=started.card(buyer).id)
    await market.settled()
    assert market.app.timers._scheduler.get_job("album") is not None


async def test_an_album_without_an_order_is_asked_about_once(started: Deal) -> None:
    """And goes as one."""
    market, seller, buyer = started.market, started.seller, started.buyer
    buyer.send_album(album("Смотрите", "", ""))
    await market.settled()
    assert len(new(market, buyer)) == 1
    await market.presses(buyer, "№1 · Логотип для кофейни", on="К какому заказу")
    assert [message.kind for message in new(market, seller)] == ["text", "photo", "photo", "photo", "text"]


async def test_a_reply_to_what_is_of_no_order_says_so(started: Deal) -> None:
    """And asks."""
    market, buyer = started.market, started.buyer
    menu = await market.says(buyer, "/help")
    buyer.write("Спасибо", reply_to=menu.id)
    await market.settled()
    assert buyer.last.text.startswith("Сообщение, на которое вы ответили, ни к одному заказу не относится.")
    assert labels(buyer.last) == ["№1 · Логотип для кофейни"]


# Contacts and phone numbers.


Sends = Callable[[Person, int | None], object]


def contact(who: Person, reply_to: int | None) -> object:
    """Somebody's."""
    return who.send_contact("+79001234567", "Анна", reply_to=reply_to)


def number(who: Person, reply_to: int | None) -> object:
    """Nothing but a number."""
    return who.write("8 (900) 123-45-67", reply_to=reply_to)


@pytest.mark.parametrize("send", [contact, number])
@pytest.mark.parametrize("agrees", [True, False])
async def test_a_phone_number_leaves_only_after_a_yes(started: Deal, send: Sends, *, agrees: bool) -> None:
    """Pressed twice, it leaves once."""
    market, seller, buyer = started.market, started.seller, started.buyer
    send(buyer, started.card(buyer).id)
    await market.settled()
    assert buyer.last.text.startswith("Здесь номер телефона или контакт.")
    assert market.heard(seller) == []
    asked = buyer.last
    presses = [buyer.press(asked, "Передать" if agrees else "Не передавать") for _ in range(2)]
    await market.settled()
    assert presses[1].answer is not None
    assert presses[1].answer.text.startswith("Об этом сообщении уже решено")
    assert len(market.heard(seller)) == agrees
    assert all("900" in text for text in market.heard(seller))
    assert buyer.message(asked.id).text == ("Передано в заказ №1." if agrees else "Ничего не передано.")


async def test_the_form_takes_what_may_be_said(started: Deal) -> None:
    """A sticker, and a contact, to which «Отправить» is the yes."""
    market, seller, buyer = started.market, started.seller, started.buyer
    await market.presses(buyer, "Написать", on=started.card(buyer))
    await market.says(buyer, "Вот мой телефон")
    contact(buyer, None)
    buyer.send_sticker()
    await market.settled()
    assert market.heard(seller) == []
    await market.presses(buyer, "Отправить", on="Принято")
    assert [message.kind for message in new(market, seller)] == ["text", "sticker", "text"]
    assert new(market, seller)[0].text == f"{HEADING}\n\nВот мой телефон\n\nАнна\n+79001234567"


async def test_a_contact_without_an_order_is_asked_about_twice(started: Deal) -> None:
    """For which order, and whether at all."""
    market, seller, buyer = started.market, started.seller, started.buyer
    contact(buyer, None)
    await market.settled()
    await market.presses(buyer, "№1 · Логотип для кофейни", on="К какому заказу")
    assert market.heard(seller) == []
    await market.presses(buyer, "Передать")
    assert seller.last.text == f"{HEADING}\n\nАнна\n+79001234567"


# What can't be passed on.


async def test_a_finished_order_can_be_written_in_for_thirty_days(started: Deal) -> None:
    """Then one polite sentence."""
    market, seller, buyer = started.market, started.seller, started.buyer
    await market.delivers(seller)
    await market.presses(buyer, "Принять работу")
    card = started.card(buyer).id
    await market.later(30 * DAY - 60)
    buyer.write("Спасибо!", reply_to=card)
    await market.settled()
    assert seller.last.text.endswith("Спасибо!")
    await market.later(60)
    buyer.write("И ещё", reply_to=card)
    await market.settled()
    assert buyer.last.text == CLOSED
    assert seller.last.text.endswith("Спасибо!")


async def test_every_way_into_an_order_that_ended_long_ago_says_so(started: Deal) -> None:
    """The form «Написать», an edit and an answer to a question as well as a reply; nobody hears anything."""
    market, seller, buyer = started.market, started.seller, started.buyer
    await market.says(buyer, "Потом скажу")
    asked = buyer.last
    await market.delivers(seller)
    await market.presses(buyer, "Принять работу")
    card = started.card(buyer)
    await market.presses(buyer, "Написать", on=card)
    await market.says(buyer, "Черновик")
    form = buyer.last
    await market.later(30 * DAY)
    market.mark()
    for button, message in (("Отправить", form), ("Написать", card), ("№1 · Логотип для кофейни", asked)):
        assert await market.presses(buyer, button, on=message) == CLOSED
    assert (market.heard(seller), market.heard(buyer)) == ([], [])


async def test_an_order_that_was_never_confirmed_says_what_became_of_it(market: Market, seller: Person) -> None:
    """There was no time in which one could have written."""
    deal = Deal(market, seller, market.person("Анна"))
    await deal.reaches("unpaid")
    card = deal.card(deal.buyer)
    market.mark()
    for words, answer in (("Ау", "Заказ ещё ждёт оплаты."), ("Ау", "Заказ уже отменён.")):
        deal.buyer.write(words, reply_to=card.id)
        await market.settled()
        assert deal.buyer.last.text == answer
        await market.later(2 * DAY)
    assert market.heard(seller) == []


async def test_what_cannot_be_passed_on_gets_one_sentence(started: Deal) -> None:
    """A place on the map is none of the kinds."""
    market, seller, buyer = started.market, started.seller, started.buyer
    buyer.send_location(55.75, 37.61)
    await market.settled()
    assert buyer.last.text.startswith("Такое передать не получится.")
    assert market.heard(seller) == []


async def test_each_side_reads_in_their_own_language(market: Market, seller: Person) -> None:
    """Heading, question, mark, absence."""
    buyer = market.person("John", language="en")
    payload = await market.publishes_gig(seller)
    await market.starts(buyer, payload)
    await market.presses(buyer, "Order")
    await market.says(buyer, "Grain")
    await market.presses(buyer, "Done")
    await market.presses(buyer, "Confirm order")
    asked = await market.says(buyer, "When?")
    assert asked.text == "Which order is this for? Press it, and the message goes to the other side."
    await market.presses(buyer, "#1 · Логотип для кофейни", on=asked)
    assert buyer.message(asked.id).text == "Passed on in order #1."
    mine = seller.write("Завтра", reply_to=seller.last.id)
    await market.settled()
    shown = buyer.last
    assert shown.text == "💬 Сергей · order #1 “Логотип для кофейни”\n\nЗавтра"
    seller.edit(mine.id, "Сегодня")
    await market.settled()
    assert buyer.message(shown.id).text == "💬 Сергей · order #1 “Логотип для кофейни” · ✏️ edited\n\nСегодня"
    seller.block()
    await market.settled()
    buyer.write("+1 650 555 01 23", reply_to=shown.id)
    await market.settled()
    assert buyer.last.text.startswith("There is a phone number or a contact in this.")
    await market.presses(buyer, "Pass it on")
    assert buyer.last.text == "Сергей is away from the bot. Messages in order #1 are kept: Сергей gets them when back."
