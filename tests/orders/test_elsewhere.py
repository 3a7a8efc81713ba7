"""Orders from elsewhere: adding, a seller alone, joining; and whole lives of them, held against a simpler telling."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from orders import commands as c
from orders import facts as f
from orders import refusals as r
from orders.content import Content
from orders.elsewhere import AHEAD_MOST, LATE_MOST, Entry, add, parse_moment, parse_price_of
from orders.money import Money
from orders.order import NOBODY, CancelReason, Effect, Ending, Order, Origin, Running
from orders.payment import PaymentMethod
from orders.policy import Policy
from orders.refusals import Refusal
from orders.status import Side, Status
from orders.timers import TimerKind, plan
from orders.transition import transition
from tests.orders.builders import (
    BUYER,
    DAY,
    EXPLANATION,
    HOUR,
    NOW,
    OPERATOR,
    SELLER,
    STATEMENT,
    STRANGER,
    at,
    content,
    move,
    person,
    terms,
)
from tests.orders.builders import ended as ended_so

MOSCOW = ZoneInfo("Europe/Moscow")
NOTHING = Content()
REVIEW = 3 * DAY
POLICY = Policy(arbiters=frozenset({OPERATOR}), review_window_with_weekend=REVIEW)
#: What needs two people.
FOR_TWO: tuple[c.PersonCommand, ...] = (
    c.ConfirmPayment(SELLER),
    c.Abandon(SELLER),
    c.RequestCancellation(SELLER, CancelReason.OTHER, EXPLANATION),
    c.JudgeCancellation(SELLER, c.Verdict.EXCUSED),
    c.AnswerCancellation(SELLER, agrees=True),
    c.WithdrawCancellation(SELLER),
    c.CancelAnyway(SELLER),
    c.CancelBeforeStart(SELLER),
    c.ChangeMind(SELLER),
    c.CancelOverdue(SELLER),
    c.Say(SELLER, c.Saying.MESSAGE, content()),
    c.RequestInformation(SELLER, ("A font",)),
    c.AnswerInformation(SELLER, (1,), content()),
    c.AnswerOption(SELLER, 1, agrees=True),
    c.WithdrawOption(SELLER, 1),
    c.AskToWait(SELLER, NOW + 9 * DAY),
    c.AnswerWait(SELLER, NOW + 9 * DAY, agrees=True),
    c.CallArbiter(SELLER, STATEMENT),
    c.WithdrawDispute(SELLER),
)


def refused(order: Order, command: c.Command, now: int = NOW) -> Refusal:
    """Why not; the order is as it was."""
    before = replace(order)
    with pytest.raises(Refusal) as caught:
        transition(order, command, now, POLICY)
    assert order == before
    return caught.value


def entry(*, is_started: bool = True, left: int = 2 * DAY) -> Entry:
    """An order taken on another marketplace."""
    return Entry(
        seller_id=SELLER, terms=terms(questions=()), is_started=is_started, until=NOW + left, counterpart="Anna, Fiverr"
    )


def alone(*, is_started: bool = True, left: int = 2 * DAY) -> Order:
    """It, just added."""
    return replace(add(12, entry(is_started=is_started, left=left), NOW).order, version=3)


def test_it_begins_with_its_seller_alone_and_settled_directly() -> None:
    """Whatever the operator has set: the bot has never had its money."""
    change = add(12, entry(is_started=False, left=5 * HOUR), NOW)
    order = change.order
    assert change.facts == (f.OrderAdded(NOW + 5 * HOUR, is_started=False),)
    assert (order.status, order.clock, order.started_at) == (Status.NOT_STARTED, Running(NOW + 5 * HOUR), None)
    assert (order.method, order.commission, order.origin) == (PaymentMethod.DIRECT, 0, Origin.ELSEWHERE)
    assert (order.side_of(SELLER), order.side_of(NOBODY), order.side_of(BUYER)) == (Side.SELLER, None, None)


@pytest.mark.parametrize(
    ("is_started", "left", "fits"),
    [
        (True, -LATE_MOST, True),
        (True, -LATE_MOST - 1, False),
        (True, AHEAD_MOST, True),
        (True, AHEAD_MOST + 1, False),
        (False, 1, True),
        (False, 0, False),
    ],
)
def test_an_overdue_one_can_be_added_but_none_whose_start_is_over(*, is_started: bool, left: int, fits: bool) -> None:
    """To the second."""
    if fits:
        assert alone(is_started=is_started, left=left).is_overdue(NOW) == (left <= 0)
    else:
        with pytest.raises(r.MomentOutOfRange):
            alone(is_started=is_started, left=left)


@pytest.mark.parametrize("command", FOR_TWO, ids=lambda command: type(command).__name__)
def test_what_needs_two_is_refused(command: c.PersonCommand) -> None:
    """While it is open, for want of the buyer; then because it is over."""
    assert type(refused(alone(), command)) is r.BuyerNotJoined
    over = move(alone(), c.CallOff(SELLER)).order
    assert type(refused(over, command)) is r.WrongStatus


@pytest.mark.parametrize("by", [STRANGER, BUYER, NOBODY])
def test_nobody_else_is_a_side_of_it(by: int) -> None:
    """Nor does nobody's id open it, were it ever forged."""
    for command in (c.StartWork(by), c.Deliver(by, NOTHING), c.Accept(by), c.MoveDue(by, NOW + DAY), c.CallOff(by)):
        assert type(refused(alone(), command)) is r.NoSuchOrder


