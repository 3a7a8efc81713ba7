"""What has happened to an order. The history, the notices and the rating derive from these."""

from dataclasses import dataclass
from enum import StrEnum

from orders.commands import Saying
from orders.content import Content
from orders.dispute import Decision
from orders.money import Money
from orders.order import CancelReason, Effect, Ending, Item, Mood, Option
from orders.payment import Charge, PaymentMethod
from orders.status import Side


class Step(StrEnum):
    """The automatic steps that harm the person who stays silent."""

    AUTO_CANCEL = "auto_cancel"
    AUTO_ACCEPT = "auto_accept"
    ANSWER_EXPIRY = "answer_expiry"


@dataclass(frozen=True, slots=True)
class OrderPlaced:
    """The buyer has answered the questions; payment is awaited until `pay_until`. `options`: ordered with it."""

    pay_until: int
    method: PaymentMethod = PaymentMethod.DIRECT
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderPaid:
    """The seller learns of the order and has until `start_until`. `charge`: the money that the bot holds for it."""

    start_until: int
    charge: Charge | None = None


@dataclass(frozen=True, slots=True)
class OrderAdded:
    """The seller has added an order taken elsewhere. `until`: the due time if `is_started`, else the time to start."""

    until: int
    is_started: bool


@dataclass(frozen=True, slots=True)
class BuyerJoined:
    """Its buyer has come in: from here on both sides make their own moves. The clock runs until `clock_until`."""

    clock_until: int


@dataclass(frozen=True, slots=True)
class DueMoved:
    """The seller alone notes what was agreed elsewhere: the due time is this one."""

    due: int


@dataclass(frozen=True, slots=True)
class WindowPassed:
    """Of an order with a seller alone: the time for this step is over. The bot does not see what happened elsewhere,
    so the order stays open and the seller is asked."""

    step: Step
    until: int


@dataclass(frozen=True, slots=True)
class WorkStarted:
    """The seller agreed with the brief."""

    due: int


@dataclass(frozen=True, slots=True)
class CancellationRequested:
    """The clock is frozen; the other side answers until `answer_until`."""

    by: Side
    reason: CancelReason
    explanation: str
    answer_until: int


@dataclass(frozen=True, slots=True)
class CancellationWithdrawn:
    """The clock goes on until `clock_until`."""

    by: Side
    clock_until: int


@dataclass(frozen=True, slots=True)
class CancellationDeclined:
    """The other side wants the order to go on; the clock runs until `clock_until`."""

    by: Side
    clock_until: int


@dataclass(frozen=True, slots=True)
class WorkDelivered:
    """The `number`-th delivery; the seller's clock stands still."""

    content: Content
    number: int
    review_until: int


@dataclass(frozen=True, slots=True)
class WorkReturned:
    """The buyer's remarks; the seller's clock goes on until `due`."""

    remarks: Content
    due: int


@dataclass(frozen=True, slots=True)
class Said:
    """One side wrote to the other inside the order."""

    by: Side
    saying: Saying
    content: Content


@dataclass(frozen=True, slots=True)
class SaidEdited:
    """What was said by the fact `said` reads so now; the history keeps both."""

    by: Side
    said: int
    saying: Saying
    content: Content


@dataclass(frozen=True, slots=True)
class InformationRequested:
    """The seller needs to know more."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class InformationAnswered:
    """The buyer's answer to these items has joined the brief; `left` are still open.

    `said`: the fact that had passed the words on before they were called an answer; None: this one does.
    """

    items: tuple[Item, ...]
    content: Content
    left: int
    said: int | None = None


@dataclass(frozen=True, slots=True)
class InformationClosed:
    """The seller no longer waits for answers to these items; `left` are still open."""

    items: tuple[Item, ...]
    left: int


@dataclass(frozen=True, slots=True)
class OptionOffered:
    """The seller offers paid extra work."""

    option: Option


@dataclass(frozen=True, slots=True)
class OptionPaid:
    """Price and term have grown; `due`: the moved due time, if the term was running."""

    option: Option
    due: int | None
    charge: Charge | None = None


@dataclass(frozen=True, slots=True)
class OptionDeclined:
    """The buyer doesn't want it."""

    option: Option


