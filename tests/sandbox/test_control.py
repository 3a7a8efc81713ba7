"""The sandbox over HTTP."""

import asyncio
import io
from collections.abc import Callable, Coroutine
from typing import Any

import aiohttp
import pytest
from aiogram import Bot

from sandbox import MovableClock, Person, Sandbox
from tests.sandbox.conftest import MONDAY, TOKEN
from tests.sandbox.pictures import picture
from tests.sandbox.test_keyboards import button, keyboard

Ask = Callable[..., Coroutine[Any, Any, tuple[int, Any]]]


@pytest.fixture
def ask(sandbox: Sandbox, http: aiohttp.ClientSession) -> Ask:
    """Ask the control: method, path and, by name, what aiohttp's request takes; returns status and body."""

    async def call(method: str, path: str, **request: Any) -> tuple[int, Any]:
        async with http.request(method, f"{sandbox.url}/sandbox{path}", **request) as response:
            return response.status, await response.json()

    return call


async def test_a_person_is_added_and_starts(ask: Ask, bot: Bot) -> None:
    status, person = await ask("POST", "/people", json={"first_name": "Вера", "language_code": "ru"})
    assert status == 201
    assert person["user"] == {"id": 1001, "is_bot": False, "first_name": "Вера", "language_code": "ru"}
    assert person["started"] is False

    status, sent = await ask("POST", "/people/1001/start", json={"payload": "k_1"})

    assert (status, sent["message"]["text"]) == (201, "/start k_1")
    assert len(await bot.get_updates()) == 1
    assert (await ask("GET", "/people"))[1][0]["started"] is True


async def test_the_chat_shows_all_that_is_on_the_screen(ask: Ask, bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "?", reply_markup=keyboard([button("Да", callback_data="y")]))
    await bot.edit_message_text("!", chat_id=anna.id, message_id=2)

    _, chat = await ask("GET", f"/people/{anna.id}")

    assert [(entry["message"]["message_id"], entry["from_bot"]) for entry in chat["messages"]] == [
        (1, False),
        (2, True),
    ]
    assert chat["messages"][1]["former_keyboards"] == [{"inline_keyboard": [[{"text": "Да", "callback_data": "y"}]]}]
    assert chat["menu_button"] == {"type": "commands"}


async def test_writing_replying_editing_and_deleting(ask: Ask, anna: Person) -> None:
    path = f"/people/{anna.id}/messages"

    _, written = await ask("POST", path, json={"text": "опечтка", "reply_to": 1})
    _, edited = await ask("PATCH", f"{path}/2", json={"text": "опечатка"})
    assert await ask("DELETE", f"{path}/1") == (200, {})

    assert written["message"]["reply_to_message"]["text"] == "/start"
    assert edited["message"]["text"] == "опечатка"
    assert [message.text for message in anna.transcript] == ["опечатка"]


async def test_a_press_waits_for_the_answer_if_asked(ask: Ask, bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "?", reply_markup=keyboard([button("Да", callback_data="y")]))
    pressing = asyncio.create_task(
        ask("POST", f"/people/{anna.id}/press", json={"message_id": 2, "button": [0, 0], "wait": 5})
    )
    (update,) = await bot.get_updates(offset=2, timeout=30)
    assert update.callback_query

    await bot.answer_callback_query(update.callback_query.id, "Принято")

    status, press = await pressing
    assert status == 201
    assert press["answer"] == {"at": MONDAY, "text": "Принято", "show_alert": False, "url": ""}


async def test_an_unanswered_press_has_no_answer(ask: Ask, anna: Person) -> None:
    _, press = await ask("POST", f"/people/{anna.id}/press", json={"message_id": 1, "data": "x", "wait": 0.01})

    assert "answer" not in press


