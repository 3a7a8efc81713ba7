"""Topics: where the operator has switched them on, an order has one of its own in each side's chat (SPEC 5)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The topic of an order in one side's chat, by the last that is known of it."""

    person_id: int
    order_number: int
    #: Telegram's `message_thread_id`.
    thread_id: int
    name: str
    is_closed: bool = False
