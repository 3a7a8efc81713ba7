"""Money at the counter: payments that arrive, refunds and payouts that are carried out (SPEC 7)."""

from dataclasses import replace
from enum import Enum, auto

from desk.money import Payment, Payout, PayoutState, Refund
from desk.order_desk import OrderDesk
from desk.ports import Unit
from orders import ledger
from orders.commands import PersonCommand, TakeOptionPayment, TakePayment
from orders.ledger import AccountKind
from orders.money import Money
from orders.payment import Bill, PaymentMethod
from orders.refusals import NoSuchOrder, NoSuchPayout, NoSuchRefund, NotEnoughMoney, Refusal


class Taken(Enum):
    """What has become of a payment."""

    HELD = auto()
    #: Nothing can be bought with it: it is owed back.
    OWED_BACK = auto()
    #: It was told of before.
    KNOWN = auto()


class CashDesk:
    """One transaction's desk. `now`: epoch seconds."""

    def __init__(self, unit: Unit, orders: OrderDesk, now: int) -> None:
        self._unit = unit
        self._orders = orders
        self._now = now

    async def take(self, payment: Payment) -> Taken:
        """A payment that Telegram tells of. Counted once, however often it is told; for whatever it was made, it is
        recorded, and what can't be bought any more is owed back."""
        if await self._unit.payments.add(payment, self._now) is None:
            return Taken.KNOWN
        try:
            await self._perform(payment)
        except Refusal:
            await self._owe_back(payment)
            return Taken.OWED_BACK
        return Taken.HELD

    async def refunded(self, refund_id: int, by: int | None = None) -> Refund:
        """The buyer has the money again. `by`: the operator who says so.

        Raises: NoSuchRefund: there is none, or it was done before.
        """
        refund = await self._unit.refunds.get(refund_id)
        if refund is None or refund.done_at is not None:
            raise NoSuchRefund
        self._unit.refunds.done(refund.id, self._now, by)
        await self._unit.ledger.write(ledger.refunded(refund.person_id, refund.money, refund.id), self._now)
        if refund.order_number is not None:
            await self._orders.note_refund(refund.order_number, refund.money)
        return refund

    async def available(self, person_id: int) -> tuple[Money, ...]:
        """What a seller can have paid out, a sum a currency."""
        return await self._unit.ledger.balance(AccountKind.SELLER, person_id)

    async def request_payout(self, person_id: int, money: Money, target: str) -> Payout:
        """From the balance to the operator's list. `target`: where to. Raises: NotEnoughMoney."""
        available = {each.currency: each.amount for each in await self.available(person_id)}
        if not 0 < money.amount <= available.get(money.currency, 0):
            raise NotEnoughMoney(available.get(money.currency, 0), money.currency)
        payout = await self._unit.payouts.add(person_id, money, target, self._now)
        await self._unit.ledger.write(ledger.payout_requested(person_id, money, payout.id), self._now)
        return payout

    async def payout(self, payout_id: int) -> Payout:
        """However it stands. Raises: NoSuchPayout."""
        payout = await self._unit.payouts.get(payout_id)
        if payout is None:
            raise NoSuchPayout
        return payout

    async def pay_out(self, payout_id: int, by: int) -> Payout:
        """The operator has paid it. Raises: NoSuchPayout: there is none, or it was settled before."""
        payout = await self._requested(payout_id)
        await self._unit.ledger.write(ledger.paid_out(payout.person_id, payout.money, payout.id), self._now)
        return self._settled(payout, PayoutState.PAID, by)

    async def decline_payout(self, payout_id: int, by: int, reason: str) -> Payout:
        """The money is the seller's again. Raises: NoSuchPayout."""
        return await self._give_back(await self._requested(payout_id), PayoutState.DECLINED, by, reason)

    async def take_payout_back(self, payout_id: int, person_id: int) -> Payout:
        """The seller has thought better of it. Raises: NoSuchPayout: it is not theirs, or it was settled before."""
        payout = await self._requested(payout_id)
        if payout.person_id != person_id:
            raise NoSuchPayout
        return await self._give_back(payout, PayoutState.WITHDRAWN)

    async def _perform(self, payment: Payment) -> None:
        bill = Bill.of(payment.payload)
        if bill is None:
            raise NoSuchOrder
        await self._orders.perform(bill.order_number, command_of(bill, payment))

    async def _owe_back(self, payment: Payment) -> None:
        refund = await self._unit.refunds.add(
            payment.payer_id,
            payment.charge.money,
            payment.charge.id,
            None,
            by_hand=payment.method is PaymentMethod.PROVIDER,
            at=self._now,
        )
        await self._unit.ledger.write(ledger.owe_back(payment.payer_id, payment.charge, refund.id), self._now)

    async def _requested(self, payout_id: int) -> Payout:
        payout = await self.payout(payout_id)
        if payout.state is not PayoutState.REQUESTED:
            raise NoSuchPayout
        return payout

    async def _give_back(
        self, payout: Payout, state: PayoutState, by: int | None = None, reason: str | None = None
    ) -> Payout:
        await self._unit.ledger.write(ledger.payout_declined(payout.person_id, payout.money, payout.id), self._now)
        return self._settled(payout, state, by, reason)

    def _settled(self, payout: Payout, state: PayoutState, by: int | None, reason: str | None = None) -> Payout:
        self._unit.payouts.settle(payout.id, state, self._now, by, reason)
        return replace(payout, state=state, settled_at=self._now, settled_by=by, reason=reason)


def command_of(bill: Bill, payment: Payment) -> PersonCommand:
    """What a payment asks of its order."""
    if bill.option is None:
        return TakePayment(payment.payer_id, payment.charge)
    return TakeOptionPayment(payment.payer_id, bill.option, payment.charge)
