"""The writer's turn: one at a time, the urgent first, and no cancellation breaks it, whenever it comes."""

import asyncio
from dataclasses import dataclass, field

from hypothesis import example, given, settings
from hypothesis import strategies as st

from storage.turn import Turn

#: More often than anybody needs who is not forgotten.
_BREATHS = 400


@dataclass(eq=False)
class _Writer:
    """Somebody who wants the turn, keeps it until told to leave, and may be cancelled at any moment."""

    number: int
    urgent: bool
    may_leave: asyncio.Event = field(default_factory=asyncio.Event)
    is_cancelled: bool = False
    task: "asyncio.Task[None] | None" = None

    @property
    def is_over(self) -> bool:
        """Served or cancelled."""
        return self.task is not None and self.task.done()


class _Room:
    """All of them around one turn."""

    def __init__(self) -> None:
        self.turn = Turn()
        self.writers: list[_Writer] = []
        self.asked: list[_Writer] = []
        self.served: list[_Writer] = []
        self.inside: list[_Writer] = []
        #: Whose turn it must be next, where that is certain.
        self.next: _Writer | None = None

    async def ask(self, *, urgent: bool) -> None:
        """One more."""
        writer = _Writer(len(self.writers), urgent)
        self.writers.append(writer)
        writer.task = asyncio.create_task(self._write(writer))
        await asyncio.sleep(0)

    def cancel(self, writer: _Writer) -> None:
        """Wherever it is; it does not know of it before it runs again."""
        assert writer.task is not None
        writer.is_cancelled = True
        writer.task.cancel()
        if self.next is writer:
            self.next = None

    async def _write(self, writer: _Writer) -> None:
        self.asked.append(writer)
        async with self.turn.taken(urgent=writer.urgent):
            assert not self.inside, "two at a time"
            assert self.next in {None, writer}
            self.inside.append(writer)
            self.served.append(writer)
            try:
                await writer.may_leave.wait()
            finally:
                self.inside.remove(writer)
                waiting = [each for each in self.asked if each not in self.served and not each.is_cancelled]
                self.next = min(waiting, key=lambda each: (not each.urgent, each.number), default=None)


_ACTIONS = st.one_of(
    st.sampled_from(["ask", "ask urgently", "leave", "breathe"]),
    st.integers(0, 7),  # cancel one of those who are there
)


@given(st.lists(_ACTIONS, max_size=40))
# Cancelled, and the turn comes to it before it knows.
@example(["ask", "ask", 1, "leave"])
@example(["ask", "ask", "ask", "leave", 1])
# The turn was given to it, and it was cancelled before it took it.
@example(["ask", "ask", "ask", "leave", "breathe", 1])
@settings(max_examples=300, deadline=None)
def test_no_cancellation_loses_or_doubles_the_turn(actions: list[str | int]) -> None:
    """Whoever is not cancelled gets it, in the order of asking, the urgent before the others, alone."""

    asyncio.run(_play(actions))


async def _play(actions: list[str | int]) -> None:
    room = _Room()
    for action in actions:
        await _act(room, action)
    for writer in room.writers:
        writer.may_leave.set()
    for _ in range(_BREATHS):
        await asyncio.sleep(0)
    assert all(writer.is_over for writer in room.writers), "somebody waits for ever"
    for writer in room.writers:
        assert writer.task is not None
        assert writer.task.cancelled() or writer.task.exception() is None
        assert writer in room.served or writer.is_cancelled
    for urgent in (True, False):
        numbers = [writer.number for writer in room.served if writer.urgent is urgent]
        assert numbers == sorted(numbers)
    async with asyncio.timeout(1), room.turn.taken():
        pass


async def _act(room: _Room, action: str | int) -> None:
    left = [writer for writer in room.writers if not writer.is_over]
    match action:
        case "ask" | "ask urgently":
            await room.ask(urgent=action != "ask")
        case "leave":
            for writer in room.inside:
                writer.may_leave.set()
        case "breathe":
            await asyncio.sleep(0)
        case int() if left:
            room.cancel(left[action % len(left)])


async def test_the_urgent_overtake_those_who_wait_and_not_who_writes() -> None:
    """Among themselves they keep their order."""
    room = _Room()
    for urgent in (False, False, False, True, True):
        await room.ask(urgent=urgent)
    for writer in room.writers:
        writer.may_leave.set()
    await asyncio.wait([writer.task for writer in room.writers if writer.task is not None], timeout=5)
    assert [writer.number for writer in room.served] == [0, 3, 4, 1, 2]
