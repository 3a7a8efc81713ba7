"""What the desk needs of storage. `storage/` implements it; every method runs inside the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from desk.catalogue import CataloguePage
from desk.exchange import Requests, Responses, Subscriptions
from desk.money import Held, Payment, Payout, PayoutState, Purse, Refund, Statement
from desk.people import Person
from desk.posts import Post
from desk.room import Draft, RoomMessage
from desk.statistics import Figures
from desk.topics import Topic
from orders.catalogue import Wanted
from orders.category import Category
from orders.content import Content
from orders.facts import Fact
from orders.gig import Gig, Terms
from orders.ledger import AccountKind, Entry
from orders.money import Money
from orders.offer import Offer
from orders.order import Effect, Order, Review
from orders.quick_reply import QuickReply
from orders.rating import Outcome, Rating
from orders.reviewing import ReviewCounts
from orders.status import Side
from orders.timers import Timer


class VersionConflict(Exception):  # noqa: N818
    """Somebody else has saved this record since it was loaded."""


@dataclass(frozen=True, slots=True)
class RecordedFact:
    """A fact of an order as history keeps it; `id` grows with time, `at` is epoch seconds."""

    id: int
    order_number: int
    at: int
    fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedOrder:
    """A review that everybody sees, and of what it is."""

    number: int
    seller_id: int
    buyer_id: int
    #: Of its gig; None: the two have agreed on it between them, and what it is concerns nobody else.
    title: str | None
    review: Review


@dataclass(frozen=True, slots=True)
class GigReviews:
    """What buyers say of a gig: how many for and against it, the newest, and who has left that."""

    counts: ReviewCounts = field(default_factory=ReviewCounts)
    newest: ReviewedOrder | None = None
    by: Person | None = None


@dataclass(frozen=True, slots=True)
class WaitingPerson:
    """Somebody who wants to order this gig once its seller takes orders again."""

    seller_id: int
    person_id: int
    gig_id: int


class OrdersFilter(StrEnum):
    """The filters of «Заказы»."""

    ALL = "all"
    NEW = "new"
    IN_PROGRESS = "in_progress"
    IN_REVIEW = "in_review"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class OrdersPage:
    """Some orders, in the order that was asked for, and how many such there are in all."""

    orders: tuple[Order, ...]
    total: int


@dataclass(frozen=True, slots=True)
class OffersPage:
    """Some of a seller's offers, and how many there are in all."""

    offers: tuple[Offer, ...]
    total: int


class Orders(Protocol):
    """Orders and their facts."""

    async def get(self, number: int) -> Order | None: ...

    async def add(self, order: Order) -> Order:
        """The same order with its number."""
        ...

    async def save(self, order: Order) -> Order:
        """The same order in its next version. Raises: VersionConflict."""
        ...

    async def record(self, number: int, facts: Sequence[Fact], at: int) -> tuple[int, ...]:
        """The ids of the facts."""
        ...

    async def fact(self, fact_id: int) -> RecordedFact | None: ...

    async def history(self, number: int) -> tuple[RecordedFact, ...]:
        """All facts of one order, oldest first."""
        ...

    async def recent_effects(self, seller_id: int, limit: int) -> tuple[Effect, ...]:
        """How the seller's orders ended, of those that count, newest first."""
        ...

    async def recent_outcomes(self, seller_id: int, limit: int, before: Order | None = None) -> tuple[Outcome, ...]:
        """The seller's orders that count, newest first; `before`: only those that ended before this one."""
        ...

    async def page(self, person_id: int, which: OrdersFilter, offset: int, limit: int) -> OrdersPage:
        """Orders in which the person is a side. A seller's unpaid orders are not among them: the seller has not heard
        of those. Open ones come first: those that wait for an arbiter, then the others, soonest clock first (a
        frozen one by its answer clock); then the finished, newest first."""
        ...

    async def disputed(self, offset: int, limit: int) -> OrdersPage:
        """Orders whose dispute waits for an operator, the longest waiting first."""
        ...

    async def open_of(self, person_id: int) -> tuple[Order, ...]:
        """Every order that is not final in which the person is a side, by number."""
        ...

    async def in_work_of(self, seller_id: int, placed_after: int, buyer_id: int | None) -> int:
        """How many orders a seller has in work: paid and not delivered yet, or delivered and sent back; and with them
        those unpaid ones of other buyers than this that were placed after that moment."""
        ...


