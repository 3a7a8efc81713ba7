"""The ledger: entries with their postings, appended and never changed. Triggers of the schema hold it so."""

from orders.ledger import AccountKind, Entry
from orders.money import Money
from storage.connection import Connection, Row
from storage.ids import Ids

_POST = "INSERT INTO postings (entry_id, account, holder, currency, amount) VALUES (?, ?, ?, ?, ?)"
_SEAL = "INSERT INTO entries (id, kind, currency, order_number, charge_id, at) VALUES (?, ?, ?, ?, ?, ?)"
_BALANCE = """
    SELECT currency, sum(amount) AS amount FROM postings WHERE account = ? AND holder = ?
    GROUP BY currency HAVING sum(amount) <> 0 ORDER BY currency
"""
_TOTAL = """
    SELECT currency, sum(amount) AS amount FROM postings WHERE account = ?
    GROUP BY currency HAVING sum(amount) <> 0 ORDER BY currency
"""


class Ledger:
    """`desk.ports.Ledger`."""

    def __init__(self, connection: Connection, ids: Ids) -> None:
        self._connection = connection
        self._ids = ids

    async def write(self, entry: Entry, at: int) -> None:
        """Append it. Raises, at the latest with the commit: sqlite3.IntegrityError where it must not be."""
        (entry_id,) = await self._ids.entries(1)
        self._connection.later_many(
            _POST,
            [
                (entry_id, posting.account.kind, posting.account.holder, entry.currency, posting.amount)
                for posting in entry.postings
            ],
        )
        self._connection.later(_SEAL, entry_id, entry.kind, entry.currency, entry.order_number, entry.charge_id, at)

    async def balance(self, kind: AccountKind, holder: int) -> tuple[Money, ...]:
        """What is on an account, a sum a currency; empty ones are left out."""
        return tuple(Money(row["amount"], row["currency"]) for row in await self._rows(_BALANCE, kind, holder))

    async def total(self, kind: AccountKind) -> tuple[Money, ...]:
        """What is on all accounts of a kind together, a sum a currency."""
        return tuple(Money(row["amount"], row["currency"]) for row in await self._rows(_TOTAL, kind))

    async def _rows(self, sql: str, *parameters: str | int) -> list[Row]:
        return await self._connection.rows(sql, *parameters)
