"""The arbiter's decision: what both sides read, where the money goes, which clock runs then; and it is made once."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from orders.ledger import AccountKind
from orders.money import Money
from orders.order import Ending
from orders.status import Status
from sandbox.files import Kind
from tests.acceptance.court import (
    DEAD,
    NBSP,
    OPERATOR,
    OVER,
    REASON,
    SECOND,
    STATEMENT,
    STRANGE,
    Court,
    card_buttons,
    open_court,
    with_call,
)
from tests.acceptance.market import DAY, HOUR, labels, open_market
from tests.acceptance.stages import HEADING, MINUTE, REVIEW_ASKED, buttons

PRICE = 1_500
STAGES = ("declined, new", "work", "overdue", "review")


@pytest.fixture
async def court(tmp_path: Path) -> AsyncIterator[Court]:
    """The sides settle directly."""
    async with open_court(tmp_path) as opened:
        yield opened


@pytest.fixture
async def stars(tmp_path: Path) -> AsyncIterator[Court]:
    """The bot holds Stars, and the operator keeps a tenth."""
    async with open_court(tmp_path, payments="stars", commission_percent="10") as opened:
        yield opened


# --- endings ---


@dataclass(frozen=True)
class End:
    """A decision that ends an order: its button, what is written for it, and what comes of it."""

    ruling: str
    words: tuple[str, ...]
    ending: Ending
    #: The decision's own sentence.
    line: str
    seller: str
    buyer: str
    #: What the operator sees before saying yes.
    preview: tuple[str, ...]
    #: Of the money: the seller's balance, the commission, what the buyer has again, what is still owed to them.
    money: tuple[int, int, int, int] = (0, 0, 0, 0)
    rating: int | None = None


STAYS = "Рейтинг продавца не изменится."
KEPT = "Рейтинг продавца: заказ засчитается как выполненный."
HELD = {
    "release": End(
        "Отдать деньги продавцу", (), Ending.AWARDED_TO_SELLER, "Арбитр решил спор в пользу продавца.",
        f"Заказ выполнен. На вашем балансе: +1{NBSP}350{NBSP}⭐. Рейтинг ответственности: 100{NBSP}%.",
        "Заказ выполнен, деньги получает продавец.",
        (f"Продавцу на баланс: 1{NBSP}350{NBSP}⭐", f"Комиссия: 150{NBSP}⭐", KEPT),
        (1_350, 150, 0, 0), 100,
    ),
    "refund": End(
        "Вернуть деньги покупателю", (), Ending.AWARDED_TO_BUYER, "Арбитр решил спор в пользу покупателя.",
        "Заказ отменён, деньги возвращаются покупателю. На рейтинг это не влияет.",
        "Заказ отменён. Звёзды возвращаются вам: когда вернутся, придёт сообщение.",
        (f"Покупателю бот вернёт сам: 1{NBSP}500{NBSP}⭐", STAYS),
        (0, 0, 1_500, 0),
    ),
    "split": End(
        "Разделить деньги", ("505",), Ending.SPLIT,
        f"Арбитр разделил деньги: продавцу 505{NBSP}⭐, остальное покупателю.",
        f"Заказ закрыт. На вашем балансе: +454{NBSP}⭐. На рейтинг это не влияет. Комиссия 10 % уже вычтена.",
        f"Заказ закрыт. Вам возвращается 995{NBSP}⭐: когда деньги вернутся, придёт сообщение.",
        (
            f"Продавцу на баланс: 454{NBSP}⭐",
            f"Комиссия: 51{NBSP}⭐",
            f"Покупателю вернёте вы: 995{NBSP}⭐ (Telegram возвращает только целые платежи)",
            STAYS,
        ),
        (454, 51, 0, 995),
    ),
}  # fmt: skip
NO_MONEY = "Бот денег не держит: стороны рассчитаются сами."
DIRECT = {
    "release": End(
        "Засчитать работу", (), Ending.AWARDED_TO_SELLER, "Арбитр решил спор в пользу продавца.",
        "Заказ выполнен. Бот денег не держит: рассчитайтесь с покупателем между собой. "
        f"Рейтинг ответственности: 100{NBSP}%.",
        "Заказ выполнен. Бот денег не держит: рассчитайтесь с продавцом между собой.",
        (NO_MONEY, KEPT), rating=100,
    ),
    "refund": End(
        "Отменить заказ", (), Ending.AWARDED_TO_BUYER, "Арбитр решил спор в пользу покупателя.",
        "Заказ отменён. Бот денег не держит: если покупатель уже заплатил, верните ему деньги. "
        "На рейтинг это не влияет.",
        "Заказ отменён. Бот денег не держит: если вы уже заплатили, договоритесь с продавцом о возврате.",
        (NO_MONEY, STAYS),
    ),
}  # fmt: skip


async def _ends(court: Court, end: End) -> None:
    """Preview, both sides' news, cards, the rating, the other operator."""
    court.market.mark()
    await court.asks(end.ruling, *end.words)
    preview = court.operator.last
    assert preview.text == "\n".join(
        (f"Спор по заказу №1: «{labels_of(end)}»", end.line, *end.preview, "", "Обе стороны прочитают:", REASON)
    )
    assert buttons(preview) == [["(danger) ⚖️ Решить так"], ["Написать иначе"], ["Отмена"]]
    assert (await court.order()).dispute is not None
    assert court.heard() == ([], [])

    await court.market.presses(court.operator, "Решить так")

    told = f"⚖️ {end.line}\n\n{REASON}\n"
    seller, buyer = court.heard()
    assert seller == [told + end.seller]
    asked = REVIEW_ASKED if end.ending is Ending.AWARDED_TO_SELLER else ""
    is_back = [f"Вам возвращено {end.money[2]:,}{NBSP}⭐ за заказ.".replace(",", NBSP)] if end.money[2] else []
    # Telegram's own word of it has no text.
    assert [text for text in buyer if text] == [told + end.buyer + asked, *is_back]
    assert court.operator.message(preview.id).text == (
        "Спор по заказу №1 решён. Обе стороны получили решение с объяснением."
    )
    told_second, *by_hand = court.market.heard(court.second)
    assert told_second == (
        f"⚖️ Спор · заказ №1 · Логотип для кофейни\nСпор решён (оператор — Олег). {end.line}\n{REASON}"
    )
    assert [text.partition("\n")[0] for text in by_hand] == ["Нужно вернуть деньги"] * bool(end.money[3])
    order = await court.order()
    assert (order.ending, order.dispute, order.clock) == (end.ending, None, None)
    status = "Выполнен" if end.ending is Ending.AWARDED_TO_SELLER else "Отменён"
    court.assert_cards(status, "completed" if end.ending is Ending.AWARDED_TO_SELLER else "cancelled")
    assert await court.rating() == end.rating


