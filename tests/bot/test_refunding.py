"""Giving Stars back: nothing that goes wrong with one refund keeps back the others, and none is done twice."""

import pytest

from bot.app import App
from desk.cash_desk import CashDesk, Taken
from desk.money import Payment, Refund
from desk.order_desk import OrderDesk
from orders.ledger import AccountKind
from orders.money import Money
from orders.payment import Charge, PaymentMethod
from orders.policy import Policy
from tests.acceptance.market import MONDAY_NOON
from tests.bot.conftest import OPERATOR
from tests.bot.telegram import LOST, Telegram, refused

REFUND = "refundStarPayment"
ALREADY = refused(400, "Bad Request: CHARGE_ALREADY_REFUNDED")


async def owe(app: App, *names: str) -> None:
    """Payments come for which there is nothing to be bought, and are to be given back."""
    async with app.database.write() as unit:
        cash = CashDesk(unit, OrderDesk(unit, Policy(), MONDAY_NOON), MONDAY_NOON)
        for name in names:
            charge = Charge(name, Money(150, "XTR"))
            payment = Payment(
                charge=charge, provider_charge_id="", payer_id=11, payload="order:9", method=PaymentMethod.STARS
            )
            assert await cash.take(payment) is Taken.OWED_BACK
    app.refunding.wake()
    await app.settled()


async def owed(app: App) -> list[Refund]:
    """What is still to be given back."""
    async with app.database.read() as unit:
        return list(await unit.refunds.open(0, 99))


async def refunded(app: App) -> int:
    """What the ledger says that the buyer has paid in and not got back."""
    async with app.database.read() as unit:
        balance = await unit.ledger.balance(AccountKind.BUYER, 11)
    return -sum(money.amount for money in balance)


async def test_what_is_owed_is_given_back_with_its_payer_and_its_charge(server: Telegram, app: App) -> None:
    """In the order in which it came."""
    await owe(app, "c1", "c2")
    assert server.asked(REFUND) == [
        {"user_id": 11, "telegram_payment_charge_id": "c1"},
        {"user_id": 11, "telegram_payment_charge_id": "c2"},
    ]
    assert (await owed(app), await refunded(app)) == ([], 0)


async def test_money_that_is_back_already_is_not_owed_any_more(server: Telegram, app: App) -> None:
    """The call before was carried out, and its answer was lost."""
    server.tell(REFUND, LOST)
    await owe(app, "c1")
    assert len(await owed(app)) == 1
    server.tell(REFUND, ALREADY)
    app.timers._clock.advance(2)  # type: ignore[attr-defined]
    app.refunding.wake()
    await app.settled()
    assert (await owed(app), await refunded(app)) == ([], 0)
    assert "operator" not in str(server.asked("sendMessage"))


async def test_telegrams_own_wait_is_kept(server: Telegram, app: App, slept: list[float]) -> None:
    """And does not count as a failure."""
    server.tell(REFUND, refused(429, "Too Many Requests: retry after 3", retry_after=3))
    await owe(app, "c1")
    assert (slept, await owed(app)) == ([3], [])


async def test_a_mistake_of_ours_with_one_refund_does_not_keep_back_the_others(
    server: Telegram, app: App, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It stays due and is tried with the next look, each look once."""
    take_note = CashDesk.refunded

    async def fail_at_the_first(self: CashDesk, refund_id: int, by: int | None = None) -> Refund:
        if refund_id == 1:
            raise ValueError("a mistake of ours")
        return await take_note(self, refund_id, by)

    monkeypatch.setattr(CashDesk, "refunded", fail_at_the_first)
    await owe(app, "c1", "c2", "c3")
    assert [refund.charge_id for refund in await owed(app)] == ["c1"]
    asked = [params["telegram_payment_charge_id"] for params in server.asked(REFUND)]
    assert (asked[:3], {*asked[3:]} - {"c1"}) == (["c1", "c2", "c3"], set())  # more looks ask for what is due only
    assert "Refund 1 can't be carried out" in caplog.text
    monkeypatch.undo()
    server.tell(REFUND, ALREADY)
    app.refunding.wake()
    await app.settled()
    assert (await owed(app), await refunded(app)) == ([], 0)


async def test_a_refund_that_the_operator_has_confirmed_meanwhile_is_done_once(
    server: Telegram, app: App, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever comes second finds it done."""
    call = app.refunding._wire.call

    async def confirm_meanwhile(*arguments: object, **options: object) -> object:
        async with app.database.write() as unit:
            await CashDesk(unit, OrderDesk(unit, Policy(), MONDAY_NOON), MONDAY_NOON).refunded(1, OPERATOR)
        return await call(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(app.refunding._wire, "call", confirm_meanwhile)
    await owe(app, "c1")
    assert (await owed(app), await refunded(app)) == ([], 0)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


async def test_each_failure_is_waited_out_longer_and_the_operator_is_told(server: Telegram, app: App) -> None:
    """What passes by itself is told of after ten tries; a refusal at once, and it is tried again all the same."""
    clock = app.timers._clock
    server.tell(REFUND, *[LOST] * 11, *[refused(400, "Bad Request: BALANCE_TOO_LOW")] * 3)
    await owe(app, "c1")
    waits, told = [], []
    for _ in range(14):
        async with app.database.read() as unit:
            (row,) = await unit.refunds._connection.rows("SELECT not_before FROM refunds")
        waits.append(row["not_before"] - int(clock.now()))
        told.append(len([params for params in server.asked("sendMessage") if int(params["chat_id"]) == OPERATOR]))
        clock.advance(waits[-1] - 1)  # type: ignore[attr-defined]
        await app.timers.sweep()
        await app.settled()
        assert len(server.asked(REFUND)) == len(waits), "not before its time"
        clock.advance(1)  # type: ignore[attr-defined]
        await app.timers.sweep()
        await app.settled()
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 86_400, 86_400, 86_400]
    assert told == [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 4]
    assert (await owed(app), await refunded(app)) == ([], 0)
