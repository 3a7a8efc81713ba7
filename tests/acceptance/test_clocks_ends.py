"""What the clocks do by themselves: expiry, lapsing, weekends, standing still and going on, a jump."""

from pathlib import Path

import pytest

from bot.timers import RESCAN_SECONDS
from orders.order import Running
from sandbox.person import Person
from tests.acceptance.market import DAY, HOUR, MONDAY_NOON, Market, labels, open_market
from tests.acceptance.stages import REVIEW_ASKED, fallen

HEADING = "Заказ №1 · Логотип для кофейни\n"


def card(who: Person) -> str:
    """The side's card as it stands now."""
    return who.find("Заказ №1\n").text


async def clock_of(market: Market) -> object:
    """The clock of the only order."""
    async with market.app.database.read() as unit:
        order = await unit.orders.get(1)
    assert order is not None
    return order.clock


async def test_when_the_term_runs_out_both_sides_are_told_what_they_can_do(
    market: Market, seller: Person, buyer: Person
) -> None:
    """The order goes on; the buyer can cancel in one click, the seller is advised to ask for more time."""
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    await market.later(3 * DAY - 1)
    market.mark()

    await market.later(1)

    (told,) = market.heard(seller)
    assert told.startswith(f"{HEADING}Срок заказа вышел.")
    assert "Большинство опоздавших заказов завершается хорошо, если вовремя попросить покупателя подождать" in told
    assert "Попросить подождать" in " ".join(labels(seller.last))
    (told,) = market.heard(buyer)
    assert told.startswith(f"{HEADING}Срок заказа вышел.")
    assert "Отменить заказ" in labels(buyer.last)
    assert "Статус: Просрочен" in card(seller)
    assert "Статус: Просрочен" in card(buyer)

    await market.later(30 * DAY)
    assert market.heard(seller)[1:] == market.heard(buyer)[1:] == []

    await market.delivers(seller)
    assert "Статус: На проверке" in card(buyer)


async def test_an_unpaid_order_lapses_without_a_word(market: Market, seller: Person, buyer: Person) -> None:
    """The seller never hears of it; the buyer's card says so, and a late press learns why nothing happens."""
    await market.orders(buyer, await market.publishes_gig(seller), "Зерно")
    market.mark()

    await market.later(DAY)

    assert market.heard(seller) == market.heard(buyer) == []
    assert "Статус: Отменён\nВремя на оплату вышло" in card(buyer)
    assert "Подтвердить заказ" not in labels(buyer.find("Заказ №1\n"))


