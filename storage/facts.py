"""How facts are written down. What stands in a history is never rewritten, so neither are these names."""

from typing import Any

from pydantic import TypeAdapter

from orders import facts as f

#: The name of a kind stays when its class is renamed; the names of the fields are JSON keys and stay too.
KINDS: dict[str, type[f.Fact]] = {
    "order_placed": f.OrderPlaced,
    "order_paid": f.OrderPaid,
    "order_added": f.OrderAdded,
    "buyer_joined": f.BuyerJoined,
    "due_moved": f.DueMoved,
    "window_passed": f.WindowPassed,
    "work_started": f.WorkStarted,
    "cancellation_requested": f.CancellationRequested,
    "cancellation_withdrawn": f.CancellationWithdrawn,
    "cancellation_declined": f.CancellationDeclined,
    "work_delivered": f.WorkDelivered,
    "work_returned": f.WorkReturned,
    "said": f.Said,
    "said_edited": f.SaidEdited,
    "information_requested": f.InformationRequested,
    "information_answered": f.InformationAnswered,
    "information_closed": f.InformationClosed,
    "option_offered": f.OptionOffered,
    "option_paid": f.OptionPaid,
    "option_declined": f.OptionDeclined,
    "option_withdrawn": f.OptionWithdrawn,
    "wait_requested": f.WaitRequested,
    "wait_agreed": f.WaitAgreed,
    "wait_declined": f.WaitDeclined,
    "requests_closed": f.RequestsClosed,
    "arbiter_called": f.ArbiterCalled,
    "dispute_withdrawn": f.DisputeWithdrawn,
    "arbiter_asked": f.ArbiterAsked,
    "arbiter_decided": f.ArbiterDecided,
    "due_time_passed": f.DueTimePassed,
    "step_put_off": f.StepPutOff,
    "order_ended": f.OrderEnded,
    "money_returned": f.MoneyReturned,
    "review_left": f.ReviewLeft,
    "review_answered": f.ReviewAnswered,
    "review_hidden": f.ReviewHidden,
    "review_shown": f.ReviewShown,
    "outcome_voided": f.OutcomeVoided,
    "outcome_counted": f.OutcomeCounted,
}
_NAMES = {kind: name for name, kind in KINDS.items()}
_CODECS: dict[str, TypeAdapter[Any]] = {name: TypeAdapter(kind) for name, kind in KINDS.items()}


def write_fact(fact: f.Fact) -> tuple[str, str]:
    """Its kind and its JSON."""
    name = _NAMES[type(fact)]
    return name, _CODECS[name].dump_json(fact).decode()


def read_fact(name: str, body: str) -> f.Fact:
    """What `write_fact` has written."""
    fact: f.Fact = _CODECS[name].validate_json(body)
    return fact
