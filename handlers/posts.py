"""A post becomes a Bot API call: rendered when it is sent, from the state then and in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, assert_never

from aiogram.methods import EditMessageText, TelegramMethod

from desk.order_desk import OrderDesk
from desk.ports import Cards, Unit
from desk.posts import Post, PostKind, Upload
from handlers.card import Reader, card_text
from handlers.history.export_file import ExportForm, exported
from handlers.history.export_order import may_export
from handlers.notices import corrected_message, news_message, part_message, warning_message
from handlers.operator.dispute_news import dispute_message
from handlers.order_buttons import OrderButtons
from handlers.paying.invoice import invoice_message
from handlers.says import keyboard, message
from handlers.setup import Setup
from handlers.texts import texts_in
from orders.facts import ArbiterDecided, OrderEnded, SaidEdited
from orders.order import Order
from orders.policy import Policy
from orders.rating import Rating
from orders.status import Side
from orders.timers import TimerKind


class ReadingUnit(Unit, Protocol):
    """What rendering reads: the records, and which message is a side's newest card."""

    @property
    def cards(self) -> Cards: ...


@dataclass(frozen=True, slots=True)
class Rendered:
    """A call to make, and what to remember once Telegram has taken it."""

    method: TelegramMethod[Any]
    #: The order and side whose newest card the sent message becomes.
    new_card: tuple[int, Side] | None = None
    #: What to send where the message to edit is gone.
    anew: "Callable[[], Rendered] | None" = None
    #: The order and turn of which this is a warning.
    warns: tuple[int, int] | None = None
    #: Files that the call names.
    uploads: tuple[Upload, ...] = ()


@dataclass(frozen=True, slots=True)
class PostRoom:
    """Renders posts."""

    setup: Setup
    policy: Policy

    async def render(self, post: Post, unit: ReadingUnit, now: int) -> Rendered | None:
        """The call that this post is now; None where what it says is no longer true."""
        person = await unit.people.get(post.person_id)
        order = None if post.order_number is None else await unit.orders.get(post.order_number)
        if person is None or order is None:
            return None
        zone = person.timezone or self.setup.business_timezone
        reader = Reader(person, texts_in(person.speaks), zone, now, self.policy)
        match post.kind:
            case PostKind.EXPORT:
                return await self._export(reader, order, post, unit)
            case PostKind.INVOICE:
                return self._invoice(reader, order, post)
            case PostKind.DISPUTE:
                return await _dispute(reader, order, post, unit)
            case PostKind.WARNING | PostKind.NOTICE | PostKind.CARD:
                return await _to_side(reader, order, post, unit)
            case PostKind.REPLY | PostKind.REPORT:
                raise AssertionError("sent as it is")
            case _:
                assert_never(post.kind)

    async def _export(self, reader: Reader, order: Order, post: Post, unit: ReadingUnit) -> Rendered | None:
        if not may_export(order, reader.person.id, self.setup.admin_ids):
            return None
        file, method = await exported(reader, order, ExportForm(str(post.body["form"])), unit)
        return Rendered(method, uploads=(file,))

    def _invoice(self, reader: Reader, order: Order, post: Post) -> Rendered | None:
        option = None if "option" not in post.body else _int(post.body["option"])
        bill = invoice_message(reader, order, option, self.setup.provider_token)
        return None if bill is None else Rendered(bill)


async def _to_side(reader: Reader, order: Order, post: Post, unit: ReadingUnit) -> Rendered | None:
    side = Side(str(post.body["side"]))
    if post.kind is PostKind.WARNING:
        return _warning(reader, order, side, post)
    if post.kind is PostKind.NOTICE:
        return await _notice(reader, order, side, post, unit)
    return await _card(reader, order, side, post, unit)


async def _dispute(reader: Reader, order: Order, post: Post, unit: ReadingUnit) -> Rendered | None:
    recorded = await unit.orders.fact(_int(post.body["fact"])) if "fact" in post.body else None
    told = await dispute_message(reader, order, _int(post.body["turn"]), recorded, unit)
    return None if told is None else Rendered(told)


def _warning(reader: Reader, order: Order, side: Side, post: Post) -> Rendered | None:
    if post.body["turn"] != order.turn:
        return None
    warning = warning_message(reader, order, side, TimerKind(str(post.body["warning"])))
    return None if warning is None else Rendered(warning, warns=(order.number, order.turn))


async def _notice(reader: Reader, order: Order, side: Side, post: Post, unit: ReadingUnit) -> Rendered | None:
    recorded = await unit.orders.fact(_int(post.body["fact"]))
    if recorded is None:
        return None
    other = await unit.people.get(order.person_on(side.other))
    if isinstance(recorded.fact, SaidEdited):
        copies = await unit.room_messages.of_fact(recorded.fact.said, reader.person.id)
        return Rendered(corrected_message(reader, order, side, recorded.fact, copies, other))
    if "part" in post.body:
        part = part_message(reader, order, side, recorded.fact, _int(post.body["part"]), other)
        return None if part is None else Rendered(part)
    rating = Rating()
    if isinstance(recorded.fact, OrderEnded | ArbiterDecided):
        rating = await OrderDesk(unit, reader.policy, reader.now).rating(order.seller_id)
    return Rendered(news_message(reader, order, side, recorded.fact, other, rating))


async def _card(reader: Reader, order: Order, side: Side, post: Post, unit: ReadingUnit) -> Rendered:
    other = await unit.people.get(order.person_on(side.other))
    text = card_text(reader, order, side, other, str(post.body.get("lead", "")))
    rows = OrderButtons(reader.texts, order, side, reader.now, reader.policy).on_card()
    newest = (order.number, side)
    pressed = post.body.get("message")
    target = pressed
    if target is None and not post.body.get("fresh"):
        target = await unit.cards.get(order.number, side)
    if target is None:
        return Rendered(message(reader.person, text, rows), new_card=newest)
    edited = EditMessageText(
        chat_id=reader.person.id, message_id=_int(target), **text.as_kwargs(), reply_markup=keyboard(rows)
    )
    if pressed is not None:
        return Rendered(edited)
    return Rendered(edited, anew=lambda: Rendered(message(reader.person, text, rows), new_card=newest))


def _int(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value
