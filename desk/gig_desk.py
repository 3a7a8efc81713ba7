"""Publishing, changing and finding gigs."""

from collections.abc import Callable
from dataclasses import replace

from desk.people import Standing
from desk.ports import Unit
from orders.gig import Gig, GigStatus, PresetOption, Terms
from orders.order import Order
from orders.refusals import NoSuchGig, NotOnSale


class GigDesk:
    """One transaction's desk.

    Args:
        unit: The transaction.
        now: Epoch seconds.
        new_code: Makes the unguessable part of a gig's link (letters, digits, `_` and `-`, at most 40).
    """

    def __init__(self, unit: Unit, now: int, new_code: Callable[[], str]) -> None:
        self._unit = unit
        self._now = now
        self._new_code = new_code

    async def publish(self, seller_id: int, terms: Terms) -> Gig:
        """A new gig on sale."""
        return await self._unit.gigs.add(seller_id, self._new_code(), terms, self._now)

    async def of_seller(self, seller_id: int) -> tuple[Gig, ...]:
        """The seller's gigs that are not removed, newest first."""
        return await self._unit.gigs.of_seller(seller_id)

    async def own(self, gig_id: int, seller_id: int) -> Gig:
        """One of the seller's own gigs. Raises: NoSuchGig."""
        gig = await self._unit.gigs.get(gig_id)
        if gig is None or gig.seller_id != seller_id or gig.status is GigStatus.REMOVED:
            raise NoSuchGig
        return gig

    async def change(self, gig_id: int, seller_id: int, terms: Terms) -> Gig:
        """New terms for future orders; an order keeps the copy it was bought with. Raises: NoSuchGig."""
        return await self._save(replace(await self.own(gig_id, seller_id), terms=terms))

    async def set_status(self, gig_id: int, seller_id: int, status: GigStatus) -> Gig:
        """Pause, resume or remove. Doing it twice is harmless. Raises: NoSuchGig."""
        return await self._save(replace(await self.own(gig_id, seller_id), status=status))

    async def on_sale(self, code: str) -> Gig:
        """The gig behind a link. Raises: NotOnSale: it is not active, or the operator has paused its seller."""
        gig = await self._unit.gigs.by_code(code)
        if gig is None or gig.status is not GigStatus.ACTIVE or not await self.may_sell(gig.seller_id):
            raise NotOnSale
        return gig

    async def presets_for(self, order: Order) -> tuple[PresetOption, ...]:
        """The options of an order's gig as they are now; of a removed gig, as they were when it was bought."""
        gig = None if order.gig_id is None else await self._unit.gigs.get(order.gig_id)
        if gig is None or gig.status is GigStatus.REMOVED:
            return order.terms.presets
        return gig.terms.presets

    async def may_sell(self, seller_id: int) -> bool:
        """Whether the operator lets this seller's gigs be bought."""
        seller = await self._unit.people.get(seller_id)
        return seller is None or seller.standing is Standing.GOOD

    async def _save(self, gig: Gig) -> Gig:
        await self._unit.gigs.save(gig)
        return gig
