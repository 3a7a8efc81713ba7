"""What the buyer still owes: its lines, and the reminder that comes along with a warning to the seller."""

from dataclasses import replace
from datetime import time

import pytest

from handlers.notices import warning_message
from handlers.owed import first_lines, item_label, length, numbered, numbers_of
from handlers.texts import texts_in
from orders.content import utf16_length
from orders.order import Item
from orders.policy import QuietHours
from orders.status import Side
from orders.timers import TimerKind
from tests.handlers.screens import reader
from tests.orders.builders import in_progress, items, not_started, owing

TEXTS = texts_in("ru")
LONG = Item(number=7, text="😀" * 150)


def test_lines_stand_under_the_numbers_of_the_order() -> None:
    """A later list does not begin anew."""
    assert numbered(items(2, 5)) == "2. Point 2\n5. Point 5"
    assert numbers_of(items(2, 5)) == "2, 5"


def test_a_button_says_as_much_of_an_item_as_it_can_show() -> None:
    """With a sign that there is more."""
    assert item_label(items(2)[0]) == "2. Point 2"
    assert utf16_length(item_label(LONG)) <= 40
    assert item_label(LONG).endswith("😀…")


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (33, ["2. Point 2", "3. Point 3", "4. Point 4"]),
        (32, ["2. Point 2", "3. Point 3", "… и ещё 1"]),
        (11, ["2. Point 2", "… и ещё 2"]),
        (10, []),
        (0, []),
    ],
)
def test_a_card_shows_as_many_items_as_there_is_room_for(room: int, shown: list[str]) -> None:
    """Whole lines, and how many more there are."""
    assert length(items(2, 3, 4)) == 33
    assert list(first_lines(TEXTS, items(2, 3, 4), room)) == shown


def test_a_long_item_takes_no_more_room_than_its_line() -> None:
    """Shortened, so that others find room too."""
    assert length((LONG,)) == 161
    (line,) = first_lines(TEXTS, (LONG,), 161)
    assert utf16_length(line) <= 160


@pytest.mark.parametrize("kind", [TimerKind.START_WARNING, TimerKind.DUE_WARNING])
def test_a_buyer_is_reminded_only_while_something_is_owed(kind: TimerKind) -> None:
    """An answer that came before the reminder was sent makes it untrue."""
    order = not_started() if kind is TimerKind.START_WARNING else in_progress()
    assert warning_message(reader(), order, Side.BUYER, kind) is None
    assert warning_message(reader(), order, Side.SELLER, kind) is not None
    assert warning_message(reader(), owing(order), Side.BUYER, kind) is not None


def test_a_reminder_in_quiet_hours_makes_no_sound() -> None:
    """The moment is the seller's, and their warning is not silenced."""
    always = replace(reader(), person=replace(reader().person, quiet=QuietHours(time(0), time(23, 59))))
    for side, silent in ((Side.BUYER, True), (Side.SELLER, None)):
        sent = warning_message(always, owing(not_started()), side, TimerKind.START_WARNING)
        assert sent is not None
        assert sent.disable_notification is silent
