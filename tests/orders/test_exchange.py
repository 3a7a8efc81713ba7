"""Requests and responses: one response a seller, one choice, nothing after the end."""

from dataclasses import replace

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from orders import exchange as rules
from orders import refusals as r
from orders.content import Answer, Content
from orders.exchange import OPEN_MOST, RESPONSES_MOST, STANDS, Closing, Request, RequestState, Response, Wish
from orders.money import Money
from orders.order import Ending, Order, Origin
from orders.policy import DAY
from tests.orders.builders import BUYER, NOW, SELLER, STRANGER, awaiting_payment

WISH = Wish(title="A logo", description="A logo in three variants and a sign.", days=10)


def request() -> Request:
    """A new one."""
    return replace(rules.publish(BUYER, WISH, 0, NOW), id=1)


def response(seller_id: int = SELLER, price: int = 450_000) -> Response:
    """As a seller writes it."""
    return Response(
        id=0,
        request_id=1,
        seller_id=seller_id,
        price=Money(price, "RUB"),
        term_days=7,
        message="I have drawn twenty of them.",
        made_at=NOW,
    )


def test_a_request_stands_for_fourteen_exact_days() -> None:
    """The end is exclusive."""
    made = request()
    assert rules.state_of(made, None, NOW + STANDS - 1) is RequestState.OPEN
    assert rules.state_of(made, None, NOW + STANDS) is RequestState.EXPIRED
    assert rules.look(made, None, NOW + STANDS - 1) == made
    assert rules.look(made, None, NOW + STANDS).closing is Closing.EXPIRED


def test_so_many_requests_and_responses_and_no_more() -> None:
    """One person's open requests; one request's responses that stand."""
    assert rules.publish(BUYER, WISH, OPEN_MOST - 1, NOW).buyer_id == BUYER
    with pytest.raises(r.TooManyRequests):
        rules.publish(BUYER, WISH, OPEN_MOST, NOW)
    others = [replace(response(100 + each), id=each + 1) for each in range(RESPONSES_MOST)]
    with pytest.raises(r.TooManyResponses):
        rules.respond(request(), response(), 1, others, None, NOW)
    others[0] = replace(others[0], withdrawn_at=NOW)
    assert rules.respond(request(), response(), 1, others, None, NOW).revision == 1


def test_the_agreement_is_the_response_and_the_brief_is_the_request() -> None:
    """With the price and term of the seller, not the wishes of the buyer."""
    agreed = rules.pick(request(), replace(response(), id=1), BUYER, 1, None, NOW)
    assert (agreed.origin, agreed.seller_id, agreed.buyer_id) == (Origin.EXCHANGE, SELLER, BUYER)
    assert (agreed.terms.title, agreed.terms.price, agreed.terms.term_days) == (WISH.title, Money(450_000, "RUB"), 7)
    assert agreed.brief == (Answer(WISH.title, Content(text=WISH.description)),)


def test_nobody_responds_to_themselves_nor_chooses_for_another() -> None:
    """Whatever a forged button says."""
    with pytest.raises(r.OwnRequest):
        rules.respond(request(), response(BUYER), 1, (), None, NOW)
    with pytest.raises(r.NoSuchRequest):
        rules.pick(request(), replace(response(), id=1), STRANGER, 1, None, NOW)
    with pytest.raises(r.NoSuchResponse):
        rules.expect_talk(request(), response(), STRANGER, None, NOW, is_asked=True)


def test_what_was_not_read_binds_nobody() -> None:
    """A changed request is read once more before the response, a changed response before the choice."""
    changed = rules.change(request(), BUYER, replace(WISH, days=5), 0, None, NOW)
    with pytest.raises(r.RequestChanged):
        rules.respond(changed, response(), 1, (), None, NOW)
    with pytest.raises(r.RequestAnswered):
        rules.change(request(), BUYER, WISH, 1, None, NOW)
    dearer = rules.rewrite(request(), replace(response(), id=1), response(price=900_000), None, NOW)
    with pytest.raises(r.ResponseChanged):
        rules.pick(request(), dearer, BUYER, 1, None, NOW)


def test_an_order_that_waits_keeps_the_clock_away() -> None:
    """Its request is looked at again when the order has lapsed."""
    last = NOW + STANDS - 1
    picked = rules.picked(request(), replace(response(), id=1), 5, last + DAY)
    waiting = awaiting_payment()
    assert picked.due_at == last + DAY
    assert rules.state_of(picked, waiting, NOW + STANDS) is RequestState.PICKED
    assert rules.state_to_seller(picked, waiting, NOW) is RequestState.OPEN
    later = rules.look(picked, waiting, last + DAY)
    assert (later.closing, later.due_at > last + DAY) == (None, True)
    lapsed = replace(waiting, ending=Ending.LAPSED)
    assert rules.look(picked, lapsed, last + DAY).closing is Closing.EXPIRED


def test_an_order_paid_after_an_operator_has_closed_the_request_changes_nothing_of_it() -> None:
    """It is between its sides; the reason stays what the buyer has read."""
    picked = rules.picked(request(), replace(response(), id=1), 5, NOW + DAY)
    stopped = rules.stop(picked, "Spam and nothing else.", awaiting_payment(), NOW)
    assert rules.paid(stopped, NOW + 1) == stopped
    assert rules.paid(picked, NOW + 1).closing is Closing.ORDERED


# --- any story of a request, against a simpler model of it ---

sellers = st.integers(1, 3)


