"""Updates that Telegram has handed over: kept until what they cause is committed."""

from collections.abc import Sequence
from dataclasses import dataclass

from storage.connection import Connection, Row, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxItem:
    """One update."""

    update_id: int
    #: Updates of one lane are handled in order. The person's id.
    lane: int
    #: JSON, as Telegram sent it.
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """An update as it is kept."""

    item: InboxItem
    received_at: int
    #: How often handling it has failed.
    attempts: int
    #: Why the last attempt failed.
    error: str | None
    #: The code that the person was told and the operator finds in the log; only of a failed one.
    code: str | None


@dataclass(frozen=True, slots=True)
class Arrival:
    """Updates on their way into the inbox."""

    items: Sequence[InboxItem]
    statements: Sequence[Statement]

    def new(self) -> tuple[InboxItem, ...]:
        """Those that were not in the inbox already, in their order. Known once the statements have been run."""
        new = {row["update_id"] for statement in self.statements for row in statement.rows or ()}
        first = {item.update_id: item for item in reversed(self.items)}
        return tuple(item for item in self.items if item.update_id in new and first[item.update_id] is item)


#: SQLite allows 32,766 parameters a statement; a row takes 4. Telegram sends 100 updates at most.
_AT_ONCE = 1_000
_PUT = """
    INSERT INTO inbox (update_id, lane, body, received_at) VALUES {}
    ON CONFLICT DO NOTHING RETURNING update_id
"""
_IN_STATE = "SELECT * FROM inbox WHERE state = ? AND state <> 'done' ORDER BY update_id"
_DONE = "UPDATE inbox SET state = 'done', body = '' WHERE update_id = ?"
_TRIED = "UPDATE inbox SET attempts = attempts + 1, error = ? WHERE update_id = ? RETURNING attempts"
_FAIL = "UPDATE inbox SET state = 'failed', error = ?, code = ? WHERE update_id = ?"
_RETRY = """
    UPDATE inbox SET state = 'waiting', attempts = 0, error = NULL, code = NULL
    WHERE update_id = ? AND state = 'failed' RETURNING *
"""
_GIVE_UP = "UPDATE inbox SET state = 'done', body = '' WHERE update_id = ? AND state = 'failed' RETURNING update_id"
_FAILED_COUNT = "SELECT count(*) FROM inbox WHERE state = 'failed'"
_PRUNE = "DELETE FROM inbox WHERE state = 'done' AND received_at < ?"


class Inbox:
    """The inbox table. Telegram may send an update again; `update_id` tells."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        #: What this transaction has taken up again.
        self.retried: list[InboxRow] = []

    async def put(self, items: Sequence[InboxItem], at: int) -> tuple[InboxItem, ...]:
        """Those that were new, in their order."""
        arrival = self.arrive(items, at)
        for statement in arrival.statements:
            await self._connection.rows_of(statement)
        return arrival.new()

    def arrive(self, items: Sequence[InboxItem], at: int) -> Arrival:
        """Like `put`, with the transaction's next statement."""
        statements = []
        for start in range(0, len(items), _AT_ONCE):
            some = items[start : start + _AT_ONCE]
            values = ", ".join(["(?, ?, ?, ?)"] * len(some))
            parameters = [value for i in some for value in (i.update_id, i.lane, i.body, at)]
            statements.append(self._connection.later(_PUT.format(values), *parameters))
        return Arrival(items, statements)

    async def waiting(self) -> tuple[InboxRow, ...]:
        """All that are neither done nor failed, by update id."""
        return tuple(map(_inbox_row, await self._connection.rows(_IN_STATE, "waiting")))

    async def failed(self) -> tuple[InboxRow, ...]:
        """All that were set aside, by update id."""
        return tuple(map(_inbox_row, await self._connection.rows(_IN_STATE, "failed")))

    async def done(self, update_id: int) -> None:
        """Handled. Only its id is kept, to know it again."""
        self._connection.later(_DONE, update_id)

    async def tried(self, update_id: int, error: str) -> int:
        """One attempt has failed; how many have by now. 0: there is no such update."""
        row = await self._connection.row(_TRIED, error, update_id)
        return 0 if row is None else int(row["attempts"])

    async def fail(self, update_id: int, error: str, code: str) -> None:
        """Set it aside."""
        self._connection.later(_FAIL, error, code, update_id)

    async def failed_count(self) -> int:
        """How many were set aside."""
        ((count,),) = await self._connection.rows(_FAILED_COUNT)
        return int(count)

    async def retry(self, update_id: int) -> bool:
        """It waits again; whether it was set aside."""
        rows = [_inbox_row(row) for row in await self._connection.rows(_RETRY, update_id)]
        self.retried += rows
        return bool(rows)

    async def give_up(self, update_id: int) -> bool:
        """It is not to be tried again; whether it was set aside."""
        return bool(await self._connection.rows(_GIVE_UP, update_id))

    async def prune(self, before: int) -> None:
        """Forget what is done and was received before that moment (epoch seconds)."""
        self._connection.later(_PRUNE, before)


def _inbox_row(row: Row) -> InboxRow:
    return InboxRow(
        item=InboxItem(update_id=row["update_id"], lane=row["lane"], body=row["body"]),
        received_at=row["received_at"],
        attempts=row["attempts"],
        error=row["error"],
        code=row["code"],
    )
