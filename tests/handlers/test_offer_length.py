"""Whatever people write, an offer fits into one message, to its seller, its buyer and in its form."""

from zoneinfo import ZoneInfo

import pytest
from aiogram.utils.formatting import Bold, as_list

from desk.people import Person
from handlers.card import Reader
from handlers.fitting import length
from handlers.gigs.draft import Draft
from handlers.offers.form_screens import form_screen
from handlers.offers.page import seller_lines, state_line, terms_page, until_line
from handlers.offers.writing import OfferWriting
from handlers.texts import LANGUAGES, texts_in
from orders.gig import Terms
from orders.money import Money
from orders.offer import Offer, OfferState
from orders.order import Effect
from orders.rating import Rating
from tests.orders.builders import NOW, POLICY

MESSAGE_MAX = 4_096
#: An emoji counts two.
LETTER = "😀"
NAMED = Person(id=11, first_name=LETTER * 64, last_name=LETTER * 64)
#: With kopecks, which take room too.
DEAREST = Money(999_999_999, "RUB")
RATING = Rating((Effect.KEPT,) * 30)
TERMS = Terms(title=LETTER * 70, description=LETTER * 3_000, questions=(), price=DEAREST, term_days=60)
OFFER = Offer(id=1, code="c" * 40, seller_id=11, terms=TERMS, made_at=NOW, expires_at=NOW + 1, buyer_id=22, opened_at=1)


def reader(language: str) -> Reader:
    """Of the longest name."""
    return Reader(NAMED, texts_in(language), ZoneInfo("Europe/Moscow"), NOW, POLICY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_offer_fits(language: str) -> None:
    """With all its lines, the description is what gives way; its end is marked."""
    reads = reader(language)
    facts = [*seller_lines(reads, NAMED.name, RATING), until_line(reads, OFFER.expires_at)]
    tail = reads.texts("offer-tail-open", method=POLICY.payment_method, number="0")
    page = terms_page(reads, TERMS, facts, Bold(reads.texts.plain("offer-title")), tail)
    assert MESSAGE_MAX - 2 <= length(page) <= MESSAGE_MAX
    assert "…\n\n" in page.as_kwargs()["text"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_preview_fits(language: str) -> None:
    """With the longest name of whom it is for, on the button too."""
    writing = OfferWriting(form=1, buyer=22, draft=Draft.of(TERMS), is_preview=True)
    text, rows = form_screen(reader(language), writing, RATING, "RUB", NAMED)
    assert length(text) <= MESSAGE_MAX
    assert all(len(button.text) <= 64 for row in rows for button in row)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", OfferState)
def test_the_longest_list_fits(language: str, state: OfferState) -> None:
    """Eight offers a page, each to somebody of the longest name."""
    reads = reader(language)
    line = reads.texts(
        "offers-line",
        number="99999",
        title=Bold(TERMS.title),
        price="9" * 20,
        state=state_line(reads, OFFER, state, NAMED.name),
    )
    assert length(as_list(*[line] * 8)) <= MESSAGE_MAX - 400
