"""The responsibility rating: kept ÷ (kept + broken) over the last 30 that count."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.order import Effect, Ending
from orders.rating import Rating
from orders.status import Status

KEPT, BROKEN = Effect.KEPT, Effect.BROKEN
HISTORIES = st.lists(st.sampled_from(Effect), max_size=80)


@pytest.mark.parametrize(
    ("ending", "effect", "status"),
    [
        (Ending.ACCEPTED, KEPT, Status.COMPLETED),
        (Ending.AUTO_ACCEPTED, KEPT, Status.COMPLETED),
        (Ending.AUTO_CANCELLED, BROKEN, Status.CANCELLED),
        (Ending.BLAMED, BROKEN, Status.CANCELLED),
        (Ending.CANCELLED_ANYWAY, BROKEN, Status.CANCELLED),
        (Ending.CANCELLED_OVERDUE, BROKEN, Status.CANCELLED),
        (Ending.LAPSED, None, Status.CANCELLED),
        (Ending.ABANDONED, None, Status.CANCELLED),
        (Ending.TAKEN_BACK, None, Status.CANCELLED),
        (Ending.CANCELLED_BEFORE_START, None, Status.CANCELLED),
        (Ending.CHANGED_MIND, None, Status.CANCELLED),
        (Ending.EXCUSED, None, Status.CANCELLED),
        (Ending.SELLER_AGREED, None, Status.CANCELLED),
        (Ending.SILENCE, None, Status.CANCELLED),
        (Ending.AWARDED_TO_SELLER, KEPT, Status.COMPLETED),
        (Ending.AWARDED_TO_BUYER, None, Status.CANCELLED),
        (Ending.SPLIT, None, Status.CANCELLED),
    ],
)
def test_each_ending_counts_as_the_product_says(ending: Ending, effect: Effect | None, status: Status) -> None:
    """Kept, broken or not at all."""
    assert (ending.effect, ending.status) == (effect, status)


def test_only_an_order_that_was_never_paid_stays_unknown_to_the_seller() -> None:
    """Lapsed, abandoned, or its offer taken back."""
    never_paid = {Ending.LAPSED, Ending.ABANDONED, Ending.TAKEN_BACK}
    assert {ending for ending in Ending if not ending.was_paid} == never_paid


def test_without_any_order_that_counts_there_is_no_data() -> None:
    """Not a hundred and not zero."""
    assert Rating().percent is None
    assert Rating.of([]) == Rating()


@pytest.mark.parametrize(
    ("kept", "broken", "percent"),
    [(1, 0, 100), (0, 1, 0), (1, 1, 50), (2, 1, 67), (1, 2, 33), (7, 1, 88), (1, 7, 13), (29, 1, 97), (1, 29, 3)],
)
def test_the_percentage_is_whole_with_halves_rounded_up(kept: int, broken: int, percent: int) -> None:
    """7 of 8 is 87.5, shown as 88."""
    rating = Rating.of([KEPT] * kept + [BROKEN] * broken)
    assert (rating.kept, rating.broken, rating.percent) == (kept, broken, percent)


def test_only_the_last_thirty_count() -> None:
    """The oldest falls out when a new one comes in."""
    rating = Rating.of([KEPT] * 29 + [BROKEN] * 5)
    assert (rating.kept, rating.broken) == (29, 1)
    assert rating.after(KEPT) == Rating.of([KEPT] * 30)
    assert rating.after(KEPT).percent == 100


def test_the_preview_of_a_cancellation_shows_both_verdicts() -> None:
    """«Причина уважительная» leaves the rating, «Причина неуважительная» adds one that was broken."""
    rating = Rating.of([KEPT, KEPT, KEPT])
    assert rating.after(Ending.EXCUSED.effect) == rating
    assert rating.after(Ending.BLAMED.effect) == Rating.of([BROKEN, KEPT, KEPT, KEPT])
    assert rating.after(Ending.BLAMED.effect).percent == 75


@given(HISTORIES)
def test_the_percentage_is_the_nearest_whole_one_of_the_last_thirty(newest_first: list[Effect]) -> None:
    """Counted with exact fractions."""
    window = newest_first[:30]
    percent = Rating.of(newest_first).percent
    if not window:
        assert percent is None
        return
    exact = Fraction(100 * sum(effect is KEPT for effect in window), len(window))
    assert percent is not None
    assert Fraction(-1, 2) < percent - exact <= Fraction(1, 2)
    assert 0 <= percent <= 100


@given(HISTORIES, st.sampled_from(Effect))
def test_one_more_order_is_the_newest_of_the_window(newest_first: list[Effect], effect: Effect) -> None:
    """Counting on and counting anew give the same."""
    assert Rating.of(newest_first).after(effect) == Rating.of([effect, *newest_first])
    assert Rating.of(newest_first).after(None) == Rating.of(newest_first)


@given(HISTORIES)
def test_a_kept_order_never_lowers_the_rating_of_a_short_history_and_a_broken_one_never_raises_it(
    newest_first: list[Effect],
) -> None:
    """While nothing falls out of the window."""
    rating = Rating.of(newest_first[:29])
    if rating.percent is None:
        return
    assert (rating.after(KEPT).percent or 0) >= rating.percent
    assert (rating.after(BROKEN).percent or 0) <= rating.percent
