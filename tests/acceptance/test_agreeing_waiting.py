"""«Попросить подождать»: a later due time, if the buyer agrees (SPEC 5)."""

import pytest

from tests.acceptance.market import DAY, HOUR, MONDAY_NOON, labels
from tests.acceptance.stages import BUTTONS, EXPLANATION, REASON, Deal, buttons

OVER = "Эта просьба подождать уже не действует."
OUT_OF_RANGE = "Новый срок должен быть позже нынешнего и не дальше 90 дней. Выберите другой."
DATE_WANTED = "Напишите дату числом, например: 30.11 или 30.11.2026."
SENT = "Просьба подождать по заказу №1 отправлена покупателю."
#: The due time of an order started at once.
DUE = MONDAY_NOON + 3 * DAY


async def asks_for(deal: Deal, choice: str) -> None:
    """The seller asks for so much more time."""
    await deal.market.presses(deal.seller, "Попросить подождать", on=deal.card(deal.seller))
    await deal.market.presses(deal.seller, choice)


@pytest.mark.parametrize(
    ("choice", "days", "until"),
    [
        ("+1 день", 1, "27 ноября, 12:00"),
        ("+2 дня", 2, "28 ноября, 12:00"),
        ("+3 дня", 3, "29 ноября, 12:00"),
        ("+7 дней", 7, "3 декабря, 12:00"),
    ],
)
async def test_the_seller_asks_for_days_and_the_buyer_agrees(deal: Deal, choice: str, days: int, until: str) -> None:
    """The days are added to the due time, which moves only once the buyer agrees."""
    await deal.reaches("work")
    await deal.market.presses(deal.seller, "Попросить подождать", on=deal.card(deal.seller))
    form = deal.seller.last
    assert form.text == (
        "Заказ №1. Сколько ещё времени вам нужно? Дни добавятся к сроку, а если он вышел — к текущему моменту."
    )
    assert buttons(form) == [["+1 день", "+2 дня"], ["+3 дня", "+7 дней"], ["Другая дата"]]
    deal.market.mark()
    again = "Вы уже попросили подождать до этого времени: покупатель ещё не ответил."
    assert await deal.double_taps(deal.seller, choice, on=form) == ("", again)
    assert deal.seller.message(form.id).text == SENT
    assert deal.heard() == (
        [f"Вы попросили подождать до {until}. Часы идут, пока покупатель не ответил."],
        [f"Сергей просит подождать до {until}. Если вы согласны, это и будет новый срок."],
    )
    deal.assert_cards("В работе", "waiting")
    assert f"⏳ Продавец просит подождать до {until}" in deal.card(deal.buyer).text
    assert "Сдать через 3 дн., до 26 ноября, 12:00" in deal.card(deal.buyer).text

    deal.market.mark()
    assert await deal.double_taps(deal.buyer, "Подожду", on=deal.buyer.last) == ("Новый срок принят", OVER)
    assert deal.heard() == (
        [f"Анна подождёт. Новый срок: {until}."],
        [f"Вы согласились подождать. Новый срок: {until}."],
    )
    deal.assert_cards("В работе", "work")
    assert f"до {until}" in deal.card(deal.seller).text
    assert "⏳" not in deal.card(deal.seller).text
    assert deal.market.clock.now() + await deal.left() == DUE + days * DAY


async def test_past_the_due_time_days_are_counted_from_now_and_one_click_cancel_goes_away(deal: Deal) -> None:
    """Until the new due time; a button that still shows it says so, and then it is back."""
    await deal.reaches("overdue")
    await deal.market.later(5 * HOUR)
    told, card = deal.buyer.last, deal.card(deal.buyer)
    await asks_for(deal, "+1 день")
    assert "до 27 ноября, 17:00" in deal.buyer.last.text
    assert buttons(deal.card(deal.buyer)) == BUTTONS["waiting"][1]
    await deal.market.presses(deal.buyer, "Подожду")

    deal.assert_cards("В работе", "work")
    async with deal.nothing_happens():
        in_time = "Срок заказа ещё не вышел, поэтому отмену нужно согласовать."
        assert await deal.market.presses(deal.buyer, "Отменить заказ", on=told) == in_time
        press = deal.buyer.press(card.id, "Отменить заказ", stale=True)
        await deal.market.settled()
        assert press.answer is not None
    await deal.market.later(DAY - 1)
    deal.market.mark()
    await deal.market.later(1)
    assert [words[0].startswith("Срок заказа вышел.") for words in deal.heard()] == [True, True]
    assert await deal.market.presses(deal.buyer, "Отменить заказ", on=deal.card(deal.buyer)) == "Заказ отменён"
    assert await deal.rating() == 0


async def test_the_new_due_time_is_warned_of_like_any_other(deal: Deal) -> None:
    """24, 6 and 1 hours before; those of the old one are void."""
    await deal.reaches("waiting")
    await deal.market.presses(deal.buyer, "Подожду")
    deal.market.mark()
    await deal.market.later(5 * DAY)
    *warnings, told = deal.heard()[0]
    assert [words.partition(" Срок")[0] for words in warnings] == [
        f"⏳ До сдачи заказа осталось {left}" for left in ("24 ч.", "6 ч.", "1 ч.")
    ]
    assert told.startswith("Срок заказа вышел.")


