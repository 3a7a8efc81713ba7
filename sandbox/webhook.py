"""Updates sent to the bot's own web server, one after the other."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from urllib.parse import urlsplit

import aiohttp

from sandbox.errors import ApiError, bad_request
from sandbox.params import Params
from sandbox.updates import WEBHOOK_SET, Update
from sandbox.values import Json, encode, without_none
from sandbox.world import World

PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0)
ANSWER_WITHIN = 60.0
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

Execute = Callable[[str, Params], Awaitable[object]]


class Webhook:
    """Delivers only to this machine; plain http is enough for that, the real server wants https."""

    def __init__(self, world: World, execute: Execute, *, pauses: Sequence[float] = PAUSES) -> None:
        """`pauses`: real seconds before the first, second, … repetition of an update that failed."""
        self._world = world
        self._execute = execute
        self._pauses = pauses
        self._secret = ""
        self._max_connections = 40
        self._last_error: tuple[int, str] | None = None
        self._session: aiohttp.ClientSession | None = None
        self._sender: asyncio.Task[None] | None = None
        self.url = ""

    async def set(self, url: str, *, secret: str, max_connections: int) -> None:
        if urlsplit(url).hostname not in LOOPBACK:
            raise bad_request("bad webhook: the sandbox delivers to 127.0.0.1 only")
        await self.close()
        self._world.updates.drop_poller(WEBHOOK_SET)
        self.url, self._secret, self._max_connections, self._last_error = url, secret, max_connections, None
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_WITHIN))
        self._sender = asyncio.create_task(self._deliver_all(self._session))

    async def close(self) -> None:
        """Stop delivering; pending updates stay for getUpdates or the next webhook."""
        self.url = ""
        if self._sender is not None:
            self._sender.cancel()
            with suppress(asyncio.CancelledError):
                await self._sender
            self._sender = None
        if self._session is not None:
            await self._session.close()
            self._session = None

    def info(self) -> Json:
        date, message = self._last_error or (None, None)
        return {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": self._world.updates.pending,
        } | without_none(
            ip_address="127.0.0.1" if self.url else None,
            last_error_date=date,
            last_error_message=message,
            max_connections=self._max_connections if self.url else None,
            allowed_updates=self._world.updates.allowed,
        )

    async def _deliver_all(self, session: aiohttp.ClientSession) -> None:
        failures = 0
        while True:
            update = self._world.updates.first()
            if update is None:
                await self._world.pulse.next()
                continue
            try:
                await self._deliver(session, update)
            except (aiohttp.ClientError, TimeoutError) as error:
                self._last_error = (int(self._world.now()), str(error) or type(error).__name__)
                self._world.pulse.beat()
                await asyncio.sleep(self._pauses[min(failures, len(self._pauses) - 1)])
                failures += 1
            else:
                failures = 0
                self._world.updates.confirm(update.id)

    async def _deliver(self, session: aiohttp.ClientSession, update: Update) -> None:
        headers = {"Content-Type": "application/json"}
        if self._secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self._secret
        async with session.post(self.url, data=encode(update.view()).encode(), headers=headers) as response:
            body = await response.read()
            if not response.ok:
                raise aiohttp.ClientError(
                    f"Wrong response from the webhook: {response.status} {response.reason or ''}".strip()
                )
        await self._carry_out(body)

    async def _carry_out(self, body: bytes) -> None:
        """Execute the method a bot may put into its answer; the bot does not learn how that went."""
        try:
            values = json.loads(body) if body else None
        except ValueError:
            return
        if isinstance(values, dict) and isinstance(values.get("method"), str):
            method = values.pop("method")
            with suppress(ApiError):
                await self._execute(method, Params(values))
