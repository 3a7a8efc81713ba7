"""What a modified client, a slow Telegram or bad luck do to payments."""

from dataclasses import dataclass

from aiohttp import ClientSession

from sandbox.chats import Message
from sandbox.payments import Checkout, Invoice
from sandbox.person import Person
from tests.acceptance.market import TOKEN, Market
from tests.acceptance.stages import BRIEF
from tests.books import Books, checked_books

#: An invoice as the bot has sent it, or one that it has not.
Asked = Message | Invoice


@dataclass(frozen=True, slots=True)
class Till:
    """The payments of a market."""

    market: Market

    async def orders(self, seller: Person, buyer: Person, price: str = "150") -> Message:
        """A gig is published and ordered; gives the invoice."""
        link = await self.market.publishes_gig(seller, price=price)
        await self.market.orders(buyer, link, BRIEF)
        return buyer.last

    def invoice(self, who: Person, on: str = "") -> Message:
        """The newest invoice in somebody's chat, of those that mention this."""
        invoices = [message for message in who.received if message.kind == "invoice"]
        return next(message for message in reversed(invoices) if on in str(message.body["invoice"]))

    async def asks(self, who: Person, asked: Asked) -> str | None:
        """Somebody presses «Pay» on it; why the bot has said no, or None for a yes."""
        checkout = self._pay(who, asked)
        await self.market.settled()
        (call,) = [
            call
            for call in self.market.sandbox.calls.select("answerPreCheckoutQuery", ok=True)
            if call.params.text("pre_checkout_query_id") == checkout.id
        ]
        await self.market.settled()
        return None if call.params.flag("ok") else call.params.text("error_message")

    async def is_paid_all_the_same(self, *payments: tuple[Person, Asked], after: float = 0) -> None:
        """The money moves though nobody has asked the bot: the yes was said earlier, and the update comes only now."""
        market = self.market
        await market.stop_bot()
        async with ClientSession() as client:
            for who, asked in payments:
                params = {"pre_checkout_query_id": self._pay(who, asked).id, "ok": True}
                url = f"{market.settings.telegram_api_url}/bot{TOKEN}/answerPreCheckoutQuery"
                async with client.post(url, json=params) as answer:
                    assert answer.status == 200, await answer.text()
        market.clock.advance(after)
        await market.start_bot()
        await market.settled()

    def fates_of_the_bot(self) -> list[str]:
        """As the bot knows them, whether or not Telegram agrees."""
        return list(checked_books(self.market.settings.database_path).fates.values())

    def books(self) -> Books:
        """Checked, and compared with what Telegram says."""
        books = checked_books(self.market.settings.database_path)
        charges = self.market.sandbox.world.payments.charges
        assert set(books.fates) <= set(charges), "the bot knows of a payment that was never made"
        for charge_id, fate in books.fates.items():
            if charges[charge_id].invoice.currency == "XTR":
                assert (fate == "returned") is (charges[charge_id].refunded_at is not None), (charge_id, fate)
        return books

    def fates(self) -> list[str]:
        """What has become of every payment that Telegram knows of, in the order in which they were made."""
        fates = self.books().fates
        return [fates.get(charge_id, "unknown") for charge_id in self.market.sandbox.world.payments.charges]

    def _pay(self, who: Person, asked: Asked) -> Checkout:
        if isinstance(asked, Message):
            return who.pay(asked)
        somewhere = who.received[0]
        self.market.sandbox.world.payments.remember(who.id, somewhere.id, asked)
        return who.pay(somewhere)
