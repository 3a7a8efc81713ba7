"""Asking for updates: when to go on, when to give way, and what is handed on."""

import pytest

from bot.app import App
from bot.inbox import GiveUp, person_of
from bot.settings import Settings
from sandbox.clock import MovableClock
from tests.acceptance.market import MONDAY_NOON, build
from tests.bot.telegram import BAD_GATEWAY, CONFLICT, LOST, UNAUTHORIZED, Reply, Telegram, message, ok, press, refused

FAULTS = [LOST, BAD_GATEWAY, refused(500, "Internal Server Error"), refused(503, "Restarting")]
FAULT_IDS = ["lost connection", "a proxy's page", "500", "restarting"]


async def polled(app: App) -> str:
    """Poll until the bot gives up; gives the line it leaves."""
    with pytest.raises(GiveUp) as given_up:
        await app.inbox.poll()
    await app.settled()
    return str(given_up.value)


async def test_an_unknown_token_gives_up(app: App) -> None:
    """In one line, without the token."""
    line = await polled(app)
    assert "doesn't know this BOT_TOKEN" in line
    assert "AAAA" not in line


async def test_an_unknown_token_gives_up_at_the_start_as_well(server: Telegram, settings: Settings) -> None:
    """Before anything is opened for long."""
    server.tell("getMe", UNAUTHORIZED)
    with pytest.raises(GiveUp, match="BOT_TOKEN"):
        await build(settings, MovableClock(at=MONDAY_NOON))


@pytest.mark.parametrize("fault", FAULTS, ids=FAULT_IDS)
async def test_the_start_waits_for_telegram(server: Telegram, settings: Settings, fault: Reply) -> None:
    """However it fails; a list of commands that is not taken stops nothing."""
    server.tell("getMe", fault, fault)
    server.tell("setMyCommands", fault)
    app = await build(settings, MovableClock(at=MONDAY_NOON))
    assert len(server.asked("getMe")) == 3
    await app.database.close()
    await app.bot.session.close()


async def test_the_third_conflict_in_a_row_gives_way_to_the_other_copy(server: Telegram, app: App) -> None:
    """Two may be the old process that is just ending; a good answer in between begins the count anew."""
    server.tell("getUpdates", CONFLICT, CONFLICT, ok([]), CONFLICT, CONFLICT, CONFLICT)
    assert "Another copy of this bot is running" in await polled(app)
    assert len(server.asked("getUpdates")) == 6


async def test_a_webhook_of_another_program_is_named(server: Telegram, app: App) -> None:
    """One that is there at the start is removed; this one came later."""
    server.tell("getUpdates", *[refused(409, "Conflict: can't use getUpdates method while webhook is active")] * 3)
    assert "webhook" in await polled(app)


@pytest.mark.parametrize("fault", FAULTS, ids=FAULT_IDS)
async def test_a_fault_is_waited_out_longer_each_time_up_to_half_a_minute(
    server: Telegram, app: App, slept: list[float], fault: Reply
) -> None:
    """And the first good answer begins anew."""
    server.tell("getUpdates", *[fault] * 7, ok([]), fault)
    assert "401" in await polled(app)
    assert slept == [1, 2, 4, 8, 16, 30, 30, 1]


async def test_telegrams_own_wait_is_kept(server: Telegram, app: App, slept: list[float]) -> None:
    """429 says how long."""
    server.tell("getUpdates", refused(429, "Too Many Requests: retry after 7", retry_after=7))
    await polled(app)
    assert slept == [7]


async def test_an_update_is_confirmed_only_by_the_poll_after_it_is_stored(server: Telegram, app: App) -> None:
    """The offset of the next poll is the confirmation."""
    server.tell("getUpdates", ok([message(7), message(8)]), ok([]))
    await polled(app)
    assert [int(asked.get("offset") or 0) for asked in server.asked("getUpdates")] == [0, 9, 9]
    assert len(server.asked("sendMessage")) == 2


async def test_an_update_that_comes_again_is_handled_once(server: Telegram, app: App) -> None:
    """In the same run or, its confirmation lost, in the next."""
    server.tell("getUpdates", ok([message(7)]), ok([message(7), message(8)]), ok([message(8), message(8)]))
    await polled(app)
    assert len(server.asked("sendMessage")) == 2


@pytest.mark.parametrize("fault", FAULTS, ids=FAULT_IDS)
async def test_a_lost_answer_to_a_press_does_not_repeat_the_press(server: Telegram, app: App, fault: Reply) -> None:
    """What it did is committed: the person misses only the short answer."""
    server.tell("getUpdates", ok([press(7, "g:help:0")]))
    server.tell("answerCallbackQuery", fault)
    await polled(app)
    assert len(server.asked("answerCallbackQuery")) == 1
    assert len(server.asked("sendMessage")) == 1


@pytest.mark.parametrize(
    ("raw", "person"),
    [
        (message(1, sender=42), 42),
        (press(1, "x", sender=42), 42),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": 42}, "from": {"id": 43}}}, 43),
        ({"update_id": 1, "channel_post": {"chat": {"id": -100}}}, -100),
        ({"update_id": 1, "poll": {"id": "1"}}, 0),
        ({"update_id": 1}, 0),
    ],
)
def test_the_lane_of_an_update_is_its_person(raw: dict[str, object], person: int) -> None:
    """Whatever has no person shares one lane."""
    assert person_of(raw) == person


async def test_updates_of_a_kind_nobody_handles_and_broken_ones_hold_up_nothing(server: Telegram, app: App) -> None:
    """A group, a channel, an update without a body, one that no model fits."""
    group = message(2)
    group["message"]["chat"] = {"id": -5, "type": "group", "title": "Группа"}
    broken = message(3)
    broken["message"]["date"] = "вчера"
    server.tell("getUpdates", ok([{"update_id": 1}, group, broken, message(4)]))
    await polled(app)
    said = [str(params["text"]) for params in server.asked("sendMessage") if int(params["chat_id"]) == 11]
    assert any("Если вы продаёте" in text for text in said)
    async with app.database.read() as unit:
        assert await unit.inbox.waiting() == ()
        assert [row.item.update_id for row in await unit.inbox.failed()] == [3]
