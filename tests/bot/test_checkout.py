"""Pre-checkout queries: answered whatever happens, and confirmed only then."""

import asyncio
from typing import Any

import pytest

from bot.app import App
from bot.checkout import Checkout
from bot.wire import Wire
from tests.bot.telegram import BAD_GATEWAY, LOST, Reply, Telegram, ok, refused

TOO_OLD = refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
ANSWER = "answerPreCheckoutQuery"


def query(number: int = 7, language: str = "ru", payload: str = "order:1") -> dict[str, Any]:
    """An update: Telegram asks whether it may take somebody's money."""
    who = {"id": 11, "is_bot": False, "first_name": "Сергей", "language_code": language}
    asked = {"id": f"q{number}", "from": who, "currency": "XTR", "total_amount": 150, "invoice_payload": payload}
    return {"update_id": number, "pre_checkout_query": asked}


async def asked(app: App, *updates: dict[str, Any]) -> None:
    """It comes in, and everything is done that is to be done."""
    await app.inbox.store(list(updates))
    await app.settled()


async def test_what_nobody_can_pay_is_answered_with_no_and_a_reason(server: Telegram, app: App) -> None:
    """In the payer's language, though the bot has never met them."""
    await asked(app, query(7), query(8, "de"))
    assert sorted(server.asked(ANSWER), key=lambda params: str(params["pre_checkout_query_id"])) == [
        {
            "pre_checkout_query_id": "q7",
            "ok": False,
            "error_message": "Такого заказа у вас нет. Ваши заказы — в /orders.",
        },
        {
            "pre_checkout_query_id": "q8",
            "ok": False,
            "error_message": "You have no such order. Your orders are in /orders.",
        },
    ]


@pytest.mark.parametrize(
    "fault", [LOST, BAD_GATEWAY, refused(500, "Internal Server Error")], ids=["lost", "502", "500"]
)
async def test_a_lost_answer_is_repeated_with_pauses(
    server: Telegram, app: App, slept: list[float], fault: Reply
) -> None:
    """As long as Telegram waits for it."""
    server.tell(ANSWER, fault, fault, fault)
    await asked(app, query())
    assert len(server.asked(ANSWER)) == 4
    assert slept == [0.1, 0.3, 0.9]


async def test_after_some_seconds_nobody_waits_for_the_answer_any_more(
    server: Telegram, app: App, slept: list[float]
) -> None:
    """The pauses come to a third of Telegram's ten seconds."""
    server.tell(ANSWER, *[LOST] * 9)
    await asked(app, query())
    assert len(server.asked(ANSWER)) == 5
    assert sum(slept) < 4


async def test_telegrams_own_wait_is_kept(server: Telegram, app: App, slept: list[float]) -> None:
    """Where it is so short that it makes sense."""
    flood = "Too Many Requests: retry after"
    server.tell(ANSWER, refused(429, f"{flood} 2", retry_after=2), refused(429, f"{flood} 60", retry_after=60))
    await asked(app, query())
    assert slept == [2, 5]
    assert len(server.asked(ANSWER)) == 3


@pytest.mark.parametrize("reply", [TOO_OLD, refused(400, "Bad Request: MESSAGE_TOO_LONG")], ids=["too old", "refused"])
async def test_what_is_not_taken_is_not_repeated(server: Telegram, app: App, reply: Reply) -> None:
    """It would be the same a second time."""
    server.tell(ANSWER, reply)
    await asked(app, query())
    assert len(server.asked(ANSWER)) == 1


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_a_mistake_of_ours_is_a_no_and_not_silence(
    server: Telegram, app: App, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, language: str
) -> None:
    """The payer knows at once that no money has moved, and the log knows why."""

    async def fail(*_: object) -> None:
        raise ValueError("a mistake of ours")

    monkeypatch.setattr("bot.checkout.verdict", fail)
    await asked(app, query(language=language))
    (answer,) = server.asked(ANSWER)
    assert answer["ok"] is False
    assert ("деньги не списаны" if language == "ru" else "no money was taken") in answer["error_message"]
    assert "a mistake of ours" in caplog.text


async def test_a_query_is_confirmed_only_once_it_is_answered(server: Telegram, app: App) -> None:
    """A process that dies in between is told of it again."""
    server.tell("getUpdates", ok([query(7)]), ok([]))
    server.tell(ANSWER, LOST, LOST)
    with pytest.raises(Exception, match="BOT_TOKEN"):
        await app.inbox.poll()
    methods = [method for method, _ in server.calls if method in {"getUpdates", ANSWER}]
    assert methods == ["getUpdates", ANSWER, ANSWER, ANSWER, "getUpdates", "getUpdates"]


async def test_an_answer_that_hangs_does_not_keep_the_bot_from_listening(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other people are heard meanwhile; a stop waits for it no longer than told."""
    monkeypatch.setattr("bot.inbox._CHECKOUT_SECONDS", 0.02)
    hanging = asyncio.Event()

    async def hang(*_: object, **__: object) -> None:
        hanging.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(Wire, "call", hang)
    async with asyncio.timeout(5):
        await app.inbox.store([query()])
        await hanging.wait()
        await app.inbox.stop(0.02)
    assert not [task for task in asyncio.all_tasks() if task.get_name() == "checkout"]


async def test_a_stop_lets_what_is_asked_be_answered(server: Telegram, app: App) -> None:
    """The payer is not left with a spinner."""
    checkout: Checkout = app.inbox._checkout
    checkout.answer(query())
    await app.inbox.stop(5)
    assert len(server.asked(ANSWER)) == 1
