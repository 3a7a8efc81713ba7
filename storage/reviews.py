"""Reviews that everybody sees. They stand in their orders; two indexes find them by seller and by gig."""

from typing import Literal

from desk.ports import ReviewedOrder
from orders.order import Mood
from orders.reviewing import ReviewCounts
from storage.connection import Connection, Row
from storage.order_row import read_review

_Whose = Literal["seller_id", "gig_id"]

_PAGE = """
    SELECT number, seller_id, buyer_id, gig_id, title, review FROM orders
    WHERE {whose} = ? AND review_mood IS NOT NULL
    ORDER BY reviewed_at DESC, number DESC
    LIMIT ? OFFSET ?
"""
_COUNTS = """
    SELECT review_mood, count(*) AS total FROM orders
    WHERE {whose} = ? AND review_mood IS NOT NULL
    GROUP BY review_mood
"""


class Reviews:
    """`desk.ports.Reviews`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def of_seller(self, seller_id: int, offset: int, limit: int) -> tuple[ReviewedOrder, ...]:
        """Newest first."""
        return await self._page("seller_id", seller_id, offset, limit)

    async def of_gig(self, gig_id: int, offset: int, limit: int) -> tuple[ReviewedOrder, ...]:
        """Newest first."""
        return await self._page("gig_id", gig_id, offset, limit)

    async def counts_of_seller(self, seller_id: int) -> ReviewCounts:
        """Of all that the seller has done."""
        return await self._counts("seller_id", seller_id)

    async def counts_of_gig(self, gig_id: int) -> ReviewCounts:
        """Of the orders of this gig."""
        return await self._counts("gig_id", gig_id)

    async def _page(self, whose: _Whose, holder: int, offset: int, limit: int) -> tuple[ReviewedOrder, ...]:
        rows = await self._connection.rows(_PAGE.format(whose=whose), holder, limit, offset)
        return tuple(map(_reviewed, rows))

    async def _counts(self, whose: _Whose, holder: int) -> ReviewCounts:
        rows = await self._connection.rows(_COUNTS.format(whose=whose), holder)
        found = {row["review_mood"]: row["total"] for row in rows}
        return ReviewCounts(found.get(Mood.POSITIVE, 0), found.get(Mood.NEGATIVE, 0))


def _reviewed(row: Row) -> ReviewedOrder:
    return ReviewedOrder(
        number=row["number"],
        seller_id=row["seller_id"],
        buyer_id=row["buyer_id"],
        title=row["title"] if row["gig_id"] is not None else None,
        review=read_review(row["review"]),
    )
