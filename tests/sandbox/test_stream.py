"""The event stream."""

import json
from typing import Any

import aiohttp
from aiogram import Bot

from sandbox import MovableClock, Person, Sandbox
from sandbox.events import EventLog
from sandbox.pulse import Pulse

Shown = tuple[int, str, dict[str, Any]]


async def read(response: aiohttp.ClientResponse, count: int) -> list[Shown]:
    """The next events: id, kind and data."""
    events: list[Shown] = []
    fields: dict[str, str] = {}
    while len(events) < count:
        line = (await response.content.readline()).decode().rstrip("\n")
        if not line and fields:
            events.append((int(fields["id"]), fields["event"], json.loads(fields["data"])))
            fields = {}
        elif line and not line.startswith(":"):
            name, _, value = line.partition(": ")
            fields[name] = value
    return events


async def test_everything_that_happens_is_told(
    sandbox: Sandbox, http: aiohttp.ClientSession, bot: Bot, clock: MovableClock, anna: Person
) -> None:
    async with http.get(f"{sandbox.url}/sandbox/events") as response:
        assert response.content_type == "text/event-stream"
        await response.content.readline()
        anna.write("Привет")
        await bot.send_message(anna.id, "Здравствуйте")
        await bot.edit_message_text("Добрый день", chat_id=anna.id, message_id=3)
        await bot.answer_callback_query(anna.press(3, data="x").id, "ок")
        anna.delete(2)
        anna.block()
        clock.advance(60)
        sandbox.people.add("Вера")

        events = await read(response, 11)

    assert [kind for _, kind, _ in events] == [
        "message",
        "message",
        "call",
        "edited",
        "call",
        "callback_answer",
        "call",
        "deleted",
        "chat",
        "clock",
        "person",
    ]
    assert events[0][2]["message"]["text"] == "Привет"
    assert events[2][2]["method"] == "sendMessage"
    assert events[5][2]["answer"]["text"] == "ок"
    assert events[9][2] == {"now": clock.now(), "frozen": True}


async def test_a_page_that_comes_back_gets_what_it_missed(
    sandbox: Sandbox, http: aiohttp.ClientSession, anna: Person
) -> None:
    seen = sandbox.events.last_id
    anna.write("раз")
    anna.write("два")

    async with http.get(f"{sandbox.url}/sandbox/events", headers={"Last-Event-ID": str(seen)}) as response:
        missed = await read(response, 2)
    async with http.get(f"{sandbox.url}/sandbox/events?after={seen + 1}") as response:
        (last,) = await read(response, 1)

    assert [data["message"]["text"] for _, _, data in missed] == ["раз", "два"]
    assert last == missed[1]


async def test_a_page_that_missed_too_much_is_told_to_begin_anew(
    sandbox: Sandbox, http: aiohttp.ClientSession, anna: Person
) -> None:
    async with http.get(f"{sandbox.url}/sandbox/events?after=999") as response:
        assert await read(response, 1) == [(sandbox.events.last_id, "reset", {})]


def test_the_log_forgets_the_oldest() -> None:
    log = EventLog(Pulse(), kept=2)
    for number in range(3):
        log.add("call", {"number": number})

    assert log.after(0) is None
    assert [event.id for event in log.after(1) or []] == [2, 3]
    assert log.after(3) == []


async def test_a_stream_ends_with_the_sandbox(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    async with http.get(f"{sandbox.url}/sandbox/events") as response:
        await response.content.readline()

        await sandbox.stop()

        assert await response.content.read() == b"\n"
