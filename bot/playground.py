"""Without a token: the bot, the sandbox and its page in one process, on this machine only."""

import asyncio
import logging
import os
import signal
import sys
import tempfile
import time
import webbrowser
from collections.abc import Sequence
from pathlib import Path

from bot.app import App, build_app
from bot.examples import EXAMPLES, Stage, play
from bot.inbox import GiveUp
from bot.pace import NoPace
from bot.settings import Settings
from orders.order import Order
from orders.policy import DAY, HOUR, MINUTE
from orders.status import Status
from orders.timers import Timer, TimerKind
from sandbox.clock import MovableClock
from sandbox.playground import ComingEvent, Example, Words
from sandbox.server import Sandbox

log = logging.getLogger(__name__)

TOKEN = "1234567890:" + "sandbox" * 5
#: Real seconds that the bot gets to say what it has to say, before the page is told that it still is at it.
PATIENCE = 10.0
_SELLER, _BUYER, _OPERATOR = 1001, 1002, 1003
_PEOPLE = {_SELLER: "Сергей", _BUYER: "Анна", _OPERATOR: "Ольга"}
_ROLES: dict[int, Words] = {
    _SELLER: {"ru": "продавец", "en": "seller"},
    _BUYER: {"ru": "покупатель", "en": "buyer"},
    _OPERATOR: {"ru": "оператор", "en": "operator"},
}


class BotPlayground:
    """`sandbox.playground.Playground` around the real bot; every beginning has a database of its own."""

    def __init__(self, settings: Settings, sandbox: Sandbox, clock: MovableClock, folder: Path) -> None:
        self._settings = settings
        self._sandbox = sandbox
        self._clock = clock
        self._folder = folder
        self._beginnings = 0
        self._app: App | None = None
        self._running: asyncio.Task[None] | None = None

    @property
    def examples(self) -> Sequence[Example]:
        return EXAMPLES

    @property
    def roles(self) -> dict[int, Words]:
        return _ROLES

    @property
    def is_running(self) -> bool:
        return self._running is not None and not self._running.done()

    async def coming(self) -> ComingEvent | None:
        """What the timers table says; None too while the bot does not run."""
        if self._app is None or not self.is_running:
            return None
        async with self._app.database.read() as unit:
            due = await unit.timers.next_due()
            if due is None:
                return None
            numbers = await unit.timers.due_orders(due, 1)
            timers = await unit.timers.due_of(numbers[0], due) if numbers else ()
            order = await unit.orders.get(numbers[0]) if numbers else None
        return ComingEvent(due, _title(timers[0], order)) if timers and order else None

    async def move_to(self, moment: float) -> bool:
        """Step by step, so that every warning is sent at its time and nobody finds the bot late.

        When the bot can't get through (the page has switched on a fault, or the bot is stopped), the clock goes on
        without it, as clocks do.
        """
        is_settled = await self._settled()
        done_until = float("-inf")
        while is_settled and self._app is not None:
            async with self._app.database.read() as unit:
                due = await unit.timers.next_due()
            if due is None or due > moment or due <= done_until:
                break  # the last: an order whose timers fail; the bot tries it again by itself
            done_until = due
            self._clock.set(max(due, self._clock.now()))
            await self._app.timers.sweep()
            is_settled = await self._settled()
        self._clock.set(max(moment, self._clock.now()))
        if self._app is not None and self.is_running:
            await self._app.timers.sweep()
            is_settled = await self._settled()
        return is_settled

    async def reset(self) -> None:
        await self.stop_bot()
        self._beginnings += 1
        self._clock.unfreeze()
        self._clock.set(time.time())
        self._sandbox.people.clear()
        for person_id, name in _PEOPLE.items():
            self._sandbox.people.add(name, person_id=person_id)
        await self.start_bot()

    async def play(self, name: str) -> None:
        await self.reset()
        people = self._sandbox.people
        await play(name, Stage(people[_SELLER], people[_BUYER], self._settled, self._later))
        people[_OPERATOR].start()
        await self._settled()

    async def start_bot(self) -> None:
        """A new bot over the same database."""
        if self.is_running:
            return
        await self.stop_bot()
        database = self._folder / f"{self._beginnings}.db"
        known = self._settings.in_sandbox(TOKEN, self._sandbox.url, database, frozenset({_OPERATOR}))
        self._app = await build_app(known, clock=self._clock, pace=NoPace())
        self._running = asyncio.create_task(self._run(self._app), name="bot")

    async def stop_bot(self) -> None:
        """What it has not done yet waits in its database."""
        running, self._running = self._running, None
        if running is not None:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
        self._sandbox.updates.stop_poller()
        app, self._app = self._app, None
        if app is not None:
            await app.stop()

    async def _run(self, app: App) -> None:
        try:
            await app.run()
        except GiveUp as error:
            log.error("The bot has stopped: %s", error)  # noqa: TRY400 - one line is what its reader needs
        except Exception:
            log.exception("The bot has stopped")

    async def _later(self, seconds: float) -> bool:
        return await self.move_to(self._clock.now() + seconds)

    async def _settled(self) -> bool:
        """Whether the bot has heard everything and said everything, within `PATIENCE`."""
        if self._app is None or not self.is_running:
            return False
        try:
            async with asyncio.timeout(PATIENCE):
                await self._sandbox.delivered()
                await self._app.settled()
        except TimeoutError:
            return False
        return True


