"""Asks the database for whatever contradicts the invariants of the money; changes nothing in it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from storage.connection import Connection, Row
from storage.invariants import INVARIANTS, Invariant
from storage.place import UnusablePlace
from storage.schema import migrate, migrations, refuse_newer, version

_IN_AND_OUT = """
    SELECT currency, sum(came_in) AS came_in, sum(given_back) AS given_back, sum(paid_out) AS paid_out,
           sum(held) AS held
    FROM (
        SELECT currency, amount AS came_in, 0 AS given_back, 0 AS paid_out, 0 AS held FROM payments
        UNION ALL
        SELECT currency, 0, amount, 0, 0 FROM refunds WHERE done_at IS NOT NULL
        UNION ALL
        SELECT currency, 0, 0, amount, 0 FROM payouts WHERE state = 'paid'
        UNION ALL
        SELECT currency, 0, 0, 0, amount FROM postings WHERE account NOT IN ('buyer', 'paid_out')
    )
    GROUP BY currency ORDER BY currency
"""
_TRIGGERS = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"


class SchemaTooOld(Exception):  # noqa: N818
    """The database is of an older version of the bot, or of nobody's."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked; without violations it holds."""

    sentence: str
    violations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals:
    """All the money of one currency, in minor units."""

    currency: str
    came_in: int
    given_back: int
    paid_out: int
    held: int

    @property
    def finding(self) -> Finding:
        """What has come in is somewhere."""
        missing = self.came_in - self.given_back - self.paid_out - self.held
        sentence = (
            f"{self.currency}: {spaced(self.came_in)} came in = {spaced(self.given_back)} given back "
            f"+ {spaced(self.paid_out)} paid out + {spaced(self.held)} held"
        )
        return Finding(sentence, (f"{self.currency}: {missing} are missing",) if missing else ())


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
    for row in await connection.rows(_IN_AND_OUT):
        yield Totals(row["currency"], row["came_in"], row["given_back"], row["paid_out"], row["held"]).finding


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
