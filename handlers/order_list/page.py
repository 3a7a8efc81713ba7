"""One page of a person's orders, with what a row says."""

from dataclasses import dataclass

from desk.people import Person
from desk.ports import OrdersFilter, OrdersPage, Unit
from handlers.sides import person_on
from orders.order import Order, Running
from orders.status import Side

ON_A_PAGE = 10
#: No person has so many pages; a forged button must not overflow the database's integers.
_PAGE_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One order. `other`: the name of the other side, who is `other_side`; None: the bot no longer knows them."""

    order: Order
    other_side: Side
    other: str | None

    @property
    def until(self) -> int | None:
        """When the clock that counts now runs out; None: nothing runs."""
        order = self.order
        clock = order.clock if order.cancellation is None else order.cancellation.answer
        return clock.until if isinstance(clock, Running) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """`page` counts from 0; `total` is the number of orders with this filter on all pages."""

    which: OrdersFilter
    page: int
    total: int
    rows: tuple[Row, ...]

    @property
    def pages(self) -> int:
        """At least one, if only an empty one."""
        return max(1, -(-self.total // ON_A_PAGE))


async def list_page(unit: Unit, person: Person, which: OrdersFilter, page: int) -> ListPage:
    """The page or, where the orders have become fewer meanwhile, the last one."""
    page = min(max(page, 0), _PAGE_MOST)
    found = await _found(unit, person, which, page)
    if not found.orders and page > 0:
        page = max(0, (found.total - 1) // ON_A_PAGE)
        found = await _found(unit, person, which, page)
    rows = tuple([await _row(unit, person, order) for order in found.orders])
    return ListPage(which=which, page=page, total=found.total, rows=rows)


async def _found(unit: Unit, person: Person, which: OrdersFilter, page: int) -> OrdersPage:
    return await unit.orders.page(person.id, which, page * ON_A_PAGE, ON_A_PAGE)


async def _row(unit: Unit, person: Person, order: Order) -> Row:
    other_side = Side.BUYER if order.side_of(person.id) is Side.SELLER else Side.SELLER
    other = await person_on(unit, order, other_side)
    return Row(order, other_side, other.name if other is not None else None)
