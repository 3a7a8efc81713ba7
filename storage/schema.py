"""The schema's version: numbered files, each applied once, forward only."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from storage.connection import Connection


class SchemaTooNew(Exception):  # noqa: N818
    """The database was written by a newer version of the bot."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step; `number` is the schema's version after it."""

    number: int
    sql: str

    def statements(self) -> Iterator[str]:
        """One by one: sqlite3's own script runner would commit in between."""
        statement = ""
        for line in self.sql.splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                yield statement
                statement = ""
        if statement.strip():
            yield statement


def migrations() -> tuple[Migration, ...]:
    """All that this version of the code knows, oldest first: `migrations/<number>_<what for>.sql`."""
    texts = (file for file in files("storage").joinpath("migrations").iterdir() if file.name.endswith(".sql"))
    return tuple(
        Migration(int(text.name.partition("_")[0]), text.read_text("utf-8"))
        for text in sorted(texts, key=lambda text: text.name)
    )


async def version(connection: Connection) -> int:
    """The schema's version; 0: an empty file."""
    (row,) = await connection.rows("PRAGMA user_version")
    return int(row[0])


async def migrate(connection: Connection, steps: tuple[Migration, ...]) -> None:
    """Apply what is missing, each step in a transaction of its own.

    Raises:
        SchemaTooNew: there is nothing to go back with.
        sqlite3.Error: the step at hand is undone, those before it stay.
    """
    for step in steps:
        connection.begin("BEGIN IMMEDIATE")
        try:
            if await version(connection) < step.number:
                await _apply(connection, step)
            await connection.commit()
        except BaseException:
            await connection.abandon()
            raise


async def _apply(connection: Connection, step: Migration) -> None:
    for statement in step.statements():
        connection.later(statement)
    if await connection.rows("PRAGMA foreign_key_check"):
        raise sqlite3.IntegrityError(f"migration {step.number} leaves references that lead nowhere")
    await connection.rows(f"PRAGMA user_version = {step.number:d}")


def refuse_newer(found: int, known: int) -> None:
    """Raises: SchemaTooNew."""
    if found > known:
        raise SchemaTooNew(
            f"The database has schema version {found}, this version of the bot knows {known} at most. "
            "Start the version that wrote it, or a newer one, or restore a backup."
        )
