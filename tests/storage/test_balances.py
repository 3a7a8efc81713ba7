"""What the ledger says of a person's money, against a plainer model: a list of what has happened."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.cash_desk import CashDesk
from desk.money import Held, Payment, PayoutState, Purse, Statement, StatementLine
from desk.order_desk import OrderDesk
from orders import ledger
from orders.ledger import EntryKind, commission_of, hold, share_out, shares
from orders.money import Money
from orders.order import Ending, Order
from orders.payment import Charge, PaymentMethod
from orders.policy import Policy
from orders.refusals import NoSuchPayout, NotEnoughMoney
from orders.status import Side, Status
from storage.database import Database
from storage.units import WriteUnit
from tests.storage.conftest import undone
from tests.storage.samples import ended, order

SELLER, BUYER, OTHER = 11, 22, 33
DAY = 86_400
_NUMBERS = count(1)


@dataclass
class Books:
    """One seller's and buyer's dealings, written down twice: into the database, and as plain lists."""

    unit: WriteUnit
    now: int = 1_000
    lines: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    earned: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    leaving: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    paid_out: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    held: list[Held] = field(default_factory=list)

    @property
    def cash(self) -> CashDesk:
        """Of this moment."""
        return CashDesk(self.unit, OrderDesk(self.unit, Policy(), self.now), self.now)

    async def paid(self, kept: Order, amount: int, currency: str) -> tuple[Order, Charge]:
        """Its money is held."""
        added = await self.unit.orders.add(kept)
        charge = Charge(f"charge-{next(_NUMBERS)}", Money(amount, currency))
        payment = Payment(
            charge=charge, provider_charge_id="", payer_id=kept.buyer_id, payload="", method=PaymentMethod.STARS
        )
        await self.unit.payments.add(payment, self.now)
        await self.unit.ledger.write(hold(added.number, kept.buyer_id, charge), self.now)
        return added, charge

    async def hold(self, amount: int, currency: str, rate: int) -> None:
        """An order in progress."""
        kept, _ = await self.paid(order(SELLER, BUYER, commission=rate), amount, currency)
        money = Money(amount, currency)
        self.held.append(Held(order_number=kept.number, title=kept.terms.title, money=money, commission=rate))

    async def earn(self, amount: int, currency: str, rate: int, seller: int = SELLER) -> None:
        """An accepted one."""
        done, charge = await self.paid(
            ended(Ending.ACCEPTED, self.now, seller_id=seller, buyer_id=BUYER, commission=rate), amount, currency
        )
        parts = shares([charge], amount, rate)
        await self.unit.ledger.write(share_out(done.number, seller, currency, parts, ()), self.now)
        net = amount - commission_of(amount, rate)
        if seller == SELLER and net:
            self.lines[currency].append((self.now, net))
            self.earned[currency].append(net)

    async def ask(self, tenths: int, currency: str) -> None:
        """Some of what is available."""
        amount = self.available(currency) * tenths // 10
        if amount:
            payout = await self.cash.request_payout(SELLER, Money(amount, currency), "card")
            self.lines[currency].append((self.now, -amount))
            self.leaving[currency][payout.id] = amount

    async def settle(self, state: PayoutState, currency: str) -> None:
        """The oldest that waits."""
        for payout_id, amount in list(self.leaving[currency].items())[:1]:
            del self.leaving[currency][payout_id]
            if state is PayoutState.PAID:
                await self.cash.pay_out(payout_id, 900)
                self.paid_out[currency] += amount
                continue
            if state is PayoutState.DECLINED:
                await self.cash.decline_payout(payout_id, 900, "no such card")
            else:
                await self.cash.take_payout_back(payout_id, SELLER)
            self.lines[currency].append((self.now, amount))

    def available(self, currency: str) -> int:
        """What is left."""
        return sum(amount for _, amount in self.lines[currency])

    def purses(self) -> tuple[Purse, ...]:
        """As they must be."""
        return tuple(
            Purse(
                currency=currency,
                earned=sum(self.earned[currency]),
                orders=len(self.earned[currency]),
                available=self.available(currency),
                leaving=sum(self.leaving[currency].values()),
                paid_out=self.paid_out[currency],
            )
            for currency in sorted(currency for currency, lines in self.lines.items() if lines)
        )


_CURRENCIES = st.sampled_from(["RUB", "XTR"])
_MONEY = (st.integers(1, 1_000), _CURRENCIES)
_RATES = st.sampled_from([0, 250, 1_000, 9_000])
_STATES = st.sampled_from([PayoutState.PAID, PayoutState.DECLINED, PayoutState.WITHDRAWN])
_STEPS = st.one_of(
    st.tuples(st.just("earn"), *_MONEY, _RATES),
    st.tuples(st.just("hold"), *_MONEY, _RATES),
    st.tuples(st.just("ask"), st.integers(1, 10), _CURRENCIES),
    st.tuples(st.just("settle"), _STATES, _CURRENCIES),
    st.tuples(st.just("wait"), st.integers(0, 3)),
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(_STEPS, max_size=25), since=st.integers(0, 8), days=st.integers(1, 8))
async def test_the_books_agree_with_the_model(
    database: Database, steps: list[tuple[object, ...]], since: int, days: int
) -> None:
    """Purses, what is held, and the statement of any days."""
    async with undone(database) as unit:
        books = Books(unit)
        for step, *arguments in steps:
            if step == "wait":
                books.now += int(str(arguments[0])) * DAY
            else:
                await getattr(books, str(step))(*arguments)
        await books.earn(7, "RUB", 0, seller=OTHER)
        purses = await unit.balances.purses(SELLER)
        selling = await unit.balances.held(SELLER, Side.SELLER)
        buying = await unit.balances.held(BUYER, Side.BUYER)
        first, last = 1_000 + since * DAY, 1_000 + (since + days) * DAY
        statements = await unit.balances.statements(SELLER, first, last)
        waiting = await unit.payouts.requested_of(SELLER)
    assert purses == books.purses()
    assert selling == buying == tuple(books.held)
    assert {each.currency: [(line.at, line.amount) for line in each.lines] for each in statements if each.lines} == {
        currency: inside
        for currency, lines in books.lines.items()
        if (inside := [(at, amount) for at, amount in lines if first <= at < last])
    }
    for each in statements:
        assert each.opening == sum(amount for at, amount in books.lines[each.currency] if at < first)
        assert each.closing == sum(amount for at, amount in books.lines[each.currency] if at < last)
    assert sorted(payout.id for payout in waiting) == sorted(id_ for ids in books.leaving.values() for id_ in ids)


async def test_a_line_says_what_it_is(database: Database) -> None:
    """Its order with what the operator kept, or its payout as it stands now."""
    async with database.write() as unit:
        books = Books(unit)
        await books.earn(1_500, "XTR", 1_000)
        await books.ask(10, "XTR")
        await books.settle(PayoutState.WITHDRAWN, "XTR")
        await books.ask(5, "XTR")
        await books.settle(PayoutState.PAID, "XTR")
        await books.ask(10, "XTR")
        await books.settle(PayoutState.DECLINED, "XTR")
        (statement,) = await unit.balances.statements(SELLER, 0, 2_000)
        began_at = await unit.balances.began_at(SELLER)
    said = [
        (line.kind, line.amount, line.order_number, line.commission, line.payout_id, line.payout_state)
        for line in statement.lines
    ]
    assert said == [
        (EntryKind.SHARE_OUT, 1_350, 1, 150, None, None),
        (EntryKind.PAYOUT_REQUESTED, -1_350, None, 0, 1, PayoutState.WITHDRAWN),
        (EntryKind.PAYOUT_DECLINED, 1_350, None, 0, 1, PayoutState.WITHDRAWN),
        (EntryKind.PAYOUT_REQUESTED, -675, None, 0, 2, PayoutState.PAID),
        (EntryKind.PAYOUT_REQUESTED, -675, None, 0, 3, PayoutState.DECLINED),
        (EntryKind.PAYOUT_DECLINED, 675, None, 0, 3, PayoutState.DECLINED),
    ]
    assert (statement.opening, statement.closing) == (0, 675)
    assert statement.lines[0].title == "A logo for your shop"
    assert began_at == 1_000


async def test_a_payout_is_settled_once_and_by_whom_it_concerns(database: Database) -> None:
    """Whoever comes second, whatever they want, changes nothing; nor does somebody else's taking back."""
    async with database.write() as unit:
        books = Books(unit)
        await books.earn(100, "XTR", 0)
        payout = await books.cash.request_payout(SELLER, Money(100, "XTR"), "card")
        with pytest.raises(NoSuchPayout):
            await books.cash.take_payout_back(payout.id, OTHER)
        with pytest.raises(NotEnoughMoney) as caught:
            await books.cash.request_payout(SELLER, Money(1, "XTR"), "card")
        assert caught.value == NotEnoughMoney(0, "XTR")
        taken = await books.cash.take_payout_back(payout.id, SELLER)
        assert (taken.state, taken.settled_at, taken.settled_by) == (PayoutState.WITHDRAWN, 1_000, None)
        for late in (
            books.cash.pay_out(payout.id, 900),
            books.cash.decline_payout(payout.id, 900, "no"),
            books.cash.take_payout_back(payout.id, SELLER),
            books.cash.pay_out(77, 900),
        ):
            with pytest.raises(NoSuchPayout):
                await late
        assert await books.cash.payout(payout.id) == taken
        assert await books.cash.available(SELLER) == (Money(100, "XTR"),)