async def test_the_buyer_does_not_agree(deal: Deal) -> None:
    """The due time stays; the seller may ask again."""
    await deal.reaches("waiting")
    before = await deal.order()
    deal.market.mark()
    assert await deal.double_taps(deal.buyer, "Не согласен", on=deal.card(deal.buyer)) == (
        "Срок остаётся прежним",
        OVER,
    )
    assert deal.heard() == (
        ["Анна не соглашается ждать. Срок остаётся прежним."],
        ["Вы не согласились ждать. Срок остаётся прежним."],
    )
    deal.assert_cards("В работе", "work")
    assert (await deal.order()).clock == before.clock
    await asks_for(deal, "+2 дня")
    deal.assert_cards("В работе", "waiting")


async def test_the_seller_asks_for_a_date(deal: Deal) -> None:
    """Until its end in the seller's zone; what is no such date is asked for again."""
    await deal.reaches("work")
    market, seller = deal.market, deal.seller
    async with deal.nothing_is_sent(to=deal.buyer):
        await asks_for(deal, "Другая дата")
        assert seller.last.text == "Заказ №1. До какой даты подождать? Напишите её так: 30.11."
        for words, answer in (
            ("завтра", DATE_WANTED),
            ("31.02", DATE_WANTED),
            ("30-11", DATE_WANTED),
            ("00.00", DATE_WANTED),
            ("25.11", OUT_OF_RANGE),
            ("20.11.2026", OUT_OF_RANGE),
            ("22.11", OUT_OF_RANGE),
            ("01.03.2027", OUT_OF_RANGE),
        ):
            assert (await market.says(seller, words)).text == answer
        seller.send_sticker()
        await market.settled()
        assert seller.last.text == "Здесь нужен текст: напишите ответ словами."
    assert (await market.says(seller, "05/01")).text == SENT
    assert "просит подождать до 5 января, 23:59." in deal.buyer.last.text
    await market.presses(deal.buyer, "Подожду")
    assert "до 5 января, 23:59" in deal.card(seller).text


async def test_the_form_for_a_date_can_be_left(deal: Deal) -> None:
    """«Отмена»: nothing was asked."""
    await deal.reaches("work")
    async with deal.nothing_is_sent(to=deal.buyer):
        await asks_for(deal, "Другая дата")
        await deal.market.presses(deal.seller, "Отмена")
        assert deal.seller.last.text == "Ничего не отправлено. Заказ №1 без изменений."
        await deal.market.says(deal.seller, "05.12")


async def test_a_newer_request_takes_the_place_of_the_older(deal: Deal) -> None:
    """The older one's buttons do nothing any more, and an older card is redrawn."""
    await deal.reaches("waiting")
    first, old = deal.buyer.last, deal.card(deal.buyer)
    await deal.market.presses(deal.buyer, "Открыть заказ №1")
    await asks_for(deal, "+7 дней")
    assert deal.card(deal.buyer).id != old.id
    async with deal.nothing_happens():
        for button in ("Подожду", "Не согласен"):
            assert await deal.market.presses(deal.buyer, button, on=first) == OVER
        assert await deal.market.presses(deal.buyer, "Не согласен", on=old) == OVER
        assert deal.buyer.message(old.id).text == deal.card(deal.buyer).text
        assert buttons(deal.buyer.message(old.id)) == BUTTONS["waiting"][1]
    await deal.market.presses(deal.buyer, "Подожду", on=deal.card(deal.buyer))
    assert deal.market.clock.now() + await deal.left() == DUE + 7 * DAY


async def test_several_waits_in_a_row_each_begin_at_the_last_due_time(deal: Deal) -> None:
    """Agreed, declined, agreed."""
    await deal.reaches("work")
    due = DUE
    for choice, days, answer in (("+1 день", 1, "Подожду"), ("+7 дней", 0, "Не согласен"), ("+3 дня", 3, "Подожду")):
        await asks_for(deal, choice)
        await deal.market.presses(deal.buyer, answer)
        due += days * DAY
        assert deal.market.clock.now() + await deal.left() == due