class Timers(Protocol):
    """The timers table."""

    async def replace(self, order_number: int, timers: Sequence[Timer]) -> None:
        """These and no others are the order's timers now."""
        ...

    async def due_orders(self, now: int, limit: int) -> tuple[int, ...]:
        """Numbers of orders with a timer due at or before `now`, the longest waiting first, each once."""
        ...

    async def due_of(self, order_number: int, now: int) -> tuple[Timer, ...]: ...

    async def next_due(self) -> int | None:
        """The soonest due time of all, epoch seconds."""
        ...


class Gigs(Protocol):
    """Gigs."""

    async def get(self, gig_id: int) -> Gig | None: ...

    async def by_code(self, code: str) -> Gig | None: ...

    async def add(
        self,
        seller_id: int,
        code: str,
        terms: Terms,
        at: int,
        *,
        category_id: int | None = None,
        photos: tuple[str, ...] = (),
    ) -> Gig: ...

    async def save(self, gig: Gig) -> None: ...

    async def of_seller(self, seller_id: int) -> tuple[Gig, ...]:
        """Those not removed, newest first."""
        ...


class Offers(Protocol):
    """Offers."""

    async def get(self, offer_id: int) -> Offer | None: ...

    async def by_code(self, code: str) -> Offer | None: ...

    async def add(self, offer: Offer) -> Offer:
        """The same offer with its id."""
        ...

    def save(self, offer: Offer) -> None: ...

    async def of_seller(self, seller_id: int, offset: int, limit: int) -> OffersPage:
        """Newest first."""
        ...


class Waiting(Protocol):
    """People who have asked to be told once a seller takes orders again."""

    async def add(self, seller_id: int, person_id: int, gig_id: int, at: int) -> bool:
        """They are told once; False: they have asked before, perhaps about another gig."""
        ...

    async def ready(self, now: int, limit: int) -> tuple[WaitingPerson, ...]:
        """Those whose seller takes orders again, the longest waiting first."""
        ...

    def drop(self, waiting: WaitingPerson) -> None: ...


class Categories(Protocol):
    """The categories that the operator has set."""

    async def all(self) -> tuple[Category, ...]:
        """In the operator's order."""
        ...

    async def get(self, category_id: int) -> Category | None:
        """Unless it has been removed."""
        ...

    async def add(self, name_ru: str, name_en: str) -> Category:
        """Below the others."""
        ...

    def save(self, category: Category) -> None:
        """Names and place."""
        ...

    def remove(self, category_id: int) -> None:
        """For good; whatever was in it has none."""
        ...


class Reviews(Protocol):
    """Reviews that everybody sees, those of people who are gone too; hidden ones are not among them."""

    async def of_seller(self, seller_id: int, offset: int, limit: int) -> tuple[ReviewedOrder, ...]:
        """Newest first."""
        ...

    async def of_gig(self, gig_id: int, offset: int, limit: int) -> tuple[ReviewedOrder, ...]:
        """Newest first."""
        ...

    async def counts_of_seller(self, seller_id: int) -> ReviewCounts: ...

    async def counts_of_gig(self, gig_id: int) -> ReviewCounts: ...


class Catalogue(Protocol):
    """What is on sale: gigs that are active, of sellers who may sell."""

    async def page(self, wanted: Wanted, currency: str, offset: int, limit: int) -> CataloguePage:
        """What is on sale in this currency."""
        ...

    async def place_of(self, gig_id: int, rating: Rating | None = None) -> int | None:
        """The gig's place among all on sale, from 1, in the default order; None: it is not on sale.

        `rating`: as if its seller had this one, so that a fall can be told: before and after.
        """
        ...

    async def best_of(self, seller_id: int, most: int) -> tuple[Gig, ...]:
        """The seller's gigs on sale that stand first among their own, so many of them."""
        ...

    async def remember(self, person_id: int, words: str) -> int:
        """The number of a search; a person's oldest ones are forgotten."""
        ...

    async def words_of(self, search_id: int, person_id: int) -> str | None:
        """What was looked for; None: it is forgotten."""
        ...


class People(Protocol):
    """People."""

    async def get(self, person_id: int) -> Person | None: ...

    async def save(self, person: Person, at: int) -> None:
        """Insert or replace."""
        ...

    async def is_seller(self, person_id: int) -> bool:
        """Whether they have ever offered anything or worked for somebody."""
        ...

    async def find(self, beginning: str, limit: int) -> tuple[Person, ...]:
        """People whose name or username begins so, who were here last first."""
        ...


class Outbox(Protocol):
    """What waits to be sent."""

    async def add(self, posts: Sequence[Post], at: int) -> None:
        """In this order, after everything already waiting for the same person."""
        ...

    async def release(self, person_id: int) -> None:
        """The person is back: what was held for them is sent now."""
        ...


