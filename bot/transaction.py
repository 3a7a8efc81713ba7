"""One transaction an update: what a handler decides, what it says and the inbox mark are committed together."""

import logging
import secrets
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramAPIError
from aiogram.filters.callback_data import CallbackData
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.types import Chat, Message, TelegramObject, Update, User

from bot.clock import Clock
from bot.forms import current_thread, current_unit
from bot.wire import Wire
from desk.cash_desk import CashDesk
from desk.elsewhere_desk import ElsewhereDesk
from desk.exchange_desk import ExchangeDesk
from desk.gig_desk import GigDesk
from desk.offer_desk import OfferDesk
from desk.order_desk import OrderDesk
from desk.people import Person, Standing
from desk.person_desk import PersonDesk
from desk.posts import Post, PostKind
from desk.quick_reply_desk import QuickReplyDesk
from handlers.menu.banned import banned_says
from handlers.operator.refunds import posts_of_refunds
from handlers.replies import is_new_message, params_of, posts_of
from handlers.room.relaying import complete_album
from handlers.setup import Setup
from handlers.texts import texts_in
from orders.policy import Policy
from storage.database import Database
from storage.inbox import InboxRow
from storage.outbox import OutboxRow
from storage.units import WriteUnit

log = logging.getLogger(__name__)

_Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


def new_code() -> str:
    """The unguessable part of a link: 72 bits."""
    return secrets.token_urlsafe(9)


