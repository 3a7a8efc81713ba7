"""Short ways to make a gig, an order in any state, and what people hand each other.

Orders are written down field by field, not reached by moves: a wrong move can't hide in the order it is tested on.
"""

from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from orders.change import Change
from orders.commands import Command
from orders.content import Answer, Attachment, Content, FileKind
from orders.dispute import Dispute
from orders.gig import Gig, GigStatus, PresetOption, Terms
from orders.money import Money
from orders.order import (
    CancellationRequest,
    CancelReason,
    Effect,
    Ending,
    Frozen,
    Item,
    Mood,
    Option,
    Order,
    Review,
    Running,
    WaitRequest,
)
from orders.policy import Policy, Preferences, QuietHours
from orders.refusals import Refusal
from orders.status import Side, Status
from orders.transition import transition

MINUTE = 60
HOUR = 3_600
DAY = 86_400

SELLER = 11
BUYER = 22
STRANGER = 33
OPERATOR = 44

#: A Tuesday noon: three days from here hold no weekend.
NOW = int(datetime(2026, 3, 3, 12, tzinfo=UTC).timestamp())
POLICY = Policy()
#: With somebody to decide disputes.
JUDGED = Policy(arbiters=frozenset({OPERATOR}))
TERM_DAYS = 3
TERM = TERM_DAYS * DAY
#: Until when the seller of `offered` has asked to wait: four days past the due time of `in_progress`.
WAIT_UNTIL = NOW + 6 * DAY
EXPLANATION = "I have broken my arm and can't type."
STATEMENT = "The logo is a copy of another shop's."


