"""A seller and their gigs, as the seller sees it in the chat."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.person import Person
from tests.acceptance.market import Market, labels, open_market


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A fresh bot in a fresh sandbox."""
    async with open_market(tmp_path) as fresh:
        yield fresh


@pytest.fixture
async def seller(market: Market) -> Person:
    """Somebody who has pressed Start."""
    person = market.person("Сергей")
    await market.starts(person)
    return person


def letters(person: Person) -> str:
    """The newest message with breakable spaces."""
    return person.last.text.replace("\N{NO-BREAK SPACE}", " ")


async def test_bad_input_gets_one_sentence_and_the_form_stays(market: Market, seller: Person) -> None:
    """SPEC 11; afterwards the same question takes a good answer."""
    await market.says(seller, "/gigs")
    await market.presses(seller, "Создать кворк")

    assert "от 3 до 70" in (await market.says(seller, "я" * 4_000)).text
    seller.send_sticker()
    await market.settled()
    assert "нужен текст" in seller.last.text
    assert "Шаг 2 из 5" in (await market.says(seller, "Логотип для кофейни")).text
    assert "Шаг 3 из 5" in (await market.says(seller, "Нарисую логотип в трёх вариантах.")).text
    await market.presses(seller, "Пропустить")
    assert "от 1 до" in (await market.says(seller, "0")).text
    assert "от 1 до" in (await market.says(seller, "1000000000000")).text
    assert "Шаг 5 из 5" in (await market.says(seller, "1500")).text
    assert "от 1 до 60" in (await market.says(seller, "0")).text
    assert "от 1 до 60" in (await market.says(seller, "61")).text
    assert "Так кворк увидит покупатель" in (await market.says(seller, "60")).text


async def test_a_command_is_not_an_answer(market: Market, seller: Person) -> None:
    """A seller who looks into another room loses nothing, and «Создать кворк» goes on where it was."""
    await market.says(seller, "/gigs")
    await market.presses(seller, "Создать кворк")
    await market.says(seller, "Логотип для кофейни")
    assert "Мои кворки" in (await market.says(seller, "/gigs")).text
    await market.presses(seller, "Создать кворк")
    assert "Шаг 2 из 5" in letters(seller)
    await market.presses(seller, "Назад")

    assert "Сейчас:\nЛоготип для кофейни" in letters(seller)
    await market.presses(seller, "Оставить как есть")
    assert "Шаг 2 из 5" in letters(seller)


async def test_buttons_of_a_past_step_do_nothing(market: Market, seller: Person) -> None:
    """«Назад» under an old question is answered, and the newest question stays."""
    await market.says(seller, "/gigs")
    await market.presses(seller, "Создать кворк")
    old = await market.says(seller, "Логотип для кофейни")
    await market.says(seller, "Нарисую логотип в трёх вариантах.")

    assert await market.presses(seller, "Назад", on=old)
    assert "Шаг 4 из 5" in (await market.says(seller, "Какой цвет?")).text


async def test_publishing_twice_makes_one_gig(market: Market, seller: Person) -> None:
    """A double tap."""
    payload = await market.publishes_gig(seller)
    press = next(message for message in reversed(seller.received) if "Состояние" in message.text)
    seller.press(press, "Опубликовать", stale=True)
    await market.settled()
    await market.says(seller, "/gigs")

    assert [label for label in labels(seller.last) if label.startswith("Логотип")] == ["Логотип для кофейни"]
    assert payload.startswith("k_")


async def test_a_published_gig_offers_its_link(market: Market, seller: Person) -> None:
    """To copy and to pass on."""
    payload = await market.publishes_gig(seller)
    link = f"https://t.me/vsrok_bot?start={payload}"

    assert link in seller.last.text
    assert seller.button(seller.last, "Скопировать ссылку")["copy_text"] == {"text": link}
    assert seller.button(seller.last, "Поделиться")["url"].startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me")


async def test_one_part_of_a_gig_is_changed(market: Market, seller: Person) -> None:
    """Buyers see the change only once it is saved."""
    await market.publishes_gig(seller)
    await market.presses(seller, "Открыть кворк")
    await market.presses(seller, "Изменить")
    await market.presses(seller, "Цена")
    await market.says(seller, "2000")
    assert "Цена: 2 000 ₽" in letters(seller)

    assert await market.presses(seller, "Сохранить") == "Изменения сохранены"
    assert "Состояние: продаётся" in letters(seller)
    assert "Цена: 2 000 ₽" in letters(seller)


async def test_a_gig_is_paused_resumed_and_removed(market: Market, seller: Person) -> None:
    """Twice is as good as once; the buttons of a removed gig are refused."""
    await market.publishes_gig(seller)
    await market.presses(seller, "Открыть кворк")
    page = seller.last
    await market.presses(seller, "Приостановить")
    assert "Состояние: приостановлен" in letters(seller)
    seller.press(page, "Приостановить", stale=True)
    await market.settled()
    assert "Состояние: приостановлен" in letters(seller)
    await market.presses(seller, "Возобновить")
    assert "Состояние: продаётся" in letters(seller)
    await market.presses(seller, "Удалить")
    await market.presses(seller, "Назад")
    await market.presses(seller, "Удалить")
    await market.presses(seller, "Да, удалить")
    assert "Кворк удалён" in letters(seller)

    press = seller.press(page, "Приостановить", stale=True)
    await market.settled()
    assert press.answer is not None
    assert press.answer.text
    assert "Кворк удалён" in letters(seller)


async def test_nobody_touches_another_sellers_gig(market: Market, seller: Person) -> None:
    """A forged press."""
    await market.publishes_gig(seller)
    stranger = market.person("Пётр")
    await market.starts(stranger)
    for act in ("open", "pause", "sure", "link"):
        press = stranger.press(stranger.last, data=f"gig:1:{act}")
        await market.settled()
        assert press.answer is not None
        assert press.answer.text
    await market.presses(seller, "Открыть кворк")

    assert "Состояние: продаётся" in letters(seller)
