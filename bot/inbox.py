"""Updates come in durably: stored before Telegram is told that we have them, handled in order a person, never lost."""

import asyncio
import json
import logging
import secrets
import traceback
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import Update

from bot.checkout import Checkout
from bot.clock import Clock
from bot.inline import InlineAnswers
from bot.reports import Reports
from bot.wire import Wire
from desk.people import Person
from storage.database import Database
from storage.inbox import InboxItem, InboxRow

log = logging.getLogger(__name__)

LONG_POLL_SECONDS = 50
_BATCH = 100
_TRIES = 3
#: A second instance of the bot is running: after so many conflicts in a row this one gives way.
_CONFLICTS = 3
_OTHER_COPY = "Another copy of this bot is running with the same BOT_TOKEN (409)"
_WEBHOOK = "Another program has set a webhook for this BOT_TOKEN while the bot was running (409)"
_WAIT_FIRST, _WAIT_MOST = 1.0, 30.0
#: Pre-checkout queries are answered before Telegram is told that we have them, unless that takes longer.
_CHECKOUT_SECONDS = 1.0
#: What is answered past the inbox.
_QUERIES = {"pre_checkout_query", "inline_query"}
DAY = 86_400
#: Telegram repeats an update for at most a day; what is older can't come again.
_KEEP_DONE = 3 * DAY


class GiveUp(Exception):  # noqa: N818
    """The bot can't go on; the message says why in one line."""


