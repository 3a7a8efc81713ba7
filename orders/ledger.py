"""The double-entry ledger (SPEC 7): every movement of money is an entry whose postings sum to zero.

Balances are sums of postings and nothing else. What comes in is positive on the account that holds it; the accounts
outside (a buyer's, what was paid out) mirror it. Amounts are whole minor units.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from orders.money import Money
from orders.payment import Charge

#: A commission is kept in hundredths of a percent: 250 is 2.5 %.
WHOLE = 10_000


class AccountKind(StrEnum):
    """Whose money it is, and what for. `holder` of the account says of whom or what."""

    #: Outside: what a buyer (person id) has paid in, as a negative balance.
    BUYER = "buyer"
    #: Held for an order (its number).
    ESCROW = "escrow"
    #: Owed back to a buyer by one refund (its id).
    REFUND = "refund"
    #: A seller's (person id) to dispose of.
    SELLER = "seller"
    #: On its way out to a seller by one payout (its id).
    PAYOUT = "payout"
    #: The operator's own; holder 0.
    COMMISSION = "commission"
    #: Outside: what a seller (person id) has been paid out.
    PAID_OUT = "paid_out"


@dataclass(frozen=True, slots=True)
class Account:
    """One account. Only a buyer's may be negative."""

    kind: AccountKind
    holder: int


class EntryKind(StrEnum):
    """Why money moves."""

    #: A payment is held for its order.
    HOLD = "hold"
    #: A payment for which there is no order (lapsed, paid twice, unknown) is owed back at once.
    STRAY = "stray"
    #: The end of an order shares its escrow out: to the seller, the operator, the buyer.
    SHARE_OUT = "share_out"
    #: A refund was carried out.
    REFUNDED = "refunded"
    #: A seller asks for money.
    PAYOUT_REQUESTED = "payout_requested"
    #: The operator has paid it.
    PAID_OUT = "paid_out"
    #: Nobody has: the operator has declined, or the seller has taken the request back. It is the seller's again.
    PAYOUT_DECLINED = "payout_declined"


