"""The process that draws: what comes of it when all is well, and when it isn't."""

import asyncio
import os

import pytest

from bot.painter import NotDrawn, Painter
from charts.sheet import Sheet

_SHEET = Sheet(
    title="S", period="P", total_label="L", total="0", bars=(), parts_title="O", parts=(), tiles=()
)  # fmt: skip


async def test_pictures_are_drawn_one_by_one_and_the_cache_goes_in_the_end() -> None:
    """Two at once are two processes, but not at the same time."""
    painter = Painter()
    first, second = await asyncio.gather(painter.paint(_SHEET), painter.paint(_SHEET))
    assert first.content == second.content
    assert (first.name, first.content_type) == ("statistics.png", "image/png")
    cache = painter._fonts()
    assert os.path.isdir(cache)  # noqa: ASYNC240, PTH112 - a test may wait
    painter.stop()
    assert not os.path.exists(cache)  # noqa: ASYNC240, PTH110


async def test_a_process_that_fails_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its last line."""
    painter = Painter()
    monkeypatch.setattr(Sheet, "to_json", lambda _: "{}")
    with pytest.raises(NotDrawn, match="title"):
        await painter.paint(_SHEET)
    painter.stop()


async def test_a_process_that_hangs_is_ended() -> None:
    """And the next picture is drawn."""
    painter = Painter(seconds=0.01)
    with pytest.raises(NotDrawn, match="not ready"):
        await painter.paint(_SHEET)
    painter.stop()
