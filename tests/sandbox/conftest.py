"""A sandbox on a frozen clock, a real aiogram Bot that talks to it, and two people."""

from collections.abc import AsyncIterator
from typing import Any, Protocol

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from sandbox import MovableClock, Person, Sandbox

TOKEN = "42:TEST"  # noqa: S105
MONDAY = 1_767_600_000.0  # 2026-01-05 08:00 UTC


class Raw(Protocol):
    async def __call__(self, method: str, **parameters: object) -> dict[str, Any]: ...


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(at=MONDAY)


@pytest.fixture
async def sandbox(clock: MovableClock) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(token=TOKEN, clock=clock, topics=True, webhook_pauses=(0.0,))
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def raw(sandbox: Sandbox, http: aiohttp.ClientSession) -> Raw:
    """Call a method with a JSON body, whatever it holds; returns the answer's body."""

    async def call(method: str, **parameters: object) -> dict[str, Any]:
        async with http.post(f"{sandbox.url}/bot{TOKEN}/{method}", json=parameters) as response:
            answer: dict[str, Any] = await response.json()
            assert response.status == answer.get("error_code", 200)
            return answer

    return call


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    """Closed by hand: AiohttpSession.close sleeps a quarter of a second for the sake of TLS."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    yield Bot(TOKEN, session=session)
    inner = await session.create_session()
    await inner.close()


@pytest.fixture
def anna(sandbox: Sandbox) -> Person:
    """Has pressed Start; the bot has not asked for updates yet."""
    person = sandbox.people.add("Анна", last_name="Ким", username="anna_kim")
    person.start()
    return person


@pytest.fixture
def boris(sandbox: Sandbox) -> Person:
    """Has not met the bot."""
    return sandbox.people.add("Boris", language_code="en")
