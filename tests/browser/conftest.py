"""The whole bot behind the sandbox page, in a real Chromium; without one these tests are skipped and say so."""

import os
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from bot.playground import TOKEN, BotPlayground
from bot.settings import Settings
from sandbox.clock import MovableClock
from sandbox.server import Sandbox
from tests.browser.screen import Screen

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
#: Real milliseconds that a slow machine gets; a test that passes never waits that long.
PATIENCE = 20_000

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


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(browser: Browser, sandbox: Sandbox, playground: BotPlayground) -> AsyncIterator[Open]:
    """Open a window; whatever its console complains of fails the test in the end."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    async def opened(*, language: str = "ru-RU", width: int = 1500, height: int = 900) -> Screen:
        context = await browser.new_context(
            locale=language,
            timezone_id="Europe/Moscow",
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        await context.add_init_script("localStorage.setItem('helped', 'yes')")
        page = await context.new_page()
        _listen(page, complaints)
        await page.goto(sandbox.url)
        await page.locator(".phone").first.wait_for()
        return Screen(page)

    yield opened
    for context in contexts:
        await context.close()
    assert complaints == []


@pytest_asyncio.fixture(loop_scope="session")
async def screen(open_page: Open) -> Screen:
    """The page in one window."""
    return await open_page()


def _listen(page: Page, complaints: list[str]) -> None:
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text)
            if message.type in {"error", "warning"} and "Failed to load resource" not in message.text
            else None
        ),
    )
    page.on("dialog", lambda dialog: complaints.append(f"a script opened a dialog: {dialog.message}"))
