"""What happens on the exchange is told: to one person at once, to many in small portions."""

from desk.exchange import News
from desk.ports import Unit
from desk.posts import Post, PostKind
from orders.exchange import TOLD_A_DAY, Request, Response, paid
from orders.facts import Fact, OrderPaid
from orders.order import Order, Origin
from orders.policy import DAY

#: People who are told in one transaction: a sweep comes every few seconds, so that thousands who hear of a new request
#: take up less than half of what the bot may send, and everybody else's messages go out in between.
PORTION = 50


def told_of_response(request: Request, response: Response, *, is_changed: bool) -> Post:
    """To the buyer. Of several that come while the first waits, one post tells."""
    return Post(
        person_id=request.buyer_id,
        kind=PostKind.EXCHANGE,
        body={"request": request.id, "news": "changed" if is_changed else "response", "response": response.id},
        key=f"changed:{response.id}" if is_changed else f"responses:{request.id}",
    )


def told_of_lost_order(request: Request, response: Response, order: Order) -> Post:
    """To the buyer, whose unpaid order has ended because its response was changed or withdrawn."""
    news = "unordered" if response.withdrawn_at is None else "withdrawn"
    body = {"request": request.id, "news": news, "response": response.id, "order": order.number}
    return Post(person_id=request.buyer_id, kind=PostKind.EXCHANGE, body=body)


def told_of_end(request: Request, order: Order | None = None) -> Post:
    """To the buyer, whose request was closed by its days or by an operator. `order`: the one that has ended with it."""
    news = News.EXPIRED if request.reason is None else News.STOPPED
    body: dict[str, object] = {"request": request.id, "news": f"own-{news}"}
    if order is not None:
        body["order"] = order.number
    return Post(person_id=request.buyer_id, kind=PostKind.EXCHANGE, body=body)


async def follow_payment(unit: Unit, order: Order, facts: tuple[Fact, ...], now: int) -> None:
    """The order of a chosen response is paid: the choice is final, and the others are told."""
    if order.origin is not Origin.EXCHANGE or not any(isinstance(fact, OrderPaid) for fact in facts):
        return
    request = await unit.requests.of_order(order.number)
    if request is not None and request.closing is None:
        unit.requests.save(paid(request, now))
        unit.subscriptions.tell(request.id, News.ANOTHER)


async def tell_some(unit: Unit, now: int) -> None:
    """The next portion of what is to be told to many."""
    telling = await unit.subscriptions.next()
    if telling is None:
        return
    people = await unit.subscriptions.listeners(telling, PORTION)
    posts = [
        Post(person_id=person, kind=PostKind.EXCHANGE, body={"request": telling.request_id, "news": news})
        for person in people
        if (news := telling.news if telling.news is not News.NEW else await _of_new(unit, person, now)) is not None
    ]
    await unit.outbox.add(posts, now)
    unit.subscriptions.told(telling, people[-1] if len(people) == PORTION else None)


async def _of_new(unit: Unit, person_id: int, now: int) -> str | None:
    """Above the bound of a day one message says that there is more, and after it none."""
    times = await unit.subscriptions.count(person_id, now // DAY)
    if times <= TOLD_A_DAY:
        return News.NEW
    return "more" if times == TOLD_A_DAY + 1 else None
