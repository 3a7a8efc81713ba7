"""What is stored comes back as it was, every field of it."""

import secrets
from dataclasses import replace
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.people import Person
from desk.ports import RecordedFact
from desk.posts import Post
from orders.facts import Fact, OrderPaid, OrderPlaced
from orders.gig import GigStatus, Terms
from orders.order import Order
from orders.timers import Timer
from storage.database import Database
from storage.facts import KINDS
from storage.inbox import InboxItem
from tests.storage import samples
from tests.storage.samples import INTEGERS, JSON_OBJECTS, instances

#: One database serves all examples: each stores records of its own.
_stored = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_stored
@given(order=samples.orders())
async def test_an_order_comes_back(database: Database, order: Order) -> None:
    """Whatever stood in it; its number is storage's."""
    async with database.write() as unit:
        added = await unit.orders.add(order)
    async with database.read() as unit:
        found = await unit.orders.get(added.number)
    assert added == replace(order, number=added.number)
    assert found == added


@_stored
@given(before=samples.orders(), after=samples.orders())
async def test_a_changed_order_comes_back(database: Database, before: Order, after: Order) -> None:
    """Only what has changed is written, and that is all of it."""
    async with database.write() as unit:
        before = await unit.orders.add(before)
        saved = await unit.orders.save(replace(after, number=before.number, version=before.version))
    async with database.read() as unit:
        found = await unit.orders.get(before.number)
    assert saved == replace(after, number=before.number, version=before.version + 1)
    assert found == saved


@_stored
@given(before=samples.orders(), after=samples.orders())
async def test_an_order_loaded_elsewhere_comes_back(database: Database, before: Order, after: Order) -> None:
    """An order that this transaction has not read is written whole."""
    async with database.write() as unit:
        before = await unit.orders.add(before)
    async with database.write() as unit:
        saved = await unit.orders.save(replace(after, number=before.number, version=before.version))
    async with database.read() as unit:
        found = await unit.orders.get(before.number)
    assert found == saved


@_stored
@given(facts=st.tuples(*[instances(kind) for kind in get_args(Fact)]), at=INTEGERS)
async def test_every_kind_of_fact_comes_back(database: Database, facts: tuple[Fact, ...], at: int) -> None:
    """In the order in which they were recorded, one by one and as a history."""
    async with database.write() as unit:
        number = (await unit.orders.add(samples.order())).number
        ids = await unit.orders.record(number, facts, at)
    expected = tuple(RecordedFact(id_, number, at, fact) for id_, fact in zip(ids, facts, strict=True))
    async with database.read() as unit:
        history = await unit.orders.history(number)
        one_by_one = [await unit.orders.fact(id_) for id_ in ids]
    assert history == expected
    assert one_by_one == list(expected)


def test_every_kind_of_fact_has_a_name() -> None:
    """A new kind without one could not be recorded."""
    assert set(KINDS.values()) == set(get_args(Fact))


async def test_ids_of_facts_grow(database: Database) -> None:
    """Within a transaction and from one to the next."""
    async with database.write() as unit:
        number = (await unit.orders.add(samples.order())).number
        first = await unit.orders.record(number, [OrderPlaced(5), OrderPaid(6)], 1)
        second = await unit.orders.record(number, [OrderPaid(7)], 2)
        nothing = await unit.orders.record(number, [], 2)
    async with database.write() as unit:
        third = await unit.orders.record(number, [OrderPaid(8)], 3)
    assert (first, second, nothing, third) == ((1, 2), (3,), (), (4,))


@_stored
@given(person=samples.people(), later=samples.people(), at=INTEGERS)
async def test_a_person_comes_back(database: Database, person: Person, later: Person, at: int) -> None:
    """With quiet hours to the minute; the second time in place of the first."""
    later = replace(later, id=person.id)
    async with database.write() as unit:
        await unit.people.save(person, at)
    async with database.write() as unit:
        first = await unit.people.get(person.id)
        await unit.people.save(later, at)
        at_once = await unit.people.get(person.id)
    async with database.read() as unit:
        second = await unit.people.get(person.id)
    assert (first, at_once, second) == (person, later, later)


@_stored
@given(terms=instances(Terms), later=instances(Terms), status=instances(GigStatus), seller_id=INTEGERS)
async def test_a_gig_comes_back(
    database: Database, terms: Terms, later: Terms, status: GigStatus, seller_id: int
) -> None:
    """By its id and by its code, as published and as changed."""
    async with database.write() as unit:
        code = secrets.token_hex(8)
        published = await unit.gigs.add(seller_id, code, terms, 5)
        found = await unit.gigs.get(published.id)
        changed = replace(published, terms=later, status=status)
        await unit.gigs.save(changed)
    async with database.read() as unit:
        assert await unit.gigs.get(published.id) == changed
        assert await unit.gigs.by_code(code) == changed
    assert found == published
    assert (published.seller_id, published.code, published.terms) == (seller_id, code, terms)
    assert published.status is GigStatus.ACTIVE


@_stored
@given(timers=st.lists(instances(Timer), max_size=5, unique_by=lambda timer: (timer.kind, timer.turn, timer.offset)))
async def test_timers_come_back(database: Database, timers: list[Timer]) -> None:
    """The longest waiting first."""
    async with database.write() as unit:
        number = (await unit.orders.add(samples.order())).number
        timers = [replace(timer, order_number=number) for timer in timers]
        await unit.timers.replace(number, timers)
        found = await unit.timers.due_of(number, 2**62)
    assert found == tuple(sorted(timers, key=lambda timer: (timer.due_at, timer.kind, timer.turn, timer.offset)))


@_stored
@given(post=instances(Post), at=INTEGERS)
async def test_a_post_comes_back(database: Database, post: Post, at: int) -> None:
    """As the sender reads it, and as the transaction that wrote it tells."""
    async with database.write() as unit:
        await unit.outbox.add([post], at)
        added = unit.outbox.added
        found = await unit.outbox.after(added[0].id - 1, 10)
    assert [row.post for row in found] == [post]
    assert added == found


@_stored
@given(state=st.none() | st.text(max_size=20), data=JSON_OBJECTS, person_id=INTEGERS)
async def test_a_form_comes_back(
    database: Database, state: str | None, data: dict[str, object], person_id: int
) -> None:
    """Its state and what was filled in."""
    async with database.write() as unit:
        await unit.forms.set(person_id, state, data)
        at_once = await unit.forms.get(person_id)
    async with database.read() as unit:
        found = await unit.forms.get(person_id)
    assert at_once == found == (state, data)


@_stored
@given(item=instances(InboxItem), at=INTEGERS)
async def test_an_update_comes_back(database: Database, item: InboxItem, at: int) -> None:
    """Until it is done."""
    await database.receive([item], at)
    async with database.write() as unit:
        (row,) = await unit.inbox.waiting()
        await unit.inbox.done(item.update_id)
        await unit.inbox.prune(at + 1)
    assert (row.item, row.received_at) == (item, at)
