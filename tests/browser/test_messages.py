"""How messages of every kind look; the bot here is the test itself."""

import io
import wave
from collections.abc import Callable, Coroutine
from typing import Any

import aiohttp
import pytest_asyncio
from playwright.async_api import expect

from bot.drawing import logo
from bot.playground import TOKEN, BotPlayground
from sandbox.person import Attachment
from sandbox.server import Sandbox
from tests.browser.screen import SELLER, Screen

Call = Callable[..., Coroutine[Any, Any, Any]]

TEXT = "Жирный 🦊 спойлер и время.\nЦитата"


def _entity(words: str, kind: str, **more: object) -> dict[str, object]:
    """Telegram counts UTF-16 units."""
    before = TEXT[: TEXT.index(words)]
    return {
        "type": kind,
        "offset": len(before.encode("utf-16-le")) // 2,
        "length": len(words.encode("utf-16-le")) // 2,
        **more,
    }


@pytest_asyncio.fixture(loop_scope="session")
async def call(sandbox: Sandbox, playground: BotPlayground) -> Call:
    """A Bot API call; the real bot is stopped. Everybody has pressed Start."""
    await playground.stop_bot()
    for person in sandbox.people:
        person.start()

    async def called(method: str, **parameters: object) -> Any:
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{sandbox.url}/bot{TOKEN}/{method}", json={"chat_id": SELLER} | parameters) as response,
        ):
            answer = await response.json()
            assert answer["ok"], answer
            return answer["result"]

    return called


async def test_entities_stand_where_telegram_counts_them(call: Call, screen: Screen, sandbox: Sandbox) -> None:
    now = int(sandbox.world.now())
    await call(
        "sendMessage",
        text=TEXT,
        entities=[
            _entity("Жирный", "bold"),
            _entity("спойлер", "spoiler"),
            _entity("время", "date_time", unix_time=now + 7_300, date_time_format="r"),
            _entity("Цитата", "blockquote"),
        ],
    )

    bubble = screen.seller.log.locator(".row-in .bubble").last
    await expect(bubble.locator("strong")).to_have_text("Жирный")
    await expect(bubble.locator("blockquote")).to_have_text("Цитата")
    await expect(bubble.locator("time.moment")).to_contain_text("через 2 ч")
    spoiler = bubble.get_by_role("button", name="Показать скрытое")
    await expect(bubble.locator(".spoiler-words")).to_have_css("opacity", "0")
    await spoiler.press("Enter")
    await expect(bubble.locator(".spoiler-words")).to_have_css("opacity", "1")


async def test_a_rich_message_has_tables_details_and_buttons(call: Call, screen: Screen, sandbox: Sandbox) -> None:
    button = {"type": "button", "button": {"text": "№1", "callback_data": "order:1"}}
    await call(
        "sendRichMessage",
        rich_message={
            "blocks": [
                {"type": "heading", "text": "Заказы", "size": 2},
                {
                    "type": "table",
                    "cells": [
                        [{"text": "№", "is_header": True}, {"text": "Что", "is_header": True}],
                        [{"text": button}, {"text": ["Логотип ", {"type": "bold", "text": "<b>"}]}],
                    ],
                },
                {"type": "details", "summary": "Ещё", "blocks": [{"type": "paragraph", "text": "Внутри"}]},
            ]
        },
    )

    bubble = screen.seller.log.locator(".rich").last
    await expect(bubble.get_by_role("heading")).to_have_text("Заказы")
    await expect(bubble.get_by_role("columnheader")).to_have_text(["№", "Что"])
    await expect(bubble.get_by_role("cell").last).to_have_text("Логотип <b>")
    await bubble.get_by_text("Ещё").click()
    await expect(bubble.get_by_text("Внутри")).to_be_visible()
    await bubble.get_by_role("button", name="№1").click()
    press = (await call("getUpdates", offset=-1))[0]["callback_query"]
    assert press["data"] == "order:1"
    await call("answerCallbackQuery", callback_query_id=press["id"], text="Открываю <i>заказ</i>", show_alert=True)
    await expect(screen.page.get_by_role("dialog")).to_contain_text("Открываю <i>заказ</i>")


