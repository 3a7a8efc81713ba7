"""What can be handed to the other side of an order, and how each differs."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from handlers.buttons import Move, Style
from orders import commands as c
from orders.content import Content
from orders.written import check_delivery, check_message, check_remarks


class Purpose(StrEnum):
    """Why something is handed over."""

    DELIVERY = "delivery"
    REMARKS = "remarks"
    INTERIM = "interim"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Plan:
    """How a hand-over of one purpose goes."""

    move: Move
    command: Callable[[int, Content], c.PersonCommand]
    #: Says early what the rules will say when it is sent.
    check: Callable[[Content], Content]
    #: Whether the person sees what the other side will get before it is sent.
    has_preview: bool = False
    #: Whether it is talk: stickers and contacts may be said, but are no work, no remark and no question.
    is_talk: bool = False
    style: Style = Style.MAIN


PLANS = {
    Purpose.DELIVERY: Plan(Move.DELIVER, c.Deliver, check_delivery, has_preview=True, style=Style.GO),
    Purpose.REMARKS: Plan(Move.REWORK, c.SendBack, check_remarks),
    Purpose.INTERIM: Plan(Move.INTERIM, lambda by, content: c.Say(by, c.Saying.INTERIM_RESULT, content), check_message),
    Purpose.MESSAGE: Plan(
        Move.WRITE, lambda by, content: c.Say(by, c.Saying.MESSAGE, content), check_message, is_talk=True
    ),
}

PURPOSE_OF = {plan.move: purpose for purpose, plan in PLANS.items()}
