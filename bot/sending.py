"""Sends one post until its fate is known: taken, refused for good, or its reader out of reach."""

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.clock import Clock
from bot.pace import Pace
from bot.painter import NotDrawn, Painter
from bot.topics import Topics, is_thread_error
from bot.wire import Wire
from desk.posts import Json, PostKind, Upload
from handlers.posts import PostRoom, Rendered
from handlers.replies import as_json, in_thread, is_new_message
from orders.status import Side
from storage.database import Database
from storage.outbox import OutboxRow
from storage.units import ReadUnit

log = logging.getLogger(__name__)

WAIT_FIRST, WAIT_MOST = 1.0, 60.0
#: What passes by itself; a token that Telegram doesn't know any more passes with a new one, and the inbox says so.
_PASSING = (TelegramServerError, TelegramNetworkError, TelegramUnauthorizedError)


@dataclass(frozen=True, slots=True)
class Call:
    """A Bot API call to make for a row, and what it was rendered from."""

    body: Json
    rendered: Rendered | None = None
    #: Files that it names.
    uploads: tuple[Upload, ...] = ()
    #: It takes the place of a call that Telegram refused.
    is_other: bool = False


@dataclass(frozen=True, slots=True)
class Fate:
    """What has become of a row."""

    row: OutboxRow
    #: What was sent; None where it was a ready call, or not sent at all since it is no longer true.
    rendered: Rendered | None = None
    #: The id of the message that Telegram made of it; of an album, of its first.
    message_id: int | None = None
    #: The ids of all of them.
    message_ids: tuple[int, ...] = ()
    #: Why it was refused for good.
    error: str | None = None
    is_unreachable: bool = False


