"""Callback queries: a person pressed a button and waits for the bot's word."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.errors import bad_request
from sandbox.updates import QUERY_LIFETIME
from sandbox.values import Json, without_none

MAX_ANSWER = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person sees after a press: nothing, a toast or an alert to be dismissed."""

    at: float
    text: str = ""
    show_alert: bool = False
    url: str = ""

    def view(self) -> Json:
        return {"at": self.at, "text": self.text, "show_alert": self.show_alert, "url": self.url}


@dataclass(slots=True)
class Press:
    """A pressed button; the spinner on it turns until `answer` is there."""

    id: str
    chat_id: int
    message_id: int
    data: str
    at: float
    answer: Answer | None = None
    _waiters: list[asyncio.Future[Answer]] = field(default_factory=list, repr=False)

    async def answered(self) -> Answer:
        """Wait for the bot's answer."""
        if self.answer is None:
            waiter: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
            self._waiters.append(waiter)
            return await waiter
        return self.answer

    def settle(self, answer: Answer) -> None:
        self.answer = answer
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(answer)
        self._waiters.clear()

    def view(self) -> Json:
        return without_none(
            id=self.id,
            chat_id=self.chat_id,
            message_id=self.message_id,
            data=self.data,
            at=self.at,
            answer=self.answer and self.answer.view(),
        )


class Presses:
    """Open callback queries by id; an answered or outdated one is unknown to the bot."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._count = 0
        self._open: dict[str, Press] = {}

    def add(self, chat_id: int, message_id: int, data: str) -> Press:
        self._forget_old()
        self._count += 1
        press = Press(f"{chat_id}{self._count:08}", chat_id, message_id, data, self._now())
        self._open[press.id] = press
        return press

    def answer(self, query_id: str, *, text: str, show_alert: bool, url: str) -> Press:
        self._forget_old()
        if len(text) > MAX_ANSWER:
            raise bad_request("MESSAGE_TOO_LONG")
        press = self._open.pop(query_id, None)
        if press is None:
            raise bad_request(TOO_OLD)
        press.settle(Answer(self._now(), text, show_alert, url))
        return press

    def chat_of(self, query_id: str) -> int | None:
        """Whose press it is, while it is open."""
        press = self._open.get(query_id)
        return None if press is None else press.chat_id

    def clear(self) -> None:
        self._open.clear()

    def _forget_old(self) -> None:
        oldest = self._now() - QUERY_LIFETIME
        while self._open:
            query_id, press = next(iter(self._open.items()))
            if press.at > oldest:
                break
            del self._open[query_id]
