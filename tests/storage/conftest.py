"""An open database in a folder of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from storage.database import Database
from storage.units import WriteUnit

#: What storage stamps itself.
NOW = 1_772_539_200


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file is to be."""
    return tmp_path / "data" / "bot.db"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    """Open and empty."""
    database = await Database.open(path, now=lambda: NOW + 0.5)
    yield database
    await database.close()


class _Enough(Exception):  # noqa: N818
    """The end of a transaction of which nothing is to stay."""


@asynccontextmanager
async def undone(database: Database) -> AsyncIterator[WriteUnit]:
    """A write transaction that is rolled back by an exception at its end."""
    with suppress(_Enough):
        async with database.write() as unit:
            yield unit
            raise _Enough
