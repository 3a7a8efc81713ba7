"""Payments, refunds and payouts come back as they were written, and are found when they are due."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.money import Payment, PayoutState, Refund
from orders.money import Money
from orders.payment import PaymentMethod
from storage.database import Database
from tests.storage.conftest import undone
from tests.storage.money import AT, add_orders, payment
from tests.storage.samples import BUYER, INTEGERS, SELLER, instances

STARS = Money(100, "XTR")
_ANY = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _acceptable(told: Payment) -> Payment:
    method = PaymentMethod.PROVIDER if told.method is PaymentMethod.DIRECT else told.method
    money = replace(told.charge.money, amount=abs(told.charge.money.amount) + 1)
    return replace(told, charge=replace(told.charge, money=money), method=method, order_number=None)


@given(instances(Payment).map(_acceptable), INTEGERS)
@_ANY
async def test_a_payment_comes_back(database: Database, told: Payment, at: int) -> None:
    """By its charge; told again, whatever is said then, it is known."""
    async with undone(database) as unit:
        assert await unit.payments.add(told, at) == replace(told, received_at=at)
        assert await unit.payments.get(told.charge.id) == replace(told, received_at=at)
        again = replace(told, payer_id=told.payer_id ^ 1, payload=told.payload + "!")
        assert await unit.payments.add(again, at) is None
        assert await unit.payments.get(told.charge.id) == replace(told, received_at=at)
        assert await unit.payments.get(told.charge.id + "!") is None


async def test_the_payments_of_an_order_are_those_that_are_held_for_it(database: Database) -> None:
    """Oldest first."""
    await add_orders(database, 2)
    async with database.write() as unit:
        for name, at in (("b", 7), ("c", 5), ("a", 7), ("stray", 6), ("other", 6)):
            await unit.payments.add(payment(name), at)
        for name in ("a", "b", "c"):
            unit.payments.held(name, 1)
        unit.payments.held("other", 2)
        of_order = await unit.payments.of_order(1)
    assert [each.charge.id for each in of_order] == ["c", "a", "b"]
    assert {each.order_number for each in of_order} == {1}


async def test_a_refund_comes_back_and_is_owed_until_it_is_done(database: Database) -> None:
    """Done once, by whom is kept; a try after that changes nothing."""
    await add_orders(database, 1)
    async with database.write() as unit:
        await unit.payments.add(payment("c1"), AT)
        part = await unit.refunds.add(BUYER, STARS, None, 1, by_hand=True, at=AT)
        is_the_bots = [unit.refunds.has_new]
        whole = await unit.refunds.add(BUYER, STARS, "c1", 1, by_hand=False, at=AT + 1)
        assert [*is_the_bots, unit.refunds.has_new] == [False, True]
    expected = Refund(id=part.id, person_id=BUYER, money=STARS, charge_id=None, order_number=1, by_hand=True, due_at=AT)
    assert part == expected
    async with database.write() as unit:
        assert await unit.refunds.get(part.id) == part
        assert await unit.refunds.of_charge("c1") == whole
        assert await unit.refunds.of_charge("c2") is None
        assert await unit.refunds.get(404) is None
        assert (await unit.refunds.open(0, 9), await unit.refunds.open_count()) == ((part, whole), 2)
        assert await unit.refunds.open(1, 9) == (whole,)
        unit.refunds.tried(whole.id, "in vain", AT + 60)
        tried = replace(whole, attempts=1, error="in vain")
        assert await unit.refunds.get(whole.id) == tried
        unit.refunds.done(whole.id, AT + 61, None)
        unit.refunds.tried(whole.id, "too late", AT + 99)
        unit.refunds.done(whole.id, AT + 99, 1)
        assert await unit.refunds.get(whole.id) == replace(tried, done_at=AT + 61)
        assert (await unit.refunds.open(0, 9), await unit.refunds.open_count()) == ((part,), 1)


async def test_refunds_are_due_in_the_order_in_which_they_may_be_tried(database: Database) -> None:
    """Those of the bot alone, not before their time, and no more than asked for."""
    async with database.write() as unit:
        ids = [
            (await unit.refunds.add(BUYER, STARS, None, None, by_hand=by_hand, at=at)).id
            for at, by_hand in ((50, False), (10, False), (10, True), (10, False), (90, False))
        ]
        assert [each.id for each in await unit.refunds.due(50, 9)] == [ids[1], ids[3], ids[0]]
        assert [each.id for each in await unit.refunds.due(50, 2)] == [ids[1], ids[3]]
        unit.refunds.tried(ids[1], "in vain", 51)
        unit.refunds.done(ids[3], 50, None)
        assert [each.id for each in await unit.refunds.due(50, 9)] == [ids[0]]
        assert [each.id for each in await unit.refunds.due(51, 9)] == [ids[0], ids[1]]


async def test_a_payment_is_undone_by_one_refund(database: Database) -> None:
    """The table would not take a second."""
    async with database.write() as unit:
        await unit.payments.add(payment("c1"), AT)
        await unit.refunds.add(BUYER, STARS, "c1", None, by_hand=False, at=AT)
    with pytest.raises(Exception, match="UNIQUE"):
        async with database.write() as unit:
            await unit.refunds.add(BUYER, STARS, "c1", None, by_hand=False, at=AT)


@given(st.text(max_size=50), st.text(max_size=50), INTEGERS)
@_ANY
async def test_a_payout_comes_back(database: Database, target: str, reason: str, at: int) -> None:
    """Where to, in the seller's words, and why not, in the operator's."""
    async with undone(database) as unit:
        payout = await unit.payouts.add(SELLER, STARS, target, at)
        assert (payout.person_id, payout.money, payout.target, payout.requested_at) == (SELLER, STARS, target, at)
        assert await unit.payouts.get(payout.id) == payout
        unit.payouts.settle(payout.id, PayoutState.DECLINED, at, 1, reason)
        settled = await unit.payouts.get(payout.id)
        assert settled is not None
        assert (settled.state, settled.settled_at, settled.reason) == (PayoutState.DECLINED, at, reason)


async def test_payouts_wait_in_order_and_are_settled_once(database: Database) -> None:
    """A person's own come newest first."""
    async with database.write() as unit:
        first, second, third = [await unit.payouts.add(person, STARS, "card", AT) for person in (SELLER, SELLER, BUYER)]
        assert (await unit.payouts.requested(0, 9), await unit.payouts.requested_count()) == ((first, second, third), 3)
        assert await unit.payouts.requested(1, 1) == (second,)
        assert await unit.payouts.of_person(SELLER, 9) == (second, first)
        assert await unit.payouts.of_person(SELLER, 1) == (second,)
        unit.payouts.settle(first.id, PayoutState.PAID, AT + 1, 1)
        unit.payouts.settle(first.id, PayoutState.DECLINED, AT + 2, 2, "twice")
        settled = await unit.payouts.get(first.id)
        assert settled is not None
        assert (settled.state, settled.settled_at, settled.reason) == (PayoutState.PAID, AT + 1, None)
        assert (await unit.payouts.requested(0, 9), await unit.payouts.requested_count()) == ((second, third), 2)
        assert await unit.payouts.get(404) is None
