"""«Настройки» in the chat, and what they change."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.person import Person
from tests.acceptance.market import DAY, HOUR, MONDAY_NOON, Market, labels, open_market


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A fresh bot in a fresh sandbox."""
    async with open_market(tmp_path) as fresh:
        yield fresh


@pytest.fixture
async def seller(market: Market) -> Person:
    """Somebody who has opened the settings."""
    person = market.person("Сергей")
    await market.starts(person)
    await market.says(person, "/settings")
    return person


def chosen(person: Person) -> list[str]:
    """The marked buttons."""
    return [label.removeprefix("✓ ") for label in labels(person.last) if label.startswith("✓ ")]


async def warned_at(market: Market) -> list[int]:
    """When the one order's warnings come, in hours from Monday noon; the auto-cancel itself comes last."""
    async with market.app.database.read() as unit:
        due = await unit.timers.due_of(1, MONDAY_NOON + 60 * DAY)
    return sorted((timer.due_at - MONDAY_NOON) // HOUR for timer in due)


async def test_the_language_changes_with_the_press(market: Market, seller: Person) -> None:
    """And goes back to what the client says."""
    await market.presses(seller, "Язык")
    assert chosen(seller) == ["Как в Telegram"]
    assert await market.presses(seller, "English") == "Saved"
    assert chosen(seller) == ["English"]
    assert labels(await market.starts(seller))[0] == "Orders"
    await market.says(seller, "/settings")
    await market.presses(seller, "Language")
    await market.presses(seller, "As in Telegram")
    assert chosen(seller) == ["Как в Telegram"]


async def test_the_time_zone_is_chosen_or_typed(market: Market, seller: Person) -> None:
    """A bad name gets a sentence with an example, and the question stays open."""
    await market.presses(seller, "Часовой пояс")
    await market.presses(seller, "Омск")
    assert chosen(seller) == ["Омск (UTC+6)"]
    await market.presses(seller, "Другой")
    assert "например «Омск»" in (await market.says(seller, "Нигде")).text
    seller.send_sticker()
    await market.settled()
    assert "нужен текст" in seller.last.text
    assert "Часовой пояс: Париж (UTC+1)" in (await market.says(seller, "Париж")).text
    await market.presses(seller, "Как в боте по умолчанию")
    assert chosen(seller) == ["Как в боте по умолчанию"]


async def test_back_from_typing_changes_nothing(market: Market, seller: Person) -> None:
    """The page is there again."""
    await market.presses(seller, "Тихие часы")
    await market.presses(seller, "Своё")
    await market.presses(seller, "Назад")
    assert "Тихие часы: нет" in seller.last.text
    assert "передать это некому" in (await market.says(seller, "23-8")).text


async def test_own_warnings_replan_the_clocks_of_open_orders(market: Market, seller: Person) -> None:
    """One more, one less, a stale button twice, never none, and back to the default."""
    await market.new_order(seller, market.person("Анна"))
    assert await warned_at(market) == [12, 21, 23, 24]
    await market.says(seller, "/settings")
    await market.presses(seller, "Напоминания о начале работы")
    page = seller.last
    assert chosen(seller) == ["12 ч.", "3 ч.", "1 ч.", "Как в боте по умолчанию"]
    six = seller.button(page, "6 ч.")["callback_data"]
    for _ in range(2):
        seller.press(page, data=six)
        await market.settled()
    assert await warned_at(market) == [12, 18, 21, 23, 24]
    for label in ("✓ 12 ч.", "✓ 6 ч.", "✓ 3 ч."):
        assert await market.presses(seller, label) == "Сохранено"
    assert await warned_at(market) == [23, 24]
    assert "Хотя бы одно напоминание" in await market.presses(seller, "✓ 1 ч.")
    seller.press(page, data="sw:start:7:1")
    await market.settled()
    assert await warned_at(market) == [23, 24]
    await market.presses(seller, "Как в боте по умолчанию")
    assert await warned_at(market) == [12, 21, 23, 24]


async def test_quiet_hours_move_warnings_before_they_begin(market: Market, seller: Person) -> None:
    """The warning due at midnight comes a minute before 22:00; a wrong entry is asked for again."""
    await market.new_order(seller, market.person("Анна"))
    await market.says(seller, "/settings")
    await market.presses(seller, "Тихие часы")
    await market.presses(seller, "22:00–08:00")
    assert await warned_at(market) == [9, 21, 23, 24]
    await market.presses(seller, "Своё")
    assert "два разных времени" in (await market.says(seller, "8-8")).text
    assert "Тихие часы: 23:30–10:00" in (await market.says(seller, "с 23:30 до 10")).text
    assert await warned_at(market) == [11, 23, 24]
    await market.presses(seller, "Без тихих часов")
    assert await warned_at(market) == [12, 21, 23, 24]
