"""Starting: what is in the way is said in one line, or put out of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.settings import Settings, WrongSetting
from sandbox.clock import MovableClock
from tests.acceptance.market import MONDAY_NOON, TOKEN, build, open_market


def a_folder(folder: Path) -> Path:
    """Where a file is due."""
    return folder


def no_database(folder: Path) -> Path:
    """Somebody's letter."""
    path = folder / "letter.txt"
    path.write_text("Dear Sir or Madam, " * 100)
    return path


def below_a_file(folder: Path) -> Path:
    """Its folder can't be made."""
    return no_database(folder) / "bot.db"


@pytest.mark.parametrize("place", [a_folder, no_database, below_a_file])
async def test_a_path_that_can_hold_no_database_is_a_wrong_setting(
    settings: Settings, tmp_path: Path, place: Callable[[Path], Path]
) -> None:
    """Named in one line; what lies there is left as it is."""
    path = place(tmp_path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(WrongSetting, match=r"^DATABASE_PATH='.*': allowed is a file that can be written"):
        await build(settings.model_copy(update={"database_path": path}), MovableClock(at=MONDAY_NOON))
    assert (path.read_bytes() if path.is_file() else None) == before


async def test_a_webhook_left_by_another_program_keeps_nothing_from_the_bot(tmp_path: Path) -> None:
    """Nor does what waited for it get lost."""
    async with open_market(tmp_path) as market:
        await market.stop_bot()
        async with ClientSession() as client:
            call = f"{market.settings.telegram_api_url}/bot{TOKEN}/setWebhook"
            await client.post(call, json={"url": "http://127.0.0.1:9/"})
        market.person("Анна").start()
        await market.start_bot()
        await market.settled()
        assert market.person("Анна").last.text.startswith("Здравствуйте, Анна.")
