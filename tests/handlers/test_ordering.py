"""A buyer orders a gig, as the buyer sees it in the chat."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.person import Attachment, Person
from tests.acceptance.market import Market, labels, open_market


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A fresh bot in a fresh sandbox."""
    async with open_market(tmp_path) as fresh:
        yield fresh


@pytest.fixture
def seller(market: Market) -> Person:
    """A seller."""
    return market.person("Сергей")


@pytest.fixture
def buyer(market: Market) -> Person:
    """Somebody who has never seen the bot."""
    return market.person("Анна")


def cards(person: Person) -> list[str]:
    """The order cards in the chat."""
    return [message.text for message in person.received if message.text.startswith("Заказ №")]


async def test_a_new_person_orders_by_a_link(market: Market, seller: Person, buyer: Person) -> None:
    """Page, questions one by one, card."""
    payload = await market.publishes_gig(seller, questions="Какой текст?\nКакой цвет?")
    await market.starts(buyer, payload)
    assert "Логотип для кофейни" in buyer.last.text
    assert "нет данных" in buyer.last.text
    await market.presses(buyer, "Заказать")
    assert "Вопрос 1 из 2\nКакой текст?" in buyer.last.text
    await market.says(buyer, "Зерно")
    await market.presses(buyer, "Готово")
    assert "Вопрос 2 из 2\nКакой цвет?" in buyer.last.text
    await market.says(buyer, "Синий", "или белый")
    await market.presses(buyer, "Готово")

    assert "Ожидает оплаты" in buyer.last.text
    assert "Синий\n\nили белый" in buyer.last.text
    assert "Подтвердить заказ" in " ".join(labels(buyer.last))


async def test_an_album_gets_one_answer(market: Market, seller: Person, buyer: Person) -> None:
    """And is one answer with all its files."""
    await market.starts(buyer, await market.publishes_gig(seller))
    await market.presses(buyer, "Заказать")
    before = len(buyer.received)
    buyer.send_album([Attachment("photo", f"{number}.jpg", b"picture") for number in range(5)])
    await market.settled()
    assert len(buyer.received) == before + 1
    await market.presses(buyer, "Готово")

    assert "5 файлов" in buyer.last.text


async def test_an_empty_answer_is_refused(market: Market, seller: Person, buyer: Person) -> None:
    """A sticker is nothing either; the question stays."""
    await market.starts(buyer, await market.publishes_gig(seller))
    await market.presses(buyer, "Заказать")
    buyer.send_sticker()
    await market.settled()
    assert "Вопрос" not in buyer.last.text
    await market.says(buyer, "Зерно")
    await market.presses(buyer, "Ответить заново")
    accepted = buyer.last
    press = buyer.press(accepted, "Готово", stale=True)
    await market.settled()

    assert press.answer is not None
    assert press.answer.text
    assert not cards(buyer)


async def test_ordering_again_goes_on_where_it_was(market: Market, seller: Person, buyer: Person) -> None:
    """An old «Заказать» loses nothing, and neither does a restart of the bot."""
    payload = await market.publishes_gig(seller, questions="Какой текст?\nКакой цвет?")
    page = await market.starts(buyer, payload)
    await market.presses(buyer, "Заказать", on=page)
    await market.says(buyer, "Зерно")
    await market.presses(buyer, "Готово")
    await market.stop_bot()
    await market.start_bot()
    await market.presses(buyer, "Заказать", on=page)
    assert "Вопрос 2 из 2" in buyer.last.text
    await market.presses(buyer, "Назад")

    assert "Зерно" in buyer.last.text


async def test_a_gig_without_questions_is_ordered_at_once(market: Market, seller: Person, buyer: Person) -> None:
    """A double tap places one order."""
    page = await market.starts(buyer, await market.publishes_gig(seller, questions=""))
    await market.presses(buyer, "Заказать", on=page)
    assert "уже оформлен" in await market.presses(buyer, "Заказать", on=page)

    assert {card.split("\n")[0] for card in cards(buyer)} == {"Заказ №1"}