def _title(timer: Timer, order: Order) -> Words:
    number, left = f"№{order.number}", _span(timer.offset)
    match timer.kind:
        case TimerKind.START_WARNING:
            return {
                "ru": f"Предупреждение за {left['ru']} до автоотмены {number}",
                "en": f"A warning {left['en']} before the auto-cancel of {number}",
            }
        case TimerKind.DUE_WARNING:
            return {
                "ru": f"Предупреждение за {left['ru']} до срока {number}",
                "en": f"A warning {left['en']} before {number} is due",
            }
        case TimerKind.REVIEW_WARNING:
            return {
                "ru": f"Напоминание за {left['ru']} до автоприёмки {number}",
                "en": f"A reminder {left['en']} before the auto-accept of {number}",
            }
        case TimerKind.ANSWER_WARNING:
            return {
                "ru": f"Напоминание об ответе по {number}, за {left['ru']}",
                "en": f"A reminder {left['en']} before the answer on {number} is due",
            }
        case TimerKind.DISPUTE_REMINDER:
            return {
                "ru": f"Оператору напомнят о споре по {number}",
                "en": f"The operator is reminded of the dispute about {number}",
            }
        case _:
            return _step(order, number)


def _step(order: Order, number: str) -> Words:
    if order.cancellation is not None:
        return {
            "ru": f"Заказ {number} отменится: ответа на запрос нет",
            "en": f"Order {number} is cancelled: nobody answered",
        }
    match order.status:
        case Status.AWAITING_PAYMENT:
            return {"ru": f"Неоплаченный заказ {number} исчезнет", "en": f"Unpaid order {number} lapses"}
        case Status.NOT_STARTED:
            return {"ru": f"Автоотмена заказа {number}", "en": f"Auto-cancel of order {number}"}
        case Status.IN_PROGRESS:
            return {"ru": f"Срок заказа {number} выйдет", "en": f"Order {number} falls overdue"}
        case _:
            return {"ru": f"Автоприёмка заказа {number}", "en": f"Auto-accept of order {number}"}


def _span(seconds: int) -> Words:
    if seconds >= DAY and seconds % DAY == 0 and seconds > DAY:
        return {"ru": f"{seconds // DAY} дн.", "en": f"{seconds // DAY} d"}
    if seconds >= HOUR:
        return {"ru": f"{seconds // HOUR} ч", "en": f"{seconds // HOUR} h"}
    return {"ru": f"{seconds // MINUTE} мин", "en": f"{seconds // MINUTE} min"}


async def run_playground(settings: Settings, *, opens_browser: bool = True) -> int:
    """Until SIGTERM or Ctrl+C. The exit code is 0; 1 where the port is taken."""
    told_to_stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told_to_stop.set)
    clock = MovableClock()
    sandbox = Sandbox(token=TOKEN, clock=clock)
    with tempfile.TemporaryDirectory(prefix="vsrok-") as folder:
        try:
            address = await sandbox.start(port=settings.sandbox_port)
        except OSError:
            _say(
                f"Port {settings.sandbox_port} is taken: is the sandbox running already? "
                "Set another one: SANDBOX_PORT=8081 make run"
            )
            return 1
        playground = BotPlayground(settings, sandbox, clock, Path(folder))
        try:
            await playground.reset()
            sandbox.playground = playground
            _say(
                f"BOT_TOKEN is not set: the bot works in a sandbox, nothing leaves this machine.\n"
                f"BOT_TOKEN не задан: бот работает в песочнице, ничего не уходит с этого компьютера.\n\n"
                f"    {address}\n\nCtrl+C stops it. / Ctrl+C — остановить."
            )
            if opens_browser and _has_screen():
                await asyncio.to_thread(webbrowser.open, address)
            await told_to_stop.wait()
        finally:
            sandbox.playground = None
            await playground.stop_bot()
            await sandbox.stop()
    _say("Stopped. / Остановлено.")
    return 0


def _has_screen() -> bool:
    """Where there is none, a browser of the terminal would take it over."""
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - the terminal is where the person is
