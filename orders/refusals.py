"""Why something can't be done.

The class name is the reason; the sentence is made in one place, `handlers/refusals.py`.
"""

from dataclasses import dataclass

from orders.status import Status


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error of ours
    """Nothing was changed."""


# --- about an order ---


class NoSuchOrder(Refusal):
    """There is no order of that number, or it isn't theirs: a stranger can't tell which."""


class WrongSide(Refusal):
    """This move belongs to the other side of the order."""


class OwnGig(Refusal):
    """A seller can't order from themselves."""


class BuyerNotJoined(Refusal):
    """The order is from elsewhere, and its seller is alone in it: there is nobody to ask or to write to."""


class BuyerHasJoined(Refusal):
    """The seller is no longer alone in this order from elsewhere: what both have to agree to is asked of the buyer."""


class AlreadyJoined(Refusal):
    """Somebody else is the buyer of this order from elsewhere already, or it is over."""


class OwnInvitation(Refusal):
    """The seller has opened the link that is meant for the buyer."""


class NoSuchInvitation(Refusal):
    """The link has been renewed or withdrawn, or never was."""


class MomentNotUnderstood(Refusal):
    """Neither a date, nor a time of day, nor how much is left."""


class MomentOutOfRange(Refusal):
    """A time to start that is not ahead, or a due time too long ago, or either too far away."""


class NoSuchGig(Refusal):
    """There is no such gig, or it isn't theirs."""


class NotOnSale(Refusal):
    """The gig is paused or removed, or the link's code doesn't exist."""


@dataclass(unsafe_hash=True)
class NotTakingOrders(Refusal):
    """The seller takes no orders now. `gig`: the id of the gig that was to be ordered."""

    gig: int
    #: When the seller is back, epoch seconds; None: when there is a place again.
    back_at: int | None = None


class SellerAway(NotTakingOrders):
    """Until the moment that the seller has named."""


class SellerBusy(NotTakingOrders):
    """As many orders are in work as the seller wants at a time."""


class Banned(Refusal):
    """The operator has closed the bot to this person."""


class NoSuchPerson(Refusal):
    """The bot has not met them."""


class NoSuchUpdate(Refusal):
    """It was tried again already, or never failed."""


class OtherCurrency(Refusal):
    """The gig's price is in a currency that the bot no longer takes."""


class PaidByInvoice(Refusal):
    """The bot holds the money of this order: it is paid by its invoice, not by a press."""


class PaidDirectly(Refusal):
    """The sides settle this order between themselves: the bot takes no money for it."""


class WrongAmount(Refusal):
    """Not the price, or not its currency."""


class NoSuchRefund(Refusal):
    """There is no such refund, or the money is back already."""


class NoSuchPayout(Refusal):
    """There is no such payout, or it was settled before."""


class NothingToWithdraw(Refusal):
    """The balance is empty."""


class NoOperator(Refusal):
    """Nobody is set up who could pay out."""


@dataclass(unsafe_hash=True)
class WrongStatus(Refusal):
    """The move doesn't exist in this status."""

    status: Status


class StaleButton(WrongStatus):
    """The button was drawn for an earlier turn of the order."""


class RoomClosed(WrongStatus):
    """The order ended too long ago to be written in."""


class NothingToReview(Refusal):
    """The end of the order says nothing about its seller."""


class ReviewTooLate(Refusal):
    """The order ended too long ago to be reviewed."""


class AlreadyReviewed(Refusal):
    """There is one review an order, and it stays as it is."""


class NoSuchReview(Refusal):
    """Nobody has left it."""


class ReviewAlreadyAnswered(Refusal):
    """There is one answer a review, and it stays as it is."""


class ReviewIsHidden(Refusal):
    """The operator has hidden the review: nobody would read an answer, and it can't be hidden twice."""


class ReviewIsShown(Refusal):
    """Everybody sees the review already."""


class OwnOrder(Refusal):
    """An operator is a side of this order: another one may decide about it."""


class NoOutcome(Refusal):
    """The end of the order counts nowhere by itself."""


class OutcomeIsVoided(Refusal):
    """It does not count already."""


class OutcomeCounts(Refusal):
    """It counts already."""


class ClockRanOut(Refusal):
    """The clock won: its automatic step comes before this press."""


class ClockStillRuns(Refusal):
    """An automatic step before its time."""


class CancellationPending(Refusal):
    """First the cancellation request must be answered or taken back."""


class NoCancellationPending(Refusal):
    """There is no cancellation request to answer or take back."""


class NothingDeclined(Refusal):
    """«Отменить всё равно» comes only after the buyer declined."""


class ChangeOfMindOver(Refusal):
    """The buyer's first minutes after the start are over."""


class ChangeOfMindStillPossible(Refusal):
    """No request is needed yet: the buyer can simply cancel."""