def labels_of(end: End) -> str:
    """The label of the decision's button."""
    return f"✅ {end.ruling}" if end.ending is Ending.AWARDED_TO_SELLER else end.ruling


@pytest.mark.parametrize("who", ["seller", "buyer"])
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("name", HELD)
async def test_money_that_is_held_goes_where_the_arbiter_says(stars: Court, name: str, stage: str, who: str) -> None:
    """From every status, whoever called: the ledger has it, nothing is left in escrow, whole payments are undone."""
    end = HELD[name]
    await stars.goes_to(stage, who)
    assert await stars.balances() == {"buyer": -PRICE, "escrow": PRICE}
    await _ends(stars, end)
    to_seller, commission, is_back, is_owed = end.money
    expected = {"buyer": is_back - PRICE, "refund": is_owed, "seller": to_seller, "commission": commission}
    assert await stars.balances() == {kind: amount for kind, amount in expected.items() if amount}
    assert stars.buyer.chat.stars == 10_000 - PRICE + is_back


@pytest.mark.parametrize(
    ("stage", "who"), [("declined, new", "seller"), ("work", "buyer"), ("overdue", "seller"), ("review", "buyer")]
)
@pytest.mark.parametrize("name", DIRECT)
async def test_where_the_sides_settle_directly_the_bot_moves_no_money(
    court: Court, name: str, stage: str, who: str
) -> None:
    """And says so to everybody; a split is not offered."""
    await court.goes_to(stage, who)
    assert "Разделить деньги" not in labels(court.operator.last)
    assert await court.forges(court.operator, f"dr:1:split:{(await court.order()).turn}") == (
        "Делить нечего: бот не держит денег этого заказа, или сумма слишком мала."
    )
    await _ends(court, DIRECT[name])
    assert await court.balances() == {}


