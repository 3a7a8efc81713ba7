"""Posts: what is to be said to a person, written with the change that caused it and sent by the outbox afterwards.

All but replies are rendered when they are sent, from the state then and in the reader's language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desk.money import Payout
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
    #: The order card of a side; `body`: side. With fresh, a new one is sent instead of editing the newest, under the
    #: text whose key is `lead`; with message, that older card is redrawn instead.
    CARD = "card"
    #: An invoice that the order's buyer can pay; `body`: option (its number; absent: the order itself).
    INVOICE = "invoice"
    #: A dispute, to an operator who may decide it; `body`: turn, fact (its id: what is new; absent: it still waits).
    DISPUTE = "dispute"
    #: A whole order as a file; `body`: form (html, json).
    EXPORT = "export"
    #: A payout at an operator, edited in place as it changes; `body`: payout (its id). With fresh, a new message is
    #: sent, and edited from then on; with message, that older one is redrawn.
    PAYOUT = "payout"
    #: What has become of a payout, to whom it concerns; `body`: payout (its id).
    PAYOUT_NEWS = "payout_news"
    #: A seller's movements of money as a file; `body`: month (2026-11; absent: all of them).
    STATEMENT = "statement"
    #: The figures of «Статистика» as a picture; `body`: period, everyone (of all sellers, to an operator). With
    #: message, the picture in that message is changed instead of sending a new one.
    STATISTICS = "statistics"
    #: The deadlines of one order or, without one, of all of the person's open orders, as a file for a calendar.
    CALENDAR = "calendar"
    #: News of the exchange; `body`: request (its id), news, response (its id, where it is about one).
    EXCHANGE = "exchange"
    #: A Bot API call, ready as it is; `body`: method, params.
    REPLY = "reply"
    #: What went wrong, to an operator; `body` as of a reply.
    REPORT = "report"
    #: The order has ended, and so has its topic.
    TOPIC = "topic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One message to one person. One post is one Bot API call, so that each can be repeated by itself."""

    person_id: int
    kind: PostKind
    body: Json = field(default_factory=dict)
    order_number: int | None = None
    #: A newer post with the same key takes the place of one that has not been sent yet.
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that we have made ourselves. A parameter of the call names it: `attach://` and `part`."""

    part: str
    name: str
    content_type: str
    content: bytes = field(repr=False)


def notice(order: Order, side: Side, fact_id: int, part: int | None = None) -> Post:
    """The news of a fact to one side."""
    body: dict[str, object] = {"fact": fact_id, "side": side}
    if part is not None:
        body["part"] = part
    return Post(person_id=order.person_on(side), kind=PostKind.NOTICE, body=body, order_number=order.number)


def correction(order: Order, side: Side, fact_id: int, said: int) -> Post:
    """What was said reads differently now: its message in the side's chat is edited."""
    return Post(
        person_id=order.person_on(side),
        kind=PostKind.NOTICE,
        body={"fact": fact_id, "side": side, "corrects": said},
        order_number=order.number,
        key=f"said:{said}",
    )


def warning(order: Order, side: Side, kind: TimerKind) -> Post:
    """A warning to the side whose silence would end the order. A newer one of the kind replaces an unsent one."""
    return Post(
        person_id=order.person_on(side),
        kind=PostKind.WARNING,
        body={"warning": kind, "turn": order.turn, "side": side},
        order_number=order.number,
        key=f"{kind}:{order.number}",
    )


def reminder(order: Order, kind: TimerKind) -> Post:
    """While the buyer owes answers, they hear of a warning to the seller too. It puts no step off."""
    return Post(
        person_id=order.buyer_id,
        kind=PostKind.WARNING,
        body={"warning": kind, "turn": order.turn, "side": Side.BUYER},
        order_number=order.number,
        key=f"unanswered:{order.number}",
    )


def card(order: Order, side: Side) -> Post:
    """The side's newest card is redrawn in place."""
    return Post(
        person_id=order.person_on(side),
        kind=PostKind.CARD,
        body={"side": side},
        order_number=order.number,
        key=f"card:{order.number}:{side}",
    )


def fresh_card(order: Order, side: Side, lead: str = "") -> Post:
    """A new card at the end of the chat, which is the newest from then on."""
    return Post(
        person_id=order.person_on(side),
        kind=PostKind.CARD,
        body={"side": side, "fresh": True, "lead": lead},
        order_number=order.number,
    )


