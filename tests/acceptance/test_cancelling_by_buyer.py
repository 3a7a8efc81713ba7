"""The buyer's ways out: before the start, in the first minutes, with the seller's answer, past the due time."""

import pytest

from tests.acceptance.market import DAY, HOUR, labels
from tests.acceptance.stages import BUYERS_EXPLANATION, BUYERS_REASON, EXPLANATION, MINUTE, REASON, Deal, buttons

NBSP = "\N{NO-BREAK SPACE}"
REASONS = ["Работа больше не нужна", "Продавец не выходит на связь", "Договорились с продавцом", "Другая причина"]
OVER = "Первые минуты после начала прошли. Теперь отмену нужно согласовать с продавцом."
STAYED = "Вы не стали отменять заказ №1."
WHY = "Почему вы хотите отменить заказ №1? Продавец увидит причину и ответит."


@pytest.mark.parametrize(
    ("stage", "question"),
    [
        (
            "unpaid",
            "Отказаться от заказа №1? Ваши ответы на вопросы продавца не сохранятся.",
        ),
        (
            "new",
            "Отменить заказ №1 «Логотип для кофейни»? Платить за него будет не нужно. На рейтинг продавца это",
        ),
        (
            "fresh",
            "Отменить заказ №1 «Логотип для кофейни»? Продавец уже начал, но это ещё можно сделать без последствий.",
        ),
    ],
)
async def test_cancelling_at_once_is_asked_once_more(deal: Deal, stage: str, question: str) -> None:
    """«Не отменять» leaves everything; «Да, отменить» ends it, without effect on the rating."""
    await deal.reaches(stage)
    button = "Отмена" if stage == "unpaid" else "Отменить заказ"
    for choice, outcome in (("Не отменять", STAYED), ("Да, отменить", "Заказ №1 отменён.")):
        await deal.market.presses(deal.buyer, button, on=deal.card(deal.buyer))
        sure = deal.buyer.last
        assert sure.text.startswith(question)
        assert buttons(sure) == [["(danger) Да, отменить"], ["(primary) Не отменять"]]
        await deal.market.presses(deal.buyer, choice, on=sure)
        assert deal.buyer.message(sure.id).text == outcome
        assert labels(deal.buyer.message(sure.id)) == []
        assert (await deal.order()).status.is_final == (choice == "Да, отменить")
    assert await deal.rating() is None


@pytest.mark.parametrize("late", [-1, 0, 1])
async def test_the_change_of_mind_ends_with_the_twentieth_minute(deal: Deal, late: int) -> None:
    """A second before it still counts; then the same button says so and leads on to asking the seller."""
    await deal.reaches("fresh")
    card = deal.card(deal.buyer)
    await deal.market.later(20 * MINUTE + late)
    async with deal.nothing_is_sent(to=deal.seller):
        answer = await deal.market.presses(deal.buyer, "Отменить заказ", on=card)
        assert answer == ("" if late < 0 else OVER)
        expected = "Отменить заказ №1 «Логотип для кофейни»?" if late < 0 else WHY
        assert deal.buyer.last.text.startswith(expected)


async def test_a_change_of_mind_that_comes_too_late_is_refused(deal: Deal) -> None:
    """«Да, отменить», pressed after the minutes were over: the question stands, the order goes on."""
    await deal.reaches("fresh")
    await deal.market.presses(deal.buyer, "Отменить заказ", on=deal.card(deal.buyer))
    await deal.market.later(20 * MINUTE)
    async with deal.nothing_happens():
        assert await deal.market.presses(deal.buyer, "Да, отменить") == OVER


async def test_the_buyer_picks_a_reason_and_explains_it(deal: Deal) -> None:
    """Four reasons of their own; the preview says nothing of ratings, which are the seller's."""
    await deal.reaches("work")
    async with deal.nothing_is_sent(to=deal.seller):
        for reason in REASONS:
            await deal.market.presses(deal.buyer, "Отменить заказ", on=deal.card(deal.buyer))
            assert deal.buyer.last.text == WHY
            assert buttons(deal.buyer.last) == [*([reason] for reason in REASONS), ["(primary) Не отменять"]]
            await deal.market.presses(deal.buyer, reason)
            assert deal.buyer.last.text == (
                f"{reason}\nОбъясните продавцу, что случилось: от 20 до 1{NBSP}000 символов."
            )
        assert (await deal.market.says(deal.buyer, "Передумала")).text == (
            f"Нужно объяснение от 20 до 1{NBSP}000 символов, сейчас в нём 10."
        )
        preview = await deal.market.says(deal.buyer, BUYERS_EXPLANATION)
        assert preview.text == f"Заказ №1. Так запрос увидит продавец:\n{REASONS[-1]}\n{BUYERS_EXPLANATION}"
        assert buttons(preview) == [["(danger) Отправить продавцу"], ["Написать иначе"], ["(primary) Не отменять"]]

    assert await deal.double_taps(deal.buyer, "Отправить продавцу", on=preview) != ("", "")
    assert deal.market.heard(deal.seller) == [deal.seller.last.text]
    assert deal.seller.last.text.endswith(f"\n\n{REASONS[-1]}\n{BUYERS_EXPLANATION}")


