"""Whatever people write, everything that is said of a dispute fits into one message."""

from dataclasses import replace
from itertools import product
from types import SimpleNamespace
from typing import cast

import pytest

from desk.people import Person
from desk.ports import RecordedFact, Unit
from handlers.card import card_text
from handlers.history.timeline import ON_A_PAGE, history_page
from handlers.notices import news_message
from handlers.operator.dispute_news import dispute_message
from handlers.operator.dispute_page import dispute_page
from handlers.texts import LANGUAGES, texts_in
from orders import facts as f
from orders.commands import Saying
from orders.content import Content, utf16_length
from orders.dispute import Decision, Dispute, Ruling
from orders.order import Frozen, Order
from orders.payment import PaymentMethod
from orders.rating import Rating
from orders.status import Side
from tests.handlers.test_card_length import DEAREST, LETTER, MESSAGE_MAX, NAMED, longest, reader
from tests.orders.builders import JUDGED, NOW, OPERATOR

WORDS = LETTER * 1_000
DECIDED = [
    f.ArbiterDecided(Decision(ruling=ruling, to_seller=DEAREST, due=NOW), WORDS, OPERATOR, until)
    for ruling in Ruling
    for until in [None if ruling in {Ruling.RELEASE, Ruling.REFUND, Ruling.SPLIT} else NOW]
]
FACTS: list[f.Fact] = [
    f.ArbiterCalled(Side.SELLER, WORDS),
    f.DisputeWithdrawn(Side.SELLER, NOW),
    f.ArbiterAsked(WORDS, OPERATOR),
    *DECIDED,
]


def disputed(options: int = 0) -> Order:
    """Everything that is written down with it is as long as it may be."""
    return replace(
        longest(options, 0),
        method=PaymentMethod.STARS,
        commission=1_234,
        clock=Frozen(-1_000_000),
        dispute=Dispute(by=Side.SELLER, statement=WORDS, opened_at=NOW - 1_000_000),
    )


def unit(*facts: f.Fact) -> Unit:
    """People of the longest names, and this history."""
    recorded = tuple(RecordedFact(index, 1, NOW, fact) for index, fact in enumerate(facts))

    async def get(person_id: int) -> Person:
        return NAMED

    async def history(number: int) -> tuple[RecordedFact, ...]:
        return recorded

    return cast("Unit", SimpleNamespace(people=SimpleNamespace(get=get), orders=SimpleNamespace(history=history)))


@pytest.mark.parametrize(("language", "options"), list(product(LANGUAGES, (0, 3, 10))))
def test_a_card_of_a_dispute_fits_into_a_message(language: str, options: int) -> None:
    """And shows something of the brief, or where to read it."""
    for side in Side:
        words = card_text(reader(language), disputed(options), side, NAMED, "lead-new-order").render()[0]
        assert utf16_length(words) <= MESSAGE_MAX
        assert texts_in(language).plain("card-brief-more") in words


@pytest.mark.parametrize(("language", "fact"), list(product(LANGUAGES, FACTS)))
async def test_news_of_a_dispute_fit_into_a_message(language: str, fact: f.Fact) -> None:
    """To each side and to the operators."""
    order = disputed()
    for side in Side:
        sent = news_message(reader(language), order, side, fact, NAMED, Rating())
        assert utf16_length(sent.text) <= MESSAGE_MAX
    operator = replace(reader(language), policy=JUDGED, person=replace(NAMED, id=OPERATOR))
    told = await dispute_message(operator, order, order.turn, RecordedFact(1, 1, NOW, fact), unit(fact))
    assert told is not None
    assert utf16_length(told.text) <= MESSAGE_MAX


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_page_of_a_dispute_fits_into_a_message(language: str) -> None:
    """With the longest things said last."""
    content = Content(text=LETTER * 2_048)
    said = [f.WorkDelivered(content, 100, NOW), *(f.Said(Side.SELLER, Saying.MESSAGE, content) for _ in range(9))]
    for facts in (said, [f.ArbiterAsked(WORDS, OPERATOR)] * 9, DECIDED):
        for lead in ("dispute-new", "dispute-waits", "dispute-open"):
            order = disputed()
            assert order.dispute is not None
            text, _ = await dispute_page(reader(language), order, order.dispute, unit(*facts), lead)
            assert utf16_length(text.render()[0]) <= MESSAGE_MAX


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_history_of_nothing_but_disputes_fits_into_a_message(language: str) -> None:
    """A page of the longest entries."""
    order = disputed()
    for fact in FACTS:
        recorded = tuple(RecordedFact(n, 1, NOW + n * 1_000_000, fact) for n in range(ON_A_PAGE))
        text, _ = history_page(reader(language), order, recorded)
        assert utf16_length(text.render()[0]) <= MESSAGE_MAX
