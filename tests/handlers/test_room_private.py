"""What counts as a phone number."""

import pytest
from aiogram.types import Contact

from handlers.room.private import contact_content, is_private
from orders.content import Content


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+79001234567", True),
        ("8 (900) 123-45-67", True),
        (" +1 650 555 01 23\n", True),
        ("89001234567", True),
        ("+1234567", True),
        ("1500", False),
        ("1 500 000", False),
        ("24.11.2026", False),
        ("+12", False),
        ("4276 1234 5678 9012", False),
        ("Мой номер", False),
        ("", False),
    ],
)
def test_a_text_that_is_a_number(text: str, *, expected: bool) -> None:
    """Ten to fifteen digits; seven with a plus. A price, a date and a card are none."""
    assert is_private(Content(text=text)) is expected


def test_a_number_inside_of_a_text_is_what_telegram_marks() -> None:
    """In an entity."""
    marked = Content(text="Звоните: +79001234567", entities=({"type": "phone_number", "offset": 9, "length": 12},))
    assert is_private(marked)
    assert not is_private(Content(text="Звоните: +79001234567"))


@pytest.mark.parametrize("number", ["79001234567", "+79001234567"])
def test_a_contact_becomes_words(number: str) -> None:
    """Name and number; private as such."""
    content = contact_content(Contact(phone_number=number, first_name="Анна", last_name="😀"))
    assert content.text == "Анна 😀\n+79001234567"
    assert content.entities == ({"type": "phone_number", "offset": 8, "length": 12},)
    assert is_private(content)
