"""The ledger's rules: entries sum to zero, shares neither lose nor make a unit, and money in is money out and held."""

from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from orders import ledger
from orders.ledger import Account, AccountKind, Entry, EntryKind, Posting, Returned, Shares, balances, shares
from orders.money import Money
from orders.payment import Charge

AMOUNTS = st.one_of(st.integers(1, 20), st.integers(1, 10_000), st.integers(1, 10**12))
RATES = st.one_of(st.integers(0, ledger.WHOLE), st.sampled_from([0, 1, 250, 333, 5_000, 9_000, ledger.WHOLE]))


def charge(amount: int, name: str = "c1", currency: str = "XTR") -> Charge:
    """A payment."""
    return Charge(name, Money(amount, currency))


def charges(*amounts: int) -> list[Charge]:
    """Payments in the order in which they came."""
    return [charge(amount, f"c{index}") for index, amount in enumerate(amounts, 1)]


@pytest.mark.parametrize(
    ("amount", "rate", "commission"),
    [
        (1_000, 0, 0),
        (1_000, 1_000, 100),
        (105, 1_000, 11),  # 10.5
        (104, 1_000, 10),  # 10.4
        (1, 5_000, 1),  # 0.5
        (1, 4_999, 0),
        (199, 250, 5),  # 4.975
        (0, 9_000, 0),
        (10**12, 333, 33_300_000_000),
    ],
)
def test_a_commission_is_rounded_half_up(amount: int, rate: int, commission: int) -> None:
    """On minor units."""
    assert ledger.commission_of(amount, rate) == commission


@given(AMOUNTS, RATES)
def test_a_commission_is_what_decimal_numbers_say(amount: int, rate: int) -> None:
    """However large, and never more than the whole."""
    exact = (Decimal(amount) * rate / ledger.WHOLE).quantize(Decimal(1), ROUND_HALF_UP)
    assert ledger.commission_of(amount, rate) == exact
    assert 0 <= exact <= amount


def test_whole_payments_go_back_first_and_the_greatest_of_them_before_the_others() -> None:
    """Telegram can undo a payment only whole; what is left is owed by itself."""
    first, second, third = charges(50, 300, 100)
    assert shares([first, second, third], 0, 1_000) == Shares(
        0, 0, (Returned(second.money, second), Returned(third.money, third), Returned(first.money, first))
    )
    assert shares([first, second, third], 450, 1_000) == Shares(405, 45, ())
    assert shares([first, second, third], 350, 1_000) == Shares(315, 35, (Returned(third.money, third),))
    assert shares([first, second, third], 330, 0) == Shares(
        330, 0, (Returned(third.money, third), Returned(Money(20, "XTR"), None))
    )
    assert shares([second], 299, 0).returned == (Returned(Money(1, "XTR"), None),)


@given(st.lists(AMOUNTS, min_size=1, max_size=5), st.data(), RATES)
def test_shares_neither_lose_nor_make_a_unit(amounts: list[int], data: st.DataObject, rate: int) -> None:
    """Seller, operator and buyer have together what was held; each payment is undone at most once, and whole."""
    held = charges(*amounts)
    to_seller = data.draw(st.integers(0, sum(amounts)))
    parts = shares(held, to_seller, rate)
    returned = sum(each.money.amount for each in parts.returned)
    assert parts.seller + parts.commission + returned == sum(amounts)
    assert parts.seller + parts.commission == to_seller
    assert min(parts.seller, parts.commission) >= 0
    undone = [each.charge for each in parts.returned if each.charge is not None]
    assert len(set(undone)) == len(undone)
    assert all(each.charge is None or each.money == each.charge.money for each in parts.returned)
    part = [each for each in parts.returned if each.charge is None]
    assert parts.returned[len(undone) :] == tuple(part)
    if part:  # one, and no payment that was kept would have fitted into it
        (only,) = part
        assert all(only.money.amount < each.money.amount for each in held if each not in undone)


@pytest.mark.parametrize("to_seller", [-1, 401])
def test_nobody_gets_what_is_not_there(to_seller: int) -> None:
    """A mistake of ours, not a refusal."""
    with pytest.raises(ValueError, match="of"):
        shares(charges(100, 300), to_seller, 0)


def test_currencies_are_not_added_up() -> None:
    """Either."""
    with pytest.raises(ValueError, match="RUB"):
        shares([charge(100), charge(100, "c2", "RUB")], 0, 0)


