"""Orders: versions, history, what the rating is made of."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from desk.people import Person
from desk.ports import VersionConflict
from orders.facts import OrderPaid, OrderPlaced
from orders.order import Effect, Ending
from orders.status import Status
from storage.database import Database
from tests.storage.conftest import undone
from tests.storage.samples import BUYER, SELLER, ended, order


async def test_numbers_count_from_one_and_are_never_given_twice(database: Database, path: Path) -> None:
    """Not even after a row was removed by hand."""
    async with database.write() as unit:
        numbers = [(await unit.orders.add(order())).number for _ in range(3)]
    with sqlite3.connect(path) as by_hand:
        by_hand.execute("DELETE FROM orders WHERE number = 3")
    by_hand.close()
    async with database.write() as unit:
        numbers.append((await unit.orders.add(order())).number)
    assert numbers == [1, 2, 3, 4]


async def test_a_save_counts_the_version(database: Database) -> None:
    """Several in one transaction too."""
    async with database.write() as unit:
        added = await unit.orders.add(order())
        once = await unit.orders.save(replace(added, turn=1))
        twice = await unit.orders.save(replace(once, turn=2))
    async with database.read() as unit:
        assert await unit.orders.get(added.number) == twice
    assert (added.version, once.version, twice.version) == (0, 1, 2)


async def test_an_order_that_was_loaded_before_somebody_saved_it_is_not_saved(database: Database) -> None:
    """VersionConflict; nothing has moved, and the transaction can go on."""
    async with database.write() as unit:
        added = await unit.orders.add(order())
    async with database.write() as unit:
        saved = await unit.orders.save(replace(added, turn=1))
    async with database.write() as unit:
        with pytest.raises(VersionConflict):
            await unit.orders.save(replace(added, turn=7))
        assert await unit.orders.get(added.number) == saved
        with pytest.raises(VersionConflict):
            await unit.orders.save(replace(added, turn=7))
        await unit.people.save(Person(id=1, first_name="Anna"), 1)
    async with database.read() as unit:
        assert await unit.orders.get(added.number) == saved
        assert await unit.people.get(1) is not None


async def test_an_order_that_does_not_exist_cannot_be_saved(database: Database) -> None:
    """VersionConflict as well."""
    async with database.write() as unit:
        with pytest.raises(VersionConflict):
            await unit.orders.save(order(number=404))
        assert await unit.orders.get(404) is None


async def test_a_save_that_was_rolled_back_can_be_done_again(database: Database) -> None:
    """With the version that it had."""
    async with database.write() as unit:
        added = await unit.orders.add(order())
    async with undone(database) as unit:
        await unit.orders.get(added.number)
        await unit.orders.save(replace(added, turn=1))
    async with database.write() as unit:
        assert await unit.orders.get(added.number) == added
        saved = await unit.orders.save(replace(added, turn=2))
    async with database.read() as unit:
        assert await unit.orders.get(added.number) == saved


async def test_an_order_brings_its_sides(database: Database) -> None:
    """In the same transaction they are what was saved last."""
    seller, buyer = Person(id=SELLER, first_name="Anna"), Person(id=BUYER, first_name="Boris")
    async with database.write() as unit:
        await unit.people.save(seller, 1)
        await unit.people.save(buyer, 1)
        number = (await unit.orders.add(order())).number
    async with database.write() as unit:
        renamed = replace(seller, first_name="Alla")
        unit.expect(order_number=number)
        await unit.people.save(renamed, 2)
        await unit.orders.get(number)
        assert (await unit.people.get(SELLER), await unit.people.get(BUYER)) == (renamed, buyer)
        assert await unit.people.get(33) is None


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE facts SET at = 5",
        "UPDATE facts SET id = 99",
        "DELETE FROM facts",
        "INSERT OR REPLACE INTO facts VALUES (1, 1, 0, 'order_paid', '{}')",
        "INSERT INTO facts VALUES (1, 1, 0, 'order_paid', '{}') ON CONFLICT (id) DO UPDATE SET at = 5",
    ],
)
async def test_history_is_only_added_to(database: Database, path: Path, tampering: str) -> None:
    """Whoever opens the file."""
    async with database.write() as unit:
        number = (await unit.orders.add(order())).number
        await unit.orders.record(number, [OrderPlaced(5), OrderPaid(6)], 1)
    before = await _history(database, number)
    by_hand = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        by_hand.execute(tampering)
    by_hand.close()
    assert await _history(database, number) == before


async def _history(database: Database, number: int) -> object:
    async with database.read() as unit:
        return await unit.orders.history(number)


async def test_histories_are_told_apart(database: Database) -> None:
    """Each order has its own, in order; an unknown one has none."""
    async with database.write() as unit:
        one, two = [(await unit.orders.add(order())).number for _ in range(2)]
        for at, number in enumerate((one, two, one, two)):
            await unit.orders.record(number, [OrderPaid(at)], at)
    async with database.read() as unit:
        times = [[recorded.at for recorded in await unit.orders.history(number)] for number in (one, two, 404)]
        nothing = await unit.orders.fact(404)
    assert (times, nothing) == ([[0, 2], [1, 3], []], None)


async def test_recent_effects_are_the_newest_that_count(database: Database) -> None:
    """Newest first, by the time of the end, then by number; of this seller alone."""
    endings = [
        (Ending.ACCEPTED, 10),
        (Ending.BLAMED, 30),
        (Ending.EXCUSED, 40),
        (Ending.AUTO_CANCELLED, 20),
        (Ending.ACCEPTED, 30),
    ]
    async with database.write() as unit:
        for ending, at in endings:
            await unit.orders.add(ended(ending, at))
        await unit.orders.add(ended(Ending.BLAMED, 50, seller_id=99))
        await unit.orders.add(order())
    kept, broken = Effect.KEPT, Effect.BROKEN
    async with database.read() as unit:
        assert await unit.orders.recent_effects(SELLER, 30) == (kept, broken, broken, kept)
        assert await unit.orders.recent_effects(SELLER, 2) == (kept, broken)
        assert await unit.orders.recent_effects(BUYER, 30) == ()


async def test_open_orders_are_those_of_either_side_that_are_not_final(database: Database) -> None:
    """By number; unpaid ones among them."""
    async with database.write() as unit:
        sells = await unit.orders.add(order())
        buys = await unit.orders.add(order(seller_id=99, buyer_id=SELLER))
        unpaid = await unit.orders.add(order(status=Status.AWAITING_PAYMENT, paid_at=None, started_at=None))
        await unit.orders.add(ended(Ending.ACCEPTED, 5))
        await unit.orders.add(order(seller_id=99))
        assert await unit.orders.open_of(SELLER) == (sells, buys, unpaid)
        assert await unit.orders.open_of(12345) == ()


async def test_nobody_orders_from_themselves(database: Database) -> None:
    """The table holds what the rules promise."""
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        async with database.write() as unit:
            await unit.orders.add(order(SELLER, SELLER))
