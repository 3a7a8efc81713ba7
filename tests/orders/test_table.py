"""Every role in every state with every command: the whole table, written out.

A cell in capitals is allowed: the state it leads to, the ending, or that something was said. A cell in small letters is
refused: `REFUSALS` has the reason. So a change of any cell is a change of this file.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from typing import Any, get_args

import pytest

from orders import commands as c
from orders import refusals as r
from orders.change import Change
from orders.content import Answer
from orders.facts import Fact, RequestsClosed
from orders.money import Money
from orders.order import NOBODY, CancelReason, Ending, Item, Mood, Order, Origin, Review, Running, WaitRequest
from orders.payment import Charge, PaymentMethod
from orders.refusals import Refusal
from orders.status import Status
from tests.orders.builders import (
    BUYER,
    DAY,
    EXPLANATION,
    HOUR,
    NOW,
    SELLER,
    STATEMENT,
    STRANGER,
    WAIT_UNTIL,
    awaiting_payment,
    buyer_asked,
    content,
    declined,
    ended,
    in_progress,
    in_review,
    items,
    just_started,
    move,
    not_started,
    offered,
    option,
    overdue,
    owing,
    reviewed,
    seller_asked,
)

ASK = CancelReason.OTHER

#: The columns, in order.
STATES: dict[str, Order] = {
    "unpaid": awaiting_payment(),
    "new": not_started(),
    "fresh": just_started(),
    "work": in_progress(),
    "overdue": overdue(),
    "s-ask-new": seller_asked(not_started()),
    "s-ask": seller_asked(),
    "s-ask-od": seller_asked(overdue()),
    "b-ask": buyer_asked(),
    "decl-new": declined(not_started()),
    "decl": declined(),
    "review": in_review(),
    "done": ended(Ending.ACCEPTED),
    "off": ended(Ending.EXCUSED),
    "open-new": offered(not_started()),
    "open": offered(in_progress(), wait=True),
    "s-ask-open": seller_asked(offered(in_progress(), wait=True)),
    "owe-new": owing(not_started()),
    "owe": owing(),
    "b-ask-owe": buyer_asked(owing()),
    "broken": ended(Ending.BLAMED),
    "praised": reviewed(),
}

#: The rows.
COMMANDS: dict[str, Callable[[int], c.PersonCommand]] = {
    "pay": c.ConfirmPayment,
    "money": lambda by: c.TakePayment(by, Charge("c1", Money(150_000, "RUB"))),
    "abandon": c.Abandon,
    "unoffer": c.TakeBack,
    "start": c.StartWork,
    "ask": lambda by: c.RequestCancellation(by, ASK, EXPLANATION),
    "excuse": lambda by: c.JudgeCancellation(by, c.Verdict.EXCUSED),
    "blame": lambda by: c.JudgeCancellation(by, c.Verdict.BLAMED),
    "decline": lambda by: c.JudgeCancellation(by, c.Verdict.DECLINED),
    "agree": lambda by: c.AnswerCancellation(by, agrees=True),
    "disagree": lambda by: c.AnswerCancellation(by, agrees=False),
    "withdraw": c.WithdrawCancellation,
    "anyway": c.CancelAnyway,
    "unstart": c.CancelBeforeStart,
    "regret": c.ChangeMind,
    "overdue": c.CancelOverdue,
    "deliver": lambda by: c.Deliver(by, content()),
    "accept": c.Accept,
    "rework": lambda by: c.SendBack(by, content()),
    "write": lambda by: c.Say(by, c.Saying.MESSAGE, content()),
    "correct": lambda by: c.CorrectSaid(by, 1, NOW, c.Saying.MESSAGE, content()),
    "interim": lambda by: c.Say(by, c.Saying.INTERIM_RESULT, content()),
    "inquire": lambda by: c.RequestInformation(by, ("A font", "A size")),
    "answer": lambda by: c.AnswerInformation(by, (2, 3), content()),
    "waive": lambda by: c.CloseInformation(by, (2, 9)),
    "offer": lambda by: c.OfferOption(by, "A business card", Money(50_000, "RUB"), 3),
    "buy": lambda by: c.AnswerOption(by, 1, agrees=True),
    "mopt": lambda by: c.TakeOptionPayment(by, 1, Charge("c2", Money(50_000, "RUB"))),
    "spurn": lambda by: c.AnswerOption(by, 1, agrees=False),
    "retract": lambda by: c.WithdrawOption(by, 1),
    "delay": lambda by: c.AskToWait(by, NOW + 5 * DAY),
    "grant": lambda by: c.AnswerWait(by, WAIT_UNTIL, agrees=True),
    "deny": lambda by: c.AnswerWait(by, WAIT_UNTIL, agrees=False),
    "call": lambda by: c.CallArbiter(by, STATEMENT),
    "recall": c.WithdrawDispute,
    "praise": lambda by: c.LeaveReview(by, Mood.POSITIVE, content()),
    "respond": lambda by: c.AnswerReview(by, "Thank you."),
    "shift": lambda by: c.MoveDue(by, NOW + 5 * DAY),
    "calloff": c.CallOff,
}

REFUSALS: dict[str, type[Refusal]] = {
    "unknown": r.NoSuchOrder,
    "unsaid": r.NoSuchOrder,
    "side": r.WrongSide,
    "status": r.WrongStatus,
    "pending": r.CancellationPending,
    "none": r.NoCancellationPending,
    "nodecl": r.NothingDeclined,
    "toolate": r.ChangeOfMindOver,
    "regret": r.ChangeOfMindStillPossible,
    "intime": r.NotOverdue,
    "late": r.AlreadyOverdue,
    "noopt": r.NoSuchOption,
    "noitem": r.NoSuchItem,
    "direct": r.PaidDirectly,
    "invoice": r.PaidByInvoice,
    "nowait": r.NoWaitRequested,
    "noarb": r.NoArbiter,
    "nodisp": r.NoDispute,
    "norev": r.NoSuchReview,
    "moot": r.NothingToReview,
    "once": r.AlreadyReviewed,
    "two": r.BuyerHasJoined,
    "one": r.BuyerNotJoined,
}

SELLER_TABLE = """
         unpaid new     fresh   work    overdue s-ask-new s-ask   s-ask-od b-ask   decl-new decl    review done   off    open-new open    s-ask-open owe-new owe     b-ask-owe  broken praised
