"""Sends what waits in the outbox: in order a chat, within Telegram's limits, until its fate is known."""

import asyncio
import logging
import secrets
import traceback
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiogram.methods
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import TelegramMethod
from aiogram.types import Message

from bot.clock import Clock
from bot.pace import Pace
from bot.reports import Reports
from desk.order_desk import OrderDesk
from desk.person_desk import PersonDesk
from desk.posts import Json, PostKind
from handlers.posts import PostRoom, Rendered
from orders.policy import Policy
from storage.database import Database
from storage.outbox import OutboxRow
from storage.units import WriteUnit

log = logging.getLogger(__name__)

_WAIT_FIRST, _WAIT_MOST = 1.0, 60.0
_READ_AT_ONCE = 1_000
#: What passes by itself.
_PASSING = (TelegramServerError, TelegramNetworkError)


@dataclass(frozen=True, slots=True)
class _Sent:
    """A row whose fate is known, and what to remember of it."""

    row: OutboxRow
    rendered: Rendered | None = None
    result: object = None
    error: str | None = None
    is_unreachable: bool = False


class Sender:
    """The one way out, but for answers to presses."""

    def __init__(
        self,
        *,
        bot: Bot,
        database: Database,
        room: PostRoom,
        clock: Clock,
        policy: Policy,
        pace: Pace,
        admin_ids: frozenset[int],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._database = database
        self._room = room
        self._clock = clock
        self._policy = policy
        self._pace = pace
        self._reports = Reports(admin_ids, clock, self.wake)
        self._sleep = sleep
        self._last_id = 0
        self._news = asyncio.Event()
        self._chats: dict[int, deque[OutboxRow]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._known: list[tuple[_Sent, asyncio.Future[None]]] = []
        self._recorder: asyncio.Task[None] | None = None
        self._idle = asyncio.Event()
        self._is_stopping = False

    def wake(self) -> None:
        """Something was committed: look into the outbox."""
        self._idle.clear()
        self._news.set()

    async def run(self) -> None:
        """Send until cancelled."""
        self.wake()
        while True:
            await self._news.wait()
            self._news.clear()
            try:
                await self._take()
            except Exception:
                log.exception("The outbox can't be read; looking again in %.0f s", _WAIT_FIRST)
                self._news.set()
                await self._sleep(_WAIT_FIRST)
            self._rest()

    async def settled(self) -> None:
        """Wait until everything written so far is sent, dropped or put off."""
        await self._idle.wait()

    async def stop(self, seconds: float) -> None:
        """Let the calls under way finish and record them; the rest waits in the table for the next start."""
        self._is_stopping = True
        for waiting in self._chats.values():
            waiting.clear()
        if self._workers:
            await asyncio.wait(self._workers, timeout=seconds)
        for worker in tuple(self._workers):
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)
        if self._recorder is not None:
            await self._recorder

    async def _take(self) -> None:
        while True:
            async with self._database.read() as unit:
                rows = await unit.outbox.after(self._last_id, _READ_AT_ONCE)
            for row in rows:
                self._last_id = row.id
                self._hand_on(row)
            if len(rows) < _READ_AT_ONCE:
                return

    def _hand_on(self, row: OutboxRow) -> None:
        if self._is_stopping:
            return
        chat = row.post.person_id
        waiting = self._chats.get(chat)
        if waiting is not None:
            waiting.append(row)
            return
        self._chats[chat] = deque([row])
        worker = asyncio.create_task(self._work(chat), name=f"chat {chat}")
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    def _rest(self) -> None:
        if not self._chats and not self._news.is_set():
            self._idle.set()

    async def _work(self, chat: int) -> None:
        waiting = self._chats[chat]
        recorded: list[asyncio.Future[None]] = []
        try:
            while waiting:
                sent = await self._fate(waiting.popleft())
                if sent.is_unreachable:
                    waiting.clear()
                future = self._record(sent)
                recorded.append(future)
                if sent.is_unreachable or (sent.rendered is not None and sent.rendered.new_card is not None):
                    await future  # the next message of this chat may depend on it
                if not waiting:
                    await asyncio.gather(*recorded)
        finally:
            del self._chats[chat]
            self._rest()

    async def _fate(self, row: OutboxRow) -> _Sent:
        """Send one row; a mistake of ours in it must not keep back what follows."""
        try:
            return await self._send(row)
        except Exception:
            log.exception("Post %s can't be sent", row.id)
            return _Sent(row, error=traceback.format_exc())

    async def _send(self, row: OutboxRow) -> _Sent:
        """Send one row until Telegram has taken or refused it, or a newer one has taken its place."""
        wait = _WAIT_FIRST
        attempts = row.attempts
        other: Rendered | None = None
        while True:
            await self._pace.turn(row.post.person_id)
            if self._has_newer(row):
                return _Sent(row)
            known: _Sent | Rendered | None = None
            try:
                known = await self._try(row, other)
            except TelegramRetryAfter as error:
                log.warning("Telegram asks to wait %s s before chat %s", error.retry_after, row.post.person_id)
                await self._sleep(error.retry_after)
            except (*_PASSING, ClientDecodeError) as error:
                attempts += 1
                log.warning(
                    "Post %s, try %s: %s. Whether it arrived is unknown; it is sent again in %.0f s",
                    row.id, attempts, type(error).__name__, wait,
                )  # fmt: skip
                await self._sleep(wait)
                wait = min(wait * 2, _WAIT_MOST)
            if isinstance(known, _Sent):
                return known
            other = known

    async def _try(self, row: OutboxRow, other: Rendered | None) -> _Sent | Rendered:
        """Once: the row itself or, after a refusal, `other`. Gives its fate, or what is to be sent in its place."""
        rendered = other or await self._render(row)
        if rendered is None:
            return _Sent(row)
        try:
            return _Sent(row, rendered, await self._bot(rendered.method))
        except TelegramBadRequest as error:
            return _refused(row, rendered, error, is_other=other is not None)
        except ClientDecodeError as error:
            if _was_taken(error):
                return _Sent(row, rendered)
            raise
        except TelegramAPIError as error:
            if isinstance(error, (TelegramRetryAfter, *_PASSING)) and not isinstance(error, TelegramEntityTooLarge):
                raise
            return _Sent(row, error=error.message, is_unreachable=isinstance(error, TelegramForbiddenError))

    def _has_newer(self, row: OutboxRow) -> bool:
        """Whether a post waits that takes the place of this one: it has the same key."""
        key = row.post.key
        return key is not None and any(later.post.key == key for later in self._chats[row.post.person_id])

    async def _render(self, row: OutboxRow) -> Rendered | None:
        if row.post.kind is PostKind.REPLY:
            return Rendered(_method(row.post.body))
        async with self._database.read() as unit:
            return await self._room.render(row.post, unit, int(self._clock.now()))

    def _record(self, sent: _Sent) -> asyncio.Future[None]:
        """Rows that become known while one commit runs share the next."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._known.append((sent, future))
        if self._recorder is None or self._recorder.done():
            self._recorder = asyncio.create_task(self._record_all(), name="outbox recorder")
        return future

    async def _record_all(self) -> None:
        """What was sent must be written down, or it would be sent again: so this is tried until it works."""
        while self._known:
            known, self._known = self._known, []
            while True:
                try:
                    async with self._database.write() as unit:
                        await self._write(unit, [sent for sent, _ in known])
                except Exception:
                    log.exception("What was sent can't be written down; trying again in %.0f s", _WAIT_FIRST)
                    await self._sleep(_WAIT_FIRST)
                else:
                    break
            for _, future in known:
                if not future.done():
                    future.set_result(None)

    async def _write(self, unit: WriteUnit, known: list[_Sent]) -> None:
        now = int(self._clock.now())
        orders = OrderDesk(unit, self._policy, now)
        done = []
        for sent in known:
            rendered = sent.rendered
            if sent.is_unreachable:
                await unit.outbox.hold(sent.row.post.person_id)
                await PersonDesk(unit, orders, now).lose(sent.row.post.person_id)
            elif sent.error is not None:
                code = secrets.token_hex(3).upper()
                log.error("Post %s was refused (%s): %s", sent.row.id, code, sent.error)
                await unit.outbox.fail(sent.row.id, sent.error)
                await self._reports.failed_post(unit, code, f"{sent.row.post.kind}: {sent.error}")
                self.wake()
            else:
                done.append(sent.row.id)
            if rendered is not None and rendered.new_card is not None and isinstance(sent.result, Message):
                await unit.cards.put(*rendered.new_card, sent.result.message_id)
            if rendered is not None and rendered.warns is not None and sent.error is None:
                await orders.note_warning(*rendered.warns)
        if done:
            await unit.outbox.done(done)


def _refused(row: OutboxRow, rendered: Rendered, error: TelegramBadRequest, *, is_other: bool) -> _Sent | Rendered:
    """What a 400 means: the row's fate, or what to send in its place. `is_other`: this was in its place already."""
    words = error.message.lower()
    if "message is not modified" in words:
        return _Sent(row, rendered)
    if "chat not found" in words or "user is deactivated" in words:
        return _Sent(row, error=error.message, is_unreachable=True)
    gone = "message to edit not found" in words or "message can't be edited" in words
    if gone:
        if rendered.anew is None:
            return _Sent(row)  # an older message that its reader has deleted: nobody misses it
        return Rendered(rendered.anew, rendered.new_card)
    if "instead" in row.post.body and not is_other:
        return Rendered(_method(_json(row.post.body["instead"])))
    return _Sent(row, error=error.message)


def _was_taken(error: ClientDecodeError) -> bool:
    """Telegram has said yes, in words that aiogram does not know; anything else is a page of some proxy."""
    return isinstance(error.data, dict) and error.data.get("ok") is True


def _method(body: Json) -> TelegramMethod[Any]:
    """The call that `handlers.replies.reply` stored."""
    name = str(body["method"])
    cls: type[TelegramMethod[Any]] = getattr(aiogram.methods, name[0].upper() + name[1:])
    return cls.model_validate(body["params"])


def _json(value: object) -> Json:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value
