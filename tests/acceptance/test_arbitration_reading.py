"""What an operator reads of a dispute, what they ask, and the list of all that wait."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from orders.dispute import Dispute
from orders.status import Side
from sandbox.files import Kind
from tests.acceptance.court import NBSP, OVER, REASON, STATEMENT, STRANGE, Court, open_court
from tests.acceptance.market import DAY, HOUR, labels
from tests.acceptance.stages import HEADING, buttons
from tests.acceptance.test_history_export import downloaded

QUESTION = "Пришлите исходник с датой, пожалуйста."
TITLE = "⚖️ Спор · заказ №1 · Логотип для кофейни\n"


@pytest.fixture
async def court(tmp_path: Path) -> AsyncIterator[Court]:
    """The bot holds Stars, and the operator keeps a tenth."""
    async with open_court(tmp_path, payments="stars", commission_percent="10") as opened:
        yield opened


async def test_the_operator_gets_all_that_a_decision_needs(court: Court) -> None:
    """Whose it is, the money, the clock, the words of the caller, what was said last, and the buttons."""
    market = court.market
    await court.reaches("work")
    await market.presses(court.buyer, "Написать", on=court.card(court.buyer))
    court.buyer.send_file(Kind.PHOTO, "a.jpg", b"jpg", caption="Вот что было в задании")
    await market.settled()
    await market.presses(court.buyer, "Отправить", on="Принято")
    await market.delivers(court.seller, "Готово, " + "очень " * 60 + "красиво.")
    await market.later(DAY)
    await court.calls(court.buyer)
    page = court.operator.last
    until, called = "26 ноября, 12:20", "24 ноября, 12:20"
    assert page.text == "\n".join(
        (
            "⚖️ Новый спор по заказу №1",
            "Логотип для кофейни",
            "Продавец: Сергей",
            "Покупатель: Анна",
            f"Цена: 1{NBSP}500{NBSP}⭐, деньги под защитой",
            "Комиссия: 10 %",
            "Статус до спора: На проверке, на часах осталось 48 ч.",
            "",
            f"Арбитра зовёт покупатель, {called}:",
            STATEMENT,
            "",
            "Последнее, что сказано",
            "23 ноября, 12:20",
            "Покупатель написал",
            "Вот что было в задании",
            "1 файл",
            "23 ноября, 12:20",
            f"Продавец сдал работу, сдача 1. Проверить: до {until}",
            ("Готово, " + "очень " * 60)[:159].rstrip() + "…",
        )
    )
    mentions = [entity["user"]["id"] for entity in page.body["entities"] if entity["type"] == "text_mention"]
    assert mentions == [court.seller.id, court.buyer.id]
    assert buttons(page) == [
        ["Задание", "История"],
        ["Скачать HTML", "Скачать JSON"],
        ["(success) ✅ Отдать деньги продавцу"],
        ["(danger) Вернуть деньги покупателю"],
        ["Разделить деньги"],
        ["Продолжить проверку"],
        ["Вернуть в работу с новым сроком"],
        ["Спросить стороны"],
    ]


async def test_the_operator_reads_the_brief_the_history_and_every_file(court: Court) -> None:
    """Of somebody else's order, page by page; from there the way leads back to the dispute, never to a card."""
    market, operator = court.market, court.operator
    await court.reaches("work")
    await market.presses(court.seller, "Сдать выполненную работу", on=court.card(court.seller))
    court.seller.send_file(Kind.DOCUMENT, "logo.svg", b"<svg/>", caption="Исходники внутри")
    await market.settled()
    await market.presses(court.seller, "Готово")
    await market.presses(court.seller, "Сдать")
    await court.calls(court.seller)
    way_back = ["Спор по заказу №1"]
    await market.presses(operator, "Задание")
    assert "Что написать на логотипе?" in operator.received[-2].text
    assert labels(operator.last) == way_back
    await market.presses(operator, "История")
    history = operator.last
    for words in ("Исходники внутри", "Продавец позвал арбитра. Часы стоят", STATEMENT):
        assert words in history.text
    assert buttons(history)[1:] == [["Скачать HTML", "Скачать JSON"], way_back]
    await market.presses(operator, "4", on=history)
    assert [message.kind for message in operator.received[-2:]] == ["text", "document"]
    assert operator.received[-2].text == "Исходники внутри"
    await market.presses(operator, "Скачать HTML", on=history)
    assert STATEMENT in await downloaded(market, operator.last)
    await market.presses(operator, "Скачать JSON", on=history)
    body = json.loads(await downloaded(market, operator.last))
    assert body["order"]["dispute"] == {
        "by": "seller", "statement": STATEMENT, "opened_at": "2026-11-23T09:20:00Z",
    }  # fmt: skip
    assert body["timeline"][-1]["data"] == {"by": "seller", "statement": STATEMENT}
    await market.presses(operator, "Спор по заказу №1", on=history)
    assert operator.last.text.startswith("⚖️ Спор по заказу №1, ждёт ")
    async with court.nothing_happens():
        assert await court.forges(operator, "o:1:open:3:n") == STRANGE


