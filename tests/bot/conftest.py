"""A bot that talks to a Telegram of the tests' own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App
from bot.settings import Settings
from sandbox.clock import MovableClock
from tests.acceptance.market import MONDAY_NOON, build
from tests.bot.telegram import TOKEN, Telegram, telegram

OPERATOR = 99


@pytest.fixture
async def server() -> AsyncIterator[Telegram]:
    """Telegram."""
    async with telegram() as listening:
        yield listening


@pytest.fixture
def settings(server: Telegram, tmp_path: Path) -> Settings:
    """For a bot of that server, with one operator."""
    return Settings(
        bot_token=TOKEN,
        telegram_api_url=server.url,
        database_path=tmp_path / "bot.db",
        admin_ids=frozenset({OPERATOR}),
        payments="direct",
        _env_file=None,
    )


@pytest.fixture
def slept() -> list[float]:
    """How long the bot would have waited."""
    return []


@pytest.fixture
async def app(settings: Settings, slept: list[float]) -> AsyncIterator[App]:
    """The bot, started, not polling yet."""

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    running = await build(settings, MovableClock(at=MONDAY_NOON), sleep)
    await running.start()
    yield running
    await running.stop()
