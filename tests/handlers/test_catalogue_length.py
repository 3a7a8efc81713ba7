"""Whatever people write and look for, a page of the catalogue fits into one message, and its lists into buttons."""

from collections.abc import Iterator
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from aiogram.types import InlineKeyboardButton

from desk.catalogue import CataloguePage, Listed
from desk.people import Person
from handlers.card import Reader
from handlers.catalogue.buttons import CataloguePress, Filter
from handlers.catalogue.page import ON_A_PAGE, CatalogueView
from handlers.catalogue.screens import beginning, catalogue_screen, filter_screen
from handlers.fitting import length
from handlers.says import Rows
from handlers.texts import LANGUAGES, texts_in
from orders.availability import Availability, Taking
from orders.catalogue import WORDS_MAX, Sort
from orders.category import NAME, Category
from orders.gig import TITLE, Gig, GigStatus, Terms
from orders.money import Money
from orders.policy import DAY
from tests.orders.builders import NOW, POLICY

MESSAGE_MAX = 4_096
DATA_MAX = 64
#: An emoji counts two.
LETTER = "😀"
SELLER, BUYER = 10**10, 11
#: With kopecks, which take room too.
DEAREST = Money(999_999_999, "RUB")
TERMS = Terms(title=LETTER * TITLE[1], description="!", questions=(), price=DEAREST, term_days=22)
GIG = Gig(id=10**10, code="c" * 40, seller_id=SELLER, terms=TERMS, status=GigStatus.ACTIVE)
CATEGORY = Category(id=10**7, name_ru=LETTER * NAME[1], name_en=LETTER * NAME[1], position=1)
#: The longest numbers that a button may hold.
PRESS = CataloguePress(search=10**10, category=CATEGORY.id, price=10**10, days=1_000, page=10**5)
ROW = Listed(gig=GIG, kept=30, broken=0, positive=10**6)
AWAY = Availability(Taking.AWAY, NOW + 100 * DAY)
STANDS = {"open": Availability(), "away": AWAY, "busy": Availability(Taking.BUSY)}


def reader(language: str, person_id: int = BUYER) -> Reader:
    """Somebody who looks."""
    return Reader(Person(id=person_id, first_name="A"), texts_in(language), ZoneInfo("Europe/Moscow"), NOW, POLICY)


def view(press: CataloguePress, stands: Availability, *, is_partial: bool = True) -> CatalogueView:
    """A full page of the longest rows below the longest heading."""
    found = CataloguePage(rows=(ROW,) * ON_A_PAGE, total=10**7, shown_for=LETTER * WORDS_MAX, is_partial=is_partial)
    return CatalogueView(
        press=press,
        words=LETTER * WORDS_MAX,
        category=CATEGORY,
        has_categories=True,
        currency="RUB",
        found=found,
        stands={SELLER: stands},
    )


def buttons(rows: Rows) -> Iterator[InlineKeyboardButton]:
    """All of them."""
    return (button for row in rows for button in row)


@pytest.mark.parametrize(("language", "stands"), list(product(LANGUAGES, STANDS)))
def test_the_longest_page_fits(language: str, stands: str) -> None:
    """With everything that is told above and in a row."""
    text, _ = catalogue_screen(reader(language), view(PRESS, STANDS[stands]))
    assert length(text) <= MESSAGE_MAX


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_ones_own_gigs_fits(language: str) -> None:
    """Each says so."""
    text, _ = catalogue_screen(reader(language, SELLER), view(PRESS, AWAY))
    assert length(text) <= MESSAGE_MAX


@pytest.mark.parametrize(("language", "sort"), list(product(LANGUAGES, Sort)))
def test_the_longest_list_fits_into_its_buttons(language: str, sort: Sort) -> None:
    """On a page, in the choice of a filter, and where the catalogue begins."""
    press = PRESS.model_copy(update={"sort": sort})
    texts = texts_in(language)
    screens = [
        catalogue_screen(reader(language), view(press, STANDS["open"])),
        *(filter_screen(texts, press, by, (CATEGORY,)) for by in (Filter.CATEGORY, Filter.DAYS)),
        beginning(texts, (CATEGORY,)),
    ]
    for _, rows in screens:
        for button in buttons(rows):
            assert len((button.callback_data or "").encode()) <= DATA_MAX
            assert 0 < len(button.text) <= DATA_MAX
