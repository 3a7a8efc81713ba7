"""Rare input that once went wrong: other currencies, glued digits, skipped hours, invisible letters."""

from datetime import time

import pytest

from orders.content import utf16_length
from orders.gig import parse_title
from orders.money import Money, parse_price
from orders.refusals import PriceNotUnderstood, Refusal
from orders.timers import is_quiet, outside_quiet_hours
from tests.orders.builders import at, person


@pytest.mark.parametrize(
    ("text", "currency"),
    [("100 $", "RUB"), ("100 €", "RUB"), ("5 ⭐", "RUB"), ("500 ₽", "XTR"), ("500 руб", "XTR"), ("100 usd", "XTR")],
)
def test_a_price_in_another_currency_is_not_taken_for_ours(text: str, currency: str) -> None:
    """100 dollars are not 100 roubles."""
    with pytest.raises(PriceNotUnderstood):
        parse_price(text, currency)


@pytest.mark.parametrize(
    "text", ["10 руб 50", "10 руб. 50", "15 рублей 5", "10₽50", "10$50", "1 5 0 0", "15 00", "1'5", "1500_"]
)
def test_what_stands_between_digits_does_not_glue_them_together(text: str) -> None:
    """Ten roubles fifty are not a thousand and fifty."""
    with pytest.raises(PriceNotUnderstood):
        parse_price(text, "RUB")


@pytest.mark.parametrize("text", ["1500 р. ", "1500 р ", "0000000001500"])
def test_blanks_after_the_sign_and_leading_zeros_do_no_harm(text: str) -> None:
    """It is still 1,500."""
    assert parse_price(text, "RUB") == Money(150_000, "RUB")


@pytest.mark.parametrize("minute", [0, 15, 29])
def test_quiet_hours_that_begin_in_the_skipped_hour_are_kept(minute: int) -> None:
    """Berlin, 29 March 2026: there is no 2:30; at 3:00 the quiet has begun."""
    sleeper = person("Europe/Berlin", (time(2, 30), time(9)))
    assert not is_quiet(outside_quiet_hours(at("Europe/Berlin", 2026, 3, 29, 3, minute), sleeper), sleeper)


def test_half_of_a_surrogate_pair_has_a_length() -> None:
    """It comes through JSON escapes."""
    assert utf16_length("\ud83d") == 1


@pytest.mark.parametrize("text", ["\u200b\u200b\u200b", "\u2060\u2060\u2060", "\x00\x00\x00"])
def test_a_title_that_nobody_can_see_is_refused(text: str) -> None:
    """Three invisible characters are no title."""
    with pytest.raises(Refusal):
        parse_title(text)
