"""The page's own buttons over HTTP, with and without a playground; and the page's files."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import aiohttp
import pytest

from sandbox import MovableClock, Person, Sandbox
from sandbox.playground import ComingEvent, Example, Words
from tests.sandbox.conftest import MONDAY

Ask = Callable[..., Coroutine[Any, Any, tuple[int, Any]]]
SOON = ComingEvent(MONDAY + 60, {"ru": "Скоро", "en": "Soon"})


class Recording:
    """A playground that remembers what it was asked to do."""

    def __init__(self, clock: MovableClock) -> None:
        self.done: list[str] = []
        self.next: ComingEvent | None = SOON
        self.is_settled = True
        self.is_running = True
        self.gate: asyncio.Event | None = None
        self._clock = clock

    @property
    def examples(self) -> Sequence[Example]:
        return (Example("story", {"ru": "Рассказ", "en": "Story"}, {"ru": "О том", "en": "About"}),)

    @property
    def roles(self) -> dict[int, Words]:
        return {1001: {"ru": "продавец", "en": "seller"}}

    async def coming(self) -> ComingEvent | None:
        return self.next

    async def move_to(self, moment: float) -> bool:
        if self.gate is not None:
            await self.gate.wait()
        self.done.append(f"to {moment - MONDAY:.0f}")
        self._clock.set(moment)
        return self.is_settled

    async def reset(self) -> None:
        self.done.append("reset")

    async def play(self, name: str) -> None:
        self.done.append(f"play {name}")

    async def stop_bot(self) -> None:
        self.done.append("stop")
        self.is_running = False

    async def start_bot(self) -> None:
        self.done.append("start")
        self.is_running = True


@pytest.fixture
def playground(sandbox: Sandbox, clock: MovableClock) -> Recording:
    playground = Recording(clock)
    sandbox.playground = playground
    return playground


@pytest.fixture
def ask(sandbox: Sandbox, http: aiohttp.ClientSession) -> Ask:
    async def call(method: str, path: str, **request: Any) -> tuple[int, Any]:
        async with http.request(method, f"{sandbox.url}/sandbox{path}", **request) as response:
            return response.status, await response.json()

    return call


async def test_one_look_shows_everything(ask: Ask, sandbox: Sandbox, playground: Recording, anna: Person) -> None:
    sandbox.faults.add("delay", times=None, spare_polling=True)

    status, state = await ask("GET", "/state")

    assert status == 200
    assert [person["user"]["first_name"] for person in state["people"]] == ["Анна"]
    assert [entry["message"]["text"] for entry in state["people"][0]["messages"]] == ["/start"]
    assert state["clock"] == {"now": MONDAY, "frozen": True, "movable": True}
    assert state["faults"][0]["spare_polling"] is True
    assert state["playground"]["coming"] == {"at": MONDAY + 60, "title": {"ru": "Скоро", "en": "Soon"}}
    assert state["playground"]["roles"]["1001"]["ru"] == "продавец"
    assert state["busy"] is None
    assert state["last_event"] == sandbox.events.last_id


async def test_time_passes_through_the_playground(ask: Ask, playground: Recording) -> None:
    status, answer = await ask("POST", "/clock", json={"advance": 30})
    assert (status, answer["now"], answer["settled"]) == (200, MONDAY + 30, True)

    playground.is_settled = False
    _, answer = await ask("POST", "/playground/next")
    assert (answer["settled"], answer["happened"]["title"]["en"]) == (False, "Soon")

    assert playground.done == ["to 30", "to 60"]


async def test_without_a_next_event_nothing_moves(ask: Ask, playground: Recording) -> None:
    playground.next = None

    assert await ask("POST", "/playground/next") == (400, {"error": "nothing is planned yet"})
    assert playground.done == []


async def test_one_thing_at_a_time_and_every_page_knows(ask: Ask, sandbox: Sandbox, playground: Recording) -> None:
    """The second waits for the first, and the stream says when the buttons are free."""
    playground.gate = asyncio.Event()
    first = asyncio.create_task(ask("POST", "/clock", json={"advance": 5}))
    while not any(event.kind == "busy" for event in sandbox.events.after(0) or []):
        await sandbox.world.pulse.next()
    second = asyncio.create_task(ask("POST", "/playground/reset"))

    playground.gate.set()
    await asyncio.gather(first, second)

    assert playground.done == ["to 5", "reset"]
    events = sandbox.events.after(0) or []
    assert [event.data["what"] for event in events if event.kind == "busy"] == ["clock", None, "reset", None]


async def test_examples_and_beginning_anew_forget_faults_and_calls(
    ask: Ask, sandbox: Sandbox, playground: Recording
) -> None:
    sandbox.faults.add("server_error")

    assert (await ask("POST", "/playground/examples/story"))[0] == 200
    assert (await ask("POST", "/playground/examples/nonsense"))[0] == 404
    assert (await ask("POST", "/playground/reset"))[0] == 200

    assert playground.done == ["play story", "reset"]
    assert not sandbox.faults


async def test_the_bot_is_switched_off_and_on(ask: Ask, playground: Recording) -> None:
    assert (await ask("POST", "/playground/bot", json={"running": False}))[1]["running"] is False
    assert (await ask("POST", "/playground/bot", json={"running": True}))[1]["running"] is True
    assert playground.done == ["stop", "start"]


async def test_without_a_playground_only_the_clock_moves(ask: Ask, clock: MovableClock) -> None:
    assert (await ask("GET", "/playground"))[1] == {"joined": False, "listening": False}
    assert (await ask("POST", "/clock", json={"advance": 5}))[1]["settled"] is True
    assert clock.now() == MONDAY + 5
    for path in ("next", "reset", "examples/story", "bot"):
        status, answer = await ask("POST", f"/playground/{path}")
        assert (status, answer["error"]) == (400, "the sandbox runs without a bot of its own")


@pytest.mark.parametrize("how", [{"advance": "nan"}, {"set": "inf"}, {"advance": 1e12}, {"advance": -1}])
async def test_impossible_times_are_refused(ask: Ask, clock: MovableClock, how: dict[str, object]) -> None:
    status, answer = await ask("POST", "/clock", json=how)

    assert (status, clock.now()) == (400, MONDAY)
    assert answer["error"]


async def test_everybody_gone_is_told_and_ids_begin_anew(sandbox: Sandbox, anna: Person) -> None:
    anna.send_file("document", "x.txt", b"x")
    file_id = anna.transcript[-1].body["document"]["file_id"]

    sandbox.people.clear()

    assert (len(sandbox.people), sandbox.updates.pending, sandbox.files.find(file_id)) == (0, 0, None)
    assert (sandbox.events.after(0) or [])[-1].kind == "reset"
    assert sandbox.people.add("Вера").id == 1001


async def test_the_page_is_served_with_its_policy(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    async with http.get(sandbox.url) as response:
        assert (response.status, response.content_type) == (200, "text/html")
        policy = response.headers["Content-Security-Policy"]
        tag = response.headers["ETag"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    async with http.get(sandbox.url, headers={"If-None-Match": tag}) as response:
        assert response.status == 304
    async with http.get(f"{sandbox.url}/page/js/main.js") as response:
        assert response.content_type == "text/javascript"
        assert response.headers["Content-Security-Policy"] == policy


@pytest.mark.parametrize("path", ["/page/nonsense.js", "/page/../__init__.py", "/page/%2e%2e/__init__.py", "/page/"])
async def test_nothing_but_the_page_s_own_files_is_served(
    sandbox: Sandbox, http: aiohttp.ClientSession, path: str
) -> None:
    async with http.get(sandbox.url + path) as response:
        assert response.status == 404


async def test_other_hosts_get_no_page(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    async with http.get(sandbox.url, headers={"Host": "evil.example"}) as response:
        assert response.status == 403
