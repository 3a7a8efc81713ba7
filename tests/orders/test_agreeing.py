"""What the sides agree on the way: paid options, and more time."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders import commands as c
from orders.agreeing import EXTRA_DAYS, OPEN_OPTIONS_MAX, WAIT_MOST, grown, parse_extra_days, presets_left
from orders.change import Change
from orders.facts import (
    CancellationWithdrawn,
    Fact,
    OptionDeclined,
    OptionOffered,
    OptionPaid,
    OptionWithdrawn,
    OrderEnded,
    RequestsClosed,
    WaitAgreed,
    WaitDeclined,
    WaitRequested,
)
from orders.gig import PresetOption
from orders.money import Money
from orders.order import CancelReason, Ending, Frozen, Order, Running, WaitRequest
from orders.refusals import (
    CancellationPending,
    ClockRanOut,
    ExtraDaysOutOfRange,
    NoSuchOption,
    NoSuchOrder,
    NotOverdue,
    NoWaitRequested,
    OptionAlreadyOffered,
    TitleLength,
    TooManyOptions,
    WaitAlreadyRequested,
    WaitOutOfRange,
    WrongSide,
    WrongStatus,
)
from orders.status import Side, Status
from tests.orders.builders import (
    BUYER,
    DAY,
    EXPLANATION,
    HOUR,
    MINUTE,
    NOW,
    SELLER,
    STRANGER,
    WAIT_UNTIL,
    assert_refused,
    awaiting_payment,
    content,
    declined,
    ended,
    in_progress,
    in_review,
    move,
    not_started,
    offered,
    option,
    overdue,
    preset,
    seller_asked,
    terms,
)

PRICE = Money(50_000, "RUB")
OFFER = c.OfferOption(SELLER, "A business card", PRICE, 2)
OTHER_OFFER = replace(OFFER, title="A banner")
PAY = c.AnswerOption(BUYER, 1, agrees=True)
REFUSE = c.AnswerOption(BUYER, 1, agrees=False)
RETRACT = c.WithdrawOption(SELLER, 1)
GRANT = c.AnswerWait(BUYER, WAIT_UNTIL, agrees=True)
DENY = c.AnswerWait(BUYER, WAIT_UNTIL, agrees=False)

WORKABLE = [not_started(), in_progress(), overdue(), declined()]
NOT_WORKABLE = [awaiting_payment(), in_review(), ended(Ending.ACCEPTED), ended(Ending.BLAMED)]


def waiting(order: Order | None = None, until: int = WAIT_UNTIL) -> Order:
    """The seller has asked to wait; the buyer has not answered."""
    return replace(in_progress() if order is None else order, wait=WaitRequest(until=until, asked_at=NOW - HOUR))


# --- options ---


@pytest.mark.parametrize("order", WORKABLE, ids=lambda o: o.status)
def test_an_offer_changes_neither_price_nor_term_nor_clock(order: Order) -> None:
    """Only the buyer's payment does; buttons and timers stay as they are."""
    expected = replace(order, options=(option(),), options_offered=1)
    assert move(order, OFFER) == Change(expected, (OptionOffered(option()),))


@pytest.mark.parametrize("order", NOT_WORKABLE, ids=lambda o: o.status)
@pytest.mark.parametrize("command", [OFFER, PAY, REFUSE, RETRACT])
def test_options_are_for_work_that_is_to_be_done(order: Order, command: c.PersonCommand) -> None:
    """Not before payment, in review or after the end."""
    assert_refused(order, command, WrongStatus(order.status))


@pytest.mark.parametrize("command", [OFFER, PAY, REFUSE, RETRACT])
def test_options_rest_while_a_cancellation_is_being_agreed(command: c.PersonCommand) -> None:
    """First it is decided whether the order goes on."""
    assert_refused(seller_asked(offered()), command, CancellationPending)
    assert_refused(seller_asked(offered(not_started())), command, CancellationPending)