pay      side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
money    side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
abandon  side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
unoffer  unsaid  status  status  status  status  status    status  status   status  status   status  status status status status   status  status     status  status  status    status status
start    status WORK    status  status  status  pending   status  status   status  WORK     status  status status status WORK     status  status     WORK    status  status     status status
ask      status S-ASK   S-ASK   S-ASK   S-ASK   pending   pending pending  pending S-ASK    S-ASK   status status status S-ASK    S-ASK   pending    S-ASK   S-ASK   pending    status status
excuse   side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
blame    side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
decline  side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
agree    none   none    none    none    none    side      side    side     AGREED  none     none    none   status status none     none    side       none    none    AGREED+    status status
disagree none   none    none    none    none    side      side    side     WORK    none     none    none   status status none     none    side       none    none    WORK       status status
withdraw none   none    none    none    none    NEW       WORK    OVERDUE  side    none     none    none   status status none     none    WORK       none    none    side       status status
anyway   status nodecl  nodecl  nodecl  nodecl  pending   pending pending  pending ANYWAY   ANYWAY  status status status nodecl   nodecl  pending    nodecl  nodecl  pending    status status
unstart  side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
regret   side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
overdue  side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
deliver  status status  REVIEW  REVIEW  REVIEW  status    pending pending  pending status   REVIEW  status status status status   REVIEW+ pending    status  REVIEW+ pending    status status
accept   side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
rework   side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
write    status SAID    SAID    SAID    SAID    SAID      SAID    SAID     SAID    SAID     SAID    SAID   SAID   SAID   SAID     SAID    SAID       SAID    SAID    SAID       SAID   SAID
correct  status SAID    SAID    SAID    SAID    SAID      SAID    SAID     SAID    SAID     SAID    SAID   SAID   SAID   SAID     SAID    SAID       SAID    SAID    SAID       SAID   SAID
interim  status status  SAID    SAID    SAID    status    SAID    SAID     SAID    status   SAID    status status status status   SAID    SAID       status  SAID    SAID       status status
inquire  status INQUIRE INQUIRE INQUIRE INQUIRE pending   pending pending  pending INQUIRE  INQUIRE status status status INQUIRE  INQUIRE pending    INQUIRE INQUIRE pending    status status
answer   side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
waive    status noitem  noitem  noitem  noitem  noitem    noitem  noitem   noitem  noitem   noitem  status status status noitem   noitem  noitem     WAIVE   WAIVE   WAIVE      status status
offer    status OFFER   OFFER   OFFER   OFFER   pending   pending pending  pending OFFER    OFFER   status status status OFFER    OFFER   pending    OFFER   OFFER   pending    status status
buy      side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
mopt     side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
spurn    side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
retract  status noopt   noopt   noopt   noopt   pending   pending pending  pending noopt    noopt   status status status RETRACT  RETRACT pending    noopt   noopt   pending    status status
delay    status status  DELAY   DELAY   DELAY   status    pending pending  pending status   DELAY   status status status status   DELAY   pending    status  DELAY   pending    status status
grant    side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
deny     side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
call     status status  noarb   noarb   noarb   status    pending pending  pending noarb    noarb   noarb  status status status   noarb   pending    status  noarb   pending    status status
recall   nodisp nodisp  nodisp  nodisp  nodisp  nodisp    nodisp  nodisp   nodisp  nodisp   nodisp  nodisp status status nodisp   nodisp  nodisp     nodisp  nodisp  nodisp     status status
praise   side   side    side    side    side    side      side    side     side    side     side    side   side   side   side     side    side       side    side    side       side   side
respond  norev  norev   norev   norev   norev   norev     norev   norev    norev   norev    norev   norev  norev  norev  norev    norev   norev      norev   norev   norev      norev  RESPOND
shift    two    two     two     two     two     two       two     two      two     two      two     two    two    two    two      two     two        two     two     two        two    two
calloff  two    two     two     two     two     two       two     two      two     two      two     two    two    two    two      two     two        two     two     two        two    two
"""  # noqa: E501 - a table

BUYER_TABLE = """
         unpaid  new     fresh  work    overdue s-ask-new s-ask   s-ask-od b-ask   decl-new decl    review done   off    open-new open    s-ask-open owe-new  owe     b-ask-owe  broken praised