def redrawn_card(order: Order, side: Side, message_id: int) -> Post:
    """An older card, on which somebody pressed a button out of date, now says what is true."""
    return Post(
        person_id=order.person_on(side),
        kind=PostKind.CARD,
        body={"side": side, "message": message_id},
        order_number=order.number,
    )


def invoice(order: Order, option: int | None = None) -> Post:
    """What the buyer pays, for the order or an option of it. A second press while the first waits brings no second."""
    return Post(
        person_id=order.buyer_id,
        kind=PostKind.INVOICE,
        body={} if option is None else {"option": option},
        order_number=order.number,
        key=f"invoice:{order.number}:{option or 0}",
    )


def topic_end(news: Post) -> Post:
    """After the news of the end: the topic is closed."""
    return Post(person_id=news.person_id, kind=PostKind.TOPIC, order_number=news.order_number)


def dispute_news(order: Order, arbiter_id: int, fact_id: int) -> Post:
    """What is new in a dispute, to one operator."""
    body: dict[str, object] = {"fact": fact_id, "turn": order.turn}
    return Post(person_id=arbiter_id, kind=PostKind.DISPUTE, body=body, order_number=order.number)


def dispute_reminder(order: Order, arbiter_id: int) -> Post:
    """A dispute still waits. Of several reminders that could not be sent, one is enough."""
    return Post(
        person_id=arbiter_id,
        kind=PostKind.DISPUTE,
        body={"turn": order.turn},
        order_number=order.number,
        key=f"dispute:{order.number}:{arbiter_id}",
    )


def export(order: Order, person_id: int, form: str) -> Post:
    """The order as a file, for whoever may read it; made when it is sent, of what is recorded by then.

    A second press while the first waits brings no second file.
    """
    return Post(
        person_id=person_id,
        kind=PostKind.EXPORT,
        body={"form": form},
        order_number=order.number,
        key=f"export:{order.number}:{person_id}:{form}",
    )


def payout_request(payout: Payout, operator_id: int) -> Post:
    """A payout as it stands, at one of the operators: the message they have of it is edited."""
    return Post(
        person_id=operator_id,
        kind=PostKind.PAYOUT,
        body={"payout": payout.id},
        key=f"payout:{payout.id}:{operator_id}",
    )


def fresh_request(payout: Payout, operator_id: int) -> Post:
    """The same at the end of the operator's chat, and the one that is edited from then on."""
    return Post(person_id=operator_id, kind=PostKind.PAYOUT, body={"payout": payout.id, "fresh": True})


def redrawn_request(payout_id: int, operator_id: int, message_id: int) -> Post:
    """An older message of it, on which an operator pressed a button out of date, now says what is true."""
    return Post(person_id=operator_id, kind=PostKind.PAYOUT, body={"payout": payout_id, "message": message_id})


def payout_news(payout: Payout, person_id: int) -> Post:
    """What has become of it: to the seller or, where the seller has taken it back, to an operator."""
    return Post(person_id=person_id, kind=PostKind.PAYOUT_NEWS, body={"payout": payout.id})


def statement(person_id: int, month: str | None) -> Post:
    """The movements of a seller's balance as a file; made when it is sent. `month`: «2026-11»; None: all of them.

    A second press while the first waits brings no second file.
    """
    return Post(
        person_id=person_id,
        kind=PostKind.STATEMENT,
        body={} if month is None else {"month": month},
        key=f"statement:{person_id}:{month or 'all'}",
    )


def statistics(person_id: int, period: str, *, everyone: bool = False, message_id: int | None = None) -> Post:
    """The figures as a picture, drawn when it is sent. A second press meanwhile brings no second picture."""
    body: dict[str, object] = {"period": period, "everyone": everyone}
    if message_id is not None:
        body["message"] = message_id
    key = f"statistics:{person_id}:{everyone}:{message_id or 0}"
    return Post(person_id=person_id, kind=PostKind.STATISTICS, body=body, key=key)


def calendar(person_id: int, order: Order | None = None) -> Post:
    """Deadlines as a file for a calendar; made when it is sent. A second press meanwhile brings no second file."""
    number = None if order is None else order.number
    return Post(
        person_id=person_id, kind=PostKind.CALENDAR, order_number=number, key=f"calendar:{person_id}:{number or 0}"
    )