class Story(RuleBasedStateMachine):
    """A buyer, three sellers, the clock and an operator, in any order; what is true is kept beside the real records."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.request = request()
        self.responses: dict[int, Response] = {}
        self.order: Order | None = None
        #: The model: whose responses stand, who is chosen, whether it is over.
        self.standing: set[int] = set()
        self.waits: int | None = None
        self.won: int | None = None
        self.is_closed = False

    @property
    def is_over(self) -> bool:
        """By anything."""
        if self.is_closed or self.won is not None:
            return True
        return self.now >= NOW + STANDS

    def tried(self, act, *refusals: type[r.Refusal]):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN201
        """What comes of it; None: refused so."""
        try:
            return act()
        except refusals:
            return None

    @rule(seller=sellers, price=st.integers(100, 999))
    def responds(self, seller: int, price: int) -> None:
        given = replace(response(100 + seller, price))
        made = self.tried(
            lambda: rules.respond(self.request, given, 1, self.responses.values(), self.order, self.now),
            r.RequestOver,
            r.AlreadyResponded,
        )
        assert (made is not None) == (seller not in self.standing and not self.is_over)
        if made is not None:
            assert made.id == (self.responses[seller].id if seller in self.responses else 0)
            self.responses[seller] = replace(made, id=seller)
            self.standing.add(seller)

    @precondition(lambda self: self.responses)
    @rule(data=st.data(), price=st.integers(100, 999))
    def rewrites(self, data: st.DataObject, price: int) -> None:
        seller = data.draw(st.sampled_from(sorted(self.responses)))
        given = response(100 + seller, price)
        made = self.tried(
            lambda: rules.rewrite(self.request, self.responses[seller], given, self.order, self.now),
            r.RequestOver,
            r.ResponseWithdrawn,
        )
        assert (made is not None) == (seller in self.standing and not self.is_over)
        if made is not None:
            self.responses[seller] = made
            self._take_back(seller)

    @precondition(lambda self: self.responses)
    @rule(data=st.data())
    def withdraws(self, data: st.DataObject) -> None:
        seller = data.draw(st.sampled_from(sorted(self.responses)))
        made = self.tried(
            lambda: rules.withdraw(self.request, self.responses[seller], 100 + seller, self.order, self.now),
            r.RequestOver,
            r.ResponseWithdrawn,
        )
        assert (made is not None) == (seller in self.standing and not self.is_over)
        if made is not None:
            self.responses[seller] = made
            self.standing.discard(seller)
            self._take_back(seller)

    @precondition(lambda self: self.responses)
    @rule(data=st.data())
    def picks(self, data: st.DataObject) -> None:
        seller = data.draw(st.sampled_from(sorted(self.responses)))
        chosen = self.responses[seller]
        agreed = self.tried(
            lambda: rules.pick(self.request, chosen, BUYER, chosen.revision, self.order, self.now),
            r.RequestOver,
            r.RequestPicked,
            r.ResponseWithdrawn,
        )
        assert (agreed is not None) == (seller in self.standing and self.waits is None and not self.is_over)
        if agreed is not None:
            assert (agreed.seller_id, agreed.terms.price) == (100 + seller, chosen.price)
            self.order = replace(awaiting_payment(), ending=None, paid_at=None)
            self.request = rules.picked(self.request, chosen, 5, self.now + DAY)
            self.waits = seller

    @precondition(lambda self: self.waits is not None)
    @rule(is_paid=st.booleans())
    def the_order_ends_its_wait(self, is_paid: bool) -> None:  # noqa: FBT001 - drawn
        assert self.order is not None
        if is_paid:
            self.order = replace(self.order, paid_at=self.now)
            self.request = rules.paid(self.request, self.now)
            if not self.is_closed:
                self.won = self.waits
            self.is_closed = True
        else:
            self.order = replace(self.order, ending=Ending.LAPSED)
        self.waits = None

    @rule(by_operator=st.booleans())
    def closes(self, by_operator: bool) -> None:  # noqa: FBT001 - drawn
        made = self.tried(
            lambda: (
                rules.stop(self.request, "Spam.", self.order, self.now)
                if by_operator
                else rules.close(self.request, BUYER, self.order, self.now)
            ),
            r.RequestOver,
            r.RequestPicked,
        )
        waits = self.waits is not None and not self.is_closed
        assert (made is not None) == (by_operator if waits else not self.is_over)
        if made is not None:
            self.request = made
            self.is_closed = True

    @rule(days=st.integers(1, 5))
    def time_passes(self, days: int) -> None:
        self.now += days * DAY
        looked = rules.look(self.request, self.order, self.now)
        if looked.closing is not self.request.closing:
            assert self.waits is None
            assert self.is_over
            self.is_closed = True
        self.request = looked

    def _take_back(self, seller: int) -> None:
        if self.waits == seller and self.order is not None:
            self.order = replace(self.order, ending=Ending.TAKEN_BACK)
            self.waits = None

    @invariant()
    def the_state_is_what_the_model_says(self) -> None:
        """And a request that is won or closed stays so."""
        state = rules.state_of(self.request, self.order, self.now)
        if self.won is not None:
            assert state is RequestState.ORDERED
            assert self.request.chosen == self.won
        elif self.is_closed:
            assert state in {RequestState.CLOSED, RequestState.STOPPED, RequestState.EXPIRED}
        elif self.waits is not None:
            assert state is RequestState.PICKED
        else:
            assert state is (RequestState.EXPIRED if self.is_over else RequestState.OPEN)


TestStory = Story.TestCase