@pytest.mark.parametrize("command", [OTHER_OFFER, PAY, REFUSE, RETRACT])
def test_options_come_too_late_once_the_auto_cancel_won(command: c.PersonCommand) -> None:
    """The second before is in time; a due time that has passed stops nobody."""
    assert_refused(offered(not_started(left=0)), command, ClockRanOut)
    assert move(offered(not_started(left=1)), command).facts
    assert move(offered(overdue()), command).facts


def test_only_the_seller_offers_and_takes_back_and_only_the_buyer_pays_and_declines() -> None:
    """Forged presses of the other side and of strangers are refused."""
    for command in (replace(OFFER, by=BUYER), replace(RETRACT, by=BUYER), replace(PAY, by=SELLER)):
        assert_refused(offered(), command, WrongSide)
        assert_refused(offered(), replace(command, by=STRANGER), NoSuchOrder)
    assert_refused(offered(), replace(REFUSE, by=SELLER), WrongSide)
    assert_refused(offered(), replace(REFUSE, by=STRANGER), NoSuchOrder)


@pytest.mark.parametrize("days", [*EXTRA_DAYS, 7])
def test_an_option_may_add_no_days_or_up_to_sixty(days: int) -> None:
    """The bounds themselves are allowed."""
    assert move(in_progress(), replace(OFFER, extra_days=days)).order.options == (option(extra_days=days),)


@pytest.mark.parametrize("days", [-1, 61])
def test_an_option_of_too_many_days_is_refused(days: int) -> None:
    """Nor can it take days away."""
    assert_refused(in_progress(), replace(OFFER, extra_days=days), ExtraDaysOutOfRange(0, 60, days))


@pytest.mark.parametrize(
    ("text", "days"), [("0", 0), ("60", 60), (" 3 ", 3), ("+2", 2), ("07", 7), ("+2 дня", 2), ("1 day", 1)]
)
def test_days_are_read_as_people_write_them(text: str, days: int) -> None:
    """A whole number, with or without a plus and the word."""
    assert parse_extra_days(text) == days


@pytest.mark.parametrize("text", ["", "61", "-1", "1.5", "два", "2 недели", "١", "²", "++1", "9" * 5_000])
def test_days_that_are_no_number_within_the_bounds_are_refused(text: str) -> None:
    """Whatever people write instead."""
    with pytest.raises(ExtraDaysOutOfRange) as caught:
        parse_extra_days(text)
    assert (caught.value.least, caught.value.most) == EXTRA_DAYS


@pytest.mark.parametrize(("title", "length"), [("", 0), ("ab", 2), ("x" * 71, 71)])
def test_an_option_needs_a_title_like_a_gigs(title: str, length: int) -> None:
    """3 to 70 characters."""
    assert_refused(in_progress(), replace(OFFER, title=title), TitleLength(3, 70, length))
    assert move(in_progress(), replace(OFFER, title="  x\n yz ")).order.options[0].title == "x yz"


def test_ten_offers_can_be_open_and_an_answered_one_makes_room() -> None:
    """Numbers are never used again, so that an old button can't pay for another option."""
    order = in_progress()
    for days in range(OPEN_OPTIONS_MAX):
        order = move(order, replace(OFFER, extra_days=days)).order
    one_more = replace(OFFER, extra_days=OPEN_OPTIONS_MAX)
    assert_refused(order, one_more, TooManyOptions(1, OPEN_OPTIONS_MAX, OPEN_OPTIONS_MAX + 1))
    order = move(move(order, replace(REFUSE, option=4)).order, one_more).order
    assert [each.number for each in order.options] == [1, 2, 3, 5, 6, 7, 8, 9, 10, 11]


@pytest.mark.parametrize("change", [{"title": "A banner"}, {"price": Money(50_001, "RUB")}, {"extra_days": 3}])
def test_the_same_offer_is_not_made_twice(change: dict[str, Any]) -> None:
    """A button pressed twice; once the first is answered, it may come again, and a different one at any time."""
    assert_refused(offered(), OFFER, OptionAlreadyOffered)
    assert_refused(offered(), replace(OFFER, title=" A  business card "), OptionAlreadyOffered)
    assert move(offered(), replace(OFFER, **change)).order.options_offered == 2
    for answer in (PAY, REFUSE, RETRACT):
        assert move(move(offered(), answer).order, OFFER).order.options == (option(2),)


