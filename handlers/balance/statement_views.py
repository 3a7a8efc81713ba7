"""A page of a statement as a table (a rich message) and as a plain list with the same facts."""

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

from desk.money import PayoutState
from handlers.balance.statement_page import MonthPage, Movement, Row
from handlers.card import Reader
from handlers.money import signed
from handlers.wording import moment, moment_text, price, shortened
from orders.money import Money

_COLUMNS = ("when", "what", "order", "amount")
_HEADING = 3
#: UTF-16 units of an order's title.
_TITLE_SHOWN = 40


def as_table(reader: Reader, shown: MonthPage) -> InputRichMessage:
    """When, what, which order, how much; a header row. Nothing in the titles becomes a link."""
    header = [
        _cell(RichTextBold(text=reader.texts.plain(f"statement-column-{name}")), is_header=True) for name in _COLUMNS
    ]
    rows = [_table_row(reader, shown, row) for row in shown.rows]
    return InputRichMessage(
        blocks=[
            InputRichBlockSectionHeading(text=_title(reader, shown), size=_HEADING),
            InputRichBlockTable(cells=[header, *rows], is_bordered=True, is_striped=True, is_compact=True),
            InputRichBlockParagraph(text=_counted(reader, shown)),
        ],
        skip_entity_detection=True,
    )


def as_lines(reader: Reader, shown: MonthPage) -> Text:
    """For clients and servers that know no tables."""
    lines = [_list_line(reader, shown, row) for row in shown.rows]
    return as_list(Bold(_title(reader, shown)), Text(), *lines, Text(), Text(_counted(reader, shown)))


def as_empty(reader: Reader, shown: MonthPage) -> Text:
    """A month in which there was nothing, and nothing from before."""
    return as_list(Bold(_title(reader, shown)), reader.texts("statement-none"))


def _title(reader: Reader, shown: MonthPage) -> str:
    return reader.texts.plain("statement-title", month=shown.month.name(reader.texts.language))


def _counted(reader: Reader, shown: MonthPage) -> str:
    total = reader.texts.plain("statement-total", n=shown.movements)
    if shown.pages == 1:
        return total
    return reader.texts.plain("orders-page", page=shown.page + 1, pages=shown.pages, total=total)


def what(reader: Reader, row: Row, *, is_current: bool) -> str:
    """The row in words, without its order's number."""
    texts, line = reader.texts, row.line
    if line is None:
        return texts.plain(
            "statement-now" if row.movement is Movement.CLOSING and is_current else f"statement-{row.movement}"
        )
    if row.movement is Movement.EARNED:
        title = shortened(line.title or texts.plain("statement-earned"), _TITLE_SHOWN)
        if not line.commission:
            return title
        fee = price(texts, Money(line.commission, row.money.currency))
        return texts.plain("statement-earned-net", title=title, fee=fee)
    if row.movement is Movement.PAYOUT:
        state = line.payout_state or PayoutState.REQUESTED
        return texts.plain(f"statement-payout-{state}", id=str(line.payout_id))
    return texts.plain(f"statement-{row.movement}", id=str(line.payout_id))


def _amount(reader: Reader, row: Row) -> str:
    return price(reader.texts, row.money) if row.line is None else signed(reader.texts, row.money)


def _number(reader: Reader, row: Row) -> str | None:
    if row.line is None or row.line.order_number is None:
        return None
    return reader.texts.plain("orders-number", number=str(row.line.order_number))


def _table_row(reader: Reader, shown: MonthPage, row: Row) -> list[RichBlockTableCell]:
    words, amount = what(reader, row, is_current=shown.is_current), _amount(reader, row)
    if row.line is None:
        return [_cell(""), _cell(RichTextBold(text=words)), _cell(""), _cell(RichTextBold(text=amount), align="right")]
    when = moment_text(reader.texts, row.line.at, reader.zone)
    return [
        _cell(RichTextDateTime(text=when, unix_time=row.line.at, date_time_format="wDt")),
        _cell(words),
        _cell(_number(reader, row) or "–"),
        _cell(amount, align="right"),
    ]


def _list_line(reader: Reader, shown: MonthPage, row: Row) -> Text:
    words, amount = what(reader, row, is_current=shown.is_current), _amount(reader, row)
    if row.line is None:
        return Text(Bold(words, ": ", amount))
    number = _number(reader, row)
    when = moment(reader.texts, row.line.at, reader.zone)
    return Text(when, " · ", *([f"{number} "] if number else []), words, ": ", amount)


def _cell(text: RichTextUnion, *, is_header: bool = False, align: str = "left") -> RichBlockTableCell:
    return RichBlockTableCell(align=align, valign="top", text=text, is_header=is_header or None)
