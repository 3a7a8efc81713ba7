"""Random steps of money, one a transaction, through the desks and the real database, beside purses in plain numbers.

The same seed makes the same steps. After each the accounts it could have touched are compared with the purses; `check`
compares everything.
"""

import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from desk.cash_desk import CashDesk, Taken
from desk.money import Payment
from desk.order_desk import OrderDesk
from orders import commands as c
from orders.content import Content
from orders.gig import Gig, Terms
from orders.ledger import AccountKind
from orders.money import Money
from orders.order import CancelReason, Order
from orders.payment import Bill, Charge, PaymentMethod
from orders.policy import DAY, HOUR, Policy
from orders.refusals import NoSuchPayout, NoSuchRefund, NotEnoughMoney, Refusal
from orders.status import Status
from storage.database import Database
from storage.units import WriteUnit
from tests.books import checked_books

OPERATOR = 1
_FIRST_SELLER, _FIRST_BUYER = 1_000, 1_000_000
#: A seller has so many orders, and so their account so many postings; a person's past does not slow down a step.
_ORDERS_A_SELLER = 50
_OPEN_AT_ONCE = 60
_BEGAN = 1_772_539_200
_CONTENT = Content(text="All is done, please look.")
_WORDS = "I have broken my arm and can't type."
#: Commissions in hundredths of a percent.
_RATES = (0, 250, 333, 1_000, 9_000)
_LEAST = {"XTR": 1, "RUB": 100}
_WAYS = ((PaymentMethod.STARS, "XTR"), (PaymentMethod.PROVIDER, "RUB"))
#: What settles a commission half up, told once more.
_WHOLE = 10_000

_OUTSIDE = (AccountKind.BUYER, AccountKind.PAID_OUT)

Purse = tuple[str, int, str]


class Disagreement(AssertionError):  # noqa: N818 - named by what is so
    """The ledger and the purses."""


@dataclass
class _Deal:
    """An order that is not over, as this side of the comparison knows it."""

    number: int
    seller: int
    buyer: int
    currency: str
    method: PaymentMethod
    rate: int
    charges: dict[str, int] = field(default_factory=dict)


