"""Giving back what is owed: whatever Telegram answers, in the end once and in full (SPEC 7)."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from desk.money import Refund
from sandbox.chats import Message
from sandbox.faults import FaultKind
from sandbox.person import Person
from tests.acceptance.market import DAY, HOUR, Market, open_market
from tests.acceptance.paying import Till
from tests.acceptance.stages import Deal

OPERATOR = 5_001
STARS = 10_000
REFUND = "refundStarPayment"


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A bot that takes Stars, with an operator, and keeps a tenth."""
    settings: dict[str, Any] = {"payments": "stars", "admin_ids": frozenset({OPERATOR}), "commission_percent": "10"}
    async with open_market(tmp_path, **settings) as fresh:
        yield fresh


@pytest.fixture
def till(market: Market) -> Till:
    """Its payments."""
    return Till(market)


@pytest.fixture
async def operator(market: Market) -> Person:
    """Has pressed Start."""
    person = market.sandbox.people.add("Ольга", person_id=OPERATOR)
    await market.starts(person)
    return person


@pytest.fixture
async def deal(market: Market, till: Till, seller: Person, buyer: Person) -> Deal:
    """Paid, 150 Stars, not started."""
    invoice: Message = await till.orders(seller, buyer)
    await market.pays(buyer, invoice)
    return Deal(market, seller, buyer)


async def _cancel(deal: Deal) -> None:
    await deal.market.presses(deal.buyer, "Отменить заказ", on=deal.card(deal.buyer))
    await deal.market.presses(deal.buyer, "Да")
    assert "Статус: Отменён" in deal.card(deal.buyer).text


async def _due(market: Market) -> list[Refund]:
    async with market.app.database.read() as unit:
        return list(await unit.refunds.open(0, 9))


async def _passes(market: Market, seconds: float) -> None:
    """And the bot looks what is due."""
    market.clock.advance(seconds)
    await market.app.timers.sweep()
    await market.settled()


def _is_back(deal: Deal) -> bool:
    said = [
        message.text
        for message in deal.buyer.received
        if "Вам возвращено 150\N{NO-BREAK SPACE}⭐ за заказ" in message.text
    ]
    assert len(said) <= 1, "told twice"
    assert bool(said) is (deal.buyer.chat.stars == STARS)
    return bool(said)


_FAULTS: dict[str, tuple[FaultKind, int, int]] = {
    # What happens, how long the bot waits then, and how many calls the refund takes in all.
    "500": ("server_error", 2, 2),
    "the call is lost": ("drop_before", 2, 2),
    "the answer is lost": ("drop_after", 2, 2),
    "refused": ("refuse", HOUR, 2),
    "slow down": ("retry_after", 0, 2),
}


@pytest.mark.parametrize(("kind", "wait", "calls"), _FAULTS.values(), ids=list(_FAULTS))
async def test_a_refund_that_fails_stays_due_and_is_tried_again(
    market: Market, till: Till, deal: Deal, operator: Person, kind: FaultKind, wait: int, calls: int
) -> None:
    """By the bot's clock, not before its time; the buyer is told when it is there, and not before."""
    market.sandbox.faults.add(kind, method=REFUND, description="Bad Request: BALANCE_TOO_LOW")
    market.mark()
    await _cancel(deal)
    assert "Звёзды возвращаются вам" in " ".join(market.heard(deal.buyer))
    if wait:
        assert till.fates_of_the_bot() == ["owed back"]
        assert [refund.attempts for refund in await _due(market)] == [1]
        await _passes(market, wait - 1)
        assert len(market.sandbox.calls.select(REFUND)) == 1
        await _passes(market, 1)
    assert (till.fates(), await _due(market)) == (["returned"], [])
    assert _is_back(deal)
    assert len(market.sandbox.calls.select(REFUND)) == calls
    told = [text for text in market.heard(operator) if "BALANCE_TOO_LOW" in text]
    assert len(told) == (1 if kind == "refuse" else 0)


async def test_a_refund_refused_for_days_is_done_at_last(
    market: Market, till: Till, deal: Deal, operator: Person
) -> None:
    """Ever more rarely, at least daily; the operator hears of each refusal, with a code."""
    market.sandbox.faults.add("refuse", method=REFUND, times=7, description="Bad Request: BALANCE_TOO_LOW")
    await _cancel(deal)
    market.mark()
    for hours in (1, 2, 4, 8, 16, 24):
        assert not _is_back(deal)
        await _passes(market, hours * HOUR - 1)
        before = len(market.sandbox.calls.select(REFUND))
        await _passes(market, 1)
        assert len(market.sandbox.calls.select(REFUND)) == before + 1
    told = market.heard(operator)
    assert len(told) == 6
    assert all("BALANCE_TOO_LOW" in text and text.startswith("Ошибка ") for text in told)
    await _passes(market, DAY)
    assert _is_back(deal)
    assert (till.fates(), till.books().balances) == (["returned"], {})


async def test_a_buyer_who_has_blocked_the_bot_gets_the_stars_all_the_same(
    market: Market, till: Till, deal: Deal
) -> None:
    """And reads of it when they are back."""
    deal.buyer.block()
    await market.settled()
    await market.later(DAY)
    assert deal.buyer.chat.stars == STARS
    assert till.fates() == ["returned"]
    market.mark()
    deal.buyer.start()
    await market.settled()
    assert "Вам возвращено 150" in " ".join(market.heard(deal.buyer))


async def test_a_refund_outlives_the_process(market: Market, till: Till, deal: Deal) -> None:
    """Its answer was lost, and the bot is down when it would try again."""
    market.sandbox.faults.add("drop_after", method=REFUND)
    await _cancel(deal)
    assert till.fates_of_the_bot() == ["owed back"]
    await market.is_down(60)
    await market.settled()
    assert _is_back(deal)
    assert till.fates() == ["returned"]


async def test_accepted_work_leaves_the_operator_a_tenth(market: Market, till: Till, deal: Deal) -> None:
    """The rest is the seller's; nothing is held, and nobody is owed anything."""
    await market.starts_work(deal.seller)
    await market.delivers(deal.seller)
    await market.presses(deal.buyer, "Принять работу")
    assert till.fates() == ["released"]
    assert till.books().balances == {
        ("buyer", deal.buyer.id, "XTR"): -150,
        ("seller", deal.seller.id, "XTR"): 135,
        ("commission", 0, "XTR"): 15,
    }
    assert "На вашем балансе: +135\N{NO-BREAK SPACE}⭐" in deal.seller.last.text


async def test_a_cancelled_order_comes_back_without_any_commission(market: Market, till: Till, deal: Deal) -> None:
    """In full."""
    await _cancel(deal)
    assert _is_back(deal)
    assert till.books().balances == {}