async def test_the_history_tells_every_step(court: Court) -> None:
    """To both sides alike: calls, questions, words, the decision with its reason, the end; whole in the files."""
    market = court.market
    await court.goes_to("work")
    await market.presses(court.buyer, "Отозвать обращение", on=court.card(court.buyer))
    await court.calls(court.seller)
    await _asked(court)
    await court.decides("Разделить деньги", "800")
    for who in court.sides:
        await market.presses(who, "История", on=court.card(who))
        history = who.last.text
        steps = (
            "Покупатель позвал арбитра. Часы стоят",
            "Покупатель отозвал обращение к арбитру. Часы снова идут: до",
            "Продавец позвал арбитра. Часы стоят",
            f"Арбитр спросил обе стороны\n{QUESTION}",
            f"Арбитр разделил деньги: продавцу 800{NBSP}⭐, остальное покупателю\n{REASON}",
            "Закрыт решением арбитра: деньги разделены",
        )
        places = [history.find(step) for step in steps]
        assert -1 not in places
        assert places == sorted(places)
        await market.presses(who, "Скачать HTML")
        page = await downloaded(market, who.last)
        assert QUESTION in page
        assert REASON in page
        assert str(court.operator.id) not in page
        await market.presses(who, "Скачать JSON")
        timeline = json.loads(await downloaded(market, who.last))["timeline"]
        (decided,) = (entry["data"] for entry in timeline if entry["kind"] == "arbiter_decided")
        assert decided == {
            "decision": {
                "ruling": "split", "to_seller": {"amount": 800, "currency": "XTR", "digits": 0}, "due": None,
            },
            "reason": REASON,
            "clock_until": None,
        }  # fmt: skip


async def _asked(court: Court) -> None:
    await court.market.presses(court.operator, "Спросить стороны")
    await court.market.says(court.operator, QUESTION)
    await court.market.presses(court.operator, "Спросить", on="Так вопрос увидят")


async def test_the_operator_asks_and_hears_the_answers(court: Court) -> None:
    """Both sides are asked; what either writes reaches the other side and both operators; the clock stands still."""
    market = court.market
    await court.goes_to("review")
    order = await court.order()
    market.mark()
    await _asked(court)
    asked = (
        f"{HEADING}⚖️ Арбитр спрашивает вас обоих. Ответьте кнопкой «Написать»: ответ увидят арбитр и другая сторона."
        f"\n\n{QUESTION}"
    )
    for who in court.sides:
        assert market.heard(who) == [asked]
        assert labels(who.last) == ["Написать", "Открыть заказ №1"]
    assert market.heard(court.second) == [f"{TITLE}Арбитр спросил обе стороны\n{QUESTION}"]
    assert replace(await court.order(), version=order.version) == order

    market.mark()
    await market.presses(court.seller, "Написать", on=court.seller.last)
    court.seller.send_file(Kind.DOCUMENT, "logo.svg", b"<svg/>", caption="Вот исходник")
    await market.settled()
    await market.presses(court.seller, "Отправить", on="Принято")
    for heard in court.arbiters_heard():
        assert heard == [f"{TITLE}Продавец написал\nВот исходник\n1 файл"]
    assert labels(court.operator.last) == ["История", "Спор по заказу №1"]
    assert any("Вот исходник" in text for text in market.heard(court.buyer))

    await market.presses(court.buyer, "Отозвать обращение", on=court.card(court.buyer))
    market.mark()
    await market.presses(court.seller, "Написать", on=court.card(court.seller))
    await market.says(court.seller, "Спасибо, что договорились.")
    await market.presses(court.seller, "Отправить", on="Принято")
    assert court.arbiters_heard() == ([], [])