async def test_an_auto_cancel_is_told_to_both_and_lowers_the_rating(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Exactly at its moment."""
    await market.new_order(seller, buyer)
    await market.later(DAY - 1)
    assert "Статус: Не начат" in card(buyer)
    market.mark()
    await market.later(1)
    (told,) = market.heard(seller)
    assert told.startswith(f"{HEADING}Автоотмена: за отведённое время вы не приступили к работе. ")
    assert told.endswith(
        "Рейтинг ответственности снизился: 0\N{NO-BREAK SPACE}%." + fallen("заказ, к которому не приступили вовремя,")
    )
    assert market.heard(buyer) == [
        f"{HEADING}Продавец не приступил к работе вовремя, заказ отменён. Платить за заказ не нужно.{REVIEW_ASKED}"
    ]


@pytest.mark.parametrize(
    ("delivered", "until", "hours"),
    [
        pytest.param(1 * DAY + 11 * HOUR, "27 ноября, 23:00", 72, id="Tuesday 23:00"),
        pytest.param(1 * DAY + 12 * HOUR, "28 ноября, 00:00", 72, id="Wednesday 00:00: the end is exclusive"),
        pytest.param(1 * DAY + 12 * HOUR + 1, "29 ноября, 00:00", 96, id="one second later"),
        pytest.param(2 * DAY, "29 ноября, 12:00", 96, id="Wednesday noon"),
        pytest.param(5 * DAY, "2 декабря, 12:00", 96, id="Saturday noon"),
        pytest.param(6 * DAY + 12 * HOUR, "3 декабря, 00:00", 72, id="Monday 00:00"),
    ],
)
async def test_a_weekend_makes_the_review_a_day_longer(
    market: Market, seller: Person, buyer: Person, delivered: int, until: str, hours: int
) -> None:
    """As both read it on their cards; the work is accepted at that moment and not a second before."""
    await market.new_order(seller, buyer, term="10")
    await market.starts_work(seller)
    await market.later(delivered)
    await market.delivers(seller)
    assert f"до {until}" in buyer.find("сдаёт работу — она выше").text
    assert f", {until}" in card(seller)

    await market.later(hours * HOUR - 1)
    assert "Статус: На проверке" in card(buyer)
    await market.later(1)
    assert "Статус: Выполнен\nПринят автоматически" in card(buyer)


async def test_the_weekend_is_one_of_the_business_time_zone(tmp_path: Path) -> None:
    """Tuesday 23:00 in Moscow is Wednesday 06:00 in Vladivostok, three days before a Saturday morning."""
    async with open_market(tmp_path, business_timezone="Asia/Vladivostok") as market:
        seller, buyer = market.person("Сергей"), market.person("Анна")
        await market.new_order(seller, buyer)
        await market.starts_work(seller)
        await market.later(1 * DAY + 11 * HOUR)
        await market.delivers(seller)
        assert "до 29 ноября, 06:00" in buyer.find("сдаёт работу — она выше").text


async def test_the_term_stands_still_during_the_review_and_goes_on_with_what_was_left(
    market: Market, seller: Person, buyer: Person
) -> None:
    """To the second, however long the review took; a second delivery starts a full window."""
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    await market.later(DAY + 7)
    await market.delivers(seller)
    await market.later(2 * DAY + 11)
    market.mark()
    await market.sends_back(buyer)

    returned = MONDAY_NOON + 3 * DAY + 18
    assert await clock_of(market) == Running(returned + 2 * DAY - 7)

    await market.later(2 * DAY - 8)
    assert "Срок заказа вышел" not in " ".join(market.heard(seller))
    await market.later(1)
    assert "Срок заказа вышел" in seller.last.text


async def test_an_overdue_term_is_still_overdue_after_the_review(market: Market, seller: Person, buyer: Person) -> None:
    """Nothing is left of it, so the one-click cancel is back at once, and nobody is told of the expiry again."""
    await market.new_order(seller, buyer, term="1")
    await market.starts_work(seller)
    await market.later(DAY + HOUR)
    await market.delivers(seller)
    await market.sends_back(buyer)
    assert "Статус: Просрочен" in card(buyer)
    assert "отменить его можно в один клик" in buyer.last.text
    market.mark()
    await market.later(DAY)
    assert market.heard(seller) == []
    assert await market.presses(buyer, "Отменить заказ", on="Заказ №1\n") != ""
    assert "Покупатель отменил просроченный заказ" in card(buyer)


async def test_an_interim_result_and_messages_leave_the_clock_alone(
    market: Market, seller: Person, buyer: Person
) -> None:
    """The due time is the same to the second."""
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    before = await clock_of(market)
    await market.later(HOUR)
    await market.presses(seller, "Показать промежуточный результат")
    await market.says(seller, "Первые наброски")
    await market.presses(seller, "Показать покупателю")
    assert await clock_of(market) == before


@pytest.mark.parametrize("jump", [12 * HOUR, 5 * DAY])
async def test_a_jump_of_the_wall_clock_is_noticed_by_the_next_look(
    market: Market, seller: Person, buyer: Person, jump: int
) -> None:
    """The bot looks every five seconds, whatever its alarm was set for: after a suspend it is up to date."""
    assert RESCAN_SECONDS <= 5
    await market.new_order(seller, buyer)
    await market.app.timers.rescan()
    market.mark()
    market.clock.advance(jump)
    await market.app.timers.rescan()
    await market.settled()
    said = market.heard(seller)
    assert len(said) == 1
    assert f"Осталось {12 if jump < DAY else 1} ч. до автоотмены" in said[0]


async def test_a_clock_set_back_takes_nothing_back(market: Market, seller: Person, buyer: Person) -> None:
    """What was warned of is not warned of again, and nothing ends early or late by more than the jump itself."""
    await market.new_order(seller, buyer)
    await market.later(12 * HOUR)
    market.mark()
    market.clock.advance(-HOUR)
    await market.app.timers.rescan()
    await market.settled()
    assert market.heard(seller) == []
    await market.later(9 * HOUR + HOUR - 1)
    assert [text for text in market.heard(seller) if "Осталось 12" in text] == []
    await market.later(3 * HOUR)
    assert "Статус: Не начат" in seller.find("Заказ №1\n").text
    await market.later(1)
    assert "Статус: Отменён" in seller.find("Заказ №1\n").text
