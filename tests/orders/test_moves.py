"""Each row of the table of moves: who, from where, to where, what happens, and who is refused why."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from orders import commands as c
from orders.cancelling import may_change_mind
from orders.change import Change
from orders.content import Answer, Content
from orders.facts import OrderEnded, OrderPaid, OrderPlaced, WorkDelivered, WorkReturned, WorkStarted
from orders.gig import GigStatus, PresetOption
from orders.money import Money
from orders.order import Effect, Ending, Order, Origin, Running
from orders.placing import place
from orders.refusals import (
    AlreadyOverdue,
    BriefIncomplete,
    CancellationPending,
    ChangeOfMindOver,
    ClockRanOut,
    DeliveryNeedsText,
    NoSuchOrder,
    NoSuchPreset,
    NotOnSale,
    NotOverdue,
    OwnGig,
    Refusal,
    RemarksNeeded,
    TextTooLong,
    TooManyFiles,
    WrongSide,
    WrongStatus,
)
from orders.status import Status
from tests.orders.builders import (
    BUYER,
    DAY,
    HOUR,
    MINUTE,
    NOW,
    POLICY,
    SELLER,
    STRANGER,
    TERM,
    assert_refused,
    awaiting_payment,
    brief,
    content,
    ended,
    ended_from,
    gig,
    in_progress,
    in_review,
    just_started,
    move,
    not_started,
    option,
    overdue,
    photo,
    preset,
    seller_asked,
)

Build = Callable[[], Order]
Press = Callable[[int], c.Command]


def test_a_placed_order_keeps_a_copy_of_the_terms_and_waits_a_day_for_payment() -> None:
    """The buyer's answers join it; the payment window is 24 h."""
    actual = place(12, gig(), BUYER, brief("Green"), NOW, POLICY)
    expected = Order(
        number=12,
        seller_id=SELLER,
        buyer_id=BUYER,
        gig_id=5,
        terms=gig().terms,
        brief=brief("Green"),
        status=Status.AWAITING_PAYMENT,
        placed_at=NOW,
        clock=Running(NOW + DAY),
    )
    assert actual == Change(expected, (OrderPlaced(NOW + DAY),))


CARD, BANNER = preset(), preset("A banner", extra_days=0)


def test_options_ordered_with_a_gig_are_part_of_price_and_term() -> None:
    """They count as the order's first options, and the history tells them."""
    on_offer = gig(presets=(BANNER, CARD))
    actual = place(12, on_offer, BUYER, brief("Green"), NOW, POLICY, (CARD,))
    plain = place(12, on_offer, BUYER, brief("Green"), NOW, POLICY).order
    assert plain.terms == on_offer.terms
    terms = replace(plain.terms, price=Money(200_000, "RUB"), term_days=5)
    expected = replace(plain, terms=terms, bought=(option(),), options_offered=1)
    assert actual == Change(expected, (OrderPlaced(NOW + DAY, options=(option(),)),))
    both = place(12, on_offer, BUYER, brief("Green"), NOW, POLICY, (BANNER, CARD)).order
    assert [(each.number, each.title) for each in both.bought] == [(1, "A banner"), (2, "A business card")]
    assert (both.terms.price.amount, both.terms.term_days, both.options_offered) == (250_000, 5, 2)


@pytest.mark.parametrize("chosen", [(BANNER,), (CARD, CARD), (preset(extra_days=1),), (CARD, BANNER)])
def test_only_options_of_the_gig_are_ordered_with_it(chosen: tuple[PresetOption, ...]) -> None:
    """Each once, at the price and with the days that it has there."""
    with pytest.raises(NoSuchPreset):
        place(12, gig(presets=(CARD,)), BUYER, brief("Green"), NOW, POLICY, chosen)


def test_a_gig_without_questions_is_ordered_without_a_brief() -> None:
    """Nothing was asked, so nothing is missing."""
    assert place(12, gig(questions=()), BUYER, (), NOW, POLICY).order.brief == ()


