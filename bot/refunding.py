"""Gives Stars back. The table of refunds is its outbox: written with the change that caused them, tried until done."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Collection, Sequence
from contextlib import suppress

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
        """Carry out what is due until cancelled.

        What is under way then is tried again by the next run: Telegram says whether it was carried out.
        """
        self.wake()
        while True:
            await self._due.wait()
            self._due.clear()
            try:
                await self._carry_out()
            except Exception:
                log.exception("The refunds that are due can't be read; looking again with the next sweep")
            if not self._due.is_set():
                self._idle.set()

    async def _carry_out(self) -> None:
        """Everything due by now, each once. One that fails by a mistake of ours does not keep back the others."""
        tried: set[int] = set()
        while due := await self._due_without(tried):
            for refund in due:
                tried.add(refund.id)
                try:
                    await self._refund(refund)
                except Exception:
                    log.exception("Refund %s can't be carried out; it stays due", refund.id)

    async def _due_without(self, tried: Collection[int]) -> list[Refund]:
        async with self._database.peek() as unit:
            due = await unit.refunds.due(int(self._clock.now()), _AT_ONCE + len(tried))
        return [refund for refund in due if refund.id not in tried]

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
        with suppress(NoSuchRefund):  # an operator or the reconciliation has said so meanwhile
            async with self._database.write() as unit:
                await CashDesk(unit, OrderDesk(unit, self._policy, now), now).refunded(refund.id)
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
