"""A database of the first version, with orders at every stage, becomes one of today, and its orders go on."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desk.order_desk import OrderDesk
from orders.commands import Accept, AnswerOption, ConfirmPayment, JudgeCancellation, StartWork, Verdict
from orders.ledger import AccountKind
from orders.payment import PaymentMethod
from orders.policy import Policy
from orders.status import Status
from storage.database import Database
from storage.schema import migrations

_ROWS = Path(__file__).with_name("version_1.sql")
#: A moment at which all clocks of those orders still run.
_THEN = 1_795_424_400 + 3_600
_COUNTED = ("people", "gigs", "facts", "timers", "cards", "room_messages", "inbox")


@pytest.fixture
def old(path: Path) -> Path:
    """The file as version 1 left it."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as by_hand:
        by_hand.executescript(f"BEGIN; {migrations()[0].sql} COMMIT;")
        by_hand.executescript(f"BEGIN; {_ROWS.read_text('utf-8')} COMMIT;")
        by_hand.execute("PRAGMA user_version = 1")
        by_hand.execute("PRAGMA journal_mode = WAL")
        by_hand.commit()
    return path


def _counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as by_hand:
        return {
            table: by_hand.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - names above
            for table in _COUNTED
        }


async def test_a_file_of_the_first_version_is_brought_up_to_date(old: Path) -> None:
    """Nothing is lost, every reference leads somewhere, and there is no money in it yet."""
    before = _counts(old)
    database = await Database.open(old)
    async with database.read() as unit:
        orders = [await unit.orders.get(number) for number in range(1, 9)]
        histories = [await unit.orders.history(number) for number in range(1, 9)]
        totals = [await unit.ledger.total(kind) for kind in AccountKind]
        waiting = await unit.inbox.waiting()
    await database.close()
    assert {(order.method, order.commission) for order in orders if order} == {(PaymentMethod.DIRECT, 0)}
    assert [order.status for order in orders if order] == [
        Status.COMPLETED, Status.CANCELLED, Status.IN_REVIEW, Status.IN_PROGRESS, Status.IN_PROGRESS,
        Status.NOT_STARTED, Status.AWAITING_PAYMENT, Status.AWAITING_PAYMENT,
    ]  # fmt: skip
    assert all(histories)
    assert [row.item.update_id for row in waiting] == [900_001]
    assert totals == [()] * len(AccountKind)
    assert _counts(old) == before
    with closing(sqlite3.connect(old)) as by_hand:
        assert by_hand.execute("PRAGMA foreign_key_check").fetchall() == []
        assert by_hand.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


async def test_orders_of_the_first_version_go_on_as_they_began(old: Path) -> None:
    """Settled directly, whatever the settings are by now; no money moves."""
    database = await Database.open(old)
    policy = Policy(payment_method=PaymentMethod.STARS, currency="XTR")
    async with database.write() as unit:
        desk = OrderDesk(unit, policy, _THEN)
        seller, buyer = 1001, 1002
        await desk.perform(8, ConfirmPayment(buyer))
        await desk.perform(6, StartWork(seller))
        await desk.perform(5, JudgeCancellation(buyer, Verdict.EXCUSED))
        await desk.perform(4, AnswerOption(buyer, 1, agrees=True))
        await desk.perform(3, Accept(buyer))
    async with database.read() as unit:
        orders = [await unit.orders.get(number) for number in range(3, 9)]
        assert [await unit.ledger.total(kind) for kind in AccountKind] == [()] * len(AccountKind)
        assert await unit.refunds.open_count() == 0
    await database.close()
    assert [order.status for order in orders if order] == [
        Status.COMPLETED, Status.IN_PROGRESS, Status.CANCELLED, Status.IN_PROGRESS, Status.AWAITING_PAYMENT,
        Status.NOT_STARTED,
    ]  # fmt: skip
