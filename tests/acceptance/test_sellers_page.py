"""A seller's page, as a buyer sees it (SPEC 6 and 8)."""

import pytest

from sandbox.person import Person
from tests.acceptance.market import Market, labels


async def test_from_a_gig_the_way_leads_to_its_seller(market: Market, seller: Person, buyer: Person) -> None:
    """Name, rating, and every gig on sale as a button that opens it."""
    payload = await market.publishes_gig(seller)
    await market.publishes_gig(seller, title="Визитка для кофейни", price="700")
    await market.starts(buyer, payload)
    await market.presses(buyer, "О продавце")
    page = buyer.last
    assert page.text == "Сергей\nРейтинг ответственности: нет данных\nОтзывов пока нет\nПродаёт 2 кворка:"
    shown = [label.replace("\N{NO-BREAK SPACE}", " ") for label in labels(page)]
    assert shown == ["Визитка для кофейни · 700 ₽", "Логотип для кофейни · 1 500 ₽", "Меню"]
    await market.presses(buyer, "Визитка для кофейни")
    assert buyer.last.text.startswith("Визитка для кофейни")
    assert "Заказать" in labels(buyer.last)


async def test_many_gigs_stand_on_pages(market: Market, seller: Person, buyer: Person) -> None:
    """Ten a page, newest first, turned in place."""
    for number in range(11):
        payload = await market.publishes_gig(seller, title=f"Кворк {number}", questions="")
    await market.starts(buyer, payload)
    await market.presses(buyer, "О продавце")
    market.mark()
    await market.presses(buyer, "›")
    assert next(label for label in labels(buyer.last) if label.startswith("Кворк")).startswith("Кворк 0")
    await market.presses(buyer, "‹")
    assert sum(label.startswith("Кворк") for label in labels(buyer.last)) == 10
    assert market.heard(buyer) == []


async def test_a_seller_opens_their_own_gig_as_their_own(market: Market, seller: Person) -> None:
    """From their own page too."""
    await market.publishes_gig(seller)
    stranger = market.person("Вера")
    payload = await market.publishes_gig(stranger, title="Визитка")
    await market.starts(seller, payload)
    await market.presses(seller, "О продавце")
    press = seller.press(seller.last, data=f"shop:{seller.id}:")
    await market.settled()
    assert press.answer is not None
    await market.presses(seller, "Логотип для кофейни", on="Продаёт 1 кворк:")
    assert seller.last.text.startswith("Это ваш кворк.")


async def test_nobody_is_shown_whom_the_bot_does_not_know(market: Market, seller: Person, buyer: Person) -> None:
    """A forged button."""
    payload = await market.publishes_gig(seller)
    await market.starts(buyer, payload)
    market.mark()
    press = buyer.press(buyer.last, data="shop:404:")
    await market.settled()
    assert press.answer is not None
    assert press.answer.text == "Такого человека бот не знает."
    assert market.heard(buyer) == []


@pytest.mark.parametrize(
    ("data", "answered", "heard"),
    [
        ("shop:{id}:", "Такого человека бот не знает.", []),
        ("shop:{id}:0", "Такого человека бот не знает.", []),
        ("rs:s:{id}:0:0", "", ["Отзывы о продавце: без имени"]),
    ],
)
async def test_whoever_has_never_sold_has_no_page(
    market: Market, seller: Person, buyer: Person, data: str, answered: str, heard: list[str]
) -> None:
    """A forged button names no buyer, neither on a seller's page nor above a seller's reviews."""
    await market.new_order(seller, buyer)
    curious = market.person("Вера")
    await market.starts(curious)
    market.mark()
    press = curious.press(curious.last, data=data.format(id=buyer.id))
    await market.settled()
    assert press.answer is not None
    assert press.answer.text == answered
    assert [words.split("\n")[0] for words in market.heard(curious)] == heard


async def test_the_page_stays_when_the_last_gig_is_removed(market: Market, seller: Person, buyer: Person) -> None:
    """Whoever has bought there can still look."""
    payload = await market.publishes_gig(seller)
    await market.starts(buyer, payload)
    gig_page = buyer.last
    await market.says(seller, "/gigs")
    await market.presses(seller, "Логотип для кофейни")
    await market.presses(seller, "Удалить")
    await market.presses(seller, "Да, удалить")
    await market.presses(buyer, "О продавце", on=gig_page)
    assert "Сейчас у продавца нет кворков в продаже." in buyer.last.text
