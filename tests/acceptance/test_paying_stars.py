"""Paying with Telegram Stars: invoice, pre-checkout, payment, release and refund (SPEC 7)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from orders.ledger import AccountKind
from orders.money import Money
from sandbox.person import Person
from tests.acceptance.market import DAY, Market, open_market


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A bot that takes Stars."""
    async with open_market(tmp_path, payments="stars") as fresh:
        yield fresh


async def _ordered(market: Market, seller: Person, buyer: Person, price: str = "150") -> None:
    payload = await market.publishes_gig(seller, price=price)
    await market.orders(buyer, payload, "«Зерно», коричневый")


async def _balance(market: Market, kind: AccountKind, holder: int) -> tuple[Money, ...]:
    async with market.app.database.read() as unit:
        return await unit.ledger.balance(kind, holder)


async def test_the_seller_hears_of_an_order_once_it_is_paid(market: Market, seller: Person, buyer: Person) -> None:
    """The invoice comes with the order; paying it holds the money and starts the clock."""
    await _ordered(market, seller, buyer)
    invoice = buyer.last
    assert invoice.kind == "invoice"
    market.mark()
    await market.pays(buyer, invoice)
    assert market.heard(seller)[0].startswith("🔔 Новый оплаченный заказ")
    assert "Оплата получена, деньги под защитой" in market.heard(buyer)[-1]
    assert await _balance(market, AccountKind.ESCROW, 1) == (Money(150, "XTR"),)
    assert buyer.chat.stars == 10_000 - 150


async def test_accepted_work_brings_the_stars_to_the_sellers_balance(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Nothing is left in escrow."""
    await _ordered(market, seller, buyer)
    await market.pays(buyer)
    await market.starts_work(seller)
    await market.delivers(seller)
    market.mark()
    await market.presses(buyer, "Принять работу")
    assert "На вашем балансе: +150\N{NO-BREAK SPACE}⭐" in market.heard(seller)[-1]
    assert await _balance(market, AccountKind.ESCROW, 1) == ()
    assert await _balance(market, AccountKind.SELLER, seller.id) == (Money(150, "XTR"),)


async def test_auto_cancel_gives_the_stars_back(market: Market, seller: Person, buyer: Person) -> None:
    """In full, and the buyer is told twice: that they are on their way, and that they are there."""
    await _ordered(market, seller, buyer)
    await market.pays(buyer)
    market.mark()
    await market.later(DAY)
    heard = " ".join(market.heard(buyer))
    assert "Звёзды возвращаются вам" in heard
    assert "Вам возвращено 150\N{NO-BREAK SPACE}⭐ за заказ" in heard
    assert buyer.chat.stars == 10_000
    assert await _balance(market, AccountKind.ESCROW, 1) == ()
    assert await _balance(market, AccountKind.BUYER, buyer.id) == ()
