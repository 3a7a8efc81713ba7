"""An order: what is known of it at one moment."""

from dataclasses import dataclass
from enum import StrEnum

from orders.content import Answer
from orders.dispute import Dispute
from orders.gig import Terms
from orders.money import Money
from orders.payment import PaymentMethod
from orders.status import Side, Status


class CancelReason(StrEnum):
    """Why a side asks to cancel: the seller picks from `SELLER_REASONS`, the buyer from `BUYER_REASONS`."""

    MISMATCH = "mismatch"
    NO_INFORMATION = "no_information"
    NO_CONTACT = "no_contact"
    AGREED = "agreed"
    UNABLE = "unable"
    NO_TIME = "no_time"
    NOT_NEEDED = "not_needed"
    SELLER_SILENT = "seller_silent"
    AGREED_WITH_SELLER = "agreed_with_seller"
    OTHER = "other"


SELLER_REASONS = (
    CancelReason.MISMATCH,
    CancelReason.NO_INFORMATION,
    CancelReason.NO_CONTACT,
    CancelReason.AGREED,
    CancelReason.UNABLE,
    CancelReason.NO_TIME,
    CancelReason.OTHER,
)
BUYER_REASONS = (
    CancelReason.NOT_NEEDED,
    CancelReason.SELLER_SILENT,
    CancelReason.AGREED_WITH_SELLER,
    CancelReason.OTHER,
)


#: In an order from elsewhere, the buyer's id until they have joined it. Telegram gives no such id to anybody.
NOBODY = 0


class Origin(StrEnum):
    """Where an order comes from (SPEC 9)."""

    GIG = "gig"
    OFFER = "offer"
    EXCHANGE = "exchange"
    #: From another marketplace, added by the seller.
    ELSEWHERE = "elsewhere"

    @property
    def counts(self) -> bool:
        """Whether such orders say anything about their seller: what the seller alone has written down does not."""
        return self is not Origin.ELSEWHERE


class Effect(StrEnum):
    """What the end of an order says about the seller."""

    KEPT = "kept"
    BROKEN = "broken"


class Ending(StrEnum):
    """How an order ended."""

    ACCEPTED = "accepted"
    AUTO_ACCEPTED = "auto_accepted"
    LAPSED = "lapsed"
    ABANDONED = "abandoned"
    TAKEN_BACK = "taken_back"
    AUTO_CANCELLED = "auto_cancelled"
    CANCELLED_BEFORE_START = "cancelled_before_start"
    CHANGED_MIND = "changed_mind"
    CANCELLED_OVERDUE = "cancelled_overdue"
    EXCUSED = "excused"
    BLAMED = "blamed"
    CANCELLED_ANYWAY = "cancelled_anyway"
    SELLER_AGREED = "seller_agreed"
    SILENCE = "silence"
    #: An order from elsewhere that its buyer has not joined: the seller says that it is cancelled there.
    CALLED_OFF = "called_off"
    AWARDED_TO_SELLER = "awarded_to_seller"
    AWARDED_TO_BUYER = "awarded_to_buyer"
    SPLIT = "split"

    @property
    def effect(self) -> Effect | None:
        """How it counts by itself, none: not at all (SPEC 8). Whether an order counts, `Order.effect` says."""
        return _EFFECTS.get(self)

    @property
    def status(self) -> Status:
        """The final status this ending leads to."""
        return Status.COMPLETED if self.effect is Effect.KEPT else Status.CANCELLED

    @property
    def is_arbiters(self) -> bool:
        """Whether the arbiter's word has ended it."""
        return self in {Ending.AWARDED_TO_SELLER, Ending.AWARDED_TO_BUYER, Ending.SPLIT}

    @property
    def was_paid(self) -> bool:
        """Whether the seller ever heard of the order."""
        return self not in {Ending.LAPSED, Ending.ABANDONED, Ending.TAKEN_BACK}


_EFFECTS = {
    Ending.ACCEPTED: Effect.KEPT,
    Ending.AUTO_ACCEPTED: Effect.KEPT,
    Ending.AWARDED_TO_SELLER: Effect.KEPT,
    Ending.AUTO_CANCELLED: Effect.BROKEN,
    Ending.BLAMED: Effect.BROKEN,
    Ending.CANCELLED_ANYWAY: Effect.BROKEN,
    Ending.CANCELLED_OVERDUE: Effect.BROKEN,
}


@dataclass(frozen=True, slots=True)
class Running:
    """A clock that runs. It has run out when `now >= until`."""

    until: int
    #: When a warning of this clock was first handed to Telegram; None: not yet.
    warned_at: int | None = None


