"""A whole order for programs. `docs/order-export.md` names the keys; they stay, and new ones may come."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime

from desk.people import Person
from handlers.history.alone import noted_alone
from handlers.history.export_order import WholeOrder
from orders import facts as f
from orders.content import Answer, Attachment
from orders.money import Money, digits
from orders.order import NOBODY, Order, Running
from orders.payment import Charge
from orders.status import Side

#: Named in every file. The version grows only if a key goes or changes its meaning.
FORMAT, VERSION = "vsrok-order", 1
#: Whole numbers of facts that are moments; those of other names are counts.
MOMENTS = frozenset(
    {"pay_until", "start_until", "answer_until", "clock_until", "review_until", "until", "due", "opened_at"}
)
#: What an entity tells of the formatting. The account that a mention leads to is not passed on.
_ENTITY_KEYS = ("type", "offset", "length", "url", "language", "custom_emoji_id", "unix_time", "date_time_format")

#: Fields of facts that are in no file: which of the operators it was is the operators' own matter.
HIDDEN = frozenset({"arbiter", "operator"})

_Json = dict[str, object]


def json_text(whole: WholeOrder) -> str:
    """Indented, with letters as they are, times in UTC."""
    noted = noted_alone(whole.order, whole.facts)
    body = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": utc(whole.reader.now),
        "order": _order(whole.order),
        "seller": _person(whole, Side.SELLER),
        "buyer": _person(whole, Side.BUYER),
        "terms": _value("terms", whole.order.terms),
        "brief": [_answer(answer) for answer in whole.order.brief],
        "timeline": [
            {
                "id": recorded.id,
                "at": utc(recorded.at),
                "kind": kind_of(type(recorded.fact)),
                "entered_by_seller": recorded.id in noted,
                "data": _value("data", recorded.fact),
            }
            for recorded in whole.facts
        ],
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def kind_of(fact: type[f.Fact]) -> str:
    """The name of a kind of fact: «WorkStarted» is «work_started»."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", fact.__name__).lower()


def utc(at: int) -> str:
    """A moment as ISO 8601 writes it: «2026-11-23T09:00:00Z»."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _order(order: Order) -> _Json:
    clock = order.clock if order.cancellation is None else order.cancellation.answer
    return {
        "number": order.number,
        "origin": order.origin,
        "has_buyer_joined": not order.is_solo,
        "status": order.status,
        "ending": order.ending,
        "placed_at": utc(order.placed_at),
        "paid_at": _utc(order.paid_at),
        "started_at": _utc(order.started_at),
        "ended_at": _utc(order.ended_at),
        "clock_until": utc(clock.until) if isinstance(clock, Running) else None,
        "deliveries": order.deliveries,
        "returns": order.returns,
        "bought": _value("bought", order.bought),
        "dispute": _value("dispute", order.dispute),
    }


def _utc(at: int | None) -> str | None:
    return None if at is None else utc(at)


def _person(whole: WholeOrder, side: Side) -> _Json:
    person: Person | None = whole.seller if side is Side.SELLER else whole.buyer
    is_known = whole.is_for_operator and whole.order.person_on(side) != NOBODY
    telegram_id = whole.order.person_on(side) if is_known else None
    return {"name": None if person is None else person.name, "telegram_id": telegram_id}


def _answer(answer: Answer) -> _Json:
    return {"question": answer.question, "content": _value("content", answer.content)}


def _value(name: str, value: object) -> object:  # noqa: PLR0911 - one case a kind
    """Records become objects under their fields' names, which are those that the database keeps."""
    match value:
        case Money(amount=amount, currency=currency):
            return {"amount": amount, "currency": currency, "digits": digits(currency)}
        case Charge(money=money):  # its id leads to the payer's account with Telegram
            return _value(name, money)
        case Attachment(kind=kind, name=file_name):
            return {"kind": kind, "name": file_name}
        case bool() | str() | None:
            return value
        case int():
            return utc(value) if name in MOMENTS else value
        case tuple():
            return [_value(name, item) for item in value]
        case Mapping():
            return {key: value[key] for key in _ENTITY_KEYS if value.get(key) is not None}
        case _ if is_dataclass(value):
            shown = [field.name for field in fields(value) if field.name not in HIDDEN]
            return {key: _value(key, getattr(value, key)) for key in shown}
        case _:
            raise TypeError(value)
