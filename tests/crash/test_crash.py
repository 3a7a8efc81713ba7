"""Whoever kills the process at any moment changes nothing but that some things are said twice.

`CRASH_KILLS`: about how many kills; `CRASH_SEED`: the first seed. A seed is in its test's name: to see one again,
`CRASH_SEED=<seed> CRASH_KILLS=1 python -m pytest tests/crash`.
"""

import os
from pathlib import Path

import pytest

from tests.crash.blows import blows
from tests.crash.ending import Ending, assert_all_is_said, assert_nothing_is_lost, assert_the_money_is_right
from tests.crash.lives import Nursery
from tests.crash.stage import open_stage
from tests.crash.story import play

KILLS = int(os.environ.get("CRASH_KILLS", "40"))
FIRST_SEED = int(os.environ.get("CRASH_SEED", "1"))
KILLS_A_STORY = 10
STORIES = -(-KILLS // KILLS_A_STORY)


@pytest.mark.crash
@pytest.mark.parametrize("seed", range(FIRST_SEED, FIRST_SEED + STORIES))
async def test_a_killed_process_loses_nothing(seed: int, nursery: Nursery, undisturbed: Ending, tmp_path: Path) -> None:
    """Killed again and again, the bot ends where it ends undisturbed. Nobody had to press or say anything twice."""
    fall = blows(seed, KILLS_A_STORY, undisturbed.requests)

    async with open_stage(nursery, tmp_path, fall) as stage:
        await play(stage)
    ending = Ending.of(stage)

    assert ending.deaths == KILLS_A_STORY
    assert_nothing_is_lost(ending, undisturbed)
    assert_the_money_is_right(ending, undisturbed)
    assert_all_is_said(ending, undisturbed)
