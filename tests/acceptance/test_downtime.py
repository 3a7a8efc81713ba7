"""The bot was down: state first, nothing stale, and nobody pays for it (SPEC 3)."""

from collections.abc import Awaitable, Callable

import pytest

from sandbox.person import Person
from tests.acceptance.market import DAY, HOUR, Market, labels

HEADING = "Заказ №1 · Логотип для кофейни\n"
MINUTE = 60
Prepare = Callable[[Market, Person, Person], Awaitable[None]]


def card(who: Person) -> str:
    """The side's card as it stands now."""
    return who.find("Заказ №1\n").text


async def not_started(market: Market, seller: Person, buyer: Person) -> None:
    """Paid on Monday noon: cancelled by itself on Tuesday noon."""
    await market.new_order(seller, buyer)


async def in_review(market: Market, seller: Person, buyer: Person) -> None:
    """Delivered on Monday noon: accepted by itself on Thursday noon."""
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    await market.delivers(seller)


async def asked_to_cancel(market: Market, seller: Person, buyer: Person) -> None:
    """The buyer has 48 hours from Monday noon to answer."""
    await market.new_order(seller, buyer)
    await market.presses(seller, "Отменить заказ")
    await market.presses(seller, "Нет времени")
    await market.says(seller, "Простите, заболел и не успею сделать всё как следует.")
    await market.presses(seller, "Отправить покупателю")


async def test_of_several_missed_warnings_the_newest_comes_with_the_time_that_is_left(
    market: Market, seller: Person, buyer: Person
) -> None:
    """12 and 3 hours were missed; two are left. The next warning and the end come at their own moments."""
    await market.new_order(seller, buyer)
    market.mark()
    await market.is_down(22 * HOUR)
    assert [text.split(":")[0] for text in market.heard(seller)] == [f"{HEADING}⏳ Осталось 2 ч. до автоотмены"]
    await market.later(HOUR)
    assert "Осталось 1 ч. до автоотмены" in seller.last.text
    await market.later(HOUR - 1)
    assert "Статус: Не начат" in card(seller)
    await market.later(1)
    assert "Статус: Отменён" in card(seller)


@pytest.mark.parametrize(
    ("prepare", "down", "warned", "step"),
    [
        pytest.param(not_started, DAY, "Осталось 1 ч. до автоотмены", "Автоотмена:", id="auto-cancel"),
        pytest.param(in_review, 3 * DAY, "принят автоматически через 1 ч.", "Принят автоматически", id="auto-accept"),
        pytest.param(asked_to_cancel, 2 * DAY, "осталось 1 ч. Без ответа", "ответа на запрос не было", id="answer"),
    ],
)
@pytest.mark.parametrize("late", [0, 5 * DAY])
async def test_who_was_not_warned_is_warned_now_and_has_an_hour_more(
    market: Market, seller: Person, buyer: Person, prepare: Prepare, down: int, warned: str, step: str, late: int
) -> None:
    """One warning, and on both cards the new moment; then the step happens."""
    await prepare(market, seller, buyer)
    silent, other = (seller, buyer) if prepare is not_started else (buyer, seller)
    market.mark()

    await market.is_down(down + late)

    assert len(market.heard(silent)) == 1
    assert warned in market.heard(silent)[0]
    assert market.heard(other) == []
    await market.later(HOUR - 1)
    assert step not in card(silent) + card(other)
    await market.later(1)
    assert step in card(silent)
    assert step in card(other)
    assert len(market.heard(silent)) == 2


@pytest.mark.parametrize("down", [12 * HOUR, 12 * HOUR + 5 * DAY])
async def test_who_was_warned_in_time_is_not_waited_for(
    market: Market, seller: Person, buyer: Person, down: int
) -> None:
    """The step happens at the start, and no warning that it has outrun is sent."""
    await market.new_order(seller, buyer)
    await market.later(12 * HOUR)
    market.mark()
    await market.is_down(down)
    (told,) = market.heard(seller)
    assert "Автоотмена" in told
    assert "Статус: Отменён" in card(buyer)


async def test_a_warning_shortly_before_the_end_moves_it_to_an_hour_after_the_warning(
    market: Market, seller: Person, buyer: Person
) -> None:
    """The bot came back with twenty minutes left: the warning says so, and forty minutes are added at the end."""
    await market.new_order(seller, buyer)
    market.mark()
    await market.is_down(DAY - 20 * MINUTE)
    assert "Осталось 20 мин. до автоотмены" in market.heard(seller)[0]
    await market.later(20 * MINUTE)
    assert "Статус: Не начат" in card(seller)
    await market.later(40 * MINUTE - 1)
    assert "Статус: Не начат" in card(seller)
    await market.later(1)
    assert "Статус: Отменён" in card(seller)
    assert len([text for text in market.heard(seller) if "до автоотмены" in text]) == 1


