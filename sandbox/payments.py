"""Invoices, pre-checkout queries and Stars: what was asked, what was paid, what went back."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from sandbox.chats import Chat, Message
from sandbox.errors import PersonError, bad_request
from sandbox.events import EventLog
from sandbox.values import Json

STARS = "XTR"
#: How long a bot has to answer a pre-checkout query, by the shared clock.
ANSWER_WITHIN = 10.0
#: What the app is told when the bot has not answered in time, and when the Stars have gone elsewhere meanwhile.
NO_ANSWER = "BOT_PRECHECKOUT_TIMEOUT"
TOO_FEW_STARS = "BALANCE_TOO_LOW"


@dataclass(frozen=True, slots=True)
class Invoice:
    payload: str
    currency: str
    amount: int


@dataclass(slots=True)
class Charge:
    """Money that has arrived. The bot has it until it is refunded or taken back."""

    id: str
    chat: Chat
    invoice: Invoice
    at: int
    message: Message | None = None
    """The service message in the person's chat; what the bot is told is this."""
    told: int = 0
    """How often the bot has been told of it."""
    refunded_at: int | None = None
    taken_back_at: int | None = None
    """By a chargeback: the person has their money from elsewhere, the bot is not told."""

    @property
    def is_stars(self) -> bool:
        return self.invoice.currency == STARS

    @property
    def is_gone(self) -> bool:
        return self.refunded_at is not None or self.taken_back_at is not None

    def payment(self) -> Json:
        """As SuccessfulPayment and RefundedPayment show it."""
        return {
            "currency": self.invoice.currency,
            "total_amount": self.invoice.amount,
            "invoice_payload": self.invoice.payload,
            "telegram_payment_charge_id": self.id,
            "provider_payment_charge_id": "" if self.is_stars else f"card-{self.id}",
        }

    def view(self) -> Json:
        return self.payment() | {
            "chat_id": self.chat.id,
            "at": self.at,
            "told": self.told,
            "refunded_at": self.refunded_at,
            "taken_back_at": self.taken_back_at,
        }


@dataclass(slots=True)
class Checkout:
    """A person has pressed «Pay» and waits for the bot's yes."""

    id: str
    chat: Chat
    invoice: Invoice
    at: float
    message_id: int
    """The message with the invoice."""
    charge: Charge | None = None
    error: str | None = None
    """What the person is told instead of a receipt."""
    _waiters: list[asyncio.Future[None]] = field(default_factory=list, repr=False)

    @property
    def is_settled(self) -> bool:
        return self.charge is not None or self.error is not None

    async def settled(self) -> None:
        """Wait until it is paid or has failed."""
        if not self.is_settled:
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiters.append(waiter)
            await waiter

    def settle(self, *, charge: Charge | None = None, error: str | None = None) -> None:
        self.charge, self.error = charge, error
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)
        self._waiters.clear()


