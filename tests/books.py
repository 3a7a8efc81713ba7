"""The books of a database, read and checked without any code of the bot's: what must always be true of its money."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

Row = sqlite3.Row
_OUTSIDE = "buyer"


@dataclass(frozen=True, slots=True)
class Books:
    """What they say."""

    #: What has become of each payment, by its charge id: held, released, owed back, or returned.
    fates: dict[str, str]
    #: What is on each account, by its kind, its holder and the currency; empty ones are left out.
    balances: dict[tuple[str, int, str], int]

    def total(self, account: str, currency: str = "XTR") -> int:
        """Of all accounts of a kind."""
        return sum(amount for (kind, _, of), amount in self.balances.items() if (kind, of) == (account, currency))


def checked_books(path: Path) -> Books:
    """Raises: AssertionError: they can't be right."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("BEGIN")
        return _Checked(connection).books()


class _Checked:
    def __init__(self, connection: sqlite3.Connection) -> None:
        def rows(sql: str) -> list[Row]:
            return connection.execute(sql).fetchall()

        self.entries: dict[int, Row] = {row["id"]: row for row in rows("SELECT * FROM entries")}
        self.postings: dict[int, list[Row]] = _by(rows("SELECT * FROM postings"), "entry_id")
        self.payments: dict[str, Row] = {row["charge_id"]: row for row in rows("SELECT * FROM payments")}
        self.refunds: dict[int, Row] = {row["id"]: row for row in rows("SELECT * FROM refunds")}
        self.refund_of = {refund["charge_id"]: refund["id"] for refund in self.refunds.values() if refund["charge_id"]}
        self.payouts = rows("SELECT * FROM payouts")
        self.orders = rows("SELECT number, method, status, ending, paid_at, price, currency FROM orders")
        self.balances: defaultdict[tuple[str, int, str], int] = defaultdict(int)
        for postings in self.postings.values():
            for each in postings:
                self.balances[each["account"], each["holder"], each["currency"]] += each["amount"]

    def books(self) -> Books:
        """After everything was checked."""
        self._check_entries()
        self._check_balances()
        self._check_payments()
        self._check_orders()
        self._check_refunds()
        self._check_payouts()
        fates = {charge_id: self._fate(payment) for charge_id, payment in self.payments.items()}
        return Books(fates, {key: amount for key, amount in self.balances.items() if amount})

    def _check_entries(self) -> None:
        assert set(self.entries) == set(self.postings), "an entry without postings, or postings without an entry"
        for number, postings in self.postings.items():
            assert sum(each["amount"] for each in postings) == 0, f"entry {number} does not sum to zero"
            assert {each["currency"] for each in postings} == {self.entries[number]["currency"]}, number

    def _check_balances(self) -> None:
        overdrawn = {key: amount for key, amount in self.balances.items() if key[0] != _OUTSIDE and amount < 0}
        assert not overdrawn
        for currency in {key[2] for key in self.balances}:
            paid_in = -sum(amount for key, amount in self.balances.items() if (key[0], key[2]) == (_OUTSIDE, currency))
            rest = sum(amount for key, amount in self.balances.items() if key[0] != _OUTSIDE and key[2] == currency)
            assert paid_in == rest, f"{paid_in} {currency} came in, {rest} are there or went out"

    def _check_payments(self) -> None:
        charged = [entry["charge_id"] for entry in self.entries.values() if entry["charge_id"] is not None]
        assert sorted(charged) == sorted(self.payments), "a payment comes in once"
        for entry in self.entries.values():
            if entry["charge_id"] is not None:
                payment = self.payments[entry["charge_id"]]
                assert (entry["kind"], entry["order_number"]) == (
                    ("stray", None) if payment["order_number"] is None else ("hold", payment["order_number"])
                )
                into = (
                    ("refund", self.refund_of.get(payment["charge_id"], 0))
                    if entry["kind"] == "stray"
                    else ("escrow", entry["order_number"])
                )
                assert self._moves(entry) == {
                    ("buyer", payment["payer_id"]): -payment["amount"],
                    into: payment["amount"],
                }

    def _check_orders(self) -> None:
        held: defaultdict[int | None, int] = defaultdict(int)
        for payment in self.payments.values():
            held[payment["order_number"]] += payment["amount"]
        shared = {entry["order_number"]: entry for entry in self.entries.values() if entry["kind"] == "share_out"}
        for order in self.orders:
            number, key = order["number"], ("escrow", order["number"], order["currency"])
            if order["method"] == "direct" or order["paid_at"] is None:
                assert (held[number], self.balances[key], shared.get(number)) == (0, 0, None), number
                continue
            assert held[number] == order["price"], f"order {number}: {held[number]} was paid, not {order['price']}"
            is_over = order["status"] in {"completed", "cancelled"}
            assert (number in shared) is is_over, number
            assert self.balances[key] == (0 if is_over else order["price"]), number
            if is_over and order["ending"] != "split":
                into = {account for account, _ in self._moves(shared[number])} - {"escrow"}
                assert into <= ({"seller", "commission"} if order["status"] == "completed" else {"refund"}), number

    def _check_refunds(self) -> None:
        known = [refund["charge_id"] for refund in self.refunds.values() if refund["charge_id"] is not None]
        assert len(set(known)) == len(known), "a payment is given back once"
        for refund in self.refunds.values():
            left = self.balances["refund", refund["id"], refund["currency"]]
            assert left == (refund["amount"] if refund["done_at"] is None else 0), refund["id"]
        assert {holder for kind, holder, _ in self.balances if kind == "refund"} <= set(self.refunds)

    def _check_payouts(self) -> None:
        for payout in self.payouts:
            left = self.balances["payout", payout["id"], payout["currency"]]
            assert left == (payout["amount"] if payout["state"] == "requested" else 0), payout["id"]
        paid: defaultdict[tuple[str, int, str], int] = defaultdict(int)
        for payout in self.payouts:
            if payout["state"] == "paid":
                paid["paid_out", payout["person_id"], payout["currency"]] += payout["amount"]
        assert paid == {key: amount for key, amount in self.balances.items() if key[0] == "paid_out" and amount}

    def _fate(self, payment: Row) -> str:
        refund = self.refunds.get(self.refund_of.get(payment["charge_id"], 0))
        if refund is not None:
            return "owed back" if refund["done_at"] is None else "returned"
        is_held = self.balances["escrow", payment["order_number"], payment["currency"]] > 0
        return "held" if is_held else "released"

    def _moves(self, entry: Row) -> dict[tuple[str, int], int]:
        return {(each["account"], each["holder"]): each["amount"] for each in self.postings[entry["id"]]}


def _by(rows: Iterable[Row], key: str) -> dict[int, list[Row]]:
    grouped: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row[key]].append(row)
    return dict(grouped)