async def test_buttons_of_every_kind(call: Call, screen: Screen) -> None:
    await call(
        "sendMessage",
        text="?",
        reply_markup={
            "inline_keyboard": [
                [
                    {"text": "Да", "callback_data": "y", "style": "success"},
                    {"text": "Нет", "callback_data": "n", "style": "danger"},
                ],
                [{"text": "Нельзя", "disabled": {}}, {"text": "Взять", "copy_text": {"text": "скопируй меня"}}],
            ]
        },
    )

    keys = screen.seller.log.locator(".keyboard .key")
    await expect(keys).to_have_count(4)
    colours = [await key.evaluate("key => getComputedStyle(key).backgroundColor") for key in await keys.all()]
    assert len(set(colours)) == 3
    await expect(screen.seller.root.get_by_role("button", name="Нельзя")).to_be_disabled()
    await screen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await screen.seller.presses("Взять")
    await screen.seller.sees("Скопировано")
    assert await screen.page.evaluate("navigator.clipboard.readText()") == "скопируй меня"
    await screen.seller.presses("Да")
    await expect(keys.first).to_have_attribute("aria-busy", "true")
    press = (await call("getUpdates", offset=-1))[0]["callback_query"]
    await call("answerCallbackQuery", callback_query_id=press["id"], text="Принято")
    await screen.seller.sees("Принято")
    await expect(keys.first).not_to_have_attribute("aria-busy", "true")


async def test_an_invoice_is_paid_from_the_balance(call: Call, screen: Screen) -> None:
    price = {"label": "Логотип", "amount": 150}
    await call("sendInvoice", title="Заказ №1", description="Логотип", payload="1", currency="XTR", prices=[price])

    await screen.seller.presses("Заплатить ⭐ 150")
    query = (await call("getUpdates", offset=-1, allowed_updates=["message", "pre_checkout_query"]))[0]
    assert query["pre_checkout_query"]["total_amount"] == 150
    await call("answerPreCheckoutQuery", pre_checkout_query_id=query["pre_checkout_query"]["id"], ok=True)

    await expect(screen.seller.log.locator(".row-service").last).to_have_text("Оплачено: ⭐ 150")
    await screen.seller.has_stars("9 850")


async def test_albums_sounds_edits_pins_and_typing(call: Call, screen: Screen, sandbox: Sandbox) -> None:
    sandbox.people[SELLER].send_album(
        [Attachment("photo", f"{number}.png", logo(width=60, height=40)) for number in "12"]
    )
    sandbox.people[SELLER].send_file("voice", "v.wav", _silence(), mime_type="audio/wav")
    sent = await call("sendMessage", text="Было")
    await call("editMessageText", message_id=sent["message_id"], text="Стало")
    await call("pinChatMessage", message_id=sent["message_id"])
    await call("sendChatAction", action="typing")

    log = screen.seller.log
    await expect(log.locator(".album img")).to_have_count(2)
    assert await log.locator(".album img").first.evaluate(
        "picture => picture.decode().then(() => picture.naturalWidth)"
    )
    await expect(log.get_by_role("button", name="Голосовое сообщение", exact=True)).to_be_visible()
    await expect(log.locator(".bubble", has_text="Стало").locator(".edited")).to_have_text("изменено")
    await expect(screen.seller.root.locator(".pin")).to_contain_text("Стало")
    await expect(screen.seller.root.locator(".phone-status")).to_contain_text("печатает")


def _silence() -> bytes:
    sound = io.BytesIO()
    with wave.open(sound, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(1)
        written.setframerate(8_000)
        written.writeframes(bytes([128]) * 8_000)
    return sound.getvalue()
