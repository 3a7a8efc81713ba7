"""The wire: a record of what the bot asked and what it was told."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sandbox.params import Params
from sandbox.pulse import Pulse
from sandbox.values import Json, without_none

KEPT = 10_000
_SECRETS = frozenset({"secret_token", "provider_token", "certificate"})


@dataclass(slots=True)
class Call:
    """One Bot API call with its answer; the token is nowhere in it."""

    number: int
    at: float
    """By the shared clock."""
    method: str
    """As Telegram spells it, where the sandbox knows it; as the bot spelled it otherwise."""
    chat_id: int | None
    params: Params
    status: int | None = None
    """None while the call is under way, 0 where the connection was dropped."""
    answer: Any = None
    """The result, or the whole body of an error."""
    milliseconds: float = 0.0
    fault: str | None = None

    @property
    def ok(self) -> bool:
        return self.status == 200  # noqa: PLR2004 - HTTP's own number

    @property
    def text(self) -> str:
        """The text or caption the bot sent."""
        return self.params.text("text") or self.params.text("caption")

    def request(self) -> Json:
        """The parameters; a file by its name and size, a secret by stars."""
        shown: Json = {
            name: "***" if name in _SECRETS and value else value for name, value in self.params.values.items()
        }
        for name, upload in self.params.uploads.items():
            shown[name] = f"<{upload.name}: {len(upload.content)} bytes>"
        return shown

    def summary(self) -> Json:
        """One line of the wire."""
        return without_none(
            number=self.number,
            at=self.at,
            method=self.method,
            chat_id=self.chat_id,
            status=self.status,
            ms=round(self.milliseconds, 3),
            fault=self.fault,
        )

    def view(self) -> Json:
        """All of it."""
        return self.summary() | {"request": self.request(), "answer": self.answer}


class Calls:
    """The last calls, oldest first, in the order in which they began."""

    def __init__(self, pulse: Pulse, *, kept: int = KEPT) -> None:
        self._pulse = pulse
        self._calls: deque[Call] = deque(maxlen=kept)
        self._count = 0
        self._under_way = 0

    def __iter__(self) -> Iterator[Call]:
        return iter(tuple(self._calls))

    def __len__(self) -> int:
        return len(self._calls)

    @property
    def count(self) -> int:
        """How many calls there have ever been, forgotten ones too."""
        return self._count

    @property
    def under_way(self) -> int:
        """Calls that are not answered yet, without getUpdates."""
        return self._under_way

    @property
    def last(self) -> Call | None:
        return self._calls[-1] if self._calls else None

    def select(
        self, method: str | None = None, *, chat_id: int | None = None, after: int = 0, ok: bool | None = None
    ) -> list[Call]:
        """Calls of a method (any case), to a chat, numbered above `after`, that went well or badly."""
        wanted = method and method.lower()
        return [
            call
            for call in self._calls
            if call.number > after
            and (wanted is None or call.method.lower() == wanted)
            and (chat_id is None or call.chat_id == chat_id)
            and (ok is None or call.ok is ok)
        ]

    def clear(self) -> None:
        """Forget the calls that are over; the numbering goes on."""
        under_way = [call for call in self._calls if call.status is None]
        self._calls.clear()
        self._calls.extend(under_way)

    def begin(self, at: float, method: str, chat_id: int | None, params: Params) -> Call:
        self._count += 1
        call = Call(self._count, at, method, chat_id, params)
        self._calls.append(call)
        if method != "getUpdates":
            self._under_way += 1
        return call

    def end(self, call: Call, status: int, answer: object) -> None:
        call.status = status
        call.answer = answer
        if call.method != "getUpdates":
            self._under_way -= 1
        self._pulse.beat()

    async def until(self, wanted: Callable[[Call], object], *, after: int = 0) -> Call:
        """The first answered call numbered above `after` that is `wanted`, waiting for it if need be."""
        while True:
            for call in self._calls:
                if call.number > after and call.status is not None and wanted(call):
                    return call
            await self._pulse.next()