async def test_one_file_is_a_message_and_several_are_an_album(ask: Ask, anna: Person) -> None:
    def form(*names: str) -> aiohttp.FormData:
        data = aiohttp.FormData({"caption": "вот", "reply_to": "1"})
        for name in names:
            data.add_field("photo", picture(), filename=name, content_type="image/png")
        return data

    _, single = await ask("POST", f"/people/{anna.id}/files", data=form("1.png"))
    _, album = await ask("POST", f"/people/{anna.id}/files", data=form("1.png", "2.png"))

    assert single[0]["message"]["caption"] == "вот"
    assert single[0]["message"]["reply_to_message"]["message_id"] == 1
    assert len({entry["message"]["media_group_id"] for entry in album}) == 1
    assert [entry["message"].get("caption") for entry in album] == ["вот", None]


async def test_a_file_is_given_out_but_never_as_a_page(
    sandbox: Sandbox, http: aiohttp.ClientSession, anna: Person
) -> None:
    sent = anna.send_file("document", "x.html", b"<script>", mime_type="text/html")

    async with http.get(f"{sandbox.url}/sandbox/files/{sent.body['document']['file_id']}") as response:
        assert await response.read() == b"<script>"
        assert response.headers["Content-Disposition"] == "attachment"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Content-Security-Policy"] == "sandbox"


async def test_sticker_contact_and_place(ask: Ask, anna: Person) -> None:
    for what, body in (("sticker", {}), ("contact", {}), ("location", {"latitude": 1, "longitude": 2})):
        status, sent = await ask("POST", f"/people/{anna.id}/{what}", json=body)
        assert (status, what in sent["message"]) == (201, True)


async def test_blocking_and_links(ask: Ask, anna: Person) -> None:
    assert (await ask("POST", f"/people/{anna.id}/block"))[1]["blocked"] is True
    assert (await ask("POST", f"/people/{anna.id}/unblock"))[1]["blocked"] is False
    _, sent = await ask("POST", f"/people/{anna.id}/follow", json={"url": "https://t.me/vsrok_bot?start=o_1"})
    assert sent["message"]["text"] == "/start o_1"


async def test_the_clock_moves_forward_only(ask: Ask, clock: MovableClock) -> None:
    assert await ask("GET", "/clock") == (200, {"now": MONDAY, "frozen": True, "movable": True})

    assert (await ask("POST", "/clock", json={"advance": 3600}))[1]["now"] == clock.now() == MONDAY + 3600
    assert (await ask("POST", "/clock", json={"set": MONDAY + 7200}))[0] == 200
    assert await ask("POST", "/clock", json={"advance": -1}) == (400, {"error": "time goes forward only"})
    assert (await ask("POST", "/clock", json={"set": MONDAY}))[0] == 400
    assert (await ask("POST", "/clock", json={}))[0] == 400
    assert (await ask("POST", "/clock", json={"freeze": False}))[1]["frozen"] is False
    assert (await ask("POST", "/clock", json={"freeze": True}))[1]["frozen"] is True


async def test_without_a_movable_clock_time_can_only_be_read(http: aiohttp.ClientSession) -> None:
    sandbox = Sandbox(token=TOKEN, now=lambda: MONDAY)
    url = await sandbox.start()

    async with http.get(f"{url}/sandbox/clock") as response:
        assert await response.json() == {"now": MONDAY, "frozen": False, "movable": False}
    async with http.post(f"{url}/sandbox/clock", json={"advance": 1}) as response:
        assert response.status == 405
    await sandbox.stop()


async def test_faults_are_set_shown_and_cleared(ask: Ask, sandbox: Sandbox) -> None:
    status, fault = await ask("POST", "/faults", json={"kind": "retry_after", "method": "sendMessage", "seconds": 5})
    assert status == 201
    assert (await ask("GET", "/faults"))[1] == [fault]

    assert (await ask("DELETE", f"/faults/{fault['id']}"))[0] == 200
    assert (await ask("DELETE", f"/faults/{fault['id']}"))[0] == 404
    await ask("POST", "/faults", json={"kind": "drop_after"})
    await ask("DELETE", "/faults")
    assert list(sandbox.faults) == []


