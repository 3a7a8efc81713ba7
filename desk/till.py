"""The till: what the facts of orders mean for money, written into the ledger in the same transaction (SPEC 7)."""

from collections.abc import Sequence

from desk.ports import Unit
from orders import facts as f
from orders.ledger import Returned, Shares, hold, share_out, shares
from orders.order import Order
from orders.payment import Charge, PaymentMethod
from orders.status import Status


class Till:
    """One transaction's till. `now`: epoch seconds."""

    def __init__(self, unit: Unit, now: int) -> None:
        self._unit = unit
        self._now = now

    async def follow(self, order: Order, facts: Sequence[f.Fact]) -> None:
        """What is paid is held; the end of the order shares out what was held for it."""
        if not order.method.holds_money:
            return
        for fact in facts:
            match fact:
                case f.OrderPaid(charge=Charge() as charge) | f.OptionPaid(charge=Charge() as charge):
                    self._unit.payments.held(charge.id, order.number)
                    await self._unit.ledger.write(hold(order.number, order.buyer_id, charge), self._now)
                case f.OrderEnded() if order.paid_at is not None:
                    await self._share_out(order)
                case _:
                    pass

    async def shares(self, order: Order) -> Shares:
        """How what is held for an order is shared out when it has ended so."""
        charges = [payment.charge for payment in await self._unit.payments.of_order(order.number)]
        total = sum(charge.money.amount for charge in charges)
        return shares(charges, total if order.status is Status.COMPLETED else order.seller_part or 0, order.commission)

    async def _share_out(self, order: Order) -> None:
        parts = await self.shares(order)
        refunds = [await self._owe(order, returned) for returned in parts.returned]
        currency = order.terms.price.currency
        await self._unit.ledger.write(share_out(order.number, order.seller_id, currency, parts, refunds), self._now)

    async def _owe(self, order: Order, returned: Returned) -> int:
        refund = await self._unit.refunds.add(
            order.buyer_id,
            returned.money,
            None if returned.charge is None else returned.charge.id,
            order.number,
            by_hand=is_by_hand(order, returned),
            at=self._now,
        )
        return refund.id


def is_by_hand(order: Order, returned: Returned) -> bool:
    """Whether the operator gives it back: the bot can undo whole payments in Stars and nothing else."""
    return returned.charge is None or order.method is PaymentMethod.PROVIDER