@pytest.mark.parametrize("amounts", [(), (5,), (5, -4), (5, -5, 0)])
def test_an_entry_moves_something_and_sums_to_zero(amounts: tuple[int, ...]) -> None:
    """There is no other."""
    postings = tuple(Posting(Account(AccountKind.ESCROW, index), amount) for index, amount in enumerate(amounts))
    with pytest.raises(ValueError, match=r"moves something|sum to zero"):
        Entry(kind=EntryKind.HOLD, currency="XTR", postings=postings)


def test_a_share_out_needs_a_refund_for_each_part_that_goes_back() -> None:
    """Else money would be owed to nobody."""
    parts = shares(charges(100, 300), 0, 0)
    with pytest.raises(ValueError, match="zip"):
        ledger.share_out(1, 11, "XTR", parts, [7])


def test_balances_tell_currencies_apart_and_leave_out_what_is_empty() -> None:
    """An account has a sum in each."""
    entries = [
        ledger.hold(1, 22, charge(100)),
        ledger.hold(2, 22, charge(500, "c2", "RUB")),
        ledger.share_out(1, 11, "XTR", shares([charge(100)], 100, 0), []),
    ]
    assert balances(entries) == {
        (Account(AccountKind.BUYER, 22), "XTR"): -100,
        (Account(AccountKind.BUYER, 22), "RUB"): -500,
        (Account(AccountKind.ESCROW, 2), "RUB"): 500,
        (Account(AccountKind.SELLER, 11), "XTR"): 100,
    }


SELLERS, BUYERS = (11, 12), (21, 22)
CURRENCIES = ("XTR", "RUB")