async def test_a_refund_by_hand_is_confirmed_and_the_buyer_is_told(stars: Court) -> None:
    """What Telegram can't give back waits for the operator among the refunds."""
    await stars.goes_to("review")
    await stars.decides("Разделить деньги", "500")
    async with stars.market.app.database.read() as unit:
        (refund,) = await unit.refunds.open(0, 10)
    assert (refund.money, refund.by_hand, refund.charge_id) == (Money(1_000, "XTR"), True, None)
    assert (refund.person_id, refund.order_number) == (stars.buyer.id, 1)
    assert f"продавцу 500{NBSP}⭐, покупателю 1{NBSP}000{NBSP}⭐" in stars.card(stars.buyer).text
    assert f"Комиссия 10 %: вы получите 450{NBSP}⭐" in stars.card(stars.seller).text


async def test_of_several_payments_whole_ones_are_undone_by_telegram(stars: Court) -> None:
    """An option of 500 beside the order of 1,500: of 600 for the buyer, 500 go back by themselves."""
    market = stars.market
    await stars.reaches("work")
    await stars.offers(price="500")
    await market.presses(stars.buyer, "Оплатить опцию")
    await market.pays(stars.buyer)
    await stars.calls(stars.seller)
    await stars.asks("Разделить деньги", "1400")
    lines = stars.operator.last.text.split("\n")
    assert f"Покупателю бот вернёт сам: 500{NBSP}⭐" in lines
    assert f"Покупателю вернёте вы: 100{NBSP}⭐ (Telegram возвращает только целые платежи)" in lines
    await market.presses(stars.operator, "Решить так")
    await market.settled()
    assert await stars.balances() == {"buyer": -1_500, "refund": 100, "seller": 1_260, "commission": 140}
    assert stars.buyer.chat.stars == 10_000 - 1_500


async def test_an_option_can_not_be_paid_while_the_arbiter_decides(stars: Court) -> None:
    """Telegram is told before it takes the money; after the withdrawal it can."""
    market = stars.market
    await stars.reaches("work")
    await stars.offers(price="500")
    await market.presses(stars.buyer, "Оплатить опцию")
    invoice = stars.buyer.last
    await stars.calls(stars.seller)
    await market.pays(stars.buyer, invoice)
    assert stars.buyer.chat.stars == 10_000 - PRICE
    assert await stars.balances() == {"buyer": -PRICE, "escrow": PRICE}
    await market.presses(stars.seller, "Отозвать обращение", on=stars.card(stars.seller))
    await market.pays(stars.buyer, invoice)
    assert await stars.balances() == {"buyer": -2_000, "escrow": 2_000}


# --- going on ---


@dataclass(frozen=True)
class GoOn:
    """A decision with which an order goes on."""

    stage: str
    ruling: str
    words: tuple[str, ...]
    line: str
    seller: str
    buyer: str
    status: Status
    #: Seconds of the new clock.
    left: int
    #: A stage at which both sides have the buttons that they have then.
    like: str


