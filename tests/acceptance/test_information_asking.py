"""«Запросить информацию»: the seller asks item by item, sees who owes what, and need not wait for ever (SPEC 5)."""

import pytest

from orders.order import Item
from tests.acceptance.market import DAY, HOUR, labels
from tests.acceptance.stages import EXPLANATION, HEADING, REASON, Deal, buttons

ASK = "Заказ №1. Напишите, чего не хватает для работы, каждый пункт с новой строки. Часы заказа идут."
LOGO, TEXTS = "1. Логотип в векторе", "2. Тексты для сайта"
PREVIEW = "Заказ №1. Так список увидит покупатель:\n{}\n\nНужно что-то ещё? Просто допишите, пункты добавятся."
REQUEST = (
    "❓ Сергей просит информацию для работы. Ответить можно по пунктам или на всё сразу, текстом и файлами:\n"
    f"{LOGO}\n{TEXTS}"
)
CLOSED = "На это уже ответили, или ответ больше не нужен."
WORDS_WANTED = "Здесь нужен текст: напишите ответ словами."
STRANGE = "Такого заказа у вас нет. Ваши заказы — в /orders."
NOT_YOURS = "Это решает другая сторона заказа."


async def asks(deal: Deal, *lines: str) -> None:
    """The seller asks for these."""
    await deal.market.presses(deal.seller, "Запросить информацию", on=deal.card(deal.seller))
    await deal.market.says(deal.seller, "\n".join(lines or (LOGO, TEXTS)))
    await deal.market.presses(deal.seller, "Отправить запрос")


def lines_of(deal: Deal, who: str) -> list[str]:
    """What a side's card says of what is owed."""
    text = deal.card(deal.side(who)).text
    return text.partition("\n❓ ")[2].partition("\n\n")[0].split("\n") if "\n❓ " in text else []


@pytest.mark.parametrize("stage", ["new", "work", "overdue"])
async def test_the_seller_asks_and_sees_how_the_list_is_understood(deal: Deal, stage: str) -> None:
    """Bullets fall away, items are numbered; both cards say who owes what, and clock and status stay as they are."""
    await deal.reaches(stage)
    market, seller = deal.market, deal.seller
    before = await deal.order()
    async with deal.nothing_is_sent(to=deal.buyer):
        await market.presses(seller, "Запросить информацию", on=deal.card(seller))
        assert (seller.last.text, labels(seller.last)) == (ASK, ["Отмена"])
        preview = await market.says(seller, "- Логотип в векторе\n\n2) Тексты  для сайта")
        assert preview.text == PREVIEW.format(f"{LOGO}\n{TEXTS}")
        assert buttons(preview) == [["(primary) Отправить запрос"], ["Написать иначе", "Отмена"]]

    market.mark()
    first, second = await deal.double_taps(seller, "Отправить запрос", on=preview)
    assert (first, second != "") == ("", True)

    assert seller.message(preview.id).text == (
        "Запрос по заказу №1 отправлен. Ответы придут сюда, и бот скажет, когда получены все."
    )
    assert deal.heard() == ([], [REQUEST])
    assert buttons(deal.buyer.last) == [["(primary) Ответить"], ["Открыть заказ №1"]]
    assert lines_of(deal, "seller") == ["Ждём от покупателя: 2 ответа", LOGO, TEXTS]
    assert lines_of(deal, "buyer") == ["Продавец ждёт от вас: 2 ответа", LOGO, TEXTS]
    assert buttons(deal.card(deal.buyer))[0] == ["(primary) Ответить"]
    assert ["Не ждать ответов"] in buttons(deal.card(seller))
    after = await deal.order()
    assert (after.clock, after.status, after.turn) == (before.clock, before.status, before.turn)
    assert after.information == (Item(number=1, text=LOGO[3:]), Item(number=2, text=TEXTS[3:]))


