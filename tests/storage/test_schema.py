"""The file itself: made, migrated, backed up, refused."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desk.people import Person
from storage.connection import Connection
from storage.database import Database
from storage.place import UnusablePlace
from storage.schema import Migration, SchemaTooNew, migrate, migrations
from tests.storage.conftest import NOW

_KNOWN = migrations()
_NEXT = _KNOWN[-1].number + 1
_ANNA = Person(id=1, first_name="Anna")
Migrations = Callable[[str], None]


@pytest.fixture
def next_migration(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """A version of the code that knows one more migration."""

    def know(sql: str) -> None:
        monkeypatch.setattr("storage.database.migrations", lambda: (*_KNOWN, Migration(_NEXT, sql)))

    return know


async def _open_and_close(path: Path) -> None:
    database = await Database.open(path, now=lambda: NOW)
    await database.close()


async def _stored(path: Path) -> None:
    database = await Database.open(path)
    async with database.write() as unit:
        await unit.people.save(_ANNA, 1)
    await database.close()


def _ask(path: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as by_hand:
        return by_hand.execute(sql).fetchall()


def _version(path: Path) -> int:
    ((version,),) = _ask(path, "PRAGMA user_version")
    return int(version)


def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _beside(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir() if file != path)


def test_migrations_are_numbered_without_a_gap() -> None:
    """From one, in the order of their names."""
    assert [step.number for step in _KNOWN] == list(range(1, len(_KNOWN) + 1))


async def test_a_new_file_gets_its_folder_and_the_whole_schema(path: Path) -> None:
    """No backup of nothing, and no leftovers beside it once it is closed."""
    await _open_and_close(path)
    assert _version(path) == _KNOWN[-1].number
    assert _beside(path) == []


async def test_every_table_is_strict(path: Path) -> None:
    """A column holds only what its type says."""
    await _open_and_close(path)
    loose = _ask(
        path,
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND NOT strict AND name NOT GLOB 'sqlite_*'",
    )
    assert loose == []


async def test_nothing_committed_is_lost_with_the_power(database: Database) -> None:
    """The pragmas that this rests on."""
    connection = database._writer
    found = {
        name: (await connection.rows(f"PRAGMA {name}"))[0][0]
        for name in ("journal_mode", "synchronous", "foreign_keys")
    }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    assert (await connection.rows("PRAGMA busy_timeout"))[0][0] > 0


async def test_opening_again_changes_nothing(path: Path) -> None:
    """What was stored is there."""
    await _stored(path)
    schema = _ask(path, "SELECT sql FROM sqlite_schema ORDER BY name")
    database = await Database.open(path)
    async with database.read() as unit:
        assert await unit.people.get(1) == _ANNA
    await database.close()
    assert _ask(path, "SELECT sql FROM sqlite_schema ORDER BY name") == schema
    assert _beside(path) == []


async def test_a_newer_schema_is_refused_and_left_alone(path: Path) -> None:
    """One sentence says what to do."""
    await _stored(path)
    with closing(sqlite3.connect(path)) as by_hand:
        by_hand.execute("PRAGMA user_version = 999")
    before = _bytes(path)
    with pytest.raises(
        SchemaTooNew, match=r"version 999, this version of the bot knows \d+ at most\. Start the version"
    ):
        await Database.open(path)
    assert _bytes(path) == before
    assert _beside(path) == []


async def test_an_older_file_is_backed_up_and_migrated(path: Path, next_migration: Migrations) -> None:
    """Once; the backup is the file as it was, under a name that says which version and when."""
    await _stored(path)
    next_migration("CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;\nINSERT INTO extra SELECT id FROM people;\n")
    await _open_and_close(path)
    await _open_and_close(path)
    assert (_version(path), _ask(path, "SELECT id FROM extra")) == (_NEXT, [(1,)])
    assert _beside(path) == [f"bot.db.backup-v{_NEXT - 1}-20260303T120000Z"]
    backup = path.with_name(_beside(path)[0])
    assert _version(backup) == _NEXT - 1
    assert _ask(backup, "SELECT first_name FROM people") == [("Anna",)]
    assert _ask(backup, "PRAGMA integrity_check") == [("ok",)]


async def test_an_unfinished_backup_of_an_earlier_start_is_no_obstacle(path: Path, next_migration: Migrations) -> None:
    """It is written anew."""
    await _stored(path)
    _write(path.with_name("bot.db.backup-unfinished"), b"half a ")
    next_migration("CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;")
    await _open_and_close(path)
    assert _beside(path) == [f"bot.db.backup-v{_NEXT - 1}-20260303T120000Z"]


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;\nINSERT INTO extra VALUES ('not a number');",
        "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;\nINSERT INTO cards VALUES (404, 'seller', 1);",
        "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;\nCREATE TABLE unfinished (",
    ],
    ids=["error", "reference to nothing", "incomplete statement"],
)
async def test_a_migration_that_fails_leaves_the_file_as_it_was(
    path: Path, next_migration: Migrations, sql: str
) -> None:
    """Whole statements before the error are undone too; the next start tries again."""
    await _stored(path)
    next_migration(sql)
    with pytest.raises(sqlite3.Error):
        await Database.open(path)
    assert _version(path) == _NEXT - 1
    assert _ask(path, "SELECT name FROM sqlite_schema WHERE name = 'extra'") == []
    next_migration("CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;")
    await _open_and_close(path)
    assert _version(path) == _NEXT


async def test_a_migration_that_another_process_has_done_meanwhile_is_not_done_again(path: Path) -> None:
    """Both have looked at the version before either began."""
    await _open_and_close(path)
    steps = (*_KNOWN, Migration(_NEXT, "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;"))
    connections = [await Connection.open(path) for _ in range(3)]
    await asyncio.gather(*(migrate(connection, steps) for connection in connections))
    for connection in connections:
        await connection.close()
    assert _version(path) == _NEXT


async def test_something_that_is_no_database_is_not_opened(path: Path) -> None:
    """Nor overwritten."""
    diary = b"Dear diary, " * 100
    path.parent.mkdir()
    _write(path, diary)
    with pytest.raises(UnusablePlace, match="not a database"):
        await Database.open(path)
    assert _bytes(path) == diary


def test_a_migration_is_cut_into_its_statements() -> None:
    """Triggers and comments keep their semicolons."""
    sql = """
-- One; two.
CREATE TABLE a (b);
CREATE TRIGGER c BEFORE DELETE ON a BEGIN
    SELECT 1;
    SELECT ';';
END;
"""
    statements = [statement.strip() for statement in Migration(1, sql).statements()]
    assert statements == [
        "-- One; two.\nCREATE TABLE a (b);",
        "CREATE TRIGGER c BEFORE DELETE ON a BEGIN\n    SELECT 1;\n    SELECT ';';\nEND;",
    ]
