"""An order as a row of its table."""

from pydantic import TypeAdapter

from orders.content import Answer
from orders.order import CancellationRequest, CancelReason, Clock, Ending, Frozen, Order, Running
from orders.status import Side, Status
from storage.connection import Row, Value
from storage.gigs import read_terms, terms_columns

_BRIEF: TypeAdapter[tuple[Answer, ...]] = TypeAdapter(tuple[Answer, ...])

#: In the order of `order_columns`. `number` and `version` are not among them: storage counts those.
_COLUMNS = (
    "title",
    "description",
    "questions",
    "price",
    "currency",
    "term_days",
    "seller_id",
    "buyer_id",
    "gig_id",
    "brief",
    "status",
    "placed_at",
    "paid_at",
    "started_at",
    "ended_at",
    "ending",
    "effect",
    "clock_until",
    "clock_left",
    "clock_warned_at",
    "work_left",
    "cancellation_by",
    "cancellation_reason",
    "cancellation_explanation",
    "cancellation_asked_at",
    "cancellation_answer_until",
    "cancellation_answer_warned_at",
    "cancellation_declined",
    "overdue_told",
    "deliveries",
    "returns",
    "turn",
)

#: Parameters: `order_columns`, version.
INSERT = (
    f"INSERT INTO orders ({', '.join(_COLUMNS)}, version) "  # noqa: S608 - the names above
    f"VALUES ({'?, ' * len(_COLUMNS)}?) RETURNING number"
)
#: Parameters: `order_columns`, number, the version that it had.
UPDATE = (
    f"UPDATE orders SET {', '.join(f'{column} = ?' for column in _COLUMNS)}, version = version + 1 "  # noqa: S608 - the names above
    "WHERE number = ? AND version = ?"
)


def order_columns(order: Order) -> tuple[Value, ...]:
    """The values of `_COLUMNS`."""
    clock, request, ending = order.clock, order.cancellation, order.ending
    return (
        *terms_columns(order.terms),
        order.seller_id,
        order.buyer_id,
        order.gig_id,
        _BRIEF.dump_json(order.brief).decode(),
        order.status,
        order.placed_at,
        order.paid_at,
        order.started_at,
        order.ended_at,
        ending,
        None if ending is None else ending.effect,
        clock.until if isinstance(clock, Running) else None,
        clock.left if isinstance(clock, Frozen) else None,
        None if clock is None else clock.warned_at,
        order.work_left,
        *_request_columns(request),
        order.cancellation_declined,
        order.overdue_told,
        order.deliveries,
        order.returns,
        order.turn,
    )


def read_order(row: Row) -> Order:
    """What `order_columns` made, with its number and version."""
    ending = row["ending"]
    return Order(
        number=row["number"],
        seller_id=row["seller_id"],
        buyer_id=row["buyer_id"],
        gig_id=row["gig_id"],
        terms=read_terms(row),
        brief=_BRIEF.validate_json(row["brief"]),
        status=Status(row["status"]),
        placed_at=row["placed_at"],
        paid_at=row["paid_at"],
        started_at=row["started_at"],
        ended_at=row["ended_at"],
        ending=None if ending is None else Ending(ending),
        clock=_clock(row),
        work_left=row["work_left"],
        cancellation=_request(row),
        cancellation_declined=bool(row["cancellation_declined"]),
        overdue_told=bool(row["overdue_told"]),
        deliveries=row["deliveries"],
        returns=row["returns"],
        turn=row["turn"],
        version=row["version"],
    )


def _request_columns(request: CancellationRequest | None) -> tuple[Value, ...]:
    if request is None:
        return (None, None, None, None, None, None)
    return (
        request.by,
        request.reason,
        request.explanation,
        request.asked_at,
        request.answer.until,
        request.answer.warned_at,
    )


def _request(row: Row) -> CancellationRequest | None:
    if row["cancellation_by"] is None:
        return None
    return CancellationRequest(
        by=Side(row["cancellation_by"]),
        reason=CancelReason(row["cancellation_reason"]),
        explanation=row["cancellation_explanation"],
        asked_at=row["cancellation_asked_at"],
        answer=Running(row["cancellation_answer_until"], row["cancellation_answer_warned_at"]),
    )


def _clock(row: Row) -> Clock | None:
    if row["clock_until"] is not None:
        return Running(row["clock_until"], row["clock_warned_at"])
    if row["clock_left"] is not None:
        return Frozen(row["clock_left"], row["clock_warned_at"])
    return None