class Cards(Protocol):
    """Which message is the newest card of a side."""

    async def get(self, order_number: int, side: Side) -> int | None: ...

    async def put(self, order_number: int, side: Side, message_id: int) -> None: ...


class RoomMessages(Protocol):
    """Which messages belong to which order."""

    def put(self, messages: Sequence[RoomMessage]) -> None: ...

    async def get(self, person_id: int, message_id: int) -> RoomMessage | None: ...

    async def of_fact(self, fact_id: int, person_id: int) -> tuple[RoomMessage, ...]:
        """The messages of a fact in a person's chat, oldest first."""
        ...

    def is_back(self, person_id: int) -> None:
        """The person can be reached again: the next absence is told anew."""
        ...


class RoomDrafts(Protocol):
    """What people have sent and nobody has been given yet."""

    def put(self, draft: Draft) -> None: ...

    async def get(self, person_id: int, number: int) -> Draft | None: ...

    def drop(self, draft: Draft) -> None: ...

    async def album(self, person_id: int) -> Draft | None:
        """The album of this person that still arrives for a known order."""
        ...

    async def of_album(self, person_id: int, album: str) -> Draft | None:
        """The draft to which messages of this album belong."""
        ...

    async def with_message(self, person_id: int, message_id: int) -> Draft | None:
        """The draft to which this message of the person belongs."""
        ...


class Ledger(Protocol):
    """Entries of the double-entry ledger, appended and never changed."""

    async def write(self, entry: Entry, at: int) -> None: ...

    async def balance(self, kind: AccountKind, holder: int) -> tuple[Money, ...]:
        """What is on an account, a sum a currency; empty ones are left out."""
        ...

    async def total(self, kind: AccountKind) -> tuple[Money, ...]:
        """What is on all accounts of a kind together, a sum a currency."""
        ...


class Balances(Protocol):
    """What the ledger says of one person's money. Each answer is of one moment, whole."""

    async def purses(self, person_id: int) -> tuple[Purse, ...]:
        """What a seller has earned, a purse a currency; none: nothing yet."""
        ...

    async def held(self, person_id: int, side: Side) -> tuple[Held, ...]:
        """What is held for orders in which the person is that side, by number."""
        ...

    async def statements(self, person_id: int, since: int, until: int) -> tuple[Statement, ...]:
        """A seller's balance from that moment on and before the other, a statement a currency. A currency of which
        there was nothing at all is left out."""
        ...

    async def began_at(self, person_id: int) -> int | None:
        """The moment of the first movement of a seller's balance."""
        ...


class Statistics(Protocol):
    """The figures of «Статистика». Each answer is of one moment, whole."""

    async def began_at(self, seller_id: int | None) -> int | None:
        """When a seller's first order was paid or, without a seller, anybody's; None: none was."""
        ...

    async def figures(self, seller_id: int | None, bounds: Sequence[int]) -> Figures:
        """From the first of these moments on and before the last. Between each two of them lies a span."""
        ...


class Payments(Protocol):
    """Payments that have arrived."""

    async def add(self, payment: Payment, at: int) -> Payment | None:
        """It has arrived just now; None: it has been told of before."""
        ...

    def held(self, charge_id: str, order_number: int) -> None: ...

    async def get(self, charge_id: str) -> Payment | None: ...

    async def find(self, number: str) -> Payment | None:
        """By Telegram's number of it or the provider's."""
        ...

    async def of_order(self, order_number: int) -> tuple[Payment, ...]:
        """All that were held for an order, oldest first."""
        ...


class Refunds(Protocol):
    """What is owed to buyers."""

    async def add(
        self, person_id: int, money: Money, charge_id: str | None, order_number: int | None, *, by_hand: bool, at: int
    ) -> Refund: ...

    async def get(self, refund_id: int) -> Refund | None: ...

    async def of_charge(self, charge_id: str) -> Refund | None:
        """The one that undoes this payment."""
        ...

    async def open(self, offset: int, limit: int) -> tuple[Refund, ...]:
        """All that is still owed, oldest first."""
        ...

    async def open_count(self) -> int: ...

    def try_now(self, refund_id: int) -> None:
        """The bot is not to wait any longer with this one."""
        ...

    async def open_of(self, person_id: int) -> tuple[Refund, ...]:
        """What is still owed to a person, oldest first."""
        ...

    def tried(self, refund_id: int, error: str, not_before: int) -> None:
        """In vain; again not before that moment."""
        ...

    def done(self, refund_id: int, at: int, by: int | None) -> None: ...


