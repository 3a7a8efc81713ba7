"""How the topic of an order looks to its reader."""

from dataclasses import dataclass

from handlers.card import status_label
from handlers.texts import Texts
from handlers.wording import shortened
from orders.order import Order
from orders.status import Side

#: Telegram's bound of a topic's name, kept in UTF-16 units.
NAME_MAX = 128
#: Of the six colours that Telegram has for topics: a glance tells what one sells from what one buys.
_COLOURS = {Side.SELLER: 0x6FB9F0, Side.BUYER: 0x8EEE98}


@dataclass(frozen=True, slots=True)
class TopicLook:
    """What a topic is called, and the colour of its icon, which stays as it was made."""

    name: str
    color: int


def topic_look(texts: Texts, order: Order, side: Side, now: int) -> TopicLook:
    """Number, status and title, in the reader's language."""
    status = status_label(texts, order, now)
    name = texts.plain("topic-name", number=str(order.number), status=status, title=order.terms.title)
    return TopicLook(shortened(name, NAME_MAX), _COLOURS[side])