@pytest.mark.parametrize("ending", list(Ending))
def test_no_ending_of_one_counts(ending: Ending) -> None:
    """Joined or not."""
    order = replace(ended_so(Ending.ACCEPTED), ending=ending, origin=Origin.ELSEWHERE)
    assert order.effect is None
    assert replace(order, buyer_id=NOBODY).effect is None


def test_the_buyer_joins_once_and_never_is_the_seller() -> None:
    """Whoever comes second, or too late, is refused; nothing moves."""
    joined = move(alone(), c.Join(BUYER))
    assert joined.facts == (f.BuyerJoined(NOW + 2 * DAY),)
    assert (joined.order.buyer_id, joined.order.is_solo, joined.order.turn) == (BUYER, False, 1)
    assert type(refused(joined.order, c.Join(STRANGER))) is r.AlreadyJoined
    assert type(refused(alone(), c.Join(SELLER))) is r.OwnInvitation
    assert type(refused(move(alone(), c.CallOff(SELLER)).order, c.Join(BUYER))) is r.AlreadyJoined
    assert type(refused(ended_so(Ending.ACCEPTED), c.Join(STRANGER))) is r.AlreadyJoined


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("30.03", at("Europe/Moscow", 2026, 3, 30, 23, 59)),
        ("30.03 18:00", at("Europe/Moscow", 2026, 3, 30, 18)),
        ("30.03.2026 в 9:05", at("Europe/Moscow", 2026, 3, 30, 9, 5)),
        ("1/3", at("Europe/Moscow", 2026, 3, 1, 23, 59)),
        ("30.12", at("Europe/Moscow", 2025, 12, 30, 23, 59)),
        ("30.11", at("Europe/Moscow", 2026, 11, 30, 23, 59)),
        ("18:00", at("Europe/Moscow", 2026, 3, 3, 18)),
        ("12:00", at("Europe/Moscow", 2026, 3, 4, 12)),
        ("5 ч", NOW + 5 * HOUR),
        ("90 мин.", NOW + 90 * 60),
        ("3 дня", NOW + 3 * DAY),
        ("2 days", NOW + 2 * DAY),
        ("через 3 дня", NOW + 3 * DAY),
        ("in 5 h", NOW + 5 * HOUR),
        ("1 неделя", NOW + 7 * DAY),
        ("2 недели", NOW + 14 * DAY),
        ("сегодня", at("Europe/Moscow", 2026, 3, 3, 23, 59)),
        ("Завтра", at("Europe/Moscow", 2026, 3, 4, 23, 59)),
        ("завтра в 18:00", at("Europe/Moscow", 2026, 3, 4, 18)),
        ("tomorrow at 9:00", at("Europe/Moscow", 2026, 3, 4, 9)),
    ],
)
def test_moments_are_read_as_people_write_them(words: str, expected: int) -> None:
    """It is 15:00 in Moscow, 3 March; a date without a year is the nearest that makes sense."""
    assert parse_moment(words, NOW, MOSCOW) == expected


