"""An order brought to a stage in its sides' own words, and what each side may press there."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from orders.order import Order, Running
from orders.rating import WINDOW, Rating
from sandbox.chats import Message
from sandbox.person import Person
from tests.acceptance.market import DAY, Market

MINUTE = 60
NBSP = "\N{NO-BREAK SPACE}"
HEADING = "Заказ №1 · Логотип для кофейни\n"
BRIEF = "«Зерно», коричневый"
REASON = "Нет времени"
EXPLANATION = "Заболел и не успею сделать работу в срок, простите."
#: In an otherwise empty catalogue.
STAYED_PUT = "\n\nВ каталоге ваши кворки остались на своих местах."
#: What follows the end of an order that can be reviewed.
REVIEW_ASKED = "\n\nОставьте отзыв: он поможет другим покупателям и продавцу."
BUYERS_REASON = "Работа больше не нужна"
BUYERS_EXPLANATION = "Кофейня не откроется, логотип больше не понадобится."


@dataclass
class Deal:
    """One order of two people, from the placing on."""

    market: Market
    seller: Person
    buyer: Person

    def card(self, who: Person) -> Message:
        """The side's newest card."""
        for message in reversed(who.received):
            if "\nСтатус: " in message.text or "\nStatus: " in message.text:
                return message
        raise AssertionError(f"{who} has no card")

    async def order(self) -> Order:
        """All that the bot knows of it."""
        async with self.market.app.database.read() as unit:
            order = await unit.orders.get(1)
        assert order is not None
        return order

    def side(self, name: str) -> Person:
        """The person on that side."""
        return self.seller if name == "seller" else self.buyer

    def assert_cards(self, status: str, like: str) -> None:
        """Both cards say so, and have the buttons of that stage."""
        for who, rows in zip((self.seller, self.buyer), BUTTONS[like], strict=True):
            if rows or who is self.buyer:
                card = self.card(who)
                assert f"\nСтатус: {status}\n" in f"{card.text}\n"
                assert buttons(card) == rows

    async def left(self) -> int:
        """Seconds left of the clock that runs."""
        order = await self.order()
        clock = order.clock if order.cancellation is None else order.cancellation.answer
        assert isinstance(clock, Running)
        return clock.until - int(self.market.clock.now())

    async def rating(self) -> int | None:
        """The seller's responsibility rating in percent."""
        async with self.market.app.database.read() as unit:
            return Rating.of(await unit.orders.recent_effects(self.seller.id, WINDOW)).percent

    def heard(self) -> tuple[list[str], list[str]]:
        """What is new to the seller and to the buyer, without the order's heading."""
        seller, buyer = ([text.removeprefix(HEADING) for text in self.market.heard(who)] for who in self.sides)
        return seller, buyer

    @property
    def sides(self) -> tuple[Person, Person]:
        """The seller and the buyer."""
        return self.seller, self.buyer

    async def does_all(self, who: Person, steps: Sequence[str]) -> str:
        """Presses and, after `>`, words, beginning on the card; gives the last short answer."""
        answer = ""
        for index, step in enumerate(steps):
            if step.startswith(">"):
                await self.market.says(who, step[1:])
            else:
                answer = await self.market.presses(who, step, on=None if index else self.card(who))
        return answer

    async def double_taps(self, who: Person, button: str, *, on: Message) -> tuple[str, str]:
        """Two presses before the bot could answer the first; gives both answers."""
        presses = [who.press(on, button), who.press(on, button)]
        await self.market.settled()
        first, second = (press.answer for press in presses)
        assert first is not None
        assert second is not None
        return first.text, second.text

    @asynccontextmanager
    async def nothing_is_sent(self, to: Person) -> AsyncIterator[None]:
        """Whatever the other side does in a form: the order stays as it is, and this one hears nothing."""
        before = await self.order()
        self.market.mark()
        yield
        assert await self.order() == before
        assert self.market.heard(to) == []

    @asynccontextmanager
    async def nothing_happens(self) -> AsyncIterator[None]:
        """Neither to the order nor in either chat, apart from a card that is redrawn."""
        before = await self.order()
        self.market.mark()
        yield
        assert await self.order() == before
        assert (self.market.heard(self.seller), self.market.heard(self.buyer)) == ([], [])

    async def forges(self, who: Person, data: str) -> str:
        """Somebody sends a button's data that is not on their screen; gives the short answer."""
        shown = [message for message in who.received if "\nСтатус: " in message.text] or who.received
        press = who.press(shown[-1], data=data)
        await self.market.settled()
        assert press.answer is not None, f"the forged {data} was not answered"
        return press.answer.text

    async def reaches(self, stage: str) -> "Deal":
        """Both do what leads there."""
        payload = await self.market.publishes_gig(self.seller)
        await self.market.orders(self.buyer, payload, BRIEF)
        for step in WAYS[stage].split(", ") if WAYS[stage] else ():
            await self.does(step)
        return self

    async def does(self, step: str) -> None:
        """One step of a way."""
        market, seller, buyer = self.market, self.seller, self.buyer
        match step:
            case "start":
                await market.starts_work(seller)
            case "deliver":
                await market.delivers(seller)
            case "seller asks":
                await self.asks_to_cancel(seller, REASON, EXPLANATION)
            case "buyer asks":
                await self.asks_to_cancel(buyer, BUYERS_REASON, BUYERS_EXPLANATION)
            case "decline":
                await market.presses(buyer, "Не отменять", on=self.card(buyer))
            case "offer":
                await self.offers()
            case "ask to wait":
                await market.presses(seller, "Попросить подождать")
                await market.presses(seller, "+2 дня")
            case _ if step.startswith("+"):
                await market.later(int(step))
            case _:
                await market.presses(buyer, step)

    async def asks_to_cancel(self, who: Person, reason: str, explanation: str) -> None:
        """Reason, explanation, preview, sent."""
        await self.market.presses(who, "Отменить заказ", on=self.card(who))
        await self.market.presses(who, reason)
        await self.market.says(who, explanation)
        await self.market.presses(who, "Отправить продавцу" if who is self.buyer else "Отправить покупателю")

    async def offers(self, title: str = "Визитка", price: str = "500", days: str = "2") -> None:
        """The seller offers an option."""
        await self.market.presses(self.seller, "Предложить опции", on=self.card(self.seller))
        await self.market.says(self.seller, title, price, days)
        await self.market.presses(self.seller, "Предложить", on="Так опцию увидит")


