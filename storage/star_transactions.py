"""What Telegram's list of Star transactions says, beside our own payments and refunds."""

from collections.abc import Sequence

from desk.reconciliation import Difference, DifferenceKind, StarTransaction
from storage.connection import Connection, Row

_SINCE = "SELECT min(placed_at) FROM orders WHERE method = 'stars'"
_HOLDS = """
    SELECT 1 FROM postings WHERE account IN ('escrow', 'refund') AND currency = 'XTR'
    GROUP BY account, holder HAVING sum(amount) > 0 LIMIT 1
"""
_READ = "SELECT read FROM star_reading"
_KEEP_READ = "INSERT INTO star_reading (id, read) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET read = excluded.read"
_ADD = """
    INSERT INTO star_transactions (charge_id, direction, person_id, payload, amount, at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING
"""
#: What has come and gone without us stays out of our books.
_MISSED = """
    SELECT * FROM star_transactions AS came
    WHERE direction = 'in' AND at >= ?
      AND NOT EXISTS (SELECT 1 FROM payments WHERE charge_id = came.charge_id)
      AND NOT EXISTS (SELECT 1 FROM star_transactions WHERE charge_id = came.charge_id AND direction = 'out')
    ORDER BY at, charge_id
"""
_RETURNED = """
    SELECT refunds.id FROM refunds JOIN star_transactions AS went USING (charge_id)
    WHERE refunds.done_at IS NULL AND went.direction = 'out'
    ORDER BY refunds.id
"""
_DIFFERENCES = """
    WITH ours AS (
        SELECT payments.*, refunds.id AS refund_id, refunds.by_hand, refunds.done_at, refunds.done_by,
               came.charge_id AS came_id, came.amount AS came_amount, came.person_id AS came_from,
               went.charge_id AS went_id, went.amount AS went_amount
        FROM payments
        LEFT JOIN refunds USING (charge_id)
        LEFT JOIN star_transactions AS came ON came.charge_id = payments.charge_id AND came.direction = 'in'
        LEFT JOIN star_transactions AS went ON went.charge_id = payments.charge_id AND went.direction = 'out'
        WHERE payments.method = 'stars'
    ), found AS (
        SELECT 'taken_back' AS kind, * FROM ours WHERE went_id IS NOT NULL AND refund_id IS NULL
        UNION ALL
        SELECT 'not_there', * FROM ours WHERE came_id IS NULL AND received_at < ?1
        UNION ALL
        SELECT 'not_returned', * FROM ours
        WHERE came_id IS NOT NULL AND went_id IS NULL AND by_hand = 0 AND done_by IS NULL AND done_at < ?1
        UNION ALL
        SELECT 'otherwise', * FROM ours
        WHERE came_amount <> amount OR came_from <> payer_id OR went_amount <> amount
    )
    SELECT found.kind, found.charge_id, found.payer_id, found.amount, found.order_number,
           orders.ended_at IS NOT NULL AS is_over
    FROM found LEFT JOIN orders ON orders.number = found.order_number
    WHERE NOT EXISTS (
        SELECT 1 FROM star_differences AS told WHERE told.kind = found.kind AND told.charge_id = found.charge_id
    )
    ORDER BY found.received_at, found.charge_id, found.kind
"""
_TELL = "INSERT INTO star_differences (kind, charge_id, found_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"


class StarTransactions:
    """For the process that compares them with ours."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def since(self) -> int | None:
        """When the first order that is paid in Stars was placed; what was paid before was paid to another program."""
        ((first,),) = await self._connection.rows(_SINCE)
        return None if first is None else int(first)

    async def holds_stars(self) -> bool:
        """Whether we have any that are an order's or owed back."""
        return bool(await self._connection.rows(_HOLDS))

    async def read_so_far(self) -> int:
        """How many transactions of the list."""
        row = await self._connection.row(_READ)
        return 0 if row is None else int(row["read"])

    def add(self, transactions: Sequence[StarTransaction], read: int) -> None:
        """Some more of the list; so many have been read by now. Those that are known stay as they are."""
        rows = [
            (each.charge_id, "in" if each.is_incoming else "out", each.person_id, each.payload, each.amount, each.at)
            for each in transactions
        ]
        self._connection.later_many(_ADD, rows)
        self._connection.later(_KEEP_READ, read)

    async def missed(self, since: int) -> tuple[StarTransaction, ...]:
        """Payments that have come since then, have not gone back, and are unknown to us; oldest first."""
        return tuple(map(_transaction, await self._connection.rows(_MISSED, since)))

    async def returned(self) -> tuple[int, ...]:
        """Refunds that are due with us, and done at Telegram."""
        return tuple(int(row["id"]) for row in await self._connection.rows(_RETURNED))

    async def differences(self, before: int) -> tuple[Difference, ...]:
        """What differs and has not been told. What we have done since `before` may be missing in the list."""
        return tuple(map(_difference, await self._connection.rows(_DIFFERENCES, before)))

    def tell(self, differences: Sequence[Difference], at: int) -> None:
        """They are told now, and not again."""
        self._connection.later_many(_TELL, [(each.kind, each.charge_id, at) for each in differences])


def _transaction(row: Row) -> StarTransaction:
    return StarTransaction(
        charge_id=row["charge_id"],
        is_incoming=row["direction"] == "in",
        person_id=row["person_id"],
        payload=row["payload"],
        amount=row["amount"],
        at=row["at"],
    )


def _difference(row: Row) -> Difference:
    return Difference(
        kind=DifferenceKind(row["kind"]),
        charge_id=row["charge_id"],
        person_id=row["payer_id"],
        amount=row["amount"],
        order_number=row["order_number"],
        is_over=bool(row["is_over"]),
    )
