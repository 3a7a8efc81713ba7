"""Who waits for a seller is found when that seller takes orders again, by the same rule that one buyer is told."""

from dataclasses import replace

import pytest

from desk.gig_desk import GigDesk
from desk.people import Person, Standing
from desk.ports import WaitingPerson
from orders.availability import PLACE_KEPT
from orders.gig import Terms
from orders.money import Money
from orders.order import Order
from orders.status import Status
from storage.database import Database
from tests.storage.conftest import undone
from tests.storage.samples import order

NOW = 1_000_000
SELLER, OTHER, BUYER = 11, 12, 22
TERMS = Terms(title="Логотип", description="В трёх вариантах.", questions=(), price=Money(1, "RUB"), term_days=1)

SELLERS = {
    "open": Person(id=SELLER, first_name="Anna"),
    "away": Person(id=SELLER, first_name="Anna", away_until=NOW + 1),
    "back this very second": Person(id=SELLER, first_name="Anna", away_until=NOW),
    "at most two": Person(id=SELLER, first_name="Anna", works_at_most=2),
    "at most three": Person(id=SELLER, first_name="Anna", works_at_most=3, away_until=1),
    "away and at most one": Person(id=SELLER, first_name="Anna", works_at_most=1, away_until=NOW + 1),
    "paused": Person(id=SELLER, first_name="Anna", standing=Standing.PAUSED),
    "banned": Person(id=SELLER, first_name="Anna", standing=Standing.BANNED, works_at_most=50),
}


def _order(status: Status, placed_at: int = 1, seller_id: int = SELLER) -> Order:
    ended_at = NOW if status.is_final else None
    return replace(
        order(), status=status, placed_at=placed_at, seller_id=seller_id, ended_at=ended_at, ending=None, clock=None
    )


ORDERS = {
    "none": (),
    "two in work": (_order(Status.NOT_STARTED), _order(Status.IN_PROGRESS)),
    "one of them delivered": (_order(Status.NOT_STARTED), _order(Status.IN_REVIEW), _order(Status.COMPLETED)),
    "a fresh unpaid one": (
        _order(Status.IN_PROGRESS),
        _order(Status.IN_PROGRESS),
        _order(Status.AWAITING_PAYMENT, NOW - PLACE_KEPT + 1),
    ),
    "an older unpaid one": (_order(Status.IN_PROGRESS), _order(Status.AWAITING_PAYMENT, NOW - PLACE_KEPT)),
    "another's": (_order(Status.IN_PROGRESS, seller_id=OTHER), _order(Status.IN_PROGRESS, seller_id=OTHER)),
}


@pytest.mark.parametrize("seller", SELLERS)
@pytest.mark.parametrize("orders", ORDERS)
async def test_the_lists_condition_says_what_the_desk_says(database: Database, seller: str, orders: str) -> None:
    """One rule, written twice: for one seller, and in SQL for many."""
    async with undone(database) as unit:
        await unit.people.save(SELLERS[seller], 1)
        for each in ORDERS[orders]:
            await unit.orders.add(each)
        gig = await unit.gigs.add(SELLER, "code", TERMS, 1)
        assert await unit.waiting.add(SELLER, BUYER, gig.id, 1)
        found = await unit.waiting.ready(NOW, 10)
        stands = await GigDesk(unit, NOW, lambda: "").availability(SELLER, BUYER + 1)
        assert found == ((WaitingPerson(SELLER, BUYER, gig.id),) if stands.is_open else ())


async def test_those_who_wait_longest_come_first_and_each_once(database: Database) -> None:
    """Asked again about another gig, they are told of that one, at their old place."""
    async with undone(database) as unit:
        await unit.people.save(Person(id=SELLER, first_name="Anna"), 1)
        first, second = [await unit.gigs.add(SELLER, f"code{n}", TERMS, 1) for n in range(2)]
        assert [await unit.waiting.add(SELLER, who, first.id, at) for who, at in ((3, 30), (2, 20), (1, 40))] == [
            True
        ] * 3
        assert not await unit.waiting.add(SELLER, 2, second.id, 50)
        ready = await unit.waiting.ready(NOW, 2)
        assert ready == (WaitingPerson(SELLER, 2, second.id), WaitingPerson(SELLER, 3, first.id))
        unit.waiting.drop(ready[0])
        assert [waiting.person_id for waiting in await unit.waiting.ready(NOW, 10)] == [3, 1]
