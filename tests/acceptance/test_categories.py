"""Categories: set by the operator, chosen by sellers, looked through by buyers."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.person import Person
from tests.acceptance.market import Market, labels, open_market

OPERATOR = 1001


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """With an operator."""
    async with open_market(tmp_path, admin_ids=frozenset({OPERATOR})) as fresh:
        await fresh.starts(fresh.person("Ольга"))
        yield fresh


@pytest.fixture
def operator(market: Market) -> Person:
    """Whoever came first."""
    return market.person("Ольга")


async def adds(market: Market, operator: Person, russian: str, english: str) -> None:
    """From the desk."""
    await market.says(operator, "/admin")
    await market.presses(operator, "Категории")
    await market.presses(operator, "Добавить категорию")
    await market.says(operator, russian, english)


async def test_from_the_operator_to_the_buyer(market: Market, operator: Person, seller: Person, buyer: Person) -> None:
    """A category is added, a seller chooses it for a gig, a buyer finds the gig there."""
    await adds(market, operator, "Дизайн", "Design")
    await adds(market, operator, "Тексты", "Texts")
    await market.publishes_gig(seller)
    assert "В какой категории покупатели найдут «Логотип для кофейни»?" in seller.last.text
    await market.presses(seller, "Дизайн")
    await market.publishes_gig(seller, title="Без категории")
    await market.presses(seller, "Пропустить")
    page = await market.presses_or_says(buyer, "/catalog")
    assert labels(page) == ["Дизайн", "Тексты", "Все кворки", "Найти", "Меню"]
    await market.presses(buyer, "Дизайн")
    assert "Найден 1 кворк" in buyer.last.text
    await market.presses(buyer, "Логотип для кофейни")
    assert "Категория: Дизайн" in buyer.last.text


async def test_they_are_renamed_moved_and_removed(
    market: Market, operator: Person, seller: Person, buyer: Person
) -> None:
    """A button of a removed one says so; its gigs have none."""
    await adds(market, operator, "Дизайн", "Design")
    await adds(market, operator, "Тексты", "Texts")
    await market.publishes_gig(seller)
    await market.presses(seller, "Тексты")
    await market.presses(operator, "Тексты / Texts")
    await market.presses(operator, "Выше")
    assert labels(operator.last)[:2] == ["Тексты / Texts", "Дизайн / Design"]
    await market.presses(operator, "Тексты / Texts")
    assert await market.presses(operator, "Выше") == "Дальше двигать некуда"
    await market.presses(operator, "Переименовать")
    assert "от 2 до 40 символов" in (await market.says(operator, "я")).text
    await market.says(operator, "Переводы", "Translations")
    page = await market.presses_or_says(buyer, "/catalog")
    assert labels(page)[:2] == ["Переводы", "Дизайн"]
    await market.presses(operator, "Переводы / Translations")
    await market.presses(operator, "Удалить")
    await market.presses(operator, "Да, удалить")
    gone = "Такой категории больше нет. Откройте /catalog и выберите другую."
    assert await market.presses(buyer, "Переводы", on=page) == gone
    await market.presses(buyer, "Все кворки", on=page)
    assert "Найден 1 кворк" in buyer.message(page.id).text


async def test_categories_are_the_operators_alone(market: Market, operator: Person, buyer: Person) -> None:
    """For everybody else the button does not exist."""
    await adds(market, operator, "Дизайн", "Design")
    await market.starts(buyer)
    press = buyer.press(buyer.last, data="ac:1:sure")
    await market.settled()
    assert press.answer is not None
    assert press.answer.text == "Эта кнопка больше не действует. Откройте /start."
    assert labels(await market.says(buyer, "/catalog"))[0] == "Дизайн"


async def test_a_name_is_taken_once(market: Market, operator: Person) -> None:
    """In either language, whatever the letters' case; renaming may keep it. The form goes on asking."""
    taken = "Категория с таким названием уже есть. Напишите другое название."
    await adds(market, operator, "Дизайн", "Design")
    await market.presses(operator, "Добавить категорию")
    assert (await market.says(operator, "дизайн")).text == taken
    await market.says(operator, "Тексты")
    assert (await market.says(operator, "DESIGN")).text == taken
    await market.says(operator, "Texts")
    assert [label for label in labels(operator.last) if " / " in label] == ["Дизайн / Design", "Тексты / Texts"]
    await market.presses(operator, "Дизайн / Design")
    await market.presses(operator, "Переименовать")
    await market.says(operator, "Дизайн", "Design and art")
    assert "Дизайн / Design and art" in labels(operator.last)
