"""`python -m bot story`: one order from the gig to the accepted work, against the sandbox, told in the terminal."""

import asyncio
import io
import shutil
import signal
import sys
import tempfile
import unicodedata
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from itertools import zip_longest
from pathlib import Path

from bot.app import App, build_app
from bot.examples import newest_invoice
from bot.pace import NoPace
from bot.settings import Settings
from orders.policy import DAY, HOUR
from sandbox.buttons import visible_buttons
from sandbox.chats import Message
from sandbox.clock import MovableClock
from sandbox.files import Kind
from sandbox.person import Person
from sandbox.server import Sandbox

_TOKEN = "1234567890:" + "sandbox" * 5
_WITHOUT_TOKEN = (
    "BOT_TOKEN is not set: the bot talks to a sandbox on this machine instead of Telegram. Nothing leaves it.",
    "BOT_TOKEN не задан: вместо Telegram бот работает с песочницей на этом компьютере.",
)
_WITH_TOKEN = (
    "For this story the bot talks to a sandbox on this machine instead of Telegram. Nothing leaves it.",
    "В этой истории вместо Telegram бот работает с песочницей на этом компьютере.",
)
_LEGEND = (
    "",
    "> what a person writes or presses · what the bot says stands without a mark · [its buttons]",
)
_ENDING = (
    "The order is complete. To go live: take a token from @BotFather, put BOT_TOKEN=… into .env, `make run` again.",
    "Заказ выполнен. Теперь по-настоящему: возьмите токен у @BotFather, впишите BOT_TOKEN=… в .env, снова `make run`.",
)
_ENDING_WITH_TOKEN = ("The order is complete.", "Заказ выполнен.")
_STOPPED = "Stopped. / Остановлено."
#: Lines of one message that are shown, and columns of the page.
_LINES_SHOWN = 9
_NARROWEST, _WIDEST = 60, 140
_BETWEEN = " │ "
#: Between the words of a button: a line is broken at other spaces.
_UNBROKEN = "\N{NO-BREAK SPACE}"