async def test_waiting_is_for_the_right_side_only(deal: Deal) -> None:
    """Forged by the other side and by a stranger; with a time nobody asked for, by the buyer too."""
    await deal.reaches("waiting")
    stranger = deal.market.person("Олег")
    await deal.market.starts(stranger)
    await deal.market.presses(deal.seller, "Попросить подождать", on=deal.card(deal.seller))
    days = deal.seller.button(deal.seller.last, "+7 дней")["callback_data"]
    async with deal.nothing_happens():
        cases = [
            (deal.buyer, deal.card(deal.buyer), "Подожду", deal.seller),
            (deal.buyer, deal.card(deal.buyer), "Не согласен", deal.seller),
            (deal.seller, deal.card(deal.seller), "Попросить подождать", deal.buyer),
            (deal.seller, deal.seller.last, "+7 дней", deal.buyer),
            (deal.seller, deal.seller.last, "Другая дата", deal.buyer),
        ]
        for who, message, name, other in cases:
            data = who.button(message, name)["callback_data"]
            assert await deal.forges(other, data) == "Это решает другая сторона заказа."
            assert await deal.forges(stranger, data) == "Такого заказа у вас нет. Ваши заказы — в /orders."
        forged = deal.buyer.button(deal.card(deal.buyer), "Подожду")["callback_data"]
        assert await deal.forges(deal.buyer, forged.replace(str(DUE + 2 * DAY), str(DUE + 60 * DAY))) == OVER
        assert await deal.forges(deal.seller, days.rpartition(":")[0] + ":4000") == OUT_OF_RANGE


@pytest.mark.parametrize(
    ("stage", "steps", "answer"),
    [
        ("waiting", [], "Заказ уже на проверке у покупателя."),
        ("waiting", ["seller asks", "Причина уважительная"], "Заказ уже отменён."),
        ("waiting", ["buyer asks", "+172800"], "Заказ уже отменён."),
        ("fresh", ["ask to wait", "Отменить заказ", "Да, отменить"], "Заказ уже отменён."),
        ("overdue", ["ask to wait", "Отменить заказ"], "Заказ уже отменён."),
    ],
    ids=["delivered", "excused", "nobody answered the buyer", "changed their mind", "cancelled when overdue"],
)
async def test_a_request_is_closed_however_the_order_moves_on(
    deal: Deal, stage: str, steps: list[str], answer: str
) -> None:
    """Both are told, once; neither card shows it any more, and its buttons say why they do nothing."""
    await deal.reaches(stage)
    if stage != "waiting":
        await deal.does(steps.pop(0))
    news = deal.buyer.find("просит подождать до")
    deal.market.mark()
    for step in steps or ["deliver"]:
        await deal.does(step)
    for heard in deal.heard():
        assert heard.count("Просьба подождать больше не действует.") == 1
    for who in deal.sides:
        assert "⏳" not in deal.card(who).text
        assert "Подожду" not in " ".join(labels(deal.card(who)))
    assert (await deal.order()).wait is None
    async with deal.nothing_happens():
        for button in ("Подожду", "Не согласен"):
            assert await deal.market.presses(deal.buyer, button, on=news) == answer


async def test_a_request_that_nobody_answered_in_time_is_gone(deal: Deal) -> None:
    """Past the time asked for, there is nothing left to wait for: its buttons leave the card."""
    await deal.reaches("waiting")
    news = deal.buyer.last
    await deal.market.later(5 * DAY)
    async with deal.nothing_happens():
        assert await deal.market.presses(deal.buyer, "Подожду", on=news) == OVER
        assert await deal.market.presses(deal.buyer, "Подожду", on=deal.card(deal.buyer)) == OVER
        deal.assert_cards("Просрочен", "overdue")
        assert "⏳" not in deal.card(deal.buyer).text


async def test_a_paid_option_that_gives_the_time_closes_the_request(deal: Deal) -> None:
    """Agreeing to wait afterwards would have taken a day away."""
    await deal.reaches("waiting")
    waiting = deal.buyer.last
    await deal.offers(days="3")
    deal.market.mark()
    await deal.market.presses(deal.buyer, "Оплатить опцию")
    for heard in deal.heard():
        assert heard[0] == "Просьба подождать больше не действует."
    async with deal.nothing_happens():
        assert await deal.market.presses(deal.buyer, "Подожду", on=waiting) == OVER
    assert deal.market.clock.now() + await deal.left() == DUE + 3 * DAY


async def test_a_request_waits_while_a_cancellation_is_agreed(deal: Deal) -> None:
    """Its buttons leave the card meanwhile and are there again after."""
    await deal.reaches("waiting")
    news = deal.buyer.last
    await deal.asks_to_cancel(deal.seller, REASON, EXPLANATION)
    deal.assert_cards("Согласуется отмена", "seller asks")
    async with deal.nothing_happens():
        assert await deal.market.presses(deal.buyer, "Подожду", on=news) == (
            "Сейчас согласуется отмена: сначала на неё нужно ответить или отозвать запрос."
        )
    await deal.market.presses(deal.buyer, "Не отменять", on=deal.card(deal.buyer))
    assert buttons(deal.card(deal.buyer)) == BUTTONS["waiting"][1]
    assert await deal.market.presses(deal.buyer, "Подожду", on=news) == "Новый срок принят"


async def test_there_is_nothing_to_wait_for_before_the_start(deal: Deal) -> None:
    """No such button, and a forged one is refused."""
    await deal.reaches("new")
    async with deal.nothing_happens():
        assert await deal.forges(deal.seller, "o:1:wait:1:c") == "Работа по заказу ещё не начата."
        assert await deal.forges(deal.seller, "d:1:1:7") == "Работа по заказу ещё не начата."
