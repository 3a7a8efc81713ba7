"""A Bot API server on this machine, with people to talk to."""

import ipaddress
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from aiohttp import web

from sandbox.bot_api import BotApi
from sandbox.calls import Calls
from sandbox.cashier import Cashier
from sandbox.chats import BotProfile
from sandbox.clock import MovableClock
from sandbox.control.machinery import FaultRoutes, WireRoutes
from sandbox.control.payments import PaymentRoutes
from sandbox.control.people import PeopleRoutes
from sandbox.control.playing import PlayRoutes
from sandbox.control.replies import guarded, in_a_sentence
from sandbox.control.stream import StreamRoutes
from sandbox.dispatcher import Dispatcher
from sandbox.events import EventLog
from sandbox.faults import Faults
from sandbox.files import MEBIBYTE, FileStore
from sandbox.methods.answering import Answering
from sandbox.methods.chatting import Chatting
from sandbox.methods.copying import Copying
from sandbox.methods.deleting import Deleting
from sandbox.methods.editing import Editing
from sandbox.methods.handler import Table
from sandbox.methods.inlining import Inlining
from sandbox.methods.paying import Paying
from sandbox.methods.posting import Posting
from sandbox.methods.profile import ProfileMethods
from sandbox.methods.sending import Sending
from sandbox.methods.topics import TopicMethods
from sandbox.methods.updating import Updating
from sandbox.page import PageRoutes
from sandbox.payments import Payments
from sandbox.people import People
from sandbox.playground import Playground
from sandbox.updates import UpdateQueue
from sandbox.webhook import PAUSES, Webhook
from sandbox.world import World

MAX_REQUEST = 64 * MEBIBYTE
SHUTDOWN_WITHIN = 1.0


