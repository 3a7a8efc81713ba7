"""The event stream: server-sent events with ids."""

import asyncio
from contextlib import suppress

from aiohttp import web

from sandbox.control.replies import number
from sandbox.events import Event
from sandbox.values import encode
from sandbox.world import World

KEEP_ALIVE = 15.0


class StreamRoutes:
    def __init__(self, world: World) -> None:
        self._world = world
        self._open = True

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/events", self.events)]

    async def close(self, _app: web.Application) -> None:
        """End every stream: the server goes down."""
        self._open = False
        self._world.pulse.beat()

    async def events(self, request: web.Request) -> web.StreamResponse:
        """From the event after Last-Event-ID or `after`; without either from now on."""
        log = self._world.events
        known = request.headers.get("Last-Event-ID") or request.query.get("after")
        last_id = log.last_id if known is None else number(known, "after")
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        )
        await response.prepare(request)
        with suppress(ConnectionError):
            await response.write(b": here\n\n")
            while self._open:
                events = None if last_id > log.last_id else log.after(last_id)
                if events is None:
                    last_id = log.last_id
                    await response.write(_written(Event(last_id, "reset", {})))
                elif events:
                    last_id = events[-1].id
                    await response.write(b"".join(_written(event) for event in events))
                else:
                    await self._wait(response)
        return response

    async def _wait(self, response: web.StreamResponse) -> None:
        try:
            await asyncio.wait_for(self._world.pulse.next(), KEEP_ALIVE)
        except TimeoutError:
            await response.write(b": still here\n\n")


def _written(event: Event) -> bytes:
    return f"id: {event.id}\nevent: {event.kind}\ndata: {encode(event.data)}\n\n".encode()
