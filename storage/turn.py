"""Whose turn it is to write: one at a time, in the order of asking, the urgent before all others."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turn:
    """Like `asyncio.Lock`, with a second, shorter queue. Storing what has come must not wait behind handling it."""

    def __init__(self) -> None:
        self._is_taken = False
        self._urgent: deque[asyncio.Future[None]] = deque()
        self._others: deque[asyncio.Future[None]] = deque()

    @asynccontextmanager
    async def taken(self, *, urgent: bool = False) -> AsyncIterator[None]:
        """Ours while the block runs."""
        await self._take(self._urgent if urgent else self._others)
        try:
            yield
        finally:
            self._pass_on()

    async def _take(self, waiting: deque[asyncio.Future[None]]) -> None:
        if not self._is_taken:
            self._is_taken = True
            return
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        waiting.append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if not mine.cancelled():  # it was our turn already
                self._pass_on()
            raise

    def _pass_on(self) -> None:
        """The turn goes from hand to hand: nobody who asks in between gets it first."""
        for waiting in (self._urgent, self._others):
            while waiting:
                next_one = waiting.popleft()
                if not next_one.done():  # else its task was cancelled, and may not have run since
                    next_one.set_result(None)
                    return
        self._is_taken = False
