"""Our books and Telegram's list of Star transactions: what one knows and the other doesn't (SPEC 7)."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from orders.ledger import AccountKind
from orders.money import Money
from orders.order import Order
from orders.payment import PaymentMethod
from orders.status import Status
from sandbox.faults import FaultKind
from sandbox.person import Person
from tests.acceptance.market import DAY, HOUR, Market, open_market

MINUTE = 60
OPERATOR = 1003
HEADING = "Сверка звёзд с Telegram"


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A bot that takes Stars, and has an operator."""
    async with open_market(tmp_path, payments="stars", admin_ids=frozenset({OPERATOR})) as fresh:
        yield fresh


@pytest.fixture
async def operator(market: Market, seller: Person, buyer: Person) -> Person:
    """Has pressed Start; the third person."""
    operator = market.person("Ольга")
    assert operator.id == OPERATOR
    await market.starts(operator)
    return operator


async def _ordered(market: Market, seller: Person, buyer: Person, price: str = "150") -> None:
    payload = await market.publishes_gig(seller, price=price)
    await market.orders(buyer, payload, "«Зерно», коричневый")


async def _paid(market: Market, seller: Person, buyer: Person) -> str:
    """An order that is paid; gives the charge."""
    await _ordered(market, seller, buyer)
    await market.pays(buyer)
    return _charge(market)


def _charge(market: Market) -> str:
    """The newest."""
    return list(market.sandbox.payments.charges)[-1]


async def _compared(market: Market) -> None:
    """The next day's comparison has been made."""
    await market.later(DAY)


async def _order(market: Market, number: int = 1) -> Order:
    async with market.app.database.read() as unit:
        order = await unit.orders.get(number)
    assert order is not None
    return order


async def _balance(market: Market, kind: AccountKind, holder: int) -> tuple[Money, ...]:
    async with market.app.database.read() as unit:
        return await unit.ledger.balance(kind, holder)


def _reports(operator: Person) -> list[str]:
    return [message.text for message in operator.received if message.text.startswith(HEADING)]


def _reading(market: Market) -> list[int]:
    """The offsets that the bot has asked for."""
    return [call.params.integer("offset") for call in market.sandbox.calls.select("getStarTransactions")]


async def test_a_payment_nobody_told_of_is_booked_like_any_other(
    market: Market, seller: Person, buyer: Person, operator: Person
) -> None:
    """The seller hears of the order, the clock starts, and the operator learns that it was nearly lost."""
    market.sandbox.faults.add("payment_lost")
    await _ordered(market, seller, buyer)
    await market.pays(buyer)
    assert (await _order(market)).status is Status.AWAITING_PAYMENT
    market.mark()

    await market.is_down(HOUR)
    await market.later(2 * MINUTE)

    order = await _order(market)
    assert (order.status, order.paid_at) == (Status.NOT_STARTED, int(market.clock.now()))
    assert market.heard(seller)[0].startswith("🔔 Новый оплаченный заказ")
    assert "Оплата получена, деньги под защитой" in market.heard(buyer)[-1]
    assert await _balance(market, AccountKind.ESCROW, 1) == (Money(150, "XTR"),)
    (report,) = _reports(operator)
    assert report == (
        f"{HEADING}\n\n150\N{NO-BREAK SPACE}⭐ · Анна · заказ №1\n"
        f"Telegram не сообщил об этом платеже, бот нашёл его в списке. Теперь заказ оплачен.\n{_charge(market)}"
    )


async def test_told_after_all_it_counts_once(market: Market, seller: Person, buyer: Person, operator: Person) -> None:
    """The update comes when the payment has been found already."""
    market.sandbox.faults.add("payment_late")
    await _ordered(market, seller, buyer)
    await market.pays(buyer)
    await market.later(2 * MINUTE)
    before = await _order(market)
    market.mark()

    market.sandbox.cashier.tell(_charge(market))
    await market.settled()

    assert await _order(market) == before
    assert (market.heard(seller), market.heard(buyer)) == ([], [])
    assert await _balance(market, AccountKind.ESCROW, 1) == (Money(150, "XTR"),)


