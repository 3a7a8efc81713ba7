"""Publishing, changing and finding gigs."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from desk.people import Standing
from desk.ports import Unit
from orders.availability import PLACE_KEPT, Availability, Taking, availability
from orders.category import Category
from orders.gig import Gig, GigStatus, PresetOption, Terms
from orders.order import Order
from orders.refusals import NoSuchCategory, NoSuchGig, NotOnSale, OwnGig, SellerAway, SellerBusy


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

    async def publish(self, seller_id: int, terms: Terms, photos: tuple[str, ...] = ()) -> Gig:
        """A new gig on sale."""
        return await self._unit.gigs.add(seller_id, self._new_code(), terms, self._now, photos=photos)

    async def of_seller(self, seller_id: int) -> tuple[Gig, ...]:
        """The seller's gigs that are not removed, newest first."""
        return await self._unit.gigs.of_seller(seller_id)

    async def on_sale_of(self, seller_id: int) -> tuple[Gig, ...]:
        """What the seller has on sale, newest first; nothing where the operator has paused them."""
        if not await self.may_sell(seller_id):
            return ()
        return tuple(gig for gig in await self.of_seller(seller_id) if gig.status is GigStatus.ACTIVE)

    async def own(self, gig_id: int, seller_id: int) -> Gig:
        """One of the seller's own gigs. Raises: NoSuchGig."""
        gig = await self._unit.gigs.get(gig_id)
        if gig is None or gig.seller_id != seller_id or gig.status is GigStatus.REMOVED:
            raise NoSuchGig
        return gig

    async def change(self, gig_id: int, seller_id: int, terms: Terms, photos: tuple[str, ...]) -> Gig:
        """New terms for future orders; an order keeps the copy it was bought with. Raises: NoSuchGig."""
        return await self._save(replace(await self.own(gig_id, seller_id), terms=terms, photos=photos))

    async def set_category(self, gig_id: int, seller_id: int, category_id: int | None) -> Gig:
        """Where buyers find it. Raises: NoSuchGig, NoSuchCategory."""
        gig = await self.own(gig_id, seller_id)
        if category_id is not None and await self._unit.categories.get(category_id) is None:
            raise NoSuchCategory
        return await self._save(replace(gig, category_id=category_id))

    async def category_of(self, gig: Gig) -> Category | None:
        """The operator's, if the gig has one."""
        return None if gig.category_id is None else await self._unit.categories.get(gig.category_id)

    async def categories(self) -> tuple[Category, ...]:
        """All that the operator has set, in the operator's order."""
        return await self._unit.categories.all()

    async def set_status(self, gig_id: int, seller_id: int, status: GigStatus) -> Gig:
        """Pause, resume or remove. Doing it twice is harmless. Raises: NoSuchGig."""
        return await self._save(replace(await self.own(gig_id, seller_id), status=status))

    async def on_sale(self, code: str) -> Gig:
        """The gig behind a link. Raises: NotOnSale: it is not active, or the operator has paused its seller."""
        gig = await self._unit.gigs.by_code(code)
        if gig is None or gig.status is not GigStatus.ACTIVE or not await self.may_sell(gig.seller_id):
            raise NotOnSale
        return gig

    async def orderable(self, code: str, buyer_id: int) -> Gig:
        """The gig behind a link, for somebody who orders it now. Raises: NotOnSale, SellerAway, SellerBusy."""
        gig = await self.on_sale(code)
        stands = await self.availability(gig.seller_id, buyer_id)
        match stands.taking:
            case Taking.OPEN:
                return gig
            case Taking.AWAY:
                raise SellerAway(gig.id, stands.back_at)
            case Taking.BUSY:
                raise SellerBusy(gig.id)
            case Taking.STOPPED:
                raise NotOnSale
            case _:
                assert_never(stands.taking)

    async def availability(self, seller_id: int, buyer_id: int | None = None) -> Availability:
        """Whether the seller takes orders now: asked whenever a gig is shown or ordered, and here only.

        `buyer_id`: who asks; orders that they have placed and not paid yet are not in their own way.
        """
        seller = await self._unit.people.get(seller_id)
        if seller is None:
            return Availability()
        if seller.standing is not Standing.GOOD:
            return Availability(Taking.STOPPED)
        taken = 0
        if seller.works_at_most is not None:
            taken = await self._unit.orders.in_work_of(seller_id, self._now - PLACE_KEPT, buyer_id)
        return availability(seller.away_until, seller.works_at_most, taken, self._now)

    async def in_work(self, seller_id: int) -> int:
        """How many orders the seller has in work, of those they have heard of."""
        return await self._unit.orders.in_work_of(seller_id, self._now, None)

    async def wait(self, gig_id: int, person_id: int) -> bool:
        """They are told once when the gig's seller takes orders again; False: they were going to be anyway.

        Raises: NotOnSale, OwnGig.
        """
        gig = await self._unit.gigs.get(gig_id)
        if gig is None or gig.status is not GigStatus.ACTIVE or not await self.may_sell(gig.seller_id):
            raise NotOnSale
        if gig.seller_id == person_id:
            raise OwnGig
        return await self._unit.waiting.add(gig.seller_id, person_id, gig.id, self._now)

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
