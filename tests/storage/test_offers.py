"""Offers come back as they were made, and as they became."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.ports import OffersPage
from orders.gig import Terms
from orders.money import Money
from orders.offer import Offer
from storage.database import Database
from tests.storage.conftest import undone
from tests.storage.samples import INTEGERS, SELLER, instances, order

_stored = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
TERMS = Terms(title="Вывеска", description="Два на один метр.", questions=(), price=Money(5, "RUB"), term_days=5)


def offer(code: str = "code", **changes: object) -> Offer:
    """A new one."""
    made = Offer(id=0, code=code, seller_id=SELLER, terms=TERMS, made_at=1, expires_at=2)
    return replace(made, **changes)  # type: ignore[arg-type]


@_stored
@given(terms=instances(Terms), made_at=INTEGERS, expires_at=INTEGERS, buyer_id=st.none() | st.just(SELLER + 1))
async def test_a_new_offer_comes_back(
    database: Database, terms: Terms, made_at: int, expires_at: int, buyer_id: int | None
) -> None:
    """By its id and by its link."""
    made = offer(terms=terms, made_at=made_at, expires_at=expires_at, buyer_id=buyer_id)
    async with undone(database) as unit:
        added = await unit.offers.add(made)
        assert added == replace(made, id=added.id)
        assert await unit.offers.get(added.id) == await unit.offers.by_code("code") == added


async def test_what_becomes_of_it_comes_back(database: Database) -> None:
    """Whose it is, its newest order, its end."""
    async with undone(database) as unit:
        added = await unit.offers.add(offer())
        number = (await unit.orders.add(order())).number
        changed = replace(added, buyer_id=SELLER + 1, opened_at=3, order_number=number, withdrawn_at=4, declined_at=5)
        unit.offers.save(changed)
        assert await unit.offers.get(added.id) == changed


async def test_nobody_elses_are_in_a_sellers_list(database: Database) -> None:
    """Newest first, a page at a time; beyond the last there is nothing."""
    async with undone(database) as unit:
        own = [await unit.offers.add(offer(f"code{n}")) for n in range(3)]
        await unit.offers.add(offer("other", seller_id=SELLER + 5))
        assert await unit.offers.of_seller(SELLER, 0, 2) == OffersPage((own[2], own[1]), 3)
        assert await unit.offers.of_seller(SELLER, 2, 2) == OffersPage((own[0],), 3)
        assert await unit.offers.of_seller(SELLER, 2**40, 2) == OffersPage((), 3)


@pytest.mark.parametrize("code", ["", "nothing"])
async def test_what_was_never_made_is_not_there(database: Database, code: str) -> None:
    """Neither by a link nor by an id."""
    async with database.read() as unit:
        assert await unit.offers.by_code(code) is None
        assert await unit.offers.get(1) is None