class Inbox:
    """Receives, stores and hands on updates."""

    def __init__(
        self,
        *,
        bot: Bot,
        wire: Wire,
        dispatcher: Dispatcher,
        database: Database,
        clock: Clock,
        reports: Reports,
        checkout: Checkout,
        inline: InlineAnswers,
        allowed_updates: list[str],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._wire = wire
        self._dispatcher = dispatcher
        self._database = database
        self._clock = clock
        self._reports = reports
        self._checkout = checkout
        self._inline = inline
        self._allowed_updates = allowed_updates
        self._sleep = sleep
        self._offset: int | None = None
        self._lanes: dict[int, deque[tuple[int, dict[str, Any]]]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._idle = asyncio.Event()
        self._idle.set()

    async def resume(self) -> None:
        """Take up what an earlier run stored and did not finish."""
        async with self._database.write() as unit:
            await unit.inbox.prune(int(self._clock.now()) - _KEEP_DONE)
            rows = await unit.inbox.waiting()
        self.hand_back(rows)

    def hand_back(self, rows: Sequence[InboxRow]) -> None:
        """An operator has had these taken up again."""
        for row in rows:
            self._hand_on(row.item.update_id, row.item.lane, json.loads(row.item.body))

    async def poll(self) -> None:
        """Ask Telegram for updates until cancelled. Raises: GiveUp."""
        wait, conflicts = _WAIT_FIRST, 0
        while True:
            try:
                updates = await self._wire.call("getUpdates", self._question(), seconds=LONG_POLL_SECONDS + 15)
            except TelegramUnauthorizedError:
                raise GiveUp("Telegram doesn't know this BOT_TOKEN (401): take a new one from @BotFather") from None
            except TelegramConflictError as error:
                conflicts += 1
                if conflicts >= _CONFLICTS:
                    raise GiveUp(_WEBHOOK if "webhook" in error.message else _OTHER_COPY) from None
                await self._sleep(_WAIT_FIRST)
                continue
            except TelegramRetryAfter as error:
                await self._sleep(error.retry_after)
                continue
            except TelegramAPIError as error:
                log.warning("No updates from Telegram: %s; asking again in %.0f s", error.message, wait)
                await self._sleep(wait)
                wait = min(wait * 2, _WAIT_MOST)
                continue
            wait, conflicts = _WAIT_FIRST, 0
            if updates:
                await self.store(updates)

    def _question(self) -> dict[str, object]:
        question: dict[str, object] = {
            "limit": _BATCH,
            "timeout": LONG_POLL_SECONDS,
            "allowed_updates": self._allowed_updates,
        }
        if self._offset is not None:
            question["offset"] = self._offset
        return question

    async def store(self, updates: list[dict[str, Any]]) -> None:
        """Commit the batch, then hand it on; only then does the next poll confirm it.

        Queries are questions, not kept: pre-checkout queries overtake everything, answering them begins before the
        rest is even stored, and Telegram tells again of those that a dying process has not answered. Inline queries
        are answered besides, and nobody waits for that.
        """
        for update in updates:
            if "pre_checkout_query" in update:
                self._checkout.answer(update)
            elif "inline_query" in update:
                self._inline.answer(update)
        after = updates[-1]["update_id"] + 1
        updates = [update for update in updates if not update.keys() & _QUERIES]
        items = [
            InboxItem(
                update_id=update["update_id"],
                lane=person_of(update),
                body=json.dumps(update, ensure_ascii=False, separators=(",", ":")),
            )
            for update in updates
        ]
        new = await self._database.receive(items, int(self._clock.now())) if items else ()
        self._offset = after
        fresh = {item.update_id for item in new}
        for item, update in zip(items, updates, strict=True):
            if item.update_id in fresh:
                self._hand_on(item.update_id, item.lane, update)
        await self._checkout.settled(_CHECKOUT_SECONDS)

    async def settled(self) -> None:
        """Wait until everything handed on so far is handled."""
        await self._checkout.settled()
        await self._inline.settled()
        await self._idle.wait()

    async def stop(self, seconds: float) -> None:
        """Let what is being handled or answered finish; the other updates wait in the table for the next start."""
        await asyncio.gather(self._checkout.stop(seconds), self._inline.stop(), self._stop_lanes(seconds))

    async def _stop_lanes(self, seconds: float) -> None:
        for lane in self._lanes.values():
            lane.clear()
        if self._workers:
            await asyncio.wait(self._workers, timeout=seconds)
        for worker in tuple(self._workers):
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)

    def _hand_on(self, update_id: int, lane: int, update: dict[str, Any]) -> None:
        """One person's updates in order, different people's side by side."""
        waiting = self._lanes.get(lane)
        if waiting is not None:
            waiting.append((update_id, update))
            return
        self._lanes[lane] = deque([(update_id, update)])
        self._idle.clear()
        worker = asyncio.create_task(self._work(lane), name=f"lane {lane}")
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _work(self, lane: int) -> None:
        waiting = self._lanes[lane]
        try:
            while waiting:
                await self._handle(*waiting.popleft())
        except Exception:
            log.exception("Updates of %s can't be set aside; they wait for the next start", lane)
        finally:
            del self._lanes[lane]
            if not self._lanes:
                self._idle.set()

    async def _handle(self, update_id: int, raw: dict[str, Any]) -> None:
        """Whatever goes wrong, the row is kept and, after some tries, the person and the operator are told."""
        for attempt in range(1, _TRIES + 1):
            try:
                update = Update.model_validate(raw, context={"bot": self._bot})
                await self._dispatcher.feed_update(self._bot, update)
            except Exception as error:
                log.warning("Update %s failed, try %s of %s", update_id, attempt, _TRIES, exc_info=error)
                if attempt == _TRIES:
                    await self._set_aside(update_id, raw, error)
            else:
                return

    async def _set_aside(self, update_id: int, raw: dict[str, Any], error: Exception) -> None:
        code = secrets.token_hex(3).upper()
        trace = "".join(traceback.format_exception(error))
        async with self._database.write() as unit:
            await unit.inbox.fail(update_id, trace, code)
            await self._reports.failed_update(unit, _sender(raw), code, trace)
        self._reports.wake_sender()


def person_of(update: dict[str, Any]) -> int:
    """Whose update this is: the lane in which it is handled. 0 for what comes from nobody."""
    for value in update.values():
        if isinstance(value, dict):
            for key in ("from", "user"):
                if isinstance(value.get(key), dict):
                    return int(value[key]["id"])
            if isinstance(value.get("chat"), dict):
                return int(value["chat"]["id"])
    return 0


def _sender(update: dict[str, Any]) -> Person | None:
    """The person behind an update, whom the bot may not have met yet; None where nobody is to be told."""
    for value in update.values():
        user = value.get("from") if isinstance(value, dict) else None
        if isinstance(user, dict) and not user.get("is_bot"):
            return Person(id=int(user["id"]), first_name="", client_language=user.get("language_code"))
    return None
