"""Wakes up for due timers. The table is the truth; the scheduler only says when to look."""

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.clock import Clock
from desk.order_desk import OrderDesk
from orders.policy import Policy
from storage.database import Database
from storage.outbox import OutboxRow

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
    ) -> None:
        self._database = database
        self._clock = clock
        self._policy = policy
        self._hand_to_sender = hand_to_sender
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

    async def sweep(self) -> None:
        """Everything due by now. A transaction is short, so that people's presses get in between."""
        while numbers := await self._due():
            for number in numbers:
                await self._ring(number)

    async def _due(self) -> tuple[int, ...]:
        async with self._database.read() as unit:
            due = await unit.timers.due_orders(int(self._clock.now()), _BATCH + len(self._failed))
        return tuple(number for number in due if number not in self._failed)

    async def _ring(self, number: int) -> None:
        try:
            async with self._database.write() as unit:
                await OrderDesk(unit, self._policy, int(self._clock.now())).ring(number)
        except Exception:
            log.exception("The timers of order %s failed; they are tried again in %s s", number, RESCAN_SECONDS)
            self._failed.add(number)
        else:
            # At once: a press committed after this would take the sender past these rows.
            self._hand_to_sender(unit.outbox.added)
