"""«Ответить»: the buyer answers what the seller asks, item by item or all at once, now or later (SPEC 5)."""

import pytest

from orders.content import Answer, utf16_length
from sandbox.chats import Message
from sandbox.files import Kind
from sandbox.person import Attachment, Person
from tests.acceptance.market import HOUR, Market, labels
from tests.acceptance.stages import BRIEF, HEADING, Deal, buttons

LOGO, TEXTS, FONT = "1. Логотип в векторе", "2. Тексты для сайта", "3. Шрифт"
QUESTION = "Что написать на логотипе?"
CLOSED = "На это уже ответили, или ответ больше не нужен."
HOW = "\n\nПришлите текст или файлы, можно несколькими сообщениями."
SENT = "Ответ отправлен продавцу и вошёл в задание заказа №1."
IS_IT = "Передано продавцу. Это ответ на его запрос? Тогда он войдёт в задание."
ANSWERED = "📋 Анна отвечает на запрос информации, ответ выше:"
WHOLE = "✅ Все ответы получены. Они вошли в задание."
TITLE = "📋 Анна отвечает на запрос · заказ №1 «Логотип для кофейни»"


async def asks(deal: Deal, *lines: str) -> Message:
    """The seller asks for these; gives what the buyer sees."""
    await deal.market.presses(deal.seller, "Запросить информацию", on=deal.card(deal.seller))
    await deal.market.says(deal.seller, "\n".join(lines or (LOGO, TEXTS, FONT)))
    await deal.market.presses(deal.seller, "Отправить запрос")
    deal.market.mark()
    return deal.buyer.last


@pytest.fixture
async def asked(deal: Deal) -> Deal:
    """A paid order in which three items are asked for."""
    await deal.reaches("new")
    await asks(deal)
    return deal


async def briefed(deal: Deal) -> list[tuple[str, str]]:
    """What has joined the brief: the question, and the words of the answer."""
    first, *joined = (await deal.order()).brief
    assert first == Answer(QUESTION, first.content)
    return [(answer.question, answer.content.text) for answer in joined]


def kinds(market: Market, who: Person) -> list[str]:
    """What the bot has sent since the mark."""
    return [message.kind for message in who.received if message.id > market._marks[who.id]]


async def test_item_by_item_and_the_next_is_offered(asked: Deal) -> None:
    """Each answer reaches the seller with its item, the brief grows on both cards; at the end the work can start."""
    market, seller, buyer = asked.market, asked.seller, asked.buyer
    await market.presses(buyer, "Ответить")
    choice = buyer.last
    assert choice.text == f"Заказ №1. Продавец ждёт ответа:\n{LOGO}\n{TEXTS}\n{FONT}\n\nНа какой пункт ответить?"
    assert buttons(choice) == [[LOGO], [TEXTS], [FONT], ["(primary) Ответить на всё сразу"]]
    await market.presses(buyer, TEXTS)
    form = buyer.last
    assert (form.text, labels(form)) == (f"Заказ №1. Ваш ответ:\n{TEXTS}{HOW}", ["Отмена"])
    got = await market.says(buyer, "Раз")
    assert (got.text, buttons(got)) == (
        "Принято. Пришлите ещё или нажмите «Готово».",
        [["(success) Готово"], ["Отмена"]],
    )
    got = await market.says(buyer, "Два")
    market.mark()
    first, second = await asked.double_taps(buyer, "Готово", on=got)

    assert (first, second != "") == ("", True)
    assert buyer.message(got.id).text == SENT
    assert asked.heard() == (
        [f"{TITLE}\n\nРаз\n\nДва", f"{ANSWERED}\n{TEXTS}\n\nБез ответа остаются 2 пункта."],
        [f"Следующий пункт:\n{LOGO}{HOW}"],
    )
    assert labels(buyer.last) == ["Позже"]
    assert labels(seller.last) == ["Задание", "Написать", "Открыть заказ №1"]
    for who, line in ((seller, "Ждём от покупателя: 2 ответа"), (buyer, "Продавец ждёт от вас: 2 ответа")):
        assert f"\n❓ {line}\n{LOGO}\n{FONT}\n" in asked.card(who).text
        assert (
            asked.card(who)
            .text.split("Информация от покупателя\n")[1]
            .startswith(f"{QUESTION}\n{BRIEF}\n{TEXTS[3:]}\nРаз\n\nДва")
        )

    await market.says(buyer, "В облаке")
    await market.presses(buyer, "Готово")
    await market.says(buyer, "Любой")
    market.mark()
    await market.presses(buyer, "Готово")
    assert buyer.last.text == f"{SENT} Вы ответили на всё."
    assert asked.heard() == ([f"{TITLE}\n\nЛюбой", f"{ANSWERED}\n{FONT}\n\n{WHOLE}"], [])
    assert buttons(seller.last) == [["(success) ✅ Приступаю к работе"], ["Задание", "Написать"], ["Открыть заказ №1"]]
    asked.assert_cards("Не начат", "new")
    assert await briefed(asked) == [(TEXTS[3:], "Раз\n\nДва"), (LOGO[3:], "В облаке"), (FONT[3:], "Любой")]
    assert await market.presses(seller, "Приступаю к работе", on=seller.last) == "Вы приступили к работе"


