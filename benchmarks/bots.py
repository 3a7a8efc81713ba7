"""The two bots that are compared, each in its own process: ours, and one that repeats its calls without a thought."""

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiogram.methods
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import TelegramMethod
from aiogram.types import CallbackQuery

from benchmarks.child import Command
from benchmarks.telegram import TOKEN, Said
from bot.app import App, build_app
from bot.memory import settle_down
from bot.pace import NoPace
from bot.settings import Settings

#: Longer than a bot needs to read the answer to its last call.
_BREATH = 0.05


async def whole_app(url: str, path: Path) -> App:
    """Ours as `python -m bot` builds it, but for Telegram's limits, which the sandbox doesn't have."""
    values: dict[str, Any] = {
        "bot_token": TOKEN, "telegram_api_url": url, "database_path": path, "_env_file": None
    }  # fmt: skip
    return await build_app(Settings(**values), pace=NoPace())


@asynccontextmanager
async def whole(url: str, path: Path) -> AsyncIterator[Mapping[str, Command]]:
    """Our bot over a database; open when everything in its outbox is sent."""
    app = await whole_app(url, path)
    settle_down()
    running = asyncio.create_task(app.run())

    async def spent() -> float:
        await app.settled()
        await asyncio.sleep(_BREATH)
        return time.process_time()

    await spent()
    try:
        yield {"spent": spent}
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await app.stop()


@asynccontextmanager
async def bare(url: str, before: list[Said]) -> AsyncIterator[Mapping[str, Command]]:
    """Aiogram with its own polling and one handler; open when everything said `before` is said again."""
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    parrot = _Parrot()
    await parrot.catch_up(bot, before)
    dispatcher = Dispatcher()
    dispatcher.callback_query.register(parrot.repeat)
    polling = asyncio.create_task(
        dispatcher.start_polling(bot, handle_signals=False, polling_timeout=50, close_bot_session=False)
    )

    async def spent() -> float:
        await asyncio.sleep(_BREATH)
        return time.process_time()

    try:
        yield {"spent": spent, "learn": parrot.learn}
    finally:
        await dispatcher.stop_polling()
        await polling
        await bot.session.close()


class _Parrot:
    """Knows which calls belong to which button."""

    def __init__(self) -> None:
        self._scripts: dict[str, list[tuple[type[TelegramMethod[Any]], dict[str, Any]]]] = {}

    async def learn(self, scripts: dict[str, list[Said]]) -> None:
        self._scripts = {data: [_known(said) for said in script] for data, script in scripts.items()}

    async def repeat(self, pressed: CallbackQuery, bot: Bot) -> None:
        """What a handler with no logic does: it builds its messages and sends them."""
        assert pressed.data is not None
        for kind, params in self._scripts[pressed.data]:
            if "callback_query_id" in params:
                params["callback_query_id"] = pressed.id
            await bot(kind.model_validate(params))

    async def catch_up(self, bot: Bot, before: list[Said]) -> None:
        """Chat by chat, so that every message gets the id that it had with the other bot."""
        chats: dict[str, list[Said]] = defaultdict(list)
        for said in before:
            chats[said[1]["chat_id"]].append(said)

        async def say(chat: list[Said]) -> None:
            for said in chat:
                kind, params = _known(said)
                with suppress(TelegramBadRequest):  # an edit that changed nothing: the other bot heard the same
                    await bot(kind.model_validate(params))

        await asyncio.gather(*map(say, chats.values()))


def _known(said: Said) -> tuple[type[TelegramMethod[Any]], dict[str, Any]]:
    """A call as a handler would write it: keyboards and entities are values, not text."""
    name, params = said
    kind: type[TelegramMethod[Any]] = getattr(aiogram.methods, name[0].upper() + name[1:])
    return kind, {key: value_of(value) for key, value in params.items()}


def value_of(value: Any) -> Any:
    """What was meant, whether it came as JSON or as the text of a form."""
    return json.loads(value) if isinstance(value, str) and value[:1] in ("[", "{") else value
