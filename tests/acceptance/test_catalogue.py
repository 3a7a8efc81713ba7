"""«Каталог»: finding a gig and choosing it (SPEC 8)."""

import pytest

from orders.catalogue import Sort
from sandbox.chats import Message
from sandbox.person import Person
from tests.acceptance.market import DAY, Market, labels

NBSP = "\N{NO-BREAK SPACE}"


def titles(message: Message) -> list[str]:
    """The gigs of a page, in order."""
    return [line.split(". ", 1)[1] for line in message.text.splitlines() if line.split(". ", 1)[0].isdigit()]


async def publishes(market: Market, seller: Person, title: str, price: str, term: str) -> None:
    """A gig that is found by its title alone."""
    told = "Сделаю хорошо и в срок, правки бесплатно."
    await market.publishes_gig(seller, title=title, questions="", price=price, term=term, description=told)


@pytest.fixture
async def stocked(market: Market, seller: Person) -> Market:
    """Two sellers, four gigs."""
    other = market.person("Вера")
    await publishes(market, seller, "Логотип для кофейни", "1500", "3")
    await publishes(market, seller, "Визитка", "500", "1")
    await publishes(market, other, "Логотип за час", "900", "1")
    await publishes(market, other, "Перевод текста", "3000", "7")
    return market


async def test_a_buyer_finds_a_gig_by_words_and_orders_it(stocked: Market, buyer: Person) -> None:
    """A typo is forgiven and told; the gig's page leads to the order, and back."""
    await stocked.starts(buyer)
    await stocked.presses(buyer, "Каталог")
    assert titles(buyer.last) == ["Перевод текста", "Логотип за час", "Визитка", "Логотип для кофейни"]
    assert "рейтинг: нет данных" in buyer.last.text
    await stocked.presses(buyer, "Найти")
    page = await stocked.says(buyer, "логатипы")
    assert "Показано по запросу «логотип»" in page.text
    assert titles(page) == ["Логотип за час", "Логотип для кофейни"]
    await stocked.presses(buyer, "Логотип для кофейни")
    assert buyer.last.text.startswith("Логотип для кофейни\n\nПродавец: Сергей")
    await stocked.presses(buyer, "Назад в каталог")
    assert titles(buyer.last) == ["Логотип за час", "Логотип для кофейни"]
    await stocked.presses(buyer, "Логотип для кофейни")
    await stocked.presses(buyer, "Заказать")
    assert "Подтвердить заказ" in " ".join(labels(buyer.last))


async def test_outcomes_move_gigs(stocked: Market, buyer: Person) -> None:
    """A broken order moves all of its seller's gigs below the others at once."""
    page = await stocked.presses_or_says(buyer, "/catalog")
    assert titles(page)[0] == "Перевод текста"
    await stocked.presses(buyer, "Перевод текста")
    await stocked.presses(buyer, "Заказать")
    await stocked.presses(buyer, "Подтвердить заказ")
    await stocked.later(DAY)
    page = await stocked.says(buyer, "/catalog")
    assert titles(page) == ["Визитка", "Логотип для кофейни", "Перевод текста", "Логотип за час"]
    assert f"рейтинг: 0{NBSP}%" in page.text


async def test_sorts_and_filters(stocked: Market, buyer: Person) -> None:
    """In place; they add up, are shown, and can be dropped together."""
    await stocked.presses_or_says(buyer, "/catalog")
    stocked.mark()
    await stocked.presses(buyer, "Дешевле")
    assert titles(buyer.last) == ["Визитка", "Логотип за час", "Логотип для кофейни", "Перевод текста"]
    await stocked.presses(buyer, "Быстрее")
    assert titles(buyer.last) == ["Логотип за час", "Визитка", "Логотип для кофейни", "Перевод текста"]
    await stocked.presses(buyer, "Срок до…")
    await stocked.presses(buyer, "3 дня")
    assert titles(buyer.last) == ["Логотип за час", "Визитка", "Логотип для кофейни"]
    assert stocked.heard(buyer) == []
    await stocked.presses(buyer, "Цена до…")
    assert "Нужна цена" in (await stocked.says(buyer, "много")).text or "числом" in buyer.last.text
    page = await stocked.says(buyer, "1000")
    assert titles(page) == ["Логотип за час", "Визитка"]
    assert f"до 1{NBSP}000{NBSP}₽ · до 3 дней" in page.text
    await stocked.presses(buyer, "Все кворки")
    assert len(titles(buyer.last)) == 4


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("?!… — *", "Напишите словами, что вы ищете: нужна хотя бы одна буква или цифра."),
        ("я" * 500, "Нужен запрос не длиннее 200 символов, сейчас в нём 500. Оставьте главные слова."),
    ],
)
async def test_what_is_no_search_gets_one_sentence_and_the_form_stays(
    stocked: Market, buyer: Person, typed: str, said: str
) -> None:
    """Afterwards the same question takes words."""
    await stocked.presses_or_says(buyer, "/catalog")
    await stocked.presses(buyer, "Найти")
    assert (await stocked.says(buyer, typed)).text == said
    assert titles(await stocked.says(buyer, "визитки")) == ["Визитка"]


