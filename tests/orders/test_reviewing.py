"""Reviews: one of the buyer, one answer of the seller; and what an operator sets right after the end."""

from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders import commands as c
from orders import facts as f
from orders import refusals as r
from orders.content import Attachment, Content, FileKind
from orders.order import Effect, Ending, Mood, Order, Origin, Review
from orders.policy import Policy
from orders.rating import WINDOW, Outcome, Rating, among, rating_of, without
from orders.reviewing import ReviewCounts, may_answer_review, may_review
from orders.status import Status
from tests.orders.builders import (
    BUYER,
    DAY,
    JUDGED,
    NOW,
    OPERATOR,
    SELLER,
    STRANGER,
    assert_refused,
    ended,
    in_progress,
    move,
    photo,
    reviewed,
)

WORDS = Content(text="  Сделано раньше срока.  ", files=(photo(),))
REASON = "Отзыв не о работе, а о погоде."
COUNTING = [ending for ending in Ending if ending.effect is not None]


def overseen(order: Order, command: c.OverseerCommand) -> tuple[Order, tuple[f.Fact, ...]]:
    """What it leaves."""
    change = move(order, command, NOW, JUDGED)
    return change.order, change.facts


def refused(order: Order, command: c.OverseerCommand, policy: Policy = JUDGED) -> type[r.Refusal]:
    """Why not; nothing has moved."""
    before = deepcopy(order)
    with pytest.raises(r.Refusal) as caught:
        move(order, command, NOW, policy)
    assert order == before
    return type(caught.value)


@pytest.mark.parametrize("ending", COUNTING)
@pytest.mark.parametrize("mood", Mood)
def test_the_end_that_counts_can_be_reviewed(ending: Ending, mood: Mood) -> None:
    """Kept or broken; nothing of the order but its review is different, and the fact says it all."""
    order = ended(ending)
    change = move(order, c.LeaveReview(BUYER, mood, WORDS))
    text = "Сделано раньше срока."
    assert change.order == replace(order, review=Review(mood=mood, text=text, photo="photo-1", left_at=NOW))
    assert change.facts == (f.ReviewLeft(mood, Content(text=text, files=WORDS.files)),)


@pytest.mark.parametrize("ending", [ending for ending in Ending if ending.effect is None])
def test_an_end_that_says_nothing_of_the_seller_can_t_be_reviewed(ending: Ending) -> None:
    """Nor can one that never counts, or that an operator has voided."""
    assert_refused(ended(ending), c.LeaveReview(BUYER, Mood.NEGATIVE, WORDS), r.NothingToReview)


@pytest.mark.parametrize("order", [replace(ended(), origin=Origin.ELSEWHERE), replace(ended(), voided=REASON)])
def test_an_order_that_does_not_count_can_t_be_reviewed(order: Order) -> None:
    """What the seller alone has written down says nothing about them."""
    assert order.effect is None
    assert not may_review(order, NOW)
    assert_refused(order, c.LeaveReview(BUYER, Mood.POSITIVE, WORDS), r.NothingToReview)


def test_nobody_but_the_buyer_reviews() -> None:
    """The seller is told whose move it is; a stranger can't tell whether there is such an order."""
    assert_refused(ended(), c.LeaveReview(SELLER, Mood.POSITIVE, WORDS), r.WrongSide)
    assert_refused(ended(), c.LeaveReview(STRANGER, Mood.POSITIVE, WORDS), r.NoSuchOrder)
    assert_refused(in_progress(), c.LeaveReview(BUYER, Mood.POSITIVE, WORDS), r.WrongStatus(Status.IN_PROGRESS))


def test_there_is_one_review_and_one_answer() -> None:
    """Both stand as they are, a hidden review too."""
    for order in (reviewed(), reviewed(hidden=REASON)):
        assert_refused(order, c.LeaveReview(BUYER, Mood.NEGATIVE, WORDS), r.AlreadyReviewed)
    assert_refused(reviewed(answer="Спасибо."), c.AnswerReview(SELLER, "И вам."), r.ReviewAlreadyAnswered)


@given(later=st.integers(0, 60 * DAY))
def test_a_review_can_be_left_for_thirty_days_to_the_second(later: int) -> None:
    """The button and the rule agree."""
    order = ended()
    now = (order.ended_at or 0) + later
    assert may_review(order, now) is (later < 30 * DAY)
    if later < 30 * DAY:
        assert move(order, c.LeaveReview(BUYER, Mood.POSITIVE, Content()), now).order.review is not None
    else:
        assert_refused(order, c.LeaveReview(BUYER, Mood.POSITIVE, Content()), r.ReviewTooLate, now)


@pytest.mark.parametrize("kind", [kind for kind in FileKind if kind is not FileKind.PHOTO])
def test_a_review_takes_photos_only(kind: FileKind) -> None:
    """And one of them."""
    file = Attachment(kind=kind, file_id="x")
    assert_refused(ended(), c.LeaveReview(BUYER, Mood.POSITIVE, Content(files=(file,))), r.ReviewPhotoExpected)
    two = Content(files=(photo(), photo("photo-2")))
    assert_refused(ended(), c.LeaveReview(BUYER, Mood.POSITIVE, two), r.ReviewPhotoExpected)


def test_a_text_has_its_bound() -> None:
    """A thousand UTF-16 units, so that an emoji counts two."""
    fits = Content(text="😀" * 500)
    assert move(ended(), c.LeaveReview(BUYER, Mood.POSITIVE, fits)).order.review is not None
    too_long = c.LeaveReview(BUYER, Mood.POSITIVE, Content(text="я" * 5_000))
    assert_refused(ended(), too_long, r.ReviewLength(0, 1_000, 5_000))
    assert_refused(reviewed(), c.AnswerReview(SELLER, "я" * 1_001), r.ReviewLength(1, 1_000, 1_001))
    assert_refused(reviewed(), c.AnswerReview(SELLER, " \u200b "), r.ReviewLength(1, 1_000, 0))


