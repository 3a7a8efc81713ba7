"""The whole bot against the sandbox over HTTP, in a user's words."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession

from bot.app import App, build_app
from bot.pace import NoPace
from bot.settings import Settings
from sandbox.chats import Message
from sandbox.clock import MovableClock
from sandbox.inline import InlineQuery
from sandbox.person import Person
from sandbox.server import Sandbox
from storage.audit import findings
from storage.audit import opened as audited

TOKEN = "123456:" + "A" * 35
#: Monday, 2026-11-23 12:00:00 in Moscow.
MONDAY_NOON = 1_795_424_400
HOUR = 3_600
DAY = 86_400


async def no_sleep(_seconds: float) -> None:
    """Waiting before a retry takes no time, but lets others run."""
    await asyncio.sleep(0)


@dataclass
class Market:
    """A running bot, the sandbox around it, and the clock that both go by."""

    sandbox: Sandbox
    clock: MovableClock
    settings: Settings
    app: App
    people: dict[str, Person] = field(default_factory=dict)
    _polling: asyncio.Task[None] | None = None
    _marks: dict[int, int] = field(default_factory=dict)

    def person(self, name: str, language: str = "ru") -> Person:
        """Somebody, added when first named."""
        if name not in self.people:
            self.people[name] = self.sandbox.people.add(name, language_code=language)
        return self.people[name]

    async def settled(self) -> None:
        """Everything that people did has reached the bot, and everything it had to say has been said."""
        settling = asyncio.create_task(self._settle())
        await asyncio.wait({settling, *([self._polling] if self._polling else [])}, return_when=asyncio.FIRST_COMPLETED)
        if not settling.done() and self._polling is not None:
            settling.cancel()
            self._polling.result()  # the bot has given up: this says why
            raise AssertionError("the bot no longer asks for updates")
        await settling

    async def _settle(self) -> None:
        await self.sandbox.delivered()
        await self.app.settled()

    async def says(self, who: Person, *words: str) -> Message:
        """Somebody writes, one message after the other; gives the bot's last word."""
        for word in words:
            who.write(word)
            await self.settled()
        return who.last

    async def finds(self, who: Person, words: str = "", *, offset: str = "") -> InlineQuery:
        """Somebody types «@bot words» in a chat; the query with what the bot offers."""
        query = who.ask(words, offset=offset)
        await self.settled()
        assert query.answer is not None, f"«{words}» was not answered"
        return query

    async def starts(self, who: Person, payload: str = "") -> Message:
        """Somebody presses Start, with or without a link."""
        who.start(payload)
        await self.settled()
        return who.last

    async def presses(self, who: Person, button: str, *, on: Message | str | None = None) -> str:
        """Somebody presses a button, on the newest message that has it; gives the short answer."""
        message = self.with_button(who, button, on)
        press = who.press(message, button)
        await self.settled()
        assert press.answer is not None, f"the press of «{button}» was not answered"
        return press.answer.text

    async def pays(self, buyer: Person, invoice: Message | None = None) -> None:
        """Somebody pays an invoice, by default the bot's last message: Telegram asks the bot, then moves the money."""
        buyer.pay(invoice or buyer.last)
        await self.settled()
        await self.settled()

    def with_button(self, who: Person, button: str, on: Message | str | None = None) -> Message:
        """The newest message that has this button."""
        if isinstance(on, Message):
            return who.message(on.id)
        for message in reversed(who.received):
            if (on is None or on in message.text) and button in " ".join(labels(message)):
                return message
        raise AssertionError(f"{who} sees no button «{button}»: {[labels(m) for m in who.received[-3:]]}")

    async def later(self, seconds: float) -> None:
        """Time passes while the bot is up: everything due happens at its moment."""
        end = self.clock.now() + seconds
        while True:
            async with self.app.database.read() as unit:
                due = await unit.timers.next_due()
            if due is None or due > end:
                break
            self.clock.set(max(due, self.clock.now()))
            await self.app.timers.sweep()
            await self.settled()
        self.clock.set(end)
        await self.app.timers.sweep()
        await self.settled()

    def mark(self) -> None:
        """From here on, `heard` tells what is new."""
        self._marks = {who.id: who.chat.last_message_id for who in self.sandbox.people}

    def heard(self, who: Person) -> list[str]:
        """What the bot has said to somebody since the last `mark`, oldest first; edited messages are not new."""
        return [message.text for message in who.received if message.id > self._marks.get(who.id, 0)]

    async def stop_bot(self) -> None:
        """The process ends."""
        if self._polling is not None:
            self._polling.cancel()
            await asyncio.gather(self._polling, return_exceptions=True)
        await self.app.stop()

    async def is_down(self, seconds: float) -> None:
        """The bot is stopped for so long, and started again."""
        await self.stop_bot()
        self.clock.advance(seconds)
        await self.start_bot()

    async def start_bot(self) -> None:
        """A new process over the same database."""
        self.app = await build(self.settings, self.clock)
        await self.run()

    async def run(self) -> None:
        """Begin to work."""
        await self.app.start()
        self._polling = asyncio.create_task(self.app.inbox.poll())
        await self.app.settled()

    async def wrongs(self) -> list[str]:
        """What `python -m bot audit` says is wrong."""
        async with audited(self.settings.database_path) as connection:
            return [words async for finding in findings(connection) for words in finding.violations]

    async def publishes_gig(
        self,
        seller: Person,
        *,
        questions: str = "Что написать на логотипе?",
        options: str = "",
        **gig: str,
    ) -> str:
        """A seller writes a gig and publishes it; gives the link's payload.

        `options`: one a line, «Визитка, 500, 2».
        """
        await self.presses_or_says(seller, "/gigs")
        await self.presses(seller, "Создать кворк")
        await self.says(seller, gig.get("title", "Логотип для кофейни"))
        await self.says(seller, gig.get("description", "Нарисую логотип в трёх вариантах, исходники в SVG."))
        if questions:
            await self.says(seller, questions)
        else:
            await self.presses(seller, "Пропустить")
        await self.says(seller, gig.get("price", "1500"))
        await self.says(seller, gig.get("term", "3"))
        if options:
            await self.presses(seller, "Опции")
            await self.adds_options(seller, *options.split("\n"))
            await self.presses(seller, "Готово")
        await self.presses(seller, "Опубликовать")
        for message in reversed(seller.received):
            found = re.search(r"start=(k_[\w-]+)", message.text)
            if found:
                return found[1]
        raise AssertionError("no link")

    async def adds_options(self, seller: Person, *options: str) -> None:
        """From the list of a gig's options: each by its title, price and days."""
        for option in options:
            await self.presses(seller, "Добавить опцию")
            await self.says(seller, *option.split(", "))

    async def presses_or_says(self, who: Person, command: str) -> Message:
        """A command; a person who is new presses Start first."""
        if not who.chat.started:
            await self.starts(who)
        return await self.says(who, command)

    async def orders(self, buyer: Person, payload: str, *answers: str) -> None:
        """A buyer opens the link, orders and answers the questions; the order waits to be confirmed."""
        await self.starts(buyer, payload)
        await self.presses(buyer, "Заказать")
        for answer in answers:
            await self.says(buyer, answer)
            await self.presses(buyer, "Готово")

    async def new_order(self, seller: Person, buyer: Person, **gig: str) -> None:
        """A paid order."""
        payload = await self.publishes_gig(seller, **gig)
        await self.orders(buyer, payload, "«Зерно», коричневый")
        await self.presses(buyer, "Подтвердить заказ")

    async def starts_work(self, seller: Person) -> None:
        """A paid order is begun."""
        await self.presses(seller, "Приступаю к работе")

    async def delivers(self, seller: Person, text: str = "Готово, принимайте.") -> None:
        """The work is handed over."""
        await self.presses(seller, "Сдать выполненную работу")
        await self.says(seller, text)
        await self.presses(seller, "Готово")
        await self.presses(seller, "Сдать")

    async def sends_back(self, buyer: Person, remarks: str = "Цвет темнее, пожалуйста.") -> None:
        """The work is returned with remarks."""
        await self.presses(buyer, "Отправить на доработку")
        await self.says(buyer, remarks)
        await self.presses(buyer, "Отправить на доработку", on="Принято")