async def test_new_terms_are_shown_before_the_order_is_placed(market: Market, seller: Person, buyer: Person) -> None:
    """The answers are kept, and one tap agrees."""
    payload = await market.publishes_gig(seller)
    await market.starts(buyer, payload)
    await market.presses(buyer, "Заказать")
    await market.says(buyer, "Зерно")
    await changes(market, seller, "Цена", "2000")
    assert "изменил условия" in await market.presses(buyer, "Готово")
    assert "2\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}₽" in buyer.last.text
    assert not cards(buyer)
    await market.presses(buyer, "Заказать")

    assert "2\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}₽" in cards(buyer)[-1]
    assert "Зерно" in cards(buyer)[-1]


async def test_only_new_questions_are_asked(market: Market, seller: Person, buyer: Person) -> None:
    """The answers to the old ones are kept."""
    payload = await market.publishes_gig(seller, questions="Какой текст?")
    await market.starts(buyer, payload)
    await market.presses(buyer, "Заказать")
    await market.says(buyer, "Зерно")
    await changes(market, seller, "Что нужно от покупателя", "Какой текст?\nКакой цвет?")
    await market.presses(buyer, "Готово")
    await market.presses(buyer, "Заказать")
    assert "Вопрос 2 из 2\nКакой цвет?" in buyer.last.text
    await market.says(buyer, "Синий")
    await market.presses(buyer, "Готово")

    assert "Зерно" in cards(buyer)[-1]
    assert "Синий" in cards(buyer)[-1]


async def test_an_old_page_does_not_order_under_new_terms(market: Market, seller: Person, buyer: Person) -> None:
    """It is drawn anew first."""
    page = await market.starts(buyer, await market.publishes_gig(seller, questions=""))
    await changes(market, seller, "Цена", "2000")
    assert "изменил условия" in await market.presses(buyer, "Заказать", on=page)
    assert not cards(buyer)
    await market.presses(buyer, "Заказать", on=page)

    assert "2\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}₽" in cards(buyer)[-1]


async def test_a_paused_gig_keeps_the_answers(market: Market, seller: Person, buyer: Person) -> None:
    """Once it is resumed, «Готово» places the order."""
    await market.starts(buyer, await market.publishes_gig(seller))
    await market.presses(buyer, "Заказать")
    await market.says(buyer, "Зерно")
    await market.presses(seller, "Открыть кворк")
    await market.presses(seller, "Приостановить")
    assert "не продаётся" in await market.presses(buyer, "Готово")
    assert not cards(buyer)
    await market.presses(seller, "Возобновить")
    await market.presses(buyer, "Готово")

    assert "Зерно" in cards(buyer)[-1]


async def test_a_wrong_link_leads_to_the_menu(market: Market, buyer: Person) -> None:
    """One sentence and a button."""
    await market.starts(buyer, "k_nothing")

    assert "не продаётся" in buyer.last.text
    assert labels(buyer.last) == ["Меню"]


async def test_a_seller_sees_their_own_gig_behind_its_link(market: Market, seller: Person) -> None:
    """And can't order it with a forged press."""
    payload = await market.publishes_gig(seller)
    await market.starts(seller, payload)
    assert "Это ваш кворк" in seller.last.text
    assert "Изменить" in labels(seller.last)
    press = seller.press(seller.last, data=f"buy:{payload.removeprefix('k_')}:00000000")
    await market.settled()

    assert press.answer is not None
    assert press.answer.text
    assert not cards(seller)


async def changes(market: Market, seller: Person, part: str, value: str) -> None:
    """The seller changes one part of their newest gig."""
    await market.says(seller, "/gigs")
    await market.presses(seller, "Логотип для кофейни")
    await market.presses(seller, "Изменить")
    await market.presses(seller, part)
    await market.says(seller, value)
    await market.presses(seller, "Сохранить")
