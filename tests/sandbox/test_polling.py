"""getUpdates."""

import asyncio

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError

from sandbox import MovableClock, Person, Sandbox
from tests.sandbox.conftest import TOKEN


async def test_a_bot_learns_what_a_person_writes(bot: Bot, anna: Person) -> None:
    anna.write("Привет")

    updates = await bot.get_updates()

    assert [update.message.text for update in updates if update.message] == ["/start", "Привет"]
    assert updates[1].message
    assert updates[1].message.from_user
    assert updates[1].message.from_user.full_name == "Анна Ким"
    assert updates[1].message.from_user.language_code == "ru"


async def test_an_update_comes_again_until_it_is_confirmed(bot: Bot, anna: Person) -> None:
    first = await bot.get_updates()
    again = await bot.get_updates()
    after = await bot.get_updates(offset=first[-1].update_id + 1)

    assert again == first
    assert after == []


async def test_a_waiting_bot_hears_of_a_message_at_once(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    (start,) = await bot.get_updates()
    polling = asyncio.create_task(bot.get_updates(offset=start.update_id + 1, timeout=30))
    await sandbox.idle()

    anna.write("раз")
    anna.write("два")

    assert [update.message and update.message.text for update in await polling] == ["раз", "два"]


async def test_limit_cuts_the_batch(bot: Bot, anna: Person) -> None:
    anna.write("ещё")

    assert len(await bot.get_updates(limit=1)) == 1


async def test_a_negative_offset_counts_from_the_end_and_forgets_the_rest(
    bot: Bot, sandbox: Sandbox, anna: Person
) -> None:
    anna.write("одно")
    anna.write("другое")

    (last,) = await bot.get_updates(offset=-1)

    assert last.message
    assert last.message.text == "другое"
    assert sandbox.updates.pending == 1


async def test_a_second_poller_ends_the_first_with_409(bot: Bot, sandbox: Sandbox) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await sandbox.idle()
    second = asyncio.create_task(bot.get_updates(timeout=30))

    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
        await first
    second.cancel()


async def test_a_message_waits_for_a_day_and_a_press_for_150_seconds(
    bot: Bot, sandbox: Sandbox, clock: MovableClock, anna: Person
) -> None:
    anna.press(1, data="x")
    clock.advance(149)
    assert sandbox.updates.pending == 2
    clock.advance(1)
    assert sandbox.updates.pending == 1
    clock.advance(86_400 - 151)
    assert sandbox.updates.pending == 1
    clock.advance(1)
    assert await bot.get_updates() == []


async def test_allowed_updates_are_remembered(bot: Bot, anna: Person) -> None:
    (start,) = await bot.get_updates(allowed_updates=["callback_query"])
    anna.write("не для бота")
    anna.press(1, data="x")

    updates = await bot.get_updates(offset=start.update_id + 1)

    assert [update.event_type for update in updates] == ["callback_query"]


async def test_delivered_returns_when_everything_is_confirmed(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    delivered = asyncio.create_task(sandbox.delivered())
    (start,) = await bot.get_updates()
    assert not delivered.done()

    polling = asyncio.create_task(bot.get_updates(offset=start.update_id + 1, timeout=30))

    await delivered
    polling.cancel()


async def test_what_comes_after_the_question_is_not_waited_for(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    delivered = asyncio.create_task(sandbox.delivered())
    (start,) = await bot.get_updates()
    anna.write("позже")
    await bot.get_updates(offset=start.update_id + 1)

    await delivered


async def test_a_wrong_token_is_unauthorized(http: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    async with http.get(f"{sandbox.url}/bot1:WRONG/getMe") as response:
        assert response.status == 401
        assert await response.json() == {
            "ok": False,
            "error_code": 401,
            "description": "Unauthorized: invalid token specified",
        }


async def test_an_unknown_method_is_not_found(http: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    async with http.get(f"{sandbox.url}/bot{TOKEN}/sendMoney") as response:
        assert response.status == 404
        assert (await response.json())["description"] == "Not Found: method not found"


@pytest.mark.parametrize("method", ["getMe", "getme", "GETME"])
async def test_method_names_are_the_same_in_any_case(
    http: aiohttp.ClientSession, sandbox: Sandbox, method: str
) -> None:
    async with http.post(f"{sandbox.url}/bot{TOKEN}/{method}") as response:
        assert (await response.json())["result"]["username"] == "vsrok_bot"
