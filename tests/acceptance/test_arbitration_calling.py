"""«Позвать арбитра»: who can, what both see, what stands still, and how the caller takes it back."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from orders.order import Frozen
from sandbox.files import Kind
from tests.acceptance.court import (
    CALL,
    DEAD,
    NBSP,
    OPEN,
    OPERATOR,
    OVER,
    SECOND,
    STATEMENT,
    STRANGE,
    Court,
    card_buttons,
    open_court,
    with_call,
)
from tests.acceptance.market import DAY, HOUR, labels, open_market
from tests.acceptance.stages import HEADING, MINUTE, Deal, buttons
from tests.handlers.screens import table_of

STAGES = ("declined, new", "fresh", "work", "overdue", "review")
LENGTH = f"Нужно от 20 до 1{NBSP}000 символов, сейчас их {{}}. Расскажите арбитру, что не так."
PREVIEW = f"Заказ №1. Так обращение увидят арбитр и другая сторона:\n{STATEMENT}"
CALLER_HEARS = (
    f"{HEADING}⚖️ Вы позвали арбитра. Часы заказа стоят, пока он не решит: решение придёт сюда. Писать друг другу "
    f"можно, арбитр это прочитает. Если договоритесь сами, отзовите обращение.\n\n{STATEMENT}"
)
OTHER_HEARS = (
    f"{HEADING}⚖️ {{}} зовёт арбитра. Часы заказа стоят, пока он не решит: решение придёт сюда. Расскажите, как всё "
    f"было: арбитр прочитает, что вы напишете в заказе.\n\n{STATEMENT}"
)


@pytest.fixture
async def court(tmp_path: Path) -> AsyncIterator[Court]:
    """The sides settle directly."""
    async with open_court(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("who", ["seller", "buyer"])
@pytest.mark.parametrize("stage", STAGES)
async def test_either_side_calls_and_the_order_stands_still(court: Court, stage: str, who: str) -> None:
    """Both are told and read the statement, both operators get the dispute; a week brings nothing by itself."""
    await court.reaches(stage)
    caller, other = court.side(who), court.side("buyer" if who == "seller" else "seller")
    assert (card_buttons(court, "seller"), card_buttons(court, "buyer")) == with_call(stage)
    left, clock = await court.left(), (await court.order()).clock
    court.market.mark()

    await court.calls(caller)

    assert court.market.heard(caller)[-1] == CALLER_HEARS
    assert court.market.heard(other) == [OTHER_HEARS.format("Анна" if who == "buyer" else "Сергей")]
    for heard in court.arbiters_heard():
        assert len(heard) == 1
        assert heard[0].startswith(
            "⚖️ Новый спор по заказу №1\nЛоготип для кофейни\nПродавец: Сергей\nПокупатель: Анна\n"
        )
        assert STATEMENT in heard[0]
    court.assert_standing_still(who)

    order = await court.order()
    court.market.mark()
    await court.market.later(7 * DAY)

    assert order.clock == Frozen(left, None if clock is None else clock.warned_at)
    assert await court.order() == order
    assert court.heard() == ([], [])
    for heard in court.arbiters_heard():
        assert [line.partition("\n")[0] for line in heard] == [
            f"⏳ Спор по заказу №1 ждёт вашего решения {waits}"
            for waits in ("24 ч.", "48 ч.", "3 дн.", "4 дн.", "5 дн.", "6 дн.", "7 дн.")
        ]

    assert await court.market.presses(caller, "Отозвать обращение", on=court.card(caller)) == "Обращение отозвано"

    assert await court.left() == left
    assert (card_buttons(court, "seller"), card_buttons(court, "buyer")) == with_call(stage)


async def test_after_the_withdrawal_the_clock_does_what_it_would_have_done(court: Court) -> None:
    """Both are told until when it runs, the operators that there is nothing to decide; warnings come again."""
    await court.goes_to("review")
    await court.market.later(2 * DAY)
    court.market.mark()
    await court.market.presses(court.buyer, "Отозвать обращение", on=court.card(court.buyer))
    until = "28 ноября, 12:20"
    assert court.heard() == (
        [f"Анна больше не просит арбитра решать. Заказ продолжается, часы идут до {until}."],
        [f"Вы отозвали обращение к арбитру. Заказ продолжается, часы идут до {until}."],
    )
    told = "⚖️ Спор · заказ №1 · Логотип для кофейни\nПокупатель отозвал обращение: решать нечего, заказ продолжается."
    assert court.arbiters_heard() == ([told], [told])
    court.market.mark()
    await court.market.later(3 * DAY)
    assert [text.partition(":")[0] for text in court.heard()[1]] == [
        "⏳ Заказ будет принят автоматически через 24 ч. Проверьте работу до 28 ноября, 12",
        "⏳ Заказ будет принят автоматически через 3 ч. Проверьте работу до 28 ноября, 12",
        "Срок проверки вышел, работа принята автоматически. Спасибо за заказ.\n\nОставьте отзыв",
    ]
    assert court.arbiters_heard() == ([], [])
    assert (await court.order()).status.is_final


@pytest.mark.parametrize(
    ("stage", "answer"),
    [
        ("unpaid", "Заказ ещё ждёт оплаты."),
        ("new", "Работа по заказу ещё не начата."),
        ("seller asks", "Сейчас согласуется отмена: сначала на неё нужно ответить или отозвать запрос."),
        ("buyer asks", "Сейчас согласуется отмена: сначала на неё нужно ответить или отозвать запрос."),
        ("completed", "Заказ уже выполнен."),
        ("cancelled", "Заказ уже отменён."),
    ],
)
async def test_elsewhere_there_is_no_such_button(court: Court, stage: str, answer: str) -> None:
    """And who forges it is told why not."""
    await court.reaches(stage)
    async with court.nothing_happens():
        for who in court.sides:
            is_unheard = stage == "unpaid" and who is court.seller
            assert CALL not in str([labels(message) for message in who.received])
            assert await court.forges(who, "o:1:arbiter:1:c") == (STRANGE if is_unheard else answer)
    assert court.arbiters_heard() == ([], [])


async def test_without_an_operator_there_is_nobody_to_call(deal: Deal) -> None:
    """Neither a button nor an answer to a forged one."""
    await deal.reaches("work")
    assert CALL not in str([labels(deal.card(who)) for who in deal.sides])
    async with deal.nothing_happens():
        assert await deal.forges(deal.buyer, "o:1:arbiter:2:c") == (
            "Арбитра у этого бота нет: договоритесь с другой стороной сами."
        )


async def test_a_declined_cancellation_shows_the_way_to_the_arbiter(court: Court) -> None:
    """Right under its news, to both sides; under other news it would only be in the way."""
    await court.reaches("work")
    assert CALL not in labels(court.seller.last)
    await court.does("seller asks")
    await court.does("decline")
    for who in court.sides:
        assert CALL in labels(who.last)
    await court.market.presses(court.seller, CALL, on=court.seller.last)
    assert court.seller.last.text.startswith("Заказ №1. Арбитр — это оператор бота.")


async def test_the_statement_is_words_of_twenty_characters_at_least(court: Court) -> None:
    """Whatever else is sent: one sentence, and the form waits. The preview can be rewritten, twice."""
    market, buyer = court.market, court.buyer
    await court.reaches("review")
    await market.presses(buyer, CALL, on=court.card(buyer))
    async with court.nothing_is_sent(to=court.seller):
        assert (await market.says(buyer, "Обман")).text == LENGTH.format(5)
        assert (await market.says(buyer, "я" * 1001)).text == LENGTH.format(f"1{NBSP}001")
        buyer.send_file(Kind.PHOTO, "a.jpg", b"jpg")
        await market.settled()
        assert buyer.last.text == "Здесь нужен текст: напишите ответ словами."
        assert (await market.says(buyer, f"  {STATEMENT}\n")).text == PREVIEW
        assert buttons(buyer.last) == [["(primary) ⚖️ Отправить арбитру"], ["Написать иначе"], ["Отмена"]]
        await market.presses(buyer, "Написать иначе")
        assert (await market.says(buyer, "Совсем другие слова, и их хватает.")).text.endswith("и их хватает.")
        assert (await market.says(buyer, STATEMENT)).text == PREVIEW
        assert court.arbiters_heard() == ([], [])
    await market.presses(buyer, "Отправить", on=buyer.last)
    assert STATEMENT in court.market.heard(court.operator)[0]


@pytest.mark.parametrize("step", range(2))
@pytest.mark.parametrize("way", ["Отмена", "/cancel"])
async def test_the_form_is_left_without_calling_anybody(court: Court, step: int, way: str) -> None:
    """By its button and by the command."""
    await court.reaches("work")
    async with court.nothing_is_sent(to=court.seller):
        await court.does_all(court.buyer, (CALL, f">{STATEMENT}")[: step + 1])
        form = court.buyer.last
        if way == "Отмена":
            await court.market.presses(court.buyer, way, on=form)
            assert court.buyer.message(form.id).text == "Ничего не отправлено. Заказ №1 без изменений."
        else:
            await court.market.says(court.buyer, way)
        assert court.arbiters_heard() == ([], [])


async def test_a_double_tap_calls_once(court: Court) -> None:
    """And when both sides call at once, the second hears that it is done."""
    await court.reaches("work")
    await court.does_all(court.seller, (CALL, f">{STATEMENT}"))
    await court.does_all(court.buyer, (CALL, f">{STATEMENT}"))
    court.market.mark()
    first, second = await court.double_taps(court.buyer, "Отправить", on=court.buyer.last)
    assert (first, second) == ("", DEAD)
    assert await court.market.presses(court.seller, "Отправить", on=court.seller.find("Так обращение увидят")) == OPEN
    assert [len(heard) for heard in court.arbiters_heard()] == [1, 1]
    court.assert_standing_still("buyer")
    recall = court.card(court.buyer)
    assert await court.double_taps(court.buyer, "Отозвать обращение", on=recall) == ("Обращение отозвано", OVER)


async def test_only_the_caller_takes_the_call_back(court: Court) -> None:
    """Neither the other side, nor a stranger, nor the operator."""
    await court.goes_to("work")
    stranger = court.market.person("Глеб")
    await court.market.starts(stranger)
    async with court.nothing_happens():
        for who, answer in (
            (court.seller, "Это решает другая сторона заказа."),
            (stranger, STRANGE),
            (court.operator, STRANGE),
        ):
            assert await court.forges(who, "o:1:recall:3:c") == answer


async def test_old_buttons_say_that_the_arbiter_decides(court: Court) -> None:
    """Of a card drawn before the call, as an app shows it that has not heard of the edit."""
    await court.reaches("review")
    old = court.card(court.buyer)
    names = ("Принять работу", "Отправить на доработку", CALL)
    datas = [court.buyer.button(old, name)["callback_data"] for name in names]
    await court.calls(court.buyer)
    async with court.nothing_happens():
        for data in datas:
            assert await court.forges(court.buyer, data) == OPEN
        assert await court.forges(court.seller, "o:1:deliver:3:c") == "Заказ уже на проверке у покупателя."
        assert await court.forges(court.seller, "o:1:cancel:3:c") == "Заказ уже на проверке у покупателя."
    court.assert_standing_still("buyer")


async def test_a_form_that_was_open_waits_for_the_decision(court: Court) -> None:
    """A delivery written while the buyer called: it stays where it was, and leaves when the order goes on."""
    market, seller = court.market, court.seller
    await court.reaches("work")
    await market.presses(seller, "Сдать выполненную работу", on=court.card(seller))
    await market.says(seller, "Готово, смотрите.")
    await market.presses(seller, "Готово", on="Принято")
    await court.calls(court.buyer)
    async with court.nothing_happens():
        assert await market.presses(seller, "Сдать", on="Всё верно?") == OPEN
    await market.presses(court.buyer, "Отозвать обращение", on=court.card(court.buyer))
    await market.presses(seller, "Сдать", on="Всё верно?")
    assert (await court.order()).deliveries == 1


async def test_in_orders_a_dispute_comes_first_and_has_its_label(court: Court) -> None:
    """As a table and as a list, under the filter of its status."""
    market, buyer = court.market, court.buyer
    await court.goes_to("work")
    await market.new_order(court.seller, buyer, title="Визитка")
    await market.says(buyer, "/orders")
    table = table_of(buyer.last.body)
    assert [row[0] for row in table[1:]] == ["№1", "№2"]
    assert table[1][3:] == ["Спор у арбитра", "–"]
    await market.presses(buyer, "Списком")
    assert "Сергей, продавец\nСпор у арбитра\n" in buyer.last.text
    await market.presses(buyer, "В работе")
    assert "Спор у арбитра" in buyer.last.text


async def test_a_dispute_and_a_half_written_call_outlive_a_restart(court: Court) -> None:
    """Of the process, for three days: one reminder tells of all that were missed."""
    market = court.market
    await court.reaches("work")
    await court.does_all(court.buyer, (CALL, f">{STATEMENT}"))
    await market.is_down(HOUR)
    await market.presses(court.buyer, "Отправить", on="Так обращение увидят")
    court.assert_standing_still("buyer")
    order = await court.order()
    market.mark()
    await market.is_down(3 * DAY)
    await market.settled()
    assert await court.order() == order
    for heard in court.arbiters_heard():
        assert [text.partition("\n")[0] for text in heard] == ["⏳ Спор по заказу №1 ждёт вашего решения 3 дн."]
    await market.presses(court.buyer, "Отозвать обращение", on=court.card(court.buyer))
    assert await court.left() == 3 * DAY - 20 * MINUTE - HOUR


async def test_an_operator_who_is_a_side_is_only_that(tmp_path: Path) -> None:
    """They hear as a side, and the other operator decides; alone, they are told what to do."""
    async with open_court(tmp_path) as court:
        judge = Court(court.market, court.operator, court.buyer, court.operator, court.second)
        await judge.goes_to("work")
        assert not any("Новый спор" in message.text for message in judge.operator.received)
        assert "⚖️ Новый спор" in judge.second.last.text
        await judge.market.says(judge.operator, "/disputes")
        own = "Вы сторона этого заказа: спор решит другой оператор."
        async with judge.nothing_happens():
            assert await judge.market.presses(judge.operator, "№1") == own
            assert await judge.forges(judge.operator, "dr:1:release:3") == own
            assert await judge.forges(judge.operator, "dq:1:3") == own
        await judge.market.stop_bot()
        judge.market.settings = judge.market.settings.model_copy(update={"admin_ids": frozenset({OPERATOR})})
        await judge.market.start_bot()
        alone = "Вы сторона этого заказа, и других операторов нет. Добавьте ещё одного в ADMIN_IDS: он и решит."
        async with judge.nothing_happens():
            assert await judge.forges(judge.operator, "dr:1:release:3") == alone
            assert await judge.forges(judge.second, "dr:1:release:3") == DEAD


async def test_the_only_operator_can_not_be_called_to_their_own_order(tmp_path: Path) -> None:
    """Whoever calls: it is said before anything is written."""
    async with open_market(tmp_path, admin_ids=frozenset({OPERATOR})) as market:
        operator = market.sandbox.people.add("Олег", person_id=OPERATOR)
        deal = Deal(market, operator, market.person("Анна"))
        await deal.reaches("work")
        async with deal.nothing_happens():
            for who in deal.sides:
                assert await market.presses(who, CALL, on=deal.card(who)) == (
                    "Решать спор некому: оператор бота — сторона этого заказа, а других операторов нет. "
                    "Договоритесь между собой."
                )


async def test_an_operator_hears_of_a_dispute_once_they_have_pressed_start(tmp_path: Path) -> None:
    """Until then nobody could write to them; the daily reminder finds them."""
    async with open_market(tmp_path, admin_ids=frozenset({OPERATOR, SECOND})) as market:
        operator = market.sandbox.people.add("Олег", person_id=OPERATOR)
        court = Court(market, market.person("Сергей"), market.person("Анна"), operator, operator)
        await court.goes_to("work")
        await market.starts(operator)
        await market.later(DAY)
        assert operator.last.text.startswith("⏳ Спор по заказу №1 ждёт вашего решения 24 ч.")


async def test_help_tells_of_the_arbiter_where_there_is_one(court: Court, tmp_path: Path) -> None:
    """And nowhere else."""
    await court.market.starts(court.buyer)
    assert "«Позвать арбитра»" in (await court.market.says(court.buyer, "/help")).text
    async with open_market(tmp_path / "alone") as market:
        await market.starts(market.person("Анна"))
        assert CALL not in (await market.says(market.person("Анна"), "/help")).text
