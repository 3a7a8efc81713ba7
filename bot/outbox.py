"""Sends what waits in the outbox: in order a chat, different chats side by side, and writes down what became of it."""

import asyncio
import logging
import secrets
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Sequence

from bot.clock import Clock
from bot.reports import Reports
from bot.sending import WAIT_FIRST, Fate, Sending
from desk.order_desk import OrderDesk
from desk.person_desk import PersonDesk
from desk.posts import PostKind, topic_end
from desk.room import RoomMessage
from handlers.room.absence import absence_posts
from handlers.room.refused import refused_posts
from orders.policy import Policy
from storage.database import Database
from storage.outbox import OutboxRow
from storage.units import WriteUnit

log = logging.getLogger(__name__)

_READ_AT_ONCE = 1_000
#: How long what was sent may wait to be written down with what is being sent: one commit for one change's messages.
#: If the process dies within it, so much more is said twice.
_GATHER_SECONDS = 0.05


class Sender:
    """The one way out, but for answers to presses."""

    def __init__(
        self,
        *,
        sending: Sending,
        database: Database,
        clock: Clock,
        policy: Policy,
        admin_ids: frozenset[int],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._sending = sending
        self._database = database
        self._clock = clock
        self._policy = policy
        self._reports = Reports(admin_ids, clock, self.wake)
        self._sleep = sleep
        self._last_id = 0
        self._news = asyncio.Event()
        self._chats: dict[int, deque[OutboxRow]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._known: list[tuple[Fate, asyncio.Future[None]]] = []
        self._recorder: asyncio.Task[None] | None = None
        self._soon: asyncio.TimerHandle | None = None
        self._under_way = 0
        self._idle = asyncio.Event()
        self._is_stopping = False
        #: Until the first look into the table nobody knows what lies there from an earlier run.
        self._is_taking = True

    def wake(self) -> None:
        """Something was committed: look into the outbox."""
        self._idle.clear()
        self._news.set()

    def hand(self, rows: Sequence[OutboxRow]) -> None:
        """These rows were committed just now. Where others may lie before them, all are looked up, in order.

        A look into the table that came between may have found them already.
        """
        rows = [row for row in rows if row.id > self._last_id]
        if not rows or self._news.is_set() or self._is_taking:
            self.wake()
            return
        self._idle.clear()
        self._accept(rows)
        self._rest()

    async def run(self) -> None:
        """Send until cancelled."""
        self.wake()
        while True:
            await self._news.wait()
            self._news.clear()
            self._is_taking = True
            try:
                await self._take()
            except Exception:
                log.exception("The outbox can't be read; looking again in %.0f s", WAIT_FIRST)
                self._news.set()
                await self._sleep(WAIT_FIRST)
            finally:
                self._is_taking = False
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
        self._write_down()
        if self._recorder is not None:
            await self._recorder

    async def _take(self) -> None:
        while True:
            async with self._database.peek() as unit:
                rows = await unit.outbox.after(self._last_id, _READ_AT_ONCE)
            self._accept(rows)
            if len(rows) < _READ_AT_ONCE:
                return

    def _accept(self, rows: Sequence[OutboxRow]) -> None:
        for row in rows:
            self._last_id = row.id
            self._hand_on(row)

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
        if not self._chats and not self._news.is_set() and not self._is_taking:
            self._idle.set()

    async def _work(self, chat: int) -> None:
        waiting = self._chats[chat]
        recorded: list[asyncio.Future[None]] = []
        try:
            while waiting:
                if "corrects" in waiting[0].post.body:  # which message to edit must be known by then
                    self._write_down()
                    await asyncio.gather(*recorded)
                self._under_way += 1
                try:
                    sent = await self._sending.fate(waiting.popleft(), self._has_newer)
                finally:
                    self._under_way -= 1
                if sent.is_unreachable:
                    waiting.clear()
                future = self._record(sent)
                recorded.append(future)
                if sent.is_unreachable or (sent.rendered is not None and sent.rendered.is_remembered):
                    self._write_down()
                    await future  # the next message of this chat may depend on it
                if not waiting:
                    await asyncio.gather(*recorded)
        finally:
            del self._chats[chat]
            self._rest()

    def _has_newer(self, row: OutboxRow) -> bool:
        """Whether a post waits that takes the place of this one: it has the same key."""
        key = row.post.key
        return key is not None and any(later.post.key == key for later in self._chats[row.post.person_id])

    def _record(self, sent: Fate) -> asyncio.Future[None]:
        """To be written down: at once when nothing else is under way, else shortly, together with what is."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._known.append((sent, future))
        if self._under_way == 0 and not any(self._chats.values()):
            self._write_down()
        elif self._soon is None:
            self._soon = asyncio.get_running_loop().call_later(_GATHER_SECONDS, self._write_down)
        return future

    def _write_down(self) -> None:
        if self._soon is not None:
            self._soon.cancel()
            self._soon = None
        if self._known and (self._recorder is None or self._recorder.done()):
            self._recorder = asyncio.create_task(self._record_all(), name="outbox recorder")

    async def _record_all(self) -> None:
        """What was sent must be written down, or it would be sent again: so this is tried until it works."""
        while self._known:
            known, self._known = self._known, []
            while True:
                try:
                    async with self._database.write() as unit:
                        held = await self._write(unit, [sent for sent, _ in known])
                except Exception:
                    log.exception("What was sent can't be written down; trying again in %.0f s", WAIT_FIRST)
                    await self._sleep(WAIT_FIRST)
                else:
                    break
            for waiting in self._chats.values():
                for row in [row for row in waiting if row.id in held]:
                    waiting.remove(row)  # handed on while it was found out that nobody is there
            if any(sent.error is not None or self._ends_topic(sent) for sent, _ in known):
                self.wake()  # more waits, now that it is committed: reports, topics to be closed
            for _, future in known:
                if not future.done():
                    future.set_result(None)

    async def _write(self, unit: WriteUnit, known: list[Fate]) -> frozenset[int]:
        """Gives the ids of what is held from now on."""
        held: frozenset[int] = frozenset()
        now = int(self._clock.now())
        orders = OrderDesk(unit, self._policy, now)
        done = []
        unit.room_messages.put([message for sent in known for message in _in_room(sent)])
        for sent in known:
            rendered = sent.rendered
            if sent.is_unreachable:
                held |= await unit.outbox.hold(sent.row.post.person_id)
                await PersonDesk(unit, orders, now).lose(sent.row.post.person_id)
                await unit.outbox.add(await absence_posts(unit, sent.row.post.person_id), now)
            elif sent.error is not None:
                code = secrets.token_hex(3).upper()
                log.error("Post %s was refused (%s): %s", sent.row.id, code, sent.error)
                await unit.outbox.fail(sent.row.id, sent.error)
                await unit.outbox.add(await refused_posts(unit, sent.row.post), now)
                if sent.row.post.kind is not PostKind.REPORT:  # or an operator's own chat would make reports for ever
                    await self._reports.failed_post(unit, code, f"{sent.row.post.kind}: {sent.error}")
            else:
                done.append(sent.row.id)
            if rendered is not None and rendered.new_card is not None and sent.message_id is not None:
                await unit.cards.put(*rendered.new_card, sent.message_id)
            if rendered is not None and rendered.payout is not None and sent.message_id is not None:
                unit.payouts.put_message(rendered.payout, sent.row.post.person_id, sent.message_id)
            if rendered is not None and rendered.warns is not None and sent.error is None:
                await orders.note_warning(*rendered.warns)
            if self._ends_topic(sent):
                await unit.outbox.add([topic_end(sent.row.post)], now)
        if done:
            await unit.outbox.done(done)
        return held

    def _ends_topic(self, sent: Fate) -> bool:
        return sent.rendered is not None and sent.rendered.ends and self._sending.closes_topics


def _in_room(sent: Fate) -> Iterator[RoomMessage]:
    """Whatever was said to a side about an order can be replied to."""
    post = sent.row.post
    if post.order_number is None or post.kind in {PostKind.REPORT, PostKind.DISPUTE}:
        return
    fact, part = post.body.get("fact"), post.body.get("part")
    for message_id in sent.message_ids:
        yield RoomMessage(
            person_id=post.person_id,
            message_id=message_id,
            order_number=post.order_number,
            fact_id=fact if isinstance(fact, int) else None,
            part=part if isinstance(part, int) else None,
        )
