"""What the seller still needs to know: asked for item by item, answered, closed; status and clock stay as they are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders import commands as c
from orders.change import Change
from orders.content import Answer, Content
from orders.facts import InformationAnswered, InformationClosed, InformationRequested, RequestsClosed
from orders.informing import ITEM_LENGTH_MAX, OPEN_ITEMS_MAX, OPEN_LENGTH_MAX, parse_items
from orders.order import Item, Order, Running
from orders.refusals import (
    CancellationPending,
    ClockRanOut,
    EmptyMessage,
    ItemLength,
    ListTooLong,
    NoSuchItem,
    Refusal,
    TextExpected,
    TextTooLong,
    TooManyItems,
    WrongSide,
    WrongStatus,
)
from orders.status import Status
from tests.orders.builders import (
    BUYER,
    HOUR,
    NOW,
    SELLER,
    assert_refused,
    buyer_asked,
    content,
    in_progress,
    items,
    move,
    not_started,
    offered,
    overdue,
    owing,
    photo,
    seller_asked,
)

FONT = Item(number=1, text="The font")
SIZE = Item(number=2, text="The size")


def answer(*numbers: int, words: Content | None = None, by: int = BUYER) -> c.AnswerInformation:
    """To these items."""
    return c.AnswerInformation(by, numbers, content() if words is None else words)


@pytest.mark.parametrize("order", [not_started(), in_progress(), overdue()])
def test_a_seller_asks_item_by_item_and_nothing_else_changes(order: Order) -> None:
    """The items are numbered within the order."""
    change = move(order, c.RequestInformation(SELLER, ("The font", "The size")))
    asked = replace(order, information=(FONT, SIZE), information_asked=2)
    assert change == Change(asked, (InformationRequested((FONT, SIZE)),))


def test_a_later_request_adds_items_and_no_number_is_used_twice() -> None:
    """Also once the earlier ones are answered."""
    order = move(in_progress(), c.RequestInformation(SELLER, ("The font", "The size"))).order
    order = move(order, answer(2)).order
    order = move(order, c.RequestInformation(SELLER, ("The colour",))).order
    assert order.information == (FONT, Item(number=3, text="The colour"))
    assert order.information_asked == 3


@pytest.mark.parametrize("order", [owing(not_started()), owing(), seller_asked(owing()), buyer_asked(owing())])
def test_an_answer_joins_the_brief_under_what_was_asked(order: Order) -> None:
    """Also while a cancellation is being agreed: a missing answer may be what that is about."""
    words = content("In the file", photo())
    change = move(order, answer(3, words=words))
    brief = (*order.brief, Answer("Point 3", words))
    answered = replace(order, information=items(2), brief=brief)
    assert change == Change(answered, (InformationAnswered(items(3), words, left=1),))


def test_all_at_once_is_one_answer_that_names_every_item() -> None:
    """It tells the truth: nobody knows which words belong to which item."""
    order = owing()
    change = move(order, answer(2, 3))
    assert change.order.brief == (*order.brief, Answer("• Point 2\n• Point 3", content()))
    assert change.order.information == ()
    assert change.facts == (InformationAnswered(items(2, 3), content(), left=0),)


def test_items_closed_meanwhile_do_not_count() -> None:
    """What is still open of those that the buyer has answered is answered, and nothing that they have not seen."""
    order = owing(None, 2, 4, asked=4)
    change = move(order, answer(1, 2, 3))
    assert change.order.information == items(4)
    assert change.facts == (InformationAnswered(items(2), content(), left=1),)


def test_words_that_were_passed_on_before_keep_their_place_in_the_history() -> None:
    """The fact says which."""
    change = move(owing(), c.AnswerInformation(BUYER, (2,), content(), said=17))
    assert change.facts == (InformationAnswered(items(2), content(), left=1, said=17),)


@pytest.mark.parametrize("order", [owing(not_started()), owing(), seller_asked(owing()), buyer_asked(owing())])
def test_the_seller_need_not_wait_for_an_answer(order: Order) -> None:
    """It was settled in another way; the brief is as it was."""
    change = move(order, c.CloseInformation(SELLER, (2, 7)))
    assert change == Change(replace(order, information=items(3)), (InformationClosed(items(2), left=1),))


@pytest.mark.parametrize(
    ("order", "command", "expected"),
    [
        (owing(), answer(1), NoSuchItem),
        (owing(), answer(), NoSuchItem),
        (in_progress(), answer(1), NoSuchItem),
        (owing(), c.CloseInformation(SELLER, (1,)), NoSuchItem),
        (owing(), answer(2, by=SELLER), WrongSide),
        (owing(), c.CloseInformation(BUYER, (2,)), WrongSide),
        (owing(), c.RequestInformation(BUYER, ("The font",)), WrongSide),
        (owing(), answer(2, words=Content()), EmptyMessage),
        (owing(), answer(2, words=content("x" * 4_097)), TextTooLong(1, 4_096, 4_097)),
        (owing(), c.RequestInformation(SELLER, ()), TextExpected),
        (owing(), c.RequestInformation(SELLER, ("The font", "\u200b")), TextExpected),
        (seller_asked(owing()), c.RequestInformation(SELLER, ("The font",)), CancellationPending),
        (not_started(left=0), c.RequestInformation(SELLER, ("The font",)), ClockRanOut),
    ],
)
def test_what_makes_no_sense_is_refused(
    order: Order, command: c.PersonCommand, expected: Refusal | type[Refusal]
) -> None:
    """And changes nothing."""
    assert_refused(order, command, expected)


def test_a_list_is_bounded_together_with_what_is_still_open() -> None:
    """In number and in length: all of it fits into one message. The bounds themselves are allowed."""
    order = owing(in_progress(), *range(1, 18), asked=17)
    most = ("x",) * (OPEN_ITEMS_MAX - 17)
    assert len(move(order, c.RequestInformation(SELLER, most)).order.information) == OPEN_ITEMS_MAX
    assert_refused(order, c.RequestInformation(SELLER, (*most, "x")), TooManyItems(1, OPEN_ITEMS_MAX, 21))

    longest = "x" * ITEM_LENGTH_MAX
    assert move(in_progress(), c.RequestInformation(SELLER, (longest,))).order.information[0].text == longest
    assert_refused(in_progress(), c.RequestInformation(SELLER, ("x", longest + "x")), ItemLength(1, 300, 301))

    full = move(in_progress(), c.RequestInformation(SELLER, ("😀" * 150,) * 9 + ("x" * 300,))).order
    assert full.information_asked == 10
    assert_refused(full, c.RequestInformation(SELLER, ("x",)), ListTooLong(1, OPEN_LENGTH_MAX, OPEN_LENGTH_MAX + 1))


def test_what_is_unanswered_when_the_order_moves_on_is_closed() -> None:
    """With the offers, in one fact before that of the move; an old answer then says where the order stands."""
    change = move(owing(offered(in_progress())), c.Deliver(SELLER, content()))
    assert change.order.information == ()
    assert change.facts[0] == RequestsClosed(options=offered().options, wait=False, information=items(2, 3))
    assert_refused(change.order, answer(2), WrongStatus(Status.IN_REVIEW))


def test_starting_leaves_what_was_asked_open() -> None:
    """What is known is enough to begin; the rest is still wanted."""
    assert move(owing(not_started()), c.StartWork(SELLER)).order.information == items(2, 3)


def test_an_answer_is_taken_to_the_last_second_of_a_clock() -> None:
    """And past it, as words are: it asks nothing of the clock."""
    order = replace(owing(not_started()), clock=Running(NOW - HOUR))
    assert move(order, answer(2)).order.information == items(3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Логотип\nТексты", ("Логотип", "Тексты")),
        ("\n  Логотип \n\n\t\nТексты\n", ("Логотип", "Тексты")),
        ("1. Логотип\n2) Тексты\n(3) Фото", ("Логотип", "Тексты", "Фото")),
        ("1.Логотип\n10.Тексты", ("Логотип", "Тексты")),
        ("1\ufe0f\u20e3 Логотип\n2\u20e3Тексты", ("Логотип", "Тексты")),
        ("- Логотип\n– Тексты\n— Фото\n• Цвета\n* Размеры\n-Сроки", ("Логотип", "Тексты", "Фото", "Цвета", "Размеры", "Сроки")),  # noqa: E501
        ("Логотип\n-\n1.\n•", ("Логотип",)),
        ("1.5 метра\n-5 градусов\n12.05.2026\n*важно*\n2 фото\n1-й экран", ("1.5 метра", "-5 градусов", "12.05.2026", "*важно*", "2 фото", "1-й экран")),  # noqa: E501
        ("1. 2 фото", ("2 фото",)),
        ("- 3 фото", ("3 фото",)),
    ],
)  # fmt: skip
def test_a_list_is_read_line_by_line_without_its_bullets(text: str, expected: tuple[str, ...]) -> None:
    """People number lists themselves; a number that belongs to the words stays."""
    assert parse_items(text) == expected


@pytest.mark.parametrize("text", ["", " \n\n", "-\n•\n1.", "\u200b", "1. \u200b"])
def test_a_list_of_nothing_is_no_list(text: str) -> None:
    """Words are due."""
    with pytest.raises(TextExpected):
        parse_items(text)


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_whatever_is_written_becomes_lines_that_can_be_read(text: str) -> None:
    """No empty ones, none of several lines, nothing invented."""
    try:
        lines = parse_items(text)
    except TextExpected:
        return
    for line in lines:
        assert line
        assert line == " ".join(line.split())
        assert line in " ".join(text.split())
