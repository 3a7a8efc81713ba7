"""Payouts that sellers have asked for."""

from desk.money import Payout, PayoutState
from orders.money import Money
from storage.connection import Connection, Row

_ADD = """
    INSERT INTO payouts (person_id, amount, currency, target, requested_at) VALUES (?, ?, ?, ?, ?) RETURNING *
"""
_GET = "SELECT * FROM payouts WHERE id = ?"
_REQUESTED = "SELECT * FROM payouts WHERE state = 'requested' ORDER BY id LIMIT ? OFFSET ?"
_REQUESTED_COUNT = "SELECT count(*) FROM payouts WHERE state = 'requested'"
_OF_PERSON = "SELECT * FROM payouts WHERE person_id = ? ORDER BY id DESC LIMIT ?"
_REQUESTED_OF = "SELECT * FROM payouts WHERE person_id = ? AND state = 'requested' ORDER BY id"
_MESSAGE = "SELECT message_id FROM payout_messages WHERE payout_id = ? AND operator_id = ?"
_PUT_MESSAGE = """
    INSERT INTO payout_messages (payout_id, operator_id, message_id) VALUES (?, ?, ?)
    ON CONFLICT (payout_id, operator_id) DO UPDATE SET message_id = excluded.message_id
"""
_SETTLE = """
    UPDATE payouts SET state = ?, settled_at = ?, settled_by = ?, reason = ? WHERE id = ? AND state = 'requested'
"""


class Payouts:
    """`desk.ports.Payouts`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, person_id: int, money: Money, target: str, at: int) -> Payout:
        """A request from now on."""
        (row,) = await self._connection.rows(_ADD, person_id, money.amount, money.currency, target, at)
        return _payout(row)

    async def get(self, payout_id: int) -> Payout | None:
        """By its id."""
        row = await self._connection.row(_GET, payout_id)
        return None if row is None else _payout(row)

    async def requested(self, offset: int, limit: int) -> tuple[Payout, ...]:
        """Those that wait for the operator, oldest first."""
        return tuple(map(_payout, await self._connection.rows(_REQUESTED, limit, offset)))

    async def requested_count(self) -> int:
        """How many wait for the operator."""
        ((count,),) = await self._connection.rows(_REQUESTED_COUNT)
        return int(count)

    async def of_person(self, person_id: int, limit: int) -> tuple[Payout, ...]:
        """A person's own, newest first."""
        return tuple(map(_payout, await self._connection.rows(_OF_PERSON, person_id, limit)))

    async def requested_of(self, person_id: int) -> tuple[Payout, ...]:
        """A person's own that wait for the operator, oldest first."""
        return tuple(map(_payout, await self._connection.rows(_REQUESTED_OF, person_id)))

    def settle(self, payout_id: int, state: PayoutState, at: int, by: int | None, reason: str | None = None) -> None:
        """Paid, or declined for a reason, by this operator; or taken back by the seller."""
        self._connection.later(_SETTLE, state, at, by, reason, payout_id)

    async def message(self, payout_id: int, operator_id: int) -> int | None:
        """The message that tells this operator of it."""
        row = await self._connection.row(_MESSAGE, payout_id, operator_id)
        return None if row is None else int(row["message_id"])

    def put_message(self, payout_id: int, operator_id: int, message_id: int) -> None:
        """This one does from now on."""
        self._connection.later(_PUT_MESSAGE, payout_id, operator_id, message_id)


def _payout(row: Row) -> Payout:
    return Payout(
        id=row["id"],
        person_id=row["person_id"],
        money=Money(row["amount"], row["currency"]),
        target=row["target"],
        requested_at=row["requested_at"],
        state=PayoutState(row["state"]),
        settled_at=row["settled_at"],
        settled_by=row["settled_by"],
        reason=row["reason"],
    )
