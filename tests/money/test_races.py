"""Two hundred tasks want what only one can have: one gets it, and the books are right afterwards (SPEC 7)."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from desk.cash_desk import CashDesk, Taken
from desk.money import Payment
from desk.order_desk import OrderDesk
from orders import commands as c
from orders.facts import MoneyReturned, OrderEnded, OrderPaid
from orders.ledger import AccountKind
from orders.money import Money
from orders.order import Order, Running
from orders.payment import Bill, Charge, PaymentMethod
from orders.policy import DAY, HOUR, Policy
from orders.refusals import Refusal
from orders.status import Status
from storage.database import Database
from tests.books import Books, checked_books
from tests.orders.builders import content
from tests.storage.samples import BUYER, SELLER, order, terms

NOW = 1_772_539_200
OPERATOR = 99
TASKS = 200
SEEDS = [1, 3]
PRICE = Money(100, "XTR")
POLICY = Policy(payment_method=PaymentMethod.STARS, currency="XTR")


@dataclass
class Scene:
    """A database with one order."""

    database: Database
    path: Path
    count: int = 0

    async def places(self, **changes: Any) -> Order:
        """An order for a hundred Stars, not paid yet, whose window ends in an hour."""
        usual: dict[str, Any] = {
            "terms": replace(terms(), price=PRICE),
            "status": Status.AWAITING_PAYMENT,
            "method": PaymentMethod.STARS,
            "paid_at": None,
            "started_at": None,
            "clock": Running(NOW + HOUR),
        }
        async with self.database.write() as unit:
            return await unit.orders.add(order(**(usual | changes)))

    async def pays(self, option: int | None = None, charge: str = "", at: int = NOW, amount: int = 100) -> Taken:
        """A payment of its own arrives, unless it is named."""
        self.count += 1
        payment = Payment(
            charge=Charge(charge or f"c{self.count}", Money(amount, "XTR")),
            provider_charge_id="",
            payer_id=BUYER,
            payload=Bill(1, option).payload,
            method=PaymentMethod.STARS,
        )
        async with self.desks(at) as (_, cash):
            return await cash.take(payment)

    async def performs(self, *commands: c.PersonCommand, at: int = NOW) -> None:
        """One after the other, each in a transaction of its own."""
        for command in commands:
            async with self.desks(at) as (orders, _):
                await orders.perform(1, command)

    async def rings(self, at: int) -> bool:
        """The timers of the order are looked at; whether it ended by that."""
        async with self.desks(at) as (orders, _):
            before = await orders._unit.orders.get(1)
            await orders.ring(1)
            after = await orders._unit.orders.get(1)
        assert before is not None
        assert after is not None
        return after.status.is_final and not before.status.is_final

    @asynccontextmanager
    async def desks(self, at: int) -> AsyncIterator[tuple[OrderDesk, CashDesk]]:
        """One transaction."""
        async with self.database.write() as unit:
            orders = OrderDesk(unit, POLICY, at)
            yield orders, CashDesk(unit, orders, at)

    async def order(self) -> Order:
        """As it is."""
        async with self.database.read() as unit:
            found = await unit.orders.get(1)
        assert found is not None
        return found

    async def facts(self, kind: type) -> int:
        """How many of a kind its history has."""
        async with self.database.read() as unit:
            return sum(isinstance(each.fact, kind) for each in await unit.orders.history(1))

    def books(self) -> Books:
        """Checked."""
        return checked_books(self.path)


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """An empty database."""
    path = tmp_path / "bot.db"
    database = await Database.open(path)
    yield Scene(database, path)
    await database.close()


async def race(seed: int, *sides: Callable[[], Awaitable[object]]) -> Counter[str]:
    """All at once, in an order of chance, each side with as many tasks. Gives how often what came of it.

    With seed 1 the first to ask is of the first side, with seed 3 of the second.
    """
    contenders = [side for side in sides for _ in range(TASKS // len(sides))]
    random.Random(seed).shuffle(contenders)

    async def contend(side: Callable[[], Awaitable[object]]) -> str:
        try:
            return str(await side())
        except Refusal as refusal:
            return type(refusal).__name__

    return Counter(await asyncio.gather(*map(contend, contenders)))


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_payment_against_the_lapse(scene: Scene, seed: int) -> None:
    """Either one payment is in time, or the order has lapsed and none is; the rest is owed back."""
    await scene.places()
    outcome = await race(seed, lambda: scene.pays(at=NOW + HOUR - 1), lambda: scene.rings(NOW + HOUR))
    was_paid = (await scene.order()).status is Status.NOT_STARTED
    assert outcome["Taken.HELD"] == was_paid
    assert outcome["True"] == (not was_paid)
    assert outcome["Taken.OWED_BACK"] == TASKS // 2 - was_paid
    assert (await scene.facts(OrderPaid), await scene.facts(OrderEnded)) == (was_paid, not was_paid)
    assert Counter(scene.books().fates.values()) == Counter({"held": was_paid, "owed back": TASKS // 2 - was_paid})


async def test_payments_against_each_other(scene: Scene) -> None:
    """One buys the order."""
    await scene.places()
    assert await race(1, scene.pays) == {"Taken.HELD": 1, "Taken.OWED_BACK": TASKS - 1}
    assert Counter(scene.books().fates.values()) == {"held": 1, "owed back": TASKS - 1}
    assert scene.books().balances["escrow", 1, "XTR"] == 100


async def test_one_payment_told_over_and_over(scene: Scene) -> None:
    """It counts once."""
    await scene.places()
    assert await race(1, lambda: scene.pays(charge="c1")) == {"Taken.HELD": 1, "Taken.KNOWN": TASKS - 1}
    assert scene.books().fates == {"c1": "held"}


@pytest.mark.parametrize("seed", SEEDS)
async def test_the_payment_of_an_option_against_its_withdrawal(scene: Scene, seed: int) -> None:
    """Either it is bought once, or taken back once."""
    await scene.places()
    await scene.pays()
    await scene.performs(c.OfferOption(SELLER, "A business card", Money(50, "XTR"), 2))
    outcome = await race(
        seed, lambda: scene.pays(option=1, amount=50), lambda: scene.performs(c.WithdrawOption(SELLER, 1))
    )
    is_bought = (await scene.order()).terms.price.amount == 150
    assert outcome["Taken.HELD"] == is_bought
    assert outcome["None"] == (not is_bought)
    assert outcome["NoSuchOption"] == TASKS // 2 - (not is_bought)
    assert scene.books().balances["escrow", 1, "XTR"] == (150 if is_bought else 100)


@pytest.mark.parametrize("seed", SEEDS)
async def test_acceptance_against_automatic_acceptance(scene: Scene, seed: int) -> None:
    """The money is released once, whoever was first."""
    await _delivered(scene)
    until = NOW + 10 * DAY
    outcome = await race(seed, lambda: scene.performs(c.Accept(BUYER), at=until - 1), lambda: scene.rings(until))
    assert outcome["None"] + outcome["True"] == 1
    assert (await scene.order()).status is Status.COMPLETED
    assert await scene.facts(OrderEnded) == 1
    assert scene.books().balances == {("buyer", BUYER, "XTR"): -100, ("seller", SELLER, "XTR"): 100}


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_refund_against_a_release(scene: Scene, seed: int) -> None:
    """The buyer cancels what is overdue while the seller hands it over and the buyer's other phone accepts it."""
    await scene.places()
    await scene.pays()
    await scene.performs(c.StartWork(SELLER))
    late = NOW + 4 * DAY

    outcome = await race(
        seed,
        lambda: scene.performs(c.CancelOverdue(BUYER), at=late),
        lambda: scene.performs(c.Deliver(SELLER, content()), c.Accept(BUYER), at=late),
    )
    order = await scene.order()
    assert await scene.facts(OrderEnded) == outcome["None"] == 1
    assert scene.books().fates == {"c1": "released" if order.status is Status.COMPLETED else "owed back"}


