"""Every row of the table of moves, as both sides see it, and each press of it that must change nothing."""

from dataclasses import dataclass

import pytest

from tests.acceptance.market import DAY
from tests.acceptance.stages import (
    BUYERS_EXPLANATION,
    BUYERS_REASON,
    EXPLANATION,
    HEADING,
    REASON,
    REVIEW_ASKED,
    Deal,
    buttons,
    fallen,
)

NBSP = "\N{NO-BREAK SPACE}"
STRANGE = "Такого заказа у вас нет. Ваши заказы — в /orders."
NOT_YOURS = "Это решает другая сторона заказа."
PENDING = "Сейчас согласуется отмена: сначала на неё нужно ответить или отозвать запрос."
VERDICTS = (
    "«Причина уважительная»: заказ отменяется, рейтинг продавца не меняется. «Причина неуважительная»: заказ "
    "отменяется, рейтинг продавца снизится. «Не отменять»: заказ продолжается."
)
FRESH_CARD = f"""🔔 Новый оплаченный заказ

Заказ №1
Логотип для кофейни
Покупатель: Анна
Цена: 1{NBSP}500{NBSP}₽
Оплата: напрямую между вами, бот денег не держит
Срок: 3 дня
Статус: Не начат
Автоотмена через 24 ч., 24 ноября, 12:00

Информация от покупателя
Что написать на логотипе?
«Зерно», коричневый

Кнопка «Приступаю к работе» означает: с заданием вы согласны, в нём всё ясно, информации достаточно."""


@dataclass(frozen=True)
class Row:
    """One move: where, whose, how (`>` before words that are written), and what comes of it."""

    stage: str
    who: str
    how: tuple[str, ...]
    status: str
    #: A line of both cards: the clock, or how it ended.
    line: str
    #: A stage at which both sides have the buttons that they have after this move.
    like: str
    seller_hears: str
    buyer_hears: str
    #: The short answer to the last press.
    answer: str = ""
    #: What is answered to the other side that forges the button.
    forged: str = NOT_YOURS
    #: What is answered to the same person who presses the button again.
    again: str = "Заказ уже отменён."


def asked(name: str, until: str, asker: str, reason: str, explanation: str) -> tuple[str, str]:
    """What the asker and the other side are told of a request to cancel."""
    quoted = f"\n\n{reason}\n{explanation}"
    to_asker = (
        f"Запрос на отмену отправлен. Часы заказа остановлены. {name} отвечает до {until}; "
        f"без ответа заказ отменится без влияния на рейтинг.{quoted}"
    )
    to_answerer = (
        f"{asker} просит отменить заказ. Часы остановлены, ответьте до {until}. "
        f"Без ответа заказ отменится, на рейтинг это не повлияет.{quoted}"
    )
    return to_asker, to_answerer


def sellers_request(until: str) -> tuple[str, str]:
    """The same, where the seller asks: the buyer is told what each verdict means."""
    asker, answerer = asked("Анна", until, "Сергей", REASON, EXPLANATION)
    return asker, f"{answerer}\n{VERDICTS}"


BUYERS_REQUEST = asked("Сергей", "25 ноября, 12:20", "Анна", BUYERS_REASON, BUYERS_EXPLANATION)
DELIVERING = ("Сдать выполненную работу", ">Готово, три варианта.", "Готово", "Сдать")
ASKING = ("Отменить заказ", REASON, f">{EXPLANATION}", "Отправить покупателю")