#: The steps after the placing that lead to a stage; a number of seconds lets time pass.
WAYS = {
    "unpaid": "",
    "new": "Подтвердить заказ",
    "fresh": "Подтвердить заказ, start",
    "work": f"Подтвердить заказ, start, +{20 * MINUTE}",
    "overdue": f"Подтвердить заказ, start, +{3 * DAY}",
    "review": f"Подтвердить заказ, start, +{20 * MINUTE}, deliver",
    "seller asks, new": "Подтвердить заказ, seller asks",
    "seller asks": f"Подтвердить заказ, start, +{20 * MINUTE}, seller asks",
    "buyer asks": f"Подтвердить заказ, start, +{20 * MINUTE}, buyer asks",
    "declined, new": "Подтвердить заказ, seller asks, decline",
    "declined": f"Подтвердить заказ, start, +{20 * MINUTE}, seller asks, decline",
    "offered, new": "Подтвердить заказ, offer",
    "offered": f"Подтвердить заказ, start, +{20 * MINUTE}, offer",
    "waiting": f"Подтвердить заказ, start, +{20 * MINUTE}, ask to wait",
    "completed": f"Подтвердить заказ, start, +{20 * MINUTE}, deliver, Принять работу",
    "cancelled": "Подтвердить заказ, Отменить заказ, Да",
}


_OVER = ["Задание", "История"]
_END = [*_OVER, "В календарь"]
#: The seller can offer this buyer more.
_OFFER = ["Индивидуальное предложение"]
_SELLERS_END = (_OFFER, _END)
#: The seller's ways to write to the buyer.
_WRITE = ["Написать", "Быстрые ответы"]
_NEW = [
    ["(success) ✅ Приступаю к работе"],
    ["Запросить информацию"],
    ["Предложить опции"],
    _WRITE,
    ["(danger) Отменить заказ"],
]
_WORK = [
    ["(success) 📦 Сдать выполненную работу"],
    ["Показать промежуточный результат"],
    ["Запросить информацию"],
    ["Предложить опции"],
    ["Попросить подождать"],
    _WRITE,
    ["(danger) Отменить заказ"],
]
_WRITE_OR_CANCEL = [["Написать", "(danger) Отменить заказ"]]
_VERDICTS = [["Причина уважительная"], ["(danger) Причина неуважительная"], ["(primary) Не отменять"], ["Написать"]]
_WITHDRAW = ["Отозвать запрос"]
_ANYWAY = ["(danger) Отменить всё равно"]
_RETRACT = ["Отозвать опцию «Визитка» (500\N{NO-BREAK SPACE}₽)"]
_OPTION = [["(success) ✅ Оплатить опцию: 500\N{NO-BREAK SPACE}₽ · Визитка"], ["Отказаться от опции «Визитка»"]]

