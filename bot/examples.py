"""Prepared stories for the sandbox page: people press and write, the bot answers, nothing is put in by hand."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.drawing import VECTOR, logo
from orders.policy import DAY, HOUR
from sandbox.chats import Message
from sandbox.errors import PersonError
from sandbox.files import Kind
from sandbox.person import Person
from sandbox.playground import Example


@dataclass(frozen=True, slots=True)
class Stage:
    """Who acts, and how time passes for them."""

    seller: Person
    buyer: Person
    settled: Callable[[], Awaitable[bool]]
    later: Callable[[float], Awaitable[bool]]

    async def says(self, who: Person, *words: str) -> None:
        for word in words:
            who.write(word)
            await self.settled()

    async def presses(self, who: Person, *labels: str) -> None:
        """Each on the newest message that has it."""
        for label in labels:
            _press(who, label)
            await self.settled()

    async def starts(self, who: Person, payload: str = "") -> None:
        who.start(payload)
        await self.settled()

    async def pays(self) -> None:
        """The invoice that the buyer has got; where there is none, their word is the payment."""
        bill = newest_invoice(self.buyer)
        if bill is None:
            await self.presses(self.buyer, "Подтвердить заказ")
            return
        self.buyer.pay(bill)
        await self.settled()  # the bot has said yes
        await self.settled()  # and has heard of the money


def newest_invoice(buyer: Person) -> Message | None:
    """The last one that has come, paid or not."""
    return next((message for message in reversed(buyer.received) if message.kind == "invoice"), None)


def _press(who: Person, label: str) -> None:
    for message in reversed(who.received):
        try:
            who.press(message, label)
        except PersonError:
            continue
        return
    raise PersonError(f"{who.profile.first_name} sees no button «{label}»")


async def _new_order(stage: Stage) -> None:
    seller, buyer = stage.seller, stage.buyer
    await stage.starts(seller)
    await stage.says(seller, "/gigs")
    await stage.presses(seller, "Создать кворк")
    await stage.says(
        seller,
        "Логотип для кофейни",
        "Нарисую логотип в трёх вариантах, доведу выбранный до идеала. Исходники в SVG, права — ваши.",
        "Как называется кофейня?\nКакие цвета вам близки?",
        "1500",
        "3",
    )
    await stage.presses(seller, "Опции")
    for option in (("Визитка в том же стиле", "500", "0"), ("Анимация логотипа", "900", "2")):
        await stage.presses(seller, "Добавить опцию")
        await stage.says(seller, *option)
    await stage.presses(seller, "Готово", "Опубликовать")
    await stage.starts(buyer, _payload(seller.received))
    await stage.presses(buyer, "Заказать", "Визитка в том же стиле", "Дальше")
    await stage.says(buyer, "«Зерно», маленькая кофейня у дома")
    await stage.presses(buyer, "Готово")
    await stage.says(buyer, "Коричневый и немного зелёного")
    await stage.presses(buyer, "Готово")
    await stage.pays()


def _payload(messages: list[Message]) -> str:
    """What the newest link to the bot carries."""
    for message in reversed(messages):
        found = re.search(r"start=(k_[\w-]+)", message.text)
        if found:
            return found[1]
    raise PersonError("there is no link to the gig")


async def _auto_cancel_soon(stage: Stage) -> None:
    await _new_order(stage)
    await stage.later(22 * HOUR)


async def _overdue(stage: Stage) -> None:
    await _new_order(stage)
    await stage.presses(stage.seller, "Приступаю к работе")
    await stage.later(3 * DAY + HOUR)


async def _paid_and_returned(stage: Stage) -> None:
    await _new_order(stage)
    await stage.later(DAY)


async def _in_review(stage: Stage) -> None:
    seller = stage.seller
    await _new_order(stage)
    await stage.presses(seller, "Приступаю к работе")
    await stage.later(DAY)
    await stage.presses(seller, "Сдать выполненную работу")
    await stage.says(seller, "Готово! Зерно в кольце, листок напоминает о свежей обжарке. Исходник приложен.")
    seller.send_file(Kind.PHOTO, "логотип.png", logo(), mime_type="image/png")
    await stage.settled()
    seller.send_file(Kind.DOCUMENT, "логотип.svg", VECTOR, mime_type="image/svg+xml")
    await stage.settled()
    await stage.presses(seller, "Готово", "Сдать")


async def _accepted(stage: Stage) -> None:
    await _in_review(stage)
    await stage.later(2 * HOUR)
    await stage.presses(stage.buyer, "Принять работу")


async def _cancellation_asked(stage: Stage) -> None:
    seller = stage.seller
    await _new_order(stage)
    await stage.presses(seller, "Приступаю к работе")
    await stage.later(5 * HOUR)
    await stage.presses(seller, "Отменить заказ", "Нет времени")
    await stage.says(seller, "Заболел и не успею в срок. Простите, пожалуйста: не хочу сдавать вам работу наспех.")
    await stage.presses(seller, "Отправить покупателю")


_STORIES: dict[str, tuple[Example, Callable[[Stage], Awaitable[None]]]] = {
    example.name: (example, story)
    for example, story in (
        (
            Example(
                "new_order",
                {"ru": "Новый заказ", "en": "A new order"},
                {"ru": "Кворк опубликован, заказ оплачен", "en": "A gig is published, an order is paid"},
            ),
            _new_order,
        ),
        (
            Example(
                "auto_cancel_soon",
                {"ru": "Два часа до автоотмены", "en": "Two hours to auto-cancel"},
                {"ru": "Продавец всё ещё не приступил", "en": "The seller has still not started"},
            ),
            _auto_cancel_soon,
        ),
        (
            Example(
                "paid_and_returned",
                {"ru": "Оплачен и возвращён", "en": "Paid and given back"},
                {"ru": "Деньги вернулись покупателю", "en": "The money is back with the buyer"},
            ),
            _paid_and_returned,
        ),
        (
            Example(
                "overdue",
                {"ru": "Просрочен", "en": "Overdue"},
                {"ru": "Срок вышел час назад", "en": "The term ran out an hour ago"},
            ),
            _overdue,
        ),
        (
            Example(
                "in_review",
                {"ru": "На проверке", "en": "In review"},
                {"ru": "Работа сдана: текст, картинка, файл", "en": "Delivered: a text, a picture, a file"},
            ),
            _in_review,
        ),
        (
            Example(
                "accepted",
                {"ru": "Работа принята", "en": "Accepted"},
                {"ru": "Деньги перешли на баланс продавца", "en": "The money is on the seller’s balance"},
            ),
            _accepted,
        ),
        (
            Example(
                "cancellation_asked",
                {"ru": "Просьба отменить", "en": "Cancellation asked"},
                {"ru": "Покупатель решает, уважительна ли причина", "en": "The buyer judges the reason"},
            ),
            _cancellation_asked,
        ),
    )
}

EXAMPLES = tuple(example for example, _ in _STORIES.values())


async def play(name: str, stage: Stage) -> None:
    """Raises: KeyError, PersonError where the bot does not offer what the story needs."""
    _, story = _STORIES[name]
    await story(stage)
