"""Thousands of random steps of money: after each the accounts are right, and at the end all books are."""

from pathlib import Path

import pytest

from storage.database import Database
from tests.money.steps import Steps

STEPS = 1_500


@pytest.mark.parametrize("seed", [1, 2])
async def test_the_books_are_right_after_every_step(tmp_path: Path, seed: int) -> None:
    """`make soak` does a million of them."""
    path = tmp_path / "bot.db"
    database = await Database.open(path)
    steps = Steps(database, path, seed)
    try:
        for _ in range(STEPS):
            await steps.step()
        await steps.check()
        await steps.finish()
    finally:
        await database.close()
    assert len(steps.done) == 13, "some kind of step has never been made"
