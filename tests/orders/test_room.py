"""Words inside an order: they reach the other side and move nothing."""

from dataclasses import replace

import pytest

from orders import commands as c
from orders.change import Change
from orders.commands import Saying
from orders.content import Content
from orders.facts import Said, SaidEdited
from orders.order import Ending, Order
from orders.refusals import (
    EmptyMessage,
    Refusal,
    RoomClosed,
    TextTooLong,
    TooLateToEdit,
    TooManyFiles,
    WrongStatus,
)
from orders.status import Side, Status
from tests.orders.builders import (
    BUYER,
    DAY,
    HOUR,
    NOW,
    SELLER,
    assert_refused,
    content,
    ended,
    in_progress,
    move,
    not_started,
    overdue,
    photo,
    seller_asked,
)


@pytest.mark.parametrize("order", [not_started(), in_progress(), overdue(), seller_asked(), ended()])
@pytest.mark.parametrize(("by", "side"), [(SELLER, Side.SELLER), (BUYER, Side.BUYER)])
def test_a_message_is_passed_on_and_leaves_status_and_clock_as_they_are(order: Order, by: int, side: Side) -> None:
    """Also while a cancellation is being agreed."""
    words = content("", photo())
    assert move(order, c.Say(by, Saying.MESSAGE, words)) == Change(order, (Said(side, Saying.MESSAGE, words),))


def test_an_interim_result_leaves_status_and_clock_as_they_are() -> None:
    """It is not a delivery."""
    change = move(in_progress(), c.Say(SELLER, Saying.INTERIM_RESULT, content()))
    assert change == Change(in_progress(), (Said(Side.SELLER, Saying.INTERIM_RESULT, content()),))


def test_the_room_of_a_finished_order_stays_open_for_thirty_days() -> None:
    """For thanks and questions; the last second before is in time."""
    order = replace(ended(Ending.BLAMED), ended_at=NOW)
    command = c.Say(BUYER, Saying.MESSAGE, content())
    assert move(order, command, NOW + 30 * DAY - 1).order == order
    assert_refused(order, command, RoomClosed(Status.CANCELLED), NOW + 30 * DAY)


@pytest.mark.parametrize("ending", [Ending.LAPSED, Ending.ABANDONED])
def test_the_seller_never_hears_of_an_order_that_was_not_paid(ending: Ending) -> None:
    """Nor can they write into it."""
    order = replace(ended(ending), paid_at=None, started_at=None)
    for by in (SELLER, BUYER):
        assert_refused(order, c.Say(by, Saying.MESSAGE, content()), WrongStatus(Status.CANCELLED))


@pytest.mark.parametrize("saying", [Saying.MESSAGE, Saying.INTERIM_RESULT])
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (Content(), EmptyMessage),
        (content(" \n"), EmptyMessage),
        (content("x" * 4_097), TextTooLong(1, 4_096, 4_097)),
        (content("x", *[photo()] * 101), TooManyFiles(0, 100, 101)),
    ],
)
def test_an_empty_or_oversized_message_is_refused(
    saying: Saying, words: Content, expected: Refusal | type[Refusal]
) -> None:
    """There would be nothing to pass on, or nothing that fits."""
    assert_refused(in_progress(), c.Say(SELLER, saying, words), expected)


@pytest.mark.parametrize("order", [not_started(), in_progress(), overdue(), seller_asked(), ended()])
@pytest.mark.parametrize("saying", Saying)
def test_what_was_said_can_be_corrected_for_two_days(order: Order, saying: Saying) -> None:
    """It is a fact of its own, and moves nothing; the last second before is in time."""
    order = replace(order, ended_at=NOW + HOUR) if order.ended_at is not None else order
    command = c.CorrectSaid(SELLER, 7, NOW, saying, content("So"))
    expected = Change(order, (SaidEdited(Side.SELLER, 7, saying, content("So")),))
    assert move(order, command, NOW + 48 * HOUR - 1) == expected
    assert_refused(order, command, TooLateToEdit, NOW + 48 * HOUR)


def test_a_correction_is_bound_by_the_room_and_by_the_size_of_a_message() -> None:
    """As what it corrects."""
    order = replace(ended(Ending.BLAMED), ended_at=NOW)
    late = c.CorrectSaid(BUYER, 7, NOW + 30 * DAY, Saying.MESSAGE, content())
    assert_refused(order, late, RoomClosed(Status.CANCELLED), NOW + 30 * DAY)
    for words, refusal in ((content(" "), EmptyMessage), (content("x" * 4_097), TextTooLong(1, 4_096, 4_097))):
        assert_refused(in_progress(), c.CorrectSaid(BUYER, 7, NOW, Saying.MESSAGE, words), refusal)