@pytest.mark.parametrize("left", [2 * DAY, 1, 0, -HOUR, -5 * DAY])
def test_a_paid_option_adds_to_the_price_and_moves_a_running_due_time(left: int) -> None:
    """By exactly its days, from the due time, also where that has passed."""
    order = offered(replace(in_progress(left=left, warned_at=NOW - 9), overdue_told=left <= 0))
    due = NOW + left + 2 * DAY
    expected = replace(
        order,
        options=(),
        bought=(option(),),
        terms=replace(order.terms, price=Money(200_000, "RUB"), term_days=5),
        clock=Running(due, NOW - 9),
        overdue_told=left <= -2 * DAY,
        turn=order.turn + 1,
    )
    assert move(order, PAY) == Change(expected, (OptionPaid(option(), due),))


def test_an_option_paid_before_the_start_lengthens_the_term_and_not_the_time_to_start() -> None:
    """The due time is counted once the work starts."""
    order = offered(not_started(warned_at=NOW - 9))
    paid = move(order, PAY)
    terms = replace(order.terms, price=Money(200_000, "RUB"), term_days=5)
    expected = replace(order, options=(), bought=(option(),), terms=terms, turn=order.turn + 1)
    assert paid == Change(expected, (OptionPaid(option(), None),))
    assert move(paid.order, c.StartWork(SELLER)).order.clock == Running(NOW + 5 * DAY)


@pytest.mark.parametrize(
    ("command", "fact"), [(REFUSE, OptionDeclined(option())), (RETRACT, OptionWithdrawn(option()))]
)
def test_a_declined_or_withdrawn_option_leaves_the_order_as_it_was(command: c.PersonCommand, fact: Fact) -> None:
    """Only that option is gone."""
    other = option(2)
    order = replace(offered(), options=(option(), other), options_offered=2)
    assert move(order, command) == Change(replace(order, options=(other,)), (fact,))


@pytest.mark.parametrize("command", [PAY, REFUSE, RETRACT])
def test_an_option_is_answered_once(command: c.PersonCommand) -> None:
    """Pressed twice, or after another answer, it no longer stands."""
    for first in (PAY, REFUSE, RETRACT):
        assert_refused(move(offered(), first).order, command, NoSuchOption)
    assert_refused(in_progress(), command, NoSuchOption)


def test_several_options_are_paid_one_by_one() -> None:
    """Each adds its own; declining one does not touch the others."""
    order = in_progress()
    for days in (0, 1, 7):
        order = move(order, replace(OFFER, extra_days=days)).order
    for number, agrees in ((2, True), (1, False), (3, True)):
        order = move(order, c.AnswerOption(BUYER, number, agrees)).order
    assert (order.options, order.terms.price.amount, order.terms.term_days) == ((), 250_000, 11)
    assert [each.number for each in order.bought] == [2, 3]
    assert order.clock == Running(NOW + 10 * DAY)


BANNER = preset("A banner")


@pytest.mark.parametrize(
    ("order", "left"),
    [
        (in_progress(), (preset(), BANNER)),
        (offered(), (BANNER,)),
        (replace(in_progress(), bought=(option(),)), (BANNER,)),
        (replace(offered(), bought=(replace(option(2), title="A BANNER"),)), ()),
        # The seller has changed the price of what stands in the order: it is the same work.
        (replace(in_progress(), bought=(replace(option(), price=Money(1, "RUB")),)), (BANNER,)),
    ],
)
def test_what_an_order_has_already_is_not_offered_from_the_gig(order: Order, left: tuple[PresetOption, ...]) -> None:
    """Neither what is open nor what is bought; once declined or taken back, it may be offered again."""
    assert presets_left(order, (preset(), BANNER)) == left


def test_options_in_another_currency_are_not_offered_from_the_gig() -> None:
    """The gig has changed its currency since: the prices could not be added."""
    assert presets_left(in_progress(), (preset(currency="XTR"), BANNER)) == (BANNER,)


