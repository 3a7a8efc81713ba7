"""A sheet as a picture for a phone: 1080 points wide, as high as it needs to be, no line that says nothing.

A phone shows it at a third of its size, so nothing is written smaller than `_SMALL`.
"""

from collections.abc import Iterator
from io import BytesIO

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from charts.sheet import Part, Sheet, Tile, Tone

WIDTH = 1_080
_DPI = 100
_MARGIN = 64
_INNER = WIDTH - 2 * _MARGIN
#: Heights of letters, in points of the picture.
_SMALL, _PLAIN, _TITLE, _FIGURE, _TOTAL = 32, 34, 46, 54, 84
_INK, _PALE, _BAR, _RULE, _PAPER = "#17212b", "#5f6c78", "#2f7fd0", "#d5dbe1", "#ffffff"
_TONES = {Tone.GOOD: "#2f9e62", Tone.EVEN: "#aab4be", Tone.BAD: "#d6493f"}
_ROW_LEAST, _ROW_MOST, _ROWS_ROOM = 46, 72, 552
_GAP = 18
#: What the font that comes with matplotlib has no sign for.
_SIGNS = str.maketrans({"⭐": "★", "\N{VARIATION SELECTOR-16}": None})


def png(sheet: Sheet) -> bytes:
    """The picture as a file."""
    file = BytesIO()
    figure(sheet).savefig(file, format="png", dpi=_DPI)
    return file.getvalue()


def figure(sheet: Sheet) -> Figure:
    """The picture. Its axes are «bars» and «parts», in which each rectangle is as long as the number it stands for."""
    drawn = _Drawing(sheet)
    drawn.draw()
    return drawn.figure


