"""The ledger's table: nothing in it is ever changed, and what must not be can't be written, by whatever statement."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from desk.ports import Unit
from orders import ledger
from orders.ledger import AccountKind, Entry
from orders.money import Money
from storage.database import Database
from tests.storage.conftest import undone
from tests.storage.money import AT, add_orders, charge, hold, payment, release, write
from tests.storage.samples import BUYER, SELLER

_TABLES = ("entries", "postings", "payments")
#: Of an entry 90: they sum to zero, between accounts that have enough.
_POSTINGS = "INSERT INTO postings VALUES (90, 'seller', 11, 'XTR', -1), (90, 'commission', 0, 'XTR', 1)"
_STRAY_POSTINGS = "INSERT INTO postings VALUES (90, 'buyer', 22, 'XTR', -100), (90, 'refund', 7, 'XTR', 100)"
_ENTRY = "INSERT INTO entries VALUES (90, 'paid_out', 'XTR', NULL, NULL, 5)"


@pytest.fixture
async def filled(database: Database, path: Path) -> Path:
    """Order 1 is over and its money released, for order 2 two payments are held; nobody has it open."""
    await add_orders(database, 2)
    await hold(database, 1, "c1")
    await release(database, 1, "c1")
    await hold(database, 2, "c2", "c3")
    await database.close()
    return path


def _rows(connection: sqlite3.Connection) -> list[list[object]]:
    return [connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall() for table in _TABLES]  # noqa: S608 - of ours


def _assert_refused(path: Path, statements: Sequence[str], why: str, *, foreign_keys: str = "ON") -> None:
    """And nothing of it stays."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA foreign_keys = {foreign_keys}")
        before = _rows(connection)
        with pytest.raises(sqlite3.IntegrityError, match=why):
            connection.executescript("; ".join(["BEGIN", *statements, "COMMIT"]))
        connection.rollback()
        assert _rows(connection) == before


#: Entries 1 and 3 hold payments, of order 1 and of order 2; entry 2 has shared out order 1.
_APPEND_ONLY = {
    "an entry is changed": ["UPDATE entries SET at = 0 WHERE id = 1"],
    "an entry gets another number": ["UPDATE OR REPLACE entries SET id = 2 WHERE id = 1"],
    "an entry is deleted": ["DELETE FROM entries WHERE id = 1"],
    "all entries are deleted": ["DELETE FROM entries"],
    "an entry is replaced": ["REPLACE INTO entries VALUES (3, 'hold', 'XTR', 2, 'c2', 5)"],
    "an entry is replaced by its charge": [
        _STRAY_POSTINGS,
        "REPLACE INTO entries VALUES (90, 'stray', 'XTR', NULL, 'c1', 5)",
    ],
    "an entry is replaced by its order": [
        _POSTINGS,
        "REPLACE INTO entries VALUES (90, 'share_out', 'XTR', 1, NULL, 5)",
    ],
    "an entry is upserted": [
        "INSERT INTO entries VALUES (3, 'hold', 'XTR', 2, 'c2', 5) ON CONFLICT DO UPDATE SET at = 0"
    ],
    "a posting is changed": ["UPDATE postings SET amount = amount * 2"],
    "a posting changes hands": ["UPDATE OR REPLACE postings SET holder = 12 WHERE account = 'seller'"],
    "a posting is deleted": ["DELETE FROM postings WHERE entry_id = 1"],
    "a posting is added": ["INSERT INTO postings VALUES (1, 'commission', 0, 'XTR', 1)"],
    "a posting is replaced": ["REPLACE INTO postings VALUES (1, 'escrow', 1, 'XTR', 1000)"],
    "a posting is replaced before its entry is there": [
        _POSTINGS,
        "REPLACE INTO postings VALUES (90, 'seller', 11, 'XTR', 1)",
    ],
    "a payment is changed": ["UPDATE payments SET amount = 1 WHERE charge_id = 'c1'"],
    "a payment is held for another order": ["UPDATE payments SET order_number = 2 WHERE charge_id = 'c1'"],
    "a payment is held no more": ["UPDATE payments SET order_number = NULL WHERE charge_id = 'c1'"],
    "a payment is deleted": ["DELETE FROM payments WHERE charge_id = 'c1'"],
}