@dataclass(frozen=True, slots=True)
class OptionWithdrawn:
    """The seller has taken it back."""

    option: Option


@dataclass(frozen=True, slots=True)
class WaitRequested:
    """The seller asks for this due time."""

    until: int


@dataclass(frozen=True, slots=True)
class WaitAgreed:
    """The due time has moved here."""

    due: int


@dataclass(frozen=True, slots=True)
class WaitDeclined:
    """The due time asked for is not granted."""

    until: int


@dataclass(frozen=True, slots=True)
class RequestsClosed:
    """What was still unanswered when the order moved on."""

    options: tuple[Option, ...]
    wait: bool
    information: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class ArbiterCalled:
    """One side asks the operator to decide; the clock is frozen."""

    by: Side
    statement: str


@dataclass(frozen=True, slots=True)
class DisputeWithdrawn:
    """The caller has taken it back; the clock goes on until `clock_until`."""

    by: Side
    clock_until: int


@dataclass(frozen=True, slots=True)
class ArbiterAsked:
    """The arbiter asks both sides. `arbiter`: the operator's id, which neither side is shown."""

    question: str
    arbiter: int


@dataclass(frozen=True, slots=True)
class ArbiterDecided:
    """The dispute is over: the clock runs until `clock_until` or, without that, the order ends.

    `arbiter`: the operator's id, which neither side is shown.
    """

    decision: Decision
    reason: str
    arbiter: int
    clock_until: int | None


@dataclass(frozen=True, slots=True)
class DueTimePassed:
    """The order is overdue and goes on."""

    due: int


@dataclass(frozen=True, slots=True)
class StepPutOff:
    """An automatic step moved to `until`, since no warning had been handed over an hour before it.

    `is_warned`: a warning is already on its way; otherwise one goes out now.
    """

    step: Step
    until: int
    is_warned: bool


@dataclass(frozen=True, slots=True)
class OrderEnded:
    """The last move of an order; words and refunds may follow."""

    ending: Ending


@dataclass(frozen=True, slots=True)
class MoneyReturned:
    """So much is back with the buyer."""

    money: Money


@dataclass(frozen=True, slots=True)
class ReviewLeft:
    """The buyer's word on the finished order. `content`: a text, a photo, both or neither."""

    mood: Mood
    content: Content


@dataclass(frozen=True, slots=True)
class ReviewAnswered:
    """The seller's answer to it."""

    text: str


@dataclass(frozen=True, slots=True)
class ReviewHidden:
    """Nobody sees it any more. `operator`: whose doing, which neither side is shown."""

    reason: str
    operator: int


@dataclass(frozen=True, slots=True)
class ReviewShown:
    """Everybody sees it again."""

    operator: int


@dataclass(frozen=True, slots=True)
class OutcomeVoided:
    """The end, which counted so, counts nowhere any more. `operator`: whose doing, which neither side is shown."""

    effect: Effect
    reason: str
    operator: int


@dataclass(frozen=True, slots=True)
class OutcomeCounted:
    """The end counts again, and so."""

    effect: Effect
    operator: int


Fact = (
    OrderPlaced
    | OrderPaid
    | OrderAdded
    | BuyerJoined
    | DueMoved
    | WindowPassed
    | WorkStarted
    | CancellationRequested
    | CancellationWithdrawn
    | CancellationDeclined
    | WorkDelivered
    | WorkReturned
    | Said
    | SaidEdited
    | InformationRequested
    | InformationAnswered
    | InformationClosed
    | OptionOffered
    | OptionPaid
    | OptionDeclined
    | OptionWithdrawn
    | WaitRequested
    | WaitAgreed
    | WaitDeclined
    | RequestsClosed
    | ArbiterCalled
    | DisputeWithdrawn
    | ArbiterAsked
    | ArbiterDecided
    | DueTimePassed
    | StepPutOff
    | OrderEnded
    | MoneyReturned
    | ReviewLeft
    | ReviewAnswered
    | ReviewHidden
    | ReviewShown
    | OutcomeVoided
    | OutcomeCounted
)
