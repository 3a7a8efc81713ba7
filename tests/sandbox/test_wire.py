"""The record of calls, and idleness."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from sandbox import MovableClock, Person, Sandbox
from sandbox.calls import Calls
from sandbox.params import Params
from sandbox.pulse import Pulse
from tests.sandbox.conftest import TOKEN
from tests.sandbox.test_files import upload


async def test_every_call_is_written_down(bot: Bot, sandbox: Sandbox, clock: MovableClock, anna: Person) -> None:
    await bot.send_message(anna.id, "x")
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(5, "x")

    good, bad = sandbox.calls.select("sendmessage")

    assert (good.method, good.chat_id, good.status, good.at) == ("sendMessage", anna.id, 200, clock.now())
    assert good.answer["text"] == good.text == "x"
    assert good.milliseconds > 0
    assert bad.answer == {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}
    assert sandbox.calls.select(chat_id=anna.id) == sandbox.calls.select(ok=True) == [good]
    assert sandbox.calls.select(after=good.number) == [bad]


async def test_files_are_summed_up_and_the_token_is_nowhere(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    await bot.send_document(anna.id, upload("a.pdf", b"%PDF-1"))

    assert sandbox.calls.last
    view = sandbox.calls.last.view()
    assert "<a.pdf: 6 bytes>" in view["request"].values()
    assert TOKEN not in str(view)


def test_old_calls_are_forgotten_but_counted() -> None:
    calls = Calls(Pulse(), kept=2)
    for _ in range(3):
        calls.end(calls.begin(0, "getMe", None, Params()), 200, {})

    assert [call.number for call in calls] == [2, 3]
    assert (len(calls), calls.count, calls.under_way) == (2, 3, 0)


async def test_a_call_can_be_waited_for(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    waiting = asyncio.create_task(sandbox.calls.until(lambda call: call.text == "второе"))
    await bot.send_message(anna.id, "первое")
    await bot.send_message(anna.id, "второе")

    assert (await waiting).number == 2


async def test_idle_means_nothing_to_do_and_the_bot_listens(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    assert not sandbox.is_idle
    (start,) = await bot.get_updates()
    assert not sandbox.is_idle
    polling = asyncio.create_task(bot.get_updates(offset=start.update_id + 1, timeout=30))

    await sandbox.idle()

    anna.write("x")
    assert not sandbox.is_idle
    await polling
