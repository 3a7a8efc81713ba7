"""The movements of a seller's balance as a file for a spreadsheet, and the message that brings it."""

import csv
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO

from aiogram.methods import SendDocument

from desk.money import Statement
from desk.ports import Unit
from desk.posts import Upload
from handlers.balance.month import Month
from handlers.balance.statement_page import Row, rows_of, statements_of
from handlers.card import Reader
from handlers.texts import Texts
from orders.money import Money, digits

_PART = "statement"
_COLUMNS = ("when", "utc", "what", "order", "title", "payout", "commission", "amount", "balance", "currency")
#: What sets cells apart, and the point of a number, where a spreadsheet speaks the language: each opens its file by a
#: double click, and no amount is taken for a date.
_MARKS = {"ru": (";", ","), "en": (",", ".")}
#: What a spreadsheet would run: at the beginning, or after whatever another spreadsheet takes for the end of a cell.
_RUNS = re.compile(r"(^|[;,\t\r\n\"'|])(?=[=+\-@\t\r\n＝＋－＠])")


async def statement_file(reader: Reader, month: Month | None, unit: Unit) -> tuple[Upload, SendDocument]:
    """The file and the call that sends it. `month`: None for all of them."""
    content = csv_text(reader, await statements_of(unit, reader, month))
    name = "balance.csv" if month is None else f"balance-{month}.csv"
    # The mark at the beginning tells spreadsheets that it is UTF-8.
    upload = Upload(_PART, name, "text/csv", content.encode("utf-8-sig", errors="replace"))
    texts = reader.texts
    caption = (
        texts.plain("statement-caption-all")
        if month is None
        else texts.plain("statement-title", month=month.name(texts.language))
    )
    return upload, SendDocument(chat_id=reader.person.id, document=f"attach://{_PART}", caption=caption)


def csv_text(reader: Reader, statements: tuple[Statement, ...]) -> str:
    """A header, then currency by currency what there was, each movement, what there is."""
    file = StringIO()
    writer = csv.writer(file, delimiter=_MARKS[reader.texts.language][0], lineterminator="\r\n")
    writer.writerow(reader.texts.plain(f"csv-column-{name}", zone=reader.zone.key) for name in _COLUMNS)
    for statement in statements:
        writer.writerows(_cells(reader, row) for row in rows_of(statement))
    return file.getvalue()


def harmless(words: str) -> str:
    """Words of a person that no spreadsheet takes for a formula: an apostrophe stands before what would be one."""
    return _RUNS.sub(r"\1'", words)


def _cells(reader: Reader, row: Row) -> Iterator[str]:
    texts, line = reader.texts, row.line
    if line is None:
        yield from ("", "", texts.plain(f"csv-{row.movement}"), "", "", "", "", "")
    else:
        moment = datetime.fromtimestamp(line.at, UTC)
        yield f"{moment.astimezone(reader.zone):%Y-%m-%d %H:%M:%S}"
        yield f"{moment:%Y-%m-%dT%H:%M:%SZ}"
        yield texts.plain(f"csv-{row.movement}")
        yield "" if line.order_number is None else str(line.order_number)
        yield harmless(line.title or "")
        yield "" if line.payout_id is None else str(line.payout_id)
        yield _number(texts, Money(line.commission, row.money.currency)) if line.commission else ""
        yield _number(texts, row.money)
    yield _number(texts, row.balance)
    yield row.balance.currency


def _number(texts: Texts, money: Money) -> str:
    """«-1350,50»: all of the currency's digits, nothing between thousands."""
    places = digits(money.currency)
    whole, rest = divmod(abs(money.amount), 10**places)
    point = _MARKS[texts.language][1]
    return f"{'-' if money.amount < 0 else ''}{whole}" + (f"{point}{rest:0{places}d}" if places else "")
