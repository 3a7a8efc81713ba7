"""The page's own needs: one look at everything, and the buttons beyond Telegram."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from sandbox.calls import Calls
from sandbox.clock import MovableClock
from sandbox.control.people import chat_view
from sandbox.control.replies import body_of, finite, reply
from sandbox.errors import PersonError
from sandbox.faults import Faults
from sandbox.people import People
from sandbox.playground import Playground
from sandbox.values import Json
from sandbox.world import World

#: How far the clock goes at once.
MOST = 10 * 366 * 86_400.0


class PlayRoutes:
    """`playground` gives what the sandbox was joined with, None where it stands alone."""

    def __init__(
        self,
        *,
        world: World,
        people: People,
        clock: MovableClock | None,
        faults: Faults,
        calls: Calls,
        listened: Callable[[], bool],
        playground: Callable[[], Playground | None],
    ) -> None:
        self._world = world
        self._people = people
        self._clock = clock
        self._faults = faults
        self._calls = calls
        self._listened = listened
        self._playground = playground
        self._turn = asyncio.Lock()
        self._busy: str | None = None

    def routes(self) -> list[web.RouteDef]:
        routes = [
            web.get("/state", self.state),
            web.get("/playground", self.show),
            web.post("/playground/reset", self.reset),
            web.post("/playground/next", self.to_next),
            web.post("/playground/examples/{name}", self.play),
            web.post("/playground/bot", self.switch_bot),
            web.post("/bot", self.switch_topics),
            web.get("/clock", self.time),
        ]
        return routes + ([web.post("/clock", self.move)] if self._clock else [])

    async def state(self, _request: web.Request) -> web.Response:
        """Everything that a freshly opened page shows; the events after `last_event` keep it up to date."""
        playground = await self._view()
        bot = self._world.bot
        return reply(
            {
                "bot": bot.as_user()
                | {
                    "texts": {f"{what} {language}".strip(): text for (what, language), text in bot.texts.items()},
                    "topics": bot.topics_view(),
                    "inline": bot.has_inline,
                },
                "people": [chat_view(person, self._world) for person in self._people],
                "clock": self._time(),
                "faults": [fault.view() for fault in self._faults],
                "payments": [charge.view() for charge in self._world.payments.charges.values()],
                "playground": playground,
                "busy": self._busy,
                "calls": self._calls.count,
                "last_event": self._world.events.last_id,
            }
        )

    async def show(self, _request: web.Request) -> web.Response:
        return reply(await self._view())

    async def time(self, _request: web.Request) -> web.Response:
        return reply(self._time())

    async def move(self, request: web.Request) -> web.Response:
        """With a playground everything that is due happens on the way, each thing at its own moment."""
        body = await body_of(request)
        if self._clock is None or not body.keys() & {"advance", "set", "freeze"}:
            raise PersonError("say how: advance, set or freeze")
        async with self._alone("clock"):
            now = self._world.now()
            moment = now + finite(body.get("advance", 0), "advance")
            if "set" in body:
                moment = finite(body["set"], "set")
            if moment < now:
                raise PersonError("time goes forward only")
            if moment - now > MOST:
                raise PersonError("time goes forward by up to ten years at once")
            if "freeze" in body:
                self._clock.freeze() if body["freeze"] else self._clock.unfreeze()
            is_settled = await self._move_to(self._clock, moment) if moment > now else True
            return reply(self._time() | {"settled": is_settled})

    async def to_next(self, _request: web.Request) -> web.Response:
        playground = self._joined()
        async with self._alone("next"):
            coming = await playground.coming()
            if coming is None:
                raise PersonError("nothing is planned yet")
            is_settled = await playground.move_to(max(coming.at, self._world.now()))
            return reply(self._time() | {"settled": is_settled, "happened": coming.view()})

    async def reset(self, _request: web.Request) -> web.Response:
        playground = self._joined()
        async with self._alone("reset"):
            self._faults.clear()
            self._calls.clear()
            await playground.reset()
        return reply({})

    async def play(self, request: web.Request) -> web.Response:
        playground = self._joined()
        name = request.match_info["name"]
        if name not in {example.name for example in playground.examples}:
            raise web.HTTPNotFound(reason="there is no such example")
        async with self._alone("example"):
            self._faults.clear()
            self._calls.clear()
            await playground.play(name)
        return reply({})

    async def switch_bot(self, request: web.Request) -> web.Response:
        """`running`: true starts the bot, false stops it."""
        playground = self._joined()
        body = await body_of(request)
        async with self._alone("bot"):
            if body.get("running") is True:
                await playground.start_bot()
            else:
                await playground.stop_bot()
            return reply(await self._view())

    async def switch_topics(self, request: web.Request) -> web.Response:
        """As the operator does with BotFather; a running bot is started anew, to hear of it."""
        body = await body_of(request)
        bot, playground = self._world.bot, self._playground()
        async with self._alone("bot"):
            had_topics = bot.has_topics
            bot.has_topics = _flag(body, "topics", had_topics)
            bot.people_make_topics = _flag(body, "people_make_topics", bot.people_make_topics)
            bot.closes_topics = _flag(body, "closes_topics", bot.closes_topics)
            if playground is not None and playground.is_running and bot.has_topics is not had_topics:
                await playground.stop_bot()
                await playground.start_bot()
            self._world.events.add("bot", {"topics": bot.topics_view()})
        return reply(bot.topics_view())

    def _joined(self) -> Playground:
        playground = self._playground()
        if playground is None:
            raise PersonError("the sandbox runs without a bot of its own")
        return playground

    async def _move_to(self, clock: MovableClock, moment: float) -> bool:
        playground = self._playground()
        if playground is not None:
            return await playground.move_to(moment)
        clock.set(moment)
        return True

    @asynccontextmanager
    async def _alone(self, what: str) -> AsyncIterator[None]:
        """One at a time; every open page knows that something is under way."""
        async with self._turn:
            self._tell(what)
            try:
                yield
            finally:
                self._tell(None)

    def _tell(self, busy: str | None) -> None:
        self._busy = busy
        self._world.events.add("busy", {"what": busy})

    def _time(self) -> Json:
        frozen = self._clock is not None and self._clock.frozen
        return {"now": self._world.now(), "frozen": frozen, "movable": self._clock is not None}

    async def _view(self) -> Json:
        playground = self._playground()
        if playground is None:
            return {"joined": False, "listening": self._listened()}
        coming = await playground.coming()
        return {
            "joined": True,
            "listening": playground.is_running and self._listened(),
            "running": playground.is_running,
            "coming": coming and coming.view(),
            "examples": [example.view() for example in playground.examples],
            "roles": {str(person_id): words for person_id, words in playground.roles.items()},
        }


def _flag(body: Json, name: str, now: bool) -> bool:  # noqa: FBT001 - the value itself
    value = body.get(name, now)
    if not isinstance(value, bool):
        raise PersonError(f"{name} is true or false")
    return value
