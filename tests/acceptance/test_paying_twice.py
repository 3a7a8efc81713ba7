"""Payments that are told twice, made twice, or come when nothing can be paid any more (SPEC 7)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.chats import Message
from sandbox.person import Person
from tests.acceptance.market import DAY, Market, labels, open_market
from tests.acceptance.paying import Till
from tests.acceptance.stages import Deal
from tests.acceptance.test_inbox_repeats import received_updates

STARS = 10_000
PAID = "Оплата получена, деньги под защитой"


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A bot that takes Stars."""
    async with open_market(tmp_path, payments="stars") as fresh:
        yield fresh


@pytest.fixture
def till(market: Market) -> Till:
    """Its payments."""
    return Till(market)


@pytest.fixture
async def invoice(till: Till, seller: Person, buyer: Person) -> Message:
    """Of an order for 150 Stars, not paid yet."""
    return await till.orders(seller, buyer)


async def _is_told_again(market: Market, *, number: int | None = None) -> None:
    """Of the payment: by the same update, or by another with the same payment in it."""
    told = [update for update in received_updates(market) if "successful_payment" in update.get("message", {})]
    assert told
    await market.app.inbox.store([{**told[-1], "update_id": number or told[-1]["update_id"]}])
    await market.settled()


@pytest.mark.parametrize("number", [None, 900_001], ids=["the same update", "another update"])
@pytest.mark.parametrize("restart", [False, True], ids=["in the same run", "after a restart"])
async def test_a_payment_told_twice_counts_once(
    market: Market, till: Till, invoice: Message, seller: Person, buyer: Person, *, number: int | None, restart: bool
) -> None:
    """And nobody hears of it a second time."""
    await market.pays(buyer, invoice)
    if restart:
        await market.is_down(1)
    deal = Deal(market, seller, buyer)
    async with deal.nothing_happens():
        await _is_told_again(market, number=number)
    assert (till.fates(), buyer.chat.stars) == (["held"], STARS - 150)


async def test_a_payment_owed_back_that_is_told_twice_goes_back_once(
    market: Market, till: Till, invoice: Message, seller: Person, buyer: Person
) -> None:
    """The payer is told once."""
    await market.later(DAY - 60)
    await till.is_paid_all_the_same((buyer, invoice), after=60)
    deal = Deal(market, seller, buyer)
    async with deal.nothing_happens():
        await _is_told_again(market)
        await _is_told_again(market, number=900_001)
    assert (till.fates(), buyer.chat.stars) == (["returned"], STARS)
    assert len(market.sandbox.calls.select("refundStarPayment")) == 1


async def test_of_two_invoices_of_one_order_only_one_can_be_paid(
    market: Market, till: Till, invoice: Message, seller: Person, buyer: Person
) -> None:
    """«Оплатить» brings as many as are asked for; once it is paid, Telegram is told no for the others."""
    await market.presses(buyer, "Оплатить", on=Deal(market, seller, buyer).card(buyer))
    second = till.invoice(buyer)
    assert second.id != invoice.id
    await market.pays(buyer, second)
    assert await till.asks(buyer, invoice) == "Работа по заказу ещё не начата."
    assert await till.asks(buyer, second) == "Работа по заказу ещё не начата."
    assert (till.fates(), buyer.chat.stars) == (["held"], STARS - 150)


async def test_two_invoices_of_one_order_both_paid(
    market: Market, till: Till, invoice: Message, seller: Person, buyer: Person
) -> None:
    """Telegram had its yes for both before either was paid: the second goes back, and its payer knows."""
    await market.presses(buyer, "Оплатить", on=Deal(market, seller, buyer).card(buyer))
    market.mark()
    await till.is_paid_all_the_same((buyer, invoice), (buyer, till.invoice(buyer)))
    assert (till.fates(), buyer.chat.stars) == (["held", "returned"], STARS - 150)
    heard = " ".join(market.heard(buyer))
    assert heard.count(PAID) == 1
    assert heard.count("оплачивать по нему уже нечего. Звёзды возвращаются вам.") == 1
    assert len([text for text in market.heard(seller) if "Новый оплаченный заказ" in text]) == 1
    deal = Deal(market, seller, buyer)
    assert "Статус: Не начат" in deal.card(buyer).text


_LATE = {
    "ru": "Пришёл платёж на 150\N{NO-BREAK SPACE}⭐, но оплачивать по нему уже нечего. Звёзды возвращаются вам.",
    "en": "A payment of 150\N{NO-BREAK SPACE}⭐ has come, but there is nothing left to be paid with it. "
    "Your Stars are on their way back.",
}


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_a_payment_for_an_order_that_has_lapsed_goes_back(
    market: Market, till: Till, seller: Person, language: str
) -> None:
    """The payer is told that it has come and goes back, Telegram shows that it is back; the seller hears nothing."""
    buyer = market.person("Anna", language)
    link = await market.publishes_gig(seller, price="150")
    await market.starts(buyer, link)
    await market.presses(buyer, {"ru": "Заказать", "en": "Order"}[language])
    await market.says(buyer, "Brown")
    await market.presses(buyer, {"ru": "Готово", "en": "Done"}[language])
    market.mark()
    await market.later(DAY - 60)
    await till.is_paid_all_the_same((buyer, till.invoice(buyer)), after=60)
    assert (till.fates(), buyer.chat.stars) == (["returned"], STARS)
    assert [text for text in market.heard(buyer) if text] == [_LATE[language]]
    assert market.heard(seller) == []
    assert await till.asks(buyer, till.invoice(buyer)) is not None
    deal = Deal(market, seller, buyer)
    assert (await deal.order()).paid_at is None


