"""An open database in a folder of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database

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