async def test_a_list_can_be_added_to_before_and_after_it_is_sent(deal: Deal) -> None:
    """Numbers go on; the form says what is still open."""
    await deal.reaches("new")
    market, seller = deal.market, deal.seller
    await market.presses(seller, "Запросить информацию", on=deal.card(seller))
    await market.says(seller, LOGO)
    assert (await market.says(seller, "Тексты для сайта")).text == PREVIEW.format(f"{LOGO}\n{TEXTS}")
    await market.presses(seller, "Отправить запрос")
    await market.presses(seller, "Запросить информацию", on=deal.card(seller))
    assert seller.last.text == f"{ASK}\n\nПокупатель ещё не ответил:\n{LOGO}\n{TEXTS}"
    assert (await market.says(seller, "Шрифт")).text == PREVIEW.format("3. Шрифт")
    market.mark()
    await market.presses(seller, "Отправить запрос")
    assert deal.heard()[1][0].endswith("\n3. Шрифт")
    assert lines_of(deal, "buyer") == ["Продавец ждёт от вас: 3 ответа", LOGO, TEXTS, "3. Шрифт"]


async def test_a_list_can_be_written_anew_or_dropped_and_outlives_a_restart(deal: Deal) -> None:
    """«Написать иначе» begins it again, «Отмена» sends nothing; a form opened in between keeps the list aside."""
    await deal.reaches("new")
    market, seller = deal.market, deal.seller
    async with deal.nothing_is_sent(to=deal.buyer):
        await market.presses(seller, "Запросить информацию", on=deal.card(seller))
        await market.says(seller, "Не то")
        await market.presses(seller, "Написать иначе")
        assert seller.last.text == "Напишите список заново, каждый пункт с новой строки."
        assert labels(seller.last) == ["Отмена"]
        await market.says(seller, LOGO)
        await market.is_down(HOUR)
        await market.presses(seller, "Предложить опции", on=deal.card(seller))
        await market.presses(seller, "Запросить информацию", on=deal.card(seller))
        assert seller.last.text == PREVIEW.format(LOGO)
        await market.presses(seller, "Отмена")
        assert seller.last.text == "Ничего не отправлено. Заказ №1 без изменений."
        await market.presses(seller, "Запросить информацию", on=deal.card(seller))
        assert seller.last.text == ASK


@pytest.mark.parametrize(
    ("wrong", "answer"),
    [
        ("-\n•", WORDS_WANTED),
        ("х" * 301, "Пункт может быть не длиннее 300 символов, в самом длинном сейчас 301."),
        (
            "\n".join("абвгдеёжзийклмнопрсту"),
            (
                "Без ответа может быть не больше 20 пунктов, вместе с прежними вышло 22. "
                "Дождитесь ответов или сократите список."
            ),
        ),
        (
            "\n".join(["х" * 290] * 11),
            (
                "Все пункты вместе могут быть не длиннее 3\N{NO-BREAK SPACE}000 символов, сейчас вышло "
                "3\N{NO-BREAK SPACE}195. Сократите их или спросите часть позже."
            ),
        ),
    ],
)
async def test_a_list_that_will_not_do_is_told_and_what_was_written_before_stays(
    deal: Deal, wrong: str, answer: str
) -> None:
    """One sentence each; a file is no list."""
    await deal.reaches("new")
    market, seller = deal.market, deal.seller
    await market.presses(seller, "Запросить информацию", on=deal.card(seller))
    await market.says(seller, "Шрифт")
    async with deal.nothing_is_sent(to=deal.buyer):
        assert (await market.says(seller, wrong)).text == answer
        seller.send_file("photo", "list.jpg", b"1", "Список на фото")
        await market.settled()
        assert seller.last.text == WORDS_WANTED
    assert (await market.says(seller, "Цвет")).text == PREVIEW.format("1. Шрифт\n2. Цвет")


