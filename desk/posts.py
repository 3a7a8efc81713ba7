"""Posts: what is to be said to a person, written with the change that caused it and sent by the outbox afterwards.

All but replies are rendered when they are sent, from the state then and in the reader's language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from orders.order import Order
from orders.status import Side
from orders.timers import TimerKind

Json = Mapping[str, object]


class PostKind(StrEnum):
    """What kind of message comes of a post."""

    #: The news of one fact; `body`: fact (its id), side, part (of a hand-over; absent: the news itself).
    NOTICE = "notice"
    #: A warning before a clock runs out; `body`: warning (a TimerKind), turn.
    WARNING = "warning"
    #: The order card of a side; `body`: side, and fresh (send a new one instead of editing the newest).
    CARD = "card"
    #: A Bot API call, ready as it is; `body`: method, params.
    REPLY = "reply"
    #: A line about the bot itself to an operator; `body`: text id and its arguments.
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One message to one person. One post is one Bot API call, so that each can be repeated by itself."""

    person_id: int
    kind: PostKind
    body: Json = field(default_factory=dict)
    order_number: int | None = None
    #: A newer post with the same key takes the place of one that has not been sent yet.
    key: str | None = None


def notice(order: Order, side: Side, fact_id: int, part: int | None = None) -> Post:
    """The news of a fact to one side."""
    body: dict[str, object] = {"fact": fact_id, "side": side}
    if part is not None:
        body["part"] = part
    return Post(person_id=order.person_on(side), kind=PostKind.NOTICE, body=body, order_number=order.number)


def warning(order: Order, side: Side, kind: TimerKind) -> Post:
    """A warning to the side whose silence would end the order. A newer one of the kind replaces an unsent one."""
    return Post(
        person_id=order.person_on(side),
        kind=PostKind.WARNING,
        body={"warning": kind, "turn": order.turn, "side": side},
        order_number=order.number,
        key=f"{kind}:{order.number}",
    )


def card(order: Order, side: Side, *, fresh: bool = False) -> Post:
    """The side's card, edited in place or, if `fresh`, sent anew at the end of the chat."""
    return Post(
        person_id=order.person_on(side),
        kind=PostKind.CARD,
        body={"side": side, "fresh": fresh},
        order_number=order.number,
        key=None if fresh else f"card:{order.number}:{side}",
    )
