"""Making offers, opening, ordering, declining and withdrawing them."""

from collections.abc import Callable

from desk.order_desk import OrderDesk
from desk.people import Standing
from desk.ports import OffersPage, Unit
from orders import offer as rules
from orders.gig import Terms
from orders.offer import Offer, OfferState
from orders.order import Order
from orders.refusals import NoSuchOffer, SellerStopped


class OfferDesk:
    """One transaction's desk.

    Args:
        unit: The transaction.
        orders: The desk that places orders.
        now: Epoch seconds.
        new_code: Makes the unguessable part of an offer's link (letters, digits, `_` and `-`, at most 40).
    """

    def __init__(self, unit: Unit, orders: OrderDesk, now: int, new_code: Callable[[], str]) -> None:
        self._unit = unit
        self._orders = orders
        self._now = now
        self._new_code = new_code

    async def expect_seller(self, seller_id: int) -> None:
        """Raises: SellerStopped: the operator has paused them."""
        seller = await self._unit.people.get(seller_id)
        if seller is not None and seller.standing is not Standing.GOOD:
            raise SellerStopped

    async def make(self, seller_id: int, terms: Terms, days: int, buyer_id: int | None = None) -> Offer:
        """A new offer, for this person or for whoever opens its link first.

        Raises: SellerStopped, OfferLengthUnknown, OwnGig.
        """
        await self.expect_seller(seller_id)
        return await self._unit.offers.add(
            rules.make(self._new_code(), seller_id, terms, days, self._now, buyer_id),
        )

    async def of_seller(self, seller_id: int, offset: int, limit: int) -> OffersPage:
        """The seller's offers, newest first."""
        return await self._unit.offers.of_seller(seller_id, offset, limit)

    async def own(self, offer_id: int, seller_id: int) -> Offer:
        """One of the seller's own. Raises: NoSuchOffer."""
        offer = await self._unit.offers.get(offer_id)
        if offer is None or offer.seller_id != seller_id:
            raise NoSuchOffer
        return offer

    async def behind(self, code: str) -> Offer:
        """The offer behind a link, whoever asks. Raises: NoSuchOffer."""
        offer = await self._unit.offers.by_code(code)
        if offer is None:
            raise NoSuchOffer
        return offer

    async def open(self, offer: Offer, person_id: int) -> Offer:
        """Somebody opens its link. Raises: OfferOfAnother, OfferExpired, OfferWithdrawn, SellerStopped."""
        opened = rules.open_for(offer, person_id, self._now)
        if offer.buyer_id is None:
            await self.expect_seller(offer.seller_id)
        if opened != offer:
            self._unit.offers.save(opened)
        return opened

    async def for_buyer(self, offer_id: int, person_id: int) -> Offer:
        """An offer that is theirs. Raises: NoSuchOffer."""
        offer = await self._unit.offers.get(offer_id)
        if offer is None or offer.buyer_id != person_id:
            raise NoSuchOffer
        return offer

    async def state(self, offer: Offer) -> OfferState:
        """Where it stands, as its buyer sees it."""
        return rules.state_of(offer, await self.order_of(offer), self._now)

    async def state_to_seller(self, offer: Offer) -> OfferState:
        """Where it stands, as its seller sees it."""
        return rules.state_to_seller(offer, await self.order_of(offer), self._now)

    async def order_of(self, offer: Offer) -> Order | None:
        """The newest order placed of it, as it stands now."""
        return None if offer.order_number is None else await self._orders.current(offer.order_number)

    async def order(self, offer_id: int, buyer_id: int) -> Order:
        """«Заказать»: a new order, waiting for payment.

        Raises: NoSuchOffer, OfferUsed, OfferWithdrawn, OfferDeclined, OfferExpired, SellerStopped, OtherCurrency.
        """
        offer = await self.for_buyer(offer_id, buyer_id)
        agreement = rules.agreement(offer, buyer_id, await self.order_of(offer), self._now)
        await self.expect_seller(offer.seller_id)
        order = await self._orders.place_agreed(agreement)
        self._unit.offers.save(rules.placed(offer, order.number))
        return order

    async def check_decline(self, offer_id: int, buyer_id: int) -> Offer:
        """The offer, if it could be declined now. Raises: as `decline`."""
        offer = await self.for_buyer(offer_id, buyer_id)
        rules.expect_open(offer, buyer_id, await self.order_of(offer), self._now)
        return offer

    async def decline(self, offer_id: int, buyer_id: int) -> Offer:
        """«Отказаться». Raises: NoSuchOffer, OfferUsed, OfferWithdrawn, OfferDeclined, OfferExpired."""
        offer = await self.for_buyer(offer_id, buyer_id)
        offer = rules.decline(offer, buyer_id, await self.order_of(offer), self._now)
        self._unit.offers.save(offer)
        return offer

    async def withdraw(self, offer_id: int, seller_id: int) -> Offer:
        """«Отозвать»: an order of it that is not paid yet ends with it, and can't be paid any more.

        Raises: NoSuchOffer, OfferUsed, OfferWithdrawn, OfferDeclined, OfferExpired.
        """
        offer = await self.own(offer_id, seller_id)
        order = await self.order_of(offer)
        offer = rules.withdraw(offer, order, self._now)
        if order is not None and rules.is_placed(order):
            await self._orders.take_back(order.number, seller_id)
        self._unit.offers.save(offer)
        return offer
