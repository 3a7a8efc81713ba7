"""A write happens whole or not at all; readers see one moment."""

import asyncio
import sqlite3

import pytest

from desk.people import Person
from desk.ports import Unit
from orders.status import Side
from storage.database import Database
from storage.units import ReadUnit
from tests.storage.conftest import undone


def _anna(name: str = "Anna") -> Person:
    return Person(id=1, first_name=name)


async def _name(database: Database) -> str | None:
    async with database.read() as unit:
        person = await unit.people.get(1)
    return None if person is None else person.first_name


async def _count(unit: ReadUnit) -> int:
    _, data = await unit.forms.get(1)
    count = data.get("count", 0)
    assert isinstance(count, int)
    return count


async def _until(happened: asyncio.Event) -> None:
    async with asyncio.timeout(5):
        await happened.wait()


async def test_a_write_unit_is_what_the_desk_wants(database: Database) -> None:
    """mypy reads this test too."""
    async with database.write() as unit:
        for_the_desk: Unit = unit
    assert for_the_desk is unit


async def test_an_exception_rolls_everything_back(database: Database) -> None:
    """Also what had already been carried out."""
    async with undone(database) as unit:
        await unit.people.save(_anna(), 1)
        assert (await unit.forms.get(1)) == (None, {})
        await unit.people.save(_anna("Bella"), 1)
    assert await _name(database) is None
    async with database.write() as unit:
        await unit.people.save(_anna("Clara"), 1)
    assert await _name(database) == "Clara"


async def test_a_cancelled_writer_leaves_nothing(database: Database) -> None:
    """Wherever it waits; the next writer gets its turn."""
    began = asyncio.Event()

    async def write_and_wait() -> None:
        async with database.write() as unit:
            await unit.people.save(_anna(), 1)
            await unit.forms.get(1)
            began.set()
            await asyncio.Event().wait()

    writer = asyncio.create_task(write_and_wait())
    await _until(began)
    writer.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writer
    assert await _name(database) is None
    async with database.write() as unit:
        await unit.people.save(_anna("Bella"), 1)
    assert await _name(database) == "Bella"


@pytest.mark.parametrize("steps", range(12))
async def test_a_writer_cancelled_at_any_step_leaves_all_or_nothing(database: Database, steps: int) -> None:
    """Even between handing a statement over and hearing of it, even during the COMMIT, even twice."""

    async def write() -> None:
        async with database.write() as unit:
            await unit.people.save(_anna(), 1)
            await unit.forms.get(1)
            await unit.forms.set(1, "step", {})
            await unit.inbox.waiting()

    writer = asyncio.create_task(write())
    for _ in range(steps):
        await asyncio.sleep(0)
    writer.cancel()
    await asyncio.sleep(0)
    writer.cancel()
    await asyncio.wait([writer])
    async with database.read() as unit:
        person, (state, _) = await unit.people.get(1), await unit.forms.get(1)
    assert (person is None) == (state is None)
    async with database.write() as unit:
        await unit.people.save(_anna("Bella"), 1)
    assert await _name(database) == "Bella"


async def test_a_writer_cancelled_while_it_waits_its_turn_takes_nothing_along(database: Database) -> None:
    """The open transaction goes on, and the one after the cancelled one follows."""

    async def rename(name: str) -> None:
        async with database.write() as unit:
            await unit.people.save(_anna(name), 1)

    async with database.write() as unit:
        cancelled = asyncio.create_task(rename("cancelled"))
        following = asyncio.create_task(rename("following"))
        await asyncio.sleep(0)
        cancelled.cancel()
        await unit.people.save(_anna("first"), 1)
        await asyncio.wait([cancelled])
    await following
    assert await _name(database) == "following"


async def test_a_swallowed_error_cannot_be_committed(database: Database) -> None:
    """What ran together with the failed statement is incomplete."""

    async def write_and_swallow() -> None:
        async with database.write() as unit:
            await unit.people.save(_anna(), 1)
            await unit.cards.put(404, Side.SELLER, 5)
            with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
                await unit.forms.get(1)

    with pytest.raises(RuntimeError, match="can only be rolled back"):
        await write_and_swallow()
    assert await _name(database) is None


async def test_errors_of_what_was_left_for_the_end_come_with_the_commit(database: Database) -> None:
    """And roll everything back."""

    async def write() -> None:
        async with database.write() as unit:
            await unit.people.save(_anna(), 1)
            await unit.cards.put(404, Side.SELLER, 5)

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        await write()
    assert await _name(database) is None


async def test_twenty_writers_take_turns(database: Database) -> None:
    """Each reads what the one before has written."""

    async def add_one() -> None:
        for _ in range(5):
            async with database.write() as unit:
                count = await _count(unit)
                await asyncio.sleep(0)
                await unit.forms.set(1, None, {"count": count + 1})

    await asyncio.gather(*(add_one() for _ in range(20)))
    async with database.read() as unit:
        assert await _count(unit) == 100


async def test_a_write_inside_a_write_is_an_error(database: Database) -> None:
    """It would wait for itself."""
    async with database.write():
        with pytest.raises(RuntimeError, match="inside another"):
            async with database.write():
                pass