def test_the_seller_answers_whenever_they_like() -> None:
    """A year later too; but not what nobody sees."""
    change = move(reviewed(), c.AnswerReview(SELLER, " Спасибо. "), NOW + 365 * DAY)
    assert (change.order, change.facts) == (reviewed(answer="Спасибо."), (f.ReviewAnswered("Спасибо."),))
    assert not may_answer_review(change.order)
    assert_refused(reviewed(), c.AnswerReview(BUYER, "Спасибо."), r.WrongSide)
    assert_refused(ended(), c.AnswerReview(SELLER, "Спасибо."), r.NoSuchReview)
    assert_refused(reviewed(hidden=REASON), c.AnswerReview(SELLER, "Спасибо."), r.ReviewIsHidden)


def test_an_operator_hides_a_review_and_shows_it_again() -> None:
    """The reason stands in the history; nothing is lost by it."""
    order = reviewed(answer="Спасибо.")
    hidden, facts = overseen(order, c.HideReview(OPERATOR, REASON))
    assert (hidden, facts) == (reviewed(answer="Спасибо.", hidden=REASON), (f.ReviewHidden(REASON, OPERATOR),))
    assert overseen(hidden, c.ShowReview(OPERATOR)) == (order, (f.ReviewShown(OPERATOR),))
    assert refused(hidden, c.HideReview(OPERATOR, REASON)) is r.ReviewIsHidden
    assert refused(order, c.ShowReview(OPERATOR)) is r.ReviewIsShown
    assert refused(ended(), c.HideReview(OPERATOR, REASON)) is r.NoSuchReview
    assert refused(order, c.HideReview(OPERATOR, "Плохой.")) is r.ReasonLength


@pytest.mark.parametrize("ending", COUNTING)
def test_an_operator_voids_an_end_and_lets_it_count_again(ending: Ending) -> None:
    """It counts for nothing meanwhile; status and money stay as they are."""
    order = ended(ending)
    effect = order.effect
    assert effect is not None
    voided, facts = overseen(order, c.VoidOutcome(OPERATOR, REASON))
    assert (voided, facts) == (replace(order, voided=REASON), (f.OutcomeVoided(effect, REASON, OPERATOR),))
    assert voided.effect is None
    assert overseen(voided, c.CountOutcome(OPERATOR)) == (order, (f.OutcomeCounted(effect, OPERATOR),))
    assert refused(voided, c.VoidOutcome(OPERATOR, REASON)) is r.OutcomeIsVoided
    assert refused(order, c.CountOutcome(OPERATOR)) is r.OutcomeCounts
    assert refused(order, c.VoidOutcome(OPERATOR, "я" * 19)) is r.ReasonLength


def test_what_never_counts_can_t_be_voided() -> None:
    """There would be nothing to take away."""
    for order in (ended(Ending.EXCUSED), replace(ended(), origin=Origin.ELSEWHERE)):
        assert refused(order, c.VoidOutcome(OPERATOR, REASON)) is r.NoOutcome
        assert refused(order, c.CountOutcome(OPERATOR)) is r.NoOutcome
    assert refused(in_progress(), c.VoidOutcome(OPERATOR, REASON)) is r.WrongStatus


@pytest.mark.parametrize(
    "command",
    [
        lambda by: c.HideReview(by, REASON),
        c.ShowReview,
        lambda by: c.VoidOutcome(by, REASON),
        c.CountOutcome,
    ],
)
def test_only_operators_oversee_and_nobody_their_own_order(command: "type[c.ShowReview]") -> None:
    """Whoever asks for it."""
    order = reviewed()
    for by in (SELLER, BUYER, STRANGER):
        assert refused(order, command(by)) is r.NoSuchOrder
    for by in (SELLER, BUYER):
        assert refused(order, command(by), Policy(arbiters=frozenset({by, OPERATOR}))) is r.OwnOrder


@given(positive=st.integers(0, 500), negative=st.integers(0, 500))
def test_the_share_is_the_nearest_whole_percent(positive: int, negative: int) -> None:
    """Without reviews there is none."""
    counts = ReviewCounts(positive, negative)
    if not counts.total:
        assert counts.percent is None
        return
    assert counts.percent is not None
    assert -1 <= 2 * (counts.percent - 100 * positive / counts.total) - 1e-9 <= 1


ENDS = st.lists(st.tuples(st.sampled_from(COUNTING), st.integers(0, 40)), max_size=60)


@given(ends=ENDS, data=st.data())
def test_a_voided_end_counts_as_if_it_had_never_been(ends: list[tuple[Ending, int]], data: st.DataObject) -> None:
    """Of any history, at any place in it; and counting it again is as if it had never been voided."""
    outcomes = [
        Outcome(number, ending, ending.effect or Effect.KEPT, at) for number, (ending, at) in enumerate(ends, 1)
    ]
    newest = sorted(outcomes, key=lambda one: (-one.ended_at, -one.number))
    if not newest:
        return
    one = data.draw(st.sampled_from(newest))
    others = [outcome for outcome in newest if outcome is not one]
    known = tuple(newest[: WINDOW + 1])
    assert rating_of(without(known, one.number)) == Rating.of([outcome.effect for outcome in others])
    assert rating_of(among(tuple(others[: WINDOW + 1]), one)) == rating_of(newest)