async def test_nothing_found_says_what_next(stocked: Market, buyer: Person) -> None:
    """Without the filters, other words, all gigs, the exchange. What is written next is no search any more."""
    await stocked.presses_or_says(buyer, "/catalog")
    await stocked.presses(buyer, "Срок до…")
    await stocked.presses(buyer, "1 день")
    await stocked.presses(buyer, "Найти")
    page = await stocked.says(buyer, "перевод")
    assert "Ничего не нашлось." in page.text
    assert labels(page) == ["Без фильтров", "Найти", "Все кворки", "Биржа", "Меню"]
    assert "Сейчас передать это некому" in (await stocked.says(buyer, "Добрый день, как дела с заказом?")).text
    await stocked.presses(buyer, "Без фильтров", on=page)
    assert titles(buyer.message(page.id)) == ["Перевод текста"]
    await stocked.presses(buyer, "Найти", on=page)
    assert "Ничего не нашлось." in (await stocked.says(buyer, "аквариум")).text
    await stocked.presses(buyer, "Биржа")
    assert "Создать запрос" in labels(buyer.last)


async def test_only_what_can_be_bought_is_shown_and_ones_own_is_marked(
    stocked: Market, seller: Person, buyer: Person
) -> None:
    """A paused gig is not there; an old button of it says so; one's own opens as one's own."""
    page = await stocked.presses_or_says(buyer, "/catalog")
    await stocked.says(seller, "/gigs")
    await stocked.presses(seller, "Визитка")
    await stocked.presses(seller, "Приостановить")
    assert "не продаётся" in await stocked.presses(buyer, "Визитка", on=page)
    await stocked.presses(buyer, "Дешевле")
    assert "Визитка" not in titles(buyer.last)
    own = await stocked.says(seller, "/catalog")
    assert "Это ваш кворк" in own.text
    await stocked.presses(seller, "Логотип для кофейни", on=own)
    assert seller.message(own.id).text.startswith("Это ваш кворк.")


async def test_old_buttons_work_or_say_why(stocked: Market, buyer: Person) -> None:
    """Also those of somebody else's search, and forged ones."""
    page = await stocked.presses_or_says(buyer, "/catalog")
    stocked.mark()
    for data, said in (
        ("ct:1:r:0:0:0:0", "Этот поиск уже забыт. Откройте /catalog и нажмите «Найти»."),
        ("ct:0:r:7:0:0:0", "Такой категории больше нет. Откройте /catalog и выберите другую."),
        ("ct:0:x:0:0:0:0", "Эта кнопка больше не действует. Откройте /start."),
    ):
        press = buyer.press(page, data=data)
        await stocked.settled()
        assert press.answer is not None
        assert press.answer.text == said
    press = buyer.press(page, data=f"ct:0:{Sort.RATING}:0:0:0:999999999")
    await stocked.settled()
    assert len(titles(buyer.message(page.id))) == 4
    assert stocked.heard(buyer) == []


async def test_ten_a_page(market: Market, seller: Person, buyer: Person) -> None:
    """Newest first where nothing else tells them apart."""
    for number in range(12):
        await market.publishes_gig(seller, title=f"Кворк {number}", questions="")
    page = await market.presses_or_says(buyer, "/catalog")
    assert titles(page) == [f"Кворк {number}" for number in range(11, 1, -1)]
    assert "Страница 1 из 2, всего кворков: 12" in page.text
    await market.presses(buyer, "Вперёд" if any("Вперёд" in label for label in labels(page)) else "›")
    assert titles(buyer.last) == ["Кворк 1", "Кворк 0"]


@pytest.mark.parametrize("then", ["Дешевле", "Цена до…", "Срок до…", "Найти", "Визитка"])
async def test_a_double_press_only_redraws(stocked: Market, buyer: Person, then: str) -> None:
    """One message, the same after the second press as after one; both presses are answered."""
    page = await stocked.presses_or_says(buyer, "/catalog")
    shown = [(page.text, labels(page))]
    stocked.mark()
    data = buyer.button(page, then)["callback_data"]
    for presses in (1, 2):
        pressed = [buyer.press(page, data=data) for _ in range(presses)]
        await stocked.settled()
        assert [press.answer.text for press in pressed if press.answer is not None] == [""] * presses
        page = buyer.message(page.id)
        shown.append((page.text, labels(page)))
    assert shown[0] != shown[1] == shown[2]
    assert stocked.heard(buyer) == []
    assert await stocked.wrongs() == []