@pytest.mark.parametrize("step", range(3))
async def test_the_buyer_can_stay_at_every_step(deal: Deal, step: int) -> None:
    """«Не отменять»: nothing was sent."""
    await deal.reaches("work")
    async with deal.nothing_is_sent(to=deal.seller):
        await deal.does_all(deal.buyer, ("Отменить заказ", REASONS[0], f">{BUYERS_EXPLANATION}")[: step + 1])
        form = deal.buyer.last
        await deal.market.presses(deal.buyer, "Не отменять", on=form)
        assert deal.buyer.message(form.id).text == STAYED


async def test_the_seller_agrees_to_cancel(deal: Deal) -> None:
    """No effect on the rating; a double tap counts once."""
    await deal.reaches("buyer asks")
    deal.market.mark()
    assert await deal.double_taps(deal.seller, "Согласен на отмену", on=deal.seller.last) == (
        "Заказ отменён",
        "Заказ уже отменён.",
    )
    assert deal.heard() == (
        ["Вы согласились отменить заказ. На рейтинг это не влияет."],
        ["Сергей соглашается на отмену. Заказ отменён. Платить за заказ не нужно."],
    )
    assert await deal.rating() is None
    deal.assert_cards("Отменён", "cancelled")
    assert "Отменён по просьбе покупателя" in deal.card(deal.seller).text


async def test_the_seller_declines_and_the_order_goes_on(deal: Deal) -> None:
    """With the time it had; nobody gets «Отменить всё равно», and the buyer may ask again."""
    await deal.reaches("buyer asks")
    await deal.market.later(5 * HOUR)
    deal.market.mark()
    assert await deal.double_taps(deal.seller, "Не отменять", on=deal.card(deal.seller)) == (
        "Заказ продолжается",
        "Запроса на отмену сейчас нет: на него уже ответили или его отозвали.",
    )
    due = "26 ноября, 17:00"
    assert deal.heard() == (
        [f"Вы решили продолжить заказ. Часы идут до {due}."],
        [f"Сергей не соглашается отменять заказ. Он продолжается, часы идут до {due}."],
    )
    deal.assert_cards("В работе", "work")
    await deal.asks_to_cancel(deal.buyer, REASONS[1], BUYERS_EXPLANATION)
    deal.assert_cards("Согласуется отмена", "buyer asks")
    assert await deal.left() == 2 * DAY


@pytest.mark.parametrize(("left", "goes_on"), [(2 * HOUR, 2 * HOUR), (MINUTE, HOUR)])
async def test_after_the_sellers_no_an_hour_is_left_at_least(deal: Deal, left: int, goes_on: int) -> None:
    """Otherwise a buyer could run the clock down by asking, and then cancel in one click."""
    await deal.reaches("work")
    await deal.market.later(3 * DAY - 20 * MINUTE - left)
    await deal.asks_to_cancel(deal.buyer, BUYERS_REASON, BUYERS_EXPLANATION)
    await deal.market.later(DAY)
    await deal.market.presses(deal.seller, "Не отменять", on=deal.card(deal.seller))
    assert await deal.left() == goes_on
    deal.assert_cards("В работе", "work")


async def test_the_buyer_takes_the_request_back(deal: Deal) -> None:
    """The seller's clock goes on with exactly what was left, and their answer comes too late."""
    await deal.reaches("buyer asks")
    await deal.market.later(DAY)
    asked = deal.seller.find("просит отменить заказ. Часы остановлены")
    deal.market.mark()
    assert await deal.market.presses(deal.buyer, "Отозвать запрос", on=deal.card(deal.buyer)) == "Запрос отозван"
    due = "27 ноября, 12:00"
    assert deal.heard() == (
        [f"Анна больше не просит отменить заказ. Заказ продолжается, часы идут до {due}."],
        [f"Вы отозвали запрос на отмену. Заказ продолжается, часы идут до {due}."],
    )
    assert await deal.left() == 3 * DAY - 20 * MINUTE
    deal.assert_cards("В работе", "work")
    async with deal.nothing_happens():
        for answer in ("Согласен на отмену", "Не отменять"):
            assert await deal.market.presses(deal.seller, answer, on=asked) == (
                "Запроса на отмену сейчас нет: на него уже ответили или его отозвали."
            )


