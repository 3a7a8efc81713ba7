"""The page in a user's words."""

import re
from dataclasses import dataclass

from playwright.async_api import FilePayload, Locator, Page, expect

from bot.drawing import logo

SELLER, BUYER, OPERATOR = 1001, 1002, 1003


@dataclass(frozen=True, slots=True)
class Phone:
    """One person's phone on the page."""

    root: Locator

    @property
    def log(self) -> Locator:
        return self.root.get_by_role("log")

    @property
    def writing(self) -> Locator:
        return self.root.get_by_role("textbox")

    async def starts(self) -> None:
        await self.root.get_by_role("button", name="Старт", exact=True).click()

    async def says(self, words: str, then: str) -> None:
        """Write and send with Enter; then the bot says something with `then` in it."""
        await self.writing.fill(words)
        await self.writing.press("Enter")
        await self.sees(then)

    async def presses(self, label: str) -> None:
        """The newest button with this label, before which an emoji may stand."""
        await self.log.locator(".key", has_text=re.compile(rf"^(\S+ )?{re.escape(label)}$")).last.click()

    async def presses_what_begins(self, label: str) -> None:
        """The newest button whose label begins so."""
        await self.log.locator(".key", has_text=re.compile(rf"^{re.escape(label)}")).last.click()

    async def sends(self, words: str) -> None:
        """Write and send with Enter."""
        await self.writing.fill(words)
        await self.writing.press("Enter")

    async def chooses(self, action: str, words: str) -> None:
        """«Ответить» or «Изменить» beside the newest message with these words."""
        row = self.log.locator(".row", has_text=words).last
        await row.hover()
        await row.get_by_title(action, exact=True).click()

    async def attaches(self, *names: str) -> None:
        """Pictures of these names lie ready to be sent."""
        files: list[FilePayload] = [
            {"name": name, "mimeType": "image/png", "buffer": logo(width=60, height=40)} for name in names
        ]
        await self.root.locator("input[type=file]").set_input_files(files)
        await expect(self.root.locator(".tray-name")).to_have_text(names)

    async def pays(self) -> None:
        """The newest invoice."""
        await self.log.locator(".key-kind-pay").last.click()

    async def has_stars(self, count: str) -> None:
        """The balance beside the name; spaces as in the page's language."""
        await expect(self.root.locator(".owner-stars")).to_have_text(re.compile(count.replace(" ", r"\s") + "$"))

    async def sees(self, words: str) -> None:
        """Among the newest messages or in a toast."""
        await expect(self.root.locator(".row .bubble, .toast", has_text=words).last).to_be_visible()

    async def sees_no(self, words: str) -> None:
        await expect(self.root.get_by_text(words)).to_have_count(0)


@dataclass(frozen=True, slots=True)
class Screen:
    page: Page

    def phone(self, person_id: int) -> Phone:
        return Phone(self.page.locator(f'.seat[data-person="{person_id}"]'))

    @property
    def seller(self) -> Phone:
        return self.phone(SELLER)

    @property
    def buyer(self) -> Phone:
        return self.phone(BUYER)

    async def click(self, name: str) -> None:
        """A button of the page itself."""
        await self.page.get_by_role("button", name=name, exact=True).click()

    async def told(self, words: str) -> None:
        """One sentence at the foot of the page."""
        await expect(self.page.locator(".note", has_text=words).last).to_be_visible()

    async def moves_clock(self, name: str) -> None:
        """By one of the buttons, until it is free again."""
        await self.click(name)
        await expect(self.page.get_by_role("group", name="Время для бота")).to_have_attribute("aria-busy", "false")

    async def shows_example(self, title: str) -> None:
        await self.page.get_by_role("button", name="Показать пример").click()
        await self.page.get_by_role("menuitem", name=title).click()
        await expect(self.page.get_by_role("button", name="Показать пример")).to_be_enabled()