async def test_all_at_once_is_one_answer_to_everything(asked: Deal) -> None:
    """It stands in the brief under all that was asked, and in «Задание» in full."""
    market, seller, buyer = asked.market, asked.seller, asked.buyer
    await market.presses(buyer, "Ответить")
    await market.presses(buyer, "Ответить на всё сразу")
    assert buyer.last.text == f"Заказ №1. Ваш ответ:\n{LOGO}\n{TEXTS}\n{FONT}{HOW}"
    await market.says(buyer, "Всё в одном письме")
    market.mark()
    await market.presses(buyer, "Готово")
    assert asked.heard()[0] == [
        f"{TITLE}\n\nВсё в одном письме",
        f"{ANSWERED}\n{LOGO}\n{TEXTS}\n{FONT}\n\n{WHOLE}",
    ]
    question = f"• {LOGO[3:]}\n• {TEXTS[3:]}\n• {FONT[3:]}"
    assert await briefed(asked) == [(question, "Всё в одном письме")]
    market.mark()
    await market.presses(seller, "Задание", on=seller.last)
    assert f"{question}\nВсё в одном письме" in market.heard(seller)[0]


async def test_one_open_item_is_asked_for_at_once(deal: Deal) -> None:
    """Nothing to choose from; the answer is all that was wanted."""
    await deal.reaches("work")
    request = await asks(deal, "Шрифт")
    await deal.market.presses(deal.buyer, "Ответить", on=request)
    assert deal.buyer.last.text == f"Заказ №1. Ваш ответ:\n1. Шрифт{HOW}"
    await deal.market.says(deal.buyer, "Любой")
    await deal.market.presses(deal.buyer, "Готово")
    assert deal.seller.last.text == f"{HEADING}{ANSWERED}\n1. Шрифт\n\n{WHOLE}"
    assert labels(deal.seller.last) == ["Задание", "Написать", "Открыть заказ №1"]


async def test_an_answer_may_be_files_and_albums_stay_together(asked: Deal) -> None:
    """Words, album and document in the order in which they were sent, then the note of what they answer."""
    market, seller, buyer = asked.market, asked.seller, asked.buyer
    await market.presses(buyer, "Ответить")
    await market.presses(buyer, LOGO)
    buyer.send_album([Attachment(Kind.PHOTO, f"{n}.jpg", f"{n}".encode()) for n in range(3)])
    await market.settled()
    assert buyer.last.text == "Альбом принят. Пришлите ещё или нажмите «Готово»."
    buyer.send_file(Kind.DOCUMENT, "логотип.svg", b"<svg/>", "Исходник")
    await market.settled()
    market.mark()
    await market.presses(buyer, "Готово")
    assert kinds(market, seller) == ["text", "photo", "photo", "photo", "document", "text"]
    assert market.heard(seller)[0] == f"{TITLE}\n\nИсходник"
    answer = (await asked.order()).brief[-1]
    assert [file.kind for file in answer.content.files] == ["photo"] * 3 + ["document"]
    market.mark()
    await market.presses(seller, "Задание", on=seller.last)
    assert kinds(market, seller) == ["text", "photo", "photo", "photo", "document", "text"]


