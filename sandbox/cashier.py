"""Moves the money when the bot has said yes, and tells the bot of it: once, twice, late or never, as faults want it."""

from sandbox.errors import PersonError
from sandbox.faults import Faults
from sandbox.payments import TOO_FEW_STARS, Charge, Checkout
from sandbox.world import World


class Cashier:
    def __init__(self, world: World, faults: Faults) -> None:
        self._world = world
        self._faults = faults

    def accept(self, checkout: Checkout) -> None:
        """The person sees it in their chat in any case; that the bot hears of it is another matter."""
        charge = self._world.payments.charge(checkout)
        chat = checkout.chat
        if charge is None:
            self._world.payments.fail(checkout, TOO_FEW_STARS)
            return
        charge.message = self._world.post(chat, {"successful_payment": charge.payment()}, from_bot=False, is_told=False)
        chat.paid[checkout.message_id] = charge.message.id
        checkout.settle(charge=charge)
        self._world.events.add(
            "chat", {"chat_id": chat.id, "checkout": checkout.id, "stars": chat.stars, "paid": _receipts(checkout)}
        )
        match self._faults.strike_payment(chat.id):
            case "payment_late" | "payment_lost":
                self._show(charge)
            case "payment_twice":
                self.tell(charge.id)
                self.tell(charge.id)
            case _:
                self.tell(charge.id)

    def refuse(self, checkout: Checkout, reason: str) -> None:
        self._world.payments.fail(checkout, reason)

    def tell(self, charge_id: str) -> Charge:
        """An update for the bot, whether it has had one of this payment or not."""
        charge = self._world.payments.named(charge_id)
        if charge.message is None:
            raise PersonError("there is no such payment")
        charge.told += 1
        self._world.updates.add("message", charge.message.body)
        self._show(charge)
        return charge

    def refund(self, charge_id: str, user_id: int) -> Charge:
        charge = self._world.payments.refund(charge_id, user_id)
        self._world.post(charge.chat, {"refunded_payment": charge.payment()}, from_bot=True)
        self._world.events.add("chat", {"chat_id": charge.chat.id, "stars": charge.chat.stars})
        self._show(charge)
        return charge

    def take_back(self, charge_id: str) -> Charge:
        """Nobody is told: the bot finds it among its transactions."""
        charge = self._world.payments.take_back(charge_id)
        self._show(charge)
        return charge

    def _show(self, charge: Charge) -> None:
        self._world.events.add("payment", charge.view())


def _receipts(checkout: Checkout) -> dict[str, int]:
    return {str(invoice): payment for invoice, payment in checkout.chat.paid.items()}
