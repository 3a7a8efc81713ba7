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
from handlers.notices import news_message, part_message, warning_message
from handlers.texts import LANGUAGES, texts_in
from orders import facts as f
from orders.commands import Saying
from orders.content import Answer, Content, utf16_length
from orders.money import Money
from orders.order import NOBODY, CancellationRequest, CancelReason, Frozen, Item, Option, Order, Origin, Running
from orders.rating import Rating
from orders.status import Side, Status
from orders.timers import TimerKind
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


#: As many items as there can be, together as long as they can be; and few long ones.
OWED = {
    "nothing": (),
    "many": tuple(Item(number=10**6 + n, text=LETTER * 75) for n in range(20)),
    "long": tuple(Item(number=10**6 + n, text=LETTER * 150) for n in range(10)),
}


def longest(options: int, explanation: int, owed: str = "nothing", bought: int = 0) -> Order:
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
        information=OWED[owed],
    )


@pytest.mark.parametrize(
    ("options", "explanation", "owed", "bought"),
    list(product((0, 3, 10), (0, 500, 1_000), OWED, (0, 1, 10, 200))),
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_fits_into_a_message(language: str, options: int, explanation: int, owed: str, bought: int) -> None:
    """And shows some of the brief, or where to read it; how much is owed; how many options there is no room for."""
    order = longest(options, explanation, owed, bought)
    texts = texts_in(language)
    for side in Side:
        words = card_text(reader(language), order, side, NAMED, "lead-new-order").render()[0]
        assert utf16_length(words) <= MESSAGE_MAX
        assert texts.plain("card-brief-more") in words
        assert (texts.plain(f"card-owed-{side}", n=len(OWED[owed])) in words) == (owed != "nothing")
        shown = words.count("\n☑ ")
        assert shown == bought or texts.plain("options-more", n=bought - shown) in words


@pytest.mark.parametrize("status", [Status.NOT_STARTED, Status.IN_PROGRESS, Status.IN_REVIEW])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_of_a_seller_alone_fits_too(language: str, status: Status) -> None:
    """With the longest notes, and two hundred options."""
    order = replace(longest(0, 0, bought=200), origin=Origin.ELSEWHERE, buyer_id=NOBODY, status=status)
    words = card_text(reader(language), order, Side.SELLER, NAMED, "lead-added-order").render()[0]
    assert utf16_length(words) <= MESSAGE_MAX
    assert texts_in(language).plain("card-alone") in words


@pytest.mark.parametrize(("options", "explanation", "owed"), list(product((0, 3, 4, 10), (0, 1_000), OWED)))
def test_a_card_with_a_brief_of_short_answers_fits_too(options: int, explanation: int, owed: str) -> None:
    """They fill the room that there is to the last line."""
    order = replace(longest(options, explanation, owed), brief=(Answer("?" * 10, Content(text="!" * 10)),) * 200)
    words = card_text(reader("ru"), order, Side.SELLER, NAMED, "lead-new-order").render()[0]
    assert utf16_length(words) <= MESSAGE_MAX


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("owed", ["many", "long"])
def test_what_is_owed_fits_into_each_of_its_messages(language: str, owed: str) -> None:
    """The news and the warnings show all of it."""
    order = longest(0, 0, owed)
    items = OWED[owed]
    facts = (
        f.InformationRequested(items),
        f.InformationAnswered(items, Content(text="!"), left=20),
        f.InformationAnswered(items, Content(text="!"), left=20, said=1),
        f.InformationClosed(items, left=20),
    )
    sent = [news_message(reader(language), order, side, fact, NAMED, Rating()) for fact in facts for side in Side]
    for kind, side in product((TimerKind.START_WARNING, TimerKind.DUE_WARNING), Side):
        warning = warning_message(reader(language), order, side, kind)
        assert warning is not None
        sent.append(warning)
    for each in sent:
        assert utf16_length(each.text) <= MESSAGE_MAX
        assert items[-1].text in each.text


def test_a_card_shows_the_first_items_and_how_many_more_there_are() -> None:
    """Where something else takes the room, only how many."""
    texts = texts_in("ru")
    words = card_text(reader("ru"), longest(0, 0, "many"), Side.SELLER, NAMED).render()[0]
    assert f"\n{texts.plain('owed-more', n=15)}\n" in words
    words = card_text(reader("ru"), longest(10, 0, "many"), Side.SELLER, NAMED).render()[0]
    assert "❓ Ждём от покупателя: 20 ответов\n\n" in words


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
    for fact in (
        f.WorkDelivered(words, 1, NOW),
        f.WorkReturned(words, NOW),
        f.Said(Side.SELLER, saying, words),
        f.InformationAnswered(OWED["many"], words, left=0),
    ):
        sent = part_message(reader(language), order, Side.BUYER, fact, 0, NAMED)
        assert utf16_length(cast("SendMessage", sent).text) <= MESSAGE_MAX