async def test_warnings_say_what_is_unanswered_and_the_buyer_is_reminded(deal: Deal) -> None:
    """Before the auto-cancel and before the due time; once all is answered, nobody speaks of it."""
    await deal.reaches("new")
    market = deal.market
    await asks(deal)
    market.mark()
    await market.later(12 * HOUR)
    owed = f"{LOGO}\n{TEXTS}"
    assert deal.heard() == (
        [
            (
                "⏳ Осталось 12 ч. до автоотмены: 24 ноября, 12:00. Приступите к работе или отмените заказ с причиной."
                f"\n\n❓ Покупатель ещё не ответил на 2 пункта:\n{owed}"
            )
        ],
        [
            (
                "⏳ Осталось 12 ч. до автоотмены: 24 ноября, 12:00. Продавец ещё не приступил к работе.\n\n"
                f"❓ Продавец ждёт от вас 2 ответа:\n{owed}"
            )
        ],
    )
    assert buttons(deal.buyer.last)[0] == ["(primary) Ответить"]
    assert {"Запросить информацию", "Не ждать ответов"} <= set(labels(deal.seller.last))

    await market.starts_work(deal.seller)
    market.mark()
    await market.later(2 * DAY)
    told, reminded = deal.heard()
    assert told[0].startswith("⏳ До сдачи заказа осталось 24 ч. Срок: ")
    assert told[0].endswith(f"❓ Покупатель ещё не ответил на 2 пункта:\n{owed}")
    assert reminded[0].startswith("⏳ До сдачи заказа осталось 24 ч. Срок: ")
    assert reminded[0].endswith(f"❓ Продавец ждёт от вас 2 ответа:\n{owed}")

    await market.presses(deal.seller, "Не ждать ответов", on=deal.card(deal.seller))
    await market.presses(deal.seller, "Не ждать ни одного ответа")
    market.mark()
    await market.later(20 * HOUR)
    told, reminded = deal.heard()
    assert told[0].endswith("Срок: 27 ноября, 00:00.")
    assert reminded == []


async def test_a_reminder_to_the_buyer_does_not_count_as_the_sellers_warning(deal: Deal) -> None:
    """Nobody pays for the bot's downtime: who would be harmed is the seller, and they have heard nothing."""
    await deal.reaches("new")
    await asks(deal)
    deal.seller.chat.blocked = True
    await deal.market.later(21 * HOUR)
    order = await deal.order()
    assert order.clock is not None
    assert order.clock.warned_at is None
    assert deal.market.heard(deal.buyer) != []


async def test_the_seller_need_not_wait_for_an_answer(deal: Deal) -> None:
    """One item or all of them; the buyer is told, and old buttons say that it is settled."""
    await deal.reaches("new")
    market, seller = deal.market, deal.seller
    await asks(deal)
    await market.presses(seller, "Не ждать ответов", on=deal.card(seller))
    choice = seller.last
    assert choice.text == (f"Заказ №1. Какой ответ больше не нужен? Покупатель об этом узнает.\n{LOGO}\n{TEXTS}")
    assert labels(choice) == [LOGO, TEXTS, "Не ждать ни одного ответа"]
    market.mark()
    assert await deal.double_taps(seller, LOGO, on=choice) == ("", CLOSED)
    assert deal.heard() == ([], [f"Сергей больше не ждёт ответа:\n{LOGO}"])
    assert labels(deal.buyer.last) == ["Ответить", "Открыть заказ №1"]
    assert seller.message(choice.id).text.startswith(f"Больше не ждём ответа:\n{LOGO}\n\n")
    assert labels(seller.message(choice.id)) == [TEXTS]
    assert lines_of(deal, "seller") == ["Ждём от покупателя: 1 ответ", TEXTS]

    old = deal.card(seller)
    stale = deal.seller.button(old, "Не ждать ответов")["callback_data"]
    await market.presses(seller, TEXTS, on=choice)
    assert seller.message(choice.id).text == "Заказ №1. Больше никаких ответов не ждём."
    assert labels(seller.message(choice.id))[0] == "✅ Приступаю к работе"
    assert labels(deal.buyer.last) == ["Открыть заказ №1"]
    assert lines_of(deal, "seller") == lines_of(deal, "buyer") == []
    deal.assert_cards("Не начат", "new")
    async with deal.nothing_happens():
        assert await deal.forges(seller, stale) == CLOSED
        assert await deal.forges(seller, "ix:1:2") == CLOSED