class Sandbox:
    """Everything that Telegram is to a bot, in one object; restartable, its memory stays until it is thrown away."""

    def __init__(
        self,
        *,
        token: str,
        username: str = "vsrok_bot",
        name: str = "В срок",
        now: Callable[[], float] | None = None,
        clock: MovableClock | None = None,
        topics: bool = False,
        people_make_topics: bool = False,
        closes_topics: bool = False,
        inline: bool = True,
        webhook_pauses: Sequence[float] = PAUSES,
    ) -> None:
        """`now` is the time in epoch seconds, shared with the bot; a `clock` takes its place and can be moved by HTTP.

        Without either the sandbox has a running clock of its own. `topics` switches topics on in private chats,
        `people_make_topics` lets people open and delete some, `closes_topics` lets the bot close its own, which
        Telegram does not. `inline`: what people ask for as «@bot words» reaches the bot.
        """
        bot_id, _, secret = token.partition(":")
        if not bot_id.isdecimal() or not secret:
            raise ValueError("a token looks like 123456:ABC")
        if clock is not None or now is None:
            clock = clock or MovableClock()
            now = clock.now
        self.clock = clock
        bot = BotProfile(
            int(bot_id),
            username,
            name,
            has_topics=topics,
            people_make_topics=people_make_topics,
            closes_topics=closes_topics,
            has_inline=inline,
        )
        self.world = World(bot=bot, now=now)
        self.people = People(self.world)
        self.faults = Faults(self._faults_changed)
        self.calls = Calls(self.world.pulse)
        self.cashier = Cashier(self.world, self.faults)
        dispatcher = Dispatcher()
        self._api = BotApi(token=token, world=self.world, dispatcher=dispatcher, faults=self.faults, calls=self.calls)
        self._webhook = Webhook(self.world, self._api.execute, pauses=webhook_pauses)
        for table in _tables(self.world, self._webhook, self.cashier):
            dispatcher.add(table)
        self.playground: Playground | None = None
        self._runner: web.AppRunner | None = None
        self._unsubscribe: Callable[[], None] | None = None

    @property
    def url(self) -> str:
        """The address while the sandbox runs."""
        if self._runner is None or not self._runner.addresses:
            raise RuntimeError("the sandbox does not run")
        host, port = self._runner.addresses[0][:2]
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

    @property
    def updates(self) -> UpdateQueue:
        return self.world.updates

    @property
    def files(self) -> FileStore:
        return self.world.files

    @property
    def payments(self) -> Payments:
        return self.world.payments

    @property
    def events(self) -> EventLog:
        return self.world.events

    def app(self) -> web.Application:
        """The routes of the Bot API, of the page and of the control; every start builds them anew."""
        app = web.Application(client_max_size=MAX_REQUEST)
        app.add_routes(self._api.routes())
        app.add_subapp("/sandbox", self._control())
        app.add_routes(PageRoutes().routes())
        return app

    def _control(self) -> web.Application:
        control = web.Application(client_max_size=MAX_REQUEST, middlewares=[guarded, in_a_sentence])
        stream = StreamRoutes(self.world)
        control.add_routes(PeopleRoutes(self.people, self.world).routes())
        play = PlayRoutes(
            world=self.world,
            people=self.people,
            clock=self.clock,
            faults=self.faults,
            calls=self.calls,
            listened=lambda: self.updates.listened or bool(self._webhook.url),
            playground=lambda: self.playground,
        )
        control.add_routes(play.routes())
        control.add_routes(FaultRoutes(self.faults).routes())
        control.add_routes(PaymentRoutes(self.payments, self.cashier).routes())
        control.add_routes(WireRoutes(self.calls, self.world, self._webhook.info, lambda: self.is_idle).routes())
        control.add_routes(stream.routes())
        control.on_shutdown.append(stream.close)
        return control

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Listen and return the address, http://127.0.0.1:PORT. Loopback only: another host is a ValueError."""
        if not _is_loopback(host):
            raise ValueError(f"the sandbox listens on loopback only, not on {host}")
        if self._runner is not None:
            raise RuntimeError("the sandbox runs already")
        runner = web.AppRunner(self.app(), access_log=None, shutdown_timeout=SHUTDOWN_WITHIN)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        if self.clock is not None:
            self._unsubscribe = self.clock.subscribe(partial(self._clock_moved, self.clock))
        return self.url

    async def stop(self) -> None:
        """End every wait, drop the webhook and close the port; what people and bot said stays."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        await self._webhook.close()
        self.updates.stop_poller()
        runner, self._runner = self._runner, None
        if runner is not None:
            await runner.cleanup()

    async def delivered(self) -> None:
        """Return when the bot has taken and confirmed every update made before this call.

        Confirmed means: by a following getUpdates, or by the webhook's 200; updates too old to be delivered count
        too. It does not mean that the bot has finished with them: wait for what it says (`Person.until`,
        `Calls.until`) or for `idle`.
        """
        await self.updates.delivered()

    @property
    def is_idle(self) -> bool:
        """No update waits, no call is under way, and the bot waits for the next update."""
        listening = self.updates.polled or bool(self._webhook.url)
        return listening and not self.calls.under_way and not self.updates.pending

    async def idle(self) -> None:
        """Return when `is_idle`; what the bot does between two calls can't be seen from here."""
        while not self.is_idle:
            await self.world.pulse.next()

    def _faults_changed(self) -> None:
        self.events.add("fault", {"faults": [fault.view() for fault in self.faults]})

    def _clock_moved(self, clock: MovableClock) -> None:
        self.updates.expire()
        self.payments.expire()
        self.events.add("clock", {"now": clock.now(), "frozen": clock.frozen})


def _tables(world: World, webhook: Webhook, cashier: Cashier) -> Iterator[Table]:
    posting = Posting(world)
    yield Updating(world, webhook).table()
    yield Sending(world, posting).table()
    yield Copying(world, posting).table()
    yield Paying(world, posting, cashier).table()
    yield Editing(world).table()
    yield Deleting(world).table()
    yield Answering(world).table()
    yield Inlining(world).table()
    yield Chatting(world).table()
    yield ProfileMethods(world).table()
    yield TopicMethods(world).table()


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
