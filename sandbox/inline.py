"""Inline mode: a person types «@bot words» and chooses among what the bot offers."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.errors import bad_request
from sandbox.presses import TOO_OLD
from sandbox.values import Json, without_none

#: How long the bot has for an answer, seconds of the shared clock.
INLINE_LIFETIME = 30.0
MAX_QUERY = 256
#: So many of the newest queries can still be chosen from.
_KEPT = 500


@dataclass(frozen=True, slots=True)
class InlineResult:
    """One thing the bot offers: what the list shows of it, and the message it becomes."""

    id: str
    look: Json
    content: Json = field(repr=False)

    def view(self) -> Json:
        return {"id": self.id} | self.look | {"content": self.content}


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """What the person sees above their message field."""

    results: tuple[InlineResult, ...]
    next_offset: str = ""
    button: Json | None = None
    cache_time: int = 300
    is_personal: bool = False

    def view(self) -> Json:
        return without_none(
            results=[result.view() for result in self.results],
            next_offset=self.next_offset,
            button=self.button,
            cache_time=self.cache_time,
            is_personal=self.is_personal,
        )


@dataclass(slots=True)
class InlineQuery:
    """What a person has typed after the bot's name; the list is empty until `answer` is there."""

    id: str
    person_id: int
    text: str
    offset: str
    at: float
    answer: InlineAnswer | None = None
    is_cached: bool = False
    """The server has answered by itself, with what the bot had said before."""
    _waiters: list[asyncio.Future[InlineAnswer]] = field(default_factory=list, repr=False)

    async def answered(self) -> InlineAnswer:
        """Wait for the bot's answer."""
        if self.answer is None:
            waiter: asyncio.Future[InlineAnswer] = asyncio.get_running_loop().create_future()
            self._waiters.append(waiter)
            return await waiter
        return self.answer

    def settle(self, answer: InlineAnswer) -> None:
        self.answer = answer
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(answer)
        self._waiters.clear()

    def view(self) -> Json:
        return {
            "id": self.id,
            "query": self.text,
            "offset": self.offset,
            "cached": self.is_cached,
            "answer": self.answer and self.answer.view(),
        }


class InlineQueries:
    """The queries that wait for the bot, those people may choose from, and the answers that serve others too."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._count = 0
        self._asked: OrderedDict[str, InlineQuery] = OrderedDict()
        self._cache: dict[tuple[str, str, int | None], tuple[float, InlineAnswer]] = {}

    def ask(self, person_id: int, text: str, offset: str) -> InlineQuery:
        """A new query; it is answered already where the server still knows what the bot says to it."""
        self._count += 1
        query = InlineQuery(f"{person_id}{self._count:08}", person_id, text, offset, self._now())
        self._asked[query.id] = query
        if len(self._asked) > _KEPT:
            self._asked.popitem(last=False)
        known = self._known(query)
        if known is not None:
            query.is_cached = True
            query.settle(known)
        return query

    def waiting(self, query_id: str) -> InlineQuery:
        """The query a bot answers: once, and in time."""
        query = self._asked.get(query_id)
        if query is None or query.answer is not None or self._now() - query.at > INLINE_LIFETIME:
            raise bad_request(TOO_OLD)
        return query

    def settle(self, query: InlineQuery, answer: InlineAnswer) -> None:
        """The person sees it, and for `cache_time` whoever asks the same; a personal one serves its person alone."""
        if answer.cache_time > 0:
            whose = query.person_id if answer.is_personal else None
            self._cache[query.text, query.offset, whose] = self._now() + answer.cache_time, answer
        query.settle(answer)

    def get(self, query_id: str) -> InlineQuery | None:
        return self._asked.get(query_id)

    def chat_of(self, query_id: str) -> int | None:
        """Whose query it is, while the bot may answer it."""
        query = self._asked.get(query_id)
        return None if query is None or query.answer is not None else query.person_id

    def clear(self) -> None:
        self._asked.clear()
        self._cache.clear()

    def _known(self, query: InlineQuery) -> InlineAnswer | None:
        for whose in (query.person_id, None):
            until, answer = self._cache.get((query.text, query.offset, whose), (0.0, None))
            if answer is not None and until > self._now():
                return answer
        return None
