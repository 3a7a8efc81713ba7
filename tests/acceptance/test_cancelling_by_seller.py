"""The seller cancels properly: reason, explanation, preview, the buyer's verdict (SPEC 4)."""

import pytest

from tests.acceptance.market import DAY, HOUR, labels
from tests.acceptance.stages import EXPLANATION, HEADING, MINUTE, REASON, REVIEW_ASKED, Deal, buttons, fallen

NBSP = "\N{NO-BREAK SPACE}"
REASONS = [
    "Требования покупателя не соответствуют описанию кворка",
    "Покупатель не предоставил необходимую информацию",
    "Покупатель не выходит на связь",
    "Договорились с покупателем",
    "Не могу выполнить заказ",
    "Нет времени",
    "Другая причина",
]
ASK_EXPLANATION = f"Объясните покупателю, что случилось: от 20 до 1{NBSP}000 символов."
BLAMED = "заказ, отменённый по неуважительной причине,"
SENT = "Запрос на отмену заказа №1 отправлен."
STEPS = (REASON, f">{EXPLANATION}", "Написать иначе")
STAYED = "Вы не стали отменять заказ №1."
SILENCE_ENDS = "Ответа на запрос об отмене не было, заказ отменён."


def preview(now: str, blamed: str, explanation: str = EXPLANATION) -> str:
    """What the seller looks at before sending."""
    return f"""Заказ №1. Так запрос увидит покупатель:
{REASON}
{explanation}
Ваш рейтинг ответственности: {now}
С вердиктом «Причина уважительная» останется: {now}
С вердиктом «Причина неуважительная» станет: {blamed}

Совет: сначала договоритесь с покупателем, извинитесь, если вина ваша, и ясно объясните, почему иначе нельзя."""


async def chooses(deal: Deal, reason: str = REASON) -> None:
    """As far as the explanation."""
    await deal.market.presses(deal.seller, "Отменить заказ", on=deal.card(deal.seller))
    await deal.market.presses(deal.seller, reason)


async def test_the_seller_picks_one_of_seven_reasons(deal: Deal) -> None:
    """In this order; each leads to the explanation, and nothing is said to the buyer yet."""
    await deal.reaches("new")
    async with deal.nothing_is_sent(to=deal.buyer):
        for reason in REASONS:
            await deal.market.presses(deal.seller, "Отменить заказ", on=deal.card(deal.seller))
            assert deal.seller.last.text == (
                "Почему вы хотите отменить заказ №1? Лучше заранее договориться с покупателем. "
                "Он увидит причину и решит, уважительная ли она."
            )
            assert buttons(deal.seller.last) == [*([reason] for reason in REASONS), ["(primary) Не отменять"]]
            await deal.market.presses(deal.seller, reason)
            assert deal.seller.last.text == f"{reason}\n{ASK_EXPLANATION}"
            assert buttons(deal.seller.last) == [["(primary) Не отменять"]]
        await deal.market.says(deal.seller, EXPLANATION)

    await deal.market.presses(deal.seller, "Отправить покупателю")
    assert f"\n\n{REASONS[-1]}\n{EXPLANATION}\n" in deal.buyer.last.text


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Не успею", f"Нужно объяснение от 20 до 1{NBSP}000 символов, сейчас в нём 8."),
        ("х" * 19, f"Нужно объяснение от 20 до 1{NBSP}000 символов, сейчас в нём 19."),
        ("х" * 1001, f"Нужно объяснение от 20 до 1{NBSP}000 символов, сейчас в нём 1{NBSP}001."),
        ("photo", "Здесь нужен текст: напишите ответ словами."),
        ("voice", "Здесь нужен текст: напишите ответ словами."),
        ("sticker", "Здесь нужен текст: напишите ответ словами."),
    ],
)
async def test_an_explanation_that_will_not_do_is_asked_for_again(deal: Deal, words: str, answer: str) -> None:
    """One sentence says what is expected; the form stays and takes the next try."""
    await deal.reaches("new")
    await chooses(deal)
    async with deal.nothing_is_sent(to=deal.buyer):
        if words == "sticker":
            deal.seller.send_sticker()
        elif words in {"photo", "voice"}:
            deal.seller.send_file(words, "sick.bin", b"1", EXPLANATION)
        else:
            deal.seller.write(words)
        await deal.market.settled()
        assert deal.seller.last.text == answer

        assert (await deal.market.says(deal.seller, EXPLANATION)).text == preview("нет данных", f"0{NBSP}%")