async def play(settings: Settings) -> int:
    """Tell the story, with the clocks as they are set and a database of its own. The exit code is 0, also at Ctrl+C."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    telling = asyncio.create_task(_tell(settings), name="story")
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, telling.cancel)
    try:
        await asyncio.wait({telling})
    finally:
        telling.cancel()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
    if telling.cancelled():
        _Page().lines(_STOPPED)
    else:
        telling.result()
    return 0


async def _tell(settings: Settings) -> None:
    page = _Page()
    page.lines(*(_WITHOUT_TOKEN if settings.bot_token is None else _WITH_TOKEN), *_LEGEND)
    async with _stage(settings) as (sandbox, clock, app):
        await _order(_Story(page, sandbox, clock, app))
    page.rule()
    page.lines(*(_ENDING if settings.bot_token is None else _ENDING_WITH_TOKEN))


@asynccontextmanager
async def _stage(settings: Settings) -> AsyncIterator[tuple[Sandbox, MovableClock, App]]:
    """A sandbox and a working bot, which go by one clock; the database is thrown away at the end."""
    clock = MovableClock()
    clock.freeze()
    sandbox = Sandbox(token=_TOKEN, clock=clock)
    with tempfile.TemporaryDirectory(prefix="vsrok-") as folder:
        url = await sandbox.start()
        try:
            known = settings.in_sandbox(_TOKEN, url, Path(folder) / "bot.db")
            app = await build_app(known, clock=clock, pace=NoPace())
            try:
                await app.start()
                async with asyncio.TaskGroup() as group:
                    polling = group.create_task(app.inbox.poll())
                    yield sandbox, clock, app
                    polling.cancel()
            finally:
                await app.stop()
        finally:
            await sandbox.stop()


async def _order(story: "_Story") -> None:
    """What happens."""
    seller, buyer = story.seller, story.buyer
    story.scene("The seller publishes a gig · Продавец создаёт кворк")
    await story.starts(seller)
    await story.presses(seller, "Мои кворки")
    await story.presses(seller, "Создать кворк")
    await story.says(seller, "Логотип для кофейни")
    await story.says(seller, "Нарисую логотип в трёх вариантах, исходники в SVG.")
    await story.says(seller, "Что написать на логотипе?")
    await story.says(seller, "1500")
    await story.says(seller, "3")
    await story.presses(seller, "Опубликовать")

    story.scene("The buyer opens its link and orders · Покупатель открывает ссылку и заказывает")
    await story.starts(buyer, story.link_seen_by(seller))
    await story.presses(buyer, "Заказать")
    await story.says(buyer, "«Зерно», коричневый")
    await story.presses(buyer, "Готово")
    await story.pays()
    await story.presses(seller, "Приступаю к работе")

    story.scene("Two days later · Через два дня")
    await story.later(2 * DAY)
    await story.delivers("Готово: три варианта во вложении.", "логотип.svg")
    await story.presses(buyer, "Отправить на доработку")
    await story.says(buyer, "Буквы чуть крупнее, пожалуйста.")
    await story.presses(buyer, "Отправить на доработку")

    story.scene("Three hours later · Через три часа")
    await story.later(3 * HOUR)
    await story.delivers("Буквы крупнее.", "логотип-2.svg")
    await story.presses(buyer, "Принять работу")


class _Story:
    """Two people, what they do, and what they see of it. Every step waits until the bot has nothing more to say."""

    def __init__(self, page: "_Page", sandbox: Sandbox, clock: MovableClock, app: App) -> None:
        self._page = page
        self._sandbox = sandbox
        self._clock = clock
        self._app = app
        self.seller = sandbox.people.add("Сергей")
        self.buyer = sandbox.people.add("Анна")
        #: The bot's messages that have been shown, as they read then.
        self._shown: dict[Person, dict[int, str]] = {self.seller: {}, self.buyer: {}}

    def scene(self, title: str) -> None:
        self._page.rule(title)
        self._page.row("Продавец Сергей", "Покупатель Анна")
        self._page.rule()

    async def starts(self, who: Person, payload: str = "") -> None:
        await self._does(who, f"/start {payload}".strip(), lambda: who.start(payload))

    async def says(self, who: Person, words: str) -> None:
        await self._does(who, words, lambda: who.write(words))

    async def sends(self, who: Person, name: str) -> None:
        await self._does(who, f"📎 {name}", lambda: who.send_file(Kind.DOCUMENT, name, b"<svg/>"))

    async def presses(self, who: Person, label: str) -> None:
        """The newest button with this label."""
        pressed = next(m for m in reversed(who.received) if any(label in button for button in _labels(m)))
        await self._does(who, f"[{label}]", lambda: who.press(pressed, label))

    async def pays(self) -> None:
        """The invoice; where the sides settle between themselves there is none, and a button takes its place."""
        bill = newest_invoice(self.buyer)
        if bill is None:
            await self.presses(self.buyer, "Подтвердить заказ")
            return
        await self._does(self.buyer, f"[{_labels(bill)[0]}]", lambda: self.buyer.pay(bill))
        await self._settle()  # the bot has said yes; now it hears of the money

    async def delivers(self, words: str, file: str) -> None:
        await self.presses(self.seller, "Сдать выполненную работу")
        await self.says(self.seller, words)
        await self.sends(self.seller, file)
        await self.presses(self.seller, "Готово")
        await self.presses(self.seller, "Сдать")

    async def later(self, seconds: float) -> None:
        """Time passes; what comes due on the way comes at its moment."""
        end = self._clock.now() + seconds
        while self._clock.now() < end:
            async with self._app.database.read() as unit:
                due = await unit.timers.next_due()
            self._clock.set(end if due is None else min(max(due, self._clock.now()), end))
            await self._app.timers.sweep()
            await self._settle()

    def link_seen_by(self, who: Person) -> str:
        """The payload of the newest link to the bot."""
        return next(m.text.partition("?start=")[2].split()[0] for m in reversed(who.received) if "?start=" in m.text)

    async def _does(self, who: Person, words: str, act: Callable[[], object]) -> None:
        said = f"\n> {words}"
        self._page.row(said if who is self.seller else "", said if who is self.buyer else "")
        act()
        await self._settle()

    async def _settle(self) -> None:
        await self._sandbox.delivered()
        await self._app.settled()
        self._page.row(self._news_of(self.seller), self._news_of(self.buyer))

    def _news_of(self, who: Person) -> str:
        """New messages or, where there are none, those that read otherwise now."""
        shown = self._shown[who]
        new = [m for m in who.received if m.id not in shown]
        changed = [m for m in who.received if shown.get(m.id, m.text) != m.text]
        shown.update((m.id, m.text) for m in who.received)
        return "\n\n".join(map(_as_text, new or changed))


class _Page:
    """Two columns of plain text."""

    def __init__(self) -> None:
        self._width = max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))
        self._column = (self._width - len(_BETWEEN)) // 2

    def lines(self, *lines: str) -> None:
        """Over the whole width."""
        for line in lines:
            for part in _wrapped(line, self._width):
                self.line(part)

    def line(self, line: str) -> None:
        print(line.rstrip(), flush=True)  # noqa: T201 - the terminal is what this is for

    def rule(self, title: str = "") -> None:
        self.lines(*(("", title) if title else ("─" * self._width,)))

    def row(self, left: str, right: str) -> None:
        """Side by side."""
        for one, other in zip_longest(*(_folded(text, self._column) for text in (left, right)), fillvalue=""):
            padding = " " * (self._column - _breadth(one))
            self.line(f"{one}{padding}{_BETWEEN}{other}")


def _labels(message: Message) -> list[str]:
    return [button["text"] for button in visible_buttons(message)]


def _as_text(message: Message) -> str:
    """Its words, or what it carries instead of them, and its buttons; of a long text the beginning."""
    lines = [*_carried(message), *message.text.splitlines()]
    if len(lines) > _LINES_SHOWN:
        lines = [*lines[:_LINES_SHOWN], "…"]
    buttons = (f"[{label}]".replace(" ", _UNBROKEN) for label in _labels(message))
    return "\n".join([*lines, " ".join(buttons)]).strip()


def _carried(message: Message) -> Iterator[str]:
    """A file, a bill, a refund."""
    body = message.body
    if "document" in body:
        yield f"📎 {body['document']['file_name']}"
    if "invoice" in body:
        yield f"🧾 {body['invoice']['title']}"
        yield body["invoice"]["description"]
    if "refunded_payment" in body:
        yield f"↩ {body['refunded_payment']['total_amount']} {body['refunded_payment']['currency']}"


def _folded(text: str, width: int) -> list[str]:
    return [part for line in text.split("\n") for part in _wrapped(line, width)] if text else []


def _wrapped(line: str, width: int) -> Iterator[str]:
    """Broken between words or, where one word is too long, inside it."""
    while _breadth(line) > width:
        end = next(end for end in range(1, len(line) + 1) if _breadth(line[:end]) > width) - 1
        space = line.rfind(" ", 1, end + 1)
        end = space if space > 0 else end
        yield line[:end].rstrip()
        line = line[end:].lstrip(" ")
    yield line


def _breadth(text: str) -> int:
    """Cells of a terminal: most emoji take two, what joins the letter before it none."""
    return sum(
        0 if unicodedata.category(c) in {"Mn", "Me", "Cf"} else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
