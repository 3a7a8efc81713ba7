"""The other side has blocked the bot: who writes to them is told so, once an absence and order (SPEC 5)."""

from typing import Protocol

from desk.ports import RoomMessages, Unit
from desk.posts import Post
from handlers.replies import reply
from handlers.says import message
from handlers.texts import texts_in


class WaitingWords(RoomMessages, Protocol):
    """What the sender asks of storage besides."""

    async def untold(self, person_id: int) -> tuple[int, ...]:
        """Orders in which words wait for this absent person, and the other side is to be told so now; each once."""
        ...


class SendingUnit(Unit, Protocol):
    """The transaction in which it is written down what became of posts."""

    @property
    def room_messages(self) -> WaitingWords: ...


async def absence_posts(unit: SendingUnit, person_id: int) -> list[Post]:
    """What those hear whose words wait for this person."""
    posts = []
    absent = await unit.people.get(person_id)
    for number in await unit.room_messages.untold(person_id):
        order = await unit.orders.get(number)
        side = None if order is None else order.side_of(person_id)
        writer = None if order is None or side is None else await unit.people.get(order.person_on(side.other))
        if writer is None or absent is None:
            continue
        text = texts_in(writer.speaks)("room-absent", name=absent.name, number=str(number))
        posts.append(reply(writer.id, message(writer, text), order_number=number))
    return posts
