"""Waking up: every five seconds, and at the next due time exactly."""

from datetime import timedelta
from typing import Self

import pytest

from bot.app import App
from bot.timers import RESCAN_SECONDS, TimerSweep
from orders.policy import Policy
from sandbox.clock import MovableClock
from tests.acceptance.market import MONDAY_NOON


class NextDue:
    """A database in which one timer is due at a moment."""

    def __init__(self, due: float | None) -> None:
        self.timers = self
        self._due = due

    def read(self) -> "NextDue":
        """A transaction."""
        return self

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing to end."""

    async def due_orders(self, now: int, limit: int) -> tuple[int, ...]:
        """None yet."""
        return ()

    async def next_due(self) -> float | None:
        """The moment."""
        return self._due


def sweep_with(due: float | None) -> TimerSweep:
    """At Monday noon."""
    return TimerSweep(
        database=NextDue(due),  # type: ignore[arg-type]
        clock=MovableClock(at=MONDAY_NOON),
        policy=Policy(),
        wake_sender=lambda: None,
    )


async def test_the_table_is_looked_at_every_five_seconds_whatever_was_missed(app: App) -> None:
    """One look makes up for all that a suspend has swallowed, however late it comes."""
    app.timers.start()
    (job,) = app.timers._scheduler.get_jobs()
    assert job.trigger.interval == timedelta(seconds=RESCAN_SECONDS) <= timedelta(seconds=5)
    assert (job.coalesce, job.max_instances, job.misfire_grace_time) == (True, 1, None)
    app.timers.stop()
    app.timers.stop()


@pytest.mark.parametrize(
    ("due", "is_set"),
    [(MONDAY_NOON + 3, True), (MONDAY_NOON + RESCAN_SECONDS, True), (MONDAY_NOON + 60, False), (None, False)],
)
async def test_the_alarm_is_set_for_what_comes_before_the_next_look(due: float | None, *, is_set: bool) -> None:
    """What comes later is seen then."""
    sweep = sweep_with(due)
    await sweep.rescan()
    assert (sweep._scheduler.get_job("alarm") is not None) is is_set