async def test_the_buyer_can_come_back_later_also_after_a_restart(asked: Deal) -> None:
    """«Позже» keeps what was begun; an older list goes on working."""
    market, buyer = asked.market, asked.buyer
    await market.presses(buyer, "Ответить")
    await market.presses(buyer, LOGO)
    await market.says(buyer, "В облаке")
    await market.is_down(HOUR)
    await market.presses(buyer, "Готово")
    await market.says(buyer, "Начало текстов")
    async with asked.nothing_is_sent(to=asked.seller):
        await market.presses(buyer, "Позже")
        later = buyer.last
        assert later.text == (
            "Хорошо, это можно позже. Кнопка «Ответить» есть и на карточке заказа.\n"
            f"{TEXTS}\n{FONT}\n\nНа какой пункт ответить?"
        )
        await market.is_down(HOUR)
        stray = await market.says(buyer, "Привет")
        assert stray.text.startswith("К какому заказу это относится?")
    await market.presses(buyer, "Ответить", on=asked.card(buyer))
    await market.presses(buyer, TEXTS, on=later)
    assert buyer.last.text == (
        f"Заказ №1. Ваш ответ:\n{TEXTS}{HOW}\nВаш черновик сохранён (0 файлов). Добавьте ещё или идите дальше."
    )
    assert labels(buyer.last) == ["Готово", "Отмена"]
    await market.says(buyer, "и конец")
    await market.presses(buyer, "Готово")
    assert (await briefed(asked))[-1] == (TEXTS[3:], "Начало текстов\n\nи конец")


@pytest.mark.parametrize("way", ["Отмена", "/cancel"])
async def test_an_answer_can_be_dropped(asked: Deal, way: str) -> None:
    """Nothing is sent; everything is still open."""
    market, buyer = asked.market, asked.buyer
    async with asked.nothing_is_sent(to=asked.seller):
        await market.presses(buyer, "Ответить")
        await market.presses(buyer, LOGO)
        await market.says(buyer, "Сейчас поищу")
        if way == "Отмена":
            await market.presses(buyer, way)
            assert buyer.last.text == "Ничего не отправлено. Заказ №1 без изменений."
        else:
            assert "Открыть заказ №1" in labels(await market.says(buyer, way))
        await market.presses(buyer, "Ответить", on=asked.card(buyer))
        assert buyer.last.text.startswith("Заказ №1. Продавец ждёт ответа:")


async def test_what_is_no_answer_is_told_and_the_form_goes_on(asked: Deal) -> None:
    """A sticker, a place; too much for one message."""
    market, buyer = asked.market, asked.buyer
    await market.presses(buyer, "Ответить")
    await market.presses(buyer, LOGO)
    async with asked.nothing_is_sent(to=asked.seller):
        buyer.send_sticker()
        await market.settled()
        assert buyer.last.text.startswith("Такое передать не получится.")
        buyer.send_location(55.75, 37.61)
        await market.settled()
        assert buyer.last.text.startswith("Такое передать не получится.")
        await market.says(buyer, "х" * 4_000)
        assert (await market.says(buyer, "х" * 200)).text.startswith("Текст может быть не длиннее")
    await market.presses(buyer, "Готово")
    assert await briefed(asked) == [(LOGO[3:], "х" * 4_000)]


async def test_an_answer_to_what_is_no_longer_waited_for_is_not_lost(asked: Deal) -> None:
    """The buyer is told, and can send the words as a message; pressed twice, they go once."""
    market, seller, buyer = asked.market, asked.seller, asked.buyer
    await market.presses(buyer, "Ответить")
    choice = buyer.last
    await market.presses(buyer, LOGO)
    got = await market.says(buyer, "В облаке")
    await market.presses(seller, "Не ждать ответов", on=asked.card(seller))
    await market.presses(seller, LOGO, on=seller.last)
    async with asked.nothing_happens():
        assert await market.presses(buyer, LOGO, on=choice) == CLOSED
        assert await market.presses(buyer, "Готово", on=got) == CLOSED
    assert buyer.message(got.id).text == (
        f"{CLOSED}\nНаписанное не потеряно: его можно отправить продавцу обычным сообщением."
    )
    assert labels(buyer.message(got.id)) == ["Отправить сообщением", "Отмена"]
    market.mark()
    await asked.double_taps(buyer, "Отправить сообщением", on=buyer.message(got.id))
    assert market.heard(seller) == ["💬 Анна · заказ №1 «Логотип для кофейни»\n\nВ облаке"]
    assert buyer.message(got.id).text == "Сообщение по заказу №1 отправлено."
    assert await briefed(asked) == []


