"""What the ledger says of one person's money: sums and movements, nothing that is kept."""

from desk.money import Held, PayoutState, Purse, Statement, StatementLine
from orders.ledger import EntryKind
from orders.money import Money
from orders.status import Side
from storage.connection import Connection, Row

# Parameter 1 is the person; 2 and 3 the first moment of a statement and the first one after it.
_PURSES = """
    WITH mine AS (
        SELECT postings.currency, postings.account, postings.amount, entries.kind FROM postings
        JOIN entries ON entries.id = postings.entry_id
        WHERE postings.account IN ('seller', 'paid_out') AND postings.holder = ?1
        UNION ALL
        SELECT postings.currency, postings.account, postings.amount, NULL FROM payouts
        JOIN postings ON postings.account = 'payout' AND postings.holder = payouts.id
        WHERE payouts.person_id = ?1
    )
    SELECT
        currency,
        coalesce(sum(amount) FILTER (
            WHERE account = 'seller' AND kind NOT IN ('payout_requested', 'payout_declined')), 0) AS earned,
        count(*) FILTER (WHERE account = 'seller' AND kind = 'share_out') AS orders,
        coalesce(sum(amount) FILTER (WHERE account = 'seller'), 0) AS available,
        coalesce(sum(amount) FILTER (WHERE account = 'payout'), 0) AS leaving,
        coalesce(sum(amount) FILTER (WHERE account = 'paid_out'), 0) AS paid_out
    FROM mine GROUP BY currency ORDER BY currency
"""
_HELD = """
    SELECT orders.number, orders.title, orders.commission, postings.currency, sum(postings.amount) AS amount
    FROM orders JOIN postings ON postings.account = 'escrow' AND postings.holder = orders.number
    WHERE orders.{side}_id = ? AND orders.ended_at IS NULL
    GROUP BY orders.number, orders.title, orders.commission, postings.currency HAVING sum(postings.amount) <> 0
    ORDER BY orders.number, postings.currency
"""
_HELD_OF = {side: _HELD.format(side=side) for side in Side}
_BALANCES = """
    SELECT
        postings.currency,
        coalesce(sum(postings.amount) FILTER (WHERE entries.at < ?2), 0) AS opening,
        sum(postings.amount) AS closing
    FROM postings JOIN entries ON entries.id = postings.entry_id
    WHERE postings.account = 'seller' AND postings.holder = ?1 AND entries.at < ?3
    GROUP BY postings.currency ORDER BY postings.currency
"""
_LINES = """
    SELECT
        entries.id, entries.at, entries.kind, entries.order_number, orders.title,
        mine.currency, mine.amount, fee.amount AS commission, payouts.id AS payout_id, payouts.state AS payout_state
    FROM postings AS mine JOIN entries ON entries.id = mine.entry_id
    LEFT JOIN orders ON orders.number = entries.order_number
    LEFT JOIN postings AS fee ON fee.entry_id = entries.id AND fee.account = 'commission'
    LEFT JOIN postings AS gone ON gone.entry_id = entries.id AND gone.account = 'payout'
    LEFT JOIN payouts ON payouts.id = gone.holder
    WHERE mine.account = 'seller' AND mine.holder = ?1 AND entries.at >= ?2 AND entries.at < ?3
    ORDER BY entries.at, entries.id
"""
_BEGAN_AT = """
    SELECT min(entries.at) FROM postings JOIN entries ON entries.id = postings.entry_id
    WHERE postings.account = 'seller' AND postings.holder = ?
"""


class Balances:
    """`desk.ports.Balances`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def purses(self, person_id: int) -> tuple[Purse, ...]:
        """What a seller has earned, a purse a currency; none: nothing yet."""
        return tuple(_purse(row) for row in await self._connection.rows(_PURSES, person_id))

    async def held(self, person_id: int, side: Side) -> tuple[Held, ...]:
        """What is held for orders in which the person is that side, by number."""
        return tuple(_held(row) for row in await self._connection.rows(_HELD_OF[side], person_id))

    async def statements(self, person_id: int, since: int, until: int) -> tuple[Statement, ...]:
        """From the moment `since` on and before `until`, a statement a currency; all of one moment."""
        asked = self._connection.later(_BALANCES, person_id, since, until)
        lines = await self._connection.rows(_LINES, person_id, since, until)
        found = [
            Statement(
                currency=row["currency"],
                opening=row["opening"],
                lines=tuple(_line(line) for line in lines if line["currency"] == row["currency"]),
                closing=row["closing"],
            )
            for row in await self._connection.rows_of(asked)
        ]
        return tuple(each for each in found if each.lines or each.closing)

    async def began_at(self, person_id: int) -> int | None:
        """The moment of the first movement of a seller's balance."""
        ((at,),) = await self._connection.rows(_BEGAN_AT, person_id)
        return None if at is None else int(at)


def _purse(row: Row) -> Purse:
    return Purse(
        currency=row["currency"],
        earned=row["earned"],
        orders=row["orders"],
        available=row["available"],
        leaving=row["leaving"],
        paid_out=row["paid_out"],
    )


def _held(row: Row) -> Held:
    return Held(
        order_number=row["number"],
        title=row["title"],
        money=Money(row["amount"], row["currency"]),
        commission=row["commission"],
    )


def _line(row: Row) -> StatementLine:
    state = row["payout_state"]
    return StatementLine(
        entry_id=row["id"],
        at=row["at"],
        kind=EntryKind(row["kind"]),
        amount=row["amount"],
        order_number=row["order_number"],
        title=row["title"],
        commission=row["commission"] or 0,
        payout_id=row["payout_id"],
        payout_state=None if state is None else PayoutState(state),
    )