@pytest.mark.parametrize("words", ["", "soon", "30.02", "25:00", "12:60", "5", "-5 ч", "30.03 6", "1.1.1.1", "٣ дня5"])
def test_what_is_no_moment_is_said_to_be_none(words: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(r.MomentNotUnderstood):
        parse_moment(words, NOW, MOSCOW)


def test_a_price_may_name_another_currency() -> None:
    """Without a name it is in the usual one."""
    assert parse_price_of("3000", "RUB") == Money(300_000, "RUB")
    assert parse_price_of("50 $", "RUB") == Money(5_000, "USD")
    assert parse_price_of("50 €", "USD") == Money(5_000, "EUR")
    with pytest.raises(r.PriceNotUnderstood) as refusal:
        parse_price_of("much", "RUB")
    assert refusal.value.currency == "RUB"


PLACES = {
    "start": {"not_started"},
    "hand over": {"in_progress"},
    "accept": {"in_review"},
    "come back": {"in_review"},
    "add option": {"not_started", "in_progress"},
    "shift a day": {"in_progress"},
    "shift back": {"in_progress"},
    "call off": {"not_started", "in_progress", "in_review"},
}


class Lives(RuleBasedStateMachine):
    """A seller alone, pressing anything at any time, until somebody joins."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.told: list[str] = []
        self.begin(is_started=True, left=DAY)

    @initialize(is_started=st.booleans(), left=st.integers(1, 5 * DAY))
    def begin(self, *, is_started: bool, left: int) -> None:
        """Begun elsewhere, or not."""
        self.order = add(12, entry(is_started=is_started, left=left), self.now).order
        self.place = "in_progress" if is_started else "not_started"
        self.left, self.kept, self.days = left, 0, 3
        self.is_told = self.is_joined = False
        self.options = self.returns = 0

    @rule(seconds=st.one_of(st.integers(1, 2 * DAY), st.sampled_from([HOUR, DAY, 5 * DAY])))
    def time_passes(self, seconds: int) -> None:
        """On every clock."""
        self.now += seconds
        self.left -= seconds

    @precondition(lambda self: not self.is_joined)
    @rule(press=st.sampled_from(sorted(PLACES)), days=st.integers(0, 3))
    def the_seller_presses(self, press: str, days: int) -> None:
        """What exists in this place moves, whatever the clock says."""
        commands: dict[str, c.PersonCommand] = {
            "start": c.StartWork(SELLER),
            "hand over": c.Deliver(SELLER, NOTHING),
            "accept": c.Accept(SELLER),
            "come back": c.SendBack(SELLER, NOTHING),
            "add option": c.OfferOption(SELLER, "A card", Money(100, "RUB"), days),
            "shift a day": c.MoveDue(SELLER, self.now + DAY),
            "shift back": c.MoveDue(SELLER, self.now),
            "call off": c.CallOff(SELLER),
        }
        expected = "" if self.place in PLACES[press] else "WrongStatus"
        expected = expected or ("MomentOutOfRange" if press == "shift back" else "")
        reason, turn = "", self.order.turn
        try:
            self.order = transition(self.order, commands[press], self.now, POLICY).order
        except Refusal as refusal:
            reason = type(refusal).__name__
        assert reason == expected
        assert self.order.turn == turn + (not expected)
        if not expected:
            self._moved(press, days)

    def _moved(self, press: str, days: int) -> None:
        match press:
            case "start":
                self.place, self.left, self.is_told = "in_progress", self.days * DAY, False
            case "hand over":
                self.place, self.kept, self.left, self.is_told = "in_review", self.left, REVIEW, False
            case "come back":
                self.place, self.left, self.returns = "in_progress", self.kept, self.returns + 1
                self.is_told = self.left <= 0
            case "add option":
                self.options, self.days = self.options + 1, self.days + days
                self.left += days * DAY if self.place == "in_progress" else 0
                self.is_told = self.is_told and self.left <= 0
            case "shift a day":
                self.left, self.is_told = DAY, False
            case "accept":
                self.place = "completed"
            case _:
                self.place = "cancelled"

    @precondition(lambda self: not self.is_joined)
    @rule(reachable=st.booleans())
    def the_clock_is_looked_at(self, *, reachable: bool) -> None:
        """It ends nothing, and says once that it has run out."""
        before, is_due = (
            self.order,
            self.left <= 0 and not self.is_told and self.place not in {"completed", "cancelled"},
        )
        try:
            change = transition(before, c.Settle(is_reachable=reachable), self.now, POLICY)
        except r.ClockStillRuns:
            assert not is_due
            return
        assert is_due
        self.order, self.is_told = change.order, True
        assert change.order == replace(before, overdue_told=True)
        assert [type(fact) for fact in change.facts] == [
            f.DueTimePassed if self.place == "in_progress" else f.WindowPassed
        ]

    @precondition(lambda self: not self.is_joined)
    @rule(by=st.sampled_from([BUYER, STRANGER]))
    def somebody_joins(self, by: int) -> None:
        """Nobody is met by a clock that has run out, but where the work is late already."""
        if self.place in {"completed", "cancelled"}:
            assert type(refused(self.order, c.Join(by), self.now)) is r.AlreadyJoined
            return
        self.order = transition(self.order, c.Join(by), self.now, POLICY).order
        self.is_joined = True
        if self.place == "in_review":
            self.left = max(self.left, REVIEW)
        elif self.place == "not_started" and self.left <= 0:
            self.left = DAY
        self.is_told = self.left <= 0
        assert self.order.buyer_id == by
        assert self.left > 0 or self.place == "in_progress"

    @precondition(lambda self: self.is_joined)
    @rule()
    def the_seller_is_no_longer_alone(self) -> None:
        """What was theirs alone is refused."""
        for command in (c.MoveDue(SELLER, self.now + DAY), c.CallOff(SELLER)):
            assert type(refused(self.order, command, self.now)) is r.BuyerHasJoined

    @invariant()
    def both_tell_the_same(self) -> None:
        """In all that either knows."""
        order = self.order
        assert (order.status.value, order.returns, len(order.bought)) == (self.place, self.returns, self.options)
        assert (order.terms.term_days, order.is_solo) == (self.days, not self.is_joined)
        assert order.effect is None
        assert order.effect is not Effect.BROKEN
        if order.status.is_final:
            assert order.clock is None
            return
        assert isinstance(order.clock, Running)
        assert (order.clock.until - self.now, order.overdue_told) == (self.left, self.is_told)

    @invariant()
    def the_end_of_the_clock_is_planned_until_it_is_told(self) -> None:
        """And every warning that lies ahead is the seller's."""
        timers = plan(self.order, self.now, POLICY, person(), person())
        steps = [timer.due_at - self.now for timer in timers if timer.kind is TimerKind.SETTLE]
        is_only_told = not self.is_joined or self.place == "in_progress"
        is_over = self.place in {"completed", "cancelled"} or (self.is_told and is_only_told)
        assert steps == ([] if is_over else [self.left])


TestLives = Lives.TestCase
TestLives.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)
