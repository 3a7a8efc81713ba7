"""The way out: whatever Telegram, a proxy or a row of our own does, the rest goes out in its order."""

from typing import Any

import pytest
from aiogram.methods import SendMessage

from bot.app import App
from desk.posts import Post, PostKind
from handlers.posts import PostRoom
from handlers.replies import reply
from tests.bot.conftest import OPERATOR
from tests.bot.telegram import BAD_GATEWAY, LOST, TOKEN, Reply, Telegram, ok, refused


async def say(app: App, *posts: Post) -> None:
    """Written to the outbox in one transaction, and sent."""
    async with app.database.write() as unit:
        await unit.outbox.add(posts, 0)
    app.sender.wake()
    await app.settled()


def words(text: str, person: int = 11) -> Post:
    """A ready message."""
    return reply(person, SendMessage(chat_id=person, text=text))


def said(server: Telegram, person: int = 11) -> list[str]:
    """Every attempt, in its order."""
    return [str(params["text"]) for params in server.asked("sendMessage") if int(params["chat_id"]) == person]


@pytest.mark.parametrize(
    "fault",
    [
        LOST,
        BAD_GATEWAY,
        refused(500, "Internal Server Error"),
        refused(429, "Too Many Requests", retry_after=3),
        refused(401, "Unauthorized"),
    ],
    ids=["lost connection", "a proxy's page", "500", "429", "a revoked token"],
)
async def test_what_failed_is_sent_again_before_what_follows(
    server: Telegram, app: App, slept: list[float], fault: Reply
) -> None:
    """One chat's order is kept; the waits grow, and Telegram's own are kept."""
    server.tell("sendMessage", fault, fault, fault)
    await say(app, words("1"), words("2"), words("3"))
    assert said(server) == ["1", "1", "1", "1", "2", "3"]
    assert slept == ([3, 3, 3] if fault[0] == 429 else [1, 2, 4])


async def test_an_answer_in_words_that_nobody_knows_counts_as_yes(server: Telegram, app: App) -> None:
    """Telegram has taken the message: sending it for ever would be worse than not knowing its number."""
    server.tell("sendMessage", ok({"new": "kind of thing"}), ok(result=True))
    await say(app, words("1"), words("2"))
    assert said(server) == ["1", "2"]


@pytest.mark.parametrize("code", [400, 404, 413])
async def test_a_final_refusal_is_told_to_the_operator_once(server: Telegram, app: App, code: int) -> None:
    """With a code and Telegram's words; what follows goes out."""
    server.tell("sendMessage", refused(code, f"Bad Request: SOMETHING_{code}"))
    await say(app, words("1"), words("2"))
    assert said(server) == ["1", "2"]
    (report,) = said(server, OPERATOR)
    assert f"SOMETHING_{code}" in report or code in {404, 413}
    async with app.database.read() as unit:
        counts = await unit.outbox.counts()
    assert (counts.pending, counts.failed) == (0, 1)


async def test_a_report_that_is_refused_itself_ends_there(server: Telegram, app: App) -> None:
    """No report of a report of a report."""
    server.tell("sendMessage", *[refused(400, "Bad Request: NO")] * 50)
    await say(app, words("1"))
    assert len(server.asked("sendMessage")) <= 3


async def test_a_row_that_cannot_be_put_into_words_holds_up_nothing(
    server: Telegram, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake of ours: the operator gets the traceback, without the token."""

    async def render(*_: Any) -> Any:
        raise RuntimeError(f"bot{TOKEN}")

    monkeypatch.setattr(PostRoom, "render", render)
    broken = Post(person_id=11, kind=PostKind.NOTICE, body={"fact": 1, "side": "seller"}, order_number=1)
    await say(app, words("1"), broken, words("2"))
    assert said(server) == ["1", "2"]
    (report,) = said(server, OPERATOR)
    assert "RuntimeError" in report
    assert "AAAA" not in report


async def test_chats_do_not_wait_for_each_other(server: Telegram, app: App) -> None:
    """Many people, several messages each: everybody's own order holds."""
    posts = [words(f"{number}", person) for number in range(5) for person in range(20, 60)]
    await say(app, *posts)
    for person in range(20, 60):
        assert said(server, person) == ["0", "1", "2", "3", "4"]


async def test_what_was_found_in_the_table_is_not_sent_again_when_it_is_handed_over(server: Telegram, app: App) -> None:
    """A look into the table may come between a commit and the moment at which its writer goes on."""
    async with app.database.write() as unit:
        await unit.outbox.add([words("1"), words("2")], 0)
    app.sender.wake()
    await app.settled()
    app.sender.hand(unit.outbox.added)
    async with app.database.write() as later:
        await later.outbox.add([words("3")], 0)
    app.sender.hand(later.outbox.added)
    await app.settled()
    assert said(server) == ["1", "2", "3"]


async def test_of_two_posts_with_one_key_only_the_newer_is_sent(server: Telegram, app: App) -> None:
    """Written together or while the first waits to be tried again."""

    def keyed(text: str) -> Post:
        ready = words(text)
        return Post(person_id=11, kind=ready.kind, body=ready.body, key="warning:1")

    await say(app, keyed("old"), words("1"), keyed("new"))
    assert said(server) == ["1", "new"]
