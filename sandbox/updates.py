"""The queue of updates between the people and the bot."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from sandbox.errors import SERVER_ERROR, ApiError, conflict
from sandbox.pulse import Pulse
from sandbox.values import Json

DAY = 86_400.0
QUERY_LIFETIME = 150.0
MAX_LIMIT = 100
MAX_WAIT = 50
BETWEEN_POLLS = 3.0
ON_REQUEST_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KINDS = ON_REQUEST_ONLY | {
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "my_chat_member",
    "pre_checkout_query",
    "shipping_query",
}

OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = "terminated by setWebhook request"


@dataclass(frozen=True, slots=True)
class Update:
    id: int
    kind: str
    payload: Json
    expires_at: float

    def view(self) -> Json:
        return {"update_id": self.id, self.kind: self.payload}


class UpdateQueue:
    """Updates wait here until the bot confirms them or they grow too old."""

    def __init__(self, now: Callable[[], float], pulse: Pulse) -> None:
        self._now = now
        self._pulse = pulse
        self._pending: OrderedDict[int, Update] = OrderedDict()
        self._last_id = 0
        self._allowed: frozenset[str] | None = None
        self._poller: asyncio.Future[None] | None = None
        self._asked_at = -BETWEEN_POLLS

    @property
    def last_id(self) -> int:
        """The id of the newest update ever made; 0 before the first."""
        return self._last_id

    @property
    def pending(self) -> int:
        self.expire()
        return len(self._pending)

    @property
    def polled(self) -> bool:
        """Whether the bot is waiting for updates at this moment."""
        return self._poller is not None

    @property
    def listened(self) -> bool:
        """Whether the bot waits for updates or did so a few real seconds ago."""
        return self.polled or time.monotonic() - self._asked_at < BETWEEN_POLLS

    @property
    def allowed(self) -> list[str] | None:
        return None if self._allowed is None else sorted(self._allowed)

    def allow(self, kinds: list[str]) -> None:
        """Remember which kinds the bot wants from now on; an empty list means the usual ones."""
        self._allowed = frozenset(kind for kind in kinds if kind in KINDS) or None

    def add(self, kind: str, payload: Json, *, lifetime: float = DAY) -> int | None:
        """The new update's id; None where the bot did not ask for this kind."""
        if kind in ON_REQUEST_ONLY if self._allowed is None else kind not in self._allowed:
            return None
        self._last_id += 1
        self._pending[self._last_id] = Update(self._last_id, kind, payload, self._now() + lifetime)
        self._wake()
        return self._last_id

    async def take(self, *, offset: int, limit: int, wait: float) -> list[Json]:
        """The updates from `offset` on; what lies below is confirmed. Waits up to `wait` real seconds for one."""
        if offset < 0:
            offset = max(self._last_id + 1 + offset, 1)
        self.confirm(offset - 1)
        self._asked_at = time.monotonic()
        taken = self._first(limit)
        if not taken and wait > 0:
            await self._wait(wait)
            taken = self._first(limit)
        return [update.view() for update in taken]

    def first(self) -> Update | None:
        """The oldest update, for the webhook."""
        return next(iter(self._first(1)), None)

    def confirm(self, through: int) -> None:
        """Forget the updates up to this id."""
        changed = False
        while self._pending and next(iter(self._pending)) <= through:
            self._pending.popitem(last=False)
            changed = True
        if changed:
            self._pulse.beat()

    def expire(self) -> None:
        """Forget what grew too old, by the shared clock."""
        now = self._now()
        old = [update.id for update in self._pending.values() if update.expires_at <= now]
        for update_id in old:
            del self._pending[update_id]
        if old:
            self._pulse.beat()

    def clear(self) -> None:
        self._pending.clear()
        self._pulse.beat()

    def drop_poller(self, reason: str) -> None:
        """End the waiting getUpdates with 409."""
        self._end_poll(conflict(reason))

    def stop_poller(self) -> None:
        """End the waiting getUpdates because the server goes down."""
        self._end_poll(ApiError(SERVER_ERROR, "Internal Server Error: restart"))

    async def delivered(self) -> None:
        """Return when every update made before this call is confirmed or too old."""
        target = self._last_id
        while self._pending and next(iter(self._pending)) <= target:
            await self._pulse.next()

    def _first(self, limit: int) -> list[Update]:
        self.expire()
        taken = []
        for update in self._pending.values():
            taken.append(update)
            if len(taken) == limit:
                break
        return taken

    async def _wait(self, seconds: float) -> None:
        self.drop_poller(OTHER_POLLER)
        loop = asyncio.get_running_loop()
        mine: asyncio.Future[None] = loop.create_future()
        self._poller = mine
        timer = loop.call_later(seconds, _finish, mine)
        self._pulse.beat()
        try:
            await mine
        finally:
            timer.cancel()
            if self._poller is mine:
                self._poller = None
                self._asked_at = time.monotonic()
                self._pulse.beat()

    def _end_poll(self, error: ApiError) -> None:
        poller, self._poller = self._poller, None
        if poller is not None and not poller.done():
            poller.set_exception(error)

    def _wake(self) -> None:
        if self._poller is not None:
            _finish(self._poller)
        self._pulse.beat()


def _finish(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)
