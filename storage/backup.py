"""Copies of the database file."""

from datetime import UTC, datetime
from pathlib import Path

from storage.connection import Connection


async def back_up(connection: Connection, path: Path, version: int, now: float) -> Path:
    """A copy beside the file, whole or not there at all: `bot.db.backup-v1-20250131T235959Z`."""
    moment = datetime.fromtimestamp(now, UTC).strftime("%Y%m%dT%H%M%SZ")
    backup = path.with_name(f"{path.name}.backup-v{version}-{moment}")
    await connection.rows("VACUUM INTO ?", str(backup))
    return backup