async def test_in_the_hour_that_was_added_the_work_can_still_be_begun(
    market: Market, seller: Person, buyer: Person
) -> None:
    """That is what it is for."""
    await market.new_order(seller, buyer)
    await market.is_down(2 * DAY)
    assert await market.presses(seller, "Приступаю к работе", on=seller.last) == "Вы приступили к работе"
    await market.later(DAY)
    assert "Статус: В работе" in card(buyer)


async def test_who_has_blocked_the_bot_is_not_waited_for(market: Market, seller: Person, buyer: Person) -> None:
    """Neither now nor later: the buyer gets the money back at the start."""
    await market.new_order(seller, buyer)
    seller.block()
    await market.settled()
    await market.is_down(DAY)
    assert "Статус: Отменён" in card(buyer)


async def test_a_block_that_shows_only_when_the_warning_is_sent_counts_as_well(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Blocked while the bot was down: the first warning finds out, and the step comes with the next look."""
    await market.new_order(seller, buyer)
    await market.stop_bot()
    seller.chat.blocked = True
    market.clock.advance(DAY)
    await market.start_bot()
    assert "Статус: Не начат" in card(buyer)
    await market.later(HOUR)
    assert "Статус: Отменён" in card(buyer)


async def test_missed_due_warnings_are_dropped_where_the_term_is_over(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Only what is true now: the term is out."""
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    market.mark()
    await market.is_down(4 * DAY)
    (told,) = market.heard(seller)
    assert "Срок заказа вышел" in told
    assert len(market.heard(buyer)) == 1
    assert "Отменить заказ" in labels(buyer.last)


async def test_a_lapse_during_downtime_is_silent_too(market: Market, seller: Person, buyer: Person) -> None:
    """Nobody is harmed by it, so nobody is warned."""
    await market.orders(buyer, await market.publishes_gig(seller), "Зерно")
    market.mark()
    await market.is_down(DAY)
    assert market.heard(seller) == market.heard(buyer) == []
    assert "Статус: Отменён" in card(buyer)


async def test_a_press_made_while_the_bot_was_down_meets_the_state_settled_first(
    market: Market, seller: Person, buyer: Person
) -> None:
    """The seller was warned at 12 hours and pressed after the end: the clock has won, and the answer says so."""
    await market.new_order(seller, buyer)
    await market.later(12 * HOUR)
    await market.stop_bot()
    market.clock.advance(12 * HOUR)
    press = seller.press(seller.last, "Приступаю к работе")
    await market.start_bot()
    await market.settled()
    assert press.answer is not None
    assert press.answer.text == "Заказ уже отменён."
    assert "Статус: Отменён" in card(seller)


async def test_a_press_that_telegram_has_dropped_meanwhile_costs_nobody_an_order(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Pressed in time while the bot was down for too long: the added hour lets the seller press again."""
    await market.new_order(seller, buyer)
    await market.stop_bot()
    press = seller.press(seller.find("Заказ №1\n"), "Приступаю к работе")
    market.clock.advance(DAY + 100)
    await market.start_bot()
    await market.settled()
    assert press.answer is None
    await market.presses(seller, "Приступаю к работе", on="до автоотмены")
    assert "Статус: В работе" in card(seller)


async def test_what_was_written_while_the_bot_was_down_is_answered_in_order(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Unconfirmed messages wait at Telegram's."""
    await market.new_order(seller, buyer)
    await market.stop_bot()
    market.mark()
    for command in ("/orders", "/gigs", "/help"):
        seller.write(command)
    await market.start_bot()
    await market.settled()
    assert [message.kind for message in seller.received[-3:]] == ["rich_message", "text", "text"]
    assert "Мои кворки" in market.heard(seller)[1]
    assert "Если вы продаёте" in market.heard(seller)[2]


async def test_two_restarts_in_a_row_say_nothing_twice(market: Market, seller: Person, buyer: Person) -> None:
    """The warning of the first start is not repeated by the second."""
    await market.new_order(seller, buyer)
    market.mark()
    await market.is_down(22 * HOUR)
    await market.is_down(10)
    await market.is_down(0)
    assert len(market.heard(seller)) == 1
