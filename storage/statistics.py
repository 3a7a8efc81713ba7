"""The figures of «Статистика», summed up anew with each question: nothing of them is kept."""

from collections.abc import Sequence

from desk.statistics import Earned, Elsewhere, Figures
from orders.money import Money
from orders.order import Ending
from orders.status import Status
from storage.connection import Connection, Row, Statement

# `{whose}`: «seller_id = ?3 AND», or nothing for everybody. Parameters 1 and 2: from which moment on, and before which.
_LEDGER = """
    SELECT postings.currency, postings.account, {span} AS span, sum(postings.amount) AS amount
    FROM postings CROSS JOIN entries ON entries.id = postings.entry_id
    WHERE postings.account IN ('seller', 'commission')
      AND entries.kind = 'share_out' AND entries.at >= ?1 AND entries.at < ?2
    GROUP BY postings.currency, postings.account, span
"""
_LEDGER_OF_SELLER = """
    SELECT postings.currency, postings.account, {span} AS span, sum(postings.amount) AS amount
    FROM postings JOIN entries ON entries.id = postings.entry_id
    WHERE postings.account = 'seller' AND postings.holder = ?3
      AND entries.kind = 'share_out' AND entries.at >= ?1 AND entries.at < ?2
    GROUP BY postings.currency, span
"""
_DIRECT = """
    SELECT currency, {span} AS span, sum(price) AS amount FROM orders
    WHERE {whose} paid_at IS NOT NULL AND ended_at >= ?1 AND ended_at < ?2
      AND method = 'direct' AND ending IN ({completed}) AND origin <> 'elsewhere'
    GROUP BY currency, span
"""
_ENDINGS = """
    SELECT
        ending, count(*) AS orders,
        count(*) FILTER (WHERE effect = 'kept') AS kept,
        count(*) FILTER (WHERE effect = 'broken') AS broken,
        count(delivered_in_time) AS delivered,
        coalesce(sum(delivered_in_time), 0) AS in_time
    FROM orders
    WHERE {whose} paid_at IS NOT NULL AND ended_at >= ?1 AND ended_at < ?2
      AND origin <> 'elsewhere' AND voided IS NULL
    GROUP BY ending ORDER BY orders DESC, ending
"""
_STARTS = """
    WITH starts AS (
        SELECT
            started_at - paid_at AS seconds,
            row_number() OVER (ORDER BY started_at - paid_at) AS place,
            count(*) OVER () AS total
        FROM orders
        WHERE {whose} paid_at IS NOT NULL AND started_at >= ?1 AND started_at < ?2 AND origin <> 'elsewhere'
    )
    SELECT total, sum(seconds) / count(*) AS median FROM starts
    WHERE place IN ((total + 1) / 2, total / 2 + 1)
    GROUP BY total
"""
_BUYERS = """
    SELECT count(*) AS buyers, count(*) FILTER (WHERE orders > 1) AS repeating FROM (
        SELECT count(*) AS orders FROM orders
        WHERE {whose} paid_at >= ?1 AND paid_at < ?2 AND origin <> 'elsewhere'
        GROUP BY buyer_id
    )
"""
_ELSEWHERE = """
    SELECT
        currency,
        count(*) FILTER (WHERE ending IN ({completed})) AS completed,
        count(*) FILTER (WHERE ending NOT IN ({completed})) AS cancelled,
        coalesce(sum(price) FILTER (WHERE ending IN ({completed})), 0) AS amount
    FROM orders
    WHERE {whose} paid_at IS NOT NULL AND ended_at >= ?1 AND ended_at < ?2 AND origin = 'elsewhere'
    GROUP BY currency ORDER BY currency
"""
_COMPLETED = ", ".join(f"'{ending}'" for ending in Ending if ending.status is Status.COMPLETED)
_BEGAN_AT = "SELECT min(paid_at) FROM orders WHERE {whose} paid_at IS NOT NULL"


class Statistics:
    """`desk.ports.Statistics`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def began_at(self, seller_id: int | None) -> int | None:
        """The moment of the first payment; None: there was none."""
        sql, parameters = _asked(_BEGAN_AT, seller_id, ())
        ((at,),) = await self._connection.rows(sql, *parameters)
        return None if at is None else int(at)

    async def figures(self, seller_id: int | None, bounds: Sequence[int]) -> Figures:
        """Of a seller's orders or, without one, of everybody's; a span lies between each two of the bounds."""
        period = (bounds[0], bounds[-1])
        ledger = _LEDGER if seller_id is None else _LEDGER_OF_SELLER
        in_ledger, direct, endings, starts, buyers, elsewhere = (
            self._later(sql, seller_id, period)
            for sql in (
                ledger.replace("{span}", _span("entries.at", bounds)),
                _DIRECT.replace("{span}", _span("ended_at", bounds)),
                _ENDINGS,
                _STARTS,
                _BUYERS,
                _ELSEWHERE,
            )
        )
        ledger_rows = await self._connection.rows_of(in_ledger)
        ended = await self._connection.rows_of(endings)
        started = await self._connection.rows_of(starts)
        ((buyer_count, repeating),) = await self._connection.rows_of(buyers)
        earned = [_earned(row) for row in ledger_rows if row["account"] == "seller"]
        earned += [_earned(row, is_direct=True) for row in await self._connection.rows_of(direct)]
        return Figures(
            earned=tuple(earned),
            commission=_commission(ledger_rows),
            endings=tuple((Ending(row["ending"]), row["orders"]) for row in ended),
            kept=sum(row["kept"] for row in ended),
            broken=sum(row["broken"] for row in ended),
            delivered=sum(row["delivered"] for row in ended),
            in_time=sum(row["in_time"] for row in ended),
            started=started[0]["total"] if started else 0,
            start_median=started[0]["median"] if started else None,
            buyers=buyer_count,
            repeat_buyers=repeating,
            elsewhere=_elsewhere(await self._connection.rows_of(elsewhere)),
        )

    def _later(self, sql: str, seller_id: int | None, period: tuple[int, ...]) -> Statement:
        asked, parameters = _asked(sql, seller_id, period)
        return self._connection.later(asked, *parameters)


def _asked(sql: str, seller_id: int | None, period: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    """The statement and its parameters."""
    whose = "" if seller_id is None else f"seller_id = ?{len(period) + 1} AND"
    asked = sql.replace("{whose}", whose).replace("{completed}", _COMPLETED)
    return asked, period if seller_id is None else (*period, seller_id)


def _span(at: str, bounds: Sequence[int]) -> str:
    """Which span a moment lies in, counted from 0."""
    ends = " ".join(f"WHEN {at} < {int(end)} THEN {number}" for number, end in enumerate(bounds[1:-1]))
    last = len(bounds) - 2
    return f"CASE {ends} ELSE {last} END" if ends else str(last)


def _earned(row: Row, *, is_direct: bool = False) -> Earned:
    return Earned(row["span"], Money(row["amount"], row["currency"]), is_direct)


def _commission(rows: Sequence[Row]) -> tuple[Money, ...]:
    totals: dict[str, int] = {}
    for row in rows:
        if row["account"] == "commission":
            totals[row["currency"]] = totals.get(row["currency"], 0) + row["amount"]
    return tuple(Money(amount, currency) for currency, amount in sorted(totals.items()))


def _elsewhere(rows: Sequence[Row]) -> Elsewhere | None:
    if not rows:
        return None
    return Elsewhere(
        completed=sum(row["completed"] for row in rows),
        cancelled=sum(row["cancelled"] for row in rows),
        moneys=tuple(Money(row["amount"], row["currency"]) for row in rows if row["amount"]),
    )
