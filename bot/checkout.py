"""Answers to pre-checkout queries: at once, past everything that waits. Telegram gives ten seconds."""

import asyncio
import logging
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import PreCheckoutQuery

from bot.clock import Clock
from bot.wire import Wire
from desk.people import Person
from handlers.paying.pre_checkout import verdict
from handlers.replies import params_of
from handlers.texts import texts_in
from orders.policy import Policy
from storage.database import Database

log = logging.getLogger(__name__)

#: A try that has not been answered by then is given up: the next one still comes in time.
_TRY_SECONDS = 3.0
_TRIES = 3


class Checkout:
    """Reads without waiting for a writer, and writes nothing: such a query is a question, forgotten with its answer.

    Unlike other updates it is not kept in the inbox. What is lost with the process Telegram asks again or the person
    presses again; no money has moved.
    """

    def __init__(self, *, bot: Bot, wire: Wire, database: Database, clock: Clock, policy: Policy) -> None:
        self._bot = bot
        self._wire = wire
        self._database = database
        self._clock = clock
        self._policy = policy
        self._under_way: set[asyncio.Task[None]] = set()

    def answer(self, update: dict[str, Any]) -> None:
        """Begin to answer; others go on meanwhile."""
        task = asyncio.create_task(self._answer(update["pre_checkout_query"]), name="checkout")
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def settled(self) -> None:
        """Wait until everything asked so far is answered."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def _answer(self, raw: dict[str, Any]) -> None:
        try:
            query = PreCheckoutQuery.model_validate(raw, context={"bot": self._bot})
            async with self._database.peek() as unit:
                person = await unit.people.get(query.from_user.id) or _unknown(query)
                answer = await verdict(query, texts_in(person.speaks), unit, self._policy, int(self._clock.now()))
        except Exception:
            log.exception("A pre-checkout query could not be judged; its payer will be told to try again")
            return
        for _ in range(_TRIES):
            try:
                await self._wire.call(answer.__api_method__, params_of(answer), seconds=_TRY_SECONDS)
            except TelegramAPIError as error:
                log.warning("An answer to a pre-checkout query was not taken: %s", error.message)
                if "query is too old" in error.message.lower():
                    return
            else:
                return


def _unknown(query: PreCheckoutQuery) -> Person:
    user = query.from_user
    return Person(id=user.id, first_name=user.first_name, client_language=user.language_code)