pay      NEW     status  status status  status  status    status  status   status  status   status  status status status status   status  status     status   status  status     status status
money    direct  status  status status  status  status    status  status   status  status   status  status status status status   status  status     status   status  status     status status
abandon  ABANDON status  status status  status  status    status  status   status  status   status  status status status status   status  status     status   status  status     status status
unoffer  side    side    side   side    side    side      side    side     side    side     side    side   side   side   side     side    side       side     side    side       side   side
start    side    side    side   side    side    side      side    side     side    side     side    side   side   side   side     side    side       side     side    side       side   side
ask      status  status  regret B-ASK   late    status    pending pending  pending status   B-ASK   status status status status   B-ASK   pending    status   B-ASK   pending    status status
excuse   none    none    none   none    none    EXCUSED   EXCUSED EXCUSED  side    none     none    none   status status none     none    EXCUSED+   none     none    side       status status
blame    none    none    none   none    none    BLAMED    BLAMED  BLAMED   side    none     none    none   status status none     none    BLAMED+    none     none    side       status status
decline  none    none    none   none    none    DECL-NEW  DECL    DECL     side    none     none    none   status status none     none    DECL       none     none    side       status status
agree    side    side    side   side    side    side      side    side     side    side     side    side   side   side   side     side    side       side     side    side       side   side
disagree side    side    side   side    side    side      side    side     side    side     side    side   side   side   side     side    side       side     side    side       side   side
withdraw none    none    none   none    none    side      side    side     WORK    none     none    none   status status none     none    side       none     none    WORK       status status
anyway   side    side    side   side    side    side      side    side     side    side     side    side   side   side   side     side    side       side     side    side       side   side
unstart  status  UNSTART status status  status  pending   status  status   status  UNSTART  status  status status status UNSTART+ status  status     UNSTART+ status  status     status status
regret   status  status  REGRET toolate late    status    pending pending  pending status   toolate status status status status   toolate pending    status   toolate pending    status status
overdue  status  status  intime intime  LATE    status    pending pending  pending status   intime  status status status status   intime  pending    status   intime  pending    status status
deliver  side    side    side   side    side    side      side    side     side    side     side    side   side   side   side     side    side       side     side    side       side   side
accept   status  status  status status  status  status    status  status   status  status   status  ACCEPT status status status   status  status     status   status  status     status status
rework   status  status  status status  status  status    status  status   status  status   status  WORK   status status status   status  status     status   status  status     status status
write    status  SAID    SAID   SAID    SAID    SAID      SAID    SAID     SAID    SAID     SAID    SAID   SAID   SAID   SAID     SAID    SAID       SAID     SAID    SAID       SAID   SAID
correct  status  SAID    SAID   SAID    SAID    SAID      SAID    SAID     SAID    SAID     SAID    SAID   SAID   SAID   SAID     SAID    SAID       SAID     SAID    SAID       SAID   SAID
interim  side    side    side   side    side    side      side    side     side    side     side    side   side   side   side     side    side       side     side    side       side   side
inquire  side    side    side   side    side    side      side    side     side    side     side    side   side   side   side     side    side       side     side    side       side   side
answer   status  noitem  noitem noitem  noitem  noitem    noitem  noitem   noitem  noitem   noitem  status status status noitem   noitem  noitem     ANSWER   ANSWER  ANSWER     status status
waive    side    side    side   side    side    side      side    side     side    side     side    side   side   side   side     side    side       side     side    side       side   side
offer    side    side    side   side    side    side      side    side     side    side     side    side   side   side   side     side    side       side     side    side       side   side
buy      status  noopt   noopt  noopt   noopt   pending   pending pending  pending noopt    noopt   status status status BUY      BUY     pending    noopt    noopt   pending    status status
mopt     status  noopt   noopt  noopt   noopt   pending   pending pending  pending noopt    noopt   status status status direct   direct  pending    noopt    noopt   pending    status status
spurn    status  noopt   noopt  noopt   noopt   pending   pending pending  pending noopt    noopt   status status status SPURN    SPURN   pending    noopt    noopt   pending    status status
retract  side    side    side   side    side    side      side    side     side    side     side    side   side   side   side     side    side       side     side    side       side   side
delay    side    side    side   side    side    side      side    side     side    side     side    side   side   side   side     side    side       side     side    side       side   side
grant    status  status  nowait nowait  nowait  status    pending pending  pending status   nowait  status status status status   GRANT   pending    status   nowait  pending    status status
deny     status  status  nowait nowait  nowait  status    pending pending  pending status   nowait  status status status status   DENY    pending    status   nowait  pending    status status
call     status  status  noarb  noarb   noarb   status    pending pending  pending noarb    noarb   noarb  status status status   noarb   pending    status   noarb   pending    status status
recall   nodisp  nodisp  nodisp nodisp  nodisp  nodisp    nodisp  nodisp   nodisp  nodisp   nodisp  nodisp status status nodisp   nodisp  nodisp     nodisp   nodisp  nodisp     status status
praise   status  status  status status  status  status    status  status   status  status   status  status PRAISE moot   status   status  status     status   status  status     PRAISE once
respond  side    side    side   side    side    side      side    side     side    side     side    side   side   side   side     side    side       side     side    side       side   side
shift    two     two     two    two     two     two       two     two      two     two      two     two    two    two    two      two     two        two      two     two        two    two
calloff  two     two     two    two     two     two       two     two      two     two      two     two    two    two    two      two     two        two      two     two        two    two
"""  # noqa: E501 - a table


def _asked_for(before: Order) -> tuple[Item, ...]:
    first = before.information_asked + 1
    return (Item(number=first, text="A font"), Item(number=first + 1, text="A size"))


#: What is true of an order after an allowed cell: status, who has a request pending, declined, overdue.
STATES_AFTER: dict[str, tuple[Status, str | None, bool, bool]] = {
    "NEW": (Status.NOT_STARTED, None, False, False),
    "WORK": (Status.IN_PROGRESS, None, False, False),
    "OVERDUE": (Status.IN_PROGRESS, None, False, True),
    "REVIEW": (Status.IN_REVIEW, None, False, False),
    "DECL": (Status.IN_PROGRESS, None, True, False),
    "DECL-NEW": (Status.NOT_STARTED, None, True, False),
}
#: Allowed cells after which the order is in the same turn, and what alone is different.
STILL: dict[str, Callable[[Order], dict[str, Any]]] = {
    "SAID": lambda _: {},
    "INQUIRE": lambda before: {
        "information": (*before.information, *_asked_for(before)),
        "information_asked": before.information_asked + 2,
    },
    "ANSWER": lambda before: {
        "information": (),
        "brief": (*before.brief, Answer("• Point 2\n• Point 3", content())),
    },
    "WAIVE": lambda _: {"information": items(3)},
    "OFFER": lambda before: {
        "options": (*before.options, option(len(before.options) + 1, extra_days=3)),
        "options_offered": len(before.options) + 1,
    },
    "SPURN": lambda _: {"options": ()},
    "RETRACT": lambda _: {"options": ()},
    "DELAY": lambda _: {"wait": WaitRequest(until=NOW + 5 * DAY, asked_at=NOW)},
    "DENY": lambda _: {"wait": None},
    "PRAISE": lambda _: {"review": Review(mood=Mood.POSITIVE, text=content().text, left_at=NOW)},
    "RESPOND": lambda before: {"review": replace(before.review, answer="Thank you.")},  # type: ignore[type-var]
}
ENDINGS = {
    "ABANDON": (Status.CANCELLED, Ending.ABANDONED),
    "AGREED": (Status.CANCELLED, Ending.SELLER_AGREED),
    "ANYWAY": (Status.CANCELLED, Ending.CANCELLED_ANYWAY),
    "EXCUSED": (Status.CANCELLED, Ending.EXCUSED),
    "BLAMED": (Status.CANCELLED, Ending.BLAMED),
    "UNSTART": (Status.CANCELLED, Ending.CANCELLED_BEFORE_START),
    "REGRET": (Status.CANCELLED, Ending.CHANGED_MIND),
    "LATE": (Status.CANCELLED, Ending.CANCELLED_OVERDUE),
    "ACCEPT": (Status.COMPLETED, Ending.ACCEPTED),
}


def _cells(role: int, table: str) -> list[tuple[int, str, str, str]]:
    header, *rows = (line.split() for line in table.strip().splitlines())
    return [(role, state, row[0], cell) for row in rows for state, cell in zip(header, row[1:], strict=True)]


#: Where the bot holds the money, only these cells of the buyer's are different.
PROTECTED_TABLE = """
          unpaid  open-new open
