"""Telegram's limits on how fast a bot may talk."""

import asyncio
import heapq
from collections.abc import Coroutine
from typing import Any

from bot.pace import Pace


class FastLoop(asyncio.SelectorEventLoop):
    """A loop whose clock jumps to the next thing to do: seconds of waiting take no time."""

    def __init__(self) -> None:
        super().__init__()
        self._jumped = 0.0

    def time(self) -> float:
        """Its own time."""
        self._jumped += 1e-6  # like any clock, it goes on while one looks at it
        return self._jumped

    def _run_once(self) -> None:
        ready: list[Any] = self._ready  # type: ignore[attr-defined]
        scheduled: list[Any] = self._scheduled  # type: ignore[attr-defined]
        if not ready and scheduled:
            self._jumped = max(self._jumped, heapq.nsmallest(1, scheduled)[0].when())
        super()._run_once()  # type: ignore[misc]


def run(story: Coroutine[Any, Any, list[float]]) -> list[float]:
    """In a loop of its own."""
    loop = FastLoop()
    try:
        return loop.run_until_complete(story)
    finally:
        loop.close()


async def turns(pace: Pace, chats: list[int]) -> list[float]:
    """When each of these messages may go out, asked for all at once."""

    async def turn(chat: int) -> float:
        await pace.turn(chat)
        return asyncio.get_running_loop().time()

    return sorted(await asyncio.gather(*(turn(chat) for chat in chats)))


def most_within(moments: list[float], seconds: float) -> int:
    """The most that fall into any window of so many seconds."""
    return max(sum(begin <= moment < begin + seconds for moment in moments) for begin in moments)


def test_a_chat_gets_a_small_burst_and_then_one_a_second() -> None:
    """Twenty messages to one person."""
    moments = run(turns(Pace(), [1] * 20))
    assert moments[4] < 0.5
    assert 14.5 <= moments[-1] <= 15.5
    assert most_within(moments, 1) <= 6


def test_everybody_together_gets_25_a_second() -> None:
    """A hundred people, one message each."""
    moments = run(turns(Pace(), list(range(100))))
    assert moments[24] < 0.1
    assert 2.5 <= moments[-1] <= 3.5


def test_one_busy_chat_does_not_hold_up_the_others() -> None:
    """What waits for its own chat's turn takes nobody else's."""

    async def story() -> list[float]:
        pace = Pace()
        busy = asyncio.create_task(turns(pace, [1] * 60))
        await asyncio.sleep(0)
        others = await turns(pace, list(range(2, 12)))
        await busy
        return others

    assert run(story())[-1] < 1


def test_a_chat_that_has_been_quiet_has_its_burst_again() -> None:
    """After as many seconds as the burst has messages."""

    async def story() -> list[float]:
        pace = Pace()
        await turns(pace, [1] * 5)
        await asyncio.sleep(5)
        begin = asyncio.get_running_loop().time()
        return [moment - begin for moment in await turns(pace, [1] * 5)]

    assert run(story())[-1] < 0.5
