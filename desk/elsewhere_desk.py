"""Orders from elsewhere: adding one, the link for its buyer, joining by it."""

from collections.abc import Callable

from desk.order_desk import OrderDesk
from desk.ports import Unit
from orders.commands import Join
from orders.elsewhere import Entry
from orders.order import Order
from orders.refusals import AlreadyJoined, NoSuchInvitation


class ElsewhereDesk:
    """One transaction's desk.

    Args:
        unit: The transaction.
        orders: Its desk of orders.
        new_code: Makes the unguessable part of a link (letters, digits, `_` and `-`, at most 40).
    """

    def __init__(self, unit: Unit, orders: OrderDesk, new_code: Callable[[], str]) -> None:
        self._unit = unit
        self._orders = orders
        self._new_code = new_code

    async def add(self, entry: Entry) -> Order:
        """A new order with a seller alone. Raises: MomentOutOfRange."""
        return await self._orders.add_from_elsewhere(entry)

    async def invitation(self, number: int, seller_id: int) -> tuple[Order, str | None]:
        """The seller's order and the code of its link; None: it has none. Raises: NoSuchOrder, AlreadyJoined."""
        order = await self._orders.open(number, seller_id)
        if not order.is_solo or order.status.is_final:
            raise AlreadyJoined
        return order, await self._unit.invitations.of_order(number)

    async def invite(self, number: int, seller_id: int, *, anew: bool = False) -> tuple[Order, str]:
        """The order's link; `anew`: another one, and the one before leads nowhere.

        Raises: NoSuchOrder, AlreadyJoined.
        """
        order, code = await self.invitation(number, seller_id)
        if code is None or anew:
            code = self._new_code()
            self._unit.invitations.put(number, code)
        return order, code

    async def withdraw(self, number: int, seller_id: int) -> Order:
        """No link leads to the order any more. Raises: NoSuchOrder, AlreadyJoined."""
        order, _ = await self.invitation(number, seller_id)
        self._unit.invitations.drop(number)
        return order

    async def invited(self, code: str, person_id: int) -> Order:
        """The order behind a link, for whoever may join it, or has.

        Raises: NoSuchInvitation, OwnInvitation, AlreadyJoined.
        """
        number = await self._number(code)
        order = await self._unit.orders.get(number)
        if order is not None and person_id == order.buyer_id:
            return order
        return await self._orders.check_join(number, Join(person_id))

    async def join(self, code: str, person_id: int) -> Order:
        """They are the order's buyer from now on. Raises: NoSuchInvitation, OwnInvitation, AlreadyJoined."""
        return await self._orders.join(await self._number(code), Join(person_id))

    async def _number(self, code: str) -> int:
        number = await self._unit.invitations.by_code(code)
        if number is None:
            raise NoSuchInvitation
        return number
