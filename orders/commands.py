"""What can be asked of an order. Each is one move of SPEC 2; who may ask and when is decided by `transition`."""

from dataclasses import dataclass
from enum import StrEnum

from orders.content import Content
from orders.dispute import Decision
from orders.money import Money
from orders.order import CancelReason, Mood
from orders.payment import Charge


@dataclass(frozen=True, slots=True)
class ByPerson:
    """A move that a person makes; `by` is their Telegram id as Telegram vouches for it."""

    by: int


class ConfirmPayment(ByPerson):
    """With direct settlement the buyer's confirmation is the moment of payment."""


@dataclass(frozen=True, slots=True)
class TakePayment(ByPerson):
    """The buyer's money for the order has arrived."""

    charge: Charge


class Abandon(ByPerson):
    """The buyer drops an order before paying."""


class TakeBack(ByPerson):
    """The seller takes back an offer before its order is paid."""


class StartWork(ByPerson):
    """«Приступаю к работе»: the seller agrees with the brief."""


@dataclass(frozen=True, slots=True)
class RequestCancellation(ByPerson):
    """A side asks the other to agree to a cancellation."""

    reason: CancelReason
    explanation: str


class Verdict(StrEnum):
    """What the buyer thinks of the seller's reason."""

    EXCUSED = "excused"
    BLAMED = "blamed"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class JudgeCancellation(ByPerson):
    """The buyer answers the seller's request."""

    verdict: Verdict


@dataclass(frozen=True, slots=True)
class AnswerCancellation(ByPerson):
    """The seller answers the buyer's request."""

    agrees: bool


class WithdrawCancellation(ByPerson):
    """«Отозвать запрос»: who asked takes it back."""


class CancelAnyway(ByPerson):
    """«Отменить всё равно»: the seller, after the buyer declined."""


class CancelBeforeStart(ByPerson):
    """The buyer, while nobody has started."""


class ChangeMind(ByPerson):
    """The buyer, in the first minutes after the start."""


class CancelOverdue(ByPerson):
    """The buyer's one-click cancel past the due time."""


@dataclass(frozen=True, slots=True)
class Deliver(ByPerson):
    """«Сдать выполненную работу»."""

    content: Content


class Accept(ByPerson):
    """«Принять работу»."""


@dataclass(frozen=True, slots=True)
class SendBack(ByPerson):
    """«Отправить на доработку»."""

    remarks: Content


class Saying(StrEnum):
    """What a message inside an order is meant as."""

    MESSAGE = "message"
    #: In older histories only: since then information is asked for item by item.
    INFORMATION_REQUEST = "information_request"
    INTERIM_RESULT = "interim_result"


@dataclass(frozen=True, slots=True)
class Say(ByPerson):
    """«Написать», «Показать промежуточный результат»: status and clock stay as they are."""

    saying: Saying
    content: Content


@dataclass(frozen=True, slots=True)
class CorrectSaid(ByPerson):
    """A message inside the order was edited by its author after it was passed on.

    `said`: the id of the fact that passed it on; `at`: when that was, epoch seconds; `saying`: what it was meant as.
    """

    said: int
    at: int
    saying: Saying
    content: Content


@dataclass(frozen=True, slots=True)
class RequestInformation(ByPerson):
    """«Запросить информацию»: what the seller needs, item by item."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerInformation(ByPerson):
    """«Ответить»: to these items, by their numbers; those closed meanwhile do not count.

    `said`: the id of the fact that has passed these words on already; None: they have not been passed on.
    """

    items: tuple[int, ...]
    content: Content
    said: int | None = None


@dataclass(frozen=True, slots=True)
class CloseInformation(ByPerson):
    """The seller no longer waits for answers to these items, by their numbers."""

    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OfferOption(ByPerson):
    """«Предложить опции»: paid extra work."""

    title: str
    price: Money
    extra_days: int


@dataclass(frozen=True, slots=True)
class AnswerOption(ByPerson):
    """«Оплатить опцию» or «Отказаться»; with direct settlement the press is the payment."""

    option: int
    agrees: bool


@dataclass(frozen=True, slots=True)
class TakeOptionPayment(ByPerson):
    """The buyer's money for an option has arrived."""

    option: int
    charge: Charge


