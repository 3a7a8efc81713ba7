"""The buttons' typed data (at most 64 bytes). It holds ids and what is wanted; who may is decided at every press."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from orders.dispute import Ruling
from orders.order import CancelReason, Mood, Order


class Style(StrEnum):
    """Telegram's colours, by meaning."""

    GO = "success"
    STOP = "danger"
    MAIN = "primary"


class Move(StrEnum):
    """What a button of an order asks for. The values are short: they travel in the button."""

    PAY = "pay"
    BILL = "bill"
    ABANDON = "drop"
    START = "start"
    CANCEL = "cancel"
    WITHDRAW = "take"
    ANYWAY = "any"
    EXCUSE = "ok"
    BLAME = "bad"
    DECLINE = "no"
    AGREE = "agree"
    REFUSE = "refuse"
    CANCEL_BEFORE_START = "early"
    CHANGE_MIND = "mind"
    CANCEL_OVERDUE = "late"
    ASK_CANCEL = "ask"
    DELIVER = "deliver"
    INTERIM = "interim"
    ACCEPT = "accept"
    REWORK = "rework"
    OFFER_OPTION = "option"
    ASK_TO_WAIT = "wait"
    WRITE = "write"
    QUICK_REPLY = "quick"
    OFFER = "offer"
    ASK_INFORMATION = "info"
    ANSWER = "reply"
    NOT_NEEDED = "enough"
    CALL_ARBITER = "arbiter"
    WITHDRAW_DISPUTE = "recall"
    REVIEW = "review"
    ANSWER_REVIEW = "respond"
    #: The seller of an order from elsewhere, alone in it.
    HANDED_OVER = "handed"
    MOVE_DUE = "due"
    CALL_OFF = "off"
    INVITE = "invite"
    OPEN = "open"
    BRIEF = "brief"
    HISTORY = "history"


class Place(StrEnum):
    """What kind of message the button stands on: a card is redrawn when its button is out of date."""

    CARD = "c"
    NOTE = "n"


class OrderPress(CallbackData, prefix="o"):
    """A button of an order, drawn for one turn of it."""

    number: int
    move: Move
    turn: int
    place: Place = Place.NOTE


class SurePress(CallbackData, prefix="y"):
    """The answer to «Точно?» before a step that can't be undone."""

    number: int
    move: Move
    turn: int
    #: «Не отменять».
    stay: bool = False


class ReasonPress(CallbackData, prefix="r"):
    """The reason chosen for a cancellation: opens the form, from an older message too."""

    number: int
    reason: CancelReason
    #: «Не отменять».
    stay: bool = False


class OptionAnswer(StrEnum):
    """What can be done with an offered option."""

    PAY = "pay"
    DECLINE = "no"
    WITHDRAW = "take"


class OptionPress(CallbackData, prefix="p"):
    """A button of one offered option."""

    number: int
    option: int
    answer: OptionAnswer
    place: Place = Place.NOTE


class PresetPress(CallbackData, prefix="m"):
    """An option that the order's gig has ready is to be offered, or «Своя опция».

    `seen`: how the option read (`handlers.marks`), empty for one's own; `offered`: how many options the order had had.
    """

    number: int
    seen: str
    offered: int


class WaitPress(CallbackData, prefix="w"):
    """The buyer's answer to the request to wait until then."""

    number: int
    until: int
    agrees: bool
    place: Place = Place.NOTE


class WaitDaysPress(CallbackData, prefix="d"):
    """How many days the seller asks for; 0: a date of their own."""

    number: int
    turn: int
    days: int


class CalendarPress(CallbackData, prefix="cal"):
    """The deadlines as a file for a calendar: of one order or, with 0, of all that are open."""

    number: int = 0


class DisputePress(CallbackData, prefix="dv"):
    """To an operator: one dispute, as it stands now."""

    number: int


class DisputesPress(CallbackData, prefix="dl"):
    """To an operator: a page of all open disputes."""

    page: int = 0


class PersonAct(StrEnum):
    """What an operator can do with a person."""

    OPEN = "open"
    PAUSE = "pause"
    BAN = "ban"
    FORGIVE = "good"


