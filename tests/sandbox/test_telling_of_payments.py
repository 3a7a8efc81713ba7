"""What the bot hears of payments, and what only its list of transactions knows."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import LabeledPrice, StarTransaction, TransactionPartnerFragment, TransactionPartnerUser

from sandbox import MovableClock, Person, PersonError, Sandbox

Ask = Callable[..., Coroutine[Any, Any, tuple[int, Any]]]


@pytest.fixture
def ask(sandbox: Sandbox, http: aiohttp.ClientSession) -> Ask:
    """Ask the control: method, path and, by name, what aiohttp's request takes; returns status and body."""

    async def call(method: str, path: str, **request: Any) -> tuple[int, Any]:
        async with http.request(method, f"{sandbox.url}/sandbox{path}", **request) as response:
            return response.status, await response.json()

    return call


async def _pays(bot: Bot, person: Person, amount: int = 150, *, currency: str = "XTR") -> str:
    """Gives the charge."""
    prices = [LabeledPrice(label="Логотип", amount=amount)]
    token = "" if currency == "XTR" else "1:TEST"
    invoice = await bot.send_invoice(
        person.id, "Заказ №1", "Логотип", f"order:{amount}", currency, prices, provider_token=token
    )
    checkout = person.pay(invoice.message_id)
    await bot.answer_pre_checkout_query(checkout.id, ok=True)
    assert checkout.charge is not None
    return checkout.charge.id


async def _told(bot: Bot) -> list[str]:
    """The charges of which the bot is told by updates that it has not confirmed yet; they are confirmed."""
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    messages = (update.message for update in updates)
    return [m.successful_payment.telegram_payment_charge_id for m in messages if m and m.successful_payment]


async def _moves(bot: Bot, **which: int) -> list[tuple[str, int, bool]]:
    """Id, amount, and whether it came in."""
    found = (await bot.get_star_transactions(**which)).transactions
    return [(move.id, move.amount, move.source is not None) for move in found]


async def test_a_payment_is_told_once(bot: Bot, anna: Person) -> None:
    charge = await _pays(bot, anna)

    assert await _told(bot) == [charge]


