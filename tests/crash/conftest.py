"""Fixtures of the crash tests."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.ending import Ending
from tests.crash.lives import Nursery, open_nursery
from tests.crash.stage import open_stage
from tests.crash.story import play


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Bears processes."""
    with open_nursery() as nursery:
        yield nursery


@pytest.fixture(scope="session")
def undisturbed(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Ending:
    """How the story ends where nobody is killed."""
    return asyncio.run(_play_undisturbed(nursery, tmp_path_factory.mktemp("undisturbed")))


async def _play_undisturbed(nursery: Nursery, folder: Path) -> Ending:
    async with open_stage(nursery, folder, {}) as stage:
        await play(stage)
    return Ending.of(stage)