@pytest.mark.parametrize("length", [20, 1000])
async def test_an_explanation_within_the_bounds_reaches_the_buyer_as_it_is(deal: Deal, length: int) -> None:
    """Both bounds themselves, and nothing of it is markup."""
    await deal.reaches("new")
    await chooses(deal)
    words = ("<b>*Анна* _просит_ [`так`] " * 50)[: length - 1] + "."
    await deal.market.says(deal.seller, words)
    assert deal.seller.last.text == preview("нет данных", f"0{NBSP}%", words)
    await deal.market.presses(deal.seller, "Отправить покупателю")
    assert f"\n{words}\n" in deal.buyer.last.text
    assert f"\n{words}\n" in deal.card(deal.buyer).text
    assert {entity["type"] for entity in deal.buyer.last.body["entities"]} == {"bold", "blockquote", "date_time"}


async def test_the_preview_shows_the_rating_as_each_verdict_would_make_it(deal: Deal) -> None:
    """One order kept, and one now at stake."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    await deal.reaches("completed")
    await market.new_order(seller, buyer, title="Визитка для кофейни")
    await market.presses(seller, "Отменить заказ")
    await market.presses(seller, REASON)
    said = await market.says(seller, EXPLANATION)
    assert said.text == preview(f"100{NBSP}%", f"50{NBSP}%").replace("№1", "№2")
    assert buttons(said) == [["(danger) Отправить покупателю"], ["Написать иначе"], ["(primary) Не отменять"]]

    await market.presses(seller, "Отправить покупателю")
    await market.presses(buyer, "Причина неуважительная")
    told = f"Заказ отменён, рейтинг ответственности снизился: 50{NBSP}%."
    assert seller.last.text.endswith(told + fallen(BLAMED, f"100{NBSP}%", f"50{NBSP}%"))
    assert await deal.rating() == 50


@pytest.mark.parametrize("steps", [STEPS[:done] for done in range(len(STEPS) + 1)])
async def test_the_seller_can_change_their_mind_at_every_step(deal: Deal, steps: tuple[str, ...]) -> None:
    """«Не отменять»: nothing was sent, and the same message says so."""
    await deal.reaches("new")
    async with deal.nothing_is_sent(to=deal.buyer):
        await deal.does_all(deal.seller, ("Отменить заказ", *steps))
        form = deal.seller.last
        await deal.market.presses(deal.seller, "Не отменять", on=form)
        assert deal.seller.message(form.id).text == STAYED
        assert labels(deal.seller.message(form.id)) == []
        press = deal.seller.press(form.id, "Не отменять", stale=True)
        await deal.market.settled()
        assert press.answer is not None
    assert (await deal.market.says(deal.seller, EXPLANATION)).text != preview("нет данных", f"0{NBSP}%")


async def test_the_explanation_can_be_written_anew(deal: Deal) -> None:
    """Only the last wording is sent."""
    await deal.reaches("new")
    await chooses(deal)
    await deal.market.says(deal.seller, EXPLANATION)
    await deal.market.presses(deal.seller, "Написать иначе")
    assert deal.seller.last.text == f"Напишите объяснение заново: от 20 до 1{NBSP}000 символов."
    other = "Сломался компьютер, восстановить работу быстро не выйдет."
    assert (await deal.market.says(deal.seller, other)).text == preview("нет данных", f"0{NBSP}%", other)
    await deal.market.presses(deal.seller, "Отправить покупателю")
    assert other in deal.buyer.last.text
    assert EXPLANATION not in deal.buyer.last.text


@pytest.mark.parametrize("stage", ["seller asks, new", "seller asks"])
@pytest.mark.parametrize(
    ("verdict", "ending", "seller_hears", "buyer_hears", "rating"),
    [
        (
            "Причина уважительная",
            "Отменён по уважительной причине",
            "Анна считает причину уважительной. Заказ отменён, рейтинг не изменился: нет данных.",
            "Заказ отменён по уважительной причине. Платить за заказ не нужно.",
            None,
        ),
        (
            "Причина неуважительная",
            "Отменён по неуважительной причине",
            (
                f"Анна считает причину неуважительной. Заказ отменён, рейтинг ответственности снизился: 0{NBSP}%."
                f"{fallen(BLAMED)}"
            ),
            (
                "Заказ отменён по неуважительной причине, рейтинг продавца снизится. "
                f"Платить за заказ не нужно.{REVIEW_ASKED}"
            ),
            0,
        ),
    ],
)
async def test_the_buyers_verdict_ends_the_order(
    deal: Deal, stage: str, verdict: str, ending: str, seller_hears: str, buyer_hears: str, rating: int | None
) -> None:
    """Only blame lowers the rating. A double tap counts once, and nothing can be pressed afterwards."""
    await deal.reaches(stage)
    deal.market.mark()
    asked = deal.buyer.last
    card = deal.card(deal.buyer)

    assert await deal.double_taps(deal.buyer, verdict, on=asked) == ("Заказ отменён", "Заказ уже отменён.")

    assert deal.heard() == ([seller_hears], [buyer_hears])
    assert await deal.rating() == rating
    deal.assert_cards("Отменён", "cancelled" if rating is None else "broken")
    assert ending in deal.card(deal.seller).text
    async with deal.nothing_happens():
        assert await deal.market.presses(deal.buyer, "Не отменять", on=asked) == "Заказ уже отменён."
        press = deal.buyer.press(card.id, "Причина уважительная", stale=True)
        await deal.market.settled()
        assert press.answer is not None
        assert press.answer.text == "Заказ уже отменён."
        assert deal.buyer.message(card.id).text == deal.card(deal.buyer).text


@pytest.mark.parametrize(
    ("stage", "due"), [("seller asks, new", "24 ноября, 17:00"), ("seller asks", "26 ноября, 17:00")]
)
async def test_a_declined_request_lets_the_order_go_on_with_the_time_it_had(deal: Deal, stage: str, due: str) -> None:
    """Five hours of waiting for the verdict are no loss; the seller may ask again or cancel all the same."""
    await deal.reaches(stage)
    await deal.market.later(5 * HOUR)
    deal.market.mark()

    assert await deal.double_taps(deal.buyer, "Не отменять", on=deal.card(deal.buyer)) == (
        "Заказ продолжается",
        "Запроса на отмену сейчас нет: на него уже ответили или его отозвали.",
    )

    told = (
        f"Анна не соглашается отменять заказ. Он продолжается, часы идут до {due}. "
        "Можно попросить ещё раз или отменить без согласия — тогда рейтинг снизится."
    )
    assert deal.heard() == ([told], [f"Вы решили продолжить заказ. Часы идут до {due}."])
    is_new = stage.endswith("new")
    deal.assert_cards("Не начат" if is_new else "В работе", "declined, new" if is_new else "declined")

    await deal.asks_to_cancel(deal.seller, "Другая причина", EXPLANATION)
    deal.assert_cards("Согласуется отмена", "seller asks")
    await deal.market.presses(deal.buyer, "Причина уважительная")
    assert (await deal.order()).ending == "excused"
    assert await deal.rating() is None


@pytest.mark.parametrize(("left", "goes_on"), [(HOUR + MINUTE, HOUR + MINUTE), (HOUR - MINUTE, HOUR), (1, HOUR)])
async def test_after_a_decline_an_hour_is_left_at_least(deal: Deal, left: int, goes_on: int) -> None:
    """So that nobody loses an order to the clock at the moment of the verdict."""
    await deal.reaches("new")
    await deal.market.later(DAY - left)
    await deal.asks_to_cancel(deal.seller, REASON, EXPLANATION)
    await deal.market.later(7 * HOUR)
    await deal.market.presses(deal.buyer, "Не отменять", on=deal.card(deal.buyer))
    assert await deal.left() == goes_on
    await deal.market.later(goes_on - 1)
    assert await deal.market.presses(deal.seller, "Приступаю к работе", on=deal.card(deal.seller)) != ""
    deal.assert_cards("В работе", "fresh")


async def test_a_decline_on_an_overdue_order_gives_an_hour_without_one_click_cancel(deal: Deal) -> None:
    """At its end both are told again."""
    await deal.reaches("overdue")
    await deal.asks_to_cancel(deal.seller, REASON, EXPLANATION)
    await deal.market.presses(deal.buyer, "Не отменять", on=deal.card(deal.buyer))
    deal.assert_cards("В работе", "declined")
    assert await deal.left() == HOUR
    await deal.market.later(HOUR - 1)
    deal.market.mark()
    await deal.market.later(1)
    assert [words[0].startswith("Срок заказа вышел.") for words in deal.heard()] == [True, True]
    assert await deal.market.presses(deal.buyer, "Отменить заказ", on=deal.card(deal.buyer)) == "Заказ отменён"


@pytest.mark.parametrize("stage", ["declined, new", "declined"])
async def test_after_a_decline_the_seller_can_cancel_all_the_same(deal: Deal, stage: str) -> None:
    """Asked once more, with what becomes of the rating; the buyer is told, and it counts."""
    await deal.reaches(stage)
    async with deal.nothing_is_sent(to=deal.buyer):
        await deal.market.presses(deal.seller, "Отменить всё равно", on=deal.card(deal.seller))
        sure = deal.seller.last
        assert sure.text == (f"Отменить заказ №1 без согласия покупателя? Рейтинг ответственности станет: 0{NBSP}%.")
        assert buttons(sure) == [["(danger) Да, отменить"], ["(primary) Не отменять"]]
        await deal.market.presses(deal.seller, "Не отменять", on=sure)
        assert deal.seller.message(sure.id).text == STAYED

    await deal.market.presses(deal.seller, "Отменить всё равно", on=deal.card(deal.seller))
    sure = deal.seller.last
    deal.market.mark()
    assert await deal.double_taps(deal.seller, "Да, отменить", on=sure) == ("", "Заказ уже отменён.")

    assert deal.seller.message(sure.id).text == "Заказ №1 отменён."
    assert deal.heard() == (
        [
            (
                f"Вы отменили заказ без согласия покупателя. Рейтинг ответственности снизился: 0{NBSP}%."
                f"{fallen('заказ, отменённый без согласия покупателя,')}"
            )
        ],
        [f"Сергей отменяет заказ. Платить за заказ не нужно.{REVIEW_ASKED}"],
    )
    assert await deal.rating() == 0
    deal.assert_cards("Отменён", "broken")
    assert "Продавец отменил без согласия покупателя" in deal.card(deal.buyer).text


async def test_cancelling_all_the_same_is_only_for_a_seller_who_was_declined(deal: Deal) -> None:
    """Forged by the buyer, by a stranger, by the seller before a request and once the work has begun."""
    await deal.reaches("declined, new")
    forged = deal.seller.button(deal.card(deal.seller), "Отменить всё равно")["callback_data"]
    stranger = deal.market.person("Олег")
    await deal.market.starts(stranger)
    async with deal.nothing_happens():
        for data in (forged, forged.replace("o:1", "y:1").replace(":c", ":0")):
            assert await deal.forges(deal.buyer, data) == "Это решает другая сторона заказа."
            assert await deal.forges(stranger, data) == "Такого заказа у вас нет. Ваши заказы — в /orders."

    await deal.market.presses(deal.seller, "Отменить всё равно", on=deal.card(deal.seller))
    sure = deal.seller.last
    await deal.market.starts_work(deal.seller)
    deal.assert_cards("В работе", "fresh")
    async with deal.nothing_happens():
        only_after = "Сначала попросите об отмене: отменить без согласия можно, только если покупатель отказал."
        assert await deal.market.presses(deal.seller, "Да, отменить", on=sure) == only_after
        assert await deal.forges(deal.seller, forged) == only_after


@pytest.mark.parametrize("stage", ["seller asks, new", "seller asks"])
async def test_the_seller_takes_the_request_back(deal: Deal, stage: str) -> None:
    """The clock goes on with exactly what was left; the buyer's verdict comes too late."""
    await deal.reaches(stage)
    order = await deal.order()
    await deal.market.later(2 * DAY - 1)
    deal.market.mark()
    asked = deal.buyer.find("просит отменить заказ. Часы остановлены")

    assert await deal.double_taps(deal.seller, "Отозвать запрос", on=deal.card(deal.seller)) == (
        "Запрос отозван",
        "Запроса на отмену сейчас нет: на него уже ответили или его отозвали.",
    )

    is_new = stage.endswith("new")
    due = "26 ноября, 11:59" if is_new else "28 ноября, 11:59"
    assert deal.heard() == (
        [f"Вы отозвали запрос на отмену. Заказ продолжается, часы идут до {due}."],
        [f"Сергей больше не просит отменить заказ. Заказ продолжается, часы идут до {due}."],
    )
    assert order.clock is not None
    assert await deal.left() == (DAY if is_new else 3 * DAY - 20 * MINUTE)
    deal.assert_cards("Не начат" if is_new else "В работе", "new" if is_new else "work")
    async with deal.nothing_happens():
        for verdict in ("Причина уважительная", "Причина неуважительная", "Не отменять"):
            assert await deal.market.presses(deal.buyer, verdict, on=asked) == (
                "Запроса на отмену сейчас нет: на него уже ответили или его отозвали."
            )


