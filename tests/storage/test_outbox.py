"""The outbox: order, replacement, holding back, failing."""

from desk.people import Person
from desk.posts import Post, PostKind
from storage.database import Database
from storage.outbox import OutboxCounts, OutboxRow

ANNA, BORIS = 1, 2


def _post(text: str, person_id: int = ANNA, key: str | None = None) -> Post:
    return Post(person_id=person_id, kind=PostKind.REPORT, body={"text": text}, key=key)


def _texts(rows: tuple[OutboxRow, ...]) -> list[object]:
    return [row.post.body["text"] for row in rows]


async def _waiting(database: Database) -> tuple[OutboxRow, ...]:
    async with database.read() as unit:
        return await unit.outbox.waiting(100)


async def test_posts_wait_in_the_order_in_which_they_were_added(database: Database) -> None:
    """A sender reads on from the last id that it has seen."""
    async with database.write() as unit:
        await unit.outbox.add([_post("one"), _post("two", BORIS)], 1)
        await unit.outbox.add([_post("three")], 2)
    async with database.write() as unit:
        await unit.outbox.add([_post("four")], 3)
    async with database.read() as unit:
        first = await unit.outbox.waiting(2)
        rest = await unit.outbox.after(first[-1].id, 10)
    assert (_texts(first), _texts(rest)) == (["one", "two"], ["three", "four"])


async def test_ids_are_never_used_twice(database: Database) -> None:
    """Else a sender would pass over a new post."""
    async with database.write() as unit:
        await unit.outbox.add([_post("one"), _post("two")], 1)
    ids = [row.id for row in await _waiting(database)]
    async with database.write() as unit:
        await unit.outbox.done(ids)
    async with database.write() as unit:
        await unit.outbox.add([_post("three")], 1)
    assert [row.id for row in await _waiting(database)] == [max(ids) + 1]


async def test_a_newer_post_with_the_same_key_takes_the_place_of_an_unsent_one(database: Database) -> None:
    """And stands behind what was written before it."""
    async with database.write() as unit:
        await unit.outbox.add([_post("old card", key="card"), _post("news"), _post("other card", key="other")], 1)
    async with database.write() as unit:
        await unit.outbox.add([_post("new card", key="card")], 2)
    assert _texts(await _waiting(database)) == ["news", "other card", "new card"]


async def test_within_one_transaction_keys_are_replaced_too(database: Database) -> None:
    """Among posts added together, and added one after the other."""
    async with database.write() as unit:
        await unit.outbox.add([_post("1", key="card"), _post("news"), _post("2", key="card")], 1)
        await unit.outbox.add([_post("more"), _post("3", key="card")], 1)
        added = unit.outbox.added
    assert _texts(added) == ["news", "more", "3"]
    assert await _waiting(database) == added


async def test_a_held_post_is_replaced_as_well(database: Database) -> None:
    """It has not been sent either."""
    async with database.write() as unit:
        await unit.outbox.add([_post("old", key="card"), _post("news")], 1)
        await unit.outbox.hold(ANNA)
        await unit.outbox.add([_post("new", key="card")], 2)
        await unit.outbox.release(ANNA)
    assert _texts(await _waiting(database)) == ["new", "news"]


async def test_a_failed_post_is_kept_beside_its_successor(database: Database) -> None:
    """The operator may want to see it."""
    async with database.write() as unit:
        await unit.outbox.add([_post("bad", key="card")], 1)
        await unit.outbox.fail(unit.outbox.added[0].id, "too long")
        await unit.outbox.add([_post("good", key="card")], 2)
    async with database.read() as unit:
        assert _texts(await unit.outbox.waiting(10)) == ["good"]
        assert await unit.outbox.counts() == OutboxCounts(pending=1, held=0, failed=1, oldest_at=2)


