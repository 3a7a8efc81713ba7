"""Answers to pre-checkout queries: at once, past everything that waits. Telegram gives ten seconds."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import AnswerPreCheckoutQuery
from aiogram.types import PreCheckoutQuery

from bot.clock import Clock
from bot.wire import Wire
from desk.people import Person
from handlers.paying.pre_checkout import verdict
from handlers.replies import params_of
from handlers.texts import texts_in
from orders.payment import Bill
from orders.policy import Policy
from storage.database import Database

log = logging.getLogger(__name__)

#: A try that has not been answered by then is given up: the next one still comes in time.
_TRY_SECONDS = 3.0
#: So many tries with ever longer pauses fill the ten seconds; later nobody waits for the answer any more.
_PAUSES = (0.1, 0.3, 0.9, 2.0)
_PAUSE_MOST = 5.0


class Checkout:
    """Reads without waiting for a writer, and writes nothing: such a query is a question, forgotten with its answer.

    Unlike other updates it is not kept in the inbox: Telegram is told that we have it only once it is answered, and a
    query older than ten seconds is answered in vain.
    """

    def __init__(
        self,
        *,
        bot: Bot,
        wire: Wire,
        database: Database,
        clock: Clock,
        policy: Policy,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._wire = wire
        self._database = database
        self._clock = clock
        self._policy = policy
        self._sleep = sleep
        self._under_way: set[asyncio.Task[None]] = set()

    def answer(self, update: dict[str, Any]) -> None:
        """Begin to answer; others go on meanwhile."""
        task = asyncio.create_task(self._answer(update["pre_checkout_query"]), name="checkout")
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def settled(self, seconds: float | None = None) -> None:
        """Wait until everything asked so far is answered, or for so long."""
        if self._under_way:
            await asyncio.wait(set(self._under_way), timeout=seconds)

    async def stop(self, seconds: float) -> None:
        """Let what is asked be answered."""
        await self.settled(seconds)
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _answer(self, raw: dict[str, Any]) -> None:
        try:
            answer = await self._judge(PreCheckoutQuery.model_validate(raw, context={"bot": self._bot}))
        except Exception:
            log.exception("A pre-checkout query could not be judged; its payer is told to try again")
            sentence = texts_in(stranger(raw["from"]).speaks).plain("payment-not-checked")
            answer = AnswerPreCheckoutQuery(pre_checkout_query_id=raw["id"], ok=False, error_message=sentence)
        await self._say(answer)

    async def _judge(self, query: PreCheckoutQuery) -> AnswerPreCheckoutQuery:
        bill = Bill.of(query.invoice_payload)
        async with self._database.peek() as unit:
            unit.expect(person_id=query.from_user.id, order_number=None if bill is None else bill.order_number)
            person = await unit.people.get(query.from_user.id) or stranger(query.from_user.model_dump())
            return await verdict(query, texts_in(person.speaks), unit, self._policy, int(self._clock.now()))

    async def _say(self, answer: AnswerPreCheckoutQuery) -> None:
        for pause in (*_PAUSES, None):
            try:
                await self._wire.call(answer.__api_method__, params_of(answer), seconds=_TRY_SECONDS)
            except (TelegramServerError, TelegramNetworkError, TelegramRetryAfter) as error:
                log.warning("An answer to a pre-checkout query was lost: %s", error.message)
                if pause is None:
                    return
                asked = error.retry_after if isinstance(error, TelegramRetryAfter) else pause
                await self._sleep(min(asked, _PAUSE_MOST))
            except TelegramAPIError as error:
                log.warning("An answer to a pre-checkout query was not taken: %s", error.message)
                return
            else:
                return


def stranger(user: dict[str, Any]) -> Person:
    """Whom the bot has never met."""
    return Person(id=user["id"], first_name=user["first_name"], client_language=user.get("language_code"))
