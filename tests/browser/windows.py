"""Windows of one Chromium, used by one test after another."""

from dataclasses import dataclass, field

from playwright.async_api import Browser, ConsoleMessage, Dialog, Error, Page

#: Real milliseconds that a slow machine gets; a test that passes never waits that long.
PATIENCE = 20_000


@dataclass
class Window:
    """One window, and what its console has complained of since the test took it."""

    page: Page
    language: str
    complaints: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Hear whatever goes wrong in it."""
        self.page.on("pageerror", self._failed)
        self.page.on("console", self._said)
        self.page.on("dialog", self._asked)

    def _failed(self, error: Error) -> None:
        self.complaints.append(str(error))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    def _asked(self, dialog: Dialog) -> None:
        self.complaints.append(f"a script opened a dialog: {dialog.message}")


class Windows:
    """Each test's page is a new one all the same: its sandbox has an address, and so a storage, of its own."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: list[Window] = []

    async def take(self, language: str) -> Window:
        """A window that nobody else has."""
        for window in self._free:
            if window.language == language:
                self._free.remove(window)
                return window
        return await self._opened(language)

    async def give_back(self, window: Window) -> None:
        """As it was, for the next one."""
        await window.page.evaluate("localStorage.clear(), sessionStorage.clear()")
        await window.page.unroute_all()
        await window.page.context.clear_permissions()
        await window.page.context.clear_cookies()
        await window.page.goto("about:blank")
        window.complaints.clear()
        self._free.append(window)

    async def _opened(self, language: str) -> Window:
        context = await self._browser.new_context(locale=language, timezone_id="Europe/Moscow", reduced_motion="reduce")
        context.set_default_timeout(PATIENCE)
        await context.add_init_script("if (location.protocol !== 'about:') localStorage.setItem('helped', 'yes')")
        window = Window(await context.new_page(), language)
        window.listen()
        return window
