"""The side of the server that bots talk to: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import time

from aiohttp import web

from sandbox.calls import Call, Calls
from sandbox.dispatcher import Dispatcher
from sandbox.errors import NOT_FOUND, UNAUTHORIZED, ApiError
from sandbox.faults import Fault, Faults
from sandbox.params import Params
from sandbox.requests import read_params
from sandbox.values import encode
from sandbox.world import World

DROPPED = 0
OK = 200
DOWNLOAD = "download"


class BotApi:
    """Reads a call, lets the faults strike, carries it out, writes it down and answers."""

    def __init__(self, *, token: str, world: World, dispatcher: Dispatcher, faults: Faults, calls: Calls) -> None:
        self._token = token
        self._world = world
        self._dispatcher = dispatcher
        self._faults = faults
        self._calls = calls

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", "/bot{token}/{method}", self.call),
            web.route("*", "/bot{token}", self.call),
            web.get("/file/bot{token}/{path:.*}", self.download),
        ]

    async def call(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self._token:
            return _error(ApiError(UNAUTHORIZED, "Unauthorized: invalid token specified"))
        try:
            params = await read_params(request)
        except ApiError as error:
            return _error(error)
        method = request.match_info.get("method") or params.text("method")
        return await self._answer(request, self._dispatcher.spelled(method), params)

    async def download(self, request: web.Request) -> web.Response:
        """The bytes of a file; the wire shows it as the method `download`."""
        if request.match_info["token"] != self._token:
            return _error(ApiError(UNAUTHORIZED, "Unauthorized: invalid token specified"))
        path = request.match_info["path"]
        return await self._answer(request, DOWNLOAD, Params({"file_path": path}))

    async def execute(self, method: str, params: Params) -> object:
        """A call without a connection of its own: the one in a webhook's answer."""
        call = self._begin(self._dispatcher.spelled(method), params)
        started = time.perf_counter()
        try:
            result = await self._dispatcher.execute(method, params)
        except ApiError as error:
            self._end(call, started, error.code, error.body())
            raise
        self._end(call, started, OK, result)
        return result

    async def _answer(self, request: web.Request, method: str, params: Params) -> web.Response:
        call = self._begin(method, params)
        struck = self._faults.strike(method.lower(), call.chat_id) if self._faults else []
        started = time.perf_counter()
        status, shown, response = DROPPED, None, None
        try:
            shown, response = await self._carry_out(call, struck)
            status = OK
        except ApiError as error:
            status, shown, response = error.code, error.body(), _error(error)
        finally:
            self._end(call, started, DROPPED if response is None else status, shown)
        if response is None:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        return response

    async def _carry_out(self, call: Call, struck: list[Fault]) -> tuple[object, web.Response | None]:
        """What the wire shows and what the bot gets: nothing where the connection is to be dropped."""
        drop_after = False
        if struck:
            call.fault = ", ".join(fault.kind for fault in struck)
        for fault in sorted(struck, key=lambda fault: fault.kind != "delay"):
            if fault.kind == "delay":
                await asyncio.sleep(fault.seconds)
            error = fault.error()
            if error is not None:
                raise error
            if fault.kind == "drop_before":
                return None, None
            drop_after = fault.kind == "drop_after"
        shown: object
        if call.method == DOWNLOAD:
            shown, response = self._file(call.params.text("file_path"))
        else:
            shown = await self._dispatcher.execute(call.method, call.params)
            response = web.Response(text=f'{{"ok":true,"result":{encode(shown)}}}', content_type="application/json")
        return shown, None if drop_after else response

    def _file(self, path: str) -> tuple[str, web.Response]:
        stored = self._world.files.at(path)
        if stored is None:
            raise ApiError(NOT_FOUND, "Not Found")
        response = web.Response(body=stored.content, content_type="application/octet-stream")
        return f"<{stored.name}: {stored.size} bytes>", response

    def _begin(self, method: str, params: Params) -> Call:
        return self._calls.begin(self._world.now(), method, self._whose(params), params)

    def _whose(self, params: Params) -> int | None:
        """In whose chat the call is about something, as far as it says so."""
        for name in ("chat_id", "user_id"):
            if name in params:
                return params.integer(name)
        if "callback_query_id" in params:
            return self._world.presses.chat_of(params.text("callback_query_id"))
        if "inline_query_id" in params:
            return self._world.inline.chat_of(params.text("inline_query_id"))
        return self._world.payments.chat_of(params.text("pre_checkout_query_id"))

    def _end(self, call: Call, started: float, status: int, shown: object) -> None:
        call.milliseconds = (time.perf_counter() - started) * 1000
        self._calls.end(call, status, shown)
        self._world.events.add("call", call.summary())


def _error(error: ApiError) -> web.Response:
    headers = None
    if error.parameters and "retry_after" in error.parameters:
        headers = {"Retry-After": str(error.parameters["retry_after"])}
    return web.Response(text=encode(error.body()), status=error.code, content_type="application/json", headers=headers)
