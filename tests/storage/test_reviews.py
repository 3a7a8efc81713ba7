"""Reviews are found and counted by seller and by gig as if one had looked at every order."""

from collections.abc import Awaitable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.ports import ReviewedOrder
from orders.order import Mood, Order, Review
from orders.reviewing import ReviewCounts
from storage.database import Database
from tests.storage.samples import order, terms

#: Sellers are different in each example: one database serves all.
_stored = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
_REVIEWS = st.builds(
    Review,
    mood=st.sampled_from(Mood),
    left_at=st.integers(0, 5),
    photo=st.none() | st.just("AgAC"),
    hidden=st.none() | st.just("Не о работе."),
)
_next_seller = iter(range(1_000, 10**6))


@_stored
@given(reviews=st.lists(st.tuples(st.none() | _REVIEWS, st.integers(0, 1)), max_size=8), offset=st.integers(0, 5))
async def test_pages_and_counts_are_those_of_all_that_everybody_sees(
    database: Database, reviews: list[tuple[Review | None, int]], offset: int
) -> None:
    """Newest first; hidden ones are nowhere."""
    seller = next(_next_seller)
    kept: list[Order] = []
    async with database.write() as unit:
        gigs = [(await unit.gigs.add(seller, f"{seller}-{n}", terms(), 1)).id for n in range(2)]
        for review, gig in reviews:
            kept.append(await unit.orders.add(replace(order(seller_id=seller), gig_id=gigs[gig], review=review)))
    seen = [each for each in kept if each.review is not None and each.review.hidden is None]
    seen.sort(key=lambda each: (each.review and each.review.left_at, each.number), reverse=True)
    async with database.read() as unit:
        assert await _numbers(unit.reviews.of_seller(seller, offset, 3)) == _of(seen)[offset : offset + 3]
        assert await unit.reviews.counts_of_seller(seller) == _counts(seen)
        for gig_id in gigs:
            of_gig = [each for each in seen if each.gig_id == gig_id]
            assert await _numbers(unit.reviews.of_gig(gig_id, offset, 3)) == _of(of_gig)[offset : offset + 3]
            assert await unit.reviews.counts_of_gig(gig_id) == _counts(of_gig)


async def _numbers(page: Awaitable[tuple[ReviewedOrder, ...]]) -> list[tuple[int, Review | None]]:
    return [(each.number, each.review) for each in await page]


def _of(orders: list[Order]) -> list[tuple[int, Review | None]]:
    return [(each.number, each.review) for each in orders]


def _counts(orders: list[Order]) -> ReviewCounts:
    moods = [each.review.mood for each in orders if each.review is not None]
    return ReviewCounts(moods.count(Mood.POSITIVE), moods.count(Mood.NEGATIVE))
