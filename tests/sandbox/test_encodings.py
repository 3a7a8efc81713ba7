"""The ways in which a request may be encoded."""

import json
from typing import Any

import aiohttp
import pytest

from sandbox import Person, Sandbox
from tests.sandbox.conftest import TOKEN, Raw
from tests.sandbox.pictures import picture

MARKUP = {"inline_keyboard": [[{"text": "Да", "callback_data": "y"}]]}


@pytest.mark.parametrize("encoding", ["query", "form", "json", "json in json", "multipart"])
async def test_a_call_means_the_same_however_it_is_encoded(
    http: aiohttp.ClientSession, sandbox: Sandbox, anna: Person, encoding: str
) -> None:
    flat = {"chat_id": str(anna.id), "text": "Да & нет + 100%", "reply_markup": json.dumps(MARKUP)}
    nested = {"chat_id": anna.id, "text": "Да & нет + 100%", "reply_markup": MARKUP}
    url = f"{sandbox.url}/bot{TOKEN}/sendMessage"
    encodings: dict[str, dict[str, Any]] = {
        "query": {"params": flat},
        "form": {"data": flat},
        "json": {"json": nested},
        "json in json": {"json": flat},
        "multipart": {"data": aiohttp.FormData(flat, default_to_multipart=True)},
    }

    async with http.request("GET" if encoding == "query" else "POST", url, **encodings[encoding]) as response:
        body = await response.json()

    assert body["ok"]
    assert anna.last.text == "Да & нет + 100%"
    assert anna.last.body["reply_markup"] == MARKUP


async def test_files_of_an_album_are_attached_by_name(
    http: aiohttp.ClientSession, sandbox: Sandbox, anna: Person
) -> None:
    form = aiohttp.FormData()
    form.add_field("chat_id", str(anna.id))
    form.add_field(
        "media",
        json.dumps([{"type": "photo", "media": "attach://one"}, {"type": "photo", "media": "attach://two"}]),
    )
    form.add_field("one", picture(), filename="1.png")
    form.add_field("two", picture(), filename="2.png")

    async with http.post(f"{sandbox.url}/bot{TOKEN}/sendMediaGroup", data=form) as response:
        assert (await response.json())["ok"]

    assert [message.kind for message in anna.received] == ["photo", "photo"]


async def test_a_file_that_is_not_attached_is_missed(raw: Raw, anna: Person) -> None:
    media = [{"type": "photo", "media": "attach://nowhere"}] * 2

    answer = await raw("sendMediaGroup", chat_id=anna.id, media=media)

    assert answer["description"] == "Bad Request: can't parse InputMedia: media not found"


@pytest.mark.parametrize(
    ("body", "words"), [("{", "can't parse JSON object"), ("[1]", "object expected"), ('{"a": 1}', "chat_id is empty")]
)
async def test_broken_json_is_refused(http: aiohttp.ClientSession, sandbox: Sandbox, body: str, words: str) -> None:
    url = f"{sandbox.url}/bot{TOKEN}/sendChatAction?action=typing"

    async with http.post(url, data=body, headers={"Content-Type": "application/json"}) as response:
        assert response.status == 400
        assert (await response.json())["description"] == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("reply_markup", "{", "can't parse reply keyboard markup JSON object"),
        ("reply_markup", "[]", "object expected as reply markup"),
        ("reply_parameters", "{", "can't parse reply parameters JSON object"),
        ("link_preview_options", "1", "object expected as link preview options"),
        (
            "reply_markup",
            {"inline_keyboard": [{}]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        (
            "reply_markup",
            {"inline_keyboard": [["x"]]},
            "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        ),
        ("entities", [{"type": "bold"}], "can't parse MessageEntity: Can't find field \"offset\""),
        (
            "entities",
            [{"type": "bold", "offset": "x", "length": 1}],
            'can\'t parse MessageEntity: Field "offset" must be of type Number',
        ),
    ],
)
async def test_a_broken_parameter_is_refused_in_telegrams_words(
    raw: Raw, anna: Person, name: str, value: object, words: str
) -> None:
    answer = await raw("sendMessage", chat_id=anna.id, text="x", **{name: value})

    assert answer["description"] == f"Bad Request: {words}"


async def test_text_that_is_no_unicode_is_refused(raw: Raw, anna: Person) -> None:
    answer = await raw("sendMessage", chat_id=anna.id, text="\ud83d")

    assert answer["description"] == "Bad Request: strings must be encoded in UTF-8"


async def test_the_method_may_stand_in_the_body(http: aiohttp.ClientSession, sandbox: Sandbox, anna: Person) -> None:
    async with http.post(
        f"{sandbox.url}/bot{TOKEN}", json={"method": "sendMessage", "chat_id": anna.id, "text": "x"}
    ) as response:
        assert (await response.json())["ok"]
