"""The figures of «Статистика» against sums over the facts, read without any code of the bot's."""

import json
import random
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from desk.cash_desk import CashDesk
from desk.money import Payment
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.statistics import Elsewhere, Figures
from orders import commands as c
from orders.content import Content
from orders.dispute import Decision, Ruling
from orders.gig import Gig, Terms
from orders.money import Money
from orders.order import CancelReason, Ending, Order, Origin
from orders.payment import Bill, Charge, PaymentMethod
from orders.policy import DAY, HOUR, Policy
from orders.refusals import Refusal
from orders.status import Status
from storage.database import Database
from storage.schema import migrations
from storage.units import WriteUnit
from tests.storage.samples import SELLER, ended, terms

OTHER = 99
SELLERS, BUYERS, OPERATOR = (11, 12, 13), (21, 22, 23, 24, 25), 1
BEGAN = 1_772_539_200
_RATE = 333
_OPEN_AT_ONCE = 6
_WAYS = ((PaymentMethod.STARS, "XTR"), (PaymentMethod.PROVIDER, "RUB"), (PaymentMethod.DIRECT, "RUB"))
_CONTENT = Content(text="All is done, please look.")
_WORDS = "I have broken my arm and can't type."


@dataclass
class Life:
    """What random people do with random orders over a year or two."""

    database: Database
    chance: random.Random
    now: int = BEGAN
    open: list[int] = field(default_factory=list)
    _charges: int = 0
    _gigs: int = 0

    async def goes_on(self, steps: int) -> None:
        """So many things happen. Nobody can be warned, so that clocks do what they do when they have run out."""
        async with self.database.write() as unit:
            for person_id in (*SELLERS, *BUYERS):
                await unit.people.save(Person(id=person_id, first_name="A", is_reachable=False), self.now)
            for _ in range(steps):
                await self._happens(unit)

    async def _happens(self, unit: WriteUnit) -> None:
        self.now += self.chance.choice((60, HOUR, HOUR, 5 * HOUR) if self.chance.random() < 0.97 else (4 * DAY,))
        for number in await unit.timers.due_orders(self.now, 20):
            await self._desk(unit).ring(number)
        self.open = [number for number in self.open if not (await self._order(unit, number)).status.is_final]
        if len(self.open) < _OPEN_AT_ONCE:
            await self._place(unit)
        else:
            await self._move(unit, self.chance.choice(self.open))

    def _desk(self, unit: WriteUnit, method: PaymentMethod = PaymentMethod.DIRECT, currency: str = "RUB") -> OrderDesk:
        policy = Policy(payment_method=method, currency=currency, commission=_RATE, arbiters=frozenset({OPERATOR}))
        return OrderDesk(unit, policy, self.now)

    async def _place(self, unit: WriteUnit) -> None:
        method, currency = self.chance.choice(_WAYS)
        terms = Terms(
            title="A logo",
            description="Three drafts with care.",
            questions=(),
            price=Money(self.chance.randint(100, 9_999), currency),
            term_days=self.chance.choice((1, 2, 5)),
        )
        self._gigs += 1
        gig: Gig = await unit.gigs.add(self.chance.choice(SELLERS), f"g{self._gigs}", terms, self.now)
        order = await self._desk(unit, method, currency).place(gig, self.chance.choice(BUYERS), ())
        self.open.append(order.number)

    async def _pay(self, unit: WriteUnit, order: Order, payload: str, money: Money) -> None:
        self._charges += 1
        payment = Payment(
            charge=Charge(f"c{self._charges}", money),
            provider_charge_id="",
            payer_id=order.buyer_id,
            payload=payload,
            method=order.method,
        )
        await CashDesk(unit, self._desk(unit), self.now).take(payment)

    async def _move(self, unit: WriteUnit, number: int) -> None:
        order = await self._desk(unit).open(number, (await self._order(unit, number)).buyer_id)
        if order.dispute is not None:
            await self._arbitrate(unit, order)
        elif order.status is Status.AWAITING_PAYMENT and order.method.holds_money:
            await self._pay(unit, order, Bill(number).payload, order.terms.price)
        elif order.options and order.method.holds_money:
            await self._pay(unit, order, Bill(number, order.options[0].number).payload, order.options[0].price)
        else:
            command = self.chance.choice(self._commands(order))
            try:
                await self._desk(unit).perform(number, command)
            except Refusal:
                return

    async def _order(self, unit: WriteUnit, number: int) -> Order:
        order = await unit.orders.get(number)
        assert order is not None
        return order

    async def _arbitrate(self, unit: WriteUnit, order: Order) -> None:
        price = order.terms.price
        decision = self.chance.choice(
            [
                Decision(ruling=Ruling.RELEASE),
                Decision(ruling=Ruling.REFUND),
                Decision(ruling=Ruling.SPLIT, to_seller=Money(price.amount // 3, price.currency)),
                Decision(ruling=Ruling.WORK, due=self.now + 2 * DAY),
                Decision(ruling=Ruling.REVIEW),
                Decision(ruling=Ruling.START),
            ]
        )
        try:
            await self._desk(unit).arbitrate(
                order.number, c.Arbitrate(OPERATOR, decision, "Both have been heard."), order.turn
            )
        except Refusal:
            return

    def _commands(self, order: Order) -> list[c.PersonCommand]:
        seller, buyer = order.seller_id, order.buyer_id
        if order.cancellation is not None:
            return [*(c.JudgeCancellation(buyer, verdict) for verdict in c.Verdict), c.WithdrawCancellation(seller)]
        cancel = c.RequestCancellation(seller, CancelReason.NO_TIME, _WORDS)
        options: list[c.PersonCommand] = [
            c.AnswerOption(buyer, option.number, agrees=True) for option in order.options
        ] or [c.OfferOption(seller, "A card", Money(500, order.terms.price.currency), 1)]
        match order.status:
            case Status.AWAITING_PAYMENT:
                return [c.ConfirmPayment(buyer)]
            case Status.NOT_STARTED:
                return [c.StartWork(seller)] * 4 + [c.CancelBeforeStart(buyer), cancel, *options]
            case Status.IN_PROGRESS:
                waits: list[c.PersonCommand] = (
                    [c.AskToWait(seller, self.now + 3 * DAY)]
                    if order.wait is None
                    else [c.AnswerWait(buyer, order.wait.until, agrees=True)] * 3
                )
                return [
                    *[c.Deliver(seller, _CONTENT)] * 4, *waits, cancel, *options, c.CancelOverdue(buyer),
                    c.CallArbiter(seller, "The buyer wants what was never agreed on."), c.CancelAnyway(seller),
                ]  # fmt: skip
            case Status.IN_REVIEW:
                dispute = c.CallArbiter(buyer, "The work is not what was agreed on.")
                return [c.Accept(buyer), c.Accept(buyer), c.SendBack(buyer, _CONTENT), dispute]
            case _:
                return [c.Say(buyer, c.Saying.MESSAGE, _CONTENT)]


def _history(path: Path) -> list[dict[str, Any]]:
    """What the facts say of each order that was paid."""
    with closing(sqlite3.connect(path)) as connection:
        people = {
            number: (seller, buyer, currency, commission)
            for number, seller, buyer, currency, commission in connection.execute(
                "SELECT number, seller_id, buyer_id, currency, commission FROM orders"
            )
        }
        facts: dict[int, list[tuple[int, str, dict[str, Any]]]] = {}
        for number, at, kind, body in connection.execute("SELECT order_number, at, kind, body FROM facts ORDER BY id"):
            facts.setdefault(number, []).append((at, kind, json.loads(body)))
    told = [_told(facts[number], *people[number]) for number in facts]
    return [each for each in told if each["paid"] is not None]


def _told(  # noqa: C901, PLR0912 - one case a fact
    facts: list[tuple[int, str, dict[str, Any]]], seller: int, buyer: int, currency: str, commission: int
) -> dict[str, Any]:
    order: dict[str, Any] = {
        "seller": seller, "buyer": buyer, "currency": currency, "paid": None, "started": None, "ended": None,
        "ending": None, "earned": 0, "fee": 0, "in_time": None,
    }  # fmt: skip
    held = due = 0
    in_time: bool | None = None
    part: int | None = None
    for at, kind, body in facts:
        if kind == "order_placed":
            order["direct"] = body["method"] == "direct"
        if kind == "order_paid":
            order["paid"] = at
        if kind in {"order_paid", "option_paid"} and body.get("charge"):
            held += body["charge"]["money"]["amount"]
        if kind == "work_started":
            order["started"] = at
        if kind == "work_delivered":
            in_time = at < due
        if kind == "work_returned" or (kind == "arbiter_decided" and body["decision"]["ruling"] == "work"):
            in_time = None
        if kind == "arbiter_decided" and body["decision"]["to_seller"]:
            part = body["decision"]["to_seller"]["amount"]
        if kind in {"work_started", "work_returned", "wait_agreed", "option_paid"}:
            due = body["due"] or due
        if kind in {"cancellation_withdrawn", "cancellation_declined", "dispute_withdrawn", "arbiter_decided"}:
            due = body["clock_until"] or due
        if kind == "order_ended":
            order["ended"], order["ending"] = at, body["ending"]
    if order["ending"] in {"accepted", "auto_accepted", "awarded_to_seller"}:
        part, order["in_time"] = held, in_time
    if part is not None and not order["direct"]:
        order["fee"] = (part * commission * 2 + 10_000) // 20_000
        order["earned"] = part - order["fee"]
    return order


def _expected(path: Path, seller: int | None, bounds: tuple[int, ...]) -> dict[str, Any]:
    """The figures, the long way."""
    orders = [each for each in _history(path) if seller in {None, each["seller"]}]
    first, last = bounds[0], bounds[-1]

    def lies(at: int | None) -> bool:
        return at is not None and first <= at < last

    def span(at: int) -> int:
        return max(number for number, bound in enumerate(bounds) if bound <= at)

    ended = [each for each in orders if lies(each["ended"])]
    earned: Counter[tuple[int, str]] = Counter()
    fees: Counter[str] = Counter()
    for each in ended:
        earned[span(each["ended"]), each["currency"]] += each["earned"]
        fees[each["currency"]] += each["fee"]
    waits = [each["started"] - each["paid"] for each in orders if lies(each["started"])]
    buyers = Counter(each["buyer"] for each in orders if lies(each["paid"]))
    return {
        "earned": {key: amount for key, amount in earned.items() if amount},
        "fees": {currency: amount for currency, amount in fees.items() if amount} if seller is None else {},
        "endings": Counter(each["ending"] for each in ended),
        "delivered": sum(each["in_time"] is not None for each in ended),
        "in_time": sum(bool(each["in_time"]) for each in ended),
        "started": len(waits),
        "median": int(median(waits)) if waits else None,
        "buyers": (len(buyers), sum(count > 1 for count in buyers.values())),
    }


def _shown(figures: Figures) -> dict[str, Any]:
    return {
        "earned": {
            (each.span, each.money.currency): each.money.amount for each in figures.earned if not each.is_direct
        },
        "fees": {money.currency: money.amount for money in figures.commission},
        "endings": Counter({str(ending): count for ending, count in figures.endings}),
        "delivered": figures.delivered,
        "in_time": figures.in_time,
        "started": figures.started,
        "median": figures.start_median,
        "buyers": (figures.buyers, figures.repeat_buyers),
    }


@pytest.mark.parametrize("seed", range(2))
async def test_figures_are_sums_over_the_facts(database: Database, path: Path, seed: int) -> None:
    """For each seller and for everybody, whatever the months and however orders went."""
    chance = random.Random(seed)
    life = Life(database, chance)
    await life.goes_on(1_500)
    cuts = sorted(chance.sample(range(BEGAN, life.now), 5))
    seen: Counter[str] = Counter()
    for bounds in ((0, life.now + 1), (*cuts,), (cuts[1], cuts[3]), (life.now + 1, life.now + 2)):
        for seller in (*SELLERS, None):
            async with database.read() as unit:
                figures = await unit.statistics.figures(seller, bounds)
            expected = _expected(path, seller, bounds)
            assert _shown(figures) == expected
            seen += expected["endings"]
    assert {"accepted", "auto_accepted", "auto_cancelled", "cancelled_overdue", "blamed", "split"} <= set(seen)


async def test_direct_orders_count_by_the_price_of_what_was_accepted(database: Database, path: Path) -> None:
    """Options included, no other ending."""
    life = Life(database, random.Random(7))
    await life.goes_on(300)
    with closing(sqlite3.connect(path)) as by_hand:
        ((prices,),) = by_hand.execute(
            "SELECT sum(price) FROM orders WHERE method = 'direct' AND status = 'completed'"
        ).fetchall()
    async with database.read() as unit:
        figures = await unit.statistics.figures(None, (0, life.now + 1))
    assert [each.money for each in figures.earned if each.is_direct] == [Money(prices, "RUB")]


async def test_what_was_in_time_is_known_of_older_orders_too(database: Database, path: Path) -> None:
    """The migration reads it off the facts."""
    await Life(database, random.Random(3)).goes_on(1_500)
    step = next(each for each in migrations() if each.number == 18)
    backfill = step.sql[step.sql.index("UPDATE orders") : step.sql.index("CREATE INDEX")]
    with closing(sqlite3.connect(path)) as by_hand, by_hand:
        asked = "SELECT number, delivered_in_time FROM orders ORDER BY number"
        known = by_hand.execute(asked).fetchall()
        by_hand.execute("UPDATE orders SET delivered_in_time = NULL")
        by_hand.executescript(backfill)
        assert by_hand.execute(asked).fetchall() == known
    assert {value for _, value in known} == {None, 0, 1}


async def test_what_is_voided_or_from_elsewhere_does_not_count(database: Database) -> None:
    """A voided outcome is none any more; what was taken elsewhere stands in a line of its own."""
    endings = (Ending.ACCEPTED, Ending.BLAMED)
    async with database.write() as unit:
        for ending in endings:
            await unit.orders.add(ended(ending, BEGAN))
            await unit.orders.add(ended(ending, BEGAN, voided="The seller was in hospital."))
            await unit.orders.add(ended(ending, BEGAN, origin=Origin.ELSEWHERE))
        await unit.orders.add(ended(Ending.LAPSED, BEGAN, paid_at=None))
    async with database.read() as unit:
        for seller in (SELLER, None):
            figures = await unit.statistics.figures(seller, (0, BEGAN + 1))
            assert (figures.kept, figures.broken) == (1, 1)
            assert dict(figures.endings) == dict.fromkeys(endings, 1)
            assert figures.elsewhere == Elsewhere(1, 1, (terms().price,))
            assert not figures.is_empty
        assert (await unit.statistics.figures(OTHER, (0, BEGAN + 1))).is_empty
        assert await unit.statistics.began_at(OTHER) is None