async def test_everyone_presses_only_what_is_theirs(deal: Deal) -> None:
    """Neither the other side nor a stranger."""
    await deal.reaches("new")
    await asks(deal)
    stranger = deal.market.person("Олег")
    await deal.market.starts(stranger)
    theirs = {
        deal.seller: ("o:1:info:1:c", "o:1:enough:1:c", "ix:1:1", "ix:1:0"),
        deal.buyer: ("o:1:reply:1:c", "i:1:1", "i:1:0"),
    }
    async with deal.nothing_happens():
        for owner, kinds in theirs.items():
            other = deal.buyer if owner is deal.seller else deal.seller
            for data in kinds:
                assert await deal.forges(other, data) == NOT_YOURS, data
                assert await deal.forges(stranger, data) == STRANGE, data
        assert await deal.forges(deal.buyer, "i:1:9") == CLOSED
        assert await deal.forges(deal.buyer, "ia:1:999:1:2") == CLOSED


async def test_nothing_is_asked_while_a_cancellation_is_being_agreed(deal: Deal) -> None:
    """The buttons are not there; an older one says why. What was asked before can still be answered."""
    await deal.reaches("new")
    market, seller = deal.market, deal.seller
    await asks(deal)
    request = deal.buyer.last
    await deal.asks_to_cancel(seller, REASON, EXPLANATION)
    assert buttons(deal.card(deal.buyer))[-3:] == [
        ["(primary) Ответить"],
        ["Написать"],
        ["Задание", "История", "В календарь"],
    ]
    async with deal.nothing_happens():
        assert await deal.forges(seller, "o:1:info:1:n") == (
            "Сейчас согласуется отмена: сначала на неё нужно ответить или отозвать запрос."
        )
    await market.presses(deal.buyer, "Ответить", on=request)
    await market.presses(deal.buyer, "Ответить на всё сразу")
    await market.says(deal.buyer, "Всё в прежнем письме")
    market.mark()
    await market.presses(deal.buyer, "Готово")
    assert deal.heard()[0][-1].endswith("✅ Все ответы получены. Они вошли в задание.")
    assert "Отозвать запрос" in labels(seller.last)


@pytest.mark.parametrize(
    ("stage", "step", "sentence"),
    [
        ("fresh", "deliver", "Заказ уже на проверке у покупателя."),
        ("new", "Отменить заказ", "Заказ уже отменён."),
    ],
)
async def test_when_the_order_moves_on_nothing_is_owed_any_more(
    deal: Deal, stage: str, step: str, sentence: str
) -> None:
    """That goes without saying; the history keeps what was left unanswered, and an old button says why."""
    await deal.reaches(stage)
    await asks(deal)
    request = deal.buyer.last
    await deal.does(step)
    if step == "Отменить заказ":
        await deal.market.presses(deal.buyer, "Да, отменить")
    assert (await deal.order()).information == ()
    assert not any("ответ" in text and "информац" in text for text in deal.market.heard(deal.buyer)[1:])
    deal.assert_cards("На проверке" if step == "deliver" else "Отменён", "review" if step == "deliver" else "cancelled")
    async with deal.nothing_happens():
        assert await deal.market.presses(deal.buyer, "Ответить", on=request) == sentence
    await deal.market.presses(deal.seller, "История", on=deal.card(deal.seller))
    assert "Без ответа остались пункты 1, 2" in deal.seller.last.text


async def test_who_asks_somebody_out_of_reach_is_told_and_the_request_waits(deal: Deal) -> None:
    """As with any words."""
    await deal.reaches("new")
    deal.buyer.block()
    await deal.market.settled()
    await asks(deal)
    assert deal.seller.last.text.startswith("Анна сейчас вне бота.")
    deal.market.mark()
    deal.buyer.unblock()
    await deal.market.settled()
    assert f"{HEADING}{REQUEST}" in deal.market.heard(deal.buyer)
