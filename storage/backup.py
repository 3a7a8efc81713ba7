"""Copies of the database file."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from storage.connection import Connection


async def back_up(connection: Connection, path: Path, version: int, now: float) -> Path:
    """A copy beside the file, whole or not there at all: `bot.db.backup-v1-20250131T235959Z`.

    Args:
        connection: With `synchronous = FULL`, so that the copy is on the disk before it gets its name.
        path: The database.
        version: Of the schema.
        now: Epoch seconds.
    """
    moment = datetime.fromtimestamp(now, UTC).strftime("%Y%m%dT%H%M%SZ")
    backup = path.with_name(f"{path.name}.backup-v{version}-{moment}")
    unfinished = path.with_name(f"{path.name}.backup-unfinished")
    await asyncio.to_thread(unfinished.unlink, missing_ok=True)
    await connection.rows("VACUUM INTO ?", str(unfinished))
    await asyncio.to_thread(unfinished.replace, backup)
    return backup
