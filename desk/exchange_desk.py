"""Publishing requests, responding to them, asking, choosing."""

from dataclasses import replace

from desk.exchange import News, RequestsPage, Subscription, Words
from desk.exchange_news import told_of_end, told_of_lost_order, told_of_response
from desk.order_desk import OrderDesk
from desk.people import Standing
from desk.ports import Unit
from orders import exchange as rules
from orders.content import Content
from orders.exchange import Request, RequestState, Response, Wish
from orders.order import Order
from orders.refusals import ExchangeStopped, NoSuchRequest, NoSuchResponse, SellerStopped
from orders.status import Side
from orders.written import check_message


class ExchangeDesk:
    """One transaction's desk. `now`: epoch seconds."""

    def __init__(self, unit: Unit, orders: OrderDesk, now: int) -> None:
        self._unit = unit
        self._orders = orders
        self._now = now

    # --- requests ---

    async def check_publish(self, buyer_id: int) -> None:
        """Whether one more can be published, asked before it is written. Raises: ExchangeStopped, TooManyRequests."""
        await self._expect_good(buyer_id)
        rules.expect_room(await self._unit.requests.open_of(buyer_id, self._now))

    async def publish(self, buyer_id: int, wish: Wish) -> Request:
        """On the exchange; subscribers are told soon. Raises: ExchangeStopped, TooManyRequests."""
        await self._expect_good(buyer_id)
        count = await self._unit.requests.open_of(buyer_id, self._now)
        wish = await self._in_known_category(wish)
        request = await self._unit.requests.add(rules.publish(buyer_id, wish, count, self._now))
        self._unit.subscriptions.tell(request.id, News.NEW)
        return request

    async def change(self, request_id: int, buyer_id: int, wish: Wish) -> Request:
        """Another wish. Raises: NoSuchRequest, RequestOver, RequestPicked, RequestAnswered."""
        request = await self._any(request_id)
        standing = len(await self.responses(request))
        wish = await self._in_known_category(wish)
        changed = rules.change(request, buyer_id, wish, standing, await self.order_of(request), self._now)
        self._unit.requests.save(changed)
        return changed

    async def check_close(self, request_id: int, buyer_id: int) -> Request:
        """The request, if its buyer could close it now. Raises: as `close`."""
        request = await self.own(request_id, buyer_id)
        rules.close(request, buyer_id, await self.order_of(request), self._now)
        return request

    async def check_stop(self, request_id: int) -> Request:
        """The request, if an operator could close it now. Raises: as `stop`."""
        request = await self._any(request_id)
        rules.stop(request, "", await self.order_of(request), self._now)
        return request

    async def check_change(self, request_id: int, buyer_id: int) -> Request:
        """The request, if it could be changed now. Raises: as `change`."""
        request = await self.own(request_id, buyer_id)
        standing = len(await self.responses(request))
        rules.expect_changeable(request, buyer_id, standing, await self.order_of(request), self._now)
        return request

    async def close(self, request_id: int, buyer_id: int) -> Request:
        """By its buyer; who has responded is told. Raises: NoSuchRequest, RequestOver, RequestPicked."""
        request = await self.own(request_id, buyer_id)
        closed = rules.close(request, buyer_id, await self.order_of(request), self._now)
        self._unit.requests.save(closed)
        self._unit.subscriptions.tell(request.id, News.CLOSED)
        return closed

    async def stop(self, request_id: int, reason: str) -> Request:
        """By an operator; the buyer and who has responded are told. An order of it that is not paid yet ends with it.

        Raises: NoSuchRequest, RequestOver.
        """
        request = await self._any(request_id)
        stopped = rules.stop(request, reason, await self.order_of(request), self._now)
        lost = await self._end_unpaid(request)
        self._unit.requests.save(stopped)
        await self._unit.outbox.add([told_of_end(stopped, lost)], self._now)
        self._unit.subscriptions.tell(request.id, News.STOPPED)
        return stopped

    async def own(self, request_id: int, buyer_id: int) -> Request:
        """One of the buyer's own. Raises: NoSuchRequest."""
        request = await self._any(request_id)
        if request.buyer_id != buyer_id:
            raise NoSuchRequest
        return request

    async def seen_by(self, request_id: int, person_id: int) -> Request:
        """For whoever looks at it; hidden with a buyer whom the operator has stopped. Raises: NoSuchRequest."""
        request = await self._any(request_id)
        if request.buyer_id != person_id:
            buyer = await self._unit.people.get(request.buyer_id)
            if buyer is not None and buyer.standing is not Standing.GOOD:
                raise NoSuchRequest
        return request

    async def open(self, category_id: int | None, offset: int, limit: int) -> RequestsPage:
        """Those that stand, newest first."""
        return await self._unit.requests.open(category_id, self._now, offset, limit)

    async def of_buyer(self, buyer_id: int, offset: int, limit: int) -> RequestsPage:
        """The buyer's own, newest first."""
        return await self._unit.requests.of_buyer(buyer_id, offset, limit)

    async def answered_by(self, seller_id: int, offset: int, limit: int) -> RequestsPage:
        """Those to which the seller has responded, newest first."""
        return await self._unit.requests.answered_by(seller_id, offset, limit)

    async def state(self, request: Request) -> RequestState:
        """Where it stands, as its buyer sees it."""
        return rules.state_of(request, await self.order_of(request), self._now)

    async def state_to_seller(self, request: Request) -> RequestState:
        """Where it stands, as everybody else sees it."""
        return rules.state_to_seller(request, await self.order_of(request), self._now)

    async def order_of(self, request: Request) -> Order | None:
        """The newest order placed of it, as it stands now."""
        return None if request.order_number is None else await self._orders.current(request.order_number)

    async def look(self, request: Request) -> None:
        """What the clock makes of it; of an end by its days everybody is told."""
        looked = rules.look(request, await self.order_of(request), self._now)
        if looked == request:
            return
        self._unit.requests.save(looked)
        if looked.closing is not None:
            await self._unit.outbox.add([told_of_end(looked)], self._now)
            self._unit.subscriptions.tell(request.id, News.EXPIRED)

    # --- responses ---

    async def responses(self, request: Request) -> tuple[Response, ...]:
        """Those that stand, oldest first."""
        return tuple(each for each in await self._unit.responses.of_request(request.id) if each.withdrawn_at is None)

    async def own_response(self, request: Request, seller_id: int) -> Response | None:
        """The seller's, if it stands."""
        response = await self._unit.responses.of_seller(request.id, seller_id)
        return None if response is None or response.withdrawn_at is not None else response

    async def check_respond(self, request_id: int, seller_id: int) -> Request:
        """The request, if they could respond to it now.

        Raises: NoSuchRequest, ExchangeStopped, OwnRequest, RequestOver, AlreadyResponded.
        """
        await self._expect_good(seller_id)
        request = await self.seen_by(request_id, seller_id)
        own = await self._unit.responses.of_seller(request.id, seller_id)
        rules.expect_answerable(request, seller_id, own, await self.order_of(request), self._now)
        return request

    async def respond(self, given: Response, seen: int) -> Response:
        """The buyer is told. `seen`: the revision of the request that the seller has read.

        Raises: NoSuchRequest, ExchangeStopped, OwnRequest, RequestOver, AlreadyResponded, RequestChanged,
            TooManyResponses.
        """
        await self._expect_good(given.seller_id)
        request = await self.seen_by(given.request_id, given.seller_id)
        others = await self._unit.responses.of_request(request.id)
        response = rules.respond(request, given, seen, others, await self.order_of(request), self._now)
        if response.id:
            self._unit.responses.save(response)
        else:
            response = await self._unit.responses.add(response)
        await self._unit.outbox.add([told_of_response(request, response, is_changed=False)], self._now)
        return response

    async def check_own_response(self, response_id: int, seller_id: int) -> tuple[Request, Response]:
        """Both, if the seller may still change it. Raises: NoSuchResponse, RequestOver, ResponseWithdrawn."""
        request, response = await self.behind(response_id, seller_id)
        rules.expect_own_response(request, response, seller_id, await self.order_of(request), self._now)
        return request, response

    async def check_rewrite(self, response_id: int, seller_id: int) -> tuple[Request, Response]:
        """Both, if the seller may still write another. Raises: as `rewrite`."""
        await self._expect_good(seller_id)
        return await self.check_own_response(response_id, seller_id)

    async def rewrite(self, response_id: int, given: Response) -> Response:
        """Other words; the buyer is told. An order of it that is not paid yet ends: it was made of what was offered.

        Raises: ExchangeStopped, NoSuchResponse, RequestOver, ResponseWithdrawn.
        """
        await self._expect_good(given.seller_id)
        request, response = await self.behind(response_id, given.seller_id)
        changed = rules.rewrite(request, response, given, await self.order_of(request), self._now)
        lost = await self._end_unpaid(request) if request.chosen == response.id else None
        self._unit.responses.save(changed)
        if lost is None:
            told = told_of_response(request, changed, is_changed=True)
        else:
            told = told_of_lost_order(request, changed, lost)
        await self._unit.outbox.add([told], self._now)
        return changed

    async def withdraw(self, response_id: int, seller_id: int) -> Response:
        """«Отозвать»: an order of it that is not paid yet ends with it, and the buyer is told.

        Raises: NoSuchResponse, RequestOver, ResponseWithdrawn.
        """
        request, response = await self.behind(response_id, seller_id)
        withdrawn = rules.withdraw(request, response, seller_id, await self.order_of(request), self._now)
        lost = await self._end_unpaid(request) if request.chosen == response.id else None
        self._unit.responses.save(withdrawn)
        if lost is not None:
            await self._unit.outbox.add([told_of_lost_order(request, withdrawn, lost)], self._now)
        return withdrawn

    async def behind(self, response_id: int, person_id: int) -> tuple[Request, Response]:
        """A response and its request, for one of their two sides. Raises: NoSuchResponse."""
        response = await self._unit.responses.get(response_id)
        request = None if response is None else await self._unit.requests.get(response.request_id)
        if response is None or request is None or person_id not in {request.buyer_id, response.seller_id}:
            raise NoSuchResponse
        return request, response

    async def check_pick(self, response_id: int, buyer_id: int, seen: int) -> tuple[Request, Response]:
        """Both, if it could be chosen now. Raises: as `pick`."""
        request, response = await self.behind(response_id, buyer_id)
        rules.pick(request, response, buyer_id, seen, await self.order_of(request), self._now)
        await self._expect_seller(response.seller_id)
        return request, response

    async def pick(self, response_id: int, buyer_id: int, seen: int) -> Order:
        """«Выбрать»: an order with its price and term, waiting for payment. `seen`: the revision the buyer has read.

        Raises: NoSuchResponse, NoSuchRequest, RequestOver, RequestPicked, ResponseWithdrawn, ResponseChanged,
            ExchangeStopped, SellerStopped, OtherCurrency, InvoiceTooDear.
        """
        await self._expect_good(buyer_id)
        request, response = await self.behind(response_id, buyer_id)
        agreement = rules.pick(request, response, buyer_id, seen, await self.order_of(request), self._now)
        await self._expect_seller(response.seller_id)
        order = await self._orders.place_agreed(agreement)
        pay_until = self._now + self._orders.policy.payment_window
        self._unit.requests.save(rules.picked(request, response, order.number, pay_until))
        return order

    # --- words about a response ---

    async def check_talk(self, response_id: int, person_id: int) -> tuple[Request, Response]:
        """Both, if they may write now.

        Raises: ExchangeStopped, NoSuchResponse, ResponseWithdrawn, RequestOver, NothingAsked.
        """
        await self._expect_good(person_id)
        request, response = await self.behind(response_id, person_id)
        is_asked = bool(await self._unit.responses.words(response.id))
        rules.expect_talk(request, response, person_id, await self.order_of(request), self._now, is_asked=is_asked)
        return request, response

    async def say(self, response_id: int, person_id: int, content: Content) -> tuple[Request, Response]:
        """One side to the other. Raises: as `check_talk`; EmptyMessage, TextTooLong, TooManyFiles."""
        request, response = await self.check_talk(response_id, person_id)
        side = Side.BUYER if person_id == request.buyer_id else Side.SELLER
        self._unit.responses.say(response.id, Words(side, check_message(content), self._now))
        return request, response

    async def words(self, response: Response) -> tuple[Words, ...]:
        """What both have written, oldest first."""
        return await self._unit.responses.words(response.id)

    # --- subscriptions ---

    async def subscription(self, person_id: int) -> Subscription:
        """Of which new requests they want to hear."""
        return await self._unit.subscriptions.of(person_id)

    def subscribe(self, person_id: int, subscription: Subscription) -> None:
        """This and nothing else."""
        self._unit.subscriptions.save(person_id, subscription)

    async def _end_unpaid(self, request: Request) -> Order | None:
        """The order that was waiting to be paid, ended now; None: there was none."""
        order = await self.order_of(request)
        if order is None or order.paid_at is not None or order.ending is not None:
            return None
        return await self._orders.take_back(order.number, order.seller_id)

    async def _any(self, request_id: int) -> Request:
        request = await self._unit.requests.get(request_id)
        if request is None:
            raise NoSuchRequest
        return request

    async def _in_known_category(self, wish: Wish) -> Wish:
        """A category that the operator has removed meanwhile falls away."""
        if wish.category_id is None or await self._unit.categories.get(wish.category_id) is not None:
            return wish
        return replace(wish, category_id=None)

    async def _expect_good(self, person_id: int) -> None:
        if not await self._is_good(person_id):
            raise ExchangeStopped

    async def _expect_seller(self, seller_id: int) -> None:
        if not await self._is_good(seller_id):
            raise SellerStopped

    async def _is_good(self, person_id: int) -> bool:
        person = await self._unit.people.get(person_id)
        return person is None or person.standing is Standing.GOOD