@pytest.mark.parametrize("first", ["told", "found"])
async def test_told_while_it_is_being_found_it_counts_once(
    market: Market, seller: Person, buyer: Person, operator: Person, first: str
) -> None:
    """Whoever comes first."""
    market.sandbox.faults.add("payment_late")
    await _ordered(market, seller, buyer)
    await market.pays(buyer)
    market.clock.advance(2 * MINUTE)
    market.sandbox.faults.add("delay", method="getStarTransactions", seconds=0.05)

    market.app.reconciling.look()
    if first == "found":
        await market.app.reconciling.settled()
    market.sandbox.cashier.tell(_charge(market))
    await market.settled()

    assert (await _order(market)).status is Status.NOT_STARTED
    assert await _balance(market, AccountKind.ESCROW, 1) == (Money(150, "XTR"),)
    assert len(_reports(operator)) == (first == "found")


async def test_a_payment_may_still_be_told_of_for_a_minute(
    market: Market, seller: Person, buyer: Person, operator: Person
) -> None:
    """Younger ones are looked at again soon."""
    await _paid(market, seller, buyer)
    await market.later(MINUTE)
    assert _reports(operator) == []
    await market.later(DAY - 30)
    market.sandbox.faults.add("payment_lost")
    await _ordered(market, seller, buyer)
    await market.pays(buyer)

    await market.later(31)
    assert (await _order(market, 2)).status is Status.AWAITING_PAYMENT
    await market.later(2 * MINUTE)

    assert (await _order(market, 2)).status is Status.NOT_STARTED


async def test_a_lost_payment_for_a_lapsed_order_goes_back(
    market: Market, seller: Person, buyer: Person, operator: Person
) -> None:
    """The buyer is told why, and has the Stars again."""
    market.sandbox.faults.add("payment_lost")
    await _ordered(market, seller, buyer)
    await market.pays(buyer)
    await market.stop_bot()
    market.clock.advance(DAY)
    await market.start_bot()
    assert (await _order(market)).status is Status.CANCELLED
    market.mark()

    await market.later(2 * MINUTE)

    assert buyer.chat.stars == 10_000
    assert any("оплачивать по нему уже нечего. Звёзды возвращаются вам" in text for text in market.heard(buyer))
    assert "Оплачивать по нему уже нечего, звёзды возвращаются." in _reports(operator)[0]
    assert "150\N{NO-BREAK SPACE}⭐ · Анна · без заказа" in _reports(operator)[0]
    assert market.heard(seller) == []
    await _compared(market)
    assert len(_reports(operator)) == 1


async def test_what_has_come_and_gone_without_us_stays_out_of_the_books(
    market: Market, seller: Person, buyer: Person, operator: Person
) -> None:
    """Somebody has given it back by hand; there is nothing to be held any more."""
    market.sandbox.faults.add("payment_lost")
    await _ordered(market, seller, buyer)
    await market.pays(buyer)
    market.sandbox.cashier.refund(_charge(market), buyer.id)

    await market.later(2 * MINUTE)

    assert (await _order(market)).status is Status.AWAITING_PAYMENT
    async with market.app.database.read() as unit:
        assert await unit.payments.get(_charge(market)) is None
    assert _reports(operator) == []


async def test_a_refund_done_elsewhere_is_done(market: Market, seller: Person, buyer: Person, operator: Person) -> None:
    """It had been refused to the bot, and was then made by hand."""
    charge = await _paid(market, seller, buyer)
    market.sandbox.faults.add("refuse", method="refundStarPayment", description="Bad Request: INTERNAL", times=None)
    await market.presses(buyer, "Отменить заказ")
    await market.presses(buyer, "Да")
    assert (await _order(market)).status is Status.CANCELLED
    market.mark()

    market.sandbox.cashier.refund(charge, buyer.id)
    await market.later(2 * MINUTE)

    assert market.heard(buyer)[-1].endswith("Вам возвращено 150\N{NO-BREAK SPACE}⭐ за заказ.")
    async with market.app.database.read() as unit:
        assert await unit.refunds.open_count() == 0
    assert await _balance(market, AccountKind.BUYER, buyer.id) == ()
    told = len(market.heard(buyer))
    await _compared(market)
    assert (len(market.heard(buyer)), _reports(operator)) == (told, [])


