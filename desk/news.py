"""Who is told of a fact, and in which messages (SPEC 10: the change itself is a new message, the cards are edited)."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from desk.handover import has_heading, parts
from desk.posts import Post, card, correction, dispute_news, fresh_card, invoice, notice, warning
from orders import facts as f
from orders.content import Content
from orders.order import NOBODY, Order
from orders.status import Side, Status
from orders.timers import TimerKind

_STEP_WARNINGS = {
    f.Step.AUTO_CANCEL: TimerKind.START_WARNING,
    f.Step.AUTO_ACCEPT: TimerKind.REVIEW_WARNING,
    f.Step.ANSWER_EXPIRY: TimerKind.ANSWER_WARNING,
}


def news(order: Order, fact: f.Fact, fact_id: int, arbiters: Iterable[int] = ()) -> tuple[Post, ...]:
    """The posts that a fact causes, in the order in which each person is to read them.

    `arbiters`: the operators who may decide a dispute of this order.
    """
    told = _arbiters_told(order, fact, arbiters)
    posts = (post for post in _news(order, fact, fact_id) if post.person_id != NOBODY)
    return (*posts, *(dispute_news(order, arbiter, fact_id) for arbiter in sorted(told)))


def _arbiters_told(order: Order, fact: f.Fact, arbiters: Iterable[int]) -> set[int]:
    """Who hears of it beside the sides: each operator of a dispute, but not of their own doing."""
    match fact:
        case f.ArbiterCalled() | f.DisputeWithdrawn():
            return set(arbiters)
        case f.Said() if order.dispute is not None:
            return set(arbiters)
        case f.ArbiterAsked(arbiter=doer) | f.ArbiterDecided(arbiter=doer):
            return set(arbiters) - {doer}
        case _:
            return set()


def _news(order: Order, fact: f.Fact, fact_id: int) -> Iterator[Post]:  # noqa: C901, PLR0912, PLR0915 - one case a fact
    match fact:
        case f.OrderPlaced():
            yield fresh_card(order, Side.BUYER)
            if order.method.holds_money:
                yield invoice(order)
        case f.OrderAdded():
            yield fresh_card(order, Side.SELLER, lead="lead-added-order")
        case f.BuyerJoined():
            yield fresh_card(order, Side.BUYER, lead="lead-joined-order")
            yield from _told(order, Side.SELLER, fact_id)
        case f.OrderPaid():
            yield fresh_card(order, Side.SELLER, lead="lead-new-order")
            yield from _told(order, Side.BUYER, fact_id)
        case f.WorkDelivered(content=content):
            yield from _handover(order, Side.BUYER, content, fact_id)
            yield from _told(order, Side.SELLER, fact_id)
        case f.WorkReturned() if order.is_solo:
            yield from _told(order, Side.SELLER, fact_id)
        case f.WorkReturned(remarks=content):
            yield from _handover(order, Side.SELLER, content, fact_id)
            yield from _told(order, Side.BUYER, fact_id)
        case f.Said(by=by, content=content):
            yield from _passed_on(order, by.other, content, fact_id)
            if not has_heading(content) or content.files:
                yield notice(order, by.other, fact_id)
        case f.SaidEdited(by=by, said=said):
            yield correction(order, by.other, fact_id, said)
        case f.MoneyReturned():
            yield notice(order, Side.BUYER, fact_id)
        case f.InformationRequested() | f.InformationClosed():
            yield card(order, Side.SELLER)
            yield from _told(order, Side.BUYER, fact_id)
        case f.InformationAnswered(content=content, said=said):
            yield card(order, Side.BUYER)
            if said is None:
                yield from _handover(order, Side.SELLER, content, fact_id)
            else:
                yield from _told(order, Side.SELLER, fact_id)
        case f.RequestsClosed(options=(), wait=False):
            pass  # that no answer is waited for any more is plain from what has happened
        case f.RequestsClosed():
            yield notice(order, Side.SELLER, fact_id)
            yield notice(order, Side.BUYER, fact_id)
        case f.StepPutOff(step=step, is_warned=is_warned):
            if not is_warned:
                yield warning(order, silent_side(order), _STEP_WARNINGS[step])
            yield card(order, Side.SELLER)
            yield card(order, Side.BUYER)
        case f.ArbiterAsked():
            yield notice(order, Side.SELLER, fact_id)
            yield notice(order, Side.BUYER, fact_id)
        case f.OrderEnded(ending=ending):
            if ending.is_arbiters:
                return  # the decision, told just before, says it all
            if ending.was_paid:
                yield from _told(order, Side.SELLER, fact_id)
                yield from _told(order, Side.BUYER, fact_id)
            else:
                yield card(order, Side.BUYER)
        case f.ReviewLeft(content=content):
            yield card(order, Side.BUYER)
            yield card(order, Side.SELLER)
            yield from _files(order, Side.SELLER, content, fact_id)
            yield notice(order, Side.SELLER, fact_id)
        case f.ReviewAnswered():
            yield card(order, Side.SELLER)
            yield from _told(order, Side.BUYER, fact_id)
        case f.OutcomeVoided() | f.OutcomeCounted():
            yield card(order, Side.BUYER)
            yield from _told(order, Side.SELLER, fact_id)
        case (
            f.WorkStarted()
            | f.CancellationRequested()
            | f.CancellationWithdrawn()
            | f.CancellationDeclined()
            | f.DueTimePassed()
            | f.DueMoved()
            | f.WindowPassed()
            | f.OptionOffered()
            | f.OptionPaid()
            | f.OptionDeclined()
            | f.OptionWithdrawn()
            | f.WaitRequested()
            | f.WaitAgreed()
            | f.WaitDeclined()
            | f.ArbiterCalled()
            | f.DisputeWithdrawn()
            | f.ArbiterDecided()
            | f.ReviewHidden()
            | f.ReviewShown()
        ):
            yield from _told(order, Side.SELLER, fact_id)
            yield from _told(order, Side.BUYER, fact_id)
        case _:
            assert_never(fact)


def _told(order: Order, side: Side, fact_id: int) -> Iterator[Post]:
    yield card(order, side)
    yield notice(order, side, fact_id)


def _handover(order: Order, side: Side, content: Content, fact_id: int) -> Iterator[Post]:
    """The card, the words and files in order, and last the news, so that its buttons stand below what they judge."""
    yield card(order, side)
    yield from _passed_on(order, side, content, fact_id)
    yield notice(order, side, fact_id)


def _passed_on(order: Order, side: Side, content: Content, fact_id: int) -> Iterator[Post]:
    if content.text:
        yield notice(order, side, fact_id, part=0)
    yield from _files(order, side, content, fact_id)


def _files(order: Order, side: Side, content: Content, fact_id: int) -> Iterator[Post]:
    for index in range(len(parts(content))):
        yield notice(order, side, fact_id, part=index + 1)


def silent_side(order: Order) -> Side:
    """Whose silence the running clock would punish."""
    if order.cancellation is not None:
        return order.cancellation.by.other
    return Side.BUYER if order.status is Status.IN_REVIEW and not order.is_solo else Side.SELLER