async def test_the_sellers_silence_for_two_days_cancels_without_effect(deal: Deal) -> None:
    """The seller is reminded a day and three hours before."""
    await deal.reaches("buyer asks")
    for wait, left in ((DAY, "24 ч."), (21 * HOUR, "3 ч.")):
        await deal.market.later(wait - 1)
        deal.market.mark()
        await deal.market.later(1)
        reminder = (
            f"⏳ Покупатель просит отменить заказ. Ответьте до 25 ноября, 12:20: осталось {left} "
            "Без ответа заказ отменится."
        )
        assert deal.heard() == ([reminder], [])
        assert labels(deal.seller.last)[:2] == ["Согласен на отмену", "Не отменять"]
    deal.market.mark()
    await deal.market.later(3 * HOUR)
    ends = "Ответа на запрос об отмене не было, заказ отменён."
    assert deal.heard() == ([f"{ends} На рейтинг это не влияет."], [f"{ends} Платить за заказ не нужно."])
    assert await deal.rating() is None
    deal.assert_cards("Отменён", "cancelled")


async def test_only_the_seller_answers_and_only_the_buyer_withdraws(deal: Deal) -> None:
    """Forged presses of the other side and of a stranger."""
    await deal.reaches("buyer asks")
    stranger = deal.market.person("Олег")
    await deal.market.starts(stranger)
    async with deal.nothing_happens():
        for who, other, names in (
            (deal.seller, deal.buyer, ("Согласен на отмену", "Не отменять")),
            (deal.buyer, deal.seller, ("Отозвать запрос",)),
        ):
            for name in names:
                data = who.button(deal.card(who), name)["callback_data"]
                assert await deal.forges(other, data) == "Это решает другая сторона заказа."
                assert await deal.forges(stranger, data) == "Такого заказа у вас нет. Ваши заказы — в /orders."


async def test_a_forged_reason_of_the_other_side_is_refused(deal: Deal) -> None:
    """A buyer can't give a seller's reason, nor a stranger any."""
    await deal.reaches("work")
    stranger = deal.market.person("Олег")
    await deal.market.starts(stranger)
    await deal.market.presses(deal.seller, "Отменить заказ", on=deal.card(deal.seller))
    data = deal.seller.button(deal.seller.last, REASON)["callback_data"]
    async with deal.nothing_happens():
        assert await deal.forges(deal.buyer, data) == "Это решает другая сторона заказа."
        assert await deal.forges(stranger, data) == "Такого заказа у вас нет. Ваши заказы — в /orders."


async def test_past_the_due_time_one_click_cancels_and_counts(deal: Deal) -> None:
    """No question, no reason. A second earlier the seller has to agree, and the older button says what is true."""
    await deal.reaches("work")
    await deal.market.later(3 * DAY - 20 * MINUTE - 1)
    await deal.market.presses(deal.buyer, "Отменить заказ", on=deal.card(deal.buyer))
    reasons = deal.buyer.last
    assert reasons.text == WHY

    await deal.market.later(1)

    async with deal.nothing_happens():
        at_once = "Срок заказа вышел: вы можете отменить его сразу, без запроса."
        assert await deal.market.presses(deal.buyer, REASONS[0], on=reasons) == at_once
    assert await deal.market.presses(deal.buyer, "Отменить заказ", on=deal.card(deal.buyer)) == "Заказ отменён"
    assert await deal.rating() == 0


async def test_a_forged_one_click_cancel_in_time_is_refused(deal: Deal) -> None:
    """The button does not exist yet."""
    await deal.reaches("work")
    async with deal.nothing_happens():
        assert await deal.forges(deal.buyer, "o:1:late:2:c") == (
            "Срок заказа ещё не вышел, поэтому отмену нужно согласовать."
        )


@pytest.mark.parametrize("first", ["seller", "buyer"])
async def test_when_both_want_out_at_once_one_request_is_enough(deal: Deal, first: str) -> None:
    """The second form meets the first request: refused, and the first can be answered."""
    await deal.reaches("work")
    await deal.does_all(deal.seller, ("Отменить заказ", REASON, f">{EXPLANATION}"))
    await deal.does_all(deal.buyer, ("Отменить заказ", BUYERS_REASON, f">{BUYERS_EXPLANATION}"))
    order = [(deal.seller, "Отправить покупателю"), (deal.buyer, "Отправить продавцу")]
    (asker, send), (other, also) = order if first == "seller" else order[::-1]
    assert await deal.market.presses(asker, send) == ""
    async with deal.nothing_happens():
        assert await deal.market.presses(other, also) == (
            "Сейчас согласуется отмена: сначала на неё нужно ответить или отозвать запрос."
        )
    yes = "Причина уважительная" if other is deal.buyer else "Согласен на отмену"
    assert await deal.market.presses(other, yes) == "Заказ отменён"
