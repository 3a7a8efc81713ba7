"""Compares our books with Telegram's list of Star transactions: after the start, and once a day.

What Telegram has and we don't is booked as if an update had told of it; what we owe and it has given back is done.
Everything else that differs goes to the operators, once.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from math import inf
from typing import Any

from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter

from bot.clock import Clock
from bot.reports import Reports
from bot.wire import Wire
from desk.cash_desk import CashDesk, Taken
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.reconciliation import Difference, DifferenceKind, StarTransaction
from handlers.paying.arriving import stray_message
from handlers.replies import reply
from handlers.texts import texts_in
from orders.payment import PaymentMethod
from orders.policy import DAY, HOUR, MINUTE, Policy
from orders.refusals import NoSuchRefund
from storage.database import Database
from storage.outbox import OutboxRow

log = logging.getLogger(__name__)

#: Updates that wait at the start are to come first: what they tell of was not missed.
AFTER_START = MINUTE
#: A payment younger than that may still be told of.
_YOUNG = MINUTE
#: What we have done may appear in the list so much later.
_LATE = HOUR
#: Telegram's clock and ours may differ by that.
_SKEW = 10 * MINUTE
_PAGE = 100
#: So many transactions are read again, in case one was put in before what had been the last.
_OVERLAP = 50
_AFTER_TROUBLE = 10 * MINUTE


class Reconciling:
    """One comparison at a time. It waits for nobody, and nobody for it."""

    def __init__(
        self,
        *,
        wire: Wire,
        database: Database,
        clock: Clock,
        policy: Policy,
        reports: Reports,
        hand_to_sender: Callable[[Sequence[OutboxRow]], None],
        refund_is_due: Callable[[], None],
    ) -> None:
        self._wire = wire
        self._database = database
        self._clock = clock
        self._policy = policy
        self._reports = reports
        self._hand_to_sender = hand_to_sender
        self._refund_is_due = refund_is_due
        self._next_at = inf
        self._due = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()

    def look(self) -> None:
        """Somebody looks at the clock: it may be time."""
        if self._idle.is_set() and self._clock.now() >= self._next_at:
            self._idle.clear()
            self._due.set()

    async def settled(self) -> None:
        """Wait until what was due is done."""
        await self._idle.wait()

    async def run(self) -> None:
        """Compare when it is time, until cancelled."""
        self._next_at = self._clock.now() + AFTER_START
        while True:
            await self._due.wait()
            self._due.clear()
            wait: float = _AFTER_TROUBLE
            try:
                wait = await self._reconcile()
            except TelegramRetryAfter as error:
                wait = max(error.retry_after, MINUTE)
            except TelegramAPIError as error:
                log.warning("Star transactions can't be read: %s; trying again in %s s", error.message, wait)
            except Exception:
                log.exception("Star transactions can't be compared; trying again in %s s", wait)
            self._next_at = self._clock.now() + wait
            self._idle.set()

    async def _reconcile(self) -> int:
        """How long until the next time, in seconds."""
        began = int(self._clock.now())
        async with self._database.peek() as unit:
            since = await unit.star_transactions.since()
            holds_stars = await unit.star_transactions.holds_stars()
        if since is None or not (holds_stars or self._policy.payment_method is PaymentMethod.STARS):
            return DAY
        await self._read()
        is_young = await self._book_missed(since - _SKEW, began - _YOUNG)
        await self._note_returned()
        await self._tell_differences(began - _LATE)
        return 2 * _YOUNG if is_young else DAY

    async def _read(self) -> None:
        """From where it was read last time, page by page, to its end."""
        async with self._database.peek() as unit:
            read = await unit.star_transactions.read_so_far()
        offset = max(0, read - _OVERLAP)
        page = await self._page(offset)
        if offset and not page:  # the list is shorter than it was: it is another bot's
            offset = 0
            page = await self._page(offset)
        while page:
            offset += len(page)
            async with self._database.write() as unit:
                unit.star_transactions.add([each for each in map(_transaction, page) if each is not None], offset)
            page = await self._page(offset) if len(page) == _PAGE else []

    async def _page(self, offset: int) -> list[dict[str, Any]]:
        answer = await self._wire.call("getStarTransactions", {"offset": offset, "limit": _PAGE})
        page: list[dict[str, Any]] = answer["transactions"]
        return page

    async def _book_missed(self, since: int, before: int) -> bool:
        """Whether there are younger ones, which may still be told of."""
        async with self._database.peek() as unit:
            missed = await unit.star_transactions.missed(since)
        for transaction in missed:
            if transaction.at <= before:
                await self._book(transaction)
        return any(transaction.at > before for transaction in missed)

    async def _book(self, transaction: StarTransaction) -> None:
        now, payment = int(self._clock.now()), transaction.payment
        async with self._database.write() as unit:
            taken = await CashDesk(unit, OrderDesk(unit, self._policy, now), now).take(payment)
            if taken is Taken.KNOWN:
                return
            log.warning("Payment %s was missed; now it is %s", payment.charge.id, taken.name)
            payer = await unit.people.get(payment.payer_id) or Person(id=payment.payer_id, first_name="")
            if taken is Taken.OWED_BACK:
                stray = stray_message(payer, texts_in(payer.speaks), payment)
                await unit.outbox.add([reply(payer.id, stray)], now)
            booked = await unit.payments.get(payment.charge.id)
            difference = Difference(
                kind=DifferenceKind.MISSED,
                charge_id=payment.charge.id,
                person_id=payer.id,
                amount=transaction.amount,
                order_number=None if booked is None else booked.order_number,
            )
            unit.star_transactions.tell([difference], now)
            await self._reports.differences(unit, [difference])
        self._hand_to_sender(unit.outbox.added)
        if unit.refunds.has_new:
            self._refund_is_due()

    async def _note_returned(self) -> None:
        async with self._database.peek() as unit:
            returned = await unit.star_transactions.returned()
        now = int(self._clock.now())
        for refund_id in returned:
            try:
                async with self._database.write() as unit:
                    await CashDesk(unit, OrderDesk(unit, self._policy, now), now).refunded(refund_id)
            except NoSuchRefund:  # it was noted by whoever has given it back, just now
                continue
            self._hand_to_sender(unit.outbox.added)

    async def _tell_differences(self, before: int) -> None:
        async with self._database.read() as unit:
            differences = await unit.star_transactions.differences(before)
        if not differences:
            return
        for each in differences:
            log.error("Telegram and we differ on payment %s: %s", each.charge_id, each.kind)
        async with self._database.write() as unit:
            unit.star_transactions.tell(differences, int(self._clock.now()))
            await self._reports.differences(unit, differences)
        self._hand_to_sender(unit.outbox.added)


def _transaction(raw: dict[str, Any]) -> StarTransaction | None:
    """None: nothing that was paid by an invoice of a bot's, such as a gift or a withdrawal."""
    partner = raw.get("source") or raw.get("receiver") or {}
    if partner.get("type") != "user" or partner.get("transaction_type") != "invoice_payment":
        return None
    try:
        return StarTransaction(
            charge_id=str(raw["id"]),
            is_incoming="source" in raw,
            person_id=int(partner["user"]["id"]),
            payload=str(partner.get("invoice_payload", "")),
            amount=int(raw["amount"]),
            at=int(raw["date"]),
        )
    except (KeyError, TypeError, ValueError):
        log.warning("A Star transaction is written in an unknown way and passed over")
        return None
