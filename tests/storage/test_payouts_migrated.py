"""Payouts of the time before one could be taken back."""

import sqlite3
from pathlib import Path

import pytest

from storage.connection import Connection
from storage.schema import migrate, migrations

_ADD = "INSERT INTO payouts (person_id, amount, currency, target, requested_at) VALUES (11, 5, 'XTR', 'card', 1)"
_SETTLE = "UPDATE payouts SET state = 'withdrawn', settled_at = 2 WHERE id = ?"


async def test_payouts_stay_and_their_numbers_go_on(tmp_path: Path) -> None:
    """And a state that there was not before is accepted, an unknown one refused."""
    connection = await Connection.open(tmp_path / "bot.db")
    await migrate(connection, tuple(step for step in migrations() if step.number < 8))
    for _ in range(3):
        await connection.rows(_ADD)
    await connection.rows(
        "UPDATE payouts SET state = 'declined', settled_at = 4, settled_by = 900, reason = 'no' WHERE id = 2"
    )
    with pytest.raises(sqlite3.IntegrityError):
        await connection.rows(_SETTLE, 1)
    before = [tuple(row) for row in await connection.rows("SELECT * FROM payouts ORDER BY id")]
    await migrate(connection, migrations())
    after = [tuple(row) for row in await connection.rows("SELECT * FROM payouts ORDER BY id")]
    await connection.rows(_SETTLE, 1)
    await connection.rows(_ADD)
    ((newest,),) = await connection.rows("SELECT max(id) FROM payouts")
    with pytest.raises(sqlite3.IntegrityError):
        await connection.rows("UPDATE payouts SET state = 'lost' WHERE id = 3")
    await connection.close()
    assert before == after
    assert newest == 4