@pytest.mark.parametrize("stage", ["seller asks, new", "seller asks"])
async def test_silence_for_two_days_cancels_without_effect(deal: Deal, stage: str) -> None:
    """The buyer is reminded a day and three hours before; the order's own clock stands still meanwhile."""
    await deal.reaches(stage)
    at = "12:00" if stage.endswith("new") else "12:20"
    for wait, left in ((DAY, "24 ч."), (21 * HOUR, "3 ч.")):
        await deal.market.later(wait - 1)
        deal.market.mark()
        await deal.market.later(1)
        reminder = (
            f"⏳ Продавец просит отменить заказ. Ответьте до 25 ноября, {at}: осталось {left} "
            "Без ответа заказ отменится."
        )
        assert deal.heard() == ([], [reminder])
        assert labels(deal.buyer.last)[:3] == ["Причина уважительная", "Причина неуважительная", "Не отменять"]
    await deal.market.later(3 * HOUR - 1)
    deal.market.mark()
    await deal.market.later(1)
    assert deal.heard() == (
        [f"{SILENCE_ENDS} На рейтинг это не влияет."],
        [f"{SILENCE_ENDS} Платить за заказ не нужно."],
    )
    assert await deal.rating() is None
    deal.assert_cards("Отменён", "cancelled")