class Payments:
    """Invoices are known by the message that carries them; the bot's Stars by the list of their movements."""

    def __init__(self, now: Callable[[], float], events: EventLog) -> None:
        self._now = now
        self._events = events
        self._count = 0
        self._invoices: dict[tuple[int, int], Invoice] = {}
        self._open: dict[str, Checkout] = {}
        self._moves: list[Json] = []
        self.charges: dict[str, Charge] = {}

    def remember(self, chat_id: int, message_id: int, invoice: Invoice) -> None:
        self._invoices[chat_id, message_id] = invoice

    def invoice(self, chat_id: int, message_id: int) -> Invoice | None:
        return self._invoices.get((chat_id, message_id))

    def check_out(self, chat: Chat, invoice: Invoice, message_id: int) -> Checkout:
        """Fails by itself where the bot says nothing in time."""
        self._count += 1
        checkout = Checkout(f"{chat.id}7{self._count:08}", chat, invoice, self._now(), message_id)
        self._open[checkout.id] = checkout
        with suppress(RuntimeError):  # without a loop nobody waits in real time; the clock that is moved will tell
            asyncio.get_running_loop().call_later(ANSWER_WITHIN + 0.1, self.expire)
        return checkout

    def chat_of(self, query_id: str) -> int | None:
        """Whose checkout it is, while it is open."""
        checkout = self._open.get(query_id)
        return None if checkout is None else checkout.chat.id

    def take(self, query_id: str) -> Checkout:
        """The checkout a bot answers: once, and in time."""
        self.expire()
        checkout = self._open.pop(query_id, None)
        if checkout is None:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        return checkout

    def fail(self, checkout: Checkout, error: str) -> None:
        """Nothing moves, and the person is told why."""
        checkout.settle(error=error)
        self._events.add("chat", {"chat_id": checkout.chat.id, "checkout": checkout.id, "payment_error": error})

    def expire(self) -> None:
        """Whoever has waited too long is told so."""
        now = self._now()
        for checkout in [each for each in self._open.values() if now - each.at > ANSWER_WITHIN]:
            del self._open[checkout.id]
            self.fail(checkout, NO_ANSWER)

    def charge(self, checkout: Checkout) -> Charge | None:
        """Stars leave the person's balance; other money comes from a card that is not ours to watch. None: too few."""
        self._count += 1
        chat, invoice = checkout.chat, checkout.invoice
        if invoice.currency == STARS and invoice.amount > chat.stars:
            return None
        charge = Charge(f"stx{chat.id}{self._count:08}", chat, invoice, int(self._now()))
        if charge.is_stars:
            chat.stars -= invoice.amount
            self._move(charge.id, invoice.amount, source=_partner(charge))
        self.charges[charge.id] = charge
        return charge

    def refund(self, charge_id: str, user_id: int) -> Charge:
        """Stars go back, at most once."""
        charge = self.charges.get(charge_id)
        if charge is None or charge.chat.id != user_id or not charge.is_stars:
            raise bad_request("CHARGE_NOT_FOUND")
        if charge.is_gone:
            raise bad_request("CHARGE_ALREADY_REFUNDED")
        charge.refunded_at = int(self._now())
        charge.chat.stars += charge.invoice.amount
        self._move(charge.id, charge.invoice.amount, receiver=_partner(charge))
        return charge

    def take_back(self, charge_id: str) -> Charge:
        """The person has asked the shop where they had bought the Stars for their money: the bot loses the Stars."""
        charge = self.named(charge_id)
        if not charge.is_stars:
            raise PersonError("only Stars can be taken back")
        if charge.is_gone:
            raise PersonError("this payment has gone back already")
        charge.taken_back_at = int(self._now())
        self._move(charge.id, charge.invoice.amount, receiver=_partner(charge))
        return charge

    def withdraw(self, amount: int) -> None:
        """The bot's owner takes Stars out of Telegram, as with @BotFather."""
        if not 0 < amount <= self.balance:
            raise PersonError("the bot has not so many Stars")
        self._count += 1
        now = int(self._now())
        state = {"type": "succeeded", "date": now, "url": "https://fragment.com/"}
        self._move(f"wdr{self._count:08}", amount, receiver={"type": "fragment", "withdrawal_state": state})

    def named(self, charge_id: str) -> Charge:
        charge = self.charges.get(charge_id)
        if charge is None:
            raise PersonError("there is no such payment")
        return charge

    @property
    def balance(self) -> int:
        """The bot's Stars."""
        return sum(move["amount"] if "source" in move else -move["amount"] for move in self._moves)

    def transactions(self, offset: int, limit: int) -> list[Json]:
        """Stars in and out, oldest first, as getStarTransactions tells them; a refund has the id of its payment."""
        return self._moves[offset : offset + limit]

    def clear(self) -> None:
        for checkout in self._open.values():
            checkout.settle(error=NO_ANSWER)
        self._invoices.clear()
        self._open.clear()
        self._moves.clear()
        self.charges.clear()

    def _move(self, transaction_id: str, amount: int, **partner: Json) -> None:
        self._moves.append({"id": transaction_id, "amount": amount, "date": int(self._now())} | partner)


def _partner(charge: Charge) -> Json:
    return {
        "type": "user",
        "transaction_type": "invoice_payment",
        "user": charge.chat.profile.as_user(),
        "invoice_payload": charge.invoice.payload,
    }
