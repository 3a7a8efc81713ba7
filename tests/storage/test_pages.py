"""«Заказы», against a plainer model: all orders in a list, filtered and sorted."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.ports import OrdersFilter, OrdersPage
from orders.order import NOBODY, Ending, Order, Running
from orders.status import Side, Status
from storage.database import Database
from tests.storage.conftest import undone
from tests.storage.samples import asked, disputed, ended, order

_PEOPLE = (1, 2, 3)
_TIMES = st.integers(1, 6)
_SIDES = st.one_of(
    st.permutations(_PEOPLE).map(lambda people: {"seller_id": people[0], "buyer_id": people[1]}),
    st.sampled_from(_PEOPLE).map(lambda seller: {"seller_id": seller, "buyer_id": NOBODY}),
)
_STATUSES = {
    OrdersFilter.ALL: set(Status),
    OrdersFilter.NEW: {Status.AWAITING_PAYMENT, Status.NOT_STARTED},
    OrdersFilter.IN_PROGRESS: {Status.IN_PROGRESS},
    OrdersFilter.IN_REVIEW: {Status.IN_REVIEW},
    OrdersFilter.FINISHED: {Status.COMPLETED, Status.CANCELLED},
}


def _unpaid(until: int, sides: dict[str, int]) -> Order:
    return order(status=Status.AWAITING_PAYMENT, paid_at=None, started_at=None, clock=Running(until), **sides)


def _open(status: Status, until: int, sides: dict[str, int]) -> Order:
    return order(status=status, clock=Running(until), **sides)


def _ended(ending: Ending, at: int, sides: dict[str, int]) -> Order:
    return ended(ending, at, paid_at=2 if ending.was_paid else None, **sides)


_ORDERS = st.one_of(
    st.builds(_unpaid, _TIMES, _SIDES),
    st.builds(_open, st.sampled_from([Status.NOT_STARTED, Status.IN_PROGRESS, Status.IN_REVIEW]), _TIMES, _SIDES),
    st.builds(lambda until, sides: asked(until, **sides), _TIMES, _SIDES),
    st.builds(lambda opened_at, sides: disputed(opened_at, **sides), _TIMES, _SIDES),
    st.builds(_ended, st.sampled_from(Ending), _TIMES, _SIDES),
)


def _rings_at(order: Order) -> int:
    if order.dispute is not None:
        return 0  # nothing rings: it comes first
    clock = order.clock if order.cancellation is None else order.cancellation.answer
    assert isinstance(clock, Running)
    return clock.until


def _expected(orders: list[Order], person_id: int, which: OrdersFilter, offset: int, limit: int) -> OrdersPage:
    heard_of = [
        order
        for order in orders
        if order.status in _STATUSES[which]
        and (side := order.side_of(person_id)) is not None
        and not (side is Side.SELLER and order.paid_at is None)
    ]
    going = sorted((o for o in heard_of if not o.status.is_final), key=lambda o: (_rings_at(o), o.number))
    over = sorted((o for o in heard_of if o.status.is_final), key=lambda o: (-(o.ended_at or 0), -o.number))
    return OrdersPage(tuple((going + over)[offset : offset + limit]), len(heard_of))


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    orders=st.lists(_ORDERS, max_size=12),
    person_id=st.sampled_from(_PEOPLE),
    offset=st.integers(0, 8),
    limit=st.integers(1, 8),
)
async def test_a_page_is_what_the_person_is_to_see(
    database: Database, orders: list[Order], person_id: int, offset: int, limit: int
) -> None:
    """With every filter: which orders, in which order, and how many in all."""
    expected, actual = {}, {}
    async with undone(database) as unit:
        stored = [await unit.orders.add(order) for order in orders]
        for which in OrdersFilter:
            expected[which] = _expected(stored, person_id, which, offset, limit)
            actual[which] = await unit.orders.page(person_id, which, offset, limit)
    assert actual == expected


async def test_an_open_page_runs_on_into_the_ended_ones(database: Database) -> None:
    """The page on which the one list ends shows where the other begins."""
    async with database.write() as unit:
        late = await unit.orders.add(order(clock=Running(20)))
        soon = await unit.orders.add(order(clock=Running(10)))
        older = await unit.orders.add(ended(Ending.ACCEPTED, 5))
        newer = await unit.orders.add(ended(Ending.BLAMED, 6))
    async with database.read() as unit:
        pages = [await unit.orders.page(soon.seller_id, OrdersFilter.ALL, offset, 3) for offset in (0, 1, 3, 4)]
    assert [page.orders for page in pages] == [(soon, late, newer), (late, newer, older), (older,), ()]
    assert {page.total for page in pages} == {4}


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(orders=st.lists(_ORDERS, max_size=12), offset=st.integers(0, 4), limit=st.integers(1, 4))
async def test_disputes_are_listed_the_longest_waiting_first(
    database: Database, orders: list[Order], offset: int, limit: int
) -> None:
    """Of all people, and nothing but what waits for an operator."""
    async with undone(database) as unit:
        stored = [await unit.orders.add(order) for order in orders]
        actual = await unit.orders.disputed(offset, limit)
    waiting = sorted((order.dispute.opened_at, order.number, order) for order in stored if order.dispute is not None)
    expected = tuple(order for *_, order in waiting)
    assert actual == OrdersPage(expected[offset : offset + limit], len(expected))