async def test_one_refund_carried_out_over_and_over(scene: Scene) -> None:
    """By the bot and by operators: it is done once, and the buyer is told once."""
    await scene.places()
    await scene.pays()
    await scene.performs(c.CancelBeforeStart(BUYER))

    async def carry_out() -> str:
        async with scene.desks(NOW) as (_, cash):
            await cash.refunded(1, random.Random(1).choice([None, OPERATOR]))
            return "done"

    assert await race(1, carry_out) == {"done": 1, "NoSuchRefund": TASKS - 1}
    assert scene.books().fates == {"c1": "returned"}
    assert await scene.facts(MoneyReturned) == 1


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_payout_confirmed_against_declined(scene: Scene, seed: int) -> None:
    """One word counts."""
    await _released(scene)
    async with scene.desks(NOW) as (_, cash):
        await cash.request_payout(SELLER, Money(60, "XTR"), "card")

    async def settle(*, is_paid: bool) -> str:
        async with scene.desks(NOW) as (_, cash):
            if is_paid:
                await cash.pay_out(1, OPERATOR)
            else:
                await cash.decline_payout(1, OPERATOR, "no")
        return "paid" if is_paid else "declined"

    outcome = await race(seed, lambda: settle(is_paid=True), lambda: settle(is_paid=False))
    assert outcome["NoSuchPayout"] == TASKS - 1
    assert scene.books().total("seller") == (40 if outcome["paid"] else 100)
    assert scene.books().total("paid_out") == (60 if outcome["paid"] else 0)


