"""Invoices, pre-checkout queries and Stars: what was asked, what was paid, what was given back."""

from dataclasses import dataclass

from sandbox.chats import Chat
from sandbox.errors import bad_request
from sandbox.values import Json

STARS = "XTR"
#: How long a bot has to answer a pre-checkout query, by the shared clock.
ANSWER_WITHIN = 10.0


@dataclass(frozen=True, slots=True)
class Invoice:
    payload: str
    currency: str
    amount: int


@dataclass(slots=True)
class Charge:
    """Money that has arrived; `refunded_at` is None while the bot has it."""

    id: str
    chat: Chat
    invoice: Invoice
    at: int
    refunded_at: int | None = None


@dataclass(frozen=True, slots=True)
class Checkout:
    """A person has pressed «Pay» and waits for the bot's yes."""

    id: str
    chat: Chat
    invoice: Invoice
    at: float


class Payments:
    """Invoices are known by the message that carries them."""

    def __init__(self) -> None:
        self._count = 0
        self._invoices: dict[tuple[int, int], Invoice] = {}
        self._open: dict[str, Checkout] = {}
        self.charges: dict[str, Charge] = {}

    def remember(self, chat_id: int, message_id: int, invoice: Invoice) -> None:
        self._invoices[chat_id, message_id] = invoice

    def invoice(self, chat_id: int, message_id: int) -> Invoice | None:
        return self._invoices.get((chat_id, message_id))

    def check_out(self, chat: Chat, invoice: Invoice, now: float) -> Checkout:
        self._count += 1
        checkout = Checkout(f"{chat.id}7{self._count:08}", chat, invoice, now)
        self._open[checkout.id] = checkout
        return checkout

    def take(self, query_id: str, now: float) -> Checkout:
        """The checkout a bot answers: once, and in time."""
        checkout = self._open.pop(query_id, None)
        if checkout is None or now - checkout.at > ANSWER_WITHIN:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        return checkout

    def charge(self, checkout: Checkout, now: float) -> Charge:
        """Stars leave the person's balance; other money comes from a card that is not ours to watch."""
        self._count += 1
        if checkout.invoice.currency == STARS:
            checkout.chat.stars -= checkout.invoice.amount
        charge = Charge(f"stx{checkout.chat.id}{self._count:08}", checkout.chat, checkout.invoice, int(now))
        self.charges[charge.id] = charge
        return charge

    def refund(self, charge_id: str, user_id: int, now: float) -> Charge:
        """Stars go back, at most once."""
        charge = self.charges.get(charge_id)
        if charge is None or charge.chat.id != user_id or charge.invoice.currency != STARS:
            raise bad_request("CHARGE_NOT_FOUND")
        if charge.refunded_at is not None:
            raise bad_request("CHARGE_ALREADY_REFUNDED")
        charge.refunded_at = int(now)
        charge.chat.stars += charge.invoice.amount
        return charge

    @property
    def balance(self) -> int:
        """The bot's Stars."""
        return sum(
            charge.invoice.amount
            for charge in self.charges.values()
            if charge.invoice.currency == STARS and charge.refunded_at is None
        )

    def transactions(self) -> list[Json]:
        """Stars in and out, oldest first, as getStarTransactions tells them."""
        moves: list[tuple[int, Json]] = []
        for charge in self.charges.values():
            if charge.invoice.currency != STARS:
                continue
            partner = {
                "type": "user",
                "transaction_type": "invoice_payment",
                "user": charge.chat.profile.as_user(),
                "invoice_payload": charge.invoice.payload,
            }
            move: Json = {"id": charge.id, "amount": charge.invoice.amount}
            moves.append((charge.at, move | {"date": charge.at, "source": partner}))
            if charge.refunded_at is not None:
                moves.append((charge.refunded_at, move | {"date": charge.refunded_at, "receiver": partner}))
        return [move for _, move in sorted(moves, key=lambda one: one[0])]

    def clear(self) -> None:
        self._invoices.clear()
        self._open.clear()
        self.charges.clear()
