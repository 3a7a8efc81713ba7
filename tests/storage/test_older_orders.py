"""What an older version of the bot has stored is read by this one."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from orders.facts import Fact, OptionDeclined, OptionPaid, OrderPaid
from orders.money import Money
from orders.order import Option
from storage.connection import Connection, Value
from storage.database import Database
from storage.facts import write_fact
from storage.order_row import columns
from storage.schema import migrate, migrations
from tests.storage.samples import SELLER, order, terms

#: The schema's version with which gigs have got options.
WITH_PRESETS = 3


def option(number: int) -> Option:
    """Paid extra work."""
    return Option(number=number, title=f"Визитка {number}", price=Money(50_050, "RUB"), extra_days=number)


#: Of the first order; the second has none.
HISTORY: tuple[Fact, ...] = (
    OrderPaid(5),
    OptionPaid(option(2), 7),
    OptionDeclined(option(3)),
    OptionPaid(option(1), None),
)


@pytest.fixture
async def before_presets(path: Path) -> Path:
    """A database of the time before, with a gig and two orders."""
    path.parent.mkdir()
    connection = await Connection.open(path)
    await migrate(connection, tuple(step for step in migrations() if step.number < WITH_PRESETS))
    row = columns(order())
    await _insert(connection, "gigs", {**row, "code": "abc", "status": "active", "created_at": 1})
    for number in (1, 2):
        await _insert(connection, "orders", {**row, "number": number, "version": 0})
    for number, fact in enumerate(HISTORY, 1):
        kind, body = write_fact(fact)
        await _insert(connection, "facts", {"id": number, "order_number": 1, "at": number, "kind": kind, "body": body})
    await connection.close()
    return path


async def _insert(connection: Connection, table: str, row: Mapping[str, Value]) -> None:
    """What the table has no column for yet is left out."""
    known = [column["name"] for column in await connection.rows(f"PRAGMA table_info({table})")]
    values = {name: value for name, value in row.items() if name in known}
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    await connection.rows(f"INSERT INTO {table} ({names}) VALUES ({marks})", *values.values())  # noqa: S608 - a test's own


async def test_an_older_gig_has_no_options_ready(before_presets: Path) -> None:
    """Its terms are as they were."""
    database = await Database.open(before_presets)
    async with database.read() as unit:
        (gig,) = await unit.gigs.of_seller(SELLER)
    await database.close()
    assert gig.terms == terms()


async def test_options_that_were_paid_for_before_are_part_of_their_order(before_presets: Path) -> None:
    """In the order in which they were paid for; other orders have none."""
    database = await Database.open(before_presets)
    async with database.read() as unit:
        bought = [found.bought for number in (1, 2) if (found := await unit.orders.get(number)) is not None]
    await database.close()
    assert bought == [(option(2), option(1)), ()]
