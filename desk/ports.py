"""What the desk needs of storage. `storage/` implements it; every method runs inside the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from desk.people import Person
from desk.posts import Post
from desk.room import Draft, RoomMessage
from orders.content import Content
from orders.facts import Fact
from orders.gig import Gig, Terms
from orders.order import Effect, Order
from orders.quick_reply import QuickReply
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


class OrdersFilter(StrEnum):
    """The filters of «Заказы»."""

    ALL = "all"
    NEW = "new"
    IN_PROGRESS = "in_progress"
    IN_REVIEW = "in_review"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class OrdersPage:
    """Some of a person's orders, soonest clock first, and how many there are in all with this filter."""

    orders: tuple[Order, ...]
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

    async def page(self, person_id: int, which: OrdersFilter, offset: int, limit: int) -> OrdersPage:
        """Orders in which the person is a side. A seller's unpaid orders are not among them: the seller has not heard
        of those. Open ones come first, soonest clock first (a frozen one by its answer clock), then the finished,
        newest first."""
        ...

    async def open_of(self, person_id: int) -> tuple[Order, ...]:
        """Every order that is not final in which the person is a side, by number."""
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

    async def add(self, seller_id: int, code: str, terms: Terms, at: int) -> Gig: ...

    async def save(self, gig: Gig) -> None: ...

    async def of_seller(self, seller_id: int) -> tuple[Gig, ...]:
        """Those not removed, newest first."""
        ...


class People(Protocol):
    """People."""

    async def get(self, person_id: int) -> Person | None: ...

    async def save(self, person: Person, at: int) -> None:
        """Insert or replace."""
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


class Unit(Protocol):
    """One transaction's view of storage."""

    @property
    def orders(self) -> Orders: ...

    @property
    def timers(self) -> Timers: ...

    @property
    def gigs(self) -> Gigs: ...

    @property
    def people(self) -> People: ...

    @property
    def outbox(self) -> Outbox: ...

    @property
    def room_messages(self) -> RoomMessages: ...

    @property
    def room_drafts(self) -> RoomDrafts: ...

    @property
    def quick_replies(self) -> QuickReplies: ...