pay       invoice status   status
money     NEW     status   status
buy       status  invoice  invoice
mopt      status  BUY      BUY
"""

NAMES = {SELLER: "seller", BUYER: "buyer", STRANGER: "stranger"}
CELLS = [
    *_cells(SELLER, SELLER_TABLE),
    *_cells(BUYER, BUYER_TABLE),
    *((STRANGER, state, command, "unknown") for state in STATES for command in COMMANDS),
]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("role", [SELLER, BUYER, STRANGER], ids=["seller", "buyer", "stranger"])
def test_every_cell_does_what_the_table_says(role: int, state: str) -> None:
    """An allowed one moves by one turn with one fact, a refused one says why and moves nothing.

    Words and requests move by no turn. With a plus, what was open is closed, and a fact before says so.
    """
    cells = [(command, cell) for of, where, command, cell in CELLS if (of, where) == (role, state)]
    assert [command for command, _ in cells] == list(COMMANDS)
    for command, cell in cells:
        try:
            _assert_does(STATES[state], COMMANDS[command](role), cell)
        except BaseException as error:
            error.add_note(f"in the row «{command}»")
            raise


def test_a_protected_order_differs_only_in_how_it_is_paid() -> None:
    """The whole table once more: what is a press there takes money here, and the other way round."""
    different = {cell[:3]: cell[3] for cell in _cells(BUYER, PROTECTED_TABLE)}
    for role, state, command, cell in CELLS:
        order = replace(STATES[state], method=PaymentMethod.PROVIDER)
        _assert_does(order, COMMANDS[command](role), different.pop((role, state, command), cell))
    assert not different


def _assert_does(order: Order, command: c.PersonCommand, cell: str) -> None:
    before = deepcopy(order)
    change: Change | None = None
    reason: Refusal | None = None
    try:
        change = move(order, command)
    except Refusal as refusal:
        reason = refusal
    assert order == before
    if cell in REFUSALS:
        assert (type(reason), change) == (REFUSALS[cell], None)
        assert not isinstance(reason, r.WrongStatus) or reason.status is before.status
    else:
        assert change is not None, f"refused: {reason!r}"
        closes = cell.endswith("+")
        cell = cell.removesuffix("+")
        assert _facts_and_turns(change, before) == (2 if closes else 1, 0 if cell in STILL else 1)
        assert _closed(change, before) if closes else not any(isinstance(fact, RequestsClosed) for fact in change.facts)
        assert _arrived(change.order, before, cell)


def _closed(change: Change, before: Order) -> bool:
    first = RequestsClosed(options=before.options, wait=before.wait is not None, information=before.information)
    after = change.order
    return change.facts[0] == first and (after.options, after.wait, after.information) == ((), None, ())


def _facts_and_turns(change: Change, before: Order) -> tuple[int, int]:
    assert all(isinstance(fact, get_args(Fact)) for fact in change.facts)
    return len(change.facts), change.order.turn - before.turn


def _arrived(order: Order, before: Order, cell: str) -> bool:
    if cell in STILL:
        return order == replace(before, **STILL[cell](before))
    if cell == "GRANT":
        return (order.wait, order.clock, order.options) == (None, Running(WAIT_UNTIL), before.options)
    if cell == "BUY":
        return (order.options, order.terms.price.amount, order.terms.term_days) == ((), 200_000, 5)
    if cell in ENDINGS:
        return (order.status, order.ending, order.ended_at) == (*ENDINGS[cell], NOW)
    by = None if order.cancellation is None else order.cancellation.by.value
    actual = (order.status, by, order.cancellation_declined, order.is_overdue(NOW))
    if cell in {"S-ASK", "B-ASK"}:
        return actual == (before.status, "seller" if cell == "S-ASK" else "buyer", before.cancellation_declined, False)
    return actual == STATES_AFTER[cell]


def test_the_table_is_complete() -> None:
    """Every command of a person, every status, every verdict and no cell twice."""
    assert {type(build(SELLER)) for build in COMMANDS.values()} == set(get_args(c.PersonCommand))
    assert {order.status for order in STATES.values()} == set(Status)
    commands = [build(SELLER) for build in COMMANDS.values()]
    assert {command.verdict for command in commands if isinstance(command, c.JudgeCancellation)} == set(c.Verdict)
    said = {command.saying for command in commands if isinstance(command, c.Say)}
    assert said == set(c.Saying) - {c.Saying.INFORMATION_REQUEST}
    expected = {(role, s, k) for role in (SELLER, BUYER, STRANGER) for s in STATES for k in COMMANDS}
    assert len(CELLS) == len(expected)
    assert {cell[:3] for cell in CELLS} == expected


#: The clock's own row: before the time; then with a warning an hour old, without any, and with nobody to wait for.
SETTLING = """
            unpaid new            review        fresh s-ask-new s-ask   s-ask-od b-ask   done  off   open-new        open  s-ask-open owe-new         owe   b-ask-owe