class _Drawing:
    """Draws from top to bottom; `_y` is how far it has come."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._row = min(_ROW_MOST, max(_ROW_LEAST, _ROWS_ROOM // max(1, len(sheet.bars))))
        self._measure = FigureCanvasAgg(Figure(figsize=(1, 1), dpi=_DPI)).get_renderer()  # type: ignore[no-untyped-call]
        self._tiles = [(tile, self._wrapped(tile.label, _INNER // 2 - _GAP)) for tile in sheet.tiles]
        self._legend = list(self._legend_rows())
        self._height = self._needed()
        self.figure = Figure(figsize=(WIDTH / _DPI, self._height / _DPI), dpi=_DPI, facecolor=_PAPER)
        self._y = _MARGIN

    def draw(self) -> None:
        """All of it."""
        self._heading()
        self._bars()
        if self._sheet.parts:
            self._parts()
        self._figures()

    def _needed(self) -> int:
        heading = _MARGIN + 64 + 74 + 50 + 118
        bars = self._row * len(self._sheet.bars) + 46
        parts = 54 + 62 + 50 * len(self._legend) + 32 if self._sheet.parts else 0
        tiles = sum(height for _, height in self._tile_rows())
        return heading + bars + parts + tiles + _MARGIN // 2

    def _heading(self) -> None:
        self._write(_MARGIN, self._y, self._sheet.title, _TITLE, weight="bold")
        self._y += 64
        self._write(_MARGIN, self._y, self._sheet.period, _PLAIN, colour=_PALE)
        self._y += 74
        self._write(_MARGIN, self._y, self._sheet.total_label, _PLAIN, colour=_PALE)
        self._y += 50
        size = self._fitting(self._sheet.total, _TOTAL, _INNER, weight="bold")
        self._write(_MARGIN, self._y, self._sheet.total, size, weight="bold")
        self._y += 118

    def _bars(self) -> None:
        bars, height = self._sheet.bars, self._row * len(self._sheet.bars)
        left = _MARGIN + max((self._width(bar.label, _SMALL) for bar in bars), default=0) + _GAP
        texts = max((self._width(bar.text, _SMALL) for bar in bars), default=0) + _GAP
        longest = max((bar.value for bar in bars), default=0) or 1
        axes = self._axes("bars", left, self._y, WIDTH - _MARGIN - left - texts, height)
        axes.set_xlim(0, longest)
        axes.set_ylim(len(bars), 0)
        places = [number + 0.5 for number in range(len(bars))]
        axes.barh(places, [bar.value for bar in bars], height=0.62, color=_BAR, clip_on=False)
        axes.plot([0, 0], [0, len(bars)], color=_RULE, linewidth=2, clip_on=False)
        scale = (WIDTH - _MARGIN - left - texts) / longest
        for place, bar in zip(places, bars, strict=True):
            middle = self._y + place * self._row
            self._write(left - _GAP, middle, bar.label, _SMALL, across="right", down="center")
            colour = _INK if bar.value else _PALE
            self._write(left + bar.value * scale + _GAP, middle, bar.text, _SMALL, colour=colour, down="center")
        self._y += height + 46

    def _parts(self) -> None:
        self._write(_MARGIN, self._y, self._sheet.parts_title, _PLAIN, colour=_PALE)
        self._y += 54
        axes = self._axes("parts", _MARGIN, self._y, _INNER, 40)
        axes.set_xlim(0, sum(part.count for part in self._sheet.parts) or 1)
        axes.set_ylim(0, 1)
        before = 0
        for part in self._sheet.parts:
            axes.barh(0.5, part.count, left=before, height=1, color=_TONES[part.tone], edgecolor=_PAPER, linewidth=2)
            before += part.count
        self._y += 62
        for row in self._legend:
            for x, part in row:
                self.figure.add_artist(
                    Rectangle(
                        (x / WIDTH, 1 - (self._y + 30) / self._height),
                        26 / WIDTH,
                        26 / self._height,
                        color=_TONES[part.tone],
                        transform=self.figure.transFigure,
                    )
                )
                self._write(x + 40, self._y, _named(part), _SMALL)
            self._y += 50
        self._y += 32

    def _legend_rows(self) -> Iterator[list[tuple[int, Part]]]:
        row: list[tuple[int, Part]] = []
        x = _MARGIN
        for part in self._sheet.parts:
            width = 40 + self._width(_named(part), _SMALL)
            if row and x + width > WIDTH - _MARGIN:
                yield row
                row, x = [], _MARGIN
            row.append((x, part))
            x += width + 40
        if row:
            yield row

    def _figures(self) -> None:
        for tiles, height in self._tile_rows():
            for column, (tile, lines) in enumerate(tiles):
                x = _MARGIN + column * (_INNER // 2 + _GAP // 2)
                size = self._fitting(tile.value, _FIGURE, _INNER // 2 - _GAP, weight="bold")
                self._write(x, self._y, tile.value, size, weight="bold")
                for number, line in enumerate(lines):
                    self._write(x, self._y + 70 + 42 * number, line, _SMALL, colour=_PALE)
            self._y += height

    def _tile_rows(self) -> list[tuple[list[tuple[Tile, list[str]]], int]]:
        pairs = [self._tiles[start : start + 2] for start in range(0, len(self._tiles), 2)]
        return [(pair, 70 + 42 * max(len(lines) for _, lines in pair) + 36) for pair in pairs]

    def _axes(self, name: str, x: float, y: float, width: float, height: float) -> Axes:
        box = (x / WIDTH, 1 - (y + height) / self._height, width / WIDTH, height / self._height)
        axes = self.figure.add_axes(box, label=name)
        axes.axis("off")
        return axes

    def _write(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        weight: str = "normal",
        colour: str = _INK,
        across: str = "left",
        down: str = "top",
    ) -> None:
        self.figure.text(
            x / WIDTH,
            1 - y / self._height,
            _drawable(text),
            fontsize=_points(size),
            color=colour,
            weight=weight,
            ha=across,
            va=down,
            parse_math=False,
        )

    def _width(self, text: str, size: float, weight: str = "normal") -> int:
        shown = Text(0, 0, _drawable(text), fontsize=_points(size), weight=weight, parse_math=False)
        shown.set_figure(Figure(figsize=(1, 1), dpi=_DPI))
        return int(shown.get_window_extent(self._measure, dpi=_DPI).width) + 1

    def _fitting(self, text: str, size: float, room: int, weight: str) -> float:
        """The size or, where the text would be too wide, as much as has room."""
        return min(size, size * room / self._width(text, size, weight))

    def _wrapped(self, text: str, room: int) -> list[str]:
        lines: list[str] = []
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._width(longer, _SMALL) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines


def _named(part: Part) -> str:
    return f"{part.label}: {part.count}"


def _drawable(text: str) -> str:
    return text.translate(_SIGNS)


def _points(height: float) -> float:
    return height * 72 / _DPI
