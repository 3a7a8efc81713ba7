"""Wakes up for due timers. The table is the truth; the scheduler only says when to look."""

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.clock import Clock
from desk.exchange_desk import ExchangeDesk
from desk.exchange_news import tell_some
from desk.order_desk import OrderDesk
from handlers.availability.waiting import told_of_return
from handlers.operator.refunds import posts_of_refunds
from handlers.replies import posts_of
from handlers.room.relaying import ALBUM_COMPLETE, complete_album
from handlers.texts import texts_in
from orders.policy import Policy
from storage.database import Database
from storage.outbox import OutboxRow
from storage.units import WriteUnit

log = logging.getLogger(__name__)

#: A jump of the wall clock is noticed within so many seconds: the scheduler itself sleeps on the monotonic clock.
RESCAN_SECONDS = 5
_BATCH = 100


class TimerSweep:
    """Carries out what is due, an order a transaction."""

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        policy: Policy,
        hand_to_sender: Callable[[Sequence[OutboxRow]], None],
        refund_is_due: Callable[[], None] = lambda: None,
        admin_ids: frozenset[int] = frozenset(),
        look_at_transactions: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._policy = policy
        self._hand_to_sender = hand_to_sender
        self._refund_is_due = refund_is_due
        self._admin_ids = admin_ids
        self._look_at_transactions = look_at_transactions
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )
        #: Orders whose timers failed: left out until the next re-scan, so that one does not block the others.
        self._failed: set[int] = set()

    def start(self) -> None:
        """Look every few seconds, and at the next due time exactly."""
        self._scheduler.add_job(self.rescan, IntervalTrigger(seconds=RESCAN_SECONDS), id="rescan")
        self._scheduler.start()

    def stop(self) -> None:
        """No more wake-ups; a sweep that runs is finished by its own transaction."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def rescan(self) -> None:
        """Carry out everything that is due and set the alarm for what comes next."""
        self._failed.clear()
        await self.sweep()
        async with self._database.read() as unit:
            due = await unit.timers.next_due()
        wait = None if due is None else due - self._clock.now()
        if wait is not None and 0 < wait <= RESCAN_SECONDS:
            alarm = DateTrigger(datetime.fromtimestamp(datetime.now(UTC).timestamp() + wait, UTC))
            self._scheduler.add_job(self.sweep, alarm, id="alarm", replace_existing=True)

    def album_has_come(self) -> None:
        """Part of an album was kept: look again when it counts as complete."""
        if self._scheduler.running:
            alarm = DateTrigger(datetime.fromtimestamp(datetime.now(UTC).timestamp() + ALBUM_COMPLETE, UTC))
            self._scheduler.add_job(self._complete_albums, alarm, id="album", replace_existing=True)

    async def wait_for_albums(self) -> None:
        """What was arriving when the process ended may go on arriving."""
        async with self._database.write() as unit:
            unit.room_drafts.put_off(int(self._clock.now()) + ALBUM_COMPLETE)

    async def sweep(self) -> None:
        """Everything due by now. A transaction is short, so that people's presses get in between."""
        await self._complete_albums()
        while numbers := await self._due():
            for number in numbers:
                await self._ring(number)
        await self._tell_who_waits()
        await self._look_at_exchange()
        self._refund_is_due()
        self._look_at_transactions()

    async def _complete_albums(self) -> None:
        is_left = True
        while is_left:
            async with self._database.read() as unit:
                if await unit.room_drafts.due(int(self._clock.now())) is None:
                    return
            try:
                async with self._database.write() as unit:
                    is_left = await self._complete_album(unit)
            except Exception:
                log.exception("An album can't be passed on; it is tried again in %s s", RESCAN_SECONDS)
                return
            self._hand_to_sender(unit.outbox.added)

    async def _complete_album(self, unit: WriteUnit) -> bool:
        """The next album that is complete; whether there was one."""
        now = int(self._clock.now())
        album = await unit.room_drafts.due(now)
        person = None if album is None else await unit.people.get(album.person_id)
        if album is None or person is None:
            return False
        orders = OrderDesk(unit, self._policy, now)
        says = await complete_album(album, person, texts_in(person.speaks), orders, unit)
        await unit.outbox.add(posts_of(person, says, album.order_number), now)
        return True

    async def _tell_who_waits(self) -> None:
        """Sellers who take orders again: whoever asked for it is told, once."""
        is_left = True
        while is_left:
            async with self._database.read() as unit:
                if not await unit.waiting.ready(int(self._clock.now()), 1):
                    return
            try:
                async with self._database.write() as unit:
                    is_left = await self._tell_some_who_wait(unit)
            except Exception:
                log.exception("Who waits for a seller can't be told; it is tried again in %s s", RESCAN_SECONDS)
                return
            self._hand_to_sender(unit.outbox.added)

    async def _tell_some_who_wait(self, unit: WriteUnit) -> bool:
        """Whether more may be left."""
        now = int(self._clock.now())
        ready = await unit.waiting.ready(now, _BATCH)
        for waiting in ready:
            await unit.outbox.add(await told_of_return(waiting, unit), now)
        return len(ready) == _BATCH

    async def _look_at_exchange(self) -> None:
        """Requests whose days are over, and one portion of what is to be told to many: the next sweep brings more."""
        now = int(self._clock.now())
        async with self._database.read() as unit:
            if await unit.subscriptions.next() is None and not await unit.requests.due(now, 1):
                return
        try:
            async with self._database.write() as unit:
                desk = ExchangeDesk(unit, OrderDesk(unit, self._policy, now), now)
                for request in await unit.requests.due(now, _BATCH):
                    await desk.look(request)
                await tell_some(unit, now)
        except Exception:
            log.exception("The exchange can't be looked at; it is tried again in %s s", RESCAN_SECONDS)
            return
        self._hand_to_sender(unit.outbox.added)

    async def _due(self) -> tuple[int, ...]:
        async with self._database.read() as unit:
            due = await unit.timers.due_orders(int(self._clock.now()), _BATCH + len(self._failed))
        return tuple(number for number in due if number not in self._failed)

    async def _ring(self, number: int) -> None:
        try:
            async with self._database.write() as unit:
                now = int(self._clock.now())
                await OrderDesk(unit, self._policy, now).ring(number)
                await unit.outbox.add(await posts_of_refunds(unit, self._admin_ids), now)
        except Exception:
            log.exception("The timers of order %s failed; they are tried again in %s s", number, RESCAN_SECONDS)
            self._failed.add(number)
        else:
            # At once: a press committed after this would take the sender past these rows.
            self._hand_to_sender(unit.outbox.added)