class Transaction(BaseMiddleware):
    """The outermost middleware of updates."""

    def __init__(
        self,
        *,
        wire: Wire,
        database: Database,
        clock: Clock,
        policy: Policy,
        setup: Setup,
        hand_to_sender: Callable[[Sequence[OutboxRow]], None],
        album_has_come: Callable[[], None] = lambda: None,
        refund_is_due: Callable[[], None] = lambda: None,
        hand_back: Callable[[Sequence[InboxRow]], None] = lambda _: None,
    ) -> None:
        self._wire = wire
        self._database = database
        self._clock = clock
        self._policy = policy
        self._setup = setup
        self._hand_to_sender = hand_to_sender
        self._album_has_come = album_has_come
        self._refund_is_due = refund_is_due
        self._hand_back = hand_back

    async def __call__(self, handler: _Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Commit, then answer the press; everything else that is said goes out by the outbox."""
        if not isinstance(event, Update):
            raise TypeError("this middleware stands around whole updates")
        async with self._database.write() as unit:
            answers = await self._handle(handler, event, data, unit)
            await unit.inbox.done(event.update_id)
        self._hand_to_sender(unit.outbox.added)
        if unit.room_drafts.has_album:
            self._album_has_come()
        if unit.refunds.has_new:
            self._refund_is_due()
        if unit.inbox.retried:
            self._hand_back(unit.inbox.retried)
        for answer in answers:
            await self._send_answer(answer)

    async def _answer(self, handler: _Handler, update: Update, data: dict[str, Any], person: Person) -> Any:
        """What is said; to the banned only that they are. Their money is not kept for that."""
        has_paid = update.message is not None and update.message.successful_payment is not None
        if person.standing is Standing.BANNED and not has_paid:
            return banned_says(update, person, data["texts"], self._setup)
        return await handler(update, data)

    async def _send_answer(self, answer: AnswerCallbackQuery) -> None:
        """A lost answer costs the person a spinner and nothing else: it is not repeated."""
        try:
            await self._wire.call(answer.__api_method__, params_of(answer))
        except TelegramAPIError as error:
            log.info("An answer to a press was not taken: %s", error.message)

    async def _handle(
        self, handler: _Handler, update: Update, data: dict[str, Any], unit: WriteUnit
    ) -> list[AnswerCallbackQuery]:
        now = int(self._clock.now())
        user: User | None = data.get("event_from_user")
        chat: Chat | None = data.get("event_chat")
        if user is None or user.is_bot or (chat is not None and chat.type != ChatType.PRIVATE):
            return []  # everything happens in private chats (SPEC 1)
        number = _order_of(update)
        unit.expect(person_id=user.id, form_of=user.id, order_number=number)
        unit.room_drafts.expect(user.id)
        orders = OrderDesk(unit, self._policy, now)
        people = PersonDesk(unit, orders, now)
        if (left := update.my_chat_member) is not None and left.new_chat_member.status == "kicked":
            await people.lose(user.id)
            return []
        thread = _thread_of(update)
        in_topic = None if thread is None else await unit.topics.order_of(user.id, thread)
        person = await people.meet(_seen(user))
        earlier = await _completed_album(update, person, orders, unit)
        data.update(
            unit=unit,
            orders=orders,
            people=people,
            gigs=GigDesk(unit, now, new_code),
            offers=OfferDesk(unit, orders, now, new_code),
            exchange=ExchangeDesk(unit, orders, now),
            cash=CashDesk(unit, orders, now),
            elsewhere=ElsewhereDesk(unit, orders, new_code),
            quick_replies=QuickReplyDesk(unit),
            person=person,
            texts=texts_in(person.speaks),
            setup=self._setup,
            update_number=update.update_id,
            in_topic=in_topic,
        )
        token, place = current_unit.set(unit), current_thread.set(thread)
        try:
            says = await self._answer(handler, update, data, person)
        finally:
            current_unit.reset(token)
            current_thread.reset(place)
        pressed = None if number is None else await unit.orders.get(number)
        room = pressed.number if pressed is not None and pressed.side_of(person.id) is not None else in_topic
        answers, posts = _sorted(person, says if says is not None and says is not UNHANDLED else (), room, thread)
        if posts or earlier:
            await unit.outbox.add([*earlier, *posts], now)
        await unit.outbox.add(await posts_of_refunds(unit, self._setup.admin_ids), now)
        if update.callback_query is not None:
            answers = answers or [AnswerCallbackQuery(callback_query_id=update.callback_query.id)]
            elsewhere = _elsewhere(person, unit.outbox.added, in_topic) if self._setup.has_topics else None
            if elsewhere is not None and not answers[0].text:
                text = texts_in(person.speaks).plain("topic-look", number=str(elsewhere))
                answers[0] = answers[0].model_copy(update={"text": text})
        return answers


def _order_of(update: Update) -> int | None:
    """The order of the pressed button, so that it is read together with who pressed it, and what is said in answer is
    known to belong to it. A button of an order names it first: its data begins with a field `number`.
    """
    prefix, _, rest = ((update.callback_query and update.callback_query.data) or "").partition(":")
    kind = next((kind for kind in CallbackData.__subclasses__() if kind.__prefix__ == prefix), None)
    if kind is None or next(iter(kind.model_fields), None) != "number":
        return None
    number = rest.partition(":")[0]
    # Of 19 digits and more it is forged, and no integer of the database's.
    return int(number) if number.isascii() and number.isdigit() and len(number) < 19 else None  # noqa: PLR2004


def _seen(user: User) -> Person:
    return Person(
        id=user.id,
        first_name=user.first_name,
        last_name=user.last_name,
        username=user.username,
        client_language=user.language_code,
    )


async def _completed_album(update: Update, person: Person, orders: OrderDesk, unit: WriteUnit) -> list[Post]:
    """Whatever else a person does ends the album that they were sending: it leaves first."""
    album = await unit.room_drafts.album(person.id)
    sent = update.message or update.edited_message  # an edit of a part of it is not something else
    if album is None or (sent is not None and sent.media_group_id == album.album):
        return []
    says = await complete_album(album, person, texts_in(person.speaks), orders, unit)
    return posts_of(person, says, album.order_number)


def _thread_of(update: Update) -> int | None:
    """The topic in which the person has written or pressed; None: the general chat."""
    pressed = update.callback_query and update.callback_query.message
    message = update.message or update.edited_message or pressed
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


def _elsewhere(person: Person, rows: Iterable[OutboxRow], in_topic: int | None) -> int | None:
    """The order in whose topic the person is about to hear something, while they look at another place."""
    return next((row.post.order_number for row in rows if _is_elsewhere(person, row.post, in_topic)), None)


def _is_elsewhere(person: Person, post: Post, in_topic: int | None) -> bool:
    if post.person_id != person.id or post.order_number in {None, in_topic}:
        return False
    match post.kind:
        case PostKind.CARD:
            return bool(post.body.get("fresh"))
        case PostKind.REPLY:
            return is_new_message(post.body)
        case _:
            return True


def _sorted(
    person: Person, says: Iterable[TelegramMethod[Any] | Post], order_number: int | None, thread_id: int | None
) -> tuple[list[AnswerCallbackQuery], list[Post]]:
    answers = []
    others = []
    for say in says:
        if isinstance(say, AnswerCallbackQuery):
            answers.append(say)
        else:
            others.append(say)
    return answers, posts_of(person, others, order_number, thread_id)
