"""Reading an order in the chat: its card, its brief, its history."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.files import Kind
from sandbox.person import Person
from tests.acceptance.market import Market, labels, open_market


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A fresh bot in a fresh sandbox."""
    async with open_market(tmp_path) as fresh:
        yield fresh


@pytest.fixture
async def seller(market: Market) -> Person:
    """With one paid order."""
    person = market.person("Сергей")
    await market.new_order(person, market.person("Анна"))
    return person


def words_after(person: Person, message_id: int) -> list[str]:
    """What the bot has said since."""
    return [message.text or message.kind for message in person.received if message.id > message_id]


async def test_the_history_tells_everything_and_hands_files_over_again(market: Market, seller: Person) -> None:
    """To both sides alike; also after the end."""
    buyer = market.person("Анна")
    await market.presses(seller, "Приступаю к работе")
    await market.presses(seller, "Сдать выполненную работу")
    seller.send_file(Kind.DOCUMENT, "logo.svg", b"<svg/>", caption="Готово, исходники внутри")
    await market.settled()
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сдать")
    await market.presses(buyer, "Принять работу")
    for person in (seller, buyer):
        await market.presses(person, "История")
        history = person.last
        assert "Продавец приступил к работе" in history.text
        assert "Готово, исходники внутри" in history.text
        assert "Покупатель принял работу" in history.text
        await market.presses(person, "4", on=history)
        again = words_after(person, history.id)
        assert again[1:] == ["Готово, исходники внутри", "document"]
        await market.presses(person, "Открыть заказ №1", on=history)
        assert "Статус: Выполнен" in person.last.text


async def test_the_brief_is_shown_whole(market: Market, seller: Person) -> None:
    """And leads back to the order."""
    card = seller.find("Статус: Не начат")
    await market.presses(seller, "Задание", on=card)
    assert "Что написать на логотипе?\n«Зерно», коричневый" in seller.received[-2].text
    assert labels(seller.last) == ["Открыть заказ №1"]


async def test_strangers_read_nothing(market: Market, seller: Person) -> None:
    """Forged buttons of somebody who is no side of the order, and of a side with another order's entry."""
    stranger = market.person("Глеб")
    await market.starts(stranger)
    for data in ("o:1:open:0:n", "o:1:brief:0:n", "o:1:history:0:n", "h:1:0", "hr:1:1"):
        press = stranger.press(stranger.last, data=data)
        await market.settled()
        assert press.answer is not None
        assert press.answer.text == "Такого заказа у вас нет. Ваши заказы — в /orders."
    await market.new_order(stranger, market.person("Борис"))
    press = stranger.press(stranger.last, data="hr:2:1")
    await market.settled()
    assert press.answer is not None
    assert press.answer.text == "Такого заказа у вас нет. Ваши заказы — в /orders."
