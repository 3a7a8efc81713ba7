"""What the page can do beyond Telegram, where somebody runs a bot together with the sandbox."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sandbox.values import Json

Words = dict[str, str]
"""One text by language: "ru" and "en"."""


@dataclass(frozen=True, slots=True)
class ComingEvent:
    """What the bot will do by itself, and when."""

    at: float
    title: Words

    def view(self) -> Json:
        return {"at": self.at, "title": self.title}


@dataclass(frozen=True, slots=True)
class Example:
    """A prepared story: the page shows the words and asks for it by name."""

    name: str
    title: Words
    about: Words

    def view(self) -> Json:
        return {"name": self.name, "title": self.title, "about": self.about}


class Playground(Protocol):
    """A bot and the machinery around it; the sandbox calls one method at a time."""

    @property
    def examples(self) -> Sequence[Example]: ...

    @property
    def is_running(self) -> bool:
        """Whether the bot works; it may have been stopped or have given up."""
        ...

    @property
    def roles(self) -> dict[int, Words]:
        """What the people of the story are in it, by id."""
        ...

    async def coming(self) -> ComingEvent | None:
        """The next thing the bot will do by itself."""
        ...

    async def move_to(self, moment: float) -> bool:
        """Move the clock from event to event up to this moment; whether the bot has said all it had to say."""
        ...

    async def reset(self) -> None:
        """Begin anew: a fresh database, the first people, the present time."""
        ...

    async def play(self, name: str) -> None:
        """Begin anew and play an example."""
        ...

    async def stop_bot(self) -> None: ...

    async def start_bot(self) -> None: ...
