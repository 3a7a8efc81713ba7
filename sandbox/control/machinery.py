"""Faults, wire and files, over HTTP."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from aiohttp import web

from sandbox.calls import Calls
from sandbox.control.replies import body_of, number, reply, seconds
from sandbox.errors import PersonError
from sandbox.faults import Faults
from sandbox.values import Json
from sandbox.world import World

CREATED = 201


class FaultRoutes:
    def __init__(self, faults: Faults) -> None:
        self._faults = faults

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/faults", self.show),
            web.post("/faults", self.add),
            web.delete("/faults", self.clear),
            web.delete("/faults/{id}", self.remove),
        ]

    async def show(self, _request: web.Request) -> web.Response:
        return reply([fault.view() for fault in self._faults])

    async def add(self, request: web.Request) -> web.Response:
        body: dict[str, Any] = await body_of(request)
        try:
            fault = self._faults.add(**body)
        except (TypeError, ValueError) as error:
            raise PersonError(str(error)) from None
        return reply(fault.view(), CREATED)

    async def clear(self, _request: web.Request) -> web.Response:
        self._faults.clear()
        return reply({})

    async def remove(self, request: web.Request) -> web.Response:
        if not self._faults.remove(number(request.match_info["id"], "a fault's id")):
            raise web.HTTPNotFound(reason="there is no such fault")
        return reply({})


class WireRoutes:
    """What went over the wire, and whether anything still is on it."""

    def __init__(self, calls: Calls, world: World, webhook: Callable[[], Json], is_idle: Callable[[], bool]) -> None:
        self._calls = calls
        self._world = world
        self._webhook = webhook
        self._is_idle = is_idle

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/calls", self.calls),
            web.get("/calls/{number}", self.call),
            web.get("/bot", self.bot),
            web.get("/idle", self.idle),
            web.get("/files/{file_id}", self.file),
        ]

    async def calls(self, request: web.Request) -> web.Response:
        query = request.query
        chat_id = number(query["chat_id"], "chat_id") if "chat_id" in query else None
        selected = self._calls.select(
            query.get("method"), chat_id=chat_id, after=number(query.get("after", 0), "after")
        )
        return reply([call.summary() for call in selected])

    async def call(self, request: web.Request) -> web.Response:
        wanted = number(request.match_info["number"], "a call's number")
        for call in self._calls.select(after=wanted - 1):
            if call.number == wanted:
                return reply(call.view())
        raise web.HTTPNotFound(reason="there is no such call, or it is forgotten")

    async def bot(self, _request: web.Request) -> web.Response:
        bot = self._world.bot
        return reply(
            {
                "user": bot.as_user(),
                "topics": bot.topics_view(),
                "texts": {f"{what} {language}".strip(): text for (what, language), text in bot.texts.items()},
                "commands": {
                    f"{scope} {language}".strip(): commands for (scope, language), commands in bot.commands.items()
                },
                "webhook": self._webhook(),
            }
        )

    async def idle(self, request: web.Request) -> web.Response:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._until_idle(), seconds(request.query.get("wait", 0), "wait"))
        return reply(
            {
                "idle": self._is_idle(),
                "pending": self._world.updates.pending,
                "under_way": self._calls.under_way,
                "polled": self._world.updates.polled,
            }
        )

    async def file(self, request: web.Request) -> web.Response:
        """Never shown as a page: a person's file could hold a script."""
        stored = self._world.files.find(request.match_info["file_id"])
        if stored is None:
            raise web.HTTPNotFound(reason="there is no such file")
        response = web.Response(
            body=stored.content,
            content_type=stored.mime_type.partition(";")[0],
            headers={"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"},
        )
        response.headers["Content-Disposition"] = "attachment"
        return response

    async def _until_idle(self) -> None:
        while not self._is_idle():
            await self._world.pulse.next()
