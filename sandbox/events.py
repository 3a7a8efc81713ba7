"""What happened in the sandbox, numbered, so that a page can follow it and catch up after a break."""

from collections import deque
from dataclasses import dataclass

from sandbox.pulse import Pulse
from sandbox.values import Json

KEPT = 5_000


@dataclass(frozen=True, slots=True)
class Event:
    id: int
    kind: str
    """message, edited, deleted, callback_answer, chat, payment, call, clock, person, bot, fault, busy or reset."""
    data: Json


class EventLog:
    """The last events; older ones are forgotten."""

    def __init__(self, pulse: Pulse, *, kept: int = KEPT) -> None:
        self._pulse = pulse
        self._events: deque[Event] = deque(maxlen=kept)
        self._last_id = 0

    @property
    def last_id(self) -> int:
        return self._last_id

    def add(self, kind: str, data: Json) -> None:
        self._last_id += 1
        self._events.append(Event(self._last_id, kind, data))
        self._pulse.beat()

    def after(self, event_id: int) -> list[Event] | None:
        """The events after that one; None where some of them are already forgotten."""
        if event_id >= self._last_id:
            return []
        if event_id < self._events[0].id - 1:
            return None
        return [event for event in self._events if event.id > event_id]