async def test_an_answer_to_everything_covers_only_what_the_buyer_has_seen(asked: Deal) -> None:
    """What was closed meanwhile is left out, what was asked meanwhile stays open."""
    market, seller, buyer = asked.market, asked.seller, asked.buyer
    await market.presses(buyer, "Ответить")
    await market.presses(buyer, "Ответить на всё сразу")
    got = await market.says(buyer, "Всё тут")
    await market.presses(seller, "Не ждать ответов", on=asked.card(seller))
    await market.presses(seller, TEXTS, on=seller.last)
    await asks(asked, "Размер")
    await market.presses(buyer, "Готово", on=got)
    assert await briefed(asked) == [(f"• {LOGO[3:]}\n• {FONT[3:]}", "Всё тут")]
    assert buyer.last.text == f"Следующий пункт:\n4. Размер{HOW}"
    assert seller.last.text.endswith(f"\n{LOGO}\n{FONT}\n\nБез ответа остаётся 1 пункт.")


async def test_a_delivery_in_the_middle_of_an_answer_loses_nothing(deal: Deal) -> None:
    """The seller did without it."""
    await deal.reaches("work")
    await asks(deal)
    market, buyer = deal.market, deal.buyer
    await market.presses(buyer, "Ответить")
    await market.presses(buyer, FONT)
    got = await market.says(buyer, "Любой")
    await deal.does("deliver")
    assert await market.presses(buyer, "Готово", on=got) == "Заказ уже на проверке у покупателя."
    await market.presses(buyer, "Отправить сообщением")
    assert deal.seller.last.text.endswith("\n\nЛюбой")
    assert await briefed(deal) == []


# A plain reply to the request.


async def test_a_reply_to_the_request_goes_at_once_and_the_buyer_says_whether_it_answers(asked: Deal) -> None:
    """To everything; the seller has the words already and is told what they are."""
    market, seller, buyer = asked.market, asked.seller, asked.buyer
    buyer.write("Всё в облаке", reply_to=buyer.last.id)
    await market.settled()
    assert market.heard(seller) == ["💬 Анна · заказ №1 «Логотип для кофейни»\n\nВсё в облаке"]
    asking = buyer.last
    assert asking.text == IS_IT
    assert buttons(asking) == [["(primary) Да, на все пункты"], [LOGO], [TEXTS], [FONT], ["Нет, просто сообщение"]]
    assert await briefed(asked) == []
    market.mark()
    assert await asked.double_taps(buyer, "Да, на все пункты", on=asking) == ("", CLOSED)
    note = "📋 Анна уточняет: сообщение выше — это ответ на запрос информации:"
    assert asked.heard() == ([f"{note}\n{LOGO}\n{TEXTS}\n{FONT}\n\n{WHOLE}"], [])
    assert buyer.message(asking.id).text == f"{SENT} Вы ответили на всё."
    assert [words for _, words in await briefed(asked)] == ["Всё в облаке"]


async def test_a_reply_may_answer_one_item_and_counts_as_it_reads_now(asked: Deal) -> None:
    """After an edit; the rest is a press away."""
    market, buyer = asked.market, asked.buyer
    mine = buyer.write("Шрифт: Лира", reply_to=buyer.last.id)
    await market.settled()
    asking = buyer.last
    buyer.edit(mine.id, "Шрифт: Лато")
    await market.settled()
    await market.presses(buyer, FONT, on=asking)
    assert await briefed(asked) == [(FONT[3:], "Шрифт: Лато")]
    assert buyer.message(asking.id).text == f"{SENT}\nБез ответа остаются 2 пункта."
    await market.presses(buyer, "Ответить", on=asking)
    assert buyer.last.text.startswith(f"Заказ №1. Продавец ждёт ответа:\n{LOGO}\n{TEXTS}\n\n")


