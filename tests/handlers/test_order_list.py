"""«Заказы» in the chat."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.person import Person
from tests.acceptance.market import Market, labels, open_market
from tests.handlers.screens import table_of


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


async def test_the_table_can_be_filtered_and_every_row_opens_its_order(market: Market, seller: Person) -> None:
    """In place; the same filter twice does no harm."""
    shown = await market.says(seller, "/orders")
    assert [row[0] for row in table_of(shown.body)] == ["№", "№1"]
    for name, numbers in (("Новые", ["№1"]), ("В работе", []), ("В работе", []), ("Завершённые", []), ("Все", ["№1"])):
        await market.presses(seller, name)
        body = seller.message(shown.id).body
        rows = [row[0] for row in table_of(body)[1:]] if "rich_message" in body else []
        assert rows == numbers
        assert f"• {name}" in labels(seller.message(shown.id))
    assert seller.last.id == shown.id
    await market.presses(seller, "№1")
    assert "Статус: Не начат" in seller.last.text


async def test_the_view_is_remembered(market: Market, seller: Person) -> None:
    """«Списком» until «Таблицей»."""
    await market.says(seller, "/orders")
    await market.presses(seller, "Списком")
    assert "№1 Логотип для кофейни" in seller.last.text
    assert "№1 Логотип для кофейни" in (await market.says(seller, "/orders")).text
    await market.presses(seller, "Таблицей")
    assert (await market.says(seller, "/orders")).kind == "rich_message"


async def test_where_telegram_refuses_tables_the_list_goes_out_by_itself(market: Market, seller: Person) -> None:
    """By the command and in place of the menu; the person's choice stays."""
    menu = await market.starts(seller)
    for method in ("sendRichMessage", "editMessageText"):
        market.sandbox.faults.add("refuse", method=method, description="Bad Request: RICH_MESSAGE_UNSUPPORTED")
    await market.presses(seller, "Заказы", on=menu)
    assert "№1 Логотип для кофейни" in seller.message(menu.id).text
    assert "№1 Логотип для кофейни" in (await market.says(seller, "/orders")).text
    assert "Таблицей" in labels(seller.last)
    assert (await market.says(seller, "/orders")).kind == "rich_message"


async def test_the_seller_does_not_see_an_order_before_it_is_paid(market: Market, seller: Person) -> None:
    """The buyer does."""
    buyer = market.person("Борис")
    payload = await market.publishes_gig(seller, questions="")
    await market.orders(buyer, payload)
    assert [row[0] for row in table_of((await market.says(seller, "/orders")).body)] == ["№", "№1"]
    assert [row[3] for row in table_of((await market.says(buyer, "/orders")).body)] == ["Статус", "Ожидает оплаты"]


async def test_who_has_no_orders_is_led_on(market: Market, seller: Person) -> None:
    """A seller with a gig is told of its link."""
    stranger = market.person("Глеб")
    await market.starts(stranger)
    assert "создайте кворк" in (await market.says(stranger, "/orders")).text
    await market.publishes_gig(stranger, questions="")
    assert "Отправьте покупателю ссылку" in (await market.says(stranger, "/orders")).text
    assert labels(stranger.last) == ["Каталог", "Мои кворки", "➕ Добавить заказ", "Меню"]
