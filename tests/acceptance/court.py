"""An order that its sides can't settle, and the operators who can."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orders.ledger import AccountKind
from sandbox.person import Person
from tests.acceptance.market import Market, open_market
from tests.acceptance.stages import BUTTONS, Deal

OPERATOR, SECOND = 900, 901
NBSP = "\N{NO-BREAK SPACE}"
STATEMENT = "Логотип срисован с чужого, а в задании был свой."
REASON = "Сравнил работу с заданием: она ему отвечает."
CALL = "Позвать арбитра"
STRANGE = "Такого заказа у вас нет. Ваши заказы — в /orders."
OPEN = "Спор по этому заказу у арбитра: до его решения можно только писать друг другу."
OVER = "Спора по этому заказу сейчас нет: его уже решили или отозвали."
DEAD = "Эта кнопка больше не действует. Откройте /start."

_END = ["Задание", "История"]


@dataclass
class Court(Deal):
    """A deal with two operators."""

    operator: Person
    second: Person

    async def does(self, step: str) -> None:
        """One step of a way; where the bot takes money, confirming is paying."""
        if step == "Подтвердить заказ" and self.market.settings.payments.holds_money:
            await self.market.pays(self.buyer)
        else:
            await super().does(step)

    async def calls(self, who: Person) -> None:
        """One side calls the arbiter."""
        await self.market.presses(who, CALL, on=self.card(who))
        await self.market.says(who, STATEMENT)
        await self.market.presses(who, "Отправить")

    async def goes_to(self, stage: str, who: str = "buyer") -> None:
        """To a stage, and from there to the arbiter."""
        await self.reaches(stage)
        await self.calls(self.side(who))

    async def asks(self, ruling: str, *words: str, who: Person | None = None) -> None:
        """An operator goes as far as the preview of a decision."""
        who = who or self.operator
        await self.market.presses(who, ruling)
        await self.market.says(who, *words, REASON)

    async def decides(self, ruling: str, *words: str, who: Person | None = None) -> None:
        """And confirms it."""
        await self.asks(ruling, *words, who=who)
        await self.market.presses(who or self.operator, "Решить так")

    async def balances(self) -> dict[str, int]:
        """What is on each kind of account, all holders together."""
        async with self.market.app.database.read() as unit:
            sums = {kind: await unit.ledger.total(kind) for kind in AccountKind}
        return {kind.value: money[0].amount for kind, money in sums.items() if money}

    def arbiters_heard(self) -> tuple[list[str], list[str]]:
        """What is new to the two operators."""
        return self.market.heard(self.operator), self.market.heard(self.second)

    def assert_standing_still(self, caller: str) -> None:
        """Both cards say so, and have nothing but words and the way back."""
        for name in ("seller", "buyer"):
            card = self.card(self.side(name))
            assert "\nСтатус: Спор у арбитра\nЧасы стоят, пока арбитр не решит\n" in card.text
            assert STATEMENT in card.text
            back = [["Отозвать обращение"]] if name == caller else []
            words = ["Написать", "Быстрые ответы"] if name == "seller" else ["Написать"]
            assert card_buttons(self, name) == [words, *back, _END]


def card_buttons(deal: Deal, side: str) -> list[list[str]]:
    """Row by row, without colours."""
    markup = deal.card(deal.side(side)).body.get("reply_markup") or {}
    return [[button["text"] for button in row] for row in markup.get("inline_keyboard", [])]


def with_call(stage: str) -> tuple[list[list[str]], list[list[str]]]:
    """The buttons of a stage where the arbiter can be called, of the seller and of the buyer, without colours."""
    sides = [[[label.split(") ")[-1] for label in row] for row in rows] for rows in BUTTONS[stage]]
    seller, buyer = ([*rows[:-last], [CALL], *rows[-last:]] for rows, last in zip(sides, (2, 1), strict=True))
    return seller, buyer


@asynccontextmanager
async def open_court(folder: Path, **settings: Any) -> AsyncIterator[Court]:
    """A market with two operators who have pressed Start."""
    async with open_market(folder, **{"admin_ids": frozenset({OPERATOR, SECOND}), **settings}) as market:
        yield await court_in(market)


async def court_in(market: Market) -> Court:
    """The same in a market that is open."""
    operator = market.sandbox.people.add("Олег", person_id=OPERATOR)
    second = market.sandbox.people.add("Ольга", person_id=SECOND)
    for who in (operator, second):
        await market.starts(who)
    return Court(market, market.person("Сергей"), market.person("Анна"), operator, second)
