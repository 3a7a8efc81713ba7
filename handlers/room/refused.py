"""Telegram has refused a part of what somebody sent to the other side: they are told, for they could not know."""

from dataclasses import replace

from desk.ports import Unit
from desk.posts import Post, PostKind
from handlers.replies import reply
from handlers.says import message
from handlers.texts import texts_in
from orders.status import Side


async def refused_posts(unit: Unit, post: Post) -> list[Post]:
    """What the sender hears, once a message however many parts of it were refused."""
    if post.kind is not PostKind.NOTICE or "part" not in post.body or post.order_number is None:
        return []
    order = await unit.orders.get(post.order_number)
    writer = None if order is None else await unit.people.get(order.person_on(Side(str(post.body["side"])).other))
    if order is None or writer is None:
        return []
    text = texts_in(writer.speaks)("room-not-taken", number=str(order.number))
    told = reply(writer.id, message(writer, text), order_number=order.number)
    return [replace(told, key=f"refused:{post.body['fact']}")]