@pytest.mark.parametrize("status", [GigStatus.PAUSED, GigStatus.REMOVED])
def test_a_gig_that_is_not_on_sale_cannot_be_ordered(status: GigStatus) -> None:
    """Paused and removed gigs take no orders."""
    with pytest.raises(NotOnSale):
        place(12, gig(status=status), BUYER, brief("Green"), NOW, POLICY)


def test_a_seller_cannot_order_from_themselves() -> None:
    """The two sides of an order are two people."""
    with pytest.raises(OwnGig):
        place(12, gig(), SELLER, brief("Green"), NOW, POLICY)


@pytest.mark.parametrize(
    ("questions", "answers"),
    [
        (("One?", "Two?"), brief("a", questions=("One?",))),
        (("One?", "Two?"), brief("b", "a", questions=("Two?", "One?"))),
        (("One?",), brief("a", "b", questions=("One?", "Two?"))),
        (("One?",), brief("  \n", questions=("One?",))),
        (("One?",), ()),
    ],
)
def test_an_order_needs_an_answer_to_every_question(questions: tuple[str, ...], answers: tuple[Answer, ...]) -> None:
    """Too few, out of order, too many, blank, none: each is an incomplete brief."""
    with pytest.raises(BriefIncomplete):
        place(12, gig(questions=questions), BUYER, answers, NOW, POLICY)


def test_a_file_alone_answers_a_question() -> None:
    """An answer is a text or files."""
    answer = replace(brief("x")[0], content=content("", photo()))
    assert place(12, gig(), BUYER, (answer,), NOW, POLICY).order.brief == (answer,)


def test_payment_starts_the_day_in_which_the_seller_must_begin() -> None:
    """The 24 h to the auto-cancel run from the payment, not from the placing."""
    order = awaiting_payment(left=HOUR)
    paid = replace(order, status=Status.NOT_STARTED, paid_at=NOW, clock=Running(NOW + DAY), turn=5)
    assert move(order, c.ConfirmPayment(BUYER)) == Change(paid, (OrderPaid(NOW + DAY),))


def test_the_buyer_drops_an_order_before_paying() -> None:
    """It ends without effect; the seller never heard of it."""
    order = awaiting_payment()
    ending = Ending.ABANDONED
    assert move(order, c.Abandon(BUYER)) == Change(ended_from(order, ending), (OrderEnded(ending),))
    assert (ending.status, ending.effect, ending.was_paid) == (Status.CANCELLED, None, False)


def test_an_offer_taken_back_ends_its_unpaid_order() -> None:
    """Without effect; there is nothing left to pay for. Of a gig's order the seller has not heard."""
    order, ending = of_offer(), Ending.TAKEN_BACK
    assert move(order, c.TakeBack(SELLER)) == Change(ended_from(order, ending), (OrderEnded(ending),))
    assert_refused(ended_from(order, ending), c.ConfirmPayment(BUYER), WrongStatus(Status.CANCELLED))
    assert_refused(awaiting_payment(), c.TakeBack(SELLER), NoSuchOrder)


def test_starting_sets_the_due_time_to_now_plus_the_term() -> None:
    """What was left of the 24 h plays no part."""
    order = not_started(left=1, warned_at=NOW - DAY)
    started = replace(order, status=Status.IN_PROGRESS, started_at=NOW, clock=Running(NOW + TERM), turn=5)
    assert move(order, c.StartWork(SELLER)) == Change(started, (WorkStarted(NOW + TERM),))


def test_starting_closes_the_way_out_that_a_declined_request_had_opened() -> None:
    """«Отменить всё равно» belongs to the status in which the buyer declined."""
    order = replace(not_started(), cancellation_declined=True)
    assert not move(order, c.StartWork(SELLER)).order.cancellation_declined