ROWS = {
    "pay": Row(
        "unpaid", "buyer", ("Подтвердить заказ",), "Не начат", "Автоотмена через 24 ч., 24 ноября, 12:00", "new",
        FRESH_CARD,
        "Заказ подтверждён и передан продавцу. Сергей приступит к работе или ответит до 24 ноября, 12:00, "
        "иначе заказ отменится сам.",
        answer="Заказ подтверждён", forged=STRANGE, again="Работа по заказу ещё не начата.",
    ),
    "abandon": Row(
        "unpaid", "buyer", ("Отмена", "Да, отменить"), "Отменён", "Покупатель передумал заказывать", "abandoned",
        "", "", forged=STRANGE,
    ),
    "start": Row(
        "new", "seller", ("Приступаю к работе",), "В работе", "Сдать через 3 дн., до 26 ноября, 12:00", "fresh",
        "Вы приступили к работе. Сдайте её до 26 ноября, 12:00, бот напомнит заранее.",
        "Сергей приступает к работе. Срок: 26 ноября, 12:00. Передумать без последствий можно ещё 20 мин.",
        answer="Вы приступили к работе", again="Заказ уже в работе.",
    ),
    "deliver": Row(
        "work", "seller", DELIVERING, "На проверке", "Будет принят автоматически через 3 дн., 26 ноября, 12:20",
        "review",
        "Работа сдана, часы остановлены. Анна проверяет до 26 ноября, 12:20, потом работа будет принята автоматически.",
        "📦 Сергей сдаёт работу — она выше. Проверьте её и примите или отправьте на доработку до 26 ноября, 12:20. "
        "Потом она будет принята автоматически.",
        again="Заказ уже на проверке у покупателя.",
    ),
    "deliver late": Row(
        "overdue", "seller", DELIVERING, "На проверке", "Будет принят автоматически через 4 дн., 30 ноября, 12:00",
        "review",
        "Работа сдана, часы остановлены. Анна проверяет до 30 ноября, 12:00, потом работа будет принята автоматически.",
        "📦 Сергей сдаёт работу — она выше. Проверьте её и примите или отправьте на доработку до 30 ноября, 12:00. "
        "Потом она будет принята автоматически.",
        again="Заказ уже на проверке у покупателя.",
    ),
    "accept": Row(
        "review", "buyer", ("Принять работу",), "Выполнен", "Покупатель принял работу", "completed",
        f"🎉 Анна принимает работу. Спасибо, что довели дело до конца. Рейтинг ответственности: 100{NBSP}%.",
        f"Вы приняли работу. Спасибо за заказ.{REVIEW_ASKED}",
        answer="Работа принята", again="Заказ уже выполнен.",
    ),
    "rework": Row(
        "review", "buyer", ("Отправить на доработку", ">Темнее, пожалуйста.", "Отправить на доработку"),
        "В работе", "Возвращался на доработку 1 раз", "work",
        "Анна возвращает работу на доработку, замечания выше. Часы снова идут, срок: 26 ноября, 12:00.",
        "Замечания отправлены продавцу. Заказ снова в работе, срок: 26 ноября, 12:00.",
        again="Заказ уже в работе.",
    ),
    "request cancellation, not started": Row(
        "new", "seller", ASKING, "Согласуется отмена", "Покупатель отвечает до 25 ноября, 12:00 (через 48 ч.)",
        "seller asks", *sellers_request("25 ноября, 12:00"),
        forged="Работа по заказу ещё не начата.", again=PENDING,
    ),
    "request cancellation, in progress": Row(
        "fresh", "seller", ASKING, "Согласуется отмена", "Покупатель отвечает до 25 ноября, 12:00 (через 48 ч.)",
        "seller asks", *sellers_request("25 ноября, 12:00"),
        forged="Работа только началась: вы можете отменить заказ сразу, без запроса.", again=PENDING,
    ),
    "request cancellation, overdue": Row(
        "overdue", "seller", ASKING, "Согласуется отмена", "Покупатель отвечает до 28 ноября, 12:00 (через 48 ч.)",
        "seller asks", *sellers_request("28 ноября, 12:00"),
        forged="Срок заказа вышел: вы можете отменить его сразу, без запроса.", again=PENDING,
    ),
    "one-click cancel": Row(
        "overdue", "buyer", ("Отменить заказ",), "Отменён", "Покупатель отменил просроченный заказ", "broken",
        f"Анна отменяет просроченный заказ. Рейтинг ответственности снизился: 0{NBSP}%."
        f"{fallen('просроченный заказ, который отменил покупатель,')}",
        f"Вы отменили просроченный заказ. Платить за заказ не нужно.{REVIEW_ASKED}",
        answer="Заказ отменён",
    ),
    "cancel before start": Row(
        "new", "buyer", ("Отменить заказ", "Да, отменить"), "Отменён", "Покупатель отменил до начала работы",
        "cancelled",
        "Анна отменяет заказ до начала работы. На рейтинг это не влияет.",
        "Вы отменили заказ до начала работы. Платить за заказ не нужно.",
    ),
    "change of mind": Row(
        "fresh", "buyer", ("Отменить заказ", "Да, отменить"), "Отменён", "Покупатель передумал сразу после начала",
        "cancelled",
        "Анна отменяет заказ сразу после начала. На рейтинг это не влияет.",
        "Вы отменили заказ. Платить за заказ не нужно.",
    ),
    "ask to cancel": Row(
        "work", "buyer", ("Отменить заказ", BUYERS_REASON, f">{BUYERS_EXPLANATION}", "Отправить продавцу"),
        "Согласуется отмена", "Продавец отвечает до 25 ноября, 12:20 (через 48 ч.)", "buyer asks",
        BUYERS_REQUEST[1], BUYERS_REQUEST[0], again=PENDING,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
async def test_both_sides_learn_of_a_move_and_have_their_next_buttons(deal: Deal, name: str) -> None:
    """The news is each side's last message; both cards are redrawn in place."""
    row = ROWS[name]
    await deal.reaches(row.stage)
    cards = {who.id: deal.card(who).id for who in (deal.seller, deal.buyer) if row.stage != "unpaid"}

    assert await deal.does_all(deal.side(row.who), row.how) == row.answer

    deal.assert_cards(row.status, row.like)
    for who, news in ((deal.seller, row.seller_hears), (deal.buyer, row.buyer_hears)):
        if news == FRESH_CARD:
            assert who.last.text == news
        elif news:
            assert who.last.text == HEADING + news
        if who.chat.started and (name != "abandon" or who is deal.buyer):
            assert row.line in deal.card(who).text.split("\n")
            assert cards.get(who.id, deal.card(who).id) == deal.card(who).id


@pytest.mark.parametrize("name", ROWS)
async def test_a_move_pressed_by_the_other_side_or_by_a_stranger_changes_nothing(deal: Deal, name: str) -> None:
    """The data of a button can be forged; who may press it is decided at every press."""
    row = ROWS[name]
    await deal.reaches(row.stage)
    mover = deal.side(row.who)
    other = deal.buyer if mover is deal.seller else deal.seller
    stranger = deal.market.person("Олег")
    await deal.market.starts(stranger)
    data = mover.button(deal.card(mover), row.how[0])["callback_data"]

    async with deal.nothing_happens():
        assert await deal.forges(other, data) == row.forged
        assert await deal.forges(stranger, data) == STRANGE
        assert deal.market.heard(stranger) == []


@pytest.mark.parametrize("name", ROWS)
async def test_a_move_pressed_again_changes_nothing(deal: Deal, name: str) -> None:
    """On an old card, which is then redrawn, and on the newest, as an app shows it that has not heard of the edit."""
    row = ROWS[name]
    await deal.reaches(row.stage)
    mover = deal.side(row.who)
    old = deal.card(mover)
    await deal.market.says(mover, "/orders")
    await deal.market.presses(mover, "1", on=mover.last)
    newest = deal.card(mover)
    assert newest.id != old.id
    await deal.does_all(mover, row.how)
    assert mover.message(old.id).text == old.text != deal.card(mover).text

    async with deal.nothing_happens():
        assert await deal.market.presses(mover, row.how[0], on=old) == row.again
        press = mover.press(newest, row.how[0], stale=True)
        await deal.market.settled()
        assert press.answer is not None
        assert (press.answer.text, press.answer.show_alert) == (row.again, True)
    assert mover.message(old.id).text == mover.message(newest.id).text
    assert buttons(mover.message(old.id)) == buttons(mover.message(newest.id))


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if len(row.how) == 1])
async def test_a_double_tap_counts_once(deal: Deal, name: str) -> None:
    """The second press is in the bot's hands before the first is answered; each side is told once."""
    row = ROWS[name]
    await deal.reaches(row.stage)
    mover = deal.side(row.who)
    deal.market.mark()

    assert await deal.double_taps(mover, row.how[0], on=deal.card(mover)) == (row.answer, row.again)

    seller_hears = [row.seller_hears if row.seller_hears == FRESH_CARD else HEADING + row.seller_hears]
    assert deal.market.heard(deal.seller) == seller_hears
    assert deal.market.heard(deal.buyer) == [HEADING + row.buyer_hears]
    deal.assert_cards(row.status, row.like)


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if len(row.how) > 1])
async def test_a_double_tap_on_the_last_button_of_a_form_counts_once(deal: Deal, name: str) -> None:
    """«Сдать», «Да, отменить», «Отправить покупателю»: the other side hears of it once."""
    row = ROWS[name]
    await deal.reaches(row.stage)
    mover = deal.side(row.who)
    other = deal.buyer if mover is deal.seller else deal.seller
    await deal.does_all(mover, row.how[:-1])
    deal.market.mark()

    first, second = await deal.double_taps(mover, row.how[-1], on=deal.market.with_button(mover, row.how[-1]))

    assert first == ""
    assert second != ""
    expected = HEADING + (row.seller_hears if other is deal.seller else row.buyer_hears)
    assert deal.market.heard(other).count(expected) == (name != "abandon")
    deal.assert_cards(row.status, row.like)


