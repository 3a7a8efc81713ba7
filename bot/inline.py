"""Answers to inline queries: many, short-lived, and beside everything else."""

import asyncio
import logging
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import AnswerInlineQuery
from aiogram.types import InlineQuery

from bot.checkout import stranger
from bot.wire import Wire
from handlers.inline.answering import inline_answer, no_answer
from handlers.replies import params_of
from handlers.setup import Setup
from handlers.texts import texts_in
from storage.database import Database

log = logging.getLogger(__name__)

#: So many search at once: the database's other readers are for what cannot wait.
_AT_ONCE = 2
#: Later the person has typed on or looks elsewhere.
_SECONDS = 5.0


class InlineAnswers:
    """Reads without waiting for a writer, and writes nothing; nobody waits for it, and nothing of it is kept.

    A query comes with every letter. Only the newest of each person is worth an answer: what waits behind it is dropped
    unanswered, and an answer that gets lost is not repeated, for the next letter asks again.
    """

    def __init__(self, *, bot: Bot, wire: Wire, database: Database, setup: Setup) -> None:
        self._bot = bot
        self._wire = wire
        self._database = database
        self._setup = setup
        self._turn = asyncio.Semaphore(_AT_ONCE)
        #: The newest query of each person who waits.
        self._newest: dict[int, str] = {}
        self._under_way: set[asyncio.Task[None]] = set()

    def answer(self, update: dict[str, Any]) -> None:
        """Begin to answer; others go on meanwhile."""
        raw = update["inline_query"]
        self._newest[raw["from"]["id"]] = raw["id"]
        task = asyncio.create_task(self._answer(raw), name="inline")
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def settled(self) -> None:
        """Wait until everything asked so far is answered."""
        if self._under_way:
            await asyncio.wait(set(self._under_way))

    async def stop(self) -> None:
        """At once: whoever waits asks again."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _answer(self, raw: dict[str, Any]) -> None:
        person_id = raw["from"]["id"]
        try:
            async with self._turn:
                answer = await self._found(raw) if self._is_newest(raw) else None
            if answer is not None and self._is_newest(raw):
                await self._say(answer)
        finally:
            if self._is_newest(raw):
                del self._newest[person_id]

    def _is_newest(self, raw: dict[str, Any]) -> bool:
        return self._newest.get(raw["from"]["id"]) == str(raw["id"])

    async def _found(self, raw: dict[str, Any]) -> AnswerInlineQuery:
        person = stranger(raw["from"])
        try:
            query = InlineQuery.model_validate(raw, context={"bot": self._bot})
            async with self._database.peek() as unit:
                unit.expect(person_id=person.id)
                person = await unit.people.get(person.id) or person
                return await inline_answer(query, person, texts_in(person.speaks), unit, self._setup)
        except Exception:
            log.exception("An inline query could not be answered")
            return no_answer(raw["id"], texts_in(person.speaks), "inline-failed")

    async def _say(self, answer: AnswerInlineQuery) -> None:
        try:
            await self._wire.call(answer.__api_method__, params_of(answer), seconds=_SECONDS)
        except TelegramAPIError as error:
            log.info("An answer to an inline query was not taken: %s", error.message)
