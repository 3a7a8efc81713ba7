"""Reviews (SPEC 8): one of the buyer for each order whose end counts, and one answer of the seller (decision 25)."""

from dataclasses import dataclass, replace

from orders import commands as c
from orders import facts as f
from orders.change import Change
from orders.order import Order, Review
from orders.policy import DAY
from orders.refusals import (
    AlreadyReviewed,
    NoSuchReview,
    NothingToReview,
    ReviewAlreadyAnswered,
    ReviewIsHidden,
    ReviewTooLate,
    WrongSide,
    WrongStatus,
)
from orders.status import Side
from orders.written import check_review, check_review_answer

#: From the end of the order on, its last moment not included.
REVIEW_STAYS_OPEN = 30 * DAY


@dataclass(frozen=True, slots=True)
class ReviewCounts:
    """How many reviews speak for somebody, and how many against."""

    positive: int = 0
    negative: int = 0

    @property
    def total(self) -> int:
        """All that everybody sees."""
        return self.positive + self.negative

    @property
    def percent(self) -> int | None:
        """The share of positive ones in whole percent, half rounded up; None: no reviews."""
        return (200 * self.positive + self.total) // (2 * self.total) if self.total else None


def may_review(order: Order, now: int) -> bool:
    """Whether the buyer can leave a review now."""
    return _why_not(order, now) is None


def may_answer_review(order: Order) -> bool:
    """Whether the seller can answer the review now."""
    return order.review is not None and order.review.answer is None and order.review.hidden is None


def leave(order: Order, command: c.LeaveReview, side: Side, now: int) -> Change:
    """«Оставить отзыв»: status and clocks have come to rest, and stay so."""
    if side is not Side.BUYER:
        raise WrongSide
    refusal = _why_not(order, now)
    if refusal is not None:
        raise refusal
    content = check_review(command.content)
    photo = content.files[0].file_id if content.files else None
    review = Review(mood=command.mood, text=content.text, photo=photo, left_at=now)
    return Change(replace(order, review=review), (f.ReviewLeft(command.mood, content),))


def answer(order: Order, command: c.AnswerReview, side: Side) -> Change:
    """«Ответить на отзыв». There is no last day for it."""
    if side is not Side.SELLER:
        raise WrongSide
    if order.review is None:
        raise NoSuchReview
    if order.review.hidden is not None:
        raise ReviewIsHidden
    if order.review.answer is not None:
        raise ReviewAlreadyAnswered
    text = check_review_answer(command.text)
    return Change(replace(order, review=replace(order.review, answer=text)), (f.ReviewAnswered(text),))


def _why_not(order: Order, now: int) -> WrongStatus | AlreadyReviewed | NothingToReview | ReviewTooLate | None:
    if order.ended_at is None:
        return WrongStatus(order.status)
    if order.review is not None:
        return AlreadyReviewed()
    if order.effect is None:
        return NothingToReview()
    return ReviewTooLate() if now >= order.ended_at + REVIEW_STAYS_OPEN else None
