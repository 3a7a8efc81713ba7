"""Records to store, and strategies that fill every field of a record from its annotations, new fields too."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import time
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from desk.people import Person
from orders.availability import AT_MOST
from orders.dispute import Dispute
from orders.gig import Terms
from orders.money import Money
from orders.order import CancellationRequest, CancelReason, Ending, Frozen, Order, Running
from orders.status import Side, Status

SELLER = 11
BUYER = 22

INTEGERS = st.integers(-(2**62), 2**62)
_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | INTEGERS | st.text(max_size=5),
    lambda value: st.lists(value, max_size=3) | st.dictionaries(st.text(max_size=5), value, max_size=3),
    max_leaves=4,
)
JSON_OBJECTS = st.dictionaries(st.text(max_size=5), _JSON, max_size=3)
_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    int: INTEGERS,
    str: st.text(max_size=20),
    bool: st.booleans(),
    NoneType: st.none(),
    object: _JSON,
    time: st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    ZoneInfo: st.sampled_from(["Europe/Moscow", "Asia/Kathmandu", "UTC"]).map(ZoneInfo),
}


def instances(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of this annotation."""
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return st.one_of([instances(argument) for argument in arguments])
    if origin is tuple:
        return st.lists(instances(arguments[0]), max_size=3).map(tuple)
    if origin is Mapping:
        return JSON_OBJECTS
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{field.name: instances(hints[field.name]) for field in fields(kind)})
    raise TypeError(kind)


def people() -> st.SearchStrategy[Person]:
    """Any person that the table accepts."""
    limits = st.none() | st.integers(*AT_MOST)
    return st.builds(replace, instances(Person), works_at_most=limits)


def orders() -> st.SearchStrategy[Order]:
    """Any order, likely or not, that the table accepts."""
    return instances(Order).map(_acceptable)


def _acceptable(order: Order) -> Order:
    return replace(
        order,
        buyer_id=order.buyer_id + 1 if order.buyer_id == order.seller_id else order.buyer_id,
        gig_id=None,
        ended_at=(order.ended_at or 0) if order.status.is_final else None,
    )


def terms(title: str = "A logo for your shop") -> Terms:
    """What a gig sells."""
    return Terms(
        title=title,
        description="Three drafts, one of them finished with care.",
        questions=("Which colour?", "Какого размера?"),
        price=Money(150_050, "RUB"),
        term_days=3,
    )


def order(seller_id: int = SELLER, buyer_id: int = BUYER, **changes: Any) -> Order:
    """In progress, unless `changes` say otherwise."""
    usual: dict[str, Any] = {
        "number": 0,
        "gig_id": None,
        "terms": terms(),
        "brief": (),
        "status": Status.IN_PROGRESS,
        "placed_at": 1,
        "paid_at": 2,
        "started_at": 3,
        "clock": Running(1_000),
    }
    return Order(seller_id=seller_id, buyer_id=buyer_id, **(usual | changes))


def asked(answer_until: int, **changes: Any) -> Order:
    """The seller has asked for a cancellation."""
    request = CancellationRequest(
        by=Side.SELLER,
        reason=CancelReason.NO_TIME,
        explanation="I have broken my arm.",
        asked_at=5,
        answer=Running(answer_until),
    )
    return order(clock=Frozen(50), cancellation=request, **changes)


def disputed(opened_at: int, **changes: Any) -> Order:
    """The buyer has called the arbiter."""
    dispute = Dispute(by=Side.BUYER, statement="Nothing works, and nobody answers.", opened_at=opened_at)
    return order(clock=Frozen(50), dispute=dispute, **changes)


def ended(ending: Ending, at: int, **changes: Any) -> Order:
    """Over and done."""
    over: dict[str, Any] = {"status": ending.status, "ending": ending, "ended_at": at, "clock": None}
    return order(**(over | changes))