async def test_the_wire_is_shown_line_by_line_and_call_by_call(ask: Ask, bot: Bot, anna: Person) -> None:
    await bot.get_me()
    await bot.send_message(anna.id, "x")

    _, lines = await ask("GET", f"/calls?after=1&chat_id={anna.id}&method=sendMessage")
    assert [line["number"] for line in lines] == [2]
    assert "request" not in lines[0]
    _, call = await ask("GET", "/calls/2")
    assert call["request"]["text"] == call["answer"]["text"] == "x"
    assert (await ask("GET", "/calls/9"))[0] == 404


async def test_the_bot_and_its_idleness_are_shown(ask: Ask, bot: Bot, anna: Person) -> None:
    assert (await ask("GET", "/bot"))[1]["webhook"]["pending_update_count"] == 1
    assert (await ask("GET", "/idle"))[1] == {"idle": False, "pending": 1, "under_way": 0, "polled": False}
    polling = asyncio.create_task(bot.get_updates(offset=2, timeout=30))

    assert (await ask("GET", "/idle?wait=5"))[1]["idle"] is True

    polling.cancel()


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "sentence"),
    [
        ("POST", "/people", {"first_name": "x" * 300}, 400, "a first name has 1 to 64 characters"),
        ("POST", "/people", {"first_name": 5}, 400, "first_name is text"),
        ("POST", "/people/1001/messages", {"text": ""}, 400, "message text is empty"),
        ("POST", "/people/1001/messages", {"text": "x", "reply_to": "x"}, 400, "reply_to is a number"),
        ("POST", "/people/1001/press", {"message_id": 1}, 400, "which button?"),
        ("POST", "/people/1001/press", {"message_id": 1, "button": [1]}, 400, "a button is a label or [row, column]"),
        ("POST", "/people/1001/press", {"message_id": 9, "button": "x"}, 400, "there is no message 9"),
        ("POST", "/people/1001/files", {}, 400, "files come as multipart/form-data"),
        ("POST", "/people/5/messages", {"text": "x"}, 404, "there is no person 5"),
        ("GET", "/people/x", None, 404, "a person's id is a number"),
        ("GET", "/files/nonsense", None, 404, "there is no such file"),
        ("POST", "/faults", {"kind": "fire"}, 400, "a fault is one of"),
        ("POST", "/faults", {"colour": "red"}, 400, "colour"),
        ("GET", "/nowhere", None, 404, "Not Found"),
        ("POST", "/clock", [1], 400, "the body is no JSON object"),
    ],
)
async def test_what_cannot_be_done_is_said_in_a_sentence(
    ask: Ask, anna: Person, method: str, path: str, body: object, status: int, sentence: str
) -> None:
    answered, answer = await ask(method, path, json=body) if body is not None else await ask(method, path)

    assert answered == status
    assert sentence in answer["error"]


async def test_a_file_over_50_mb_is_refused(ask: Ask, anna: Person) -> None:
    data = aiohttp.FormData()
    data.add_field("document", io.BytesIO(bytes((50 << 20) + 1)), filename="51.bin")

    assert await ask("POST", f"/people/{anna.id}/files", data=data) == (413, {"error": "a file has up to 50 MB"})


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Host": "evil.example"}])
async def test_other_origins_get_nothing(ask: Ask, sandbox: Sandbox, headers: dict[str, str]) -> None:
    status, _ = await ask("POST", "/people", json={"first_name": "x"}, headers=headers)

    assert status == 403
    assert len(sandbox.people) == 0


async def test_the_page_of_this_address_gets_through(ask: Ask, sandbox: Sandbox) -> None:
    status, _ = await ask("POST", "/people", json={"first_name": "x"}, headers={"Origin": sandbox.url})

    assert status == 201