class Steps:
    """A world of sellers and buyers over one database."""

    def __init__(self, database: Database, path: Path, seed: int) -> None:
        self._database = database
        self._path = path
        self._chance = random.Random(seed)
        self._now = _BEGAN
        self._gigs: dict[tuple[int, str], Gig] = {}
        self._deals: dict[int, _Deal] = {}
        self._told: list[Payment] = []
        self._refunds: dict[int, tuple[int, Money]] = {}
        self._payouts: dict[int, tuple[int, Money]] = {}
        self._rich: dict[tuple[int, str], int] = {}
        self._touched: set[Purse] = set()
        self._purses: Counter[Purse] = Counter()
        self._count = 0
        self._placed = 0
        #: How many steps of each kind there have been.
        self.done: Counter[str] = Counter()
        #: What came in, and what went out.
        self.paid_in: Counter[str] = Counter()
        self.paid_out: Counter[str] = Counter()

    async def step(self) -> None:
        """One more. Raises: Disagreement."""
        name, act = self._choose()
        await self._do(act)
        self.done[name] += 1

    async def check(self) -> None:
        """Everything: the books by themselves, and each account with its purse. Raises: AssertionError."""
        books = checked_books(self._path)
        if books.balances != self._purses:
            raise Disagreement(set(books.balances.items()) ^ set(self._purses.items()))
        for currency in ("XTR", "RUB"):
            held = sum(books.total(kind, currency) for kind in AccountKind if kind not in _OUTSIDE)
            if self.paid_in[currency] != self.paid_out[currency] + held:
                raise Disagreement(f"{self.paid_in}, {self.paid_out}, and {held} {currency} are held")

    async def finish(self) -> None:
        """Everything that is owed is paid: nothing is left but what sellers and the operator have."""
        for number in list(self._deals):
            await self._do(partial(self._end, number))
        for refund in list(self._refunds):
            await self._do(partial(self._give_back, refund))
        await self.check()

    # --- what happens ---

    def _choose(self) -> tuple[str, Callable[["_Desks"], Awaitable[None]]]:
        steps: list[tuple[int, Callable[[_Desks], Awaitable[None]]]] = [
            (30 if len(self._deals) < _OPEN_AT_ONCE else 0, self._place),
            (40, self._pay),
            (2, self._pay_nothing),
            (3, self._tell_again),
            (8, self._offer_option),
            (8, self._pay_option),
            (60, self._move),
            (12, self._time_passes),
            (14, self._refund),
            (1, self._refund_again),
            (8, self._request_payout),
            (6, self._settle_payout),
            (1, self._settle_payout_again),
        ]
        (act,) = self._chance.choices([each for _, each in steps], [weight for weight, _ in steps])
        return act.__name__.strip("_").replace("_", " "), act

    async def _place(self, desks: "_Desks") -> None:
        method, currency = self._chance.choice(_WAYS)
        seller = _FIRST_SELLER + self._placed // _ORDERS_A_SELLER
        buyer = _FIRST_BUYER + self._placed // 7
        self._placed += 1
        more = self._chance.choice((0, 2, 149, 9_900, self._chance.randint(0, 9_900)))
        price = Money(_LEAST[currency] + more, currency)
        gig = self._gigs.get((seller, currency))
        if gig is None:
            code = f"{seller}{currency}"
            gig = self._gigs[seller, currency] = await desks.unit.gigs.add(seller, code, _terms(price), self._now)
        orders = OrderDesk(
            desks.unit,
            Policy(payment_method=method, currency=currency, commission=self._chance.choice(_RATES)),
            self._now,
        )
        order = await orders.place(replace(gig, terms=_terms(price)), buyer, ())
        self._deals[order.number] = _Deal(order.number, seller, buyer, currency, method, order.commission)

    async def _pay(self, desks: "_Desks") -> None:
        """Mostly the price; now and then something else, or once more."""
        deal, order = await self._any_deal(desks)
        if deal is None or order is None:
            return
        money = order.terms.price
        if self._chance.random() < 0.05:
            money = Money(money.amount + self._chance.choice((-1, 1, 100)), money.currency)
        if self._chance.random() < 0.02:
            money = Money(money.amount, "RUB" if money.currency == "XTR" else "XTR")
        if money.amount > 0 and (deal.charges == {} or self._chance.random() < 0.1):
            await self._take(desks, deal, Bill(order.number).payload, money)

    async def _pay_nothing(self, desks: "_Desks") -> None:
        """A payment for which there is no order."""
        payload = self._chance.choice(("", "order:0", f"order:{10**17}", "order:1:option:999", "nonsense"))
        buyer = _FIRST_BUYER + self._chance.randint(0, 100)
        await self._take(desks, None, payload, Money(self._chance.randint(1, 500), "XTR"), buyer)

    async def _tell_again(self, desks: "_Desks") -> None:
        if self._told:
            assert await desks.cash.take(self._chance.choice(self._told)) is Taken.KNOWN

    async def _offer_option(self, desks: "_Desks") -> None:
        deal, order = await self._any_deal(desks)
        if deal is not None and order is not None:
            price = Money(self._chance.randint(1, 500), deal.currency)
            await self._try(desks, deal, c.OfferOption(deal.seller, "A business card", price, 1))

    async def _pay_option(self, desks: "_Desks") -> None:
        deal, order = await self._any_deal(desks)
        if deal is not None and order is not None and order.options_offered:
            number = self._chance.randint(1, order.options_offered)
            prices = [option.price for option in order.options if option.number == number]
            money = prices[0] if prices else Money(77, deal.currency)
            await self._take(desks, deal, Bill(order.number, number).payload, money)

    async def _move(self, desks: "_Desks") -> None:
        """Whatever the sides do in that status; most of it is allowed."""
        deal, order = await self._any_deal(desks)
        if deal is None or order is None:
            return
        seller, buyer = deal.seller, deal.buyer
        moves: dict[Status, list[c.PersonCommand]] = {
            Status.AWAITING_PAYMENT: [c.Abandon(buyer)],
            Status.NOT_STARTED: [c.StartWork(seller), c.StartWork(seller), c.CancelBeforeStart(buyer)],
            Status.IN_PROGRESS: [
                c.Deliver(seller, _CONTENT),
                c.Deliver(seller, _CONTENT),
                c.CancelOverdue(buyer),
                c.ChangeMind(buyer),
                c.RequestCancellation(seller, CancelReason.NO_TIME, _WORDS),
            ],
            Status.IN_REVIEW: [c.Accept(buyer), c.Accept(buyer), c.SendBack(buyer, _CONTENT)],
        }
        command = self._chance.choice(moves[order.status])
        if order.cancellation is not None:
            command = c.JudgeCancellation(buyer, self._chance.choice(list(c.Verdict)))
        if order.status is not Status.AWAITING_PAYMENT or self._chance.random() < 0.1:
            await self._try(desks, deal, command)

    async def _time_passes(self, desks: "_Desks") -> None:
        """What has come due is carried out, an order a look, as the sweep does."""
        self._now += self._chance.choice((60, HOUR, 6 * HOUR))
        for number in await desks.unit.timers.due_orders(self._now, 3):
            await OrderDesk(desks.unit, self._policy(), self._now).ring(number)
            await self._settle(desks, number)

    async def _refund(self, desks: "_Desks") -> None:
        if self._refunds:
            await self._give_back(self._chance.choice(list(self._refunds)), desks)

    async def _refund_again(self, desks: "_Desks") -> None:
        """One that is done, or that there never was."""
        known = await desks.unit.refunds.get(self._chance.randint(1, max(self._count, 1)))
        if known is None or known.done_at is not None:
            await _refused(desks.cash.refunded(0 if known is None else known.id), NoSuchRefund)

    async def _request_payout(self, desks: "_Desks") -> None:
        if not self._rich:
            return
        (seller, currency) = self._chance.choice(list(self._rich))
        most = self._rich[seller, currency]
        if self._chance.random() < 0.1:
            await _refused(desks.cash.request_payout(seller, Money(most + 1, currency), "card"), NotEnoughMoney)
            return
        money = Money(self._chance.choice((most, self._chance.randint(1, most))), currency)
        payout = await desks.cash.request_payout(seller, money, "card")
        self._payouts[payout.id] = (seller, money)
        self._transfer(("seller", seller), ("payout", payout.id), money)

    async def _settle_payout(self, desks: "_Desks") -> None:
        if not self._payouts:
            return
        number = self._chance.choice(list(self._payouts))
        seller, money = self._payouts.pop(number)
        if self._chance.random() < 0.8:
            await desks.cash.pay_out(number, OPERATOR)
            self._transfer(("payout", number), ("paid_out", seller), money)
            self.paid_out[money.currency] += money.amount
        else:
            await desks.cash.decline_payout(number, OPERATOR, "no")
            self._transfer(("payout", number), ("seller", seller), money)

    async def _settle_payout_again(self, desks: "_Desks") -> None:
        known = await desks.unit.payouts.get(1)
        if known is not None and known.id not in self._payouts:
            await _refused(desks.cash.pay_out(known.id, OPERATOR), NoSuchPayout)
            await _refused(desks.cash.decline_payout(known.id, OPERATOR, "no"), NoSuchPayout)

    # --- by what means ---

    def _policy(self) -> Policy:
        """Orders keep what was true when they were placed."""
        return Policy(payment_method=self._chance.choice(list(PaymentMethod)))

    async def _do(self, act: Callable[["_Desks"], Awaitable[None]]) -> None:
        async with self._database.write() as unit:
            orders = OrderDesk(unit, self._policy(), self._now)
            await act(_Desks(unit, orders, CashDesk(unit, orders, self._now)))
            await unit.outbox.done([row.id for row in unit.outbox.added])
            await self._compare(unit)

    async def _any_deal(self, desks: "_Desks") -> tuple[_Deal | None, Order | None]:
        if not self._deals:
            return None, None
        deal = self._deals[self._chance.choice(list(self._deals))]
        order = await desks.orders.open(deal.number, deal.buyer)
        await self._settle(desks, deal.number)
        return (None, None) if deal.number not in self._deals else (deal, order)

    async def _try(self, desks: "_Desks", deal: _Deal, command: c.PersonCommand) -> None:
        """Whether it is allowed is for other tests to say."""
        try:
            await desks.orders.perform(deal.number, command)
        except Refusal:
            return
        await self._settle(desks, deal.number)

    async def _take(
        self, desks: "_Desks", deal: _Deal | None, payload: str, money: Money, payer: int | None = None
    ) -> None:
        self._count += 1
        payer = deal.buyer if deal is not None and payer is None else payer or 0
        method = PaymentMethod.STARS if money.currency == "XTR" else PaymentMethod.PROVIDER
        payment = Payment(
            charge=Charge(f"c{self._count}", money),
            provider_charge_id="",
            payer_id=payer,
            payload=payload,
            method=method,
        )
        taken = await desks.cash.take(payment)
        self._told = [*self._told[-50:], payment]
        self.paid_in[money.currency] += money.amount
        if taken is Taken.HELD:
            assert deal is not None
            deal.charges[payment.charge.id] = money.amount
            self._transfer(("buyer", payer), ("escrow", deal.number), money)
            return
        assert taken is Taken.OWED_BACK
        refund = await desks.unit.refunds.of_charge(payment.charge.id)
        assert refund is not None
        assert refund.by_hand is (method is PaymentMethod.PROVIDER)
        self._owe(refund.id, payer, money)
        self._transfer(("buyer", payer), ("refund", refund.id), money)

    async def _give_back(self, refund: int, desks: "_Desks") -> None:
        person, money = self._refunds.pop(refund)
        await desks.cash.refunded(refund, self._chance.choice((None, OPERATOR)))
        self._transfer(("refund", refund), ("buyer", person), money)
        self.paid_out[money.currency] += money.amount

    async def _end(self, number: int, desks: "_Desks") -> None:
        """However it stands: two years are longer than any clock."""
        self._now += 2 * 365 * DAY
        for _ in range(8):
            order = await desks.unit.orders.get(number)
            if order is None or order.status.is_final:
                break
            orders = OrderDesk(desks.unit, self._policy(), self._now)
            await orders.ring(number)
            if order.status is Status.IN_PROGRESS and order.cancellation is None:
                await self._try(
                    _Desks(desks.unit, orders, desks.cash), self._deals[number], c.CancelOverdue(order.buyer_id)
                )
            self._now += DAY
        await self._settle(desks, number)

    async def _settle(self, desks: "_Desks", number: int) -> None:
        """An order that has ended shares out what was held for it."""
        order = await desks.unit.orders.get(number)
        if order is None or not order.status.is_final or number not in self._deals:
            return
        deal = self._deals.pop(number)
        if order.status is Status.COMPLETED:
            total = sum(deal.charges.values())
            fee, rest = divmod(total * deal.rate, _WHOLE)
            fee += rest * 2 >= _WHOLE
            self._transfer(("escrow", number), ("seller", deal.seller), Money(total - fee, deal.currency))
            self._transfer(("escrow", number), ("commission", 0), Money(fee, deal.currency))
            return
        for charge_id, amount in deal.charges.items():
            refund = await desks.unit.refunds.of_charge(charge_id)
            assert refund is not None, charge_id
            self._owe(refund.id, deal.buyer, Money(amount, deal.currency))
            self._transfer(("escrow", number), ("refund", refund.id), Money(amount, deal.currency))

    def _owe(self, refund: int, person: int, money: Money) -> None:
        assert refund not in self._refunds
        self._refunds[refund] = (person, money)

    def _transfer(self, out_of: tuple[str, int], into: tuple[str, int], money: Money) -> None:
        for (kind, holder), amount in ((out_of, -money.amount), (into, money.amount)):
            purse = (kind, holder, money.currency)
            self._touched.add(purse)
            self._purses[purse] += amount
            if not self._purses[purse]:
                del self._purses[purse]
            if kind == "seller":
                self._rich[holder, money.currency] = self._purses[purse]
                if not self._purses[purse]:
                    del self._rich[holder, money.currency]

    async def _compare(self, unit: WriteUnit) -> None:
        """The accounts that this step may have touched; the operator's, which all orders share, is for `check`."""
        touched, self._touched = self._touched, set()
        for kind, holder, currency in touched:
            if kind == "commission":
                continue
            amounts = {each.currency: each.amount for each in await unit.ledger.balance(AccountKind(kind), holder)}
            if amounts.get(currency, 0) != self._purses[kind, holder, currency]:
                raise Disagreement(f"{kind} {holder}: {amounts}, not {self._purses[kind, holder, currency]} {currency}")
            if kind != "buyer" and amounts.get(currency, 0) < 0:
                raise Disagreement(f"{kind} {holder} is overdrawn")


@dataclass(frozen=True, slots=True)
class _Desks:
    """Of one transaction."""

    unit: WriteUnit
    orders: OrderDesk
    cash: CashDesk


def _terms(price: Money) -> Terms:
    return Terms(title="A logo", description="Three drafts with care.", questions=(), price=price, term_days=1)


async def _refused(move: Awaitable[object], expected: type[Refusal]) -> None:
    try:
        await move
    except expected:
        return
    raise Disagreement(f"not refused: {expected.__name__}")