early       early  early          early         early early     early   early    early   early early early           early early      early           early early
warned      LAPSED AUTO_CANCELLED AUTO_ACCEPTED told  SILENCE   SILENCE SILENCE  SILENCE early early AUTO_CANCELLED+ told  SILENCE+   AUTO_CANCELLED+ told  SILENCE+
unwarned    LAPSED later          later         told  later     later   later    later   early early later           told  later      later           told  later
unreachable LAPSED AUTO_CANCELLED AUTO_ACCEPTED told  SILENCE   SILENCE SILENCE  SILENCE early early AUTO_CANCELLED+ told  SILENCE+   AUTO_CANCELLED+ told  SILENCE+
"""  # noqa: E501 - a table


@pytest.mark.parametrize(("case", "state", "cell"), [(case, s, cell) for _, s, case, cell in _cells(0, SETTLING)])
def test_the_clock_does_in_every_state_what_the_table_says(case: str, state: str, cell: str) -> None:
    """`early`: refused; `told`: goes on as overdue; `later`: put off; in capitals: the ending."""
    order = STATES[state]
    turn = order.turn
    now = NOW if case == "early" else NOW + 10 * 24 * HOUR
    if case == "warned":
        order = move(order, c.NoteWarning(now - HOUR, turn)).order
    before = deepcopy(order)
    try:
        change = move(order, c.Settle(is_reachable=case != "unreachable"), now)
    except r.ClockStillRuns:
        assert (cell, order) == ("early", before)
        return
    after = change.order
    closes = cell.endswith("+")
    cell = cell.removesuffix("+")
    assert len(change.facts) == (2 if closes else 1)
    assert not closes or _closed(change, before)
    if cell.isupper():
        assert (after.ending, after.ended_at, after.turn) == (Ending[cell], now, turn + 1)
        return
    assert (after.status, after.turn) == (before.status, turn)
    if cell == "told":
        assert after == replace(before, overdue_told=True)
    else:
        assert cell == "later"
        with pytest.raises(r.ClockStillRuns):
            move(after, c.Settle(), now + HOUR - 1)


def test_an_overdue_order_that_both_know_of_has_no_further_step() -> None:
    """It stays overdue for as long as it takes."""
    with pytest.raises(r.ClockStillRuns):
        move(STATES["overdue"], c.Settle(is_reachable=False), NOW + 10_000 * 24 * HOUR)


def test_the_pending_states_of_the_table_are_those_that_asking_leads_to() -> None:
    """The builders and the moves agree on what a pending request looks like."""
    for by, pending in ((SELLER, seller_asked()), (BUYER, buyer_asked())):
        order = in_progress()
        moved = move(order, c.RequestCancellation(by, ASK, EXPLANATION)).order
        assert moved == replace(pending, turn=order.turn + 1)


def _alone(order: Order) -> Order:
    """From elsewhere, and nobody has joined."""
    return replace(order, origin=Origin.ELSEWHERE, buyer_id=NOBODY)


STATES_ALONE: dict[str, Order] = {
    "new": _alone(not_started()),
    "new-past": _alone(not_started(left=-HOUR)),
    "work": _alone(in_progress()),
    "overdue": _alone(overdue()),
    "review": _alone(in_review()),
    "rev-past": _alone(in_review(left=-HOUR)),
    "done": _alone(ended(Ending.ACCEPTED)),
    "off": _alone(ended(Ending.CALLED_OFF)),
}
#: Of a seller who is alone: what they may do; every other command needs two (`one`), or the order is over (`status`).
ALONE_TABLE = """
        new    new-past work   overdue review rev-past done   off
