"""Inline queries: beside everything else, and only the newest of each person."""

import asyncio
from typing import Any

import pytest
from aiogram.methods import AnswerInlineQuery
from aiogram.types import InlineQuery

from bot.app import App
from handlers.inline.answering import no_answer
from handlers.texts import texts_in
from tests.bot.telegram import LOST, Telegram, refused

ANSWER = "answerInlineQuery"
TOO_OLD = refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")


def query(number: int = 7, *, person: int = 11, language: str = "ru", text: str = "логотип") -> dict[str, Any]:
    """An update: somebody has typed one more letter."""
    who = {"id": person, "is_bot": False, "first_name": "Сергей", "language_code": language}
    return {"update_id": number, "inline_query": {"id": f"q{number}", "from": who, "query": text, "offset": ""}}


def start(number: int) -> dict[str, Any]:
    """An update: the same person presses Start."""
    who = {"id": 11, "is_bot": False, "first_name": "Сергей", "language_code": "ru"}
    chat = {"id": 11, "type": "private", "first_name": "Сергей"}
    message = {"message_id": number, "from": who, "chat": chat, "date": 0, "text": "/start"}
    return {"update_id": number, "message": message}


class Search:
    """A search that takes its time."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.may_end = asyncio.Event()

    async def __call__(self, asked: InlineQuery, *_: object) -> AnswerInlineQuery:
        self.begun.append(asked.id)
        await self.may_end.wait()
        return no_answer(asked.id, texts_in("ru"), "inline-nothing")


@pytest.fixture
def search(monkeypatch: pytest.MonkeyPatch) -> Search:
    """In place of the catalogue."""
    slow = Search()
    monkeypatch.setattr("bot.inline.inline_answer", slow)
    return slow


def answered(server: Telegram) -> list[str]:
    """The queries that got an answer, in order."""
    return [params["inline_query_id"] for params in server.asked(ANSWER)]


async def test_a_person_who_types_on_gets_an_answer_to_the_newest_words_only(
    server: Telegram, app: App, search: Search
) -> None:
    """What waits behind a newer query is not even looked for."""
    await app.inbox.store([query(7)])
    await asyncio.sleep(0)
    await app.inbox.store([query(8), query(9), query(10, person=12)])
    search.may_end.set()
    await app.settled()

    assert sorted(answered(server)) == ["q10", "q9"]
    assert "q8" not in search.begun


async def test_nothing_waits_for_an_inline_query(server: Telegram, app: App, search: Search) -> None:
    """Neither the next poll nor the other messages of the same person; and so many at once leave readers to others."""
    await app.inbox.store([query(7), *[query(number, person=number) for number in range(20, 40)], start(8)])
    async with asyncio.timeout(5):
        await app.inbox._idle.wait()
        await app.sender.settled()

    assert len(server.asked("sendMessage")) == 1
    assert len(search.begun) == 2
    assert answered(server) == []
    search.may_end.set()
    await app.settled()
    assert len(answered(server)) == 21


async def test_it_is_not_kept(app: App, server: Telegram) -> None:
    """The inbox holds what must not get lost."""
    await app.inbox.store([query(7)])
    await app.settled()

    assert answered(server) == ["q7"]
    async with app.database.read() as unit:
        assert await unit.people.get(11) is None
        assert await unit.inbox.waiting() == ()


@pytest.mark.parametrize("reply", [LOST, TOO_OLD], ids=["lost", "too old"])
async def test_an_answer_that_does_not_arrive_is_not_repeated(server: Telegram, app: App, reply: Any) -> None:
    """The next letter asks again."""
    server.tell(ANSWER, reply)
    await app.inbox.store([query(7)])
    await app.settled()
    await app.inbox.store([query(8)])
    await app.settled()

    assert answered(server) == ["q7", "q8"]


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", "Не получилось найти. Открыть бота"), ("en", "The search did not work. Open the bot")],
)
async def test_a_mistake_of_ours_ends_the_wait_and_is_logged(
    server: Telegram,
    app: App,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    language: str,
    words: str,
) -> None:
    async def fail(*_: object) -> None:
        raise ValueError("a mistake of ours")

    monkeypatch.setattr("bot.inline.inline_answer", fail)
    await app.inbox.store([query(language=language)])
    await app.settled()

    (answer,) = server.asked(ANSWER)
    assert answer == {
        "inline_query_id": "q7",
        "results": [],
        "cache_time": 0,
        "is_personal": True,
        "button": {"text": words, "start_parameter": "catalogue"},
    }
    assert "a mistake of ours" in caplog.text


async def test_a_stop_does_not_wait_for_a_search(app: App, search: Search) -> None:
    await app.inbox.store([query(7)])
    await asyncio.sleep(0)

    async with asyncio.timeout(5):
        await app.inbox.stop(60)