async def test_a_refund_found_while_it_is_being_made_is_made_once(
    market: Market, seller: Person, buyer: Person, operator: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """The answer to the bot's own call comes after the list has shown it; neither of the two stumbles."""
    await _paid(market, seller, buyer)
    await market.later(2 * MINUTE)
    market.mark()
    market.sandbox.faults.add("delay", method="refundStarPayment", seconds=0.2)
    charge = _charge(market)
    await market.presses(buyer, "Отменить заказ")
    buyer.press(market.with_button(buyer, "Да"), "Да")
    while not market.sandbox.calls.select("refundStarPayment"):  # noqa: ASYNC110 - it has begun, and is not answered yet
        await asyncio.sleep(0)

    market.sandbox.cashier.refund(charge, buyer.id)
    market.clock.advance(DAY)
    market.app.reconciling.look()
    await market.settled()

    back = [text for text in market.heard(buyer) if "Вам возвращено" in text]
    assert len(back) == 1
    assert await _balance(market, AccountKind.BUYER, buyer.id) == ()
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []


async def test_a_chargeback_is_told_once(market: Market, seller: Person, buyer: Person, operator: Person) -> None:
    """Not the next day again, nor after a restart; the order stays as it is."""
    charge = await _paid(market, seller, buyer)
    await market.starts_work(seller)
    before = await _order(market)
    market.mark()

    market.sandbox.cashier.take_back(charge)
    await market.later(2 * MINUTE)

    (report,) = _reports(operator)
    assert report == (
        f"{HEADING}\n\n150\N{NO-BREAK SPACE}⭐ · Анна · заказ №1\n"
        "Telegram забрал эти звёзды обратно: чаще всего так бывает, когда покупатель вернул деньги через магазин. "
        f"Заказ ещё идёт, а денег за него уже нет.\n{charge}"
    )
    assert (await _order(market)) == before
    assert (market.heard(seller), market.heard(buyer)) == ([], [])
    await _compared(market)
    await market.is_down(HOUR)
    await market.later(2 * MINUTE)
    assert len(_reports(operator)) == 1


async def test_what_was_charged_back_is_not_given_back_again(
    market: Market, seller: Person, buyer: Person, operator: Person
) -> None:
    """Cancelled afterwards, the order owes the buyer nothing: Telegram says so."""
    charge = await _paid(market, seller, buyer)
    market.sandbox.cashier.take_back(charge)
    await market.later(2 * MINUTE)

    await market.presses(buyer, "Отменить заказ")
    await market.presses(buyer, "Да")

    assert buyer.chat.stars == 10_000 - 150
    async with market.app.database.read() as unit:
        assert await unit.refunds.open_count() == 0
    await _compared(market)
    assert len(_reports(operator)) == 1


async def test_an_operator_reads_english_where_telegram_does(
    market: Market, seller: Person, buyer: Person, tmp_path: Path
) -> None:
    """The order is over here, and says so."""
    await market.stop_bot()
    market.settings = market.settings.model_copy(update={"admin_ids": frozenset({1004})})
    await market.start_bot()
    market.person("Ольга")
    olga = market.person("Olga", "en")
    await market.starts(olga)
    charge = await _paid(market, seller, buyer)
    await market.starts_work(seller)
    await market.delivers(seller)
    await market.presses(buyer, "Принять работу")

    market.sandbox.cashier.take_back(charge)
    await market.later(2 * MINUTE)

    assert olga.last.text.startswith("Stars compared with Telegram\n\n150\N{NO-BREAK SPACE}⭐ · Анна · order #1\n")
    assert "The order is over, and the bot has no Stars for it any more." in olga.last.text


async def test_a_payment_that_telegram_does_not_know_is_told(
    market: Market, seller: Person, buyer: Person, operator: Person
) -> None:
    """Once it has had an hour to appear in the list."""
    await _paid(market, seller, buyer)
    market.sandbox.payments._moves.clear()

    await market.later(2 * MINUTE)
    assert _reports(operator) == []
    await _compared(market)

    assert [text.count("в списке Telegram его нет") for text in _reports(operator)] == [1]
    await _compared(market)
    assert len(_reports(operator)) == 1


async def test_a_refund_that_telegram_does_not_know_is_told(
    market: Market, seller: Person, buyer: Person, operator: Person
) -> None:
    await _paid(market, seller, buyer)
    await market.presses(buyer, "Отменить заказ")
    await market.presses(buyer, "Да")
    del market.sandbox.payments._moves[1]

    await _compared(market)
    await _compared(market)

    assert [text.count("в списке Telegram возврата нет") for text in _reports(operator)] == [1]


async def test_another_amount_in_the_list_is_told(
    market: Market, seller: Person, buyer: Person, operator: Person
) -> None:
    await _paid(market, seller, buyer)
    market.sandbox.payments._moves[0]["amount"] = 149

    await market.later(2 * MINUTE)

    assert "другая сумма или другой плательщик" in _reports(operator)[0]


async def test_withdrawals_and_gifts_are_no_difference(
    market: Market, seller: Person, buyer: Person, operator: Person
) -> None:
    """Nor is anything else that no invoice of the bot's has brought in."""
    await _paid(market, seller, buyer)
    payments, user = market.sandbox.payments, buyer.profile.as_user()
    payments.withdraw(100)
    now = int(market.clock.now())
    gift = {"type": "user", "transaction_type": "gift_purchase", "user": user}
    payments._moves.append({"id": "gift1", "amount": 15, "date": now, "receiver": gift})
    payments._moves.append({"id": "ads1", "amount": 5, "date": now, "receiver": {"type": "telegram_ads"}})
    payments._moves.append({"id": "back1", "amount": 5, "date": now, "source": {"type": "fragment"}})
    media = {"type": "user", "transaction_type": "paid_media_payment", "user": user, "paid_media": []}
    payments._moves.append({"id": "media1", "amount": 5, "date": now, "source": media})

    await market.later(2 * MINUTE)
    await _compared(market)

    assert _reports(operator) == []
    async with market.app.database.read() as unit:
        assert await unit.payments.get("media1") is None


async def test_what_another_program_has_earned_is_its_own(
    market: Market, seller: Person, buyer: Person, operator: Person
) -> None:
    """Paid before this bot's first order: neither booked nor given back, though the payload looks like ours."""
    await market.starts(buyer)
    old = await market.app.bot.send_invoice(
        buyer.id,
        "x",
        "x",
        "order:1",
        "XTR",
        [{"label": "x", "amount": 150}],  # type: ignore[list-item]
    )
    await market.stop_bot()
    checkout = buyer.pay(old.message_id)
    market.sandbox.cashier.accept(market.sandbox.payments.take(checkout.id))
    market.sandbox.updates.clear()
    market.clock.advance(HOUR)
    await market.start_bot()
    await _ordered(market, seller, buyer)

    await market.later(2 * MINUTE)
    await _compared(market)

    assert buyer.chat.stars == 10_000 - 150
    async with market.app.database.read() as unit:
        assert await unit.payments.get(_charge(market)) is None
    assert _reports(operator) == []


async def test_a_long_list_is_read_in_pages_and_only_once(
    market: Market, seller: Person, buyer: Person, operator: Person
) -> None:
    """Each page after the one before; the next day, and after a restart, only its end is read again."""
    await _paid(market, seller, buyer)
    for number in range(260):
        _foreign(market, buyer, f"before{number}")
    market.sandbox.faults.add("payment_lost")
    await _ordered(market, seller, buyer)
    await market.pays(buyer)

    await market.later(2 * MINUTE)

    assert _reading(market) == [0, 100, 200]
    assert (await _order(market, 2)).status is Status.NOT_STARTED
    await market.is_down(0)
    await market.later(2 * MINUTE)
    assert _reading(market) == [0, 100, 200, 212]
    await _compared(market)
    assert _reading(market)[4:] == [212]


async def test_a_list_that_has_become_shorter_is_read_from_its_beginning(
    market: Market, seller: Person, buyer: Person, operator: Person
) -> None:
    """As when the operator has taken another bot for the same database."""
    await _paid(market, seller, buyer)
    for number in range(150):
        _foreign(market, buyer, f"before{number}")
    await market.later(2 * MINUTE)
    del market.sandbox.payments._moves[20:]
    market.sandbox.faults.add("payment_lost")
    await _ordered(market, seller, buyer)
    await market.pays(buyer)

    await _compared(market)

    assert _reading(market) == [0, 100, 101, 0]
    assert (await _order(market, 2)).status is not Status.AWAITING_PAYMENT


def _foreign(market: Market, buyer: Person, number: str) -> None:
    """A payment that is none of ours: it came and went."""
    partner = {
        "type": "user",
        "transaction_type": "gift_purchase",
        "user": buyer.profile.as_user(),
    }
    market.sandbox.payments._moves.append(
        {"id": number, "amount": 1, "date": int(market.clock.now()), "receiver": partner}
    )


@pytest.mark.parametrize("fault", ["server_error", "retry_after", "drop_before", "refuse"])
async def test_a_list_that_can_not_be_read_is_read_later(
    market: Market, seller: Person, buyer: Person, operator: Person, fault: FaultKind
) -> None:
    """The bot goes on meanwhile, and page by page it gets there."""
    market.sandbox.faults.add("payment_lost")
    await _ordered(market, seller, buyer)
    await market.pays(buyer)
    words = "Bad Request: INTERNAL"
    market.sandbox.faults.add(fault, method="getStarTransactions", seconds=30, times=2, description=words)

    await market.later(2 * MINUTE)
    assert (await _order(market)).status is Status.AWAITING_PAYMENT
    assert "Пока пусто" in (await market.says(operator, "/orders")).text
    for _ in range(25):
        await market.later(MINUTE)

    assert (await _order(market)).status is Status.NOT_STARTED


async def test_what_nobody_understands_is_passed_over(
    market: Market, seller: Person, buyer: Person, operator: Person
) -> None:
    """A newer Telegram may say things of its own; what comes after them is read all the same."""
    market.sandbox.payments._moves.append({"id": "odd", "date": 0, "amount": 1, "source": {"type": "user"}})
    market.sandbox.payments._moves.append(
        {"id": "odd", "date": 0, "amount": 1, "source": {"type": "user", "transaction_type": "invoice_payment"}}
    )
    market.sandbox.payments._moves.append({"id": "odd"})
    market.sandbox.faults.add("payment_lost")
    await _ordered(market, seller, buyer)
    await market.pays(buyer)

    await market.later(2 * MINUTE)

    assert (await _order(market)).status is Status.NOT_STARTED


async def test_an_answer_that_is_none_stops_nothing(
    market: Market, seller: Person, buyer: Person, operator: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked for again."""
    await _paid(market, seller, buyer)
    with monkeypatch.context() as broken:
        broken.setattr(market.sandbox.payments, "transactions", lambda *_: "nonsense")
        await market.later(2 * MINUTE)

    assert "Пока пусто" in (await market.says(operator, "/orders")).text
    await market.later(HOUR)
    assert _reading(market) == [0, 0]


async def test_without_stars_nothing_is_asked(tmp_path: Path, seller: Person, buyer: Person) -> None:
    """The sides settle between themselves."""
    async with open_market(tmp_path / "direct") as market:
        await market.new_order(market.person("Сергей"), market.person("Анна"))
        await market.later(2 * DAY)

        assert _reading(market) == []


async def test_before_the_first_order_nothing_is_asked(market: Market, operator: Person) -> None:
    await market.later(2 * DAY)

    assert _reading(market) == []


async def test_stars_that_are_still_held_are_looked_after_when_the_way_of_paying_has_changed(
    market: Market, seller: Person, buyer: Person, operator: Person
) -> None:
    """As long as there are any."""
    charge = await _paid(market, seller, buyer)
    await market.starts_work(seller)
    await market.stop_bot()
    market.settings = market.settings.model_copy(update={"payments": PaymentMethod.DIRECT, "currency": "RUB"})
    await market.start_bot()
    market.sandbox.cashier.take_back(charge)

    await market.later(2 * MINUTE)

    assert len(_reports(operator)) == 1
    await market.delivers(seller)
    await market.presses(buyer, "Принять работу")
    asked = len(_reading(market))
    await market.later(2 * DAY)
    assert len(_reading(market)) == asked


async def test_the_start_does_not_wait_for_it(market: Market, seller: Person, buyer: Person) -> None:
    """Nor does a stop, while Telegram takes its time."""
    await _paid(market, seller, buyer)
    await market.stop_bot()
    market.sandbox.faults.add("delay", method="getStarTransactions", seconds=30)
    await market.start_bot()
    market.clock.advance(MINUTE)
    market.app.reconciling.look()
    await asyncio.sleep(0)

    await asyncio.wait_for(market.stop_bot(), 5)

    assert replace(await _reopened_order(market)).status is Status.NOT_STARTED


async def _reopened_order(market: Market) -> Order:
    market.sandbox.faults.clear()
    await market.start_bot()
    return await _order(market)