def at(zone: str, year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> int:
    """The epoch second of a wall-clock time."""
    return int(datetime(year, month, day, hour, minute, second, tzinfo=ZoneInfo(zone)).timestamp())


def photo(name: str = "photo-1") -> Attachment:
    """A picture."""
    return Attachment(kind=FileKind.PHOTO, file_id=name)


def content(text: str = "All is done, please look.", *files: Attachment) -> Content:
    """Words and files."""
    return Content(text=text, files=files)


def preset(title: str = "A business card", *, extra_days: int = 2, currency: str = "RUB") -> PresetOption:
    """Extra work that a gig has ready."""
    return PresetOption(title=title, price=Money(50_000, currency), extra_days=extra_days)


def terms(
    *,
    questions: tuple[str, ...] = ("Which colour?",),
    term_days: int = TERM_DAYS,
    presets: tuple[PresetOption, ...] = (),
) -> Terms:
    """What a gig sells."""
    return Terms(
        title="A logo for your shop",
        description="Three drafts, one of them finished with care.",
        questions=questions,
        price=Money(150_000, "RUB"),
        term_days=term_days,
        presets=presets,
    )


def gig(
    *,
    status: GigStatus = GigStatus.ACTIVE,
    questions: tuple[str, ...] = ("Which colour?",),
    presets: tuple[PresetOption, ...] = (),
) -> Gig:
    """A gig of the seller."""
    sold = terms(questions=questions, presets=presets)
    return Gig(id=5, code="abc", seller_id=SELLER, terms=sold, status=status)


def brief(*words: str, questions: tuple[str, ...] = ("Which colour?",)) -> tuple[Answer, ...]:
    """The buyer's answers, one a question."""
    return tuple(Answer(question, content(word)) for question, word in zip(questions, words, strict=True))


def awaiting_payment(*, left: int = DAY) -> Order:
    """Placed and not paid."""
    return Order(
        number=12,
        seller_id=SELLER,
        buyer_id=BUYER,
        gig_id=5,
        terms=terms(),
        brief=brief("Green"),
        status=Status.AWAITING_PAYMENT,
        placed_at=NOW - 10 * DAY,
        clock=Running(NOW + left),
        turn=4,
        version=9,
    )


def not_started(*, left: int = 5 * HOUR, warned_at: int | None = None) -> Order:
    """Paid; nobody has started."""
    return replace(
        awaiting_payment(),
        status=Status.NOT_STARTED,
        paid_at=NOW - 9 * DAY,
        clock=Running(NOW + left, warned_at),
    )


def in_progress(*, left: int = 2 * DAY, started_ago: int = DAY, warned_at: int | None = None) -> Order:
    """Started: by default a day ago, so that the change of mind is over."""
    return replace(
        not_started(),
        status=Status.IN_PROGRESS,
        started_at=NOW - started_ago,
        clock=Running(NOW + left, warned_at),
    )


def just_started() -> Order:
    """Started ten minutes ago: the buyer may change their mind."""
    return in_progress(left=TERM - 10 * MINUTE, started_ago=10 * MINUTE)


def overdue(*, late: int = HOUR, told: bool = True) -> Order:
    """In progress past the due time."""
    return replace(in_progress(left=-late, started_ago=4 * DAY), overdue_told=told)


def option(number: int = 1, *, extra_days: int = 2) -> Option:
    """Paid extra work."""
    return Option(number=number, title="A business card", price=Money(50_000, "RUB"), extra_days=extra_days)


def offered(order: Order | None = None, *, extra_days: int = 2, wait: bool = False) -> Order:
    """The order with an open option and, if wished, with a request to wait."""
    return replace(
        in_progress() if order is None else order,
        options=(option(extra_days=extra_days),),
        options_offered=1,
        wait=WaitRequest(until=WAIT_UNTIL, asked_at=NOW - HOUR) if wait else None,
    )


def items(*numbers: int) -> tuple[Item, ...]:
    """What the seller needs to know."""
    return tuple(Item(number=number, text=f"Point {number}") for number in numbers)


def owing(order: Order | None = None, *numbers: int, asked: int = 3) -> Order:
    """The order with these items unanswered (the second and the third, if none are named), of so many."""
    order = in_progress() if order is None else order
    return replace(order, information=items(*(numbers or (2, 3))), information_asked=asked)


def asked(order: Order, by: Side, *, answer_left: int = 2 * DAY, answer_warned_at: int | None = None) -> Order:
    """The order with a pending cancellation, asked for at this moment."""
    if not isinstance(order.clock, Running):
        raise AssertionError("a request freezes a clock that runs")
    request = CancellationRequest(
        by=by,
        reason=CancelReason.OTHER,
        explanation=EXPLANATION,
        asked_at=NOW,
        answer=Running(NOW + answer_left, answer_warned_at),
    )
    return replace(order, clock=Frozen(order.clock.until - NOW, order.clock.warned_at), cancellation=request)


def seller_asked(order: Order | None = None) -> Order:
    """Pending: the buyer has to judge."""
    return asked(in_progress() if order is None else order, Side.SELLER)


def buyer_asked(order: Order | None = None) -> Order:
    """Pending: the seller has to answer."""
    return asked(in_progress() if order is None else order, Side.BUYER)


def disputed(order: Order | None = None, by: Side = Side.BUYER) -> Order:
    """The order with an open dispute, called for at this moment."""
    order = in_progress() if order is None else order
    if not isinstance(order.clock, Running):
        raise AssertionError("a dispute freezes a clock that runs")
    return replace(
        order,
        clock=Frozen(order.clock.until - NOW, order.clock.warned_at),
        dispute=Dispute(by=by, statement=STATEMENT, opened_at=NOW),
    )


def declined(order: Order | None = None) -> Order:
    """The buyer has declined a request of the seller."""
    return replace(in_progress() if order is None else order, cancellation_declined=True)


def in_review(*, left: int = 3 * DAY, work_left: int = 2 * DAY, warned_at: int | None = None) -> Order:
    """Delivered; the buyer has to judge."""
    return replace(
        in_progress(),
        status=Status.IN_REVIEW,
        clock=Running(NOW + left, warned_at),
        work_left=work_left,
        deliveries=1,
    )


def ended(ending: Ending = Ending.ACCEPTED) -> Order:
    """Final: completed or cancelled, as the ending says."""
    return replace(
        in_progress(),
        status=ending.status,
        ended_at=NOW - HOUR,
        ending=ending,
        clock=None,
    )


def reviewed(order: Order | None = None, mood: Mood = Mood.POSITIVE, **changes: Any) -> Order:
    """The order, by default a completed one, with what its buyer has said of it, a minute ago."""
    review = Review(mood=mood, text="All was well.", left_at=NOW - MINUTE)
    return replace(ended() if order is None else order, review=replace(review, **changes))


def ended_from(order: Order, ending: Ending, now: int = NOW) -> Order:
    """What an order must look like once it has ended: one turn on, nothing of its clocks left."""
    return replace(
        order,
        status=ending.status,
        ending=ending,
        ended_at=now,
        clock=None,
        work_left=None,
        delivered_in_time=None if order.work_left is None or ending.effect is not Effect.KEPT else order.work_left > 0,
        cancellation=None,
        cancellation_declined=False,
        dispute=None,
        turn=order.turn + 1,
    )


def person(zone: str = "UTC", quiet: tuple[time, time] | None = None) -> Preferences:
    """Someone's settings."""
    return Preferences(timezone=ZoneInfo(zone), quiet=None if quiet is None else QuietHours(*quiet))


def move(order: Order, command: Command, now: int = NOW, policy: Policy = POLICY) -> Change:
    """Carry a command out."""
    return transition(order, command, now, policy)


def assert_refused(order: Order, command: Command, expected: Refusal | type[Refusal], now: int = NOW) -> None:
    """The command is refused for exactly this reason, and the order is as it was."""
    before = deepcopy(order)
    with pytest.raises(Refusal) as caught:
        transition(order, command, now, POLICY)
    reason = caught.value
    if isinstance(expected, Refusal):
        assert reason == expected
    else:
        assert type(reason) is expected
    assert order == before