class PersonPress(CallbackData, prefix="ap"):
    """To an operator: a button of one person."""

    id: int
    act: PersonAct


class OrderLookPress(CallbackData, prefix="ao"):
    """To an operator: an order as they see it."""

    number: int


class RulingPress(CallbackData, prefix="dr"):
    """To an operator: decide a dispute so."""

    number: int
    ruling: Ruling
    turn: int


class AskSidesPress(CallbackData, prefix="dq"):
    """To an operator: ask both sides of a dispute something."""

    number: int
    turn: int


class SellerPress(CallbackData, prefix="shop"):
    """A seller's page, as everybody sees it. `page`: of their gigs, from 0, in place of the pressed message."""

    id: int
    page: int | None = None


class ReviewsOf(StrEnum):
    """Whose reviews."""

    SELLER = "s"
    GIG = "g"


class ReviewsPress(CallbackData, prefix="rs"):
    """A page of reviews, from 0; `here`: in place of the page that is open."""

    of: ReviewsOf
    id: int
    page: int = 0
    here: bool = False


class ReviewPress(CallbackData, prefix="rv"):
    """One review, whole, with its photo; `number`: of its order."""

    number: int


class MoodPress(CallbackData, prefix="rm"):
    """«Положительный отзыв» or «Отрицательный отзыв»; `form` as in `FormPress`."""

    mood: Mood
    form: int


class RatingPress(CallbackData, prefix="rt"):
    """What a seller's rating is made of, a page from 0; `seller`: to an operator, somebody else's; 0: one's own."""

    page: int = 0
    seller: int = 0
    here: bool = False


class OpenGigPress(CallbackData, prefix="k"):
    """The page of a gig, as its link shows it."""

    code: str


class OffersPress(CallbackData, prefix="ofs"):
    """A page of the seller's offers, from 0."""

    page: int = 0


class FormStep(StrEnum):
    """The buttons that every form shares."""

    DONE = "done"
    MORE = "more"
    BACK = "back"
    CANCEL = "cancel"
    SKIP = "skip"
    SEND = "send"
    LATER = "later"


class FormPress(CallbackData, prefix="f"):
    """A button of a form; `form` is the number of the form it was drawn for, so that an old one acts no more."""

    step: FormStep
    form: int


class Screen(StrEnum):
    """The rooms of the menu."""

    MENU = "menu"
    ORDERS = "orders"
    GIGS = "gigs"
    CATALOGUE = "catalog"
    EXCHANGE = "exchange"
    BALANCE = "balance"
    STATISTICS = "statistics"
    SETTINGS = "settings"
    HELP = "help"


class PayoutAct(StrEnum):
    """What can be done with a payout: the first three by an operator, the last by its seller while it waits."""

    OPEN = "open"
    PAID = "paid"
    DECLINE = "no"
    TAKE_BACK = "take"


class PayoutPress(CallbackData, prefix="po"):
    """A button of one payout."""

    id: int
    act: PayoutAct


class GoPress(CallbackData, prefix="g"):
    """Open a room of the menu; `here`: in place of the message with the button, which holds nothing worth keeping."""

    screen: Screen
    here: bool = False


def order_button(
    text: str, order: Order, move: Move, style: Style | None = None, place: Place = Place.NOTE
) -> InlineKeyboardButton:
    """A button that asks for a move of the order as it stands now.

    Its data is what `OrderPress.pack` makes, at a tenth of the cost: a card has a dozen of them.
    """
    data = f"{OrderPress.__prefix__}:{order.number}:{move}:{order.turn}:{place}"
    return InlineKeyboardButton(text=text, callback_data=data, style=style)


def open_order_button(text: str, number: int) -> InlineKeyboardButton:
    """The way to an order, whatever has become of it."""
    return button(text, OrderPress(number=number, move=Move.OPEN, turn=0))


def button(text: str, data: CallbackData, style: Style | None = None) -> InlineKeyboardButton:
    """Any other button."""
    return InlineKeyboardButton(text=text, callback_data=data.pack(), style=style)
