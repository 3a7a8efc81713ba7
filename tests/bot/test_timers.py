"""Waking up: every five seconds, and at the next due time exactly."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Self

import pytest
from aiogram.methods import SendMessage

from bot.app import App
from bot.timers import RESCAN_SECONDS, TimerSweep
from desk.order_desk import OrderDesk
from handlers.replies import reply
from orders.policy import Policy
from sandbox.clock import MovableClock
from tests.acceptance.market import HOUR, MONDAY_NOON, Market, open_market


class NextDue:
    """A database in which one timer is due at a moment."""

    def __init__(self, due: float | None) -> None:
        self.timers = self.room_drafts = self.waiting = self.subscriptions = self.requests = self
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

    async def due(self, now: int, limit: int = 1) -> None:
        """No album is, and no request."""

    async def next(self) -> None:
        """Nobody is to be told of anything on the exchange."""

    async def ready(self, now: int, limit: int) -> tuple[object, ...]:
        """Nobody waits for a seller."""
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
        hand_to_sender=lambda _: None,
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


async def test_a_press_in_the_middle_of_a_sweep_leaves_no_warning_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its words have greater numbers than the warnings before it: the sender must know of those by then."""
    ring, presses = OrderDesk.ring, []

    async def press(market: Market) -> None:
        person = market.person("Анна").id
        async with market.app.database.write() as unit:
            await unit.outbox.add([reply(person, SendMessage(chat_id=person, text="?"))], 0)
        market.app.sender.hand(unit.outbox.added)

    async with open_market(tmp_path) as market:

        async def ring_and_be_followed(desk: OrderDesk, number: int) -> None:
            await ring(desk, number)
            presses.append(asyncio.create_task(press(market)))
            await asyncio.sleep(0)

        sellers = [market.person("Сергей"), market.person("Пётр")]
        for seller in sellers:
            await market.new_order(seller, market.person("Анна"))
        monkeypatch.setattr(OrderDesk, "ring", ring_and_be_followed)
        market.mark()
        market.clock.advance(12 * HOUR)
        await market.app.timers.sweep()
        await asyncio.gather(*presses)
        await market.settled()
        assert [len([words for words in market.heard(one) if "12 ч." in words]) for one in sellers] == [1, 1]