@pytest.mark.parametrize("statements", _APPEND_ONLY.values(), ids=list(_APPEND_ONLY))
def test_what_is_written_stays(filled: Path, statements: list[str]) -> None:
    """Whoever opens the file with whatever tool, foreign keys watched or not."""
    for foreign_keys in ("ON", "OFF"):
        _assert_refused(filled, statements, "append-only", foreign_keys=foreign_keys)


def test_a_payment_told_again_is_as_if_it_had_not_been_told(filled: Path) -> None:
    """Even where the row would take the place of the old one."""
    sql = "REPLACE INTO payments VALUES ('c1', '', 22, 'order:2', 900, 'XTR', 'stars', NULL, 5)"
    with closing(sqlite3.connect(filled)) as connection:
        before = _rows(connection)
        connection.executescript(sql)
        assert _rows(connection) == before


_WRONG = {
    "nothing": ([_ENTRY], "sum to zero"),
    "not zero": (["INSERT INTO postings VALUES (90, 'seller', 11, 'XTR', -1)", _ENTRY], "sum to zero"),
    "another currency": ([_POSTINGS, _ENTRY.replace("'XTR'", "'RUB'")], "in its currency"),
    "two currencies": (
        ["INSERT INTO postings VALUES (90, 'seller', 11, 'XTR', -1), (90, 'commission', 0, 'RUB', 1)", _ENTRY],
        "in its currency",
    ),
    "no entry": ([_POSTINGS], "FOREIGN KEY"),
    "a posting of nothing": (["INSERT INTO postings VALUES (90, 'seller', 11, 'XTR', 0)"], "amount <> 0"),
    "an unknown account": (["INSERT INTO postings VALUES (90, 'pocket', 11, 'XTR', 1)"], "account IN"),
    "an unknown kind": ([_POSTINGS, _ENTRY.replace("paid_out", "gift")], "kind IN"),
    "a hold of no payment": (
        [_POSTINGS, "INSERT INTO entries VALUES (90, 'hold', 'XTR', 2, NULL, 5)"],
        "charge_id IS NOT NULL",
    ),
    "a share-out of no order": (
        [_POSTINGS, "INSERT INTO entries VALUES (90, 'share_out', 'XTR', NULL, NULL, 5)"],
        "order_number IS NOT NULL",
    ),
}


@pytest.mark.parametrize(("statements", "why"), _WRONG.values(), ids=list(_WRONG))
def test_what_does_not_add_up_is_not_written(filled: Path, statements: list[str], why: str) -> None:
    """At the latest at the commit."""
    _assert_refused(filled, statements, why)


_TWICE: dict[str, tuple[Callable[[], Entry], str]] = {
    "a payment is held twice": (lambda: ledger.hold(2, BUYER, charge("c2")), "append-only"),
    "a payment is held and owed back": (lambda: ledger.owe_back(BUYER, charge("c2"), 7), "append-only"),
    "a payment is held for an order that is over": (lambda: ledger.hold(1, BUYER, charge("c4")), "shared out"),
    "a payment is held that nobody has made": (lambda: ledger.hold(2, BUYER, charge("c9")), "comes in whole"),
    "less is held than was paid": (lambda: ledger.hold(2, BUYER, charge("c4", 99)), "comes in whole"),
    "more is held than was paid": (lambda: ledger.hold(2, BUYER, charge("c4", 101)), "comes in whole"),
    "other money is held than was paid": (lambda: ledger.hold(2, BUYER, charge("c4", 100, "RUB")), "comes in whole"),
    "a payment is held as somebody else's": (lambda: ledger.hold(2, 23, charge("c4")), "comes in whole"),
    "an order is shared out twice": (
        lambda: ledger.share_out(1, SELLER, "XTR", ledger.shares([charge("c1")], 100, 0), []),
        "overdrawn",
    ),
    "a part is shared out": (
        lambda: ledger.share_out(2, SELLER, "XTR", ledger.shares([charge("c2")], 100, 0), []),
        "shared out whole",
    ),
    "more is shared out than is held": (
        lambda: ledger.share_out(2, SELLER, "XTR", ledger.shares([charge("c2", 201)], 201, 0), []),
        "overdrawn",
    ),
    "more is asked for than is there": (lambda: ledger.payout_requested(SELLER, Money(101, "XTR"), 1), "overdrawn"),
    "other money is asked for": (lambda: ledger.payout_requested(SELLER, Money(1, "RUB"), 1), "overdrawn"),
    "what nobody asked for is paid out": (lambda: ledger.paid_out(SELLER, Money(1, "XTR"), 1), "overdrawn"),
    "what nobody asked for is declined": (lambda: ledger.payout_declined(SELLER, Money(1, "XTR"), 1), "overdrawn"),
    "what is not owed is refunded": (lambda: ledger.refunded(BUYER, Money(1, "XTR"), 1), "overdrawn"),
}