#: At each stage the buttons on the card of the seller and of the buyer, row by row, with their colours.
BUTTONS: dict[str, tuple[list[list[str]], list[list[str]]]] = {
    "unpaid": ([], [["(success) ✅ Подтвердить заказ"], ["Отмена"]]),
    "abandoned": ([], []),
    "new": ([*_NEW, *_SELLERS_END], [*_WRITE_OR_CANCEL, _END]),
    "fresh": ([*_WORK, *_SELLERS_END], [*_WRITE_OR_CANCEL, _END]),
    "work": ([*_WORK, *_SELLERS_END], [*_WRITE_OR_CANCEL, _END]),
    "overdue": ([*_WORK, *_SELLERS_END], [*_WRITE_OR_CANCEL, _END]),
    "review": (
        [_WRITE, *_SELLERS_END],
        [["(success) ✅ Принять работу"], ["(primary) Отправить на доработку"], ["Написать"], _END],
    ),
    "seller asks, new": ([_WITHDRAW, _WRITE, _END], [*_VERDICTS, _END]),
    "seller asks": ([_WITHDRAW, _WRITE, _END], [*_VERDICTS, _END]),
    "buyer asks": (
        [["(danger) Согласен на отмену", "(primary) Не отменять"], _WRITE, _END],
        [_WITHDRAW, ["Написать"], _END],
    ),
    "declined, new": ([*_NEW, _ANYWAY, *_SELLERS_END], [*_WRITE_OR_CANCEL, _END]),
    "declined": ([*_WORK, _ANYWAY, *_SELLERS_END], [*_WRITE_OR_CANCEL, _END]),
    "offered, new": ([_RETRACT, *_NEW, *_SELLERS_END], [*_OPTION, *_WRITE_OR_CANCEL, _END]),
    "offered": ([_RETRACT, *_WORK, *_SELLERS_END], [*_OPTION, *_WRITE_OR_CANCEL, _END]),
    "waiting": ([*_WORK, *_SELLERS_END], [["(success) ✅ Подожду", "Не согласен"], *_WRITE_OR_CANCEL, _END]),
    "completed": ([_WRITE, _OFFER, _OVER], [["(primary) Оставить отзыв"], ["Написать"], _OVER]),
    "broken": ([_WRITE, _OFFER, _OVER], [["(primary) Оставить отзыв"], ["Написать"], _OVER]),
    "cancelled": ([_WRITE, _OFFER, _OVER], [["Написать"], _OVER]),
}


def fallen(what: str, before: str = "нет данных", after: str = f"0{NBSP}%") -> str:
    """What a seller is told of the rating after a broken order."""
    return f"\n\nПочему: {what} считается сорванным.\nРейтинг до этого: {before}, теперь: {after}.{STAYED_PUT}"


def buttons(message: Message) -> list[list[str]]:
    """Row by row: each label, after the colour in brackets if it has one."""
    markup: dict[str, Any] = message.body.get("reply_markup") or {}
    return [[_shown(button) for button in row] for row in markup.get("inline_keyboard", [])]


def _shown(button: dict[str, Any]) -> str:
    return f"({button['style']}) {button['text']}" if "style" in button else button["text"]


def date_times(message: Message) -> list[tuple[str, int, str]]:
    """Each date_time entity: the words inside, the moment, the format."""
    text = message.text.encode("utf-16-le")
    return [
        (
            text[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le"),
            entity["unix_time"],
            entity["date_time_format"],
        )
        for entity in message.body.get("entities", [])
        if entity["type"] == "date_time"
    ]
