"""Whatever people write, a card and the line above a hand-over fit into one message."""

from dataclasses import replace
from itertools import product
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from aiogram.methods import SendMessage

from desk.handover import has_heading
from desk.people import Person
from handlers.card import Reader, card_text
from handlers.notices import part_message
from handlers.texts import LANGUAGES, texts_in
from orders import facts as f
from orders.commands import Saying
from orders.content import Answer, Content, utf16_length
from orders.money import Money
from orders.order import CancellationRequest, CancelReason, Frozen, Option, Order, Running
from orders.status import Side
from tests.orders.builders import NOW, POLICY, in_progress

MESSAGE_MAX = 4_096
#: An emoji counts two.
LETTER = "😀"
NAMED = Person(id=11, first_name=LETTER * 64, last_name=LETTER * 64)
#: With kopecks, which take room too.
DEAREST = Money(999_999_999, "RUB")
LONGEST_OPTION = Option(number=1, title=LETTER * 70, price=DEAREST, extra_days=60)


def reader(language: str) -> Reader:
    """Of the longest name."""
    return Reader(NAMED, texts_in(language), ZoneInfo("Europe/Moscow"), NOW, POLICY)


def longest(options: int, explanation: int, bought: int = 0) -> Order:
    """Everything that is written down with an order is as long as it may be."""
    order = in_progress()
    question = LETTER * 300
    request = CancellationRequest(
        by=Side.SELLER,
        reason=CancelReason.MISMATCH,
        explanation=LETTER * explanation,
        asked_at=NOW,
        answer=Running(NOW + POLICY.cancel_answer_window),
    )
    return replace(
        order,
        number=10**9,
        terms=replace(order.terms, title=LETTER * 70, price=DEAREST, term_days=60, questions=(question,) * 20),
        brief=(Answer("?", Content(text="!")), *[Answer(question, Content(text=LETTER * 2_048))] * 19),
        options=tuple(LONGEST_OPTION for _ in range(options)),
        bought=tuple(LONGEST_OPTION for _ in range(bought)),
        cancellation=request if explanation else None,
        clock=Frozen(1) if explanation else order.clock,
        returns=21,
    )


@pytest.mark.parametrize(
    ("options", "explanation", "bought"), list(product((0, 3, 10), (0, 500, 1_000), (0, 1, 10, 200)))
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_fits_into_a_message(language: str, options: int, explanation: int, bought: int) -> None:
    """And shows something of the brief, or where to read it; and how many options it has no room for."""
    order = longest(options, explanation, bought)
    for side in Side:
        words = card_text(reader(language), order, side, NAMED, "lead-new-order").render()[0]
        assert utf16_length(words) <= MESSAGE_MAX
        assert texts_in(language).plain("card-brief-more") in words
        shown = words.count("\n☑ ")
        assert shown == bought or texts_in(language).plain("options-more", n=bought - shown) in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_usual_options_are_all_on_the_card(language: str) -> None:
    """Ten of them, beside a request to cancel and open offers."""
    usual = Option(number=1, title="Визитка в том же стиле", price=Money(50_000, "RUB"), extra_days=2)
    order = replace(longest(3, 500), bought=(usual,) * 10)
    assert card_text(reader(language), order, Side.SELLER, NAMED).render()[0].count("\n☑ ") == 10


@pytest.mark.parametrize(("language", "saying"), list(product(LANGUAGES, Saying)))
def test_the_line_above_a_hand_over_leaves_room_for_its_words(language: str, saying: Saying) -> None:
    """The longest words that are sent together with it."""
    words = Content(text="я" * next(n for n in range(MESSAGE_MAX, 0, -1) if has_heading(Content(text="я" * n))))
    order = longest(0, 0)
    for fact in (f.WorkDelivered(words, 1, NOW), f.WorkReturned(words, NOW), f.Said(Side.SELLER, saying, words)):
        sent = part_message(reader(language), order, Side.BUYER, fact, 0, NAMED)
        assert utf16_length(cast("SendMessage", sent).text) <= MESSAGE_MAX