async def test_a_payment_in_the_last_second_is_in_time(
    market: Market, till: Till, invoice: Message, seller: Person, buyer: Person
) -> None:
    """And a second later it is not, though nobody has swept yet."""
    await market.later(DAY - 1)
    await market.pays(buyer, invoice)
    assert till.fates() == ["held"]
    other = await till.orders(seller, market.person("Олег"))
    market.clock.advance(DAY)
    assert await till.asks(market.person("Олег"), other) == "Время на это вышло."


async def test_a_payment_disturbs_no_form(market: Market, till: Till, invoice: Message, buyer: Person) -> None:
    """Somebody who is answering questions pays an older invoice, or has money back: the form is where it was."""
    link = await market.publishes_gig(market.person("Пётр"), price="200", title="Вывеска")
    await market.starts(buyer, link)
    await market.presses(buyer, "Заказать")
    await market.pays(buyer, invoice)
    market.mark()
    returned = {"currency": "XTR", "total_amount": 1, "invoice_payload": "x", "telegram_payment_charge_id": "x"}
    market.sandbox.world.post(buyer.chat, {"refunded_payment": returned}, from_bot=False)
    await market.settled()
    assert market.heard(buyer) == []
    await market.says(buyer, "Большая, на стену")
    await market.presses(buyer, "Готово")
    assert "Заказ №2" in str(till.invoice(buyer).body["invoice"])
    assert till.fates() == ["held"]


# --- options ---


async def _offered(market: Market, till: Till, invoice: Message, seller: Person, buyer: Person) -> Deal:
    await market.pays(buyer, invoice)
    deal = Deal(market, seller, buyer)
    await deal.offers(price="50")
    return deal


def _pay_button(buyer: Person) -> Message:
    return next(m for m in reversed(buyer.received) if any("Оплатить опцию" in label for label in labels(m)))


async def test_an_option_is_paid_once_however_often_the_button_is_pressed(
    market: Market, till: Till, invoice: Message, seller: Person, buyer: Person
) -> None:
    """Each press brings an invoice; the first one that is paid buys, the others are told no."""
    deal = await _offered(market, till, invoice, seller, buyer)
    pressed = _pay_button(buyer)
    assert await deal.double_taps(buyer, "Оплатить опцию", on=pressed) == ("Счёт ниже", "Счёт ниже")
    await market.presses(buyer, "Оплатить опцию", on=pressed)
    bills = [message for message in buyer.received if message.kind == "invoice" and message.id > pressed.id]
    assert len(bills) >= 2
    assert {bill.body["invoice"]["total_amount"] for bill in bills} == {50}
    market.mark()
    await market.pays(buyer, bills[0])
    assert [await till.asks(buyer, bill) for bill in bills] == ["Это предложение уже не действует."] * len(bills)
    assert till.fates() == ["held", "held"]
    assert till.books().balances["escrow", 1, "XTR"] == 200
    assert (await deal.order()).terms.price.amount == 200
    assert len(market.heard(seller)) == 1
    told = await deal.forges(buyer, "p:1:1:pay:c")
    assert told == "Это предложение уже не действует."
    assert till.fates() == ["held", "held"]


async def test_two_invoices_of_one_option_both_paid(
    market: Market, till: Till, invoice: Message, seller: Person, buyer: Person
) -> None:
    """The second goes back; price and term have grown once."""
    deal = await _offered(market, till, invoice, seller, buyer)
    await market.presses(buyer, "Оплатить опцию")
    bill = till.invoice(buyer)
    await till.is_paid_all_the_same((buyer, bill), (buyer, bill))
    assert till.fates() == ["held", "held", "returned"]
    order = await deal.order()
    assert (order.terms.price.amount, order.terms.term_days) == (200, 5)
    assert buyer.chat.stars == STARS - 200


@pytest.mark.parametrize("what", ["taken back", "declined", "closed", "cancelled"])
async def test_money_for_an_option_that_is_no_more_goes_back(
    market: Market, till: Till, invoice: Message, seller: Person, buyer: Person, what: str
) -> None:
    """The seller has taken it back, the buyer has declined it, the work is handed over, the order is over."""
    deal = await _offered(market, till, invoice, seller, buyer)
    await market.presses(buyer, "Оплатить опцию")
    bill = till.invoice(buyer)
    match what:
        case "taken back":
            await market.presses(seller, "Отозвать опцию")
        case "declined":
            await market.presses(buyer, "Отказаться", on=deal.card(buyer))
        case "closed":
            await market.starts_work(seller)
            await market.delivers(seller)
        case "cancelled":
            await market.presses(buyer, "Отменить заказ", on=deal.card(buyer))
            await market.presses(buyer, "Да")
    assert await till.asks(buyer, bill)
    first = "returned" if what == "cancelled" else "held"
    assert till.fates() == [first]
    await till.is_paid_all_the_same((buyer, bill))
    assert till.fates() == [first, "returned"]
    assert "Пришёл платёж на 50" in " ".join(message.text for message in buyer.received)


async def test_an_order_with_options_comes_back_whole(
    market: Market, till: Till, invoice: Message, seller: Person, buyer: Person
) -> None:
    """Each of its payments by itself; accepted, all of it is the seller's."""
    await _offered(market, till, invoice, seller, buyer)
    await market.presses(buyer, "Оплатить опцию")
    await market.pays(buyer, till.invoice(buyer))
    await market.later(DAY)
    assert (till.fates(), buyer.chat.stars) == (["returned", "returned"], STARS)
    assert till.books().balances == {}
