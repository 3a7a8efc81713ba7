"""«Биржа»: a buyer's request, the sellers' responses to it, and the one that is chosen (SPEC 9)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from orders.content import Answer, Attachment, Content, visible
from orders.gig import Terms
from orders.money import Money
from orders.offer import is_placed
from orders.order import Order, Origin
from orders.placing import Agreement
from orders.policy import DAY, HOUR
from orders.refusals import (
    AlreadyResponded,
    NoSuchRequest,
    NoSuchResponse,
    NothingAsked,
    OwnRequest,
    RequestAnswered,
    RequestChanged,
    RequestOver,
    RequestPicked,
    ResponseChanged,
    ResponseLength,
    ResponseWithdrawn,
    TooManyRequests,
    TooManyResponses,
)

#: Characters of what a seller writes in a response.
MESSAGE = (20, 1000)
#: For how long a request stands.
STANDS = 14 * DAY
#: Requests that one person has open at a time, and responses that one request takes.
OPEN_MOST = 5
RESPONSES_MOST = 100
FILES_MOST = 10
#: New requests of which a subscriber is told in one day of 86,400 seconds.
TOLD_A_DAY = 20


class RequestState(StrEnum):
    """Where a request stands."""

    OPEN = "open"
    #: A response was chosen, and its order waits to be paid.
    PICKED = "picked"
    ORDERED = "ordered"
    CLOSED = "closed"
    EXPIRED = "expired"
    STOPPED = "stopped"


class Closing(StrEnum):
    """What has closed a request for good."""

    ORDERED = "ordered"
    BY_BUYER = "closed"
    EXPIRED = "expired"
    BY_OPERATOR = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a buyer is looking for. `budget` None: to be talked about."""

    title: str
    description: str
    days: int
    budget: Money | None = None
    files: tuple[Attachment, ...] = ()
    #: Of `orders.category`.
    category_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A published wish. Changed only by the functions below."""

    id: int
    buyer_id: int
    wish: Wish
    published_at: int
    closes_at: int
    #: When the clock looks at it: when it closes or, later than that, when an order of it that nobody has paid lapses.
    due_at: int
    #: Grows with every change of the wish.
    revision: int = 1
    #: The response chosen last, and the order placed of it.
    chosen: int | None = None
    order_number: int | None = None
    closed_at: int | None = None
    closing: Closing | None = None
    #: Why, as an operator has told the buyer.
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What one seller offers for one request. Changed only by the functions below."""

    id: int
    request_id: int
    seller_id: int
    price: Money
    term_days: int
    message: str
    made_at: int
    #: Grows with every change of it.
    revision: int = 1
    withdrawn_at: int | None = None


def parse_message(text: str) -> str:
    """What goes with a response. Raises: ResponseLength."""
    words = visible(text)
    if not MESSAGE[0] <= len(words) <= MESSAGE[1]:
        raise ResponseLength(*MESSAGE, len(words))
    return words


def publish(buyer_id: int, wish: Wish, open_already: int, now: int) -> Request:
    """A new request; storage gives it its id. Raises: TooManyRequests."""
    expect_room(open_already)
    until = now + STANDS
    return Request(id=0, buyer_id=buyer_id, wish=wish, published_at=now, closes_at=until, due_at=until)


def expect_room(open_already: int) -> None:
    """For one more open request of the same person. Raises: TooManyRequests."""
    if open_already >= OPEN_MOST:
        raise TooManyRequests(0, OPEN_MOST, open_already)


def state_of(request: Request, order: Order | None, now: int) -> RequestState:
    """Where it stands. `order`: the newest placed of it; one that was never paid and has ended leaves it open."""
    if request.closing is not None:
        return RequestState(request.closing)
    if order is not None and is_placed(order):
        return RequestState.PICKED if order.paid_at is None else RequestState.ORDERED
    return RequestState.EXPIRED if now >= request.closes_at else RequestState.OPEN


def state_to_seller(request: Request, order: Order | None, now: int) -> RequestState:
    """The same to sellers, who hear of an order only once it is paid."""
    return state_of(request, order if order is not None and order.paid_at is not None else None, now)


def change(request: Request, buyer_id: int, wish: Wish, responses: int, order: Order | None, now: int) -> Request:
    """Another wish, as long as nobody has responded to this one.

    Raises: NoSuchRequest, RequestOver, RequestPicked, RequestAnswered.
    """
    expect_changeable(request, buyer_id, responses, order, now)
    return replace(request, wish=wish, revision=request.revision + 1)


def expect_changeable(request: Request, buyer_id: int, responses: int, order: Order | None, now: int) -> None:
    """Raises: as `change`."""
    _expect_own(request, buyer_id, order, now)
    if responses:
        raise RequestAnswered


def close(request: Request, buyer_id: int, order: Order | None, now: int) -> Request:
    """By its buyer. Raises: NoSuchRequest, RequestOver, RequestPicked."""
    _expect_own(request, buyer_id, order, now)
    return replace(request, closed_at=now, closing=Closing.BY_BUYER)


def stop(request: Request, reason: str, order: Order | None, now: int) -> Request:
    """By an operator; the desk ends an order that waits to be paid. Raises: RequestOver."""
    _expect_standing(state_of(request, order, now))
    return replace(request, closed_at=now, closing=Closing.BY_OPERATOR, reason=reason)