@pytest.mark.parametrize(
    ("stage", "lasts", "who", "button", "ending"),
    [
        ("unpaid", DAY, "buyer", "Подтвердить заказ", "Время на оплату вышло"),
        ("new", DAY, "seller", "Приступаю к работе", "Автоотмена: продавец не приступил вовремя"),
        ("new", DAY, "buyer", "Отменить заказ", "Автоотмена: продавец не приступил вовремя"),
        ("review", 3 * DAY, "buyer", "Принять работу", "Принят автоматически: срок проверки вышел"),
        ("review", 3 * DAY, "buyer", "Отправить на доработку", "Принят автоматически: срок проверки вышел"),
        ("seller asks", 2 * DAY, "buyer", "Причина неуважительная", "Отменён: ответа на запрос не было"),
        ("seller asks", 2 * DAY, "seller", "Отозвать запрос", "Отменён: ответа на запрос не было"),
        ("buyer asks", 2 * DAY, "seller", "Согласен на отмену", "Отменён: ответа на запрос не было"),
    ],
)
async def test_a_press_at_the_moment_when_the_clock_wins_changes_nothing(
    deal: Deal, stage: str, lasts: int, who: str, button: str, ending: str
) -> None:
    """The clock's step comes first, even if the press is what wakes the bot; the person is told what it brought."""
    await deal.reaches(stage)
    await deal.market.later(lasts - 1)
    presser = deal.side(who)
    card = deal.card(presser)

    deal.market.clock.advance(1)

    answer = "Заказ уже выполнен." if stage == "review" else "Заказ уже отменён."
    assert await deal.market.presses(presser, button, on=card) == answer
    assert ending in deal.card(presser).text
    order = await deal.order()
    await deal.market.later(DAY)
    assert await deal.order() == order