class MoneyFlow(RuleBasedStateMachine):
    """Payments, ends, refunds and payouts in any order; beside the ledger, purses in plain numbers."""

    def __init__(self) -> None:
        """Nobody has paid anything."""
        super().__init__()
        self.entries: list[Entry] = []
        self.count = 0
        #: Of each order that is not over: its charges.
        self.held: dict[int, list[Charge]] = {}
        #: What waits to be carried out, by id: to whom, and how much.
        self.refunds: dict[int, tuple[int, Money]] = {}
        self.payouts: dict[int, tuple[int, Money]] = {}
        self.purses: Counter[tuple[str, int, str]] = Counter()

    # --- what happens ---

    @rule(amount=AMOUNTS, currency=st.sampled_from(CURRENCIES))
    def a_new_order_is_paid(self, amount: int, currency: str) -> None:
        """Its seller and buyer follow from its number."""
        number = self._next()
        self.held[number] = []
        self._hold(number, charge(amount, f"c{number}", currency))

    @precondition(lambda self: self.held)
    @rule(data=st.data(), amount=AMOUNTS)
    def an_option_is_paid(self, data: st.DataObject, amount: int) -> None:
        """One payment more for an order."""
        number = data.draw(st.sampled_from(sorted(self.held)))
        currency = self.held[number][0].money.currency
        self._hold(number, charge(amount, f"c{self._next()}", currency))

    @rule(amount=AMOUNTS, currency=st.sampled_from(CURRENCIES), buyer=st.sampled_from(BUYERS))
    def a_payment_comes_for_which_there_is_no_order(self, amount: int, currency: str, buyer: int) -> None:
        """It is owed back at once."""
        refund = self._next()
        stray = charge(amount, f"c{refund}", currency)
        self.refunds[refund] = (buyer, stray.money)
        self._write(ledger.owe_back(buyer, stray, refund))
        self._move(("buyer", buyer), ("refund", refund), stray.money)

    @precondition(lambda self: self.held)
    @rule(data=st.data(), rate=RATES)
    def an_order_ends(self, data: st.DataObject, rate: int) -> None:
        """All to the seller, all to the buyer, or any split."""
        number = data.draw(st.sampled_from(sorted(self.held)))
        paid = self.held.pop(number)
        currency, total = paid[0].money.currency, sum(each.money.amount for each in paid)
        to_seller = data.draw(st.one_of(st.sampled_from([0, total]), st.integers(0, total)))
        parts = shares(paid, to_seller, rate)
        ids = [self._next() for _ in parts.returned]
        self._write(ledger.share_out(number, _seller(number), currency, parts, ids))
        self._move(("escrow", number), ("seller", _seller(number)), Money(parts.seller, currency))
        self._move(("escrow", number), ("commission", 0), Money(parts.commission, currency))
        for refund, part in zip(ids, parts.returned, strict=True):
            self.refunds[refund] = (_buyer(number), part.money)
            self._move(("escrow", number), ("refund", refund), part.money)

    @precondition(lambda self: self.refunds)
    @rule(data=st.data())
    def a_refund_is_carried_out(self, data: st.DataObject) -> None:
        """Once: it leaves the list."""
        refund = data.draw(st.sampled_from(sorted(self.refunds)))
        buyer, money = self.refunds.pop(refund)
        self._write(ledger.refunded(buyer, money, refund))
        self._move(("refund", refund), ("buyer", buyer), money)

    @precondition(lambda self: self._purses())
    @rule(data=st.data())
    def a_seller_asks_for_money(self, data: st.DataObject) -> None:
        """Some of what they have, or all."""
        seller, currency, most = data.draw(st.sampled_from(self._purses()))
        payout, money = self._next(), Money(data.draw(st.integers(1, most)), currency)
        self.payouts[payout] = (seller, money)
        self._write(ledger.payout_requested(seller, money, payout))
        self._move(("seller", seller), ("payout", payout), money)

    @precondition(lambda self: self.payouts)
    @rule(data=st.data(), is_paid=st.booleans())
    def a_payout_is_settled(self, data: st.DataObject, is_paid: bool) -> None:  # noqa: FBT001 - by name
        """Paid or declined."""
        payout = data.draw(st.sampled_from(sorted(self.payouts)))
        seller, money = self.payouts.pop(payout)
        self._write((ledger.paid_out if is_paid else ledger.payout_declined)(seller, money, payout))
        self._move(("payout", payout), ("paid_out" if is_paid else "seller", seller), money)

    # --- what is always true ---

    @invariant()
    def every_entry_sums_to_zero(self) -> None:
        """The newest; the others are not changed."""
        if self.entries:
            assert sum(posting.amount for posting in self.entries[-1].postings) == 0

    @invariant()
    def balances_are_what_is_in_the_purses(self) -> None:
        """To the unit, in every currency; only buyers have less than nothing."""
        known = {
            (account.kind.value, account.holder, currency): amount
            for (account, currency), amount in balances(self.entries).items()
        }
        assert known == {key: amount for key, amount in self.purses.items() if amount}
        assert all(amount > 0 for (kind, _, _), amount in known.items() if kind != "buyer")
        assert all(amount < 0 for (kind, _, _), amount in known.items() if kind == "buyer")

    @invariant()
    def money_in_is_money_out_and_held(self) -> None:
        """Nothing is lost on the way."""
        outside, held = Counter[str](), Counter[str]()
        for (account, currency), amount in balances(self.entries).items():
            is_outside = account.kind in {AccountKind.BUYER, AccountKind.PAID_OUT}
            (outside if is_outside else held)[currency] += amount
        assert all(outside[currency] + held[currency] == 0 for currency in CURRENCIES)

    @invariant()
    def what_is_held_for_an_order_is_what_was_paid_for_it(self) -> None:
        """Until its end; afterwards nothing."""
        for number, paid in self.held.items():
            money = paid[0].money
            assert self.purses["escrow", number, money.currency] == sum(each.money.amount for each in paid)
        open_ones = {holder for (kind, holder, _), amount in self.purses.items() if kind == "escrow" and amount}
        assert open_ones == set(self.held)

    # --- by what means ---

    def _next(self) -> int:
        self.count += 1
        return self.count

    def _hold(self, number: int, paid: Charge) -> None:
        self.held[number].append(paid)
        self._write(ledger.hold(number, _buyer(number), paid))
        self._move(("buyer", _buyer(number)), ("escrow", number), paid.money)

    def _write(self, entry: Entry) -> None:
        self.entries.append(entry)

    def _move(self, out_of: tuple[str, int], into: tuple[str, int], money: Money) -> None:
        self.purses[(*out_of, money.currency)] -= money.amount
        self.purses[(*into, money.currency)] += money.amount

    def _purses(self) -> list[tuple[int, str, int]]:
        return [
            (holder, currency, amount)
            for (kind, holder, currency), amount in sorted(self.purses.items())
            if kind == "seller" and amount > 0
        ]


def _seller(number: int) -> int:
    return SELLERS[number % len(SELLERS)]


def _buyer(number: int) -> int:
    return BUYERS[number % len(BUYERS)]


TestMoneyFlow = MoneyFlow.TestCase
TestMoneyFlow.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