async def test_posts_without_a_key_replace_nothing(database: Database) -> None:
    """All of them are sent."""
    async with database.write() as unit:
        await unit.outbox.add([_post("one"), _post("two")], 1)
        await unit.outbox.add([_post("three")], 1)
    assert _texts(await _waiting(database)) == ["one", "two", "three"]


async def test_what_is_held_for_a_person_comes_back_in_order_where_a_sender_looks(database: Database) -> None:
    """Behind the last id that it has seen; other people's posts stay as they are."""
    async with database.write() as unit:
        await unit.outbox.add([_post("one"), _post("of Boris", BORIS), _post("two"), _post("three")], 1)
    seen = (await _waiting(database))[-1].id
    async with database.write() as unit:
        await unit.outbox.hold(ANNA)
    assert _texts(await _waiting(database)) == ["of Boris"]
    async with database.write() as unit:
        await unit.outbox.add([_post("before")], 5)
        await unit.outbox.release(ANNA)
        await unit.outbox.add([_post("after")], 5)
        added = unit.outbox.added
    async with database.read() as unit:
        found = await unit.outbox.after(seen, 10)
        counts = await unit.outbox.counts()
    assert _texts(found) == ["before", "one", "two", "three", "after"]
    assert found == added
    assert counts == OutboxCounts(pending=6, held=0, failed=0, oldest_at=1)


async def test_a_new_post_for_who_is_away_brings_what_is_held_before_it(database: Database) -> None:
    """Else it would come first, should they be back by now."""
    async with database.write() as unit:
        await unit.people.save(Person(id=ANNA, first_name="Anna", is_reachable=False), 1)
        await unit.outbox.add([_post("one"), _post("old", key="card"), _post("two")], 1)
        assert len(await unit.outbox.hold(ANNA)) == 3
    async with database.write() as unit:
        await unit.outbox.add([_post("of Boris", BORIS), _post("three"), _post("new", key="card")], 2)
        await unit.outbox.add([_post("four")], 2)
        added = unit.outbox.added
    assert _texts(added) == ["one", "two", "of Boris", "three", "new", "four"]
    assert await _waiting(database) == added


async def test_what_is_held_at_once_is_not_handed_to_the_sender(database: Database) -> None:
    """Only what is pending when the transaction ends."""
    async with database.write() as unit:
        await unit.outbox.add([_post("one"), _post("of Boris", BORIS)], 1)
        await unit.outbox.hold(ANNA)
        added = unit.outbox.added
    assert _texts(added) == ["of Boris"]
    assert await _waiting(database) == added


async def test_releasing_nothing_changes_nothing(database: Database) -> None:
    """Pending posts keep their ids."""
    async with database.write() as unit:
        await unit.outbox.add([_post("one")], 1)
    before = await _waiting(database)
    async with database.write() as unit:
        await unit.outbox.release(ANNA)
        assert unit.outbox.added == ()
    assert await _waiting(database) == before


async def test_a_post_that_is_put_off_stays_with_its_attempts(database: Database) -> None:
    """And the moment before which it is not to be tried."""
    async with database.write() as unit:
        await unit.outbox.add([_post("one"), _post("two")], 1)
        one, two = unit.outbox.added
        await unit.outbox.put_off(one.id, 50, "502 Bad Gateway")
        await unit.outbox.put_off(one.id, 90, "502 Bad Gateway")
    assert await _waiting(database) == (OutboxRow(one.id, one.post, 2, 90), two)


async def test_done_posts_are_gone(database: Database) -> None:
    """Doing nothing is fine."""
    async with database.write() as unit:
        await unit.outbox.add([_post("one"), _post("two"), _post("three")], 1)
        one, _, three = unit.outbox.added
        await unit.outbox.done([one.id, three.id])
        await unit.outbox.done([])
    assert _texts(await _waiting(database)) == ["two"]


async def test_an_empty_outbox_counts_nothing(database: Database) -> None:
    """And has no oldest post."""
    async with database.read() as unit:
        assert await unit.outbox.counts() == OutboxCounts(pending=0, held=0, failed=0, oldest_at=None)
