"""`python -m bot audit`: what it says of a database that is well, and of each way in which it can be wrong."""

import asyncio
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.audit import audit
from bot.settings import Settings
from desk.cash_desk import CashDesk
from desk.order_desk import OrderDesk
from orders.money import Money
from sandbox.person import Person
from storage.invariants import INVARIANTS
from tests.acceptance.market import DAY, Market, open_market
from tests.acceptance.stages import Deal

_ROOT = Path(__file__).parents[2]
SELLER, BUYER, OPERATOR = 1001, 1002, 1003

Printed = tuple[int, str]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def well(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which everything has happened to money that can.

    Order 1 (150): accepted. 2 (250): given back. 3 (350 and an option of 50): in progress. 4: lapsed, paid too late.
    5 (550): cancelled, its refund is still refused. 6: not paid. A payout is settled, one declined, one asked for.
    """
    folder = tmp_path_factory.mktemp("well")
    values: dict[str, Any] = {"payments": "stars", "commission_percent": "2.5", "admin_ids": frozenset({OPERATOR})}
    async with open_market(folder, **values) as market:
        seller, buyer = market.person("Сергей"), market.person("Анна")
        await market.starts(market.person("Ольга"))
        await _accepted(market, seller, buyer)
        await _given_back(market, seller, buyer)
        await _in_progress(market, seller, buyer)
        await _paid_too_late(market, seller, buyer)
        await _paid_out(market)
        await _still_owed(market, seller, buyer)
        await _ordered(market, seller, buyer, "650")
    return folder / "bot.db"


async def _ordered(market: Market, seller: Person, buyer: Person, price: str) -> None:
    payload = await market.publishes_gig(seller, price=price)
    await market.orders(buyer, payload, "«Зерно», коричневый")


async def _accepted(market: Market, seller: Person, buyer: Person) -> None:
    await _ordered(market, seller, buyer, "150")
    await market.pays(buyer)
    await market.starts_work(seller)
    await market.delivers(seller)
    await market.presses(buyer, "Принять работу")


async def _given_back(market: Market, seller: Person, buyer: Person) -> None:
    await _ordered(market, seller, buyer, "250")
    await market.pays(buyer)
    await market.presses(buyer, "Отменить заказ")
    await market.presses(buyer, "Да")


async def _in_progress(market: Market, seller: Person, buyer: Person) -> None:
    await _ordered(market, seller, buyer, "350")
    await market.pays(buyer)
    await market.starts_work(seller)
    await Deal(market, seller, buyer).offers(price="50")
    await market.presses(buyer, "Оплатить опцию")
    await market.pays(buyer)


async def _paid_too_late(market: Market, seller: Person, buyer: Person) -> None:
    await _ordered(market, seller, buyer, "450")
    market.sandbox.faults.add("payment_late")
    await market.pays(buyer)
    await market.stop_bot()
    market.clock.advance(DAY)
    await market.start_bot()
    market.sandbox.cashier.tell(list(market.sandbox.payments.charges)[-1])
    await market.settled()


async def _paid_out(market: Market) -> None:
    for amount, outcome in ((60, "paid"), (30, "declined"), (20, "")):
        async with market.app.database.write() as unit:
            now = int(market.clock.now())
            cash = CashDesk(unit, OrderDesk(unit, market.settings.policy, now), now)
            payout = await cash.request_payout(SELLER, Money(amount, "XTR"), "по номеру телефона")
            if outcome == "paid":
                await cash.pay_out(payout.id, OPERATOR)
            elif outcome == "declined":
                await cash.decline_payout(payout.id, OPERATOR, "номер не тот")


async def _still_owed(market: Market, seller: Person, buyer: Person) -> None:
    await _ordered(market, seller, buyer, "550")
    await market.pays(buyer)
    market.sandbox.faults.add("refuse", method="refundStarPayment", description="Bad Request: INTERNAL", times=None)
    await market.presses(buyer, "Отменить заказ", on="550")
    await market.presses(buyer, "Да")


@pytest.fixture
def path(well: Path, tmp_path: Path) -> Path:
    """A copy."""
    return Path(shutil.copy(well, tmp_path / "bot.db"))


@contextmanager
def _tampering(path: Path) -> Iterator[sqlite3.Connection]:
    """By hand, past the triggers, which stand again afterwards, and past the constraints."""
    with closing(sqlite3.connect(path, isolation_level=None)) as by_hand:
        triggers = by_hand.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            by_hand.execute(f"DROP TRIGGER {name}")
        by_hand.execute("PRAGMA ignore_check_constraints = ON")
        yield by_hand
        for _, sql in triggers:
            by_hand.execute(sql)


def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def _names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def _damage(path: Path) -> None:
    """Pages in the middle are overwritten."""
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 12] = b"\xff" * 4096 * 9
    path.write_bytes(content)


async def _printed(path: Path, capsys: pytest.CaptureFixture[str]) -> Printed:
    code = await audit(path)
    return code, capsys.readouterr().out


async def test_a_database_that_is_well(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each check is printed with how many things it was made of, and where the money is."""
    before = _bytes(path)

    code, said = await _printed(path, capsys)

    lines = said.splitlines()
    assert (code, lines[-1]) == (0, f"{len(INVARIANTS) + 3} checks, all is well.")
    assert [line for line in lines[1:-1] if not line.startswith("✓ ")] == []
    assert "✓ 16 entries sum to zero in their currency" in lines
    assert "✓ 6 payments are held or owed back, each once" in lines
    assert "✓ 1 payment with nothing to buy is owed back in full" in lines
    assert "✓ 1 paid order that is open has its price in escrow" in lines
    assert "✓ 3 commissions are as their orders' rates say, half a unit rounded up" in lines
    assert lines[-2] == (
        "✓ XTR: 1 800 came in = 700 given back + 60 paid out + 1 040 held "
        "(400 for orders, 550 owed back, 66 sellers', 20 asked for by sellers, 4 the operator's)"
    )
    assert _bytes(path) == before
    assert _names(path.parent) == ["bot.db"]


#: What somebody writes by hand, and what is said of it.
_WRONG: dict[str, tuple[list[str], list[str]]] = {
    "a gig that stands too high": (
        ["UPDATE catalogue SET kept = 30, standing = 1000001 WHERE gig_id = 1"],
        ["gig 1 is in the catalogue as it should not be", "gig 1 is not in the catalogue as it should be"],
    ),
    "a gig that is on sale and not in the catalogue": (
        ["DELETE FROM catalogue WHERE gig_id = 2"],
        ["gig 2 is not in the catalogue as it should be"],
    ),
    "a gig whose words are gone": (
        ["DELETE FROM gig_stems WHERE rowid = 3"],
        ["gig 3: its words are in the index -1 times beside what is so"],
    ),
    "an entry that does not sum to zero": (
        ["UPDATE postings SET amount = amount + 1 WHERE entry_id = 1 AND account = 'escrow'"],
        ["entry 1 (hold, XTR): its postings in XTR sum to 1", "XTR: -1 are missing"],
    ),
    "an entry in two currencies": (
        ["UPDATE postings SET currency = 'RUB' WHERE entry_id = 1"],
        ["entry 1 (hold, XTR): its postings in RUB sum to 0"],
    ),
    "postings without their entry": (
        ["DELETE FROM entries WHERE id = 1"],
        ["150 XTR on escrow 1 belong to entry 1, which is not there"],
    ),
    "an entry without postings": (
        ["DELETE FROM postings WHERE entry_id = 1"],
        ["entry 1 (hold) has no postings"],
    ),
    "an account that is overdrawn": (
        [
            "INSERT INTO postings VALUES (2, 'seller', 77, 'XTR', -5)",
            "INSERT INTO postings VALUES (2, 'payout', 77, 'XTR', 5)",
        ],
        ["account seller 77 has -5 XTR", "payout 77: what is asked for and the account are 5 XTR apart"],
    ),
    "a buyer who is owed something out of nowhere": (
        [
            "INSERT INTO postings VALUES (2, 'buyer', 77, 'XTR', 5)",
            "UPDATE postings SET amount = amount - 5 WHERE entry_id = 2 AND account = 'seller'",
        ],
        ["account buyer 77 has 5 XTR", "buyer 77: payments less refunds and the account are 5 XTR apart"],
    ),
    "a refund that was done and is due": (
        ["UPDATE refunds SET done_at = NULL WHERE id = 1"],
        [
            "buyer 1002: payments less refunds and the account are 250 XTR apart",
            "refund 1: what is due and the account are -250 XTR apart",
            "order 2: refunds that are told of and refunds that are done are 250 XTR apart",
            "XTR: 250 are missing",
        ],
    ),
    "a refund that is due and was done": (
        ["UPDATE refunds SET done_at = 1, done_by = 3 WHERE done_at IS NULL"],
        [
            "refund 3: what is due and the account are 550 XTR apart",
            "order 5: refunds that are told of and refunds that are done are -550 XTR apart",
            "XTR: -550 are missing",
        ],
    ),
    "a payout of more than was asked for": (
        ["UPDATE payouts SET amount = 61 WHERE state = 'paid'"],
        [
            "seller 1001: payouts and the account are -1 XTR apart",
            "payout 1 of 61 XTR was not taken from the balance of 1001",
            "XTR: -1 are missing",
        ],
    ),
    "a payout that was declined and is asked for": (
        ["UPDATE payouts SET state = 'requested', settled_at = NULL WHERE state = 'declined'"],
        ["payout 2: what is asked for and the account are -30 XTR apart"],
    ),
    "a payout to somebody else": (
        ["UPDATE payouts SET person_id = 1002 WHERE state = 'requested'"],
        ["payout 3 of 20 XTR was not taken from the balance of 1002"],
    ),
    "a payment that is nowhere": (
        ["INSERT INTO payments VALUES ('forged', '', 1002, 'order:3', 5, 'XTR', 'stars', NULL, 1)"],
        ["payment forged of 5 XTR is in 0 entries", "XTR: 5 are missing"],
    ),
    "a payment of somebody else": (
        ["UPDATE payments SET payer_id = 77 WHERE order_number = 1"],
        [
            ": that 77 has paid 150 XTR is not what entry 1 says",
            ": that it is held for order 1 is not what entry 1 and the order say",
        ],
    ),
    "a payment for another order": (
        ["UPDATE payments SET order_number = 3 WHERE order_number = 1"],
        ["that it is held for order 3 is not what entry 1 and the order say", "told +1 times beside what is held"],
    ),
    "a payment for no order": (
        ["UPDATE payments SET order_number = NULL WHERE order_number = 1"],
        ["of 150 XTR: no order, and entry 1 owes nothing back for it"],
    ),
    "a payment that is gone": (
        ["DELETE FROM payments WHERE order_number = 1"],
        ["table entries, row 1: what it refers to in payments is not there", "XTR: -150 are missing"],
    ),
    "less in escrow than was paid": (
        [
            "UPDATE postings SET amount = 343 WHERE account = 'escrow' AND holder = 3 AND amount = 350",
            "INSERT INTO postings SELECT entry_id, 'commission', 0, 'XTR', 7 FROM postings WHERE amount = 343",
        ],
        ["order 3: its escrow is -7 XTR off", "order 3: its price and its escrow are -7 XTR apart"],
    ),
    "a price that was not paid": (
        ["UPDATE orders SET price = price + 1 WHERE number = 3"],
        ["order 3: its price and its escrow are -1 XTR apart"],
    ),
    "money for an order that is none of ours": (
        ["UPDATE orders SET method = 'direct' WHERE number = 3"],
        ["order 3: its price and its escrow are 400 XTR apart"],
    ),
    "an order that has ended and keeps its money": (
        [
            "UPDATE orders SET status = 'completed', ending = 'accepted', ended_at = 1 WHERE number = 3",
        ],
        ["order 3: shared out 0 times, -400 XTR more than was held", "order 3: its escrow is 400 XTR off"],
    ),
    "an open order that is shared out": (
        ["UPDATE orders SET status = 'in_progress', ending = NULL, ended_at = NULL WHERE number = 1"],
        ["order 1: shared out 2 times, 150 XTR more than was held", "order 1: its escrow is -150 XTR off"],
    ),
    "a seller's money of an order that was cancelled": (
        ["UPDATE orders SET ending = 'blamed', status = 'cancelled' WHERE number = 1"],
        [
            "order 1 (blamed): 146 XTR went to seller 1001, 4 to the operator, 0 to the buyer",
            "order 1: that it has ended (accepted) is told +1 times beside what is so",
        ],
    ),
    "a buyer's money of an order that was accepted": (
        ["UPDATE orders SET ending = 'accepted', status = 'completed' WHERE number = 2"],
        ["order 2 (accepted): 0 XTR went to seller None, 0 to the operator, 250 to the buyer"],
    ),
    "the money of another seller": (
        ["UPDATE postings SET holder = 77 WHERE account = 'seller' AND amount = 146"],
        ["order 1 (accepted): 146 XTR went to seller 77, 4 to the operator, 0 to the buyer"],
    ),
    "an order without a buyer": (
        ["UPDATE orders SET buyer_id = 0 WHERE number = 6"],
        ["order 6 (from gig, paid stars): its buyer is 0, joined 0 times"],
    ),
    "another commission": (
        ["UPDATE orders SET commission = 300 WHERE number = 1"],
        ["order 1: 4 of 150 XTR kept, at 300 hundredths of a percent it is 5"],
    ),
    "a refund of another order": (
        ["UPDATE refunds SET order_number = 1 WHERE id = 1"],
        ["refund 1 of 250 XTR is not what its payment, its order and its entry say"],
    ),
    "a refund to somebody else": (
        ["UPDATE refunds SET person_id = 77 WHERE done_at IS NULL"],
        ["refund 3 of 550 XTR is not what its payment, its order and its entry say"],
    ),
    "a payment that no history tells of": (
        ["DELETE FROM facts WHERE kind = 'option_paid'"],
        ["of 50 XTR is told -1 times beside what is held"],
    ),
    "a payment that another history tells of": (
        ["INSERT INTO facts SELECT 9999, 3, at, kind, body FROM facts WHERE kind = 'order_paid' AND order_number = 1"],
        ["order 3: payment stx", "of 150 XTR is told +1 times beside what is held"],
    ),
    "an end that no history tells of": (
        ["DELETE FROM facts WHERE kind = 'order_ended' AND order_number = 2"],
        ["order 2: that it has ended (cancelled_before_start) is told -1 times beside what is so"],
    ),
    "a refund that no history tells of": (
        ["DELETE FROM facts WHERE kind = 'money_returned' AND order_number = 2"],
        ["order 2: refunds that are told of and refunds that are done are -250 XTR apart"],
    ),
    "an end that counts otherwise": (
        ["UPDATE orders SET effect = 'broken' WHERE number = 1"],
        ["order 1: it ended accepted, is not voided, and counts as broken"],
    ),
    "an end that no history voids": (
        ["UPDATE orders SET voided = 'x', effect = NULL WHERE number = 1"],
        ["order 1: that it is voided is not what its history says"],
    ),
    "a review that no history tells of": (
        ["UPDATE orders SET review = '{}' WHERE number = 1"],
        ["order 1: its review is told of -1 times beside what is so"],
    ),
}


@pytest.mark.parametrize("wrong", _WRONG)
async def test_every_violation_is_found_and_named(path: Path, capsys: pytest.CaptureFixture[str], wrong: str) -> None:
    """Whatever it is."""
    statements, named = _WRONG[wrong]
    with _tampering(path) as by_hand:
        for statement in statements:
            assert by_hand.execute(statement).rowcount >= 1

    code, said = await _printed(path, capsys)

    assert code == 1
    assert [words for words in named if words not in said] == []
    assert " checks, violations: " in said.splitlines()[-1]


def test_no_invariant_goes_without_something_that_breaks_it() -> None:
    """What is said of each is said of one of the wrongs above."""
    said = " ".join(words for _, named in _WRONG.values() for words in named)

    assert [each.many for each in INVARIANTS if max(re.split(r"{.*?}", each.named), key=len) not in said] == []


async def test_a_trigger_that_is_gone_is_named(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So is one that is another."""
    with closing(sqlite3.connect(path)) as by_hand:
        by_hand.execute("DROP TRIGGER entries_balance")
        by_hand.execute("DROP TRIGGER facts_are_not_changed")
        by_hand.execute("CREATE TRIGGER facts_are_not_changed BEFORE UPDATE ON facts BEGIN SELECT 1; END")

    code, said = await _printed(path, capsys)

    assert code == 1
    assert "    trigger entries_balance is missing\n    trigger facts_are_not_changed is not the bot's\n" in said


async def test_a_file_that_is_damaged_is_said_to_be(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a traceback."""
    _damage(path)

    code = await audit(path)

    said = capsys.readouterr()
    assert code in {1, 2}
    assert "malformed" in said.err or "✗ the file is whole" in said.out


@pytest.mark.parametrize(
    ("version", "words"),
    [
        (999, "The database has schema version 999, this version of the bot knows "),
        (1, "The database has schema version 1, this version of the bot works with "),
        (0, "is no database of this bot."),
    ],
)
async def test_another_schema_is_refused_in_a_sentence(
    path: Path, capsys: pytest.CaptureFixture[str], version: int, words: str
) -> None:
    with closing(sqlite3.connect(path)) as by_hand:
        by_hand.execute(f"PRAGMA user_version = {version}")
    before = _bytes(path)

    code = await audit(path)

    said = capsys.readouterr()
    assert (code, said.out) == (2, "")
    assert words in said.err
    assert _bytes(path) == before


async def test_what_is_no_database_is_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nor is one made."""
    missing, letter = tmp_path / "bot.db", tmp_path / "letter.txt"
    letter.write_text("Dear Sir or Madam, " * 100)

    assert [await audit(path) for path in (missing, letter, tmp_path)] == [2, 2, 2]

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[0] == f"{missing} can't be read: there is no such file"
    assert "file is not a database" in said.err.splitlines()[1]
    assert _names(tmp_path) == ["letter.txt"]


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A bot that takes Stars."""
    async with open_market(tmp_path, payments="stars") as fresh:
        yield fresh


async def test_the_bot_may_run_meanwhile(market: Market, capsys: pytest.CaptureFixture[str]) -> None:
    """What it has committed is seen, and it is not in its way."""
    seller, buyer = market.person("Сергей"), market.person("Анна")
    await _ordered(market, seller, buyer, "150")
    paying = asyncio.create_task(market.pays(buyer))
    codes = [await audit(market.settings.database_path)]
    await paying
    codes.append(await audit(market.settings.database_path))

    assert codes == [0, 0]
    assert (
        "✓ XTR: 150 came in = 0 given back + 0 paid out + 150 held (150 for orders, 0 owed back"
        in capsys.readouterr().out
    )
    await market.starts_work(seller)


async def test_while_nothing_has_been_paid_all_is_well(market: Market, capsys: pytest.CaptureFixture[str]) -> None:
    assert await audit(market.settings.database_path) == 0

    assert "✓ 0 entries sum to zero in their currency" in capsys.readouterr().out


def _run(tmp_path: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    known = {name: value for name, value in os.environ.items() if name.lower() not in Settings.model_fields}
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=tmp_path,
        env=known | {"PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"} | variables,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_it_is_a_word_of_the_command_line(path: Path, tmp_path: Path) -> None:
    """It needs no token, and takes the database that is set."""
    ended = _run(tmp_path, "audit", DATABASE_PATH="bot.db")

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[-1].endswith("all is well.")


@pytest.mark.parametrize("words", [("stroy",), ("audit", "now"), ("--help",)])
def test_an_unknown_word_is_answered_with_what_there_is(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Whether there is a token or not; nothing is started."""
    ended = _run(tmp_path, *words)

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("Usage: python -m bot ")
    assert "python -m bot story" in ended.stderr
    assert list(tmp_path.iterdir()) == []
