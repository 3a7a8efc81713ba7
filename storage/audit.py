"""Asks the database for whatever contradicts the invariants of the money; changes nothing in it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from storage.connection import Connection, Row
from storage.invariants import INVARIANTS, Invariant
from storage.place import UnusablePlace
from storage.schema import migrate, migrations, refuse_newer, version

_IN_AND_OUT = """
    SELECT currency, place, sum(amount) AS amount FROM (
        SELECT currency, 'came in' AS place, amount FROM payments
        UNION ALL
        SELECT currency, 'given back', amount FROM refunds WHERE done_at IS NOT NULL
        UNION ALL
        SELECT currency, 'paid out', amount FROM payouts WHERE state = 'paid'
        UNION ALL
        SELECT currency, account, amount FROM postings WHERE account NOT IN ('buyer', 'paid_out')
    )
    GROUP BY currency, place ORDER BY currency, place
"""
#: Our accounts, as a reader knows them.
_HELD = {
    "escrow": "for orders",
    "refund": "owed back",
    "seller": "sellers'",
    "payout": "asked for by sellers",
    "commission": "the operator's",
}
_TRIGGERS = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"


class SchemaTooOld(Exception):  # noqa: N818
    """The database is of an older version of the bot, or of nobody's."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked; without violations it holds."""

    sentence: str
    violations: tuple[str, ...] = ()


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[Connection]:
    """The database as it is at one moment, also while the bot writes on.

    Raises:
        UnusablePlace: there is no database at this path, or one that can't be read to its end.
        SchemaTooNew, SchemaTooOld: it is not of this version.
    """
    try:
        async with _opened(path) as connection:
            yield connection
    except sqlite3.Error as error:
        raise UnusablePlace(str(error)) from error


@asynccontextmanager
async def _opened(path: Path) -> AsyncIterator[Connection]:
    if not await asyncio.to_thread(path.is_file):
        raise UnusablePlace("there is no such file")
    connection = await Connection.open_existing(path)
    try:
        connection.begin("BEGIN")
        found, known = await version(connection), migrations()[-1].number
        refuse_newer(found, known)
        if found < known:
            raise SchemaTooOld(_too_old(path, found, known))
        yield connection
    finally:
        await connection.abandon()
        await connection.close()


async def findings(connection: Connection) -> AsyncIterator[Finding]:
    """Everything that is checked, in an order in which one would read it."""
    yield await _whole(connection)
    yield await _triggers(connection)
    for invariant in INVARIANTS:
        yield await _finding(connection, invariant)
    for currency, rows in groupby(await connection.rows(_IN_AND_OUT), key=lambda row: str(row["currency"])):
        yield whereabouts(currency, {row["place"]: row["amount"] for row in rows})


def whereabouts(currency: str, amounts: Mapping[str, int]) -> Finding:
    """What has come in is somewhere: given back, paid out, or on one of our accounts."""
    came_in, given_back, paid_out = (amounts.get(place, 0) for place in ("came in", "given back", "paid out"))
    held = [f"{spaced(amounts.get(account, 0))} {words}" for account, words in _HELD.items()]
    total = sum(amounts.get(account, 0) for account in _HELD)
    missing = came_in - given_back - paid_out - total
    return Finding(
        f"{currency}: {spaced(came_in)} came in = {spaced(given_back)} given back + {spaced(paid_out)} paid out "
        f"+ {spaced(total)} held ({', '.join(held)})",
        (f"{currency}: {missing} are missing",) if missing else (),
    )


async def _finding(connection: Connection, invariant: Invariant) -> Finding:
    ((count,),) = await connection.rows(invariant.count)
    against = await connection.rows(invariant.against)
    return Finding(
        f"{spaced(count)} {invariant.one if count == 1 else invariant.many}",
        tuple(invariant.named.format(**_columns(row)) for row in against),
    )


async def _whole(connection: Connection) -> Finding:
    """What SQLite itself has to say."""
    broken = [str(row[0]) for row in await connection.rows("PRAGMA quick_check") if row[0] != "ok"]
    loose = await connection.rows("PRAGMA foreign_key_check")
    return Finding(
        "the file is whole, and every reference in it leads somewhere",
        (*broken, *(f"table {row[0]}, row {row[1]}: what it refers to in {row[2]} is not there" for row in loose)),
    )


async def _triggers(connection: Connection) -> Finding:
    """They keep the ledger and the histories from being changed: whoever wants to has to drop them first."""
    fresh = await Connection.open(":memory:")
    try:
        await migrate(fresh, migrations())
        wanted = _named(await fresh.rows(_TRIGGERS))
    finally:
        await fresh.close()
    found = _named(await connection.rows(_TRIGGERS))
    missing = [f"trigger {name} is missing" for name in wanted if name not in found]
    changed = [f"trigger {name} is not the bot's" for name, sql in found.items() if wanted.get(name) != sql]
    return Finding(f"{len(wanted)} triggers keep what is written from being changed", (*missing, *changed))


def spaced(number: int) -> str:
    """«1 204»."""
    return f"{number:,}".replace(",", " ")


def _columns(row: Row) -> dict[str, object]:
    return dict(zip(row.keys(), row, strict=True))


def _named(rows: Iterable[Row]) -> dict[str, str]:
    return {row["name"]: row["sql"] for row in rows}


def _too_old(path: Path, found: int, known: int) -> str:
    if not found:
        return f"{path} is no database of this bot."
    return (
        f"The database has schema version {found}, this version of the bot works with {known}. "
        "Start the bot once: it migrates the database."
    )
