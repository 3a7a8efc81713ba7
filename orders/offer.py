"""An offer («Индивидуальное предложение»): terms that a seller makes for one person, ordered at most once (SPEC 9)."""

from dataclasses import dataclass, replace
from enum import StrEnum

from orders.gig import Terms
from orders.order import Order, Origin
from orders.placing import Agreement
from orders.policy import DAY
from orders.refusals import (
    OfferDeclined,
    OfferExpired,
    OfferLengthUnknown,
    OfferOfAnother,
    OfferUsed,
    OfferWithdrawn,
    OwnGig,
)

#: For how many days an offer stands, as a seller may choose.
OFFER_DAYS = (1, 3, 7, 14)
OFFER_DAYS_DEFAULT = 7


class OfferState(StrEnum):
    """Where an offer stands."""

    OPEN = "open"
    #: An order was placed of it, which can be paid or is paid.
    ORDERED = "ordered"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Terms for one person. Changed only by the functions below."""

    id: int
    #: The unguessable part of its link `?start=o_<code>`.
    code: str
    seller_id: int
    terms: Terms
    made_at: int
    expires_at: int
    #: Whose it is: whom the seller has named or, without that, who opened its link first. None: nobody's yet.
    buyer_id: int | None = None
    opened_at: int | None = None
    #: The newest order placed of it.
    order_number: int | None = None
    withdrawn_at: int | None = None
    declined_at: int | None = None


def make(code: str, seller_id: int, terms: Terms, days: int, now: int, buyer_id: int | None = None) -> Offer:
    """A new offer; storage gives it its id. Raises: OfferLengthUnknown, OwnGig."""
    if days not in OFFER_DAYS:
        raise OfferLengthUnknown
    if buyer_id == seller_id:
        raise OwnGig
    return Offer(
        id=0,
        code=code,
        seller_id=seller_id,
        terms=terms,
        made_at=now,
        expires_at=now + days * DAY,
        buyer_id=buyer_id,
    )


def state_of(offer: Offer, order: Order | None, now: int) -> OfferState:
    """Where it stands. `order`: the newest one placed of it; one that was never paid and has ended leaves it open."""
    if is_placed(order):
        return OfferState.ORDERED
    if offer.withdrawn_at is not None:
        return OfferState.WITHDRAWN
    if offer.declined_at is not None:
        return OfferState.DECLINED
    return OfferState.EXPIRED if now >= offer.expires_at else OfferState.OPEN


def state_to_seller(offer: Offer, order: Order | None, now: int) -> OfferState:
    """The same to its seller, who hears of an order only once it is paid."""
    return state_of(offer, order if order is not None and order.paid_at is not None else None, now)


def is_placed(order: Order | None) -> bool:
    """Whether the order stands in the way of another one: it waits for its payment, or was paid."""
    return order is not None and (order.ending is None or order.ending.was_paid)


def open_for(offer: Offer, person_id: int, now: int) -> Offer:
    """Somebody opens its link: the first who does while it stands is whose it is from then on.

    Raises: OfferOfAnother; to somebody whose it is not, nothing else is told. OfferExpired, OfferWithdrawn: it was over
    before it was anybody's.
    """
    if offer.buyer_id is None:
        if offer.withdrawn_at is not None:
            raise OfferWithdrawn
        if now >= offer.expires_at:
            raise OfferExpired
        return replace(offer, buyer_id=person_id, opened_at=now)
    if offer.buyer_id != person_id:
        raise OfferOfAnother
    return offer if offer.opened_at is not None else replace(offer, opened_at=now)


def agreement(offer: Offer, buyer_id: int, order: Order | None, now: int) -> Agreement:
    """What is ordered by it. Raises: OfferOfAnother, OfferUsed, OfferWithdrawn, OfferDeclined, OfferExpired."""
    expect_open(offer, buyer_id, order, now)
    return Agreement(origin=Origin.OFFER, seller_id=offer.seller_id, buyer_id=buyer_id, terms=offer.terms)


def placed(offer: Offer, order_number: int) -> Offer:
    """An order was placed of it."""
    return replace(offer, order_number=order_number)


def decline(offer: Offer, buyer_id: int, order: Order | None, now: int) -> Offer:
    """«Отказаться». Raises: as `agreement`."""
    expect_open(offer, buyer_id, order, now)
    return replace(offer, declined_at=now)


def withdraw(offer: Offer, order: Order | None, now: int) -> Offer:
    """«Отозвать»: as long as nothing was paid for it.

    Raises: OfferUsed, OfferWithdrawn, OfferDeclined, OfferExpired.
    """
    _expect(state_to_seller(offer, order, now))
    return replace(offer, withdrawn_at=now)


def expect_open(offer: Offer, buyer_id: int, order: Order | None, now: int) -> None:
    """Raises: as `agreement`."""
    if offer.buyer_id != buyer_id:
        raise OfferOfAnother
    _expect(state_of(offer, order, now))


def _expect(state: OfferState) -> None:
    match state:
        case OfferState.ORDERED:
            raise OfferUsed
        case OfferState.WITHDRAWN:
            raise OfferWithdrawn
        case OfferState.DECLINED:
            raise OfferDeclined
        case OfferState.EXPIRED:
            raise OfferExpired
        case OfferState.OPEN:
            pass