async def test_only_the_buyer_judges_and_only_the_seller_withdraws(deal: Deal) -> None:
    """Forged presses of the other side and of a stranger."""
    await deal.reaches("seller asks")
    stranger = deal.market.person("Олег")
    await deal.market.starts(stranger)
    async with deal.nothing_happens():
        for who, other, names in (
            (deal.buyer, deal.seller, ("Причина уважительная", "Причина неуважительная", "Не отменять")),
            (deal.seller, deal.buyer, ("Отозвать запрос",)),
        ):
            for name in names:
                data = who.button(deal.card(who), name)["callback_data"]
                assert await deal.forges(other, data) == "Это решает другая сторона заказа."
                assert await deal.forges(stranger, data) == "Такого заказа у вас нет. Ваши заказы — в /orders."
    assert deal.card(deal.seller).text == deal.seller.message(deal.card(deal.seller).id).text


async def test_while_it_is_being_agreed_nothing_else_moves(deal: Deal) -> None:
    """Every other button, on older messages of both sides, is answered with what comes first."""
    await deal.reaches("fresh")
    moves = {
        deal.seller: ["Сдать", "Показать", "Предложить", "Попросить"],
        deal.buyer: ["Отменить заказ"],
    }
    old = {who: deal.card(who) for who in moves}
    data = {
        who: [deal.seller.button(old[who], name)["callback_data"] for name in names] for who, names in moves.items()
    }
    await deal.asks_to_cancel(deal.seller, REASON, EXPLANATION)
    first = "Сейчас согласуется отмена: сначала на неё нужно ответить или отозвать запрос."
    async with deal.nothing_happens():
        for button in data[deal.seller]:
            if ":interim:" not in button:  # words may be sent at all times
                assert await deal.forges(deal.seller, button) == first
        assert await deal.forges(deal.buyer, data[deal.buyer][0]) == first
    assert HEADING in deal.buyer.last.text


