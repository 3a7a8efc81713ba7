"""Faults on demand."""

from contextlib import suppress

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from sandbox import Person, Sandbox
from tests.sandbox.conftest import TOKEN


async def test_too_many_requests_says_how_long_to_wait(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    sandbox.faults.add("retry_after", method="sendMessage", seconds=7)

    with pytest.raises(TelegramRetryAfter) as refusal:
        await bot.send_message(anna.id, "x")

    assert refusal.value.retry_after == 7
    assert anna.received == []


async def test_a_429_has_the_header_too(http: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    sandbox.faults.add("retry_after", seconds=3)

    async with http.get(f"{sandbox.url}/bot{TOKEN}/getMe") as response:
        assert response.headers["Retry-After"] == "3"
        assert await response.json() == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 3",
            "parameters": {"retry_after": 3},
        }


@pytest.mark.parametrize("code", [500, 502])
async def test_the_server_may_fail(bot: Bot, sandbox: Sandbox, anna: Person, code: int) -> None:
    sandbox.faults.add("server_error", code=code)

    with pytest.raises(TelegramServerError):
        await bot.send_message(anna.id, "x")

    assert sandbox.calls.last
    assert (sandbox.calls.last.status, sandbox.calls.last.fault) == (code, "server_error")


async def test_lost_before_means_that_nothing_was_done(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    sandbox.faults.add("drop_before")

    with pytest.raises(TelegramNetworkError):
        await bot.send_message(anna.id, "x")

    assert anna.received == []


async def test_lost_after_means_that_it_was_done(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    sandbox.faults.add("drop_after")

    with pytest.raises(TelegramNetworkError):
        await bot.send_message(anna.id, "x")

    assert anna.last.text == "x"
    assert sandbox.calls.last
    assert sandbox.calls.last.status == 0


async def test_a_refusal_has_the_words_it_was_given(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    sandbox.faults.add("refuse", method="sendRichMessage", description="Bad Request: RICH_MESSAGE_INVALID")
    sandbox.faults.add("refuse", method="sendMessage", code=403, description="Forbidden: user is deactivated")

    with pytest.raises(TelegramBadRequest, match="RICH_MESSAGE_INVALID"):
        await bot.send_rich_message(anna.id, {"blocks": []})  # type: ignore[arg-type]
    with pytest.raises(TelegramForbiddenError, match="user is deactivated"):
        await bot.send_message(anna.id, "x")


async def test_a_slow_call_is_carried_out_all_the_same(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    sandbox.faults.add("delay", seconds=0.01)

    await bot.send_message(anna.id, "x")

    assert sandbox.calls.last
    assert sandbox.calls.last.milliseconds >= 10


async def test_a_slow_call_can_be_lost_too(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    sandbox.faults.add("delay", seconds=0)
    sandbox.faults.add("drop_before")

    with pytest.raises(TelegramNetworkError):
        await bot.send_message(anna.id, "x")

    assert list(sandbox.faults) == []


async def test_a_fault_strikes_only_whom_it_is_meant_for(
    bot: Bot, sandbox: Sandbox, anna: Person, boris: Person
) -> None:
    boris.start()
    sandbox.faults.add("server_error", method="SENDMESSAGE", chat_id=boris.id, times=None)

    await bot.send_message(anna.id, "x")
    await bot.send_chat_action(boris.id, "typing")
    for _ in range(2):
        with pytest.raises(TelegramServerError):
            await bot.send_message(boris.id, "x")

    sandbox.faults.clear()
    await bot.send_message(boris.id, "x")


async def test_a_fault_is_used_up(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    sandbox.faults.add("server_error", times=2)

    for _ in range(2):
        with pytest.raises(TelegramServerError):
            await bot.send_message(anna.id, "x")
    await bot.send_message(anna.id, "x")


async def test_chance_repeats_itself_for_the_same_seed(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    runs = []
    for _ in range(2):
        fault = sandbox.faults.add("server_error", probability=0.5, seed=7, times=None)
        after = sandbox.calls.count
        for _ in range(8):
            with suppress(TelegramServerError):
                await bot.send_message(anna.id, "x")
        runs.append([call.ok for call in sandbox.calls.select(after=after)])
        sandbox.faults.remove(fault.id)

    assert runs[0] == runs[1]
    assert set(runs[0]) == {True, False}


def test_a_fault_that_makes_no_sense_is_refused(sandbox: Sandbox) -> None:
    for wrong in ({"kind": "fire"}, {"kind": "refuse"}, {"kind": "delay", "times": 0}):
        with pytest.raises(ValueError, match=r"fault|refusal"):
            sandbox.faults.add(**wrong)
