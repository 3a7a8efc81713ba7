"""An order as a row of its table."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from orders.content import Answer
from orders.dispute import Dispute
from orders.order import (
    CancellationRequest,
    CancelReason,
    Clock,
    Ending,
    Frozen,
    Item,
    Option,
    Order,
    Origin,
    Review,
    Running,
    WaitRequest,
)
from orders.payment import PaymentMethod
from orders.status import Side, Status
from storage.connection import Value
from storage.gig_row import read_terms, terms_columns

_BRIEF: TypeAdapter[tuple[Answer, ...]] = TypeAdapter(tuple[Answer, ...])
_OPTIONS: TypeAdapter[tuple[Option, ...]] = TypeAdapter(tuple[Option, ...])
_ITEMS: TypeAdapter[tuple[Item, ...]] = TypeAdapter(tuple[Item, ...])
_REVIEW: TypeAdapter[Review] = TypeAdapter(Review)


def columns(order: Order) -> dict[str, Value]:
    """Everything but number and version, which storage counts."""
    return {
        **_scalars(order),
        **terms_columns(order.terms),
        "brief": _write_brief(order),
        "options": _write_options(order.options),
        "bought": _write_options(order.bought),
        "information": _write_information(order),
    }


def changed_columns(before: Order, after: Order) -> dict[str, Value]:
    """What differs: an index over columns that are not written need not be written either."""
    known = _scalars(before)
    changed = {column: value for column, value in _scalars(after).items() if value != known[column]}
    if before.terms != after.terms:
        changed |= terms_columns(after.terms)
    if before.brief != after.brief:
        changed["brief"] = _write_brief(after)
    if before.options != after.options:
        changed["options"] = _write_options(after.options)
    if before.bought != after.bought:
        changed["bought"] = _write_options(after.bought)
    if before.information != after.information:
        changed["information"] = _write_information(after)
    return changed


def read_order(row: Mapping[str, Any]) -> Order:
    """The order of a whole row."""
    ending = row["ending"]
    return Order(
        number=row["number"],
        seller_id=row["seller_id"],
        buyer_id=row["buyer_id"],
        gig_id=row["gig_id"],
        origin=Origin(row["origin"]),
        counterpart=row["counterpart"],
        terms=read_terms(row),
        brief=_BRIEF.validate_json(row["brief"]),
        status=Status(row["status"]),
        placed_at=row["placed_at"],
        method=PaymentMethod(row["method"]),
        commission=row["commission"],
        paid_at=row["paid_at"],
        started_at=row["started_at"],
        ended_at=row["ended_at"],
        ending=None if ending is None else Ending(ending),
        clock=_clock(row),
        work_left=row["work_left"],
        cancellation=_request(row),
        cancellation_declined=bool(row["cancellation_declined"]),
        dispute=_dispute(row),
        seller_part=row["seller_part"],
        options=_OPTIONS.validate_json(row["options"]),
        options_offered=row["options_offered"],
        bought=_OPTIONS.validate_json(row["bought"]),
        wait=None if row["wait_until"] is None else WaitRequest(until=row["wait_until"], asked_at=row["wait_asked_at"]),
        information=_ITEMS.validate_json(row["information"]),
        information_asked=row["information_asked"],
        overdue_told=bool(row["overdue_told"]),
        deliveries=row["deliveries"],
        delivered_in_time=None if row["delivered_in_time"] is None else bool(row["delivered_in_time"]),
        returns=row["returns"],
        review=None if row["review"] is None else read_review(row["review"]),
        voided=row["voided"],
        turn=row["turn"],
        version=row["version"],
    )


def read_review(text: str) -> Review:
    """What stands in a row."""
    return _REVIEW.validate_json(text)


def _scalars(order: Order) -> dict[str, Value]:
    clock, request, dispute, wait, review = order.clock, order.cancellation, order.dispute, order.wait, order.review
    return {
        "seller_id": order.seller_id,
        "buyer_id": order.buyer_id,
        "gig_id": order.gig_id,
        "origin": order.origin,
        "counterpart": order.counterpart,
        "status": order.status,
        "placed_at": order.placed_at,
        "method": order.method,
        "commission": order.commission,
        "paid_at": order.paid_at,
        "started_at": order.started_at,
        "ended_at": order.ended_at,
        "ending": order.ending,
        "effect": order.effect,
        "clock_until": clock.until if isinstance(clock, Running) else None,
        "clock_left": clock.left if isinstance(clock, Frozen) else None,
        "clock_warned_at": None if clock is None else clock.warned_at,
        "work_left": order.work_left,
        "cancellation_by": None if request is None else request.by,
        "cancellation_reason": None if request is None else request.reason,
        "cancellation_explanation": None if request is None else request.explanation,
        "cancellation_asked_at": None if request is None else request.asked_at,
        "cancellation_answer_until": None if request is None else request.answer.until,
        "cancellation_answer_warned_at": None if request is None else request.answer.warned_at,
        "cancellation_declined": order.cancellation_declined,
        "dispute_by": None if dispute is None else dispute.by,
        "dispute_statement": None if dispute is None else dispute.statement,
        "dispute_opened_at": None if dispute is None else dispute.opened_at,
        "seller_part": order.seller_part,
        "options_offered": order.options_offered,
        "wait_until": None if wait is None else wait.until,
        "wait_asked_at": None if wait is None else wait.asked_at,
        "information_asked": order.information_asked,
        "overdue_told": order.overdue_told,
        "deliveries": order.deliveries,
        "delivered_in_time": order.delivered_in_time,
        "returns": order.returns,
        "review": None if review is None else _REVIEW.dump_json(review).decode(),
        "reviewed_at": None if review is None else review.left_at,
        "review_mood": None if review is None or review.hidden is not None else review.mood,
        "voided": order.voided,
        "turn": order.turn,
    }


def _write_brief(order: Order) -> str:
    return _BRIEF.dump_json(order.brief).decode()


def _write_options(options: tuple[Option, ...]) -> str:
    return _OPTIONS.dump_json(options).decode()


def _write_information(order: Order) -> str:
    return _ITEMS.dump_json(order.information).decode()


def _request(row: Mapping[str, Any]) -> CancellationRequest | None:
    if row["cancellation_by"] is None:
        return None
    return CancellationRequest(
        by=Side(row["cancellation_by"]),
        reason=CancelReason(row["cancellation_reason"]),
        explanation=row["cancellation_explanation"],
        asked_at=row["cancellation_asked_at"],
        answer=Running(row["cancellation_answer_until"], row["cancellation_answer_warned_at"]),
    )


def _dispute(row: Mapping[str, Any]) -> Dispute | None:
    if row["dispute_by"] is None:
        return None
    return Dispute(by=Side(row["dispute_by"]), statement=row["dispute_statement"], opened_at=row["dispute_opened_at"])


def _clock(row: Mapping[str, Any]) -> Clock | None:
    if row["clock_until"] is not None:
        return Running(row["clock_until"], row["clock_warned_at"])
    if row["clock_left"] is not None:
        return Frozen(row["clock_left"], row["clock_warned_at"])
    return None
