"""What a seller may ask to be paid out, and what is left of a price after the commission."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.ledger import WHOLE, commission_of, net_of, shares
from orders.money import Money
from orders.payment import Charge
from orders.payout import REASON, TARGET, check_reason, check_target, parse_payout
from orders.refusals import AmountNotUnderstood, AmountOutOfRange, PayoutReasonLength, PayoutTargetLength, Refusal
from tests.orders.builders import SELLER

STARS = Money(1_350, "XTR")
ROUBLES = Money(150_050, "RUB")
AMOUNTS = st.integers(0, 10**15)
RATES = st.integers(0, 9_000)


@pytest.mark.parametrize(
    ("text", "available", "amount"),
    [
        ("500", STARS, 500),
        (" 1 350 ⭐ ", STARS, 1_350),
        ("1", STARS, 1),
        ("0,01", ROUBLES, 1),
        ("1 500,50 ₽", ROUBLES, 150_050),
        ("1500.5", ROUBLES, 150_050),
    ],
)
def test_an_amount_is_taken_as_people_write_it(text: str, available: Money, amount: int) -> None:
    """Up to all there is, to the last minor unit."""
    assert parse_payout(text, available) == Money(amount, available.currency)


@pytest.mark.parametrize(
    ("text", "available", "refusal"),
    [
        ("0", STARS, AmountOutOfRange(1_350, "XTR")),
        ("1351", STARS, AmountOutOfRange(1_350, "XTR")),
        ("1500,51", ROUBLES, AmountOutOfRange(150_050, "RUB")),
        ("1000000000000", ROUBLES, AmountOutOfRange(150_050, "RUB")),
        ("1", Money(0, "XTR"), AmountOutOfRange(0, "XTR")),
        ("-5", STARS, AmountNotUnderstood("XTR")),
        ("всё", STARS, AmountNotUnderstood("XTR")),
        ("5,5", STARS, AmountNotUnderstood("XTR")),
        ("5,555", ROUBLES, AmountNotUnderstood("RUB")),
        ("5 $", ROUBLES, AmountNotUnderstood("RUB")),
        ("", STARS, AmountNotUnderstood("XTR")),
    ],
)
def test_anything_else_is_refused_with_what_is_expected(text: str, available: Money, refusal: Refusal) -> None:
    """Nothing, more than there is, letters, another currency, digits that the currency doesn't have."""
    with pytest.raises(type(refusal)) as caught:
        parse_payout(text, available)
    assert caught.value == refusal


def test_where_to_and_why_not_are_three_to_five_hundred_characters() -> None:
    """What nobody can see doesn't count."""
    assert check_target("  Карта 1234\nСбер  ") == "Карта 1234\nСбер"
    assert check_reason("😀" * REASON[1]) == "😀" * 500
    for text in ("", "ab", "\u200b\u200b\u200b\u200b", "я" * 501):
        with pytest.raises(PayoutTargetLength) as target:
            check_target(text)
        with pytest.raises(PayoutReasonLength) as reason:
            check_reason(text)
        assert (target.value.least, target.value.most) == TARGET
        assert (reason.value.least, reason.value.most) == REASON


@given(amount=AMOUNTS, rate=RATES)
def test_a_commission_is_rounded_half_up_to_a_minor_unit(amount: int, rate: int) -> None:
    """Exactly as a person would reckon it with a pencil."""
    exact = Decimal(amount) * rate / WHOLE
    assert commission_of(amount, rate) == int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


@given(amount=AMOUNTS, rate=RATES)
def test_no_minor_unit_is_lost_or_made(amount: int, rate: int) -> None:
    """Seller and operator together have what there was, and neither owes anything."""
    net = net_of(Money(amount, "RUB"), rate).amount
    assert net + commission_of(amount, rate) == amount
    assert 0 <= net <= amount


@given(
    amounts=st.lists(st.integers(1, 10**9), min_size=1, max_size=6),
    part=st.fractions(0, 1),
    rate=RATES,
)
def test_shares_sum_to_what_was_held(amounts: list[int], part: Fraction, rate: int) -> None:
    """However the escrow is split between the sides; the buyer's part carries no commission."""
    charges = [Charge(f"{SELLER}-{number}", Money(amount, "RUB")) for number, amount in enumerate(amounts)]
    to_seller = int(sum(amounts) * part)
    parts = shares(charges, to_seller, rate)
    back = sum(returned.money.amount for returned in parts.returned)
    assert parts.seller + parts.commission == to_seller
    assert parts.seller + parts.commission + back == sum(amounts)
    assert parts.commission == commission_of(to_seller, rate)


@pytest.mark.parametrize(("amount", "rate", "fee"), [(1, 5_000, 1), (1, 4_999, 0), (150, 1_000, 15), (333, 250, 8)])
def test_commissions_by_hand(amount: int, rate: int, fee: int) -> None:
    """Half a star is the operator's, less than half the seller's."""
    assert commission_of(amount, rate) == fee
