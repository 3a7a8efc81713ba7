"""Payments that have arrived, over HTTP: what the bot is told of them, and when it loses them again."""

from aiohttp import web

from sandbox.cashier import Cashier
from sandbox.control.replies import body_of, number, reply
from sandbox.errors import PersonError
from sandbox.payments import Payments


class PaymentRoutes:
    def __init__(self, payments: Payments, cashier: Cashier) -> None:
        self._payments = payments
        self._cashier = cashier

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/payments", self.show),
            web.post("/payments/withdraw", self.withdraw),
            web.post("/payments/{id}/tell", self.tell),
            web.post("/payments/{id}/take_back", self.take_back),
        ]

    async def show(self, _request: web.Request) -> web.Response:
        return reply([charge.view() for charge in self._payments.charges.values()])

    async def tell(self, request: web.Request) -> web.Response:
        return reply(self._cashier.tell(self._known(request)).view())

    async def take_back(self, request: web.Request) -> web.Response:
        return reply(self._cashier.take_back(self._known(request)).view())

    async def withdraw(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        self._payments.withdraw(number(body.get("amount"), "amount"))
        return reply({"balance": self._payments.balance})

    def _known(self, request: web.Request) -> str:
        try:
            return self._payments.named(request.match_info["id"]).id
        except PersonError as error:
            raise web.HTTPNotFound(reason=str(error)) from None
