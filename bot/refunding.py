"""Gives Stars back. The table of refunds is its outbox: written with the change that caused them, tried until done."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.clock import Clock
from bot.reports import Reports
from bot.wire import Wire
from desk.cash_desk import CashDesk
from desk.money import Refund
from desk.order_desk import OrderDesk
from orders.policy import DAY, HOUR, MINUTE, Policy
from orders.refusals import NoSuchRefund
from storage.database import Database
from storage.outbox import OutboxRow

log = logging.getLogger(__name__)

_AT_ONCE = 50
#: After a lost call: soon, since Telegram says whether it was carried out; ever more rarely while there is no answer.
_PASSING_FIRST, _PASSING_MOST = 2, 10 * MINUTE
#: After a refusal the operator is told, and it is tried again all the same.
_REFUSED_FIRST, _REFUSED_MOST = HOUR, DAY
#: So many lost calls in a row are worth a word to the operator.
_WORTH_A_WORD = 10
_PASSING = (TelegramServerError, TelegramNetworkError, TelegramUnauthorizedError)


class Refunding:
    """One refund after the other. A refund has its own way out: a person who has blocked the bot gets theirs, too."""

    def __init__(
        self,
        *,
        wire: Wire,
        database: Database,
        clock: Clock,
        policy: Policy,
        reports: Reports,
        hand_to_sender: Callable[[Sequence[OutboxRow]], None],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._wire = wire
        self._database = database
        self._clock = clock
        self._policy = policy
        self._reports = reports
        self._hand_to_sender = hand_to_sender
        self._sleep = sleep
        self._due = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()

    def wake(self) -> None:
        """A refund may be due: look into the table."""
        self._idle.clear()
        self._due.set()

    async def settled(self) -> None:
        """Wait until everything due was tried."""
        await self._idle.wait()

    async def run(self) -> None:
        """Carry out what is due until cancelled. Whatever is under way then is looked up by the next run."""
        self.wake()
        while True:
            await self._due.wait()
            self._due.clear()
            try:
                await self._carry_out()
            except Exception:
                log.exception("Refunds can't be carried out; trying again with the next one or the next look")
            if not self._due.is_set():
                self._idle.set()

    async def _carry_out(self) -> None:
        while True:
            async with self._database.peek() as unit:
                due = await unit.refunds.due(int(self._clock.now()), _AT_ONCE)
            if not due:
                return
            for refund in due:
                await self._refund(refund)

    async def _refund(self, refund: Refund) -> None:
        while True:
            try:
                await self._wire.call(
                    "refundStarPayment",
                    {"user_id": refund.person_id, "telegram_payment_charge_id": refund.charge_id},
                )
            except TelegramRetryAfter as error:
                await self._sleep(error.retry_after)
                continue
            except _PASSING as error:
                await self._put_off(
                    refund, error, _PASSING_FIRST, _PASSING_MOST, is_told=refund.attempts + 1 == _WORTH_A_WORD
                )
            except TelegramAPIError as error:
                if "CHARGE_ALREADY_REFUNDED" not in error.message:
                    await self._put_off(refund, error, _REFUSED_FIRST, _REFUSED_MOST, is_told=True)
                    return
                await self._done(refund)
            else:
                await self._done(refund)
            return

    async def _done(self, refund: Refund) -> None:
        now = int(self._clock.now())
        try:
            async with self._database.write() as unit:
                await CashDesk(unit, OrderDesk(unit, self._policy, now), now).refunded(refund.id)
        except NoSuchRefund:  # the reconciliation has found it done, just now
            return
        self._hand_to_sender(unit.outbox.added)

    async def _put_off(self, refund: Refund, error: TelegramAPIError, first: int, most: int, *, is_told: bool) -> None:
        wait = min(first * 2 ** min(refund.attempts, 30), most)
        log.warning("Refund %s, try %s: %s; again in %s s", refund.id, refund.attempts + 1, error.message, wait)
        async with self._database.write() as unit:
            unit.refunds.tried(refund.id, error.message, int(self._clock.now()) + wait)
            if is_told:
                code = secrets.token_hex(3).upper()
                log.error("Refund %s has failed (%s)", refund.id, code)
                await self._reports.failed_refund(unit, code, refund, error.message)
        self._hand_to_sender(unit.outbox.added)
