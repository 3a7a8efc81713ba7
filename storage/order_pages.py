"""The queries behind «Заказы».

Each reads two indexes, of the orders that a person sells and of those they buy, in the order in which they are shown,
and merges them: its cost is what is shown and what is passed over, not what the table holds. Nothing rings for an order
that waits for an arbiter: it comes first. Parameters: 1 the person, 2 the limit, 3 the offset.
"""

from dataclasses import dataclass

from desk.ports import OrdersFilter
from orders.status import Status

_SELLS_OPEN = "seller_id = ?1 AND ended_at IS NULL AND paid_at IS NOT NULL AND status IN ({statuses})"
_BUYS_OPEN = "buyer_id = ?1 AND ended_at IS NULL AND status IN ({statuses})"
_SELLS_ENDED = "seller_id = ?1 AND ended_at IS NOT NULL AND paid_at IS NOT NULL"
_BUYS_ENDED = "buyer_id = ?1 AND ended_at IS NOT NULL"

_OPEN = f"""
    SELECT orders.* FROM (
        SELECT number, coalesce(cancellation_answer_until, clock_until) AS rings_at FROM orders WHERE {_SELLS_OPEN}
        UNION ALL
        SELECT number, coalesce(cancellation_answer_until, clock_until) AS rings_at FROM orders WHERE {_BUYS_OPEN}
        ORDER BY rings_at NULLS FIRST, number LIMIT ?2 OFFSET ?3
    ) AS page
    JOIN orders ON orders.number = page.number
    ORDER BY page.rings_at NULLS FIRST, page.number
"""  # noqa: S608 - the conditions above
_ENDED = f"""
    SELECT orders.* FROM (
        SELECT number, ended_at FROM orders WHERE {_SELLS_ENDED}
        UNION ALL
        SELECT number, ended_at FROM orders WHERE {_BUYS_ENDED}
        ORDER BY ended_at DESC, number DESC LIMIT ?2 OFFSET ?3
    ) AS page
    JOIN orders ON orders.number = page.number
    ORDER BY page.ended_at DESC, page.number DESC
"""  # noqa: S608 - the conditions above
_COUNT_OPEN = f"""
    (SELECT count(*) FROM orders WHERE {_SELLS_OPEN}) + (SELECT count(*) FROM orders WHERE {_BUYS_OPEN})
"""  # noqa: S608 - the conditions above
_COUNT_ENDED = f"""
    (SELECT count(*) FROM orders WHERE {_SELLS_ENDED}) + (SELECT count(*) FROM orders WHERE {_BUYS_ENDED})
"""  # noqa: S608 - the conditions above

_STATUSES = {
    OrdersFilter.ALL: (Status.AWAITING_PAYMENT, Status.NOT_STARTED, Status.IN_PROGRESS, Status.IN_REVIEW),
    OrdersFilter.NEW: (Status.AWAITING_PAYMENT, Status.NOT_STARTED),
    OrdersFilter.IN_PROGRESS: (Status.IN_PROGRESS,),
    OrdersFilter.IN_REVIEW: (Status.IN_REVIEW,),
    OrdersFilter.FINISHED: (),
}


@dataclass(frozen=True, slots=True)
class PageQueries:
    """The queries of one filter. `totals` gives one row: how many open ones, how many ended ones."""

    totals: str
    open: str
    ended: str


def _queries(which: OrdersFilter) -> PageQueries:
    statuses = ", ".join(f"'{status}'" for status in _STATUSES[which])
    open_total = _COUNT_OPEN.format(statuses=statuses) if statuses else "0"
    ended_total = _COUNT_ENDED if which in {OrdersFilter.ALL, OrdersFilter.FINISHED} else "0"
    return PageQueries(f"SELECT {open_total}, {ended_total}", _OPEN.format(statuses=statuses), _ENDED)


QUERIES = {which: _queries(which) for which in OrdersFilter}
