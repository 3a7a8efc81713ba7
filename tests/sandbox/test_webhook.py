"""The webhook."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError
from aiohttp import web

from sandbox import Person, Sandbox
from tests.sandbox.test_sending import refused

SECRET = "open-sesame"  # noqa: S105
CYRILLIC = "с"


@dataclass
class Hook:
    """The bot's web server: answers with what was prepared, 200 when nothing is left."""

    url: str = ""
    answers: list[web.Response] = field(default_factory=list)
    received: list[tuple[str | None, dict[str, Any]]] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        self.received.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        return self.answers.pop(0) if self.answers else web.Response()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_updates_are_posted_with_the_secret(bot: Bot, sandbox: Sandbox, hook: Hook, anna: Person) -> None:
    await bot.set_webhook(hook.url, secret_token=SECRET)
    anna.write("Привет")

    await sandbox.delivered()

    assert [secret for secret, _ in hook.received] == [SECRET, SECRET]
    assert [update["message"]["text"] for _, update in hook.received] == ["/start", "Привет"]
    assert [update["update_id"] for _, update in hook.received] == [1, 2]


async def test_a_failed_update_is_posted_again(bot: Bot, sandbox: Sandbox, hook: Hook, anna: Person) -> None:
    hook.answers = [web.Response(status=500), web.Response(status=502)]
    await bot.set_webhook(hook.url)

    await sandbox.delivered()

    assert [update["update_id"] for _, update in hook.received] == [1, 1, 1]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 502 Bad Gateway"
    assert info.pending_update_count == 0


async def test_a_method_in_the_answer_is_carried_out(bot: Bot, sandbox: Sandbox, hook: Hook, anna: Person) -> None:
    hook.answers = [web.json_response({"method": "sendMessage", "chat_id": anna.id, "text": "Здравствуйте"})]
    await bot.set_webhook(hook.url)

    message = await anna.sees("Здравствуйте")

    assert message.from_bot
    assert [call.method for call in sandbox.calls] == ["setWebhook", "sendMessage"]


async def test_a_bad_method_in_the_answer_hurts_nobody(bot: Bot, sandbox: Sandbox, hook: Hook, anna: Person) -> None:
    hook.answers = [web.json_response({"method": "sendMessage"}), web.Response(text="ok")]
    await bot.set_webhook(hook.url)
    anna.write("ещё")

    await sandbox.delivered()

    assert len(hook.received) == 2


async def test_getupdates_and_a_webhook_exclude_each_other(bot: Bot, sandbox: Sandbox, hook: Hook) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=30))
    await sandbox.idle()

    await bot.set_webhook(hook.url)

    with pytest.raises(TelegramConflictError, match="terminated by setWebhook request"):
        await polling
    with pytest.raises(TelegramConflictError, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == []


async def test_pending_updates_can_be_dropped(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    await bot.delete_webhook(drop_pending_updates=True)

    assert sandbox.updates.pending == 0


async def test_a_webhook_elsewhere_or_with_a_bad_secret_is_refused(bot: Bot, hook: Hook) -> None:
    await refused(bot.set_webhook("https://example.com/hook"), "bad webhook: the sandbox delivers to 127.0.0.1 only")
    await refused(bot.set_webhook("gopher://x"), "invalid webhook URL specified")
    await refused(bot.set_webhook(hook.url, secret_token=CYRILLIC), "secret token contains unallowed characters")
    await refused(bot.set_webhook(hook.url, secret_token="s" * 257), "secret token is too long")
    assert (await bot.get_webhook_info()).url == ""


async def test_the_secret_is_not_on_the_wire(bot: Bot, sandbox: Sandbox, hook: Hook) -> None:
    await bot.set_webhook(hook.url, secret_token=SECRET)

    assert sandbox.calls.last
    assert SECRET not in str(sandbox.calls.last.view())


async def test_a_dead_webhook_keeps_the_update(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    await bot.set_webhook("http://127.0.0.1:1/")
    await sandbox.world.pulse.next()

    assert (await bot.get_webhook_info()).last_error_message
    await bot.delete_webhook()
    assert len(await bot.get_updates()) == 1