PRESETS = st.lists(
    st.builds(
        PresetOption,
        title=st.text(min_size=3, max_size=5),
        price=st.builds(Money, st.integers(1, 10**9), st.just("RUB")),
        extra_days=st.integers(*EXTRA_DAYS),
    ),
    max_size=10,
)


@given(first=PRESETS, later=PRESETS)
def test_options_add_up(first: list[PresetOption], later: list[PresetOption]) -> None:
    """In whatever order and however many at a time; everything else of the terms stays."""
    together = grown(terms(), [*first, *later])
    assert grown(grown(terms(), later), first) == together
    assert together.price == Money(150_000 + sum(each.price.amount for each in [*first, *later]), "RUB")
    assert together.term_days == 3 + sum(each.extra_days for each in [*first, *later])
    assert replace(together, price=terms().price, term_days=3) == terms()


# --- waiting ---


@pytest.mark.parametrize("order", [in_progress(), overdue(), declined()])
def test_asking_to_wait_moves_nothing_yet(order: Order) -> None:
    """The clock goes on until the buyer agrees."""
    until = NOW + 3 * DAY
    expected = replace(order, wait=WaitRequest(until=until, asked_at=NOW))
    assert move(order, c.AskToWait(SELLER, until)) == Change(expected, (WaitRequested(until),))


@pytest.mark.parametrize("left", [2 * DAY, 0, -DAY])
def test_the_time_asked_for_is_after_the_due_time_and_now_and_within_ninety_days(left: int) -> None:
    """The first second after, and the last of the ninety days."""
    order = in_progress(left=left)
    first, last = NOW + max(left, 0) + 1, NOW + WAIT_MOST
    for until in (first, last):
        assert move(order, c.AskToWait(SELLER, until)).facts == (WaitRequested(until),)
    for until in (first - 1, last + 1, 0, 2**62):
        assert_refused(order, c.AskToWait(SELLER, until), WaitOutOfRange)


@pytest.mark.parametrize("order", [not_started(), *NOT_WORKABLE], ids=lambda o: o.status)
@pytest.mark.parametrize("command", [c.AskToWait(SELLER, WAIT_UNTIL), GRANT, DENY])
def test_waiting_is_for_work_in_progress(order: Order, command: c.PersonCommand) -> None:
    """There is no due time elsewhere."""
    assert_refused(order, command, WrongStatus(order.status))


def test_only_the_seller_asks_to_wait_and_only_the_buyer_answers() -> None:
    """A seller can't grant themselves time."""
    assert_refused(waiting(), c.AskToWait(BUYER, WAIT_UNTIL + DAY), WrongSide)
    assert_refused(waiting(), c.AskToWait(STRANGER, WAIT_UNTIL + DAY), NoSuchOrder)
    for command in (GRANT, DENY):
        assert_refused(waiting(), replace(command, by=SELLER), WrongSide)
        assert_refused(waiting(), replace(command, by=STRANGER), NoSuchOrder)


@pytest.mark.parametrize("command", [c.AskToWait(SELLER, WAIT_UNTIL + DAY), GRANT, DENY])
def test_waiting_rests_while_a_cancellation_is_being_agreed(command: c.PersonCommand) -> None:
    """The request itself is kept."""
    assert_refused(seller_asked(waiting()), command, CancellationPending)


@pytest.mark.parametrize("order", [waiting(), waiting(overdue())])
def test_an_agreed_wait_is_the_new_due_time(order: Order) -> None:
    """With a fresh clock: its warnings come again, and both are told again should it pass."""
    expected = replace(order, wait=None, clock=Running(WAIT_UNTIL), overdue_told=False, turn=order.turn + 1)
    assert move(order, GRANT) == Change(expected, (WaitAgreed(WAIT_UNTIL),))


