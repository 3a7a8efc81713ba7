"""Joins everything: one function, no globals."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.fsm.middleware import FSMContextMiddleware
from aiogram.fsm.storage.memory import DisabledEventIsolation
from aiogram.methods import DeleteWebhook
from aiogram.types import User

from bot.checkout import Checkout
from bot.clock import Clock, SystemClock
from bot.forms import FormStorage
from bot.inbox import GiveUp, Inbox
from bot.inline import InlineAnswers
from bot.outbox import Sender
from bot.pace import Pace
from bot.painter import Painter
from bot.reconciling import Reconciling
from bot.refunding import Refunding
from bot.reports import Reports
from bot.sending import Sending
from bot.settings import Settings, WrongSetting
from bot.timers import TimerSweep
from bot.topics import Topics
from bot.transaction import Transaction
from bot.wire import Wire
from handlers.commands import command_lists
from handlers.posts import PostRoom
from handlers.refusals import Refusing
from handlers.routers import root_router
from handlers.setup import Setup
from storage.database import Database
from storage.inbox import InboxRow
from storage.place import UnusablePlace

log = logging.getLogger(__name__)

_START_WAIT_FIRST, _START_WAIT_MOST = 1.0, 30.0
#: How long a stop waits for calls under way.
STOP_SECONDS = 10.0


@dataclass(slots=True)
class App:
    """The running bot."""

    bot: Bot
    database: Database
    inbox: Inbox
    sender: Sender
    timers: TimerSweep
    refunding: Refunding
    reconciling: Reconciling
    painter: Painter
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def start(self) -> None:
        """Settle what came due while the bot was down, then take up what was left."""
        await self.timers.wait_for_albums()
        await self.timers.sweep()
        self._tasks.append(asyncio.create_task(self.sender.run(), name="sender"))
        self._tasks.append(asyncio.create_task(self.refunding.run(), name="refunding"))
        self._tasks.append(asyncio.create_task(self.reconciling.run(), name="reconciling"))
        await self.inbox.resume()

    async def run(self) -> None:
        """Start, listen to the clock, and take updates until cancelled. Raises: GiveUp."""
        await self.start()
        self.timers.start()
        await self.inbox.poll()

    async def settled(self) -> None:
        """Wait until everything received so far is handled and everything said is sent."""
        await self.inbox.settled()
        await self.reconciling.settled()
        await self.refunding.settled()
        await self.sender.settled()

    async def stop(self) -> None:
        """Finish what is under way, leave nothing half done, and close."""
        self.timers.stop()
        await self.inbox.stop(STOP_SECONDS)
        await self.sender.stop(STOP_SECONDS)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.painter.stop()
        await self.database.close()
        await self.bot.session.close()


async def build_app(
    settings: Settings,
    *,
    clock: Clock | None = None,
    pace: Pace | None = None,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> App:
    """Open the database, ask Telegram who we are, and join the parts.

    Args:
        settings: With a token.
        clock: Defaults to the machine's.
        pace: Defaults to Telegram's limits.
        sleep: How to wait before repeating a call.

    Raises:
        GiveUp: Telegram doesn't know the token.
        WrongSetting: there can be no database at `database_path`.
        storage.schema.SchemaTooNew: a newer version has written the database.
    """
    if settings.bot_token is None:
        raise GiveUp("BOT_TOKEN is missing")
    clock = clock or SystemClock()
    session = AiohttpSession()
    if settings.telegram_api_url is not None:
        session.api = TelegramAPIServer.from_base(settings.telegram_api_url)
    bot = Bot(settings.bot_token.get_secret_value(), session=session)
    database = await _open_database(settings, clock)
    try:
        me = await _introduce(bot, sleep)
    except BaseException:
        await database.close()
        await session.close()
        raise
    policy = settings.policy
    setup = Setup(
        bot_username=me.username or "",
        currency=settings.prices_in,
        business_timezone=settings.business_timezone,
        admin_ids=settings.admin_ids,
        provider_token=settings.payment_provider_token,
        has_topics=me.has_topics_enabled or False,
        has_inline=me.supports_inline_queries or False,
    )
    wire = Wire(bot, session)
    room = PostRoom(setup, policy)
    pace = pace or Pace()
    topics = Topics(
        wire=wire,
        database=database,
        room=room,
        clock=clock,
        pace=pace,
        hand_to_sender=lambda rows: sender.hand(rows),  # noqa: PLW0108 - there is no sender yet
        is_on=setup.has_topics,
        sleep=sleep,
    )
    painter = Painter()
    sender = Sender(
        sending=Sending(
            wire=wire,
            database=database,
            room=room,
            topics=topics,
            painter=painter,
            clock=clock,
            pace=pace,
            sleep=sleep,
        ),
        database=database,
        clock=clock,
        policy=policy,
        admin_ids=settings.admin_ids,
        sleep=sleep,
    )
    reports = Reports(settings.admin_ids, clock, sender.wake)
    refunding = Refunding(
        wire=wire,
        database=database,
        clock=clock,
        policy=policy,
        reports=reports,
        hand_to_sender=sender.hand,
        sleep=sleep,
    )
    reconciling = Reconciling(
        wire=wire,
        database=database,
        clock=clock,
        policy=policy,
        reports=reports,
        hand_to_sender=sender.hand,
        refund_is_due=refunding.wake,
    )
    timers = TimerSweep(
        database=database,
        clock=clock,
        policy=policy,
        hand_to_sender=sender.hand,
        refund_is_due=refunding.wake,
        admin_ids=settings.admin_ids,
        look_at_transactions=reconciling.look,
    )

    def hand_back(rows: Sequence[InboxRow]) -> None:
        inbox.hand_back(rows)

    dispatcher = build_dispatcher(
        Transaction(
            wire=wire,
            database=database,
            clock=clock,
            policy=policy,
            setup=setup,
            hand_to_sender=sender.hand,
            album_has_come=timers.album_has_come,
            refund_is_due=refunding.wake,
            hand_back=hand_back,
        )
    )
    inbox = Inbox(
        bot=bot,
        wire=wire,
        dispatcher=dispatcher,
        database=database,
        clock=clock,
        reports=reports,
        checkout=Checkout(bot=bot, wire=wire, database=database, clock=clock, policy=policy, sleep=sleep),
        inline=InlineAnswers(bot=bot, wire=wire, database=database, setup=setup),
        allowed_updates=[
            "message",
            "edited_message",
            "callback_query",
            "my_chat_member",
            "pre_checkout_query",
            "inline_query",
        ],
        sleep=sleep,
    )
    return App(bot, database, inbox, sender, timers, refunding, reconciling, painter)


def build_dispatcher(transaction: Transaction) -> Dispatcher:
    """The dispatcher with the transaction around everything, and forms inside it."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(transaction)
    dispatcher.update.outer_middleware(FSMContextMiddleware(FormStorage(), DisabledEventIsolation()))
    for observer in (dispatcher.message, dispatcher.edited_message, dispatcher.callback_query):
        observer.outer_middleware(Refusing())
        observer.middleware(Refusing())
    dispatcher.include_router(root_router())
    return dispatcher


