"""Where the process is struck: beside the n-th request that it makes to the Bot API."""

import asyncio
import contextlib
import random
import signal
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler

from sandbox.clock import MovableClock
from sandbox.server import Sandbox


class Point(Enum):
    """When, seen from the request."""

    #: It never arrives.
    UNHEARD = "unheard"
    #: It arrives, and is carried out for nobody.
    BEFORE = "before"
    #: It is carried out, and its answer reaches nobody.
    AFTER = "after"
    #: A little after the answer has been sent: while the process writes down what it learned, or handles what it got.
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Blow:
    """One blow; `seconds` only of one that comes later."""

    point: Point
    seconds: float
    number: signal.Signals


#: Within this time after an answer lies nearly everything that the process does because of it.
_LATER_WITHIN = 0.04

#: At the least: a process that is born asks who it is, tells its commands, and asks for updates.
_REQUESTS_A_BIRTH = 3


def blows(seed: int, count: int, requests: int, number: signal.Signals = signal.SIGKILL) -> dict[int, Blow]:
    """So many blows, strewn over a run that takes so many requests where none falls."""
    chance = random.Random(seed)
    points = list(Point)
    if number is not signal.SIGKILL:
        points.remove(Point.UNHEARD)  # whoever is asked to stop finishes what is under way: it must be heard
    return {
        at: Blow(chance.choice(points), chance.uniform(0, _LATER_WITHIN), number)
        for at in sorted(chance.sample(range(1, requests + count * _REQUESTS_A_BIRTH), count))
    }


class StruckSandbox(Sandbox):
    """A sandbox in which blows fall."""

    def __init__(
        self,
        *,
        token: str,
        clock: MovableClock,
        blows: Mapping[int, Blow],
        strike: Callable[[signal.Signals], Coroutine[Any, Any, None]],
    ) -> None:
        super().__init__(token=token, clock=clock)
        self._blows = blows
        self._strike = strike
        self._late: set[asyncio.Task[None]] = set()
        #: How many there have been.
        self.requests = 0

    def app(self) -> web.Application:
        """With a watch at the door."""
        app = super().app()
        app.middlewares.append(self._let_in)
        return app

    async def all_fallen(self) -> None:
        """Wait for the blows that come later than their requests."""
        await asyncio.gather(*self._late)

    async def stop(self) -> None:
        """As any sandbox; blows that have not fallen yet fall no more."""
        for late in self._late:
            late.cancel()
        await asyncio.gather(*self._late, return_exceptions=True)
        await super().stop()

    @web.middleware
    async def _let_in(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        self.requests += 1
        blow = self._blows.get(self.requests)
        if blow is None:
            return await handler(request)
        with contextlib.suppress(ConnectionError):  # of one that has died at this moment
            await request.content.wait_eof()  # what has arrived is carried out even if its sender dies
        match blow.point:
            case Point.UNHEARD:
                await self._fall(blow)
                return web.Response()
            case Point.BEFORE:
                await self._fall(blow)
                return await handler(request)
            case Point.AFTER:
                response = await handler(request)
                await self._fall(blow)
                return response
            case Point.LATER:
                response = await handler(request)
                self._begin(self._fall_later(blow))
                return response

    async def _fall(self, blow: Blow) -> None:
        """A request is held while its sender is killed; whoever is only asked to stop gets an answer before that."""
        if blow.number is signal.SIGKILL:
            await self._strike(blow.number)
        else:
            self._begin(self._strike(blow.number))

    async def _fall_later(self, blow: Blow) -> None:
        await asyncio.sleep(blow.seconds)
        await self._strike(blow.number)

    def _begin(self, blow: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(blow)
        self._late.add(task)
        task.add_done_callback(self._late.discard)