async def test_a_payment_may_be_told_twice(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    """Two updates, one message, one payment; the next is told once again."""
    sandbox.faults.add("payment_twice")

    first, second = await _pays(bot, anna), await _pays(bot, anna)

    assert await _told(bot) == [first, first, second]
    assert anna.chat.stars == 10_000 - 300


@pytest.mark.parametrize("kind", ["payment_late", "payment_lost"])
async def test_a_payment_may_be_told_late_or_never(bot: Bot, sandbox: Sandbox, anna: Person, kind: Any) -> None:
    """The person has paid, and sees it; the list of transactions knows it at once."""
    sandbox.faults.add(kind, chat_id=anna.id)

    charge = await _pays(bot, anna)

    assert await _told(bot) == []
    assert anna.transcript[-1].body["successful_payment"]["telegram_payment_charge_id"] == charge
    assert await _moves(bot) == [(charge, 150, True)]
    sandbox.cashier.tell(charge)
    assert await _told(bot) == [charge]
    assert list(sandbox.faults) == []


async def test_a_fault_of_payments_strikes_no_call_and_only_whom_it_is_meant_for(
    bot: Bot, sandbox: Sandbox, anna: Person, boris: Person
) -> None:
    boris.start()
    sandbox.faults.add("payment_lost", chat_id=boris.id, times=None)

    charge = await _pays(bot, anna)
    await _pays(bot, boris)

    assert await _told(bot) == [charge]
    assert all(call.fault is None for call in sandbox.calls)


async def test_calls_about_money_are_about_somebody(bot: Bot, sandbox: Sandbox, anna: Person, boris: Person) -> None:
    """So that the wire shows whom, and a fault can be meant for one person."""
    boris.start()
    sandbox.faults.add("refuse", method="refundStarPayment", chat_id=boris.id, description="Bad Request: INTERNAL")
    first, second = await _pays(bot, anna), await _pays(bot, boris)

    await bot.refund_star_payment(anna.id, first)
    with pytest.raises(TelegramBadRequest, match="INTERNAL"):
        await bot.refund_star_payment(boris.id, second)

    calls = sandbox.calls.select("answerPreCheckoutQuery") + sandbox.calls.select("refundStarPayment")
    assert [call.chat_id for call in calls] == [anna.id, boris.id, anna.id, boris.id]


async def test_a_chargeback_takes_the_stars_from_the_bot_behind_its_back(
    bot: Bot, sandbox: Sandbox, clock: MovableClock, anna: Person
) -> None:
    """Like a refund in the list of transactions, but nobody is told; the Stars are not the person's any more."""
    charge = await _pays(bot, anna)
    await _told(bot)
    clock.advance(60)
    said = len(anna.transcript)

    sandbox.cashier.take_back(charge)

    assert (await bot.get_my_star_balance()).amount == 0
    incoming, outgoing = (await bot.get_star_transactions()).transactions
    assert (outgoing.id, outgoing.amount, outgoing.source) == (charge, 150, None)
    assert (outgoing.date - incoming.date).total_seconds() == 60
    assert isinstance(outgoing.receiver, TransactionPartnerUser)
    assert (outgoing.receiver.user.id, outgoing.receiver.invoice_payload) == (anna.id, "order:150")
    assert (anna.chat.stars, len(anna.transcript), await _told(bot)) == (10_000 - 150, said, [])
    with pytest.raises(TelegramBadRequest, match="CHARGE_ALREADY_REFUNDED"):
        await bot.refund_star_payment(anna.id, charge)
    with pytest.raises(PersonError, match="gone back already"):
        sandbox.cashier.take_back(charge)


async def test_only_stars_are_taken_back(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    charge = await _pays(bot, anna, currency="RUB")

    with pytest.raises(PersonError, match="only Stars"):
        sandbox.cashier.take_back(charge)
    with pytest.raises(PersonError, match="no such payment"):
        sandbox.cashier.take_back("nonsense")


async def test_a_withdrawal_goes_to_the_owner(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    await _pays(bot, anna)

    with pytest.raises(PersonError, match="not so many"):
        sandbox.payments.withdraw(151)
    sandbox.payments.withdraw(100)

    out: StarTransaction = (await bot.get_star_transactions()).transactions[-1]
    assert isinstance(out.receiver, TransactionPartnerFragment)
    assert (out.amount, (await bot.get_my_star_balance()).amount) == (100, 50)


async def test_transactions_come_in_pages_in_the_order_in_which_they_happened(bot: Bot, anna: Person) -> None:
    """Also those of the same second."""
    charges = [await _pays(bot, anna, amount) for amount in range(1, 6)]
    await bot.refund_star_payment(anna.id, charges[0])
    charges.append(await _pays(bot, anna, 6))
    everything = [*((charge, at + 1, True) for at, charge in enumerate(charges[:5])), (charges[0], 1, False)]
    everything.append((charges[5], 6, True))

    assert await _moves(bot) == everything
    assert await _moves(bot, limit=3) == everything[:3]
    assert await _moves(bot, offset=3, limit=100) == everything[3:]
    assert await _moves(bot, offset=7) == []
    with pytest.raises(TelegramBadRequest, match="LIMIT_INVALID"):
        await bot.get_star_transactions(limit=101)


async def test_it_is_all_there_over_http(ask: Ask, bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    await ask("POST", "/faults", json={"kind": "payment_late"})
    charge = await _pays(bot, anna)
    one = f"/payments/{charge}"

    (held,) = (await ask("GET", "/payments"))[1]
    assert (held["telegram_payment_charge_id"], held["chat_id"], held["told"]) == (charge, anna.id, 0)
    assert (await ask("POST", f"{one}/tell"))[1]["told"] == 1
    assert await _told(bot) == [charge]
    assert await ask("POST", "/payments/withdraw", json={"amount": 50}) == (200, {"balance": 100})
    assert (await ask("POST", f"{one}/take_back"))[1]["taken_back_at"] == held["at"]
    assert (await ask("GET", "/state"))[1]["payments"][0]["taken_back_at"] == held["at"]
    assert await ask("POST", f"{one}/take_back") == (400, {"error": "this payment has gone back already"})
    assert await ask("POST", "/payments/nonsense/tell") == (404, {"error": "there is no such payment"})
    assert await ask("POST", f"/people/{anna.id}/stars", json={"amount": 7}) == (200, {"stars": 10_000 - 150 + 7})
    told = [event.data for event in sandbox.events.after(0) or () if event.kind == "payment"]
    assert [(each["told"], each["taken_back_at"] is None) for each in told] == [(0, True), (1, True), (1, False)]


async def test_paying_over_http_waits_for_the_answer(ask: Ask, bot: Bot, anna: Person) -> None:
    """As long as one wants to."""
    prices = [LabeledPrice(label="Логотип", amount=150)]
    invoice = await bot.send_invoice(anna.id, "Заказ №1", "Логотип", "order:1", "XTR", prices)
    body = {"message_id": invoice.message_id}
    _, unanswered = await ask("POST", f"/people/{anna.id}/pay", json=body)

    paying = asyncio.create_task(ask("POST", f"/people/{anna.id}/pay", json=body | {"wait": 30}))
    query = None
    while query is None or query.id == unanswered["id"]:
        query = (await bot.get_updates(offset=-1, timeout=10))[0].pre_checkout_query
    await bot.answer_pre_checkout_query(query.id, ok=True)
    _, answered = await paying

    assert (unanswered["paid"], unanswered["error"]) == (None, None)
    assert (answered["paid"]["total_amount"], answered["error"]) == (150, None)
    assert (await ask("GET", f"/people/{anna.id}"))[1]["paid"] == {str(invoice.message_id): invoice.message_id + 1}