async def _open_database(settings: Settings, clock: Clock) -> Database:
    try:
        return await Database.open(settings.database_path, now=clock.now)
    except UnusablePlace as error:
        path = str(settings.database_path)
        raise WrongSetting(f"DATABASE_PATH={path!r}: allowed is a file that can be written ({error})") from None


async def _introduce(bot: Bot, sleep: Callable[[float], Awaitable[None]]) -> User:
    """Who we are; Telegram learns our commands, and that nobody else takes our updates.

    Waits for as long as Telegram can't be reached.
    """
    wait = _START_WAIT_FIRST
    while True:
        try:
            me = await bot.get_me()
            break
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise GiveUp("Telegram doesn't know this BOT_TOKEN: take a new one from @BotFather") from None
        except (TelegramAPIError, ClientDecodeError) as error:
            log.warning("Telegram can't be reached: %s; trying again in %.0f s", error.message, wait)
            await sleep(wait)
            wait = min(wait * 2, _START_WAIT_MOST)
    if me.has_topics_enabled:
        log.info("Topics are on: every order gets one of its own")
    if me.allows_users_to_create_topics:
        log.warning("People may make topics: Telegram opens one for every message outside of them (see README.md)")
    # A webhook that another program has left would keep all updates from us; those that wait are ours now.
    for method in (DeleteWebhook(drop_pending_updates=False), *command_lists()):
        try:
            await bot(method)
        except (TelegramAPIError, ClientDecodeError) as error:
            log.warning("%s was not taken: %s", method.__api_method__, error.message)
    return me