async def test_the_sides_can_talk_while_it_is_being_agreed(deal: Deal) -> None:
    """An agreement needs words."""
    await deal.reaches("seller asks")
    order = await deal.order()
    for who, other in (deal.sides, deal.sides[::-1]):
        await deal.market.presses(who, "Написать", on=deal.card(who))
        await deal.market.says(who, "Давайте договоримся.")
        await deal.market.presses(who, "Отправить", on="Принято")
        assert other.last.text.endswith("Давайте договоримся.")
    assert (await deal.order()).turn == order.turn


async def test_a_form_left_open_meets_an_order_that_has_moved_on(deal: Deal) -> None:
    """«Отправить покупателю» after the buyer has cancelled: refused, and nothing is sent."""
    await deal.reaches("new")
    await chooses(deal)
    await deal.market.says(deal.seller, EXPLANATION)
    form = deal.seller.last
    await deal.market.presses(deal.buyer, "Отменить заказ", on=deal.card(deal.buyer))
    await deal.market.presses(deal.buyer, "Да, отменить")
    async with deal.nothing_happens():
        assert await deal.market.presses(deal.seller, "Отправить покупателю", on=form) == "Заказ уже отменён."
        await deal.market.presses(deal.seller, "Не отменять", on=form)
        assert deal.seller.message(form.id).text == STAYED