def test_one_click_cancel_goes_away_until_the_agreed_time() -> None:
    """And comes back with it."""
    assert move(waiting(overdue()), c.CancelOverdue(BUYER)).order.ending is Ending.CANCELLED_OVERDUE
    granted = move(waiting(overdue()), GRANT).order
    assert_refused(granted, c.CancelOverdue(BUYER), NotOverdue)
    assert_refused(granted, c.CancelOverdue(BUYER), NotOverdue, WAIT_UNTIL - 1)
    assert move(granted, c.CancelOverdue(BUYER), WAIT_UNTIL).order.ending is Ending.CANCELLED_OVERDUE


@pytest.mark.parametrize("order", [waiting(), waiting(overdue())])
def test_a_declined_wait_leaves_the_due_time(order: Order) -> None:
    """Late stays late."""
    assert move(order, DENY) == Change(replace(order, wait=None), (WaitDeclined(WAIT_UNTIL),))


@pytest.mark.parametrize("first", [GRANT, DENY])
@pytest.mark.parametrize("command", [GRANT, DENY])
def test_a_request_to_wait_is_answered_once(first: c.PersonCommand, command: c.PersonCommand) -> None:
    """A second press finds nothing to answer."""
    assert_refused(move(waiting(), first).order, command, NoWaitRequested)
    assert_refused(in_progress(), command, NoWaitRequested)


@pytest.mark.parametrize("command", [GRANT, DENY])
def test_an_answer_after_the_time_asked_for_is_refused(command: c.PersonCommand) -> None:
    """There is nothing left to wait for."""
    assert_refused(waiting(), command, NoWaitRequested, WAIT_UNTIL)
    assert move(waiting(), command, WAIT_UNTIL - 1).facts


@pytest.mark.parametrize("order", [in_progress(), overdue()])
def test_several_waits_in_a_row_each_start_from_the_last_agreed_one(order: Order) -> None:
    """Granted, declined, granted again."""
    due = NOW
    for days, agrees in ((3, True), (7, False), (1, True), (7, True)):
        until = (
            order.clock.until if isinstance(order.clock, Running) and order.clock.until > NOW else NOW
        ) + days * DAY
        order = move(order, c.AskToWait(SELLER, until)).order
        order = move(order, c.AnswerWait(BUYER, until, agrees)).order
        due = until if agrees else due
        assert (order.wait, order.clock == Running(due)) == (None, True)


@pytest.mark.parametrize("shift", [DAY, -DAY, MINUTE, -MINUTE])
def test_a_newer_request_takes_the_place_of_an_unanswered_one(shift: int) -> None:
    """Longer or shorter; the answer to the old one no longer counts."""
    until = WAIT_UNTIL + shift
    asked = move(waiting(), c.AskToWait(SELLER, until)).order
    assert asked.wait == WaitRequest(until=until, asked_at=NOW)
    assert_refused(asked, GRANT, NoWaitRequested)
    assert move(asked, c.AnswerWait(BUYER, until, agrees=True)).order.clock == Running(until)


@pytest.mark.parametrize("shift", [0, 1, -1, MINUTE - 1, 1 - MINUTE])
def test_the_same_request_is_not_sent_twice(shift: int) -> None:
    """A button pressed twice; past the due time, days are counted from now, which is a second later."""
    assert_refused(waiting(), c.AskToWait(SELLER, WAIT_UNTIL + shift), WaitAlreadyRequested)


def test_the_same_time_can_be_asked_for_again_once_it_was_declined() -> None:
    """The buyer may have changed their mind."""
    declined_once = move(waiting(), DENY).order
    assert move(declined_once, c.AskToWait(SELLER, WAIT_UNTIL)).facts == (WaitRequested(WAIT_UNTIL),)


# --- what is open when the order moves on ---

ASK = c.RequestCancellation(SELLER, CancelReason.OTHER, EXPLANATION)
OPEN = RequestsClosed(options=(option(),), wait=True)


