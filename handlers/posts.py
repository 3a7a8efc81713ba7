"""A post becomes a Bot API call: rendered when it is sent, from the state then and in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, assert_never

from aiogram.methods import EditMessageText, TelegramMethod

from charts.sheet import Sheet
from desk.catalogue import Moved
from desk.money import PayoutState
from desk.news import silent_side
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Cards, Unit
from desk.posts import Post, PostKind, Upload
from handlers.balance.csv_file import statement_file
from handlers.balance.month import Month
from handlers.calendar.file import calendar_file
from handlers.card import Reader, card_text
from handlers.exchange.news import exchange_message
from handlers.fall import GIGS_TOLD
from handlers.history.export_file import ExportForm, exported
from handlers.history.export_order import may_export
from handlers.notices import corrected_message, news_message, part_message, warning_message
from handlers.operator.dispute_news import dispute_message
from handlers.order_buttons import OrderButtons
from handlers.paying.invoice import invoice_message
from handlers.payout_messages import Request, request_of, request_screen
from handlers.payout_messages import news_message as payout_news_message
from handlers.says import keyboard, message
from handlers.setup import Setup
from handlers.sides import person_on
from handlers.statistics.page import statistics_page
from handlers.statistics.picture import changed_picture, sent_picture, sheet_of, without_picture
from handlers.statistics.timeline import Period
from handlers.texts import texts_in
from handlers.topic import TopicLook, topic_look
from orders.facts import ArbiterDecided, OrderEnded, OutcomeCounted, OutcomeVoided, SaidEdited
from orders.order import Effect, Order
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
    #: The payout of which the sent message tells this operator from now on.
    payout: int | None = None
    #: Files that the call names.
    uploads: tuple[Upload, ...] = ()
    #: A picture that is still to be drawn, outside of the transaction, and sent along.
    sheet: Sheet | None = None
    #: What to send where it can't be drawn.
    undrawn: "Callable[[], Rendered] | None" = None
    #: Nothing more is to come of the order: this tells that it has ended.
    ends: bool = False

    @property
    def is_remembered(self) -> bool:
        """Whether the next message of its chat may be an edit of this one."""
        return self.new_card is not None or self.payout is not None


@dataclass(frozen=True, slots=True)
class PostRoom:
    """Renders posts."""

    setup: Setup
    policy: Policy

    async def render(self, post: Post, unit: ReadingUnit, now: int) -> Rendered | None:
        """The call that this post is now; None where what it says is no longer true."""
        person = await unit.people.get(post.person_id)
        if post.kind in {PostKind.PAYOUT, PostKind.PAYOUT_NEWS, PostKind.STATEMENT}:
            # An operator is written to before they have pressed Start: it is held until they do.
            person = person or Person(id=post.person_id, first_name="")
            return await self._of_money(self._reader(person, now), post, unit)
        if post.kind is PostKind.STATISTICS:
            return None if person is None else await self._statistics(self._reader(person, now), post, unit)
        if post.kind is PostKind.CALENDAR:
            return None if person is None else await self._calendar(self._reader(person, now), post, unit)
        if post.kind is PostKind.EXCHANGE:
            return None if person is None else await _exchange(self._reader(person, now), post, unit)
        order = None if post.order_number is None else await unit.orders.get(post.order_number)
        if person is None or order is None:
            return None
        return await self._of_order(self._reader(person, now), order, post, unit)

    async def _of_order(self, reader: Reader, order: Order, post: Post, unit: ReadingUnit) -> Rendered | None:
        match post.kind:
            case PostKind.EXPORT:
                return await self._export(reader, order, post, unit)
            case PostKind.INVOICE:
                return self._invoice(reader, order, post)
            case PostKind.DISPUTE:
                return await _dispute(reader, order, post, unit)
            case PostKind.WARNING | PostKind.NOTICE | PostKind.CARD:
                return await _to_side(reader, order, post, unit)
            case (
                PostKind.REPLY
                | PostKind.REPORT
                | PostKind.TOPIC
                | PostKind.PAYOUT
                | PostKind.PAYOUT_NEWS
                | PostKind.STATEMENT
                | PostKind.STATISTICS
                | PostKind.CALENDAR
                | PostKind.EXCHANGE
            ):
                raise AssertionError("sent as it is, or of no order")
            case _:
                assert_never(post.kind)

    def _reader(self, person: Person, now: int) -> Reader:
        zone = person.timezone or self.setup.business_timezone
        return Reader(person, texts_in(person.speaks), zone, now, self.policy)

    async def _of_money(self, reader: Reader, post: Post, unit: ReadingUnit) -> Rendered | None:
        if post.kind is PostKind.STATEMENT:
            month = Month.read(str(post.body["month"])) if "month" in post.body else None
            file, method = await statement_file(reader, month, unit)
            return Rendered(method, uploads=(file,))
        payout = await unit.payouts.get(_int(post.body["payout"]))
        if payout is None:
            return None
        request = await request_of(unit, payout)
        if post.kind is PostKind.PAYOUT:
            return await _payout(reader, request, post, unit)
        return Rendered(payout_news_message(reader, request, self.setup))

    async def _statistics(self, reader: Reader, post: Post, unit: ReadingUnit) -> Rendered | None:
        everyone, target = bool(post.body["everyone"]), post.body.get("message")
        if everyone and reader.person.id not in self.setup.admin_ids:
            return None
        page = await statistics_page(unit, reader, Period(str(post.body["period"])), everyone=everyone)
        if page is None:
            return None
        sheet, undrawn = sheet_of(reader, page), partial(Rendered, without_picture(reader, page))
        sent = Rendered(sent_picture(reader, page), sheet=sheet, undrawn=undrawn)
        if target is None:
            return sent
        changed = changed_picture(reader, page, _int(target))
        return Rendered(changed, sheet=sheet, undrawn=undrawn, anew=lambda: sent)

    async def _calendar(self, reader: Reader, post: Post, unit: ReadingUnit) -> Rendered | None:
        order = None if post.order_number is None else await unit.orders.get(post.order_number)
        asked = await unit.orders.open_of(reader.person.id) if order is None else (order,)
        made = calendar_file(reader, self.setup, asked, order)
        return None if made is None else Rendered(made[1], uploads=(made[0],))

    async def topic_look(self, post: Post, unit: Unit, now: int) -> TopicLook | None:
        """How the topic of the post's order is to look now; None: whoever reads the post is no side of it."""
        person = await unit.people.get(post.person_id)
        order = None if post.order_number is None else await unit.orders.get(post.order_number)
        side = None if person is None or order is None else order.side_of(person.id)
        if person is None or order is None or side is None:
            return None
        return topic_look(texts_in(person.speaks), order, side, now)

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