def test_a_delivery_stops_the_clock_keeps_the_rest_and_starts_a_review() -> None:
    """Tuesday noon is reviewed until Friday noon."""
    order = replace(in_progress(left=7_777, warned_at=NOW - 5), cancellation_declined=True)
    work = content("Done!", photo("a"), photo("b"))
    delivered = replace(
        order,
        status=Status.IN_REVIEW,
        clock=Running(NOW + 3 * DAY),
        work_left=7_777,
        deliveries=1,
        cancellation_declined=False,
        turn=5,
    )
    assert move(order, c.Deliver(SELLER, work)) == Change(delivered, (WorkDelivered(work, 1, NOW + 3 * DAY),))


def test_an_overdue_order_can_still_be_delivered() -> None:
    """The rest that is kept is negative: how late the work was."""
    delivered = move(overdue(late=90), c.Deliver(SELLER, content())).order
    assert (delivered.status, delivered.work_left) == (Status.IN_REVIEW, -90)


def test_a_delivery_at_the_due_second_is_not_lost() -> None:
    """The due time stops nobody."""
    assert move(in_progress(left=0), c.Deliver(SELLER, content())).order.status is Status.IN_REVIEW


def test_every_delivery_starts_a_full_review_and_is_counted() -> None:
    """The third one is number three, with three days of its own."""
    order = replace(in_progress(), deliveries=2, returns=2)
    change = move(order, c.Deliver(SELLER, content()))
    assert change.facts == (WorkDelivered(content(), 3, NOW + 3 * DAY),)
    assert change.order.deliveries == 3


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (Content(), DeliveryNeedsText),
        (content("  \n\t"), DeliveryNeedsText),
        (content("", photo()), DeliveryNeedsText),
        (content("x" * 4_097), TextTooLong(1, 4_096, 4_097)),
        (content("😀" * 2_049), TextTooLong(1, 4_096, 4_098)),
        (content("x", *[photo()] * 101), TooManyFiles(0, 100, 101)),
    ],
)
def test_a_delivery_needs_a_text_that_one_message_holds(work: Content, expected: Refusal | type[Refusal]) -> None:
    """Empty, blank, files alone, too long by a sign or by an emoji, too many files."""
    assert_refused(in_progress(), c.Deliver(SELLER, work), expected)


@pytest.mark.parametrize("work", [content("x" * 4_096), content("😀" * 2_048), content("x", *[photo()] * 100)])
def test_the_largest_delivery_fits(work: Content) -> None:
    """The bounds themselves are allowed."""
    assert move(in_progress(), c.Deliver(SELLER, work)).facts == (WorkDelivered(work, 1, NOW + 3 * DAY),)


@pytest.mark.parametrize(("left", "is_in_time"), [(1, True), (0, False), (-DAY, False)])
@pytest.mark.parametrize("command", [c.Accept(BUYER), c.Settle(is_reachable=False)])
def test_an_accepted_delivery_was_in_time_or_late(command: c.Command, left: int, is_in_time: bool) -> None:  # noqa: FBT001
    """At the due time it has run out; how the review ended says nothing about it."""
    order = replace(in_review(left=0 if isinstance(command, c.Settle) else HOUR), work_left=left)
    assert move(order, command).order.delivered_in_time is is_in_time


def test_accepting_completes_the_order_and_counts_as_kept() -> None:
    """The end of a good order."""
    order = in_review()
    ending = Ending.ACCEPTED
    assert move(order, c.Accept(BUYER)) == Change(ended_from(order, ending), (OrderEnded(ending),))
    assert (ending.status, ending.effect) == (Status.COMPLETED, Effect.KEPT)


@pytest.mark.parametrize("work_left", [2 * DAY, 1, 0, -HOUR])
def test_rework_goes_on_with_exactly_what_was_left(work_left: int) -> None:
    """The time in review costs the seller nothing; what was late stays late."""
    order = in_review(left=17, work_left=work_left, warned_at=NOW - 9)
    remarks = content("Make it greener", photo())
    returned = replace(
        order,
        status=Status.IN_PROGRESS,
        clock=Running(NOW + work_left),
        work_left=None,
        returns=1,
        turn=5,
    )
    assert move(order, c.SendBack(BUYER, remarks)) == Change(returned, (WorkReturned(remarks, NOW + work_left),))


