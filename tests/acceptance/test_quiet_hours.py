"""Quiet hours and time zones from «Настройки»: a warning comes before them, never later and never inside."""

import pytest

from sandbox.person import Person
from tests.acceptance.market import DAY, HOUR, MONDAY_NOON, Market

MINUTE = 60


async def sets_quiet_hours(market: Market, who: Person, hours: str, zone: str = "") -> None:
    """In «Настройки», typed."""
    await market.presses_or_says(who, "/settings")
    if zone:
        await market.presses(who, "Часовой пояс")
        await market.presses(who, zone)
        await market.presses(who, "Назад")
    await market.presses(who, "Тихие часы")
    await market.presses(who, "Своё")
    await market.says(who, hours)
    assert "Сохранено" in who.last.text


def minutes(who: Person, words: str) -> list[float]:
    """When messages with these words came, in minutes from Monday noon in Moscow."""
    return [(message.body["date"] - MONDAY_NOON) / MINUTE for message in who.received if words in message.text]


@pytest.mark.parametrize(
    ("hours", "zone", "came"),
    [
        pytest.param("23:00–08:00", "", [11 * 60 - 1, 21 * 60, 23 * 60], id="at midnight: before 23:00"),
        pytest.param("00:00–12:00", "", [12 * 60 - 1], id="all three at once: one warning says it all"),
        pytest.param("00:00-09:00", "", [12 * 60 - 1, 21 * 60, 23 * 60], id="the end is not quiet any more"),
        pytest.param("23:00–08:00", "Омск", [8 * 60 - 1, 21 * 60, 23 * 60], id="by the seller's own zone"),
        pytest.param("с 1 до 2", "", [12 * 60, 21 * 60, 23 * 60], id="nothing falls into them"),
    ],
)
async def test_a_warning_that_falls_into_quiet_hours_comes_a_minute_before_them(
    market: Market, seller: Person, buyer: Person, hours: str, zone: str, came: list[int]
) -> None:
    """Paid at noon in Moscow, the usual moments are midnight, 09:00 and 11:00; the auto-cancel is at noon."""
    await sets_quiet_hours(market, seller, hours, zone)
    await market.new_order(seller, buyer)
    await market.later(DAY - 1)
    assert minutes(seller, "до автоотмены:") == came


async def test_quiet_hours_set_while_an_order_runs_hold_for_it(market: Market, seller: Person, buyer: Person) -> None:
    """And taken away again, the warnings are back at their usual moments."""
    await market.new_order(seller, buyer)
    await sets_quiet_hours(market, seller, "23:00–08:00")
    await market.presses(seller, "Без тихих часов")
    await sets_quiet_hours(market, seller, "08:30–09:30")
    await market.later(DAY - 1)
    assert minutes(seller, "до автоотмены:") == [12 * 60, 20 * 60 + 29, 23 * 60]


async def test_a_buyers_quiet_hours_hold_for_the_review(market: Market, seller: Person, buyer: Person) -> None:
    """Reminded before the night; the work is accepted at its moment all the same."""
    await sets_quiet_hours(market, buyer, "08:00–13:00")
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    await market.delivers(seller)
    await market.later(3 * DAY)
    assert minutes(buyer, "принят автоматически через") == [44 * 60 - 1, 68 * 60 - 1]
    assert "Статус: Выполнен" in buyer.find("Заказ №1\n").text


async def test_an_auto_cancel_is_put_off_where_quiet_hours_left_no_moment_for_a_warning(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Nobody is harmed without a word: the first warning comes at the end, and an hour with it."""
    await sets_quiet_hours(market, seller, "12:30–12:15")
    await market.later(HOUR)
    await market.new_order(seller, buyer)
    await market.later(DAY)
    assert minutes(seller, "до автоотмены:") == [25 * 60]
    assert "Статус: Не начат" in seller.find("Заказ №1\n").text
    await market.later(HOUR)
    assert "Статус: Отменён" in seller.find("Заказ №1\n").text


async def test_news_inside_quiet_hours_comes_without_a_sound(market: Market, seller: Person, buyer: Person) -> None:
    """What people do is told at once; only the phone stays still."""
    await sets_quiet_hours(market, seller, "11:00–13:00")
    await market.new_order(seller, buyer)
    await market.presses(buyer, "Отменить заказ")
    await market.presses(buyer, "Да, отменить")
    silent = {  # which of the two chats comes first is nobody's promise
        int(str(call.request()["chat_id"])): str(call.request().get("disable_notification")).lower()
        for call in market.sandbox.calls
        if call.method.lower() == "sendmessage" and "до начала работы" in str(call.request().get("text"))
    }
    assert silent == {seller.id: "true", buyer.id: "none"}