@pytest.mark.parametrize(("entry", "why"), _TWICE.values(), ids=list(_TWICE))
async def test_no_money_moves_twice_or_from_where_there_is_none(
    filled: Path, entry: Callable[[], Entry], why: str
) -> None:
    """The rules do not ask for it; the table would not let them."""
    database = await Database.open(filled)
    try:
        async with database.write() as unit:
            await unit.payments.add(payment("c4"), AT)
        with pytest.raises(sqlite3.IntegrityError, match=why):
            await write(database, entry())
        async with database.read() as unit:
            assert await unit.ledger.total(AccountKind.ESCROW) == (Money(200, "XTR"),)
            assert await unit.ledger.total(AccountKind.SELLER) == (Money(100, "XTR"),)
    finally:
        await database.close()


async def test_a_payout_and_a_refund_are_carried_out_once(filled: Path) -> None:
    """The second time there is nothing left on their accounts."""
    database = await Database.open(filled)
    try:
        async with database.write() as unit:
            await unit.payments.add(payment("c4"), AT)
        await write(
            database,
            ledger.payout_requested(SELLER, Money(60, "XTR"), 1),
            ledger.payout_requested(SELLER, Money(40, "XTR"), 2),
            ledger.owe_back(BUYER, charge("c4"), 7),
        )
        done = (
            ledger.paid_out(SELLER, Money(60, "XTR"), 1),
            ledger.payout_declined(SELLER, Money(40, "XTR"), 2),
            ledger.refunded(BUYER, Money(100, "XTR"), 7),
        )
        await write(database, *done)
        again = (
            *done,
            ledger.payout_declined(SELLER, Money(60, "XTR"), 1),
            ledger.paid_out(SELLER, Money(40, "XTR"), 2),
        )
        for entry in again:
            with pytest.raises(sqlite3.IntegrityError, match="overdrawn"):
                await write(database, entry)
        async with database.read() as unit:
            assert await unit.ledger.balance(AccountKind.SELLER, SELLER) == (Money(40, "XTR"),)
            assert await unit.ledger.balance(AccountKind.BUYER, BUYER) == (Money(-300, "XTR"),)
            assert await unit.ledger.balance(AccountKind.PAID_OUT, SELLER) == (Money(60, "XTR"),)
            assert await unit.ledger.balance(AccountKind.PAYOUT, 1) == ()
            assert await unit.ledger.balance(AccountKind.REFUND, 7) == ()
    finally:
        await database.close()


async def test_balances_are_told_by_currency(database: Database) -> None:
    """In the order of their names; other holders' are not among them, and a total has everybody's."""
    await add_orders(database, 1)
    async with database.write() as unit:
        for name, amount, currency, payer in (("a", 5, "XTR", 22), ("b", 7, "RUB", 22), ("c", 9, "RUB", 23)):
            await unit.payments.add(payment(name, amount, currency, payer), AT)
            await unit.ledger.write(ledger.owe_back(payer, charge(name, amount, currency), ord(name)), AT)
        assert await unit.ledger.balance(AccountKind.BUYER, 22) == (Money(-7, "RUB"), Money(-5, "XTR"))
        assert await unit.ledger.total(AccountKind.REFUND) == (Money(16, "RUB"), Money(5, "XTR"))
        assert await unit.ledger.balance(AccountKind.SELLER, 22) == ()


async def test_an_entry_whose_transaction_is_undone_leaves_nothing(database: Database) -> None:
    """Nor is its number missed."""
    await add_orders(database, 1)
    async with undone(database) as unit:
        await unit.payments.add(payment("c1"), AT)
        await unit.ledger.write(ledger.hold(1, BUYER, charge("c1")), AT)
        assert await unit.ledger.balance(AccountKind.ESCROW, 1) == (Money(100, "XTR"),)
    await hold(database, 1, "c1")
    async with database.read() as unit:
        for_the_desk: Unit = unit
        assert await for_the_desk.ledger.balance(AccountKind.ESCROW, 1) == (Money(100, "XTR"),)