class Payouts(Protocol):
    """What sellers want to be paid."""

    async def add(self, person_id: int, money: Money, target: str, at: int) -> Payout: ...

    async def get(self, payout_id: int) -> Payout | None: ...

    async def requested(self, offset: int, limit: int) -> tuple[Payout, ...]:
        """Those that wait for the operator, oldest first."""
        ...

    async def requested_count(self) -> int: ...

    async def of_person(self, person_id: int, limit: int) -> tuple[Payout, ...]:
        """A person's own, newest first."""
        ...

    async def requested_of(self, person_id: int) -> tuple[Payout, ...]:
        """A person's own that wait for the operator, oldest first."""
        ...

    def settle(
        self, payout_id: int, state: PayoutState, at: int, by: int | None, reason: str | None = None
    ) -> None: ...

    async def message(self, payout_id: int, operator_id: int) -> int | None:
        """The message that tells this operator of it."""
        ...


class Topics(Protocol):
    """Which topic of a person's chat is which order's."""

    async def get(self, person_id: int, order_number: int) -> Topic | None:
        """The topic of the order in this person's chat."""
        ...

    async def order_of(self, person_id: int, thread_id: int) -> int | None:
        """The order whose topic this is; None: the topic is no order's."""
        ...


class OperatorTexts(Protocol):
    """Texts that the operator has written anew."""

    async def get(self, name: str, language: str) -> Content | None:
        """None: the bot's own text stands."""
        ...

    def put(self, name: str, language: str, content: Content, at: int, by: int) -> None: ...

    def drop(self, name: str, language: str) -> None: ...


class QuickReplies(Protocol):
    """The short texts that people keep, and the lists of them that are open in orders."""

    async def of_person(self, person_id: int) -> tuple[QuickReply, ...]:
        """In the person's own order."""
        ...

    async def get(self, reply_id: int) -> QuickReply | None: ...

    async def add(self, person_id: int, content: Content) -> QuickReply:
        """Below the others."""
        ...

    async def replace(self, reply: QuickReply, content: Content) -> QuickReply:
        """A new one in its place."""
        ...

    def remove(self, reply: QuickReply) -> None: ...

    def arrange(self, replies: Sequence[QuickReply]) -> None:
        """All of a person's, in the order in which they are to stand."""
        ...

    def open_list(self, person_id: int, number: int) -> None:
        """One of them can be sent from this list; `number`: of the update that asked for it."""
        ...

    async def is_list_open(self, person_id: int, number: int) -> bool:
        """Whether nothing was sent from it yet, and it is not too old."""
        ...

    def close_list(self, person_id: int, number: int) -> None: ...


class Invitations(Protocol):
    """The links by which buyers join orders from elsewhere: at most one an order."""

    async def of_order(self, order_number: int) -> str | None:
        """The code of the order's link."""
        ...

    async def by_code(self, code: str) -> int | None:
        """The order to which this link leads."""
        ...

    def put(self, order_number: int, code: str) -> None:
        """The order's only link from now on."""
        ...

    def drop(self, order_number: int) -> None: ...


class Unit(Protocol):
    """One transaction's view of storage."""

    @property
    def orders(self) -> Orders: ...

    @property
    def timers(self) -> Timers: ...

    @property
    def gigs(self) -> Gigs: ...

    @property
    def catalogue(self) -> Catalogue: ...

    @property
    def categories(self) -> Categories: ...

    @property
    def reviews(self) -> Reviews: ...

    @property
    def people(self) -> People: ...

    @property
    def outbox(self) -> Outbox: ...

    @property
    def room_messages(self) -> RoomMessages: ...

    @property
    def room_drafts(self) -> RoomDrafts: ...

    @property
    def ledger(self) -> Ledger: ...

    @property
    def balances(self) -> Balances: ...

    @property
    def statistics(self) -> Statistics: ...

    @property
    def payments(self) -> Payments: ...

    @property
    def refunds(self) -> Refunds: ...

    @property
    def payouts(self) -> Payouts: ...

    @property
    def topics(self) -> Topics: ...

    @property
    def operator_texts(self) -> OperatorTexts: ...

    @property
    def invitations(self) -> Invitations: ...

    @property
    def quick_replies(self) -> QuickReplies: ...

    @property
    def waiting(self) -> Waiting: ...

    @property
    def offers(self) -> Offers: ...

    @property
    def requests(self) -> Requests: ...

    @property
    def responses(self) -> Responses: ...

    @property
    def subscriptions(self) -> Subscriptions: ...
