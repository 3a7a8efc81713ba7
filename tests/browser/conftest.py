"""The whole bot behind the sandbox page, in a real Chromium; without one these tests are skipped and say so."""

import os
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from bot.playground import TOKEN, BotPlayground
from bot.settings import Settings
from sandbox.clock import MovableClock
from sandbox.server import Sandbox
from tests.browser.screen import Screen
from tests.browser.windows import PATIENCE, Window, Windows

HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Open = Callable[..., Coroutine[Any, Any, Screen]]

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of them run in one event loop, so that a worker starts Chromium and its driver once."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def chromium() -> str:
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("no Chromium here: install one (apt-get install chromium) or name it in CHROMIUM")
    return found


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox() -> AsyncIterator[Sandbox]:
    """Listens; its bot is `playground`'s."""
    sandbox = Sandbox(token=TOKEN, clock=MovableClock())
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
def payments() -> str:
    """How buyers pay, unless a test wants it otherwise."""
    return "stars"


@pytest_asyncio.fixture(loop_scope="session")
async def playground(sandbox: Sandbox, tmp_path: Path, payments: str) -> AsyncIterator[BotPlayground]:
    assert sandbox.clock is not None
    playground = BotPlayground(Settings(_env_file=None, payments=payments), sandbox, sandbox.clock, tmp_path)
    await playground.reset()
    sandbox.playground = playground
    yield playground
    sandbox.playground = None
    await playground.stop_bot()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def windows(browser: Browser) -> Windows:
    """Those that are open already: a window costs Chromium a second of work, a page in it a fraction of that."""
    return Windows(browser)


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(windows: Windows, sandbox: Sandbox, playground: BotPlayground) -> AsyncIterator[Open]:
    """Open the page in a window; whatever its console complains of fails the test in the end."""
    mine: list[Window] = []

    async def opened(*, language: str = "ru-RU", width: int = 1500, height: int = 900) -> Screen:
        window = await windows.take(language)
        mine.append(window)
        await window.page.set_viewport_size({"width": width, "height": height})
        await window.page.goto(sandbox.url)
        await window.page.locator(".phone").first.wait_for()
        return Screen(window.page)

    yield opened
    complaints = [complaint for window in mine for complaint in window.complaints]
    for window in mine:
        await windows.give_back(window)
    assert complaints == []


@pytest_asyncio.fixture(loop_scope="session")
async def screen(open_page: Open) -> Screen:
    """The page in one window."""
    return await open_page()