async def test_payouts_against_each_other(scene: Scene) -> None:
    """The balance is enough for one."""
    await _released(scene)

    async def ask() -> str:
        async with scene.desks(NOW) as (_, cash):
            payout = await cash.request_payout(SELLER, Money(60, "XTR"), "card")
        return f"payout {payout.id}"

    assert await race(1, ask) == {"payout 1": 1, "NotEnoughMoney": TASKS - 1}
    assert (scene.books().total("seller"), scene.books().total("payout")) == (40, 60)


async def test_everything_at_once(scene: Scene) -> None:
    """Payments, ends, refunds and payouts of many orders, side by side: nothing waits for ever."""
    for number in range(1, 21):
        await scene.places(seller_id=SELLER + 100 * (number % 3))

    async def live(number: int) -> str:
        for charge in ("a", "b"):
            payment = Payment(
                charge=Charge(f"{charge}{number}", PRICE),
                provider_charge_id="",
                payer_id=BUYER,
                payload=Bill(number).payload,
                method=PaymentMethod.STARS,
            )
            async with scene.desks(NOW) as (_, cash):
                await cash.take(payment)
        async with scene.desks(NOW) as (orders, _):
            order = await orders.open(number, BUYER)
            if number % 2:
                await orders.perform(number, c.CancelBeforeStart(BUYER))
        if not number % 2:
            for command in (c.StartWork(order.seller_id), c.Deliver(order.seller_id, content()), c.Accept(BUYER)):
                async with scene.desks(NOW) as (orders, _):
                    await orders.perform(number, command)
            async with scene.desks(NOW) as (_, cash):
                await cash.request_payout(order.seller_id, Money(90, "XTR"), "card")
        async with scene.database.read() as unit:
            due = await unit.refunds.due(NOW, 3)
        for refund in due:
            async with scene.desks(NOW) as (_, cash):
                await cash.refunded(refund.id)
        return "lived"

    outcomes = await asyncio.gather(*map(live, range(1, 21)), return_exceptions=True)
    assert {str(outcome) for outcome in outcomes} <= {"lived", ""}, outcomes  # "": another has carried it out
    books = scene.books()
    assert len(books.fates) == 40
    assert Counter(books.fates.values())["released"] == 10
    assert books.total("escrow") == 0
    async with scene.database.read() as unit:
        assert await unit.ledger.total(AccountKind.SELLER) == (Money(100, "XTR"),)


async def _delivered(scene: Scene) -> None:
    """And the buyer was warned long ago; the review ends in ten days."""
    await scene.places()
    await scene.pays()
    await scene.performs(c.StartWork(SELLER), c.Deliver(SELLER, content()))
    async with scene.database.write() as unit:
        order = await unit.orders.get(1)
        assert order is not None
        await unit.orders.save(replace(order, clock=Running(NOW + 10 * DAY, NOW)))


async def _released(scene: Scene) -> None:
    await _delivered(scene)
    await scene.performs(c.Accept(BUYER))
