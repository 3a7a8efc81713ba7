"""A payment provider instead of Stars, and what becomes of orders when the operator changes the way of paying."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from desk.cash_desk import CashDesk
from desk.money import Refund
from desk.order_desk import OrderDesk
from orders.money import Money
from orders.payment import PaymentMethod
from orders.refusals import NoSuchRefund
from sandbox.payments import Invoice
from sandbox.person import Person
from tests.acceptance.market import DAY, Market, labels, open_market
from tests.acceptance.paying import Till
from tests.acceptance.stages import BRIEF, Deal

OPERATOR = 5_001
PROVIDER: dict[str, Any] = {"payments": "provider", "payment_provider_token": "1:TEST:2"}
STARS: dict[str, Any] = {"payments": "stars"}
DIRECT: dict[str, Any] = {"payments": "direct"}


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A bot that takes roubles by a provider."""
    async with open_market(tmp_path, **PROVIDER) as fresh:
        yield fresh


@pytest.fixture
def till(market: Market) -> Till:
    """Its payments."""
    return Till(market)


async def _due(market: Market) -> list[Refund]:
    async with market.app.database.read() as unit:
        return list(await unit.refunds.open(0, 9))


async def _confirm(market: Market, refund: Refund) -> None:
    """«Возвращено»."""
    now = int(market.clock.now())
    async with market.app.database.write() as unit:
        await CashDesk(unit, OrderDesk(unit, market.settings.policy, now), now).refunded(refund.id, OPERATOR)
    market.app.sender.hand(unit.outbox.added)
    await market.settled()


async def _changes(market: Market, settings: dict[str, Any]) -> None:
    """The operator starts the bot anew with another way of paying."""
    await market.stop_bot()
    market.settings = market.settings.model_copy(
        update={"payments": PaymentMethod(settings["payments"]), "currency": ""}
    )
    await market.start_bot()


async def test_roubles_are_held_and_released(market: Market, till: Till, seller: Person, buyer: Person) -> None:
    """To the kopeck; Stars are not touched."""
    invoice = await till.orders(seller, buyer, "1499,90")
    assert (invoice.body["invoice"]["currency"], invoice.body["invoice"]["total_amount"]) == ("RUB", 149_990)
    await market.pays(buyer, invoice)
    assert till.fates() == ["held"]
    await market.starts_work(seller)
    await market.delivers(seller)
    await market.presses(buyer, "Принять работу")
    assert "На вашем балансе: +1\N{NO-BREAK SPACE}499,90\N{NO-BREAK SPACE}₽" in seller.last.text
    assert till.books().balances == {("buyer", buyer.id, "RUB"): -149_990, ("seller", seller.id, "RUB"): 149_990}
    assert buyer.chat.stars == 10_000


async def test_roubles_that_are_owed_are_the_operators_to_give_back(
    market: Market, till: Till, seller: Person, buyer: Person
) -> None:
    """The Bot API can't: each is on a list until it is confirmed, once; then the buyer reads of it."""
    await market.pays(buyer, await till.orders(seller, buyer, "1500"))
    await market.later(DAY)
    (refund,) = await _due(market)
    assert (refund.person_id, refund.money, refund.by_hand) == (buyer.id, Money(150_000, "RUB"), True)
    async with market.app.database.read() as unit:
        payment = await unit.payments.get(str(refund.charge_id))
    assert payment is not None
    assert payment.provider_charge_id == f"card-{refund.charge_id}"
    assert "Деньги вернёт оператор" in " ".join(message.text for message in buyer.received)
    await market.later(30 * DAY)
    assert market.sandbox.calls.select("refundStarPayment") == []
    market.mark()
    await _confirm(market, refund)
    assert "Вам возвращено 1\N{NO-BREAK SPACE}500\N{NO-BREAK SPACE}₽ за заказ" in market.heard(buyer)[0]
    with pytest.raises(NoSuchRefund):
        await _confirm(market, refund)
    assert (till.fates(), till.books().balances) == (["returned"], {})