async def test_a_reader_sees_one_moment(database: Database) -> None:
    """That of its first question, whatever is committed meanwhile; a later one sees the rest."""
    async with database.write() as unit:
        await unit.forms.set(1, None, {"count": 1})
        await unit.forms.set(2, "old", {})
    async with database.read() as reader:
        assert await _count(reader) == 1
        async with database.write() as unit:
            await unit.forms.set(1, None, {"count": 2})
            await unit.forms.set(2, "new", {})
        assert await reader.forms.get(2) == ("old", {})
    async with database.read() as reader:
        assert await _count(reader) == 2
        assert await reader.forms.get(2) == ("new", {})


async def test_readers_see_nothing_uncommitted_and_do_not_wait(database: Database) -> None:
    """A writer may take its time."""
    async with database.write() as unit:
        await unit.people.save(_anna(), 1)
        await unit.forms.get(1)
        assert await _name(database) is None
    assert await _name(database) == "Anna"


async def test_more_readers_than_connections_take_turns(database: Database) -> None:
    """Nobody is turned away."""
    async with database.write() as unit:
        await unit.people.save(_anna(), 1)
    assert await asyncio.gather(*(_name(database) for _ in range(25))) == ["Anna"] * 25


@pytest.mark.parametrize("how", ["read", "peek"])
async def test_a_reader_cannot_write(database: Database, how: str) -> None:
    """Not even what would be left for the end."""
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        async with getattr(database, how)() as unit:
            await unit.people.save(_anna(), 1)
    assert await _name(database) is None


async def test_a_peek_sees_what_is_true_at_each_question(database: Database) -> None:
    """It keeps no snapshot, and what was expected together is of one moment."""
    async with database.write() as unit:
        await unit.forms.set(1, "old", {})
        await unit.forms.set(2, "old", {})
        await unit.forms.set(3, "old", {})
    async with database.peek() as reader:
        reader.expect(form_of=1)
        reader.expect(form_of=2)
        assert await reader.forms.get(1) == ("old", {})
        async with database.write() as unit:
            for person in (1, 2, 3):
                await unit.forms.set(person, "new", {})
        assert await reader.forms.get(2) == ("old", {})
        assert await reader.forms.get(3) == ("new", {})


async def test_a_peek_that_fails_leaves_a_reader_that_works(database: Database) -> None:
    """Its little transactions are closed."""
    for _ in range(6):
        with pytest.raises(sqlite3.OperationalError):
            async with database.peek() as reader:
                await reader.people.save(_anna(), 1)
    assert await _name(database) is None


async def test_what_is_expected_and_never_asked_for_is_harmless(database: Database) -> None:
    """Also where there is no such thing."""
    async with database.write() as unit:
        unit.expect(person_id=1, form_of=1, order_number=1, fact_id=1)
        await unit.people.save(_anna(), 1)
        assert await unit.people.get(1) == _anna()
        assert await unit.orders.get(1) is None
        assert await unit.orders.fact(1) is None
        assert await unit.forms.get(1) == (None, {})
    async with database.write() as unit:
        unit.expect(person_id=1, form_of=1, order_number=1, fact_id=1)
    assert await _name(database) == "Anna"


async def test_reading_nothing_costs_nothing(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """No statement, so no BEGIN."""

    def never(*_: object) -> None:
        raise AssertionError("no hop is needed")

    async with database.read():
        pass
    monkeypatch.setattr("aiosqlite.Connection.execute_fetchall", never)
    async with database.read():
        pass
    async with database.peek():
        pass


async def test_after_closing_nothing_is_read_or_written(database: Database) -> None:
    """Closing waits for the open transactions; closing twice is harmless."""
    began, may_end = asyncio.Event(), asyncio.Event()

    async def write() -> None:
        async with database.write() as unit:
            await unit.people.save(_anna(), 1)
            await unit.forms.get(1)
            began.set()
            await may_end.wait()

    writer = asyncio.create_task(write())
    await _until(began)
    closing = asyncio.create_task(database.close())
    await asyncio.sleep(0)
    assert not closing.done()
    may_end.set()
    await asyncio.gather(writer, closing)
    await database.close()
    with pytest.raises(RuntimeError, match="closed"):
        await _name(database)
    with pytest.raises(RuntimeError, match="closed"):
        await write()


async def test_an_urgent_write_does_not_wait_behind_the_others(database: Database) -> None:
    """Only for the one that is open: storing what has come is not kept waiting by handling it."""
    order: list[str] = []

    async def write(name: str, *, urgent: bool = False) -> None:
        async with database.write(urgent=urgent) as unit:
            await unit.people.save(_anna(name), 1)
            order.append(name)

    async with database.write() as unit:
        writers = [asyncio.create_task(write(name)) for name in ("first", "second")]
        await asyncio.sleep(0)
        writers.append(asyncio.create_task(write("urgent", urgent=True)))
        await asyncio.sleep(0)
        await unit.people.save(_anna("open"), 1)
        assert order == []
    await asyncio.gather(*writers)
    assert order == ["urgent", "first", "second"]
    assert await _name(database) == "second"