async def test_a_question_is_words_of_ten_characters_at_least(court: Court) -> None:
    """Whatever else is sent: one sentence; left without asking; asked twice is asked once."""
    market, operator = court.market, court.operator
    await court.goes_to("work")
    async with court.nothing_happens():
        await market.presses(operator, "Спросить стороны")
        length = f"Нужен вопрос от 10 до 1{NBSP}000 символов, сейчас в нём "
        assert (await market.says(operator, "Почему?")).text == f"{length}7."
        operator.send_file(Kind.PHOTO, "a.jpg", b"jpg")
        await market.settled()
        assert operator.last.text == "Здесь нужен текст: напишите ответ словами."
        await market.says(operator, QUESTION)
        await market.presses(operator, "Отмена")
        await market.presses(operator, "Спросить стороны")
        await market.says(operator, QUESTION)
    market.mark()
    await court.double_taps(operator, "Спросить", on=operator.last)
    assert [len(market.heard(who)) for who in court.sides] == [1, 1]
    await market.presses(operator, "Спросить стороны")
    await market.says(operator, QUESTION)
    await market.presses(court.buyer, "Отозвать обращение", on=court.card(court.buyer))
    async with court.nothing_happens():
        assert await market.presses(operator, "Спросить", on=operator.find("Так вопрос увидят")) == OVER


async def test_an_operator_reads_any_order_and_finds_no_dispute_there(court: Court) -> None:
    """Its history, with no way back to a dispute that is not."""
    await court.reaches("work")
    await court.market.says(court.operator, "/export 1")
    await court.forges(court.operator, "o:1:history:0:n")
    assert court.operator.last.text.startswith("История заказа №1")
    assert labels(court.operator.last) == ["Скачать HTML", "Скачать JSON"]
    assert await court.forges(court.operator, "dv:1") == OVER


async def test_all_disputes_stand_in_one_list_the_longest_waiting_first(tmp_path: Path) -> None:
    """Ten a page; each opens. The older ones are put in by hand, without the money that a bot which holds it has."""
    async with open_court(tmp_path, payments="direct") as court:
        await _reads_the_list(court)


async def _reads_the_list(court: Court) -> None:
    market, operator = court.market, court.operator
    assert (await market.says(operator, "/disputes")).text == "Споров, которые ждут решения, сейчас нет."
    await court.goes_to("work")
    order = await court.order()
    now = int(market.clock.now())
    async with market.app.database.write() as unit:
        for hours in range(1, 12):
            older = Dispute(by=Side.SELLER, statement=STATEMENT, opened_at=now - hours * HOUR)
            await unit.orders.add(replace(order, dispute=older))
    await market.says(operator, "/admin")
    await market.presses(operator, "Споры: 12")
    page = operator.last
    assert page.text.startswith(
        "Ждут решения 12 споров\n\n№12 Логотип для кофейни\nПозвал продавец, ждёт 11 ч.\n\n№11 "
    )
    assert labels(page) == [*(f"№{number}" for number in range(12, 2, -1)), "Позже ›", "К столу оператора"]
    await market.presses(operator, "Позже", on=page)
    page = operator.message(page.id)
    assert page.text.endswith("№1 Логотип для кофейни\nПозвал покупатель, ждёт 0 мин.")
    assert labels(page) == ["№2", "№1", "‹ Раньше", "К столу оператора"]
    await market.presses(operator, "№2", on=page)
    assert operator.last.text.startswith("⚖️ Спор по заказу №2, ждёт 1 ч.\n")
    await court.forges(operator, "dl:999")
    assert operator.last.text.startswith("Ждут решения 12 споров\n\n№2 Логотип для кофейни\n")


async def test_a_dispute_waits_for_an_operator_who_has_blocked_the_bot(court: Court) -> None:
    """What is still true comes when they are back, one reminder for all that were missed."""
    market, operator = court.market, court.operator
    operator.block()
    await court.goes_to("work")
    await market.later(3 * DAY)
    assert not any("Новый спор" in message.text for message in operator.received)
    market.mark()
    await market.starts(operator)
    heads = [text.partition("\n")[0] for text in market.heard(operator)]
    assert "⚖️ Новый спор по заказу №1" in heads
    assert [head for head in heads if head.startswith("⏳")] == ["⏳ Спор по заказу №1 ждёт вашего решения 3 дн."]
