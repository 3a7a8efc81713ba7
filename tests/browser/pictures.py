"""Makes the pictures of the READMEs anew: `python -m tests.browser.pictures`, with a Chromium and an emoji font.

ImageMagick makes each a quarter as large: `convert sandbox-dark.png -dither None -colors 255 PNG8:sandbox-dark.png`.
"""

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, Page, async_playwright, expect

from bot.playground import TOKEN, BotPlayground
from bot.settings import Settings
from sandbox.clock import MovableClock
from sandbox.person import Person
from sandbox.server import Sandbox
from tests.browser.conftest import FLAGS, NAMES
from tests.browser.screen import BUYER, Screen
from tests.browser.windows import PATIENCE

_PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


async def _paid(screen: Screen, sandbox: Sandbox) -> None:
    """The buyer has paid with Stars, the seller may start."""
    await screen.shows_example("Новый заказ")
    await screen.buyer.sees("Оплата получена")
    await expect(screen.buyer.log.locator(".key-kind-pay")).to_have_text("Чек")
    await screen.phone(1003).sees("Что откроем?")
    assert sandbox.payments.balance


async def _kept_back(screen: Screen, sandbox: Sandbox) -> None:
    """The drawer: of one payment the bot knows, of another it does not."""
    await _paid(screen, sandbox)
    await screen.click("Запросы")
    payments = screen.page.locator(".payments")
    await payments.locator("summary").click()
    await payments.get_by_role("switch", name="Придержать").check(force=True)
    await expect(payments.locator(".fault.is-on")).to_have_count(1)
    buyer = sandbox.people[BUYER]
    buyer.press(buyer.find("Нарисую логотип"), "Заказать")
    await screen.buyer.sees("☐")
    await screen.buyer.presses("Дальше")
    for answer in ("«Зерно»", "Коричневый"):
        await screen.buyer.sees("Вопрос ")
        buyer.write(answer)
        await screen.buyer.sees(f"Принято:\n{answer}")
        await screen.buyer.presses("Готово")
    await screen.buyer.sees("Заказ №2")
    await _pay(screen, buyer)
    await expect(payments.locator(".payment.is-odd")).to_have_count(1)


async def _pay(screen: Screen, buyer: Person) -> None:
    await expect(screen.buyer.log.locator(".key-kind-pay")).to_have_count(2)
    await screen.buyer.pays()
    await expect(screen.buyer.log.locator(".row-service", has_text="Оплачено")).to_have_count(2)
    assert len(buyer.chat.paid) == 2


async def _picture(browser: Browser, sandbox: Sandbox, scheme: Literal["light", "dark"]) -> None:
    context = await browser.new_context(
        locale="ru-RU",
        timezone_id="Europe/Moscow",
        viewport={"width": 1600, "height": 900},
        reduced_motion="reduce",
        color_scheme=scheme,
    )
    context.set_default_timeout(PATIENCE)
    await context.add_init_script("localStorage.setItem('helped', 'yes')")
    page: Page = await context.new_page()
    await page.goto(sandbox.url)
    await page.locator(".phone").first.wait_for()
    await {"light": _paid, "dark": _kept_back}[scheme](Screen(page), sandbox)
    await page.mouse.move(0, 0)
    await expect(page.locator(".note, .toast")).to_have_count(0, timeout=PATIENCE)
    await page.screenshot(path=_PICTURES / f"sandbox-{scheme}.png")
    await context.close()


async def _main() -> None:
    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    if chromium is None:
        sys.exit("no Chromium here: install one")
    clock = MovableClock()
    sandbox = Sandbox(token=TOKEN, clock=clock)
    await sandbox.start()
    with tempfile.TemporaryDirectory() as folder:
        playground = BotPlayground(Settings(_env_file=None), sandbox, clock, Path(folder))
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            for scheme in ("light", "dark"):
                await playground.reset()
                sandbox.playground = playground
                await _picture(browser, sandbox, scheme)
            await browser.close()
        sandbox.playground = None
        await playground.stop_bot()
    await sandbox.stop()


if __name__ == "__main__":
    asyncio.run(_main())
