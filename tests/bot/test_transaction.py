"""Of which order an update is."""

import pytest
from aiogram.types import Update

from bot.transaction import _order_of
from handlers.buttons import Move, OrderPress, Place, SurePress, WaitPress
from handlers.history.timeline import ReplayPress
from handlers.room.buttons import AddressPress, PrivatePress
from handlers.settings.buttons import QuietPress


def press(data: str) -> Update:
    """Somebody presses a button with this data."""
    person = {"id": 1, "is_bot": False, "first_name": "Анна"}
    return Update.model_validate(
        {"update_id": 1, "callback_query": {"id": "1", "from": person, "chat_instance": "1", "data": data}}
    )


@pytest.mark.parametrize(
    ("data", "number"),
    [
        (OrderPress(number=7, move=Move.OPEN, turn=3, place=Place.CARD).pack(), 7),
        (SurePress(number=7, move=Move.CHANGE_MIND, turn=3).pack(), 7),
        (WaitPress(number=7, until=9, agrees=True).pack(), 7),
        (ReplayPress(number=7, fact=9).pack(), 7),
        # Their first number is of a draft: an order of the same number has nothing to do with it.
        (AddressPress(draft=7, number=9).pack(), None),
        (PrivatePress(draft=7, agrees=True).pack(), None),
        (QuietPress(start=7, end=9).pack(), None),
        ("o:-1:open:1:c", None),
        ("o:٧:open:1:c", None),
        (f"o:{10**19}:open:1:c", None),
        ("o:", None),
        ("o", None),
        ("", None),
        ("hello:7", None),
    ],
)
def test_the_order_of_a_press_is_what_its_button_names(data: str, number: int | None) -> None:
    """Every kind of button of an order, and no other."""
    assert _order_of(press(data)) == number