def look(request: Request, order: Order | None, now: int) -> Request:
    """What the clock makes of it: its days are over, unless an order of it may still be paid."""
    if request.closing is not None or now < request.due_at:
        return request
    if state_of(request, order, now) is RequestState.EXPIRED:
        return replace(request, closed_at=now, closing=Closing.EXPIRED)
    return replace(request, due_at=max(request.closes_at, now + HOUR))


def paid(request: Request, now: int) -> Request:
    """The order placed of it is paid: the choice is final."""
    return request if request.closing is not None else replace(request, closed_at=now, closing=Closing.ORDERED)


def expect_answerable(request: Request, seller_id: int, own: Response | None, order: Order | None, now: int) -> None:
    """Whether they could respond. `own`: their response. Raises: OwnRequest, RequestOver, AlreadyResponded."""
    if request.buyer_id == seller_id:
        raise OwnRequest
    _expect_standing(state_to_seller(request, order, now))
    if own is not None and own.withdrawn_at is None:
        raise AlreadyResponded


def respond(
    request: Request,
    given: Response,
    seen: int,
    others: Collection[Response],
    order: Order | None,
    now: int,
) -> Response:
    """`given` as it is kept; one that was taken back comes back to life with other words.

    Args:
        request: What is responded to.
        given: What the seller has written; its id is not looked at.
        seen: The revision of the request that the seller has read.
        others: All responses to it, the seller's own that was taken back among them.
        order: As in `state_of`.
        now: Epoch seconds.

    Raises: OwnRequest, RequestOver, AlreadyResponded, RequestChanged, TooManyResponses.
    """
    own = next((response for response in others if response.seller_id == given.seller_id), None)
    expect_answerable(request, given.seller_id, own, order, now)
    if seen != request.revision:
        raise RequestChanged
    standing = sum(response.withdrawn_at is None for response in others)
    if standing >= RESPONSES_MOST:
        raise TooManyResponses(0, RESPONSES_MOST, standing)
    revision = 1 if own is None else own.revision + 1
    return replace(
        given, id=0 if own is None else own.id, request_id=request.id, made_at=now, revision=revision, withdrawn_at=None
    )


def rewrite(request: Request, response: Response, given: Response, order: Order | None, now: int) -> Response:
    """Another price, term or message. Raises: NoSuchResponse, RequestOver, ResponseWithdrawn."""
    expect_own_response(request, response, given.seller_id, order, now)
    return replace(
        response,
        price=given.price,
        term_days=given.term_days,
        message=given.message,
        revision=response.revision + 1,
    )


def withdraw(request: Request, response: Response, seller_id: int, order: Order | None, now: int) -> Response:
    """«Отозвать». Raises: NoSuchResponse, RequestOver, ResponseWithdrawn."""
    expect_own_response(request, response, seller_id, order, now)
    return replace(response, withdrawn_at=now, revision=response.revision + 1)


def expect_own_response(request: Request, response: Response, seller_id: int, order: Order | None, now: int) -> None:
    """Whether its seller may still change it. Raises: NoSuchResponse, RequestOver, ResponseWithdrawn."""
    if response.seller_id != seller_id:
        raise NoSuchResponse
    if response.withdrawn_at is not None:
        raise ResponseWithdrawn
    _expect_standing(state_to_seller(request, order, now))


def pick(
    request: Request, response: Response, buyer_id: int, seen: int | None, order: Order | None, now: int
) -> Agreement:
    """What is ordered. `seen`: the revision of the response that the buyer has read.

    Raises: NoSuchRequest, RequestOver, RequestPicked, ResponseWithdrawn, ResponseChanged.
    """
    _expect_own(request, buyer_id, order, now)
    if response.withdrawn_at is not None:
        raise ResponseWithdrawn
    if seen is not None and seen != response.revision:
        raise ResponseChanged
    wish = request.wish
    return Agreement(
        origin=Origin.EXCHANGE,
        seller_id=response.seller_id,
        buyer_id=buyer_id,
        terms=Terms(
            title=wish.title,
            description=response.message,
            questions=(),
            price=response.price,
            term_days=response.term_days,
        ),
        brief=(Answer(wish.title, Content(text=wish.description, files=wish.files)),),
    )


def picked(request: Request, response: Response, order_number: int, pay_until: int) -> Request:
    """An order was placed of it, which can be paid until then."""
    return replace(request, chosen=response.id, order_number=order_number, due_at=max(request.closes_at, pay_until))


def expect_talk(
    request: Request, response: Response, person_id: int, order: Order | None, now: int, *, is_asked: bool
) -> None:
    """Whether they may write about a response: its seller once the buyer has asked something (`is_asked`).

    Raises: NoSuchResponse, ResponseWithdrawn, RequestOver, NothingAsked.
    """
    if person_id not in {request.buyer_id, response.seller_id}:
        raise NoSuchResponse
    if response.withdrawn_at is not None:
        raise ResponseWithdrawn
    _expect_standing(state_to_seller(request, order, now))
    if person_id == response.seller_id and not is_asked:
        raise NothingAsked


def _expect_own(request: Request, buyer_id: int, order: Order | None, now: int) -> None:
    if request.buyer_id != buyer_id:
        raise NoSuchRequest
    state = state_of(request, order, now)
    if state is RequestState.PICKED:
        raise RequestPicked
    _expect_standing(state)


def _expect_standing(state: RequestState) -> None:
    if state not in {RequestState.OPEN, RequestState.PICKED}:
        raise RequestOver