@pytest.mark.parametrize(
    ("order", "command", "closed"),
    [
        (offered(wait=True), c.Deliver(SELLER, content()), OPEN),
        (offered(overdue(), wait=True), c.CancelOverdue(BUYER), OPEN),
        (offered(declined(), wait=True), c.CancelAnyway(SELLER), OPEN),
        (offered(in_progress(started_ago=MINUTE), wait=True), c.ChangeMind(BUYER), OPEN),
        (seller_asked(offered(wait=True)), c.JudgeCancellation(BUYER, c.Verdict.EXCUSED), OPEN),
        (seller_asked(offered(wait=True)), c.JudgeCancellation(BUYER, c.Verdict.BLAMED), OPEN),
        (offered(not_started()), c.CancelBeforeStart(BUYER), RequestsClosed(options=(option(),), wait=False)),
        (offered(), c.Deliver(SELLER, content()), RequestsClosed(options=(option(),), wait=False)),
        (waiting(), c.Deliver(SELLER, content()), RequestsClosed(options=(), wait=True)),
        (offered(not_started(left=0)), c.Settle(is_reachable=False), RequestsClosed(options=(option(),), wait=False)),
    ],
)
def test_what_is_still_open_is_closed_when_the_order_moves_on(
    order: Order, command: c.Command, closed: RequestsClosed
) -> None:
    """Delivered or ended, by whomever: told first, then what happened."""
    change = move(order, command)
    assert (change.order.options, change.order.wait) == ((), None)
    assert change.facts[0] == closed
    assert len(change.facts) == 2
    assert not isinstance(change.facts[1], RequestsClosed)


def test_silence_closes_what_was_open() -> None:
    """48 hours after the request to cancel."""
    change = move(seller_asked(offered(wait=True)), c.Settle(is_reachable=False), NOW + 2 * DAY)
    assert change.facts == (OPEN, OrderEnded(Ending.SILENCE))


@pytest.mark.parametrize(
    ("order", "command"),
    [
        (offered(not_started()), c.StartWork(SELLER)),
        (offered(not_started()), ASK),
        (offered(wait=True), ASK),
        (seller_asked(offered(wait=True)), c.JudgeCancellation(BUYER, c.Verdict.DECLINED)),
        (seller_asked(offered(wait=True)), c.WithdrawCancellation(SELLER)),
        (offered(in_progress(left=0), wait=True), c.Settle()),
        (offered(wait=True), c.Say(BUYER, c.Saying.MESSAGE, content())),
    ],
)
def test_what_still_makes_sense_stays_open(order: Order, command: c.Command) -> None:
    """Across the start, a request to cancel that comes to nothing, the due time and talk."""
    change = move(order, command)
    assert (change.order.options, change.order.wait) == (order.options, order.wait)
    assert not any(isinstance(fact, RequestsClosed) for fact in change.facts)


@pytest.mark.parametrize(("days", "is_open"), [(3, True), (4, False), (9, False)])
def test_a_paid_option_that_gives_the_time_asked_for_closes_the_request(days: int, is_open: bool) -> None:  # noqa: FBT001 - by name
    """Agreeing afterwards would take time away: the due time is already there or later."""
    change = move(offered(extra_days=days, wait=True), PAY)
    closed = () if is_open else (RequestsClosed(options=(), wait=True),)
    assert change.facts == (*closed, OptionPaid(option(extra_days=days), NOW + (2 + days) * DAY))
    assert (change.order.wait is not None) == is_open
    if not is_open:
        assert_refused(change.order, GRANT, NoWaitRequested)


@pytest.mark.parametrize(("hours", "is_open"), [(23, True), (24, False), (47, False)])
def test_a_clock_that_stood_still_past_the_time_asked_for_closes_the_request(hours: int, is_open: bool) -> None:  # noqa: FBT001 - by name
    """The due time moves with the clock, the time asked for does not."""
    order = seller_asked(waiting(until=NOW + 3 * DAY))
    assert isinstance(order.clock, Frozen)
    now = NOW + hours * HOUR
    change = move(order, c.WithdrawCancellation(SELLER), now)
    closed = () if is_open else (RequestsClosed(options=(), wait=True),)
    assert change.facts == (*closed, CancellationWithdrawn(Side.SELLER, now + 2 * DAY))
    assert (change.order.wait is not None, change.order.status) == (is_open, Status.IN_PROGRESS)
