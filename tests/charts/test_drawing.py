"""What is drawn is what was to be told: the numbers of the rectangles, and the words."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font
from matplotlib.patches import Rectangle

from charts.drawing import WIDTH, figure, png
from charts.sheet import Bar, Part, Sheet, Tile, Tone

_MONTHS = ("декабрь", "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "ноябрь")


def sheet(values: tuple[int, ...] = (0, 150_000, 99), counts: tuple[int, ...] = (41, 6, 3), unit: str = "₽") -> Sheet:
    """Whatever was earned, and however orders ended."""
    return Sheet(
        title="Статистика",
        period="декабрь 2025 – ноябрь 2026",
        total_label="Заработано",
        total=f"{sum(values)} {unit}",
        bars=tuple(Bar(_MONTHS[n % len(_MONTHS)], value, f"{value} {unit}") for n, value in enumerate(values)),
        parts_title="Заказы по исходам",
        parts=tuple(Part(tone, count, tone) for tone, count in zip(Tone, counts, strict=True) if count),
        tiles=(Tile("93 %", "рейтинг: 28 из 30"), Tile("2 ч. 30 мин.", "от оплаты до начала")),
    )


def lengths(drawn: Figure, name: str) -> list[float]:
    """Of the rectangles in these axes, in units of the data."""
    axes: Axes = next(axes for axes in drawn.axes if axes.get_label() == name)
    return [patch.get_width() for patch in axes.patches if isinstance(patch, Rectangle)]


def words(drawn: Figure) -> list[str]:
    """Everything written."""
    return [text.get_text() for text in drawn.texts]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.integers(0, 10**15), min_size=1, max_size=12).map(tuple),
    st.tuples(*[st.integers(0, 10**6)] * 3),
)
def test_the_numbers_drawn_are_the_numbers_given(values: tuple[int, ...], counts: tuple[int, int, int]) -> None:
    """Each bar is as long as its sum, each part as its count; and they are written beside."""
    drawn = figure(sheet(values, counts))
    assert lengths(drawn, "bars") == [*values]
    if any(counts):
        assert lengths(drawn, "parts") == [count for count in counts if count]
    written = words(drawn)
    assert all(f"{value} ₽" in written for value in values)
    assert all(f"{tone}: {count}" in written for tone, count in zip(Tone, counts, strict=True) if count)


@pytest.mark.parametrize(
    "given",
    [
        sheet((10**15,) * 12, (10**9, 10**9, 10**9)),
        sheet((0,) * 12, (0, 0, 0)),
        sheet((1_350,), unit="⭐"),
        sheet((123_456_789_00, 1, 50) * 4),
    ],
    ids=["huge", "nothing", "one month of stars", "kopecks"],
)
def test_no_word_leaves_the_picture_or_lies_upon_another(given: Sheet) -> None:
    """As measured by what draws it."""
    drawn = figure(given)
    renderer = FigureCanvasAgg(drawn).get_renderer()  # type: ignore[no-untyped-call]
    boxes = [text.get_window_extent(renderer) for text in drawn.texts]
    height = drawn.bbox.height
    assert all(box.x0 >= 0 and box.x1 <= WIDTH and box.y0 >= 0 and box.y1 <= height for box in boxes)
    pairs = [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :]]
    assert not [(a, b) for a, b in pairs if a.x0 < b.x1 and b.x0 < a.x1 and a.y0 < b.y1 and b.y0 < a.y1]


def test_the_font_has_every_sign_that_is_written() -> None:
    """A Star is drawn as ★: the font that comes with matplotlib has no ⭐."""
    drawn = figure(sheet((5,), unit="⭐"))
    signs = set("".join([*words(drawn), "₽$€–№ \N{NO-BREAK SPACE}"]))
    known = FT2Font(findfont(FontProperties())).get_charmap()
    assert not {sign for sign in signs if ord(sign) not in known}
    assert "5 ★" in words(drawn)


def test_a_dollar_sign_is_no_formula() -> None:
    """Two of them would begin and end one."""
    assert png(sheet((5, 6), unit="$")).startswith(b"\x89PNG")


def test_a_sheet_travels_whole() -> None:
    """To the process that draws and back."""
    assert Sheet.from_json(sheet().to_json()) == sheet()


def test_it_is_drawn_in_a_process_of_its_own(tmp_path: Path) -> None:
    """With a home that can't be written to, too; the bot's own process never loads what draws."""
    environment = {"HOME": "/nonexistent", "MPLCONFIGDIR": str(tmp_path)}
    drawn = subprocess.run(
        [sys.executable, "-m", "charts"],
        input=sheet().to_json().encode(),
        capture_output=True,
        env=environment,
        check=True,
    )
    assert drawn.stdout.startswith(b"\x89PNG")
    loads = "import json, sys, bot.app; print(json.dumps([name for name in sys.modules if 'matplotlib' in name]))"
    imported = subprocess.run([sys.executable, "-c", loads], capture_output=True, check=True)
    assert json.loads(imported.stdout) == []