async def test_an_operators_message_is_remembered(database: Database) -> None:
    """The newest of it."""
    async with database.write() as unit:
        books = Books(unit)
        await books.earn(100, "XTR", 0)
        payout = await books.cash.request_payout(SELLER, Money(100, "XTR"), "card")
        assert await unit.payouts.message(payout.id, 900) is None
        for message_id in (5, 7):
            unit.payouts.put_message(payout.id, 900, message_id)
        assert await unit.payouts.message(payout.id, 900) == 7
        assert await unit.payouts.message(payout.id, 901) is None


def test_sums_that_contradict_each_other_are_not_shown() -> None:
    """A statement leads from the one balance to the other; what was earned is somewhere."""
    line = StatementLine(entry_id=1, at=1, kind=EntryKind.SHARE_OUT, amount=5)
    with pytest.raises(ValueError, match="lead elsewhere"):
        Statement(currency="XTR", opening=1, lines=(line,), closing=7)
    with pytest.raises(ValueError, match="somewhere"):
        Purse(currency="XTR", earned=10, orders=1, available=5, leaving=4, paid_out=2)


async def test_what_was_shared_out_is_held_no_more(database: Database) -> None:
    """Whoever it went to."""
    async with database.write() as unit:
        books = Books(unit)
        cancelled, charge = await books.paid(
            ended(Ending.AUTO_CANCELLED, 5, status=Status.CANCELLED, seller_id=SELLER, buyer_id=BUYER), 100, "XTR"
        )
        refund = await unit.refunds.add(BUYER, charge.money, charge.id, cancelled.number, by_hand=False, at=5)
        parts = shares([charge], 0, 0)
        await unit.ledger.write(share_out(cancelled.number, SELLER, "XTR", parts, (refund.id,)), 5)
        assert await unit.balances.held(SELLER, Side.SELLER) == ()
        assert await unit.balances.purses(SELLER) == ()
        assert [each.id for each in await unit.refunds.open_of(BUYER)] == [refund.id]
        unit.refunds.done(refund.id, 6, None)
        await unit.ledger.write(ledger.refunded(BUYER, charge.money, refund.id), 6)
        assert await unit.refunds.open_of(BUYER) == ()
