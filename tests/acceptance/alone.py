"""A seller who adds an order from another marketplace, in their own words."""

import re
from dataclasses import dataclass

from orders.order import Order
from sandbox.chats import Message
from sandbox.person import Person
from tests.acceptance.market import Market

HEADING = "Заказ №1 · Баннер для группы\n"


@dataclass
class Alone:
    """One order of a seller who is alone in it, until somebody joins."""

    market: Market
    seller: Person

    async def adds(
        self,
        *,
        title: str = "Баннер для группы",
        counterpart: str = "Анна, Kwork",
        price: str = "3000",
        term: str = "",
        until: str = "5 дней",
        notes: str = "",
    ) -> "Alone":
        """To the end of the form. With a `term` the work has not begun, and `until` is when it is to be started."""
        await self.fills(title=title, counterpart=counterpart, price=price, term=term, until=until)
        if notes:
            await self.market.says(self.seller, notes)
            await self.market.presses(self.seller, "Готово")
        else:
            await self.market.presses(self.seller, "Пропустить")
        await self.market.presses(self.seller, "Добавить", on="Так заказ будет записан")
        return self

    async def fills(self, *, title: str, counterpart: str, price: str, term: str, until: str) -> None:
        """As far as the notes."""
        await self.market.presses_or_says(self.seller, "/orders")
        await self.market.presses(self.seller, "Добавить заказ")
        await self.market.says(self.seller, title)
        if counterpart:
            await self.market.says(self.seller, counterpart)
        else:
            await self.market.presses(self.seller, "Пропустить")
        await self.market.says(self.seller, price)
        await self.market.presses(self.seller, "Ещё не начат" if term else "Уже в работе")
        if term:
            await self.market.says(self.seller, term)
        await self.market.says(self.seller, until)

    async def presses(self, button: str) -> str:
        """On the card."""
        return await self.market.presses(self.seller, button, on=self.card())

    async def invites(self) -> str:
        """The payload of the link for the buyer."""
        await self.presses("Пригласить покупателя")
        found = re.search(r"start=(j_[\w-]+)", self.seller.last.text)
        assert found is not None
        return found[1]

    async def is_joined_by(self, buyer: Person) -> None:
        """They open the link and join."""
        await self.market.starts(buyer, await self.invites())
        await self.market.presses(buyer, "Присоединиться")

    def card(self, who: Person | None = None) -> Message:
        """The newest card."""
        for message in reversed((who or self.seller).received):
            if "\nСтатус: " in message.text and "\nЦена: " in message.text and "приглашает" not in message.text:
                return message
        raise AssertionError("no card")

    async def order(self) -> Order:
        """All that the bot knows of it."""
        async with self.market.app.database.read() as unit:
            order = await unit.orders.get(1)
        assert order is not None
        return order

    def heard(self, who: Person | None = None) -> list[str]:
        """What is new, without the order's heading."""
        return [text.removeprefix(HEADING) for text in self.market.heard(who or self.seller)]
