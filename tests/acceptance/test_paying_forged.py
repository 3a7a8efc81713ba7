"""Invoices that the bot has not written: another payload, payer, amount or currency (SPEC 7)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from orders.money import Money
from sandbox.payments import Invoice
from sandbox.person import Person
from tests.acceptance.market import Market, open_market
from tests.acceptance.paying import Till
from tests.acceptance.stages import Deal


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A bot that takes Stars."""
    async with open_market(tmp_path, payments="stars") as fresh:
        yield fresh


@pytest.fixture
def till(market: Market) -> Till:
    """Its payments."""
    return Till(market)


#: The order is number 1, the buyer's, for 150 Stars, and has no options.
_FORGED = {
    "the order of somebody else": Invoice("order:2", "XTR", 150),
    "no such order": Invoice("order:3", "XTR", 150),
    "an order that can't be": Invoice("order:999999999999999999", "XTR", 150),
    "a number that no database holds": Invoice("order:9223372036854775808", "XTR", 150),
    "order nought": Invoice("order:0", "XTR", 150),
    "a negative order": Invoice("order:-1", "XTR", 150),
    "another spelling": Invoice("order:01", "XTR", 150),
    "spaces": Invoice(" order:1", "XTR", 150),
    "a line more": Invoice("order:1\n", "XTR", 150),
    "other digits": Invoice("order:\N{ARABIC-INDIC DIGIT ONE}", "XTR", 150),
    "capitals": Invoice("ORDER:1", "XTR", 150),
    "no such option": Invoice("order:1:option:1", "XTR", 150),
    "option nought": Invoice("order:1:option:0", "XTR", 150),
    "nothing": Invoice("", "XTR", 150),
    "a statement": Invoice("1; DROP TABLE orders", "XTR", 150),
    "a Star less": Invoice("order:1", "XTR", 149),
    "a Star more": Invoice("order:1", "XTR", 151),
    "one Star": Invoice("order:1", "XTR", 1),
    "roubles": Invoice("order:1", "RUB", 150),
    "roubles in kopecks": Invoice("order:1", "RUB", 15_000),
    "an unknown currency": Invoice("order:1", "XXX", 150),
}


@pytest.fixture
async def deal(market: Market, till: Till, seller: Person, buyer: Person) -> Deal:
    """Ordered and not paid; the second order is somebody else's."""
    link = await market.publishes_gig(seller, price="150")
    for who in (buyer, market.person("Олег")):
        await market.orders(who, link, "«Зерно», коричневый")
    return Deal(market, seller, buyer)


async def test_no_forged_invoice_is_paid(market: Market, till: Till, deal: Deal) -> None:
    """The payer is told why; nothing moves, and the true one can be paid afterwards."""
    buyer, stars = deal.buyer, deal.buyer.chat.stars
    async with deal.nothing_happens():
        reasons = {what: await till.asks(buyer, invoice) for what, invoice in _FORGED.items()}
    assert (till.fates(), buyer.chat.stars) == ([], stars)
    assert [what for what, reason in reasons.items() if not reason] == []
    assert reasons["a Star less"] == reasons["roubles"]
    assert reasons["a Star less"] == "Сумма счёта больше не подходит: откройте заказ и нажмите «Оплатить» ещё раз."
    assert (
        reasons["the order of somebody else"]
        == reasons["nothing"]
        == "Такого заказа у вас нет. Ваши заказы — в /orders."
    )
    assert max(len(reason or "") for reason in reasons.values()) <= 200
    assert await till.asks(buyer, till.invoice(buyer, "Заказ №1")) is None
    assert (till.fates(), buyer.chat.stars) == (["held"], stars - 150)


