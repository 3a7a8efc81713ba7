"""«Статистика» as a table (a rich message), as a plain list with the same figures, and as words under the picture."""

from collections.abc import Iterable

from aiogram.types import (
    InputRichBlockSectionHeading,
    InputRichBlockTable,
    InputRichBlockUnion,
    InputRichMessage,
    RichBlockTableCell,
    RichTextBold,
)
from aiogram.types.rich_text_union import RichTextUnion
from aiogram.utils.formatting import Bold, Text, as_list

from handlers.card import Reader
from handlers.statistics.lines import Line, ending_lines, figure_lines, month_lines, title_of
from handlers.statistics.page import Page

_TITLE, _SECTION = 3, 4


def as_table(reader: Reader, page: Page) -> InputRichMessage:
    """The figures, what each month has brought, how orders ended: a header row each. No words become a link."""
    blocks: list[InputRichBlockUnion] = [
        InputRichBlockSectionHeading(text=f"{title_of(reader, page)}: {page.timeline.title}", size=_TITLE),
        _table(reader, "figures", figure_lines(reader, page)),
        _table(reader, "months", month_lines(reader, page)),
    ]
    if page.figures.endings:
        blocks.append(_table(reader, "endings", ending_lines(reader, page)))
    return InputRichMessage(blocks=blocks, skip_entity_detection=True)


def as_lines(reader: Reader, page: Page) -> Text:
    """For clients and servers that know no tables."""
    sections = [figure_lines(reader, page), month_lines(reader, page), ending_lines(reader, page)]
    filled = [lines for section in sections if (lines := [*map(_line, section)])]
    return as_list(_heading(reader, page), *(as_list(*lines) for lines in filled), sep="\n\n")


def as_caption(reader: Reader, page: Page) -> Text:
    """The figures without months and endings: a caption has 1,024 units."""
    return as_list(_heading(reader, page), Text(), *(_line(line) for line in figure_lines(reader, page)))


def as_empty(reader: Reader, *, everyone: bool) -> Text:
    """Nothing was ever paid."""
    key = "statistics-none-everyone" if everyone else "statistics-none"
    return as_list(Bold(reader.texts.plain("statistics-title")), reader.texts(key))


def _heading(reader: Reader, page: Page) -> Text:
    nothing = ["\n", reader.texts("statistics-nothing")] if page.figures.is_empty else []
    return Text(Bold(title_of(reader, page)), "\n", page.timeline.title, *nothing)


def _line(line: Line) -> Text:
    return Text(f"{line[0]}: ", Bold(line[1]))


def _table(reader: Reader, name: str, lines: Iterable[Line]) -> InputRichBlockTable:
    header = [
        _cell(RichTextBold(text=reader.texts.plain(f"statistics-column-{name}")), is_header=True),
        _cell(RichTextBold(text=reader.texts.plain(f"statistics-column-{name}-value")), is_header=True, align="right"),
    ]
    rows = [[_cell(label), _cell(value, align="right")] for label, value in lines]
    return InputRichBlockTable(cells=[header, *rows], is_bordered=True, is_striped=True, is_compact=True)


def _cell(text: RichTextUnion, *, is_header: bool = False, align: str = "left") -> RichBlockTableCell:
    return RichBlockTableCell(align=align, valign="top", text=text, is_header=is_header or None)