start   WORK   WORK     status status  status status   status status
deliver status status   REVIEW REVIEW  status status   status status
accept  status status   status status  ACCEPT ACCEPT   status status
rework  status status   status status  WORK   WORK     status status
offer   BUY    BUY      BUY    BUY     status status   status status
shift   status status   SHIFT  SHIFT   status status   status status
calloff OFF    OFF      OFF    OFF     OFF    OFF      status status
"""


@pytest.mark.parametrize("state", STATES_ALONE)
def test_a_seller_alone_does_what_the_table_says(state: str) -> None:
    """With or without words; a clock that has run out stops nothing; nobody else is a side."""
    rows = {command: cell for _, where, command, cell in _cells(SELLER, ALONE_TABLE) if where == state}
    for command, build in COMMANDS.items():
        order = STATES_ALONE[state]
        cell = rows.get(command, "status" if order.status.is_final else "one")
        for role in (BUYER, STRANGER, NOBODY):
            with pytest.raises(r.NoSuchOrder):
                move(order, build(role))
        if cell in REFUSALS:
            with pytest.raises(REFUSALS[cell]) as refusal:
                move(order, build(SELLER))
            assert type(refusal.value) is REFUSALS[cell], command
            continue
        change = move(order, build(SELLER))
        assert (len(change.facts), change.order.turn, change.order.is_solo) == (1, order.turn + 1, True)
        assert ALONE_AFTER[cell](change.order, order), command


ALONE_AFTER: dict[str, Callable[[Order, Order], bool]] = {
    "WORK": lambda after, _: after.status is Status.IN_PROGRESS and isinstance(after.clock, Running),
    "REVIEW": lambda after, _: after.status is Status.IN_REVIEW and not after.overdue_told,
    "ACCEPT": lambda after, _: after.ending is Ending.ACCEPTED and after.effect is None,
    "BUY": lambda after, before: after.terms.term_days == before.terms.term_days + 3 and len(after.bought) == 1,
    "SHIFT": lambda after, _: after.clock == Running(NOW + 5 * DAY) and not after.overdue_told,
    "OFF": lambda after, _: after.ending is Ending.CALLED_OFF and after.status is Status.CANCELLED,
}