@dataclass(frozen=True, slots=True)
class Posting:
    """Part of an entry; positive: the account has more than before."""

    account: Account
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One movement of money, whole. Never changed; a mistake is mended by another entry."""

    kind: EntryKind
    currency: str
    postings: tuple[Posting, ...]
    order_number: int | None = None
    #: The payment that is held or owed back.
    charge_id: str | None = None

    def __post_init__(self) -> None:
        if not self.postings or any(posting.amount == 0 for posting in self.postings):
            raise ValueError(f"an entry moves something: {self}")
        if sum(posting.amount for posting in self.postings) != 0:
            raise ValueError(f"postings sum to zero: {self}")


@dataclass(frozen=True, slots=True)
class Returned:
    """A part of what was held that goes back to the buyer; `charge`: the payment that it undoes whole, if one."""

    money: Money
    charge: Charge | None


@dataclass(frozen=True, slots=True)
class Shares:
    """How the escrow of one order is shared out; the parts sum to what was held."""

    seller: int
    commission: int
    returned: tuple[Returned, ...]


def commission_of(amount: int, rate: int) -> int:
    """The operator's part at a rate in hundredths of a percent, half a minor unit rounded up."""
    return (amount * rate + WHOLE // 2) // WHOLE


def net_of(money: Money, rate: int) -> Money:
    """What is a seller's of it once the operator's part is off."""
    return Money(money.amount - commission_of(money.amount, rate), money.currency)


def shares(charges: Sequence[Charge], to_seller: int, rate: int) -> Shares:
    """What each gets when `to_seller` minor units of all charges are the seller's, commission included.

    Of the buyer's part whole payments are undone as far as they fit, the greatest first, since a payment can be undone
    by Telegram only whole; what is left is owed by itself.

    Raises: ValueError: there is not so much, or the charges are of several currencies.
    """
    total = sum(charge.money.amount for charge in charges)
    if not 0 <= to_seller <= total or len({charge.money.currency for charge in charges}) > 1:
        raise ValueError(f"{to_seller} of {charges}")
    fee = commission_of(to_seller, rate)
    return Shares(to_seller - fee, fee, tuple(_returned(charges, total - to_seller)))


def _returned(charges: Sequence[Charge], amount: int) -> Iterator[Returned]:
    for charge in sorted(charges, key=lambda charge: -charge.money.amount):
        if charge.money.amount <= amount:
            yield Returned(charge.money, charge)
            amount -= charge.money.amount
    if amount:
        yield Returned(Money(amount, charges[0].money.currency), None)


def hold(order_number: int, payer: int, charge: Charge) -> Entry:
    """A payment for an order is kept for it."""
    return _moved(
        EntryKind.HOLD,
        charge.money,
        Account(AccountKind.BUYER, payer),
        Account(AccountKind.ESCROW, order_number),
        order_number=order_number,
        charge_id=charge.id,
    )


def owe_back(payer: int, charge: Charge, refund: int) -> Entry:
    """A payment that nothing is bought with."""
    return _moved(
        EntryKind.STRAY,
        charge.money,
        Account(AccountKind.BUYER, payer),
        Account(AccountKind.REFUND, refund),
        charge_id=charge.id,
    )


def share_out(order_number: int, seller: int, currency: str, parts: Shares, refunds: Sequence[int]) -> Entry:
    """The end of an order. `refunds`: the ids of the refunds, one for each of `parts.returned`."""
    into = [
        (Account(AccountKind.SELLER, seller), parts.seller),
        (Account(AccountKind.COMMISSION, 0), parts.commission),
        *(
            (Account(AccountKind.REFUND, refund), returned.money.amount)
            for refund, returned in zip(refunds, parts.returned, strict=True)
        ),
    ]
    total = sum(amount for _, amount in into)
    return Entry(
        kind=EntryKind.SHARE_OUT,
        currency=currency,
        postings=(
            Posting(Account(AccountKind.ESCROW, order_number), -total),
            *(Posting(account, amount) for account, amount in into if amount),
        ),
        order_number=order_number,
    )


def refunded(buyer: int, money: Money, refund: int) -> Entry:
    """The buyer has it again."""
    return _moved(EntryKind.REFUNDED, money, Account(AccountKind.REFUND, refund), Account(AccountKind.BUYER, buyer))


def payout_requested(seller: int, money: Money, payout: int) -> Entry:
    """From the balance to a payout that the operator is to carry out."""
    return _moved(
        EntryKind.PAYOUT_REQUESTED, money, Account(AccountKind.SELLER, seller), Account(AccountKind.PAYOUT, payout)
    )


def paid_out(seller: int, money: Money, payout: int) -> Entry:
    """The seller has it outside."""
    return _moved(EntryKind.PAID_OUT, money, Account(AccountKind.PAYOUT, payout), Account(AccountKind.PAID_OUT, seller))


def payout_declined(seller: int, money: Money, payout: int) -> Entry:
    """Back to the balance."""
    return _moved(
        EntryKind.PAYOUT_DECLINED, money, Account(AccountKind.PAYOUT, payout), Account(AccountKind.SELLER, seller)
    )


def balances(entries: Iterable[Entry]) -> dict[tuple[Account, str], int]:
    """What each account has by these entries, by currency; empty ones are left out."""
    sums: defaultdict[tuple[Account, str], int] = defaultdict(int)
    for entry in entries:
        for posting in entry.postings:
            sums[posting.account, entry.currency] += posting.amount
    return {key: amount for key, amount in sums.items() if amount}


def _moved(
    kind: EntryKind,
    money: Money,
    out_of: Account,
    into: Account,
    *,
    order_number: int | None = None,
    charge_id: str | None = None,
) -> Entry:
    return Entry(
        kind=kind,
        currency=money.currency,
        postings=(Posting(out_of, -money.amount), Posting(into, money.amount)),
        order_number=order_number,
        charge_id=charge_id,
    )
