"""Every refusal becomes one sentence here, and an out-of-date card is redrawn."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.availability.words import not_taking
from handlers.buttons import OptionPress, OrderPress, WaitPress
from handlers.pressed import redraw
from handlers.reader import reader_of
from handlers.says import Says, answer, message
from handlers.texts import Texts
from handlers.wording import price, shortened
from orders import refusals as r
from orders.money import Money

#: UTF-16 units of a word that somebody wrote: the answer to a press holds 200 in all.
_WORD_SHOWN = 40

_Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Refusing(BaseMiddleware):
    """Turns a refusal into what the person is told. What the clock brought meanwhile stays: it is committed."""

    async def __call__(self, handler: _Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """A press gets an alert, a message gets an answer; the form stays where it was."""
        try:
            return await handler(event, data)
        except r.Refusal as refusal:
            texts: Texts = data["texts"]
            sentence = refusal_sentence(texts, refusal)
            if isinstance(event, CallbackQuery):
                return await _refuse_press(event, refusal, sentence, data)
            if isinstance(event, Message):
                return [message(data["person"], texts("refused", sentence=sentence))]
            raise


def refusal_sentence(texts: Texts, refusal: r.Refusal) -> str:  # noqa: PLR0911 - one case for each kind of arguments
    """One clear sentence: what is so, and what is expected."""
    name = type(refusal).__name__
    key = "refusal-" + "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")
    match refusal:
        case r.StaleButton() | r.RoomClosed():
            return texts.plain(key)
        case r.WrongStatus(status=status):
            return texts.plain(f"refusal-status-{status.replace('_', '-')}")
        case r.OutOfBounds(least=least, most=most, actual=actual):
            return texts.plain(key, least=least, most=most, actual=actual or 0)
        case r.PriceOutOfRange(least=least, most=most, currency=currency):
            return texts.plain(key, least=least, most=most, currency=currency)
        case r.AmountOutOfRange(available=available, currency=currency):
            return texts.plain(key, available=price(texts, Money(available, currency)))
        case r.SplitOutOfRange(held=held, currency=currency):
            return texts.plain(key, held=price(texts, Money(held, currency)))
        case r.PriceNotUnderstood(currency=currency):
            return texts.plain(key, currency=currency)
        case r.UnknownPlaceholder(word=word):
            return texts.plain(key, word=shortened(word, _WORD_SHOWN))
        case _:
            return texts.plain(key)


async def _refuse_press(pressed: CallbackQuery, refusal: r.Refusal, sentence: str, data: dict[str, Any]) -> Says:
    press = data.get("callback_data")
    told = answer(pressed, sentence, alert=True)
    if isinstance(refusal, r.NotTakingOrders):
        reader = reader_of(data["person"], data["texts"], data["orders"])
        return [told, message(reader.person, *not_taking(reader, refusal))]
    if not isinstance(press, OrderPress | OptionPress | WaitPress):
        return [told]
    orders: OrderDesk = data["orders"]
    person: Person = data["person"]
    try:
        order = await orders.open(press.number, person.id)
    except r.NoSuchOrder:
        return [told]
    side = order.side_of(person.id)
    return [told] if side is None else [told, *redraw(pressed, press, order, side)]