async def _exchange(reader: Reader, post: Post, unit: ReadingUnit) -> Rendered | None:
    response, order = (_int(post.body[what]) if what in post.body else None for what in ("response", "order"))
    told = await exchange_message(reader, _int(post.body["request"]), str(post.body["news"]), response, order, unit)
    return None if told is None else Rendered(told)


async def _dispute(reader: Reader, order: Order, post: Post, unit: ReadingUnit) -> Rendered | None:
    recorded = await unit.orders.fact(_int(post.body["fact"])) if "fact" in post.body else None
    told = await dispute_message(reader, order, _int(post.body["turn"]), recorded, unit)
    return None if told is None else Rendered(told)


def _warning(reader: Reader, order: Order, side: Side, post: Post) -> Rendered | None:
    if post.body["turn"] != order.turn:
        return None
    warning = warning_message(reader, order, side, TimerKind(str(post.body["warning"])))
    if warning is None:
        return None
    return Rendered(warning, warns=(order.number, order.turn) if side is silent_side(order) else None)


async def _notice(reader: Reader, order: Order, side: Side, post: Post, unit: ReadingUnit) -> Rendered | None:
    recorded = await unit.orders.fact(_int(post.body["fact"]))
    if recorded is None:
        return None
    other = await person_on(unit, order, side.other)
    if isinstance(recorded.fact, SaidEdited):
        copies = await unit.room_messages.of_fact(recorded.fact.said, reader.person.id)
        return Rendered(corrected_message(reader, order, side, recorded.fact, copies, other))
    if "part" in post.body:
        part = part_message(reader, order, side, recorded.fact, _int(post.body["part"]), other)
        return None if part is None else Rendered(part)
    rating, shift = Rating(), None
    moved: tuple[Moved, ...] = ()
    if isinstance(recorded.fact, OrderEnded | ArbiterDecided | OutcomeVoided | OutcomeCounted):
        desk = OrderDesk(unit, reader.policy, reader.now)
        rating, shift = await desk.rating(order.seller_id), await desk.shift(order)
        if side is Side.SELLER and isinstance(recorded.fact, OrderEnded) and order.effect is Effect.BROKEN:
            moved = await desk.moved(order.seller_id, shift, GIGS_TOLD)
    news = news_message(reader, order, side, recorded.fact, other, rating, shift, moved)
    return Rendered(news, ends=isinstance(recorded.fact, OrderEnded))


async def _card(reader: Reader, order: Order, side: Side, post: Post, unit: ReadingUnit) -> Rendered:
    other = await person_on(unit, order, side.other)
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
    # Of an order that has lapsed unpaid nothing is told but by its card.
    ends = order.ending is not None and not order.ending.was_paid
    anew = partial(Rendered, message(reader.person, text, rows), new_card=newest, ends=ends)
    return Rendered(edited, anew=anew, ends=ends)


async def _payout(reader: Reader, request: Request, post: Post, unit: ReadingUnit) -> Rendered | None:
    """The operator's message of it is edited; of what is settled no new one comes by itself."""
    payout, is_fresh = request.payout, "fresh" in post.body
    text, rows = request_screen(reader, request)
    target = post.body.get("message")
    if target is None and not is_fresh:
        target = await unit.payouts.message(payout.id, reader.person.id)
    if target is None:
        is_wanted = is_fresh or payout.state is PayoutState.REQUESTED
        return Rendered(message(reader.person, text, rows), payout=payout.id) if is_wanted else None
    edited = EditMessageText(
        chat_id=reader.person.id, message_id=_int(target), **text.as_kwargs(), reply_markup=keyboard(rows)
    )
    return Rendered(edited)


def _int(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value