GOES_ON = {
    "work": GoOn(
        "work", "Продолжить с новым сроком", ("5",),
        "Арбитр решил: работа продолжается, сдать её нужно до 28 ноября, 12:20.",
        "Часы снова идут. Сдайте работу до 28 ноября, 12:20, бот напомнит заранее.",
        "Часы снова идут. Новый срок: 28 ноября, 12:20.",
        Status.IN_PROGRESS, 5 * DAY, "work",
    ),
    "overdue": GoOn(
        "overdue", "Продолжить с новым сроком", ("+1",),
        "Арбитр решил: работа продолжается, сдать её нужно до 27 ноября, 12:00.",
        "Часы снова идут. Сдайте работу до 27 ноября, 12:00, бот напомнит заранее.",
        "Часы снова идут. Новый срок: 27 ноября, 12:00.",
        Status.IN_PROGRESS, DAY, "work",
    ),
    "a date": GoOn(
        "work", "Продолжить с новым сроком", ("30.11",),
        "Арбитр решил: работа продолжается, сдать её нужно до 30 ноября, 23:59.",
        "Часы снова идут. Сдайте работу до 30 ноября, 23:59, бот напомнит заранее.",
        "Часы снова идут. Новый срок: 30 ноября, 23:59.",
        Status.IN_PROGRESS, 7 * DAY + 11 * HOUR + 39 * MINUTE, "work",
    ),
    "back to work": GoOn(
        "review", "Вернуть в работу с новым сроком", ("2",),
        "Арбитр решил: работа продолжается, сдать её нужно до 25 ноября, 12:20.",
        "Часы снова идут. Сдайте работу до 25 ноября, 12:20, бот напомнит заранее.",
        "Часы снова идут. Новый срок: 25 ноября, 12:20.",
        Status.IN_PROGRESS, 2 * DAY, "work",
    ),
    "review": GoOn(
        "review", "Продолжить проверку", (),
        "Арбитр решил: покупатель проверяет работу заново, до 26 ноября, 12:20.",
        "Работа на проверке до 26 ноября, 12:20, потом она будет принята автоматически.",
        "Примите работу или отправьте её на доработку до 26 ноября, 12:20. Потом она будет принята автоматически.",
        Status.IN_REVIEW, 3 * DAY, "review",
    ),
    "start": GoOn(
        "declined, new", "Дать время приступить", (),
        "Арбитр решил: заказ продолжается, приступить к работе нужно до 24 ноября, 12:00.",
        "Приступите к работе до 24 ноября, 12:00, иначе заказ отменится сам.",
        "Продавец приступит к работе до 24 ноября, 12:00, иначе заказ отменится сам.",
        Status.NOT_STARTED, DAY, "new",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GOES_ON)
async def test_the_order_goes_on_with_a_whole_new_clock(court: Court, name: str) -> None:
    """Both read the decision with its reason and what is to be done now; the arbiter can be called again."""
    on = GOES_ON[name]
    await court.goes_to(on.stage)
    court.market.mark()
    await court.asks(on.ruling, *on.words)
    assert court.operator.last.text == "\n".join(
        (f"Спор по заказу №1: «{on.ruling}»", on.line, "", "Обе стороны прочитают:", REASON)
    )
    await court.market.presses(court.operator, "Решить так")
    told = f"⚖️ {on.line}\n\n{REASON}\n"
    assert court.heard() == ([told + on.seller], [told + on.buyer])
    order = await court.order()
    assert (order.status, order.dispute, await court.left()) == (on.status, None, on.left)
    assert order.returns == (name == "back to work")
    if name != "start":
        assert (card_buttons(court, "seller"), card_buttons(court, "buyer")) == with_call(on.like)
        await court.calls(court.seller)
        assert (await court.order()).dispute is not None
    else:  # what was declined is settled by the decision, and so is «Отменить всё равно»
        court.assert_cards("Не начат", "new")


async def test_the_new_clock_warns_and_ends_as_ever(court: Court) -> None:
    """A start that the arbiter has allowed and that does not come is an auto-cancel, announced before."""
    await court.goes_to("declined, new")
    await court.market.later(10 * DAY)
    await court.decides("Дать время приступить")
    court.market.mark()
    await court.market.later(DAY)
    assert [text.partition(" до")[0] for text in court.heard()[0][:3]] == [
        "⏳ Осталось 12 ч.", "⏳ Осталось 3 ч.", "⏳ Осталось 1 ч."
    ]  # fmt: skip
    assert (await court.order()).ending is Ending.AUTO_CANCELLED


# --- what is written for a decision ---

RANGE = f"Нужна сумма больше нуля и меньше 1{NBSP}500{NBSP}⭐. Чтобы отдать всё одной стороне, выберите другое решение."


async def test_a_split_is_an_amount_between_nothing_and_all(stars: Court) -> None:
    """Everything else gets one sentence, and the form waits."""
    market, operator = stars.market, stars.operator
    await stars.goes_to("work")
    await market.presses(operator, "Разделить деньги")
    assert operator.last.text == (
        "Спор по заказу №1: «Разделить деньги»\n"
        f"Под защитой 1{NBSP}500{NBSP}⭐. Сколько из них получит продавец? Остальное вернётся покупателю. "
        "Комиссия берётся с части продавца."
    )
    async with stars.nothing_happens():
        for words in ("0", "1500", "1501", "-5", "половину", "7,5", "99999999999999999999", "⭐"):
            assert (await market.says(operator, words)).text == RANGE, words
        operator.send_file(Kind.PHOTO, "a.jpg", b"jpg")
        await market.settled()
        assert operator.last.text == "Здесь нужен текст: напишите ответ словами."
    assert (await market.says(operator, "1 499 ⭐")).text.startswith("Объясните решение: от 10")


async def test_a_new_due_time_is_days_or_a_date_ahead(court: Court) -> None:
    """Within ninety days from this minute."""
    market, operator = court.market, court.operator
    await court.goes_to("work")
    await market.presses(operator, "Продолжить с новым сроком")
    understood = "Напишите число дней или дату, например: 5 или 30.11."
    ahead = "Новый срок должен быть в будущем и не дальше 90 дней."
    async with court.nothing_happens():
        for words, answer in (
            ("завтра", understood), ("31.02", understood), ("5 дней", understood), ("-1", understood),
            ("0", ahead), ("91", ahead), ("9999", ahead), ("22.11.2026", ahead), ("01.06.2027", ahead),
        ):  # fmt: skip
            assert (await market.says(operator, words)).text == answer, words
    assert (await market.says(operator, "90")).text.startswith("Объясните решение: от 10")


async def test_a_reason_is_written_and_can_be_written_anew(court: Court) -> None:
    """10 to 1,000 characters; nothing is decided before yes, and «Отмена» leaves the dispute open."""
    market, operator = court.market, court.operator
    await court.goes_to("review")
    async with court.nothing_happens():
        await market.presses(operator, "Засчитать работу")
        length = f"Нужно объяснение от 10 до 1{NBSP}000 символов, сейчас в нём "
        assert (await market.says(operator, "Так надо")).text == f"{length}8."
        assert (await market.says(operator, "я" * 1001)).text == f"{length}1{NBSP}001."
        await market.says(operator, REASON)
        await market.presses(operator, "Написать иначе")
        assert (await market.says(operator, "Подумал ещё раз, решаю так.")).text.endswith("решаю так.")
        assert (await market.says(operator, REASON)).text.endswith(REASON)
        form = operator.last
        await market.presses(operator, "Отмена", on=form)
        assert operator.message(form.id).text == "Спор по заказу №1 не решён и ждёт. Все споры: /disputes."
    assert (await court.order()).dispute is not None


async def test_a_half_made_decision_outlives_a_restart(stars: Court) -> None:
    """At each step of it."""
    market, operator = stars.market, stars.operator
    await stars.goes_to("work")
    await market.presses(operator, "Разделить деньги")
    await market.is_down(MINUTE)
    await market.says(operator, "700")
    await market.is_down(MINUTE)
    await market.says(operator, REASON)
    await market.is_down(MINUTE)
    await market.presses(operator, "Решить так")
    assert await stars.balances() == {"buyer": -PRICE, "refund": 800, "seller": 630, "commission": 70}


# --- once ---


async def test_a_double_tap_decides_once(stars: Court) -> None:
    """The money moves once, each side is told once."""
    await stars.goes_to("review")
    await stars.asks("Отдать деньги продавцу")
    stars.market.mark()
    assert await stars.double_taps(stars.operator, "Решить так", on=stars.operator.last) == ("", DEAD)
    assert [len(heard) for heard in stars.heard()] == [1, 1]
    assert await stars.balances() == {"buyer": -PRICE, "seller": 1_350, "commission": 150}


@pytest.mark.parametrize("first", ["operator", "second"])
async def test_of_two_operators_the_first_decides(stars: Court, first: str) -> None:
    """The other is told who has decided what, and that there is nothing to decide any more; old buttons, too."""
    await stars.goes_to("review")
    old = stars.second.last
    await stars.asks("Отдать деньги продавцу")
    await stars.asks("Вернуть деньги покупателю", who=stars.second)
    stars.market.mark()
    ways = [(stars.operator, stars.operator.last), (stars.second, stars.second.last)]
    (quick, preview), (late, other) = ways if first == "operator" else ways[::-1]
    presses = quick.press(preview, "Решить так"), late.press(other, "Решить так")
    await stars.market.settled()
    answers = [press.answer.text for press in presses if press.answer is not None]
    assert sorted(answers) == sorted(["", OVER])
    ending = (await stars.order()).ending
    winner = quick if answers[0] == "" else late
    assert ending is (Ending.AWARDED_TO_SELLER if winner is stars.operator else Ending.AWARDED_TO_BUYER)
    (told,) = stars.market.heard(stars.second if winner is stars.operator else stars.operator)
    assert f"(оператор — {'Олег' if winner is stars.operator else 'Ольга'})" in told
    assert await stars.market.presses(stars.second, "Разделить деньги", on=old) == OVER
    assert await stars.market.presses(stars.second, "Спросить стороны", on=old) == OVER


async def test_a_call_taken_back_meanwhile_is_not_decided(court: Court) -> None:
    """Nor is a new one by the buttons of the old: they were drawn for another turn."""
    market = court.market
    await court.goes_to("work")
    old = court.operator.last
    await court.asks("Засчитать работу")
    preview = court.operator.last
    await market.presses(court.buyer, "Отозвать обращение", on=court.card(court.buyer))
    async with court.nothing_happens():
        assert await market.presses(court.operator, "Решить так", on=preview) == OVER
        assert await market.presses(court.operator, "Отменить заказ", on=old) == OVER
    await court.calls(court.seller)
    async with court.nothing_happens():
        assert await market.presses(court.operator, "Решить так", on=preview) == STALE
        assert await market.presses(court.operator, "Отменить заказ", on=old) == STALE
        assert await market.presses(court.operator, "Спросить стороны", on=old) == STALE


async def test_nobody_but_an_operator_decides(court: Court) -> None:
    """To the sides and to strangers these buttons and commands do not exist."""
    await court.goes_to("review")
    stranger = court.market.person("Глеб")
    await court.market.starts(stranger)
    turn = (await court.order()).turn
    async with court.nothing_happens():
        for who in (*court.sides, stranger):
            for data in (f"dr:1:release:{turn}", f"dr:1:refund:{turn}", f"dq:1:{turn}", "dv:1", "dl:0"):
                assert await court.forges(who, data) == DEAD, data
    for who in (*court.sides, stranger):
        assert (await court.market.says(who, "/disputes")).text.startswith("Такой команды нет.")


STALE = "Заказ с тех пор изменился. Посмотрите на него ещё раз и, если всё верно, нажмите снова."


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        ("dr:1:start:4", "Заказ уже на проверке у покупателя."),
        ("dr:1:release:3", STALE),
        ("dr:1:work:99", STALE),
        ("dq:1:3", STALE),
        ("dr:2:release:4", STRANGE),
        ("dq:2:4", STRANGE),
        ("dv:2", STRANGE),
        ("dr:1:hang:4", DEAD),
        (f"dr:{2**63}:release:4", DEAD),
        (f"dl:{10**40}", DEAD),
    ],
)
async def test_forged_buttons_of_an_operator_are_answered(court: Court, data: str, answer: str) -> None:
    """Rulings that make no sense here, other turns, orders that don't exist."""
    await court.goes_to("review")
    async with court.nothing_happens():
        assert await court.forges(court.operator, data) == answer


