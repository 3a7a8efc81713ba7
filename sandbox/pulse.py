"""The one thing that everybody who waits in the sandbox waits for."""

import asyncio


class Pulse:
    """Beats whenever anything changed; whoever waits looks again whether it is what they wait for."""

    def __init__(self) -> None:
        self._waiters: list[asyncio.Future[None]] = []

    def beat(self) -> None:
        if self._waiters:
            waiters, self._waiters = self._waiters, []
            for waiter in waiters:
                if not waiter.done():
                    waiter.set_result(None)

    async def next(self) -> None:
        """Return at the next beat."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        await waiter