@dataclass(frozen=True, slots=True)
class Frozen:
    """A clock that stands still while a cancellation is being agreed, or while an arbiter decides.

    `left` is negative when it had run out.
    """

    left: int
    warned_at: int | None = None


Clock = Running | Frozen


@dataclass(frozen=True, slots=True, kw_only=True)
class CancellationRequest:
    """One side asks to cancel; the other answers before `answer` runs out."""

    by: Side
    reason: CancelReason
    explanation: str
    asked_at: int
    answer: Running


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Paid extra work on one order, offered or bought; `number` counts the order's options."""

    number: int
    title: str
    price: Money
    extra_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitRequest:
    """The seller asks the buyer to wait until then."""

    until: int
    asked_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that the seller needs to know; `number` counts all that was ever asked for in the order."""

    number: int
    text: str


class Mood(StrEnum):
    """Whether a review speaks for the seller."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What the buyer says of a finished order to everybody, and what the seller answers. Both stand for good."""

    mood: Mood
    text: str = ""
    #: One photo, by Telegram's file id.
    photo: str | None = None
    left_at: int
    answer: str | None = None
    #: Why an operator has hidden it, as both sides have read it; None: everybody sees it.
    hidden: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One purchase. Changed only by `transition`."""

    number: int
    seller_id: int
    buyer_id: int
    gig_id: int | None
    origin: Origin = Origin.GIG
    #: Of an order from elsewhere: who has ordered it and where, in the seller's words; empty: not said.
    counterpart: str = ""
    terms: Terms
    brief: tuple[Answer, ...]
    status: Status
    placed_at: int
    method: PaymentMethod = PaymentMethod.DIRECT
    #: What the operator keeps of what the seller earns with it, in hundredths of a percent.
    commission: int = 0
    paid_at: int | None = None
    started_at: int | None = None
    ended_at: int | None = None
    ending: Ending | None = None
    #: The clock that belongs to the status: payment, start, work or review. None when the order is final.
    clock: Clock | None = None
    #: In review: what was left of the term at delivery, in seconds; negative when it was late.
    work_left: int | None = None
    cancellation: CancellationRequest | None = None
    #: The buyer has declined a request of the seller in this status: «Отменить всё равно» is open.
    cancellation_declined: bool = False
    #: The arbiter has been called: the clock is frozen, and no request is pending.
    dispute: Dispute | None = None
    #: Of an order that the arbiter has split: what of its money went to the seller, commission included, minor units.
    seller_part: int | None = None
    #: Open offers of paid extra work, oldest first.
    options: tuple[Option, ...] = ()
    #: How many options this order has had, bought ones too: the number of the newest.
    options_offered: int = 0
    #: Options that are part of the order, ordered with it or paid for later, oldest first; `terms` hold their price and
    #: days.
    bought: tuple[Option, ...] = ()
    wait: WaitRequest | None = None
    #: What the buyer has been asked for and has not answered yet, oldest first.
    information: tuple[Item, ...] = ()
    information_asked: int = 0
    #: Both sides know that the due time has passed; of an order with a seller alone, that its clock has run out.
    overdue_told: bool = False
    deliveries: int = 0
    #: Of a completed order: whether the delivery that was accepted came before the due time; None: none was.
    delivered_in_time: bool | None = None
    #: How many times the work came back from review.
    returns: int = 0
    review: Review | None = None
    #: Why an operator does not let its end count, as its seller has read it; None: it counts.
    voided: str | None = None
    #: Counts the moves. A button is drawn for one turn and acts in that turn only; a timer likewise.
    turn: int = 0
    #: Guards against two writers; storage counts it.
    version: int = 0

    @property
    def is_solo(self) -> bool:
        """From elsewhere, and its buyer has not joined: the seller alone makes every move."""
        return self.buyer_id == NOBODY

    @property
    def is_rated(self) -> bool:
        """Whether its end may count for the rating and be reviewed."""
        return self.origin.counts

    @property
    def effect(self) -> Effect | None:
        """How its end counts for its seller, in the rating and everywhere else; None: not at all, or not yet."""
        if self.ending is None or self.voided is not None or not self.is_rated:
            return None
        return self.ending.effect

    def side_of(self, person_id: int) -> Side | None:
        """Which side this person is; None: a stranger."""
        if person_id == self.seller_id:
            return Side.SELLER
        return Side.BUYER if person_id == self.buyer_id and not self.is_solo else None

    def person_on(self, side: Side) -> int:
        """The Telegram id of the person on that side; `NOBODY` where no buyer has joined."""
        return self.seller_id if side is Side.SELLER else self.buyer_id

    def is_overdue(self, now: int) -> bool:
        """In progress, the term has run out, and the clock is not frozen."""
        return self.status is Status.IN_PROGRESS and isinstance(self.clock, Running) and now >= self.clock.until