async def test_what_a_forged_invoice_brings_is_owed_back_to_its_payer(market: Market, till: Till, deal: Deal) -> None:
    """Should its money ever arrive; Stars are back at once, roubles are on the operator's list."""
    buyer, stars = deal.buyer, deal.buyer.chat.stars
    before = await deal.order()
    await till.is_paid_all_the_same(*((buyer, invoice) for invoice in _FORGED.values()))
    assert await deal.order() == before
    expected = ["returned" if invoice.currency == "XTR" else "owed back" for invoice in _FORGED.values()]
    assert (till.fates(), buyer.chat.stars) == (expected, stars)
    async with market.app.database.read() as unit:
        due = await unit.refunds.open(0, 99)
    assert [(refund.person_id, refund.by_hand, refund.money.currency) for refund in due] == [
        (buyer.id, True, currency) for currency in ("RUB", "RUB", "XXX")
    ]
    assert await till.asks(buyer, till.invoice(buyer, "Заказ №1")) is None
    assert till.fates() == [*expected, "held"]


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_nobody_else_pays_for_an_order(market: Market, till: Till, deal: Deal, language: str) -> None:
    """Neither its seller nor a stranger; the money of one who does it all the same is back with them."""
    stranger = market.person("Мэри", language)
    await market.starts(stranger)
    bill = Invoice("order:1", "XTR", 150)
    reason = {
        "ru": "Такого заказа у вас нет. Ваши заказы — в /orders.",
        "en": "You have no such order. Your orders are in /orders.",
    }[language]
    assert await till.asks(stranger, bill) == reason
    assert await till.asks(deal.seller, bill) == "Это решает другая сторона заказа."
    before = await deal.order()
    market.mark()
    await till.is_paid_all_the_same((stranger, bill), (deal.seller, bill))
    assert (await deal.order(), market.heard(deal.buyer)) == (before, [])
    told = {who: " ".join(market.heard(who)).strip() for who in (stranger, deal.seller)}  # Telegram's own has no text
    assert told[stranger].startswith({"ru": "Пришёл платёж на 150", "en": "A payment of 150"}[language])
    assert told[deal.seller].startswith("Пришёл платёж на 150")
    assert till.fates() == ["returned", "returned"]
    assert stranger.chat.stars == deal.seller.chat.stars == 10_000


async def test_a_forged_confirmation_of_a_protected_order_moves_nothing(till: Till, deal: Deal) -> None:
    """«Подтвердить заказ» is for orders that the sides settle themselves."""
    order = await deal.order()
    async with deal.nothing_happens():
        told = await deal.forges(deal.buyer, f"o:1:pay:{order.turn}:c")
    assert told == "Этот заказ оплачивается счётом: нажмите «Оплатить» в карточке заказа."
    assert (await deal.order()).paid_at is None
    assert till.fates() == []


async def test_a_forged_purchase_of_an_option_moves_nothing(market: Market, till: Till, deal: Deal) -> None:
    """«Оплатить опцию» brings an invoice; there is no press that buys."""
    await till.asks(deal.buyer, till.invoice(deal.buyer, "Заказ №1"))
    await deal.offers(price="50")
    async with deal.nothing_happens():
        assert await till.asks(deal.buyer, Invoice("order:1:option:1", "XTR", 49)) is not None
        assert await till.asks(deal.buyer, Invoice("order:1:option:2", "XTR", 50)) is not None
        assert await till.asks(deal.seller, Invoice("order:1:option:1", "XTR", 50)) is not None
    assert (await deal.order()).terms.price == Money(150, "XTR")
    assert till.fates() == ["held"]


@pytest.mark.parametrize("link", ["p_1", "p_2", "p_3", "p_0", "p_", "p_-1", "p_1x", "p_99999999999999999999"])
async def test_the_link_of_a_forwarded_invoice_opens_nothing_for_a_stranger(
    market: Market, deal: Deal, link: str
) -> None:
    """Nor for the seller, who has not heard of the order yet; its buyer sees their order."""
    stranger = market.person("Мэри")
    for who in (stranger, deal.seller):
        said = await market.starts(who, link)
        assert said.text == "Такого заказа у вас нет. Ваши заказы — в /orders."
    said = await market.starts(deal.buyer, link)
    assert said.text.startswith("Заказ №1") is (link == "p_1")


async def test_the_link_of_a_forwarded_invoice_opens_the_order_for_both_once_it_is_paid(
    market: Market, till: Till, deal: Deal
) -> None:
    """The invoice carries the link."""
    invoice = till.invoice(deal.buyer, "Заказ №1")
    assert invoice.body["invoice"]["start_parameter"] == "p_1"
    await market.pays(deal.buyer, invoice)
    for who in (deal.seller, deal.buyer):
        assert "Статус: Не начат" in (await market.starts(who, "p_1")).text
