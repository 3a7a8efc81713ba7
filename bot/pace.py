"""Telegram's limits on how fast a bot may talk: about 30 messages a second in all and one a second to a chat."""

from aiolimiter import AsyncLimiter

#: Seconds after which a chat's own limiter has emptied itself and can be forgotten.
_FORGET_ABOVE = 10_000


class Pace:
    """Waits until the next message may go out.

    Args:
        overall: Messages a second to everybody.
        burst: Messages that one chat may get at once before it is held to one a second.
    """

    def __init__(self, overall: float = 25, burst: float = 5) -> None:
        self._overall = AsyncLimiter(overall, 1)
        self._burst = burst
        self._chats: dict[int, AsyncLimiter] = {}

    async def turn(self, chat: int) -> None:
        """Wait for this chat's turn, then for everybody's."""
        limiter = self._chats.get(chat)
        if limiter is None:
            if len(self._chats) >= _FORGET_ABOVE:
                self._chats = {known: one for known, one in self._chats.items() if not one.has_capacity(self._burst)}
            limiter = self._chats[chat] = AsyncLimiter(self._burst, self._burst)
        await limiter.acquire()
        await self._overall.acquire()


class NoPace(Pace):
    """For tests and benchmarks against a server without limits."""

    async def turn(self, chat: int) -> None:
        """At once."""
