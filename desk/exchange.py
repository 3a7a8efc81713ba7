"""What the exchange needs of storage; every method runs inside the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from orders.content import Content
from orders.exchange import Request, Response
from orders.status import Side


class News(StrEnum):
    """Of what many people hear together."""

    #: A request is new: to whoever has subscribed to its category.
    NEW = "new"
    #: Another response was chosen and paid: to those who have responded.
    ANOTHER = "another"
    #: It is over without a choice, by its days, its buyer or an operator: to the same.
    EXPIRED = "expired"
    CLOSED = "closed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Telling:
    """News of a request that some have not been told yet: everybody with an id greater than `told_up_to`."""

    id: int
    request_id: int
    news: News
    told_up_to: int


@dataclass(frozen=True, slots=True)
class Subscription:
    """Of which new requests somebody wants to be told; without `everything` and categories, of none."""

    everything: bool = False
    categories: frozenset[int] = frozenset()

    @property
    def is_none(self) -> bool:
        """Of none."""
        return not self.everything and not self.categories


@dataclass(frozen=True, slots=True)
class RequestsPage:
    """Some requests, newest first, and how many such there are in all."""

    requests: tuple[Request, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Words:
    """What one side has written to the other about a response."""

    side: Side
    content: Content
    said_at: int


class Requests(Protocol):
    """Requests of the exchange."""

    async def get(self, request_id: int) -> Request | None: ...

    async def of_order(self, order_number: int) -> Request | None: ...

    async def add(self, request: Request) -> Request:
        """The same request with its id."""
        ...

    def save(self, request: Request) -> None: ...

    async def open(self, category_id: int | None, now: int, offset: int, limit: int) -> RequestsPage:
        """Those that stand, of all categories or of one, unless the operator has stopped their buyer."""
        ...

    async def of_buyer(self, buyer_id: int, offset: int, limit: int) -> RequestsPage: ...

    async def answered_by(self, seller_id: int, offset: int, limit: int) -> RequestsPage:
        """Those to which a seller's response stands."""
        ...

    async def open_of(self, buyer_id: int, now: int) -> int:
        """How many of a buyer's stand."""
        ...

    async def due(self, now: int, limit: int) -> tuple[Request, ...]:
        """Those at which the clock has to look."""
        ...


class Responses(Protocol):
    """Responses, and what is written about them."""

    async def get(self, response_id: int) -> Response | None: ...

    async def add(self, response: Response) -> Response:
        """The same response with its id."""
        ...

    def save(self, response: Response) -> None: ...

    async def of_request(self, request_id: int) -> tuple[Response, ...]:
        """All of them, oldest first; those taken back too."""
        ...

    async def of_seller(self, request_id: int, seller_id: int) -> Response | None: ...

    def say(self, response_id: int, words: Words) -> None: ...

    async def words(self, response_id: int) -> tuple[Words, ...]:
        """What both have written, oldest first."""
        ...


class Subscriptions(Protocol):
    """Who wants to hear of new requests, and who is still to be told of something."""

    async def of(self, person_id: int) -> Subscription: ...

    def save(self, person_id: int, subscription: Subscription) -> None: ...

    def tell(self, request_id: int, news: News) -> None:
        """Whom it concerns is told in small portions."""
        ...

    async def next(self) -> Telling | None:
        """The telling that waits longest."""
        ...

    async def listeners(self, telling: Telling, limit: int) -> Sequence[int]:
        """The next people of it, by id."""
        ...

    def told(self, telling: Telling, up_to: int | None) -> None:
        """Everybody up to this id; None: everybody."""
        ...

    async def count(self, person_id: int, day: int) -> int:
        """One more new request for this person today; which one of the day it is."""
        ...