async def test_the_fact_keeps_who_has_decided_and_the_sides_are_not_shown_it(court: Court) -> None:
    """Neither in the history, nor in a file."""
    await court.goes_to("review")
    await court.decides("Продолжить проверку")
    async with court.market.app.database.read() as unit:
        facts = await unit.orders.history(1)
    assert [recorded.fact.arbiter for recorded in facts if hasattr(recorded.fact, "arbiter")] == [court.operator.id]
    for who in court.sides:
        await court.market.presses(who, "История", on=court.card(who))
        assert STATEMENT in who.last.text
        assert REASON in who.last.text
        assert "Олег" not in "".join(message.text for message in who.received)


async def test_each_reads_their_own_language(tmp_path: Path) -> None:
    """An English buyer, a Russian seller, an operator of each language."""
    async with open_market(tmp_path, payments="stars", admin_ids=frozenset({OPERATOR, SECOND})) as market:
        operator = market.sandbox.people.add("Olivia", person_id=OPERATOR, language_code="en")
        second = market.sandbox.people.add("Олег", person_id=SECOND)
        seller, buyer = market.person("Сергей"), market.person("Mary", "en")
        court = Court(market, seller, buyer, operator, second)
        for who in (operator, second):
            await market.starts(who)
        await market.starts(buyer, await market.publishes_gig(seller, questions=""))
        await market.presses(buyer, "Order")
        await market.pays(buyer)
        await market.starts_work(seller)
        await market.presses(buyer, "Call the arbiter", on=court.card(buyer))
        await market.says(buyer, "Copied", "The logo is a copy of another shop's.")
        market.mark()
        await market.presses(buyer, "Send to the arbiter")
        assert "Status: In dispute\nThe clock stands still until the arbiter decides" in court.card(buyer).text
        assert market.heard(buyer)[0].partition("\n")[2].startswith("⚖️ You have called the arbiter.")
        assert "⚖️ Mary зовёт арбитра." in market.heard(seller)[0]
        assert market.heard(operator)[0].startswith("⚖️ A new dispute about order #1\n")
        assert market.heard(second)[0].startswith("⚖️ Новый спор по заказу №1\n")
        await market.presses(operator, "Split the money")
        await market.says(operator, "all", "500", "Both have a point here.")
        assert "To the seller’s balance: 500" in operator.last.text
        market.mark()
        await market.presses(operator, "Decide so")
        split = "to the seller, the rest to the buyer.\n\nBoth have a point here.\nThe order is closed. 1,000"
        assert split in market.heard(buyer)[0]
        assert f"Арбитр разделил деньги: продавцу 500{NBSP}⭐, остальное покупателю." in market.heard(seller)[0]
        assert "(оператор — Olivia)" in market.heard(second)[0]


async def test_money_stays_in_escrow_while_the_order_goes_on(stars: Court) -> None:
    """And follows the order's own end."""
    await stars.goes_to("review")
    await stars.decides("Продолжить проверку")
    assert await stars.balances() == {"buyer": -PRICE, "escrow": PRICE}
    await stars.market.presses(stars.buyer, "Принять работу", on=stars.card(stars.buyer))
    async with stars.market.app.database.read() as unit:
        assert await unit.ledger.balance(AccountKind.SELLER, stars.seller.id) == (Money(1_350, "XTR"),)
    assert stars.seller.last.text.startswith(HEADING)