@pytest.mark.parametrize(
    ("remarks", "expected"),
    [
        (Content(), RemarksNeeded),
        (content(" "), RemarksNeeded),
        (content("", photo()), RemarksNeeded),
        (content("x" * 4_097), TextTooLong(1, 4_096, 4_097)),
        (content("x", *[photo()] * 101), TooManyFiles(0, 100, 101)),
    ],
)
def test_rework_needs_remarks(remarks: Content, expected: Refusal | type[Refusal]) -> None:
    """Sending work back without a word, or with too many, is refused."""
    assert_refused(in_review(), c.SendBack(BUYER, remarks), expected)


def test_the_buyer_cancels_before_the_start_without_effect() -> None:
    """Money back; the seller's rating stays."""
    order = not_started()
    ending = Ending.CANCELLED_BEFORE_START
    assert move(order, c.CancelBeforeStart(BUYER)) == Change(ended_from(order, ending), (OrderEnded(ending),))
    assert (ending.status, ending.effect) == (Status.CANCELLED, None)


def test_the_buyer_changes_their_mind_without_effect() -> None:
    """In the first 20 minutes after the start."""
    order = just_started()
    ending = Ending.CHANGED_MIND
    assert move(order, c.ChangeMind(BUYER)) == Change(ended_from(order, ending), (OrderEnded(ending),))
    assert (ending.status, ending.effect) == (Status.CANCELLED, None)


def test_the_change_of_mind_ends_with_the_twentieth_minute() -> None:
    """The second before is in time, the second itself is not."""
    last, over = in_progress(started_ago=20 * MINUTE - 1), in_progress(started_ago=20 * MINUTE)
    assert move(last, c.ChangeMind(BUYER)).order.ending is Ending.CHANGED_MIND
    assert_refused(over, c.ChangeMind(BUYER), ChangeOfMindOver)
    assert (may_change_mind(last, NOW, POLICY), may_change_mind(over, NOW, POLICY)) == (True, False)


def test_nobody_can_change_their_mind_about_an_order_that_has_not_started() -> None:
    """There is a plain cancellation for that."""
    assert not may_change_mind(not_started(), NOW, POLICY)
    assert_refused(not_started(), c.ChangeMind(BUYER), WrongStatus(Status.NOT_STARTED))


def test_an_overdue_order_is_not_cancelled_as_a_change_of_mind() -> None:
    """The one-click cancel, which counts, is the way there."""
    order = replace(overdue(), started_at=NOW - MINUTE)
    assert_refused(order, c.ChangeMind(BUYER), AlreadyOverdue)


def test_the_buyer_cancels_an_overdue_order_in_one_click_and_it_counts_as_broken() -> None:
    """Told or not yet told that the time is over."""
    ending = Ending.CANCELLED_OVERDUE
    for order in (overdue(), overdue(told=False)):
        assert move(order, c.CancelOverdue(BUYER)) == Change(ended_from(order, ending), (OrderEnded(ending),))
    assert (ending.status, ending.effect) == (Status.CANCELLED, Effect.BROKEN)


def test_one_click_opens_at_the_due_second() -> None:
    """Not a second before."""
    assert_refused(in_progress(left=1), c.CancelOverdue(BUYER), NotOverdue)
    assert move(in_progress(left=0), c.CancelOverdue(BUYER)).order.ending is Ending.CANCELLED_OVERDUE


def of_offer() -> Order:
    """An order of an offer, not paid yet."""
    return replace(awaiting_payment(), origin=Origin.OFFER, gig_id=None)


