"""The topics of orders, as Telegram has them: made, named, opened and closed on the way to the messages in them.

Each call can be repeated by itself. A process that dies between a topic and its record makes a second one at worst, and
the first stays empty.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter

from bot.clock import Clock
from bot.pace import Pace
from bot.wire import Wire
from desk.posts import Post, PostKind, fresh_card
from desk.topics import Topic
from handlers.posts import PostRoom
from handlers.topic import TopicLook
from storage.database import Database
from storage.outbox import OutboxRow
from storage.units import WriteUnit

log = logging.getLogger(__name__)

#: Before another try to write down what was made.
_WAIT = 1.0
#: Of a person, not of a topic: whoever sends finds out what that means.
_NOBODY = ("chat not found", "user is deactivated")
_GONE = ("message thread not found", "topic_id_invalid", "topic_deleted", "topic_closed")
#: The operator has switched topics off.
_OFF = "not a forum"


class Topics:
    """One topic an order and side. Where topics are off, nothing is asked and nothing is read.

    Args:
        is_on: Whether the bot has topics in private chats, as Telegram says at the start.
    """

    def __init__(
        self,
        *,
        wire: Wire,
        database: Database,
        room: PostRoom,
        clock: Clock,
        pace: Pace,
        hand_to_sender: Callable[[Sequence[OutboxRow]], None],
        is_on: bool,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._wire = wire
        self._database = database
        self._room = room
        self._clock = clock
        self._pace = pace
        self._hand_to_sender = hand_to_sender
        self._is_on = is_on
        self._sleep = sleep
        self._may_close = True
        #: Chats in which it did not work: until the next start everything goes where it went before.
        self._without: set[int] = set()
        #: Topics made in this run in which nothing has arrived yet, by their person and order.
        self._untried: set[tuple[int, int]] = set()

    @property
    def closes(self) -> bool:
        """Whether Telegram lets a topic be closed, as far as is known."""
        return self._is_on and self._may_close

    def has(self, post: Post) -> bool:
        """Whether what the post says may have a topic."""
        return self._is_on and post.order_number is not None and post.person_id not in self._without

    async def topic_for(self, post: Post, *, is_new: bool) -> Topic | None:
        """The topic in which a new message is to appear, named as it should be; None: none at all.

        Where there is none yet, a new message makes it. Anything else only sees to the name.

        Raises: TelegramAPIError: as a message would.
        """
        number = post.order_number
        if not self.has(post) or number is None:
            return None
        async with self._database.peek() as unit:
            unit.expect(person_id=post.person_id, order_number=number)
            topic = await unit.topics.get(post.person_id, number)
            look = await self._room.topic_look(post, unit, int(self._clock.now()))
        if look is None:
            return None
        if topic is not None and topic.name != look.name:
            topic = await self._rename(topic, look.name)
        if not is_new:
            return None
        if topic is not None and topic.is_closed:
            topic = await self._change(topic, replace(topic, is_closed=False), "reopenForumTopic")
        if topic is None and self.has(post):
            topic = await self._make(post, number, look)
        return topic

    async def close(self, post: Post) -> None:
        """The order has ended. Raises: TelegramAPIError."""
        if not self.closes or not self.has(post) or post.order_number is None:
            return
        async with self._database.peek() as unit:
            topic = await unit.topics.get(post.person_id, post.order_number)
        if topic is not None and not topic.is_closed:
            await self._change(topic, replace(topic, is_closed=True), "closeForumTopic")

    async def has_arrived(self, topic: Topic, result: Any) -> None:
        """A message was sent into it. Into one deleted just now Telegram may not have put it, without a word."""
        message = result[0] if isinstance(result, list) and result else result
        if isinstance(message, dict) and message.get("message_thread_id") != topic.thread_id:
            await self.lose(topic)
        else:
            self._untried.discard((topic.person_id, topic.order_number))

    async def lose(self, topic: Topic) -> None:
        """It is gone, its reader has deleted it: the next message makes another one."""
        if (topic.person_id, topic.order_number) in self._untried:
            self._do_without(topic.person_id, "one made just now is not found")
        await self._write(lambda unit: unit.topics.forget(topic))

    async def _make(self, post: Post, number: int, look: TopicLook) -> Topic | None:
        try:
            made = await self._ask(post.person_id, "createForumTopic", name=look.name, icon_color=look.color)
        except TelegramBadRequest as error:
            if _is_about(error, *_NOBODY):
                raise
            self._do_without(post.person_id, error.message)
            return None
        thread_id = made.get("message_thread_id") if isinstance(made, dict) else None
        if not isinstance(thread_id, int):
            self._do_without(post.person_id, "it has no number")
            return None
        topic = Topic(person_id=post.person_id, order_number=number, thread_id=thread_id, name=look.name)
        self._untried.add((topic.person_id, topic.order_number))
        await self._write(lambda unit: unit.topics.put(topic), post)
        return topic

    async def _rename(self, topic: Topic, name: str) -> Topic | None:
        try:
            return await self._change(topic, replace(topic, name=name), "editForumTopic", name=name)
        except TelegramRetryAfter as error:
            log.info("Chat %s has had enough new names for %s s", topic.person_id, error.retry_after)
            return topic  # no message waits for a name; the next one tries again

    async def _change(self, topic: Topic, changed: Topic, method: str, **params: object) -> Topic | None:
        """The topic after the call; None: it is no more. What Telegram doesn't do is not asked for again."""
        try:
            await self._ask(topic.person_id, method, message_thread_id=topic.thread_id, **params)
        except TelegramBadRequest as error:
            if _is_about(error, *_NOBODY):
                raise
            if _is_about(error, _OFF):
                self._do_without(topic.person_id, error.message)
                return None
            if _is_about(error, *_GONE):
                await self.lose(topic)
                return None
            if not _is_about(error, "topic_not_modified"):
                log.info("%s was not taken: %s", method, error.message)
                if changed.is_closed:
                    self._may_close = False
                    return topic
        await self._write(lambda unit: unit.topics.put(changed))
        return changed

    async def _ask(self, person_id: int, method: str, **params: object) -> Any:
        await self._pace.turn(person_id)
        return await self._wire.call(method, {"chat_id": person_id, **params})

    def _do_without(self, person_id: int, why: str) -> None:
        """Of this chat or, where the operator has switched topics off, of all."""
        if _OFF in why.lower():
            log.warning("Topics have been switched off: orders go to the general chat until the next start")
            self._is_on = False
        else:
            log.warning("No topics for chat %s until the next start: %s", person_id, why)
            self._without.add(person_id)

    async def _write(self, change: Callable[[WriteUnit], None], begun_by: Post | None = None) -> None:
        """What was made must be written down, or it would be made again: so this is tried until it works.

        A topic that something else than a card has begun gets the card after it.
        """
        while True:
            try:
                async with self._database.write() as unit:
                    change(unit)
                    if begun_by is not None:
                        await unit.outbox.add(await _cards(unit, begun_by), int(self._clock.now()))
            except Exception:
                log.exception("A topic can't be written down; trying again in %.0f s", _WAIT)
                await self._sleep(_WAIT)
            else:
                if unit.outbox.added:
                    self._hand_to_sender(unit.outbox.added)
                return


async def _cards(unit: WriteUnit, post: Post) -> list[Post]:
    order = None if post.order_number is None else await unit.orders.get(post.order_number)
    side = None if order is None else order.side_of(post.person_id)
    return [] if order is None or side is None or post.kind is PostKind.CARD else [fresh_card(order, side)]


def is_thread_error(error: TelegramBadRequest) -> bool:
    """Whether it was the topic that Telegram did not find, and not the message or the chat."""
    return _is_about(error, *_GONE)


def _is_about(error: TelegramBadRequest, *words: str) -> bool:
    return any(each in error.message.lower() for each in words)
