"""An offer: for one person, ordered at most once, over by its days, its seller or its buyer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from orders import offer as rules
from orders import refusals as r
from orders.offer import OFFER_DAYS, Offer, OfferState
from orders.order import Ending, Order, Origin
from orders.placing import Agreement
from orders.policy import DAY
from tests.orders.builders import BUYER, NOW, SELLER, STRANGER, awaiting_payment, gig

TERMS = replace(gig().terms, questions=(), presets=())
people = st.sampled_from([BUYER, STRANGER])


def offer(buyer_id: int | None = None, days: int = 7) -> Offer:
    """A new one."""
    return rules.make("code", SELLER, TERMS, days, NOW, buyer_id)


def test_an_offer_stands_for_exact_days() -> None:
    """The end is exclusive."""
    for days in OFFER_DAYS:
        made = offer(days=days)
        assert rules.state_of(made, None, NOW + days * DAY - 1) is OfferState.OPEN
        assert rules.state_of(made, None, NOW + days * DAY) is OfferState.EXPIRED


def test_it_cannot_stand_for_other_days_nor_be_for_its_seller() -> None:
    """By a forged button, or from an order with oneself."""
    with pytest.raises(r.OfferLengthUnknown):
        offer(days=30)
    with pytest.raises(r.OwnGig):
        offer(buyer_id=SELLER)


def test_the_agreement_is_what_was_offered() -> None:
    """Nothing is asked; the buyer can write inside the order."""
    bound = rules.open_for(offer(), BUYER, NOW)
    expected = Agreement(origin=Origin.OFFER, seller_id=SELLER, buyer_id=BUYER, terms=TERMS)
    assert rules.agreement(bound, BUYER, None, NOW) == expected


@pytest.mark.parametrize("ending", Ending)
def test_an_order_that_was_never_paid_leaves_it_open(ending: Ending) -> None:
    """Lapsed or dropped: the link offers it anew. Any other end has used it."""
    bound = rules.placed(rules.open_for(offer(), BUYER, NOW), 1)
    over = replace(awaiting_payment(), ending=ending)
    expected = OfferState.ORDERED if ending.was_paid else OfferState.OPEN
    assert rules.state_of(bound, over, NOW) is expected


def test_the_seller_hears_of_an_order_only_once_it_is_paid() -> None:
    """Until then the offer looks open to them, and can be withdrawn."""
    bound = rules.placed(rules.open_for(offer(), BUYER, NOW), 1)
    unpaid = awaiting_payment()
    assert rules.state_of(bound, unpaid, NOW) is OfferState.ORDERED
    assert rules.state_to_seller(bound, unpaid, NOW) is OfferState.OPEN
    assert rules.withdraw(bound, unpaid, NOW).withdrawn_at == NOW
    paid = replace(unpaid, paid_at=NOW)
    assert rules.state_to_seller(bound, paid, NOW) is OfferState.ORDERED
    with pytest.raises(r.OfferUsed):
        rules.withdraw(bound, paid, NOW)


# --- any story of an offer, against a simpler model of it ---


class Story(RuleBasedStateMachine):
    """Two people and the seller, any order of steps, days in between; what is true is kept beside the real offer."""

    @initialize(named=st.none() | people, days=st.sampled_from(OFFER_DAYS))
    def made(self, named: int | None, days: int) -> None:
        """For somebody, or for whoever comes first."""
        self.real, self.order = offer(named, days), None
        self.days, self.day = days, 0
        self.owner: int | None = named
        self.is_over = False
        #: None: no order stands; else whether it is paid.
        self.is_paid: bool | None = None
        self.placed = self.bought = 0

    real: Offer
    order: Order | None

    @property
    def now(self) -> int:
        return NOW + self.day * DAY

    @property
    def stands(self) -> bool:
        """Whether its owner could order it."""
        return not self.is_over and self.is_paid is None and self.day < self.days

    @rule(days=st.integers(1, 5))
    def days_pass(self, days: int) -> None:
        self.day += days

    @rule(who=people)
    def opens(self, who: int) -> None:
        """The first who does is whose it is."""
        is_theirs = self.owner == who or (self.owner is None and not self.is_over and self.day < self.days)
        with allowed(is_theirs):
            self.real = rules.open_for(self.real, who, self.now)
            self.owner = who

    @rule(who=people)
    def orders(self, who: int) -> None:
        with allowed(self.stands and self.owner == who):
            agreement = rules.agreement(self.real, who, self.order, self.now)
            assert (agreement.seller_id, agreement.buyer_id, agreement.terms) == (SELLER, who, TERMS)
            self.placed += 1
            self.real = rules.placed(self.real, self.placed)
            self.order, self.is_paid = replace(awaiting_payment(), number=self.placed), False

    @precondition(lambda self: self.is_paid is False)
    @rule()
    def pays(self) -> None:
        assert self.order is not None
        self.order, self.is_paid = replace(self.order, paid_at=self.now), True
        self.bought += 1

    @precondition(lambda self: self.is_paid is False)
    @rule(ending=st.sampled_from([Ending.LAPSED, Ending.ABANDONED]))
    def does_not_pay(self, ending: Ending) -> None:
        assert self.order is not None
        self.order, self.is_paid = replace(self.order, ending=ending), None

    @rule(who=people)
    def declines(self, who: int) -> None:
        with allowed(self.stands and self.owner == who):
            self.real = rules.decline(self.real, who, self.order, self.now)
            self.is_over = True

    @rule()
    def is_withdrawn(self) -> None:
        """An order that waits for its payment does not keep the seller from it: it ends."""
        with allowed(not self.is_over and self.is_paid is not True and self.day < self.days):
            self.real = rules.withdraw(self.real, self.order, self.now)
            self.is_over = True
            if self.order is not None and self.is_paid is False:
                self.order, self.is_paid = replace(self.order, ending=Ending.TAKEN_BACK), None

    @invariant()
    def it_is_one_persons_and_bought_at_most_once(self) -> None:
        assert self.real.buyer_id == self.owner
        assert self.bought <= 1
        assert (rules.state_of(self.real, self.order, self.now) is OfferState.OPEN) is self.stands


@contextmanager
def allowed(may: bool) -> Iterator[None]:  # noqa: FBT001 - the word before it says what
    """What follows is carried out if it may be, else refused, and nothing has changed."""
    try:
        yield
    except r.Refusal:
        assert not may
    else:
        assert may


TestStory = Story.TestCase