def labels(message: Message) -> list[str]:
    """The labels of a message's buttons."""
    markup: dict[str, Any] = message.body.get("reply_markup") or {}
    return [button["text"] for row in markup.get("inline_keyboard", []) for button in row]


async def build(settings: Settings, clock: MovableClock, sleep: Callable[[float], Awaitable[None]] = no_sleep) -> App:
    """The bot as `python -m bot` builds it, without Telegram's limits and waits."""
    app = await build_app(settings, clock=clock, pace=NoPace(), sleep=sleep)
    app.bot.session.close = partial(_close, app.bot.session)  # type: ignore[method-assign]
    return app


async def _close(session: BaseSession) -> None:
    """Aiogram would wait a quarter second more, for TLS, which is not used here."""
    if isinstance(session, AiohttpSession) and session._session is not None:
        await session._session.close()


@asynccontextmanager
async def open_market(folder: Path, *, switches: Sequence[str] = (), **settings: Any) -> AsyncIterator[Market]:
    """A fresh sandbox and a fresh bot, at Monday noon in Moscow; `switches`: what is on at Telegram's side.

    Whatever happens, its books are right in the end.
    """
    clock = MovableClock(at=MONDAY_NOON)
    on: dict[str, Any] = dict.fromkeys(switches, True)
    sandbox = Sandbox(token=TOKEN, clock=clock, **on)
    url = await sandbox.start()
    values = {
        "bot_token": TOKEN, "telegram_api_url": url, "database_path": folder / "bot.db", "_env_file": None,
        "payments": "direct", **settings
    }  # fmt: skip
    known = Settings(**values)
    market = Market(sandbox, clock, known, await build(known, clock))
    await market.run()
    try:
        yield market
        if known.payments.holds_money:
            assert await market.wrongs() == []
    finally:
        await market.stop_bot()
        await sandbox.stop()