async def test_a_second_payment_by_card_is_on_the_operators_list(
    market: Market, till: Till, seller: Person, buyer: Person
) -> None:
    """The first is held."""
    invoice = await till.orders(seller, buyer, "1500")
    market.mark()
    await till.is_paid_all_the_same((buyer, invoice), (buyer, invoice))
    assert till.fates() == ["held", "owed back"]
    (refund,) = await _due(market)
    assert (refund.by_hand, refund.order_number) == (True, None)
    assert "Оператор вернёт деньги." in " ".join(market.heard(buyer))
    await _confirm(market, refund)
    assert till.fates() == ["held", "returned"]
    assert (await Deal(market, seller, buyer).order()).status == "not_started"


async def test_stars_do_not_pay_for_an_order_in_roubles(
    market: Market, till: Till, seller: Person, buyer: Person
) -> None:
    """Nor do they stay with the bot."""
    await till.orders(seller, buyer, "1500")
    bill = Invoice("order:1", "XTR", 1_500)
    assert await till.asks(buyer, bill) is not None
    await till.is_paid_all_the_same((buyer, bill))
    assert till.fates() == ["returned"]


@pytest.mark.parametrize(("before", "after"), [(DIRECT, STARS), (DIRECT, PROVIDER)], ids=["stars", "provider"])
async def test_an_order_settled_directly_stays_so(
    market: Market, till: Till, seller: Person, buyer: Person, before: dict[str, Any], after: dict[str, Any]
) -> None:
    """Placed before the bot took money, confirmed by the old button; it has nothing in the books, options included."""
    await _changes(market, before)
    deal = Deal(market, seller, buyer)
    link = await market.publishes_gig(seller)
    await market.orders(buyer, link, BRIEF)
    await _changes(market, after)
    assert await till.asks(buyer, Invoice("order:1", "RUB", 150_000)) == (
        "Этот заказ стороны оплачивают напрямую: бот денег за него не принимает."
    )
    await market.presses(buyer, "Подтвердить заказ")
    assert "Статус: Не начат" in deal.card(buyer).text
    await deal.offers()
    assert await till.asks(buyer, Invoice("order:1:option:1", "RUB", 50_000)) is not None
    await market.presses(buyer, "Оплатить опцию")
    assert (await deal.order()).terms.price == Money(200_000, "RUB")
    await market.starts_work(seller)
    await market.delivers(seller)
    await market.presses(buyer, "Принять работу")
    assert "На вашем балансе" not in seller.last.text
    assert (till.fates(), till.books().balances) == ([], {})
    assert not [message for message in buyer.received if message.kind == "invoice"]


@pytest.mark.parametrize("after", [DIRECT, STARS], ids=["direct", "stars"])
async def test_an_order_paid_by_invoice_stays_so(
    market: Market, till: Till, seller: Person, buyer: Person, after: dict[str, Any]
) -> None:
    """Placed, and one of them paid, before the operator changed the settings: the money is kept as was promised."""
    deal = Deal(market, seller, buyer)
    invoice = await till.orders(seller, buyer, "1500")
    await _changes(market, after)
    told = await deal.forges(buyer, "o:1:pay:0:c")
    assert told == "Этот заказ оплачивается счётом: нажмите «Оплатить» в карточке заказа."
    await market.presses(buyer, "Оплатить", on=deal.card(buyer))
    assert till.invoice(buyer).body["invoice"]["currency"] == "RUB"
    await market.pays(buyer, invoice)
    await market.starts_work(seller)
    await market.delivers(seller)
    await market.presses(buyer, "Принять работу")
    assert till.fates() == ["released"]


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_a_gig_in_another_currency_is_not_ordered(
    market: Market, till: Till, seller: Person, language: str
) -> None:
    """Its price was set when the bot took roubles; the buyer is told before they have answered anything."""
    link = await market.publishes_gig(seller)
    at_once = await market.publishes_gig(seller, questions="", title="Вывеска")
    buyer = market.person("Анна", language)
    await market.starts(buyer, link)
    await _changes(market, STARS)
    sentence = {
        "ru": "Бот принимает теперь другую валюту: продавцу нужно указать новую цену.",
        "en": "The bot takes another currency by now: the seller has to set a new price.",
    }[language]
    button = {"ru": "Заказать", "en": "Order"}[language]
    assert await market.presses(buyer, button) == sentence
    await market.starts(buyer, at_once)
    assert await market.presses(buyer, button) == sentence
    async with market.app.database.read() as unit:
        assert await unit.orders.get(1) is None
    assert not any("Question" in label for label in labels(buyer.last))
