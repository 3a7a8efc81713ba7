"""The order room: which messages belong to which order, and what has been sent but not passed on yet (SPEC 5)."""

from dataclasses import dataclass
from enum import StrEnum

from orders.content import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomMessage:
    """A message of a person's chat that belongs to an order: the bot's, or their own that was passed on."""

    person_id: int
    message_id: int
    order_number: int
    #: What was said with it or told by it.
    fact_id: int | None = None
    #: Of the bot's messages: which part of a hand-over (0: its text, from 1: its files); None: the closing note.
    part: int | None = None
    #: Of the person's own: Telegram's unique id of the file in it.
    file: str | None = None
    #: Of the person's own: whether it brought words.
    has_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One message as a person sent it, before it belongs to an order."""

    message_id: int
    file: str | None = None
    has_words: bool = False


class DraftKind(StrEnum):
    """What a draft waits for."""

    #: The rest of an album.
    ALBUM = "album"
    #: The choice of an order.
    UNADDRESSED = "unaddressed"
    #: A yes to passing on a contact or a phone number.
    PRIVATE = "private"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a person has sent and nobody has been given yet. `number`: the update that began it."""

    person_id: int
    number: int
    kind: DraftKind
    content: Content
    messages: tuple[Sent, ...]
    order_number: int | None = None
    #: Telegram's `media_group_id`.
    album: str | None = None
    #: When an album counts as complete, epoch seconds.
    due_at: int | None = None
    #: The fact that was told by the message it replies to.
    replies_to: int | None = None