class NotOverdue(Refusal):
    """One-click cancel exists only past the due time."""


class AlreadyOverdue(Refusal):
    """No request is needed: past the due time the buyer cancels in one click."""


class NoSuchItem(Refusal):
    """The item has been answered, or the seller no longer waits for it."""


class NoSuchOption(Refusal):
    """The option has been paid, declined, taken back or closed."""


class OptionAlreadyOffered(Refusal):
    """The buyer has not answered the very same offer yet."""


class NoSuchPreset(Refusal):
    """The gig has no such option, or no longer at that price and with those days."""


class NoWaitRequested(Refusal):
    """This request to wait is no longer open."""


class WaitAlreadyRequested(Refusal):
    """The buyer has not answered the request for this very due time yet."""


class WaitOutOfRange(Refusal):
    """The date is not after the due time, or too far away."""


class DateNotUnderstood(Refusal):
    """Not a date like 30.11."""


# --- about an offer ---


class NoSuchOffer(Refusal):
    """There is no such offer, or it isn't theirs."""


class OfferOfAnother(Refusal):
    """It is for one person, who is somebody else."""


class OfferExpired(Refusal):
    """Its days are over."""


class OfferWithdrawn(Refusal):
    """The seller has taken it back."""


class OfferDeclined(Refusal):
    """The buyer has refused it."""


class OfferUsed(Refusal):
    """An order was placed of it."""


class OfferLengthUnknown(Refusal):
    """Not one of the numbers of days that can be chosen."""


class SellerStopped(Refusal):
    """The operator has paused the seller."""


# --- about the exchange ---


class NoSuchRequest(Refusal):
    """There is no such request, it isn't theirs, or it is hidden with its buyer."""


class RequestOver(Refusal):
    """It is closed: by its buyer, its days, an operator, or since a response was chosen and paid."""


class RequestPicked(Refusal):
    """The order of the chosen response waits to be paid."""


class RequestAnswered(Refusal):
    """Somebody has responded: what they have read stays as it is."""


class RequestChanged(Refusal):
    """The buyer has changed it since the seller has read it."""


class OwnRequest(Refusal):
    """Nobody responds to themselves."""


class AlreadyResponded(Refusal):
    """One response a seller."""


class NoSuchResponse(Refusal):
    """There is no such response, or it isn't theirs to see."""


class ResponseWithdrawn(Refusal):
    """Its seller has taken it back."""


class ResponseChanged(Refusal):
    """Its seller has changed it since the buyer has read it."""


class NothingAsked(Refusal):
    """A seller writes about a response once its buyer has asked something."""


class ExchangeStopped(Refusal):
    """The operator has paused this person."""


class CategoryNameTaken(Refusal):
    """Another category has this name already: nobody could tell the two apart."""


class NoSuchCategory(Refusal):
    """The operator has removed it."""


class CategoryExpected(Refusal):
    """One of the operator's is due here, by its button."""


class FileExpected(Refusal):
    """A file is due here, or the button that goes on."""


# --- about a dispute ---


class DisputeOpen(Refusal):
    """The order stands still until the arbiter has decided or the call is taken back."""


class NoDispute(Refusal):
    """There is none to decide or take back: it was decided, or taken back."""


class NoArbiter(Refusal):
    """This bot has no operator who could decide."""


class ArbiterIsSide(Refusal):
    """The only operators are sides of this very order."""


class OwnDispute(Refusal):
    """Nobody judges their own order; another operator can."""


class OwnDisputeAlone(OwnDispute):
    """Nobody judges their own order, and there is no other operator."""


class NothingToSplit(Refusal):
    """The bot holds no money of this order, or a single minor unit."""


@dataclass(unsafe_hash=True)
class SplitOutOfRange(Refusal):
    """Not a part of what is held: nothing, all of it, or more. `held`: minor units."""

    held: int
    currency: str


class DueOutOfRange(Refusal):
    """The new due time is not in the future, or too far away."""


class DueNotUnderstood(Refusal):
    """Neither a number of days nor a date like 30.11."""


# --- about what a person wrote ---


@dataclass(unsafe_hash=True)
class OutOfBounds(Refusal):
    """A length or number outside its bounds, both included."""

    least: int
    most: int
    actual: int | None = None


class TitleLength(OutOfBounds):
    """Characters of a gig's title."""


class DescriptionLength(OutOfBounds):
    """Characters of a gig's description."""


class TooManyQuestions(OutOfBounds):
    """Number of questions to the buyer."""


class QuestionLength(OutOfBounds):
    """Characters of the longest question."""


class TooManyPresets(OutOfBounds):
    """Options that a gig has ready."""


class PresetTitleTaken(Refusal):
    """Two options of a gig with the same title could not be told apart."""


class NothingToSearch(Refusal):
    """There is no letter or digit in what was to be looked for."""


