"""The inbox: each update once, until it is done."""

import sqlite3
from pathlib import Path

from storage.database import Database
from storage.inbox import InboxItem, InboxRow


def _item(update_id: int, body: str = "{}", *, lane: int = 1) -> InboxItem:
    return InboxItem(update_id=update_id, lane=lane, body=body)


def _row(item: InboxItem, attempts: int = 0, error: str | None = None, code: str | None = None) -> InboxRow:
    return InboxRow(item=item, received_at=10, attempts=attempts, error=error, code=code)


async def _waiting(database: Database) -> tuple[InboxRow, ...]:
    async with database.read() as unit:
        return await unit.inbox.waiting()


async def test_an_update_that_comes_again_is_not_new(database: Database) -> None:
    """Whether it waits, is done or failed, and within one batch."""
    async with database.write() as unit:
        assert await unit.inbox.put([_item(2), _item(1), _item(2, "again")], 10) == (_item(2), _item(1))
    async with database.write() as unit:
        await unit.inbox.done(1)
        await unit.inbox.put([_item(3)], 10)
        await unit.inbox.fail(3, "Traceback", "ABC")
    assert await database.receive([_item(1), _item(2, "again"), _item(3), _item(4)], 20) == (_item(4),)
    assert [row.item for row in await _waiting(database)] == [_item(2), _item(4)]


async def test_receiving_nothing_is_fine(database: Database) -> None:
    """An empty batch."""
    assert await database.receive([], 10) == ()


async def test_a_great_many_updates_are_taken_at_once(database: Database) -> None:
    """More than a statement has room for."""
    items = [_item(update_id) for update_id in range(2_500)]
    assert await database.receive(items, 10) == tuple(items)
    assert len(await _waiting(database)) == 2_500


async def test_waiting_updates_come_in_their_order_with_all_that_is_known(database: Database) -> None:
    """Whatever the order in which they were received."""
    earlier = _item(5, "pay", lane=7)
    await database.receive([_item(9), earlier], 10)
    async with database.write() as unit:
        assert await unit.inbox.tried(5, "no luck") == 1
        assert await unit.inbox.tried(5, "no luck at all") == 2
        assert await unit.inbox.tried(404, "no such update") == 0
    assert await _waiting(database) == (_row(earlier, 2, "no luck at all"), _row(_item(9)))


async def test_a_failed_update_is_set_aside(database: Database) -> None:
    """With its body, the error, and the code that the person was told."""
    await database.receive([_item(1, "poison"), _item(2)], 10)
    async with database.write() as unit:
        await unit.inbox.tried(1, "Traceback")
        await unit.inbox.fail(1, "Traceback", "ABC123")
    async with database.read() as unit:
        assert await unit.inbox.failed() == (_row(_item(1, "poison"), 1, "Traceback", "ABC123"),)
        assert await unit.inbox.waiting() == (_row(_item(2)),)


async def test_what_was_done_long_ago_is_forgotten(database: Database, path: Path) -> None:
    """What waits or has failed never is; the bodies of what is done are gone at once."""
    await database.receive([_item(update_id, "secret") for update_id in (1, 2, 3)], 10)
    await database.receive([_item(4, "secret")], 20)
    async with database.write() as unit:
        await unit.inbox.done(1)
        await unit.inbox.fail(2, "Traceback", "ABC")
        await unit.inbox.done(4)
    assert _rows(path) == [(1, ""), (2, "secret"), (3, "secret"), (4, "")]
    async with database.write() as unit:
        await unit.inbox.prune(20)
    assert _rows(path) == [(2, "secret"), (3, "secret"), (4, "")]


def _rows(path: Path) -> list[tuple[int, str]]:
    by_hand = sqlite3.connect(path)
    rows = by_hand.execute("SELECT update_id, body FROM inbox ORDER BY update_id").fetchall()
    by_hand.close()
    return rows
