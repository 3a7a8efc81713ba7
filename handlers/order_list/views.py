"""A page of orders as a table (a rich message) and as a plain list with the same facts."""

from collections.abc import Iterator

from aiogram.types import (
    InputRichBlockParagraph,
    InputRichBlockSectionHeading,
    InputRichBlockTable,
    InputRichMessage,
    RichBlockTableCell,
    RichTextBold,
    RichTextDateTime,
)
from aiogram.types.rich_text_union import RichTextUnion
from aiogram.utils.formatting import Bold, Text, as_list

from desk.ports import OrdersFilter
from handlers.card import Reader, status_label
from handlers.order_list.buttons import filter_label
from handlers.order_list.page import ListPage, Row
from handlers.wording import countdown, moment, moment_text, shortened

_COLUMNS = ("number", "what", "who", "status", "left")
_HEADING = 3
#: Characters of a title that a table's cell shows, and of a name.
_TITLE_SHOWN = 40
_NAME_SHOWN = 32


def as_table(reader: Reader, shown: ListPage) -> InputRichMessage:
    """Number, what, the other side, status, time left; a header row. Nothing in the names becomes a link."""
    header = [
        _cell(RichTextBold(text=reader.texts.plain(f"orders-column-{name}")), is_header=True) for name in _COLUMNS
    ]
    rows = [[_cell(text) for text in _cells(reader, row)] for row in shown.rows]
    return InputRichMessage(
        blocks=[
            InputRichBlockSectionHeading(text=_title(reader, shown), size=_HEADING),
            InputRichBlockTable(cells=[header, *rows], is_bordered=True, is_striped=True, is_compact=True),
            InputRichBlockParagraph(text=_counted(reader, shown)),
        ],
        skip_entity_detection=True,
    )


def as_lines(reader: Reader, shown: ListPage) -> Text:
    """For clients and servers that know no tables."""
    lines: list[Text] = []
    for row in shown.rows:
        lines.extend((Text(), *_lines(reader, row)))
    return as_list(Bold(_title(reader, shown)), *lines, Text(), Text(_counted(reader, shown)))


def as_empty(reader: Reader, shown: ListPage, *, sells: bool) -> Text:
    """Nothing to show, and where to go from here. `sells`: the person has gigs."""
    if shown.which is not OrdersFilter.ALL:
        return reader.texts("orders-none-with-filter", filter=filter_label(reader.texts, shown.which))
    key = "orders-none-seller" if sells else "orders-none"
    return as_list(Bold(reader.texts.plain("orders-title")), reader.texts(key))


def _title(reader: Reader, shown: ListPage) -> str:
    title = reader.texts.plain("orders-title")
    return title if shown.which is OrdersFilter.ALL else f"{title}: {filter_label(reader.texts, shown.which)}"


def _counted(reader: Reader, shown: ListPage) -> str:
    total = reader.texts.plain("orders-total", n=shown.total)
    if shown.pages == 1:
        return total
    return reader.texts.plain("orders-page", page=shown.page + 1, pages=shown.pages, total=total)


def _number(reader: Reader, row: Row) -> str:
    return reader.texts.plain("orders-number", number=str(row.order.number))


def _who(reader: Reader, row: Row) -> str:
    name = row.other if row.other is not None else reader.texts.plain("somebody")
    return reader.texts.plain(f"orders-who-{row.other_side}", name=shortened(name, _NAME_SHOWN))


def _lines(reader: Reader, row: Row) -> Iterator[Text]:
    texts, order = reader.texts, row.order
    yield Text(Bold(_number(reader, row)), " ", order.terms.title)
    yield Text(_who(reader, row))
    status = status_label(texts, order, reader.now)
    if row.until is not None:
        yield texts("orders-line-clock", status=status, left=countdown(texts, row.until, reader.now))
    elif order.ended_at is not None:
        yield texts("orders-line-ended", status=status, moment=moment(texts, order.ended_at, reader.zone))
    else:
        yield Text(status)


def _cells(reader: Reader, row: Row) -> Iterator[RichTextUnion]:
    yield _number(reader, row)
    yield shortened(row.order.terms.title, _TITLE_SHOWN)
    yield _who(reader, row)
    yield status_label(reader.texts, row.order, reader.now)
    yield _left(reader, row)


def _left(reader: Reader, row: Row) -> RichTextUnion:
    if row.until is not None:
        words, _ = countdown(reader.texts, row.until, reader.now).render()
        return RichTextDateTime(text=words, unix_time=row.until, date_time_format="r")
    ended_at = row.order.ended_at
    if ended_at is not None:
        words = moment_text(reader.texts, ended_at, reader.zone)
        return RichTextDateTime(text=words, unix_time=ended_at, date_time_format="wDt")
    return "–"


def _cell(text: RichTextUnion, *, is_header: bool = False) -> RichBlockTableCell:
    return RichBlockTableCell(align="left", valign="top", text=text, is_header=is_header or None)
