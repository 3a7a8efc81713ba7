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
from aiogram.types import Chat, TelegramObject, Update, User

from bot.clock import Clock
from bot.forms import current_unit
from bot.wire import Wire
from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from desk.posts import Post
from desk.quick_reply_desk import QuickReplyDesk
from handlers.replies import params_of, posts_of
from handlers.room.relaying import complete_album
from handlers.setup import Setup
from handlers.texts import texts_in
from orders.policy import Policy
from storage.database import Database
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
    ) -> None:
        self._wire = wire
        self._database = database
        self._clock = clock
        self._policy = policy
        self._setup = setup
        self._hand_to_sender = hand_to_sender
        self._album_has_come = album_has_come

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
        for answer in answers:
            await self._send_answer(answer)

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
        person = await people.meet(_seen(user))
        earlier = await _completed_album(update, person, orders, unit)
        data.update(
            unit=unit,
            orders=orders,
            people=people,
            gigs=GigDesk(unit, now, new_code),
            quick_replies=QuickReplyDesk(unit),
            person=person,
            texts=texts_in(person.speaks),
            setup=self._setup,
            update_number=update.update_id,
        )
        token = current_unit.set(unit)
        try:
            says = await handler(update, data)
        finally:
            current_unit.reset(token)
        pressed = None if number is None else await unit.orders.get(number)
        room = pressed.number if pressed is not None and pressed.side_of(person.id) is not None else None
        answers, posts = _sorted(person, says if says is not None and says is not UNHANDLED else (), room)
        if update.callback_query is not None and not answers:
            answers.append(AnswerCallbackQuery(callback_query_id=update.callback_query.id))
        if posts or earlier:
            await unit.outbox.add([*earlier, *posts], now)
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
    return posts_of(person, await complete_album(album, person, texts_in(person.speaks), orders, unit))


def _sorted(
    person: Person, says: Iterable[TelegramMethod[Any] | Post], order_number: int | None
) -> tuple[list[AnswerCallbackQuery], list[Post]]:
    answers = []
    others = []
    for say in says:
        if isinstance(say, AnswerCallbackQuery):
            answers.append(say)
        else:
            others.append(say)
    return answers, posts_of(person, others, order_number)