#: Each move with an order that allows it, who makes it, and who may not.
MOVES: list[tuple[Build, Press, int, int]] = [
    (awaiting_payment, c.ConfirmPayment, BUYER, SELLER),
    (awaiting_payment, c.Abandon, BUYER, SELLER),
    (of_offer, c.TakeBack, SELLER, BUYER),
    (not_started, c.StartWork, SELLER, BUYER),
    (not_started, c.CancelBeforeStart, BUYER, SELLER),
    (just_started, c.ChangeMind, BUYER, SELLER),
    (overdue, c.CancelOverdue, BUYER, SELLER),
    (in_progress, lambda by: c.Deliver(by, content()), SELLER, BUYER),
    (in_review, c.Accept, BUYER, SELLER),
    (in_review, lambda by: c.SendBack(by, content()), BUYER, SELLER),
]


@pytest.mark.parametrize(("build", "command", "mover", "other"), MOVES)
def test_a_move_belongs_to_one_side(build: Build, command: Press, mover: int, other: int) -> None:
    """The other side hears so; to a stranger there is no such order."""
    order = build()
    assert_refused(order, command(other), WrongSide)
    assert_refused(order, command(STRANGER), NoSuchOrder)
    assert move(order, command(mover)).order != order


@pytest.mark.parametrize(("build", "command", "mover", "other"), MOVES)
def test_a_move_pressed_twice_counts_once(build: Build, command: Press, mover: int, other: int) -> None:
    """The second press finds the order already elsewhere."""
    after = move(build(), command(mover)).order
    assert_refused(after, command(mover), WrongStatus(after.status))


@pytest.mark.parametrize(("build", "command", "mover", "other"), MOVES)
def test_a_move_counts_one_turn_and_leaves_the_version_to_storage(
    build: Build, command: Press, mover: int, other: int
) -> None:
    """Buttons of the turn before act no more."""
    order = build()
    after = move(order, command(mover)).order
    assert (after.turn, after.version) == (order.turn + 1, order.version)


@pytest.mark.parametrize("late", [0, 1, DAY])
@pytest.mark.parametrize(
    ("order", "command"),
    [
        (awaiting_payment(), c.ConfirmPayment(BUYER)),
        (awaiting_payment(), c.Abandon(BUYER)),
        (of_offer(), c.TakeBack(SELLER)),
        (not_started(left=DAY), c.StartWork(SELLER)),
        (not_started(left=DAY), c.CancelBeforeStart(BUYER)),
        (in_review(left=DAY), c.Accept(BUYER)),
        (in_review(left=DAY), c.SendBack(BUYER, content())),
    ],
)
def test_a_press_after_the_clock_won_changes_nothing(order: Order, command: c.Command, late: int) -> None:
    """The end is exclusive: the very second of it belongs to the clock, the one before to the person."""
    assert_refused(order, command, ClockRanOut, NOW + DAY + late)
    assert move(order, command, NOW + DAY - 1).order.turn == order.turn + 1


@pytest.mark.parametrize(
    ("order", "command"),
    [
        (seller_asked(not_started()), c.StartWork(SELLER)),
        (seller_asked(not_started()), c.CancelBeforeStart(BUYER)),
        (seller_asked(), c.Deliver(SELLER, content())),
        (seller_asked(just_started()), c.ChangeMind(BUYER)),
        (seller_asked(overdue()), c.CancelOverdue(BUYER)),
    ],
)
def test_while_a_cancellation_is_pending_the_other_moves_wait(order: Order, command: c.Command) -> None:
    """First the request is answered or taken back."""
    assert_refused(order, command, CancellationPending)


@pytest.mark.parametrize("ending", Ending)
@pytest.mark.parametrize(("build", "command", "mover", "other"), MOVES)
def test_a_final_order_never_moves(build: Build, command: Press, mover: int, other: int, ending: Ending) -> None:
    """Whichever way it ended."""
    assert_refused(ended(ending), command(mover), WrongStatus(ending.status))
