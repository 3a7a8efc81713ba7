"""Refunds: what is owed to buyers, and what has been given back."""

from desk.money import Refund
from orders.money import Money
from storage.connection import Connection, Row

_ADD = """
    INSERT INTO refunds (person_id, amount, currency, charge_id, order_number, by_hand, due_at, not_before)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    RETURNING *
"""
_GET = "SELECT * FROM refunds WHERE id = ?"
_OF_CHARGE = "SELECT * FROM refunds WHERE charge_id = ?"
_DUE = "SELECT * FROM refunds WHERE done_at IS NULL AND by_hand = 0 AND not_before <= ? ORDER BY not_before, id LIMIT ?"
_OPEN = "SELECT * FROM refunds WHERE done_at IS NULL ORDER BY id LIMIT ? OFFSET ?"
_OPEN_COUNT = "SELECT count(*) FROM refunds WHERE done_at IS NULL"
_OPEN_OF = "SELECT * FROM refunds WHERE person_id = ? AND done_at IS NULL ORDER BY id"
_SOONER = "UPDATE refunds SET not_before = 0 WHERE id = ? AND done_at IS NULL AND by_hand = 0"
_TRIED = "UPDATE refunds SET attempts = attempts + 1, error = ?, not_before = ? WHERE id = ? AND done_at IS NULL"
_DONE = "UPDATE refunds SET done_at = ?, done_by = ? WHERE id = ? AND done_at IS NULL"


class Refunds:
    """`desk.ports.Refunds`, and what the process that carries them out needs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        #: Whether this transaction has made one that the bot is to carry out.
        self.has_new = False
        #: Those that this transaction has made for the operator to carry out.
        self.new_by_hand: list[Refund] = []

    async def add(
        self, person_id: int, money: Money, charge_id: str | None, order_number: int | None, *, by_hand: bool, at: int
    ) -> Refund:
        """So much is owed to this person from now on. `at`: epoch seconds."""
        (row,) = await self._connection.rows(
            _ADD, person_id, money.amount, money.currency, charge_id, order_number, int(by_hand), at, at
        )
        refund = _refund(row)
        if by_hand:
            self.new_by_hand.append(refund)
        else:
            self.has_new = True
        return refund

    async def get(self, refund_id: int) -> Refund | None:
        """By its id."""
        row = await self._connection.row(_GET, refund_id)
        return None if row is None else _refund(row)

    async def of_charge(self, charge_id: str) -> Refund | None:
        """The one that undoes this payment."""
        row = await self._connection.row(_OF_CHARGE, charge_id)
        return None if row is None else _refund(row)

    async def due(self, now: int, limit: int) -> tuple[Refund, ...]:
        """Those that the bot is to try now, the longest waiting first."""
        return tuple(map(_refund, await self._connection.rows(_DUE, now, limit)))

    async def open(self, offset: int, limit: int) -> tuple[Refund, ...]:
        """All that is still owed, oldest first."""
        return tuple(map(_refund, await self._connection.rows(_OPEN, limit, offset)))

    async def open_count(self) -> int:
        """How many are still owed."""
        ((count,),) = await self._connection.rows(_OPEN_COUNT)
        return int(count)

    def try_now(self, refund_id: int) -> None:
        """The bot is not to wait any longer with this one."""
        self._connection.later(_SOONER, refund_id)
        self.has_new = True

    async def open_of(self, person_id: int) -> tuple[Refund, ...]:
        """What is still owed to a person, oldest first."""
        return tuple(map(_refund, await self._connection.rows(_OPEN_OF, person_id)))

    def tried(self, refund_id: int, error: str, not_before: int) -> None:
        """In vain; again not before that moment."""
        self._connection.later(_TRIED, error, not_before, refund_id)

    def done(self, refund_id: int, at: int, by: int | None) -> None:
        """The buyer has it; `by`: the operator who says so."""
        self._connection.later(_DONE, at, by, refund_id)


def _refund(row: Row) -> Refund:
    return Refund(
        id=row["id"],
        person_id=row["person_id"],
        money=Money(row["amount"], row["currency"]),
        charge_id=row["charge_id"],
        order_number=row["order_number"],
        by_hand=bool(row["by_hand"]),
        due_at=row["due_at"],
        attempts=row["attempts"],
        error=row["error"],
        done_at=row["done_at"],
    )