async def test_a_reply_that_only_asks_back_is_a_message(asked: Deal) -> None:
    """Nothing is taken for an answer unless the buyer says so; other replies are not asked about."""
    market, seller, buyer = asked.market, asked.seller, asked.buyer
    buyer.write("В каком формате?", reply_to=buyer.last.id)
    await market.settled()
    asking = buyer.last
    await market.presses(buyer, "Нет, просто сообщение")
    assert buyer.last.text == "Передано в заказ №1."
    assert labels(buyer.last) == []
    seller.write("В любом", reply_to=seller.last.id)
    await market.settled()
    for reply_to in (asking.id, buyer.last.id, asked.card(buyer).id):
        last = buyer.last.id
        buyer.write("Спасибо", reply_to=reply_to)
        await market.settled()
        assert buyer.last.id == last
        assert seller.last.text.endswith("\n\nСпасибо")
    assert len((await asked.order()).information) == 3


async def test_an_album_and_a_number_in_reply_to_the_request_keep_their_own_rules(asked: Deal) -> None:
    """An album goes in one piece, a phone number after a yes; then they can be called answers."""
    market, seller, buyer = asked.market, asked.seller, asked.buyer
    request = buyer.last.id
    buyer.send_album([Attachment(Kind.PHOTO, f"{n}.jpg", f"{n}".encode()) for n in range(2)], reply_to=request)
    await market.settled()
    assert kinds(market, seller) == []
    await market.later(2)
    assert kinds(market, seller) == ["photo", "photo", "text"]
    assert buyer.last.text == IS_IT
    await market.presses(buyer, LOGO, on=buyer.last)
    assert len((await asked.order()).brief[-1].content.files) == 2

    market.mark()
    buyer.write("+7 900 123-45-67", reply_to=request)
    await market.settled()
    assert market.heard(seller) == []
    await market.presses(buyer, "Передать")
    assert market.heard(seller)[0].endswith("+7 900 123-45-67")
    assert buyer.last.text == IS_IT
    assert labels(buyer.last) == ["Да, на все пункты", TEXTS, FONT, "Нет, просто сообщение"]

    last = buyer.last.id
    buyer.send_sticker(reply_to=request)
    await market.settled()
    assert buyer.last.id == last


async def test_nobody_can_call_the_words_of_others_an_answer(asked: Deal) -> None:
    """The seller's words, words of another order, something else that happened."""
    market, seller, buyer = asked.market, asked.seller, asked.buyer
    seller.write("Жду", reply_to=asked.card(seller).id)
    await market.settled()
    async with market.app.database.read() as unit:
        facts = await unit.orders.history(1)
    async with asked.nothing_happens():
        for recorded in facts:
            assert await asked.forges(buyer, f"ia:1:{recorded.id}:1:3") == CLOSED


async def test_in_the_form_a_reply_is_the_answer(asked: Deal) -> None:
    """It has asked for it."""
    market, buyer = asked.market, asked.buyer
    request = buyer.last
    await market.presses(buyer, "Ответить", on=request)
    await market.presses(buyer, LOGO)
    async with asked.nothing_is_sent(to=asked.seller):
        buyer.write("В облаке", reply_to=request.id)
        await market.settled()
    await market.presses(buyer, "Готово")
    assert await briefed(asked) == [(LOGO[3:], "В облаке")]


async def test_the_longest_list_fits_into_every_message(deal: Deal) -> None:
    """Asked, shown on the cards, warned of, chosen from, answered at once."""
    await deal.reaches("new")
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    await market.presses(seller, "Запросить информацию", on=deal.card(seller))
    await market.says(seller, *["\n".join("😀" * 75 for _ in range(10)) for _ in range(2)])
    await market.presses(seller, "Отправить запрос")
    await market.later(12 * HOUR)
    await market.presses(buyer, "Ответить")
    await market.presses(buyer, "Ответить на всё сразу")
    await market.says(buyer, "х" * 4_096)
    await market.presses(buyer, "Готово")
    await market.presses(seller, "История", on=deal.card(seller))
    await market.presses(seller, "Задание", on=deal.card(seller))
    assert (await deal.order()).information == ()
    assert seller.last.text == "Это всё задание заказа №1."
    assert all(utf16_length(message.text) <= 4_096 for who in deal.sides for message in who.received)


