"""Who sells, or has sold: whoever has a page that everybody may read."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from orders.gig import GigStatus
from orders.offer import Offer
from orders.order import Ending
from storage.database import Database
from storage.units import WriteUnit
from tests.storage.samples import BUYER, SELLER, ended, order, terms
from tests.storage.test_requests import REQUEST, response

Happens = Callable[[WriteUnit], Awaitable[None]]


async def _gig(unit: WriteUnit) -> None:
    await unit.gigs.add(SELLER, "code", terms(), 1)


async def _removed_gig(unit: WriteUnit) -> None:
    gig = await unit.gigs.add(SELLER, "code", terms(), 1)
    await unit.gigs.save(replace(gig, status=GigStatus.REMOVED))


async def _offer(unit: WriteUnit) -> None:
    await unit.offers.add(Offer(id=0, code="code", seller_id=SELLER, terms=terms(), made_at=1, expires_at=2))


async def _response(unit: WriteUnit) -> None:
    request = await unit.requests.add(REQUEST)
    await unit.responses.add(response(request.id))


async def _open_order(unit: WriteUnit) -> None:
    await unit.orders.add(order())


async def _ended_order(unit: WriteUnit) -> None:
    await unit.orders.add(ended(Ending.ACCEPTED, at=4))


@pytest.mark.parametrize("happens", [_gig, _removed_gig, _offer, _response, _open_order, _ended_order])
async def test_a_seller_is_whoever_has_offered_or_worked(database: Database, happens: Happens) -> None:
    """Nobody before, and never the other side."""
    async with database.write() as unit:
        assert not await unit.people.is_seller(SELLER)
        await happens(unit)
        assert await unit.people.is_seller(SELLER)
        assert not await unit.people.is_seller(BUYER)