class Sending:
    """Knows what Telegram's answers mean."""

    def __init__(
        self,
        *,
        wire: Wire,
        database: Database,
        room: PostRoom,
        topics: Topics,
        painter: Painter,
        clock: Clock,
        pace: Pace,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._wire = wire
        self._database = database
        self._room = room
        self._topics = topics
        self._painter = painter
        self._clock = clock
        self._pace = pace
        self._sleep = sleep

    @property
    def closes_topics(self) -> bool:
        """Whether the end of an order closes its topic."""
        return self._topics.closes

    async def fate(self, row: OutboxRow, is_superseded: Callable[[OutboxRow], bool]) -> Fate:
        """Send one row until Telegram has taken or refused it, or a newer one has taken its place.

        A mistake of ours in it must not keep back what follows: it counts as refused.
        """
        try:
            return await self._send(row, is_superseded)
        except Exception:
            log.exception("Post %s can't be sent", row.id)
            return Fate(row, error=traceback.format_exc())

    async def _send(self, row: OutboxRow, is_superseded: Callable[[OutboxRow], bool]) -> Fate:
        wait = WAIT_FIRST
        attempts = row.attempts
        other: Call | None = None
        while True:
            await self._pace.turn(row.post.person_id)
            if is_superseded(row):
                return Fate(row)
            try:
                call = other or await self._call(row)
                if is_superseded(row):  # while its picture was drawn
                    return Fate(row)
                known = await self._try(row, call)
            except TelegramRetryAfter as error:
                log.warning("Telegram asks to wait %s s before chat %s", error.retry_after, row.post.person_id)
                await self._sleep(error.retry_after)
                continue
            except _PASSING as error:
                attempts += 1
                log.warning(
                    "Post %s, try %s: %s. Whether it arrived is unknown; it is sent again in %.0f s",
                    row.id, attempts, type(error).__name__, wait,
                )  # fmt: skip
                await self._sleep(wait)
                wait = min(wait * 2, WAIT_MOST)
                continue
            if isinstance(known, Fate):
                return known
            other = known

    async def _try(self, row: OutboxRow, call: Call | None) -> Fate | Call:
        """Once. Gives the row's fate, or what is to be sent in its place."""
        if call is None:
            return Fate(row)
        try:
            if row.post.kind is PostKind.TOPIC:
                await self._topics.close(row.post)
                return Fate(row)
            return await self._say(row, call)
        except TelegramBadRequest as error:
            return _out_of_thread(call, error) or _refused(row, call, error)
        except TelegramAPIError as error:
            if isinstance(error, (TelegramRetryAfter, *_PASSING)) and not isinstance(error, TelegramEntityTooLarge):
                raise
            return Fate(row, error=error.message, is_unreachable=isinstance(error, TelegramForbiddenError))

    async def _say(self, row: OutboxRow, call: Call) -> Fate | Call:
        """In the topic of its order, where there is one. Where that is gone, the same call is to be made again."""
        topic = await self._topics.topic_for(row.post, is_new=is_new_message(call.body))
        body = call.body if topic is None else in_thread(call.body, topic.thread_id)
        try:
            result = await self._wire.call(str(body["method"]), _json(body["params"]), uploads=call.uploads)
        except TelegramBadRequest as error:
            if topic is None or not is_thread_error(error):
                raise
            await self._topics.lose(topic)
            return call
        if topic is not None:
            await self._topics.has_arrived(topic, result)
        message_ids = _message_ids(result)
        return Fate(row, call.rendered, next(iter(message_ids), None), message_ids)

    async def _call(self, row: OutboxRow) -> Call | None:
        """What the row says now; None where it is no longer true."""
        if row.post.kind in {PostKind.REPLY, PostKind.REPORT, PostKind.TOPIC}:
            return Call(row.post.body)
        async with self._database.peek() as unit:
            _expect(unit, row)
            rendered = await self._room.render(row.post, unit, int(self._clock.now()))
            if rendered is not None and rendered.anew is not None and not rendered.ends and self._topics.has(row.post):
                # A card that stands outside of all topics comes anew, into its own.
                is_in_topic = await unit.topics.get(row.post.person_id, row.post.order_number or 0) is not None
                rendered = rendered if is_in_topic else rendered.anew()
        return None if rendered is None else await self._drawn(rendered)

    async def _drawn(self, rendered: Rendered) -> Call:
        """With its picture, if it has one; drawn outside of the transaction, since that takes a second."""
        uploads = rendered.uploads
        if rendered.sheet is not None:
            try:
                uploads = (*uploads, await self._painter.paint(rendered.sheet))
            except NotDrawn as error:
                log.error("A picture can't be drawn: %s", error)  # noqa: TRY400 - its traceback is of another process
                if rendered.undrawn is None:
                    raise
                rendered = rendered.undrawn()
        return Call(as_json(rendered.method), rendered, uploads)


def _refused(row: OutboxRow, call: Call, error: TelegramBadRequest) -> Fate | Call:
    """What a 400 means: the row's fate, or what to send in its place."""
    words = error.message.lower()
    if "message is not modified" in words:
        return Fate(row, call.rendered)
    if "chat not found" in words or "user is deactivated" in words:
        return Fate(row, error=error.message, is_unreachable=True)
    rendered = call.rendered
    if "message to edit not found" in words or "message can't be edited" in words:
        if rendered is None or rendered.anew is None:
            return Fate(row)  # an older message that its reader has deleted: nobody misses it
        anew = rendered.anew()
        return Call(as_json(anew.method), anew, call.uploads, is_other=True)
    if "instead" in row.post.body and not call.is_other:
        return Call(_json(row.post.body["instead"]), is_other=True)
    return Fate(row, error=error.message)


def _out_of_thread(call: Call, error: TelegramBadRequest) -> Call | None:
    """What was to be said in a topic that is no order's and is no more goes to the general chat."""
    params = call.body.get("params")
    if not is_thread_error(error) or not isinstance(params, dict) or "message_thread_id" not in params:
        return None
    rest = {name: value for name, value in params.items() if name != "message_thread_id"}
    return replace(call, body={**call.body, "params": rest})


def _message_ids(result: object) -> tuple[int, ...]:
    """Of the message or album that the call has made or changed."""
    messages = result if isinstance(result, list) else [result]
    return tuple(int(each["message_id"]) for each in messages if isinstance(each, dict) and "message_id" in each)


def _expect(unit: ReadUnit, row: OutboxRow) -> None:
    """All that rendering will ask for, brought in one go."""
    fact = row.post.body.get("fact")
    unit.expect(
        person_id=row.post.person_id,
        order_number=row.post.order_number,
        fact_id=fact if isinstance(fact, int) else None,
    )
    if row.post.kind is PostKind.CARD and row.post.order_number is not None:
        unit.cards.expect(row.post.order_number, Side(str(row.post.body["side"])))


def _json(value: object) -> Json:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value