async def test_the_history_and_the_files_tell_of_questions_and_answers(asked: Deal) -> None:
    """Who asked what, what was answered, in «История» and in JSON."""
    market, seller, buyer = asked.market, asked.seller, asked.buyer
    await market.presses(buyer, "Ответить")
    await market.presses(buyer, LOGO)
    await market.says(buyer, "В облаке")
    await market.presses(buyer, "Готово")
    await market.presses(seller, "Не ждать ответов", on=asked.card(seller))
    await market.presses(seller, "Не ждать ни одного ответа")
    await market.presses(buyer, "История", on=asked.card(buyer))
    words = buyer.last.text
    for said in (
        f"Продавец запросил информацию: 3 пункта\n{LOGO}\n{TEXTS}\n{FONT}\n",
        "Покупатель ответил на пункт 1\nВ облаке\n",
        "Продавец больше не ждёт ответа на пункты 2, 3",
    ):
        assert said in words
    await market.presses(buyer, "Скачать JSON", on=buyer.last)
    await market.presses(buyer, "Скачать HTML", on="История заказа")
    assert [message.kind for message in buyer.received[-2:]] == ["document", "document"]


async def test_each_side_asks_and_answers_in_their_own_language(market: Market, seller: Person) -> None:
    """List, form, card, warning, closing."""
    buyer = market.person("John", language="en")
    payload = await market.publishes_gig(seller)
    await market.starts(buyer, payload)
    await market.presses(buyer, "Order")
    await market.says(buyer, "Grain")
    await market.presses(buyer, "Done")
    await market.presses(buyer, "Confirm order")
    deal = Deal(market, seller, buyer)
    heading = "Order #1 · Логотип для кофейни\n"
    request = await asks(deal)
    items = f"{LOGO}\n{TEXTS}\n{FONT}"
    assert request.text == (
        f"{heading}❓ Сергей asks for information needed for the work. Answer item by item or all at once, with text "
        f"and files:\n{items}"
    )
    assert f"\n❓ The seller waits for you: 3 answers\n{items}\n" in deal.card(buyer).text
    await market.presses(buyer, "Answer", on=request)
    assert buyer.last.text == f"Order #1. The seller waits for an answer to:\n{items}\n\nWhich item do you answer?"
    await market.presses(buyer, TEXTS)
    assert buyer.last.text == (
        f"Order #1. Your answer to:\n{TEXTS}\n\nSend text or files, in several messages if you like."
    )
    got = await market.says(buyer, "Enclosed")
    await market.presses(buyer, "Done")
    assert buyer.message(got.id).text == "The answer is sent to the seller and has joined the brief of order #1."
    assert seller.last.text.startswith(f"{HEADING}📋 John отвечает на запрос информации, ответ выше:\n{TEXTS}\n\n")
    await market.presses(buyer, "Later")
    assert buyer.last.text.startswith("Fine, it can wait.")
    await market.later(12 * HOUR)
    assert buyer.last.text == (
        f"{heading}⏳ 12 h left until auto-cancel: 24 November, 12:00. The seller has not started yet.\n\n"
        f"❓ The seller waits for 2 answers from you:\n{LOGO}\n{FONT}"
    )
    buyer.write("Which format?", reply_to=request.id)
    await market.settled()
    assert buyer.last.text == "Passed on to the seller. Is it the answer to their request? Then it joins the brief."
    assert labels(buyer.last) == ["Yes, to all items", LOGO, FONT, "No, just a message"]
    await market.presses(buyer, "No, just a message")
    await market.presses(seller, "Не ждать ответов", on=deal.card(seller))
    await market.presses(seller, "Не ждать ни одного ответа")
    assert buyer.last.text == f"{heading}Сергей no longer waits for an answer to:\n{LOGO}\n{FONT}"
    assert (
        await market.presses(buyer, "Answer", on=request) == "This has been answered, or no answer is needed any more."
    )