@dataclass(frozen=True, slots=True)
class WithdrawOption(ByPerson):
    """The seller takes an offer back."""

    option: int


@dataclass(frozen=True, slots=True)
class AskToWait(ByPerson):
    """«Попросить подождать»: the due time that the seller asks for, epoch seconds."""

    until: int


@dataclass(frozen=True, slots=True)
class AnswerWait(ByPerson):
    """«Подожду» or «Не согласен», to the request for this very due time."""

    until: int
    agrees: bool


@dataclass(frozen=True, slots=True)
class MoveDue(ByPerson):
    """The seller alone, once the buyer has agreed elsewhere: the new due time, epoch seconds."""

    until: int


class CallOff(ByPerson):
    """The seller alone: the order is cancelled elsewhere."""


class Join(ByPerson):
    """The buyer of an order from elsewhere comes in by its link."""


@dataclass(frozen=True, slots=True)
class CallArbiter(ByPerson):
    """«Позвать арбитра»: what is wrong, in the side's own words."""

    statement: str


class WithdrawDispute(ByPerson):
    """«Отозвать обращение»: who called takes it back."""


@dataclass(frozen=True, slots=True)
class LeaveReview(ByPerson):
    """«Оставить отзыв»: the buyer's one word on a finished order. `content`: words and a photo, or nothing."""

    mood: Mood
    content: Content


@dataclass(frozen=True, slots=True)
class AnswerReview(ByPerson):
    """«Ответить на отзыв»: the seller's one answer."""

    text: str


@dataclass(frozen=True, slots=True)
class HideReview:
    """Nobody is to see the review any more, nor does it count. `by`: the operator's Telegram id."""

    by: int
    reason: str


@dataclass(frozen=True, slots=True)
class ShowReview:
    """Everybody sees the review again. `by`: the operator's Telegram id."""

    by: int


@dataclass(frozen=True, slots=True)
class VoidOutcome:
    """«Не учитывать в рейтинге»: the end of the order counts nowhere. `by`: the operator's Telegram id."""

    by: int
    reason: str


@dataclass(frozen=True, slots=True)
class CountOutcome:
    """«Учитывать снова». `by`: the operator's Telegram id."""

    by: int


@dataclass(frozen=True, slots=True)
class AskSides:
    """The arbiter asks both sides something. `by`: the operator's Telegram id."""

    by: int
    question: str


@dataclass(frozen=True, slots=True)
class Arbitrate:
    """The arbiter's decision of an open dispute. `by`: the operator's Telegram id."""

    by: int
    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True)
class Settle:
    """The clock's own step: whatever has come due by now, with what is known of the person it would harm."""

    #: Whether the person who must act can be reached at all; who has blocked the bot is not waited for.
    is_reachable: bool = True


@dataclass(frozen=True, slots=True)
class NoteRefund:
    """Money of an ended order is back with its buyer."""

    money: Money


@dataclass(frozen=True, slots=True)
class NoteWarning:
    """A warning of the running clock was handed to Telegram at this moment."""

    at: int
    turn: int


PersonCommand = (
    ConfirmPayment
    | TakePayment
    | Abandon
    | TakeBack
    | StartWork
    | RequestCancellation
    | JudgeCancellation
    | AnswerCancellation
    | WithdrawCancellation
    | CancelAnyway
    | CancelBeforeStart
    | ChangeMind
    | CancelOverdue
    | Deliver
    | Accept
    | SendBack
    | Say
    | CorrectSaid
    | RequestInformation
    | AnswerInformation
    | CloseInformation
    | OfferOption
    | AnswerOption
    | TakeOptionPayment
    | WithdrawOption
    | AskToWait
    | AnswerWait
    | MoveDue
    | CallOff
    | CallArbiter
    | WithdrawDispute
    | LeaveReview
    | AnswerReview
)
ArbiterCommand = AskSides | Arbitrate
OverseerCommand = HideReview | ShowReview | VoidOutcome | CountOutcome
OperatorCommand = ArbiterCommand | OverseerCommand
Command = PersonCommand | OperatorCommand | Join | Settle | NoteRefund | NoteWarning