class SearchTooLong(OutOfBounds):
    """Characters of a search."""


class SearchForgotten(Refusal):
    """The button is of a search that lies too long back, or is somebody else's."""


class CategoryNameLength(OutOfBounds):
    """The name of a category has too few or too many characters."""


class TermOutOfRange(OutOfBounds):
    """Days."""


class TermNotUnderstood(OutOfBounds):
    """Not a whole number of days."""


class ExplanationLength(OutOfBounds):
    """Characters of the explanation of a cancellation."""


class StatementLength(OutOfBounds):
    """Characters of what an arbiter is told."""


class ReasonLength(OutOfBounds):
    """Characters of the reason that the operator gives: to a person, or for an arbiter's decision."""


class ArbiterQuestionLength(OutOfBounds):
    """Characters of what an arbiter asks the sides."""


class CounterpartLength(OutOfBounds):
    """Characters of who has ordered elsewhere."""


class TextTooLong(OutOfBounds):
    """Characters of a text that is handed over: one Telegram message."""


class TooManyFiles(OutOfBounds):
    """Files of one hand-over."""


class TooManyItems(OutOfBounds):
    """Open items of one order, those asked for now among them."""


class ItemLength(OutOfBounds):
    """Characters of the longest item."""


class ListTooLong(OutOfBounds):
    """Characters of all open items together."""


class TooManyOptions(OutOfBounds):
    """Open offers of one order."""


class ExtraDaysOutOfRange(OutOfBounds):
    """Days that an option adds."""


class ResponseLength(OutOfBounds):
    """Characters of what goes with a response."""


class TooManyRequests(OutOfBounds):
    """Open requests of one person."""


class TooManyResponses(OutOfBounds):
    """Responses to one request."""


@dataclass(unsafe_hash=True)
class PriceOutOfRange(Refusal):
    """Bounds in major units."""

    least: int
    most: int
    currency: str


class InvoiceTooDear(PriceOutOfRange):
    """With the chosen options the price is more than one invoice can ask for."""


@dataclass(unsafe_hash=True)
class PriceNotUnderstood(Refusal):
    """Not a number with at most the currency's digits after the point."""

    currency: str


class AmountNotUnderstood(PriceNotUnderstood):
    """The same, of money that is to be paid out."""


@dataclass(unsafe_hash=True)
class AmountOutOfRange(Refusal):
    """More than the balance holds (minor units), or nothing at all."""

    available: int
    currency: str


class NotEnoughMoney(AmountOutOfRange):
    """The balance holds less by now than was asked for, or nothing was asked for."""


class PayoutTargetLength(OutOfBounds):
    """Characters of where a payout is to go."""


class PayoutReasonLength(OutOfBounds):
    """Characters of why a payout is declined."""


class TooManyQuickReplies(OutOfBounds):
    """Quick replies that one person keeps."""


class QuickReplyLength(OutOfBounds):
    """Characters of a quick reply."""


@dataclass(unsafe_hash=True)
class UnknownPlaceholder(Refusal):
    """A word in braces in whose place nothing can be put."""

    #: With its braces.
    word: str


class NoSuchQuickReply(Refusal):
    """It has been removed or changed since, or isn't theirs."""


class UnsupportedKind(Refusal):
    """A sticker, a contact, a poll: nothing that can be handed over."""


class TooLateToEdit(Refusal):
    """What was said so long ago stays as it was read."""


class ReviewPhotoExpected(Refusal):
    """A review takes words and one photo, nothing else."""


class ReviewLength(OutOfBounds):
    """Of a review or the answer to it, in UTF-16 units."""


class TextExpected(Refusal):
    """Words are due here; a picture or file says nothing."""


class FormOver(Refusal):
    """The pressed button belongs to a form that is no longer open."""


class DeliveryNeedsText(Refusal):
    """A delivery is files and a message about them."""


class EmptyMessage(Refusal):
    """Neither words nor files."""


class RemarksNeeded(Refusal):
    """Rework without saying what to change helps nobody."""


class BriefIncomplete(Refusal):
    """Every question of the gig needs an answer."""


# --- about what a person set ---


class LastWarning(Refusal):
    """At least one warning of each clock must stay: a seller without any would miss it."""


class TooManyPhotos(OutOfBounds):
    """Photos of a gig."""


class PhotoExpected(Refusal):
    """A photo is due, and something else came; a picture sent as a file is something else, too."""


class AwayOutOfRange(OutOfBounds):
    """Days that a seller is away."""


class LimitOutOfRange(OutOfBounds):
    """Orders that a seller has in work at a time."""


class LimitNotUnderstood(OutOfBounds):
    """Not a whole number of orders."""


class TimezoneNotUnderstood(Refusal):
    """Neither a city we know, nor an IANA name, nor an offset from UTC."""


class QuietHoursNotUnderstood(Refusal):
    """Not two different times of day."""
