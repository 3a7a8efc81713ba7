"""A page of responses side by side: a table (a rich message), and a plain list with the same facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from aiogram.types import (
    InlineKeyboardButton,
    InputRichBlockParagraph,
    InputRichBlockSectionHeading,
    InputRichBlockTable,
    InputRichMessage,
    RichBlockTableCell,
    RichTextBold,
)
from aiogram.types.rich_text_union import RichTextUnion
from aiogram.utils.formatting import Bold, Text, as_list

from desk.exchange_desk import ExchangeDesk
from desk.order_desk import OrderDesk
from desk.people import OrdersView
from desk.ports import Unit
from handlers.buttons import Style, button
from handlers.card import Reader
from handlers.exchange.buttons import RequestAct, RequestPress, ResponseAct, ResponsePress, ResponsesPress, Sort
from handlers.texts import Texts
from handlers.wording import price, rating_text, shortened
from orders.exchange import Request, Response
from orders.rating import Rating

ON_A_PAGE = 10
_IN_A_ROW = 5
_COLUMNS = ("seller", "price", "term", "rating", "reviews")
_HEADING = 3
_NAME_SHOWN = 32
#: Characters of a response's message that the list shows.
_MESSAGE_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Row:
    """One response. `number`: its place in the whole order; `name`: its seller's, None: the bot knows them no more."""

    number: int
    response: Response
    name: str | None
    rating: Rating
    #: How many positive reviews the seller has.
    positive: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A page of them, from 0."""

    request: Request
    sort: Sort
    page: int
    total: int
    rows: tuple[Row, ...]

    @property
    def pages(self) -> int:
        """At least one, if only an empty one."""
        return max(1, -(-self.total // ON_A_PAGE))


async def compared(
    request: Request, press: ResponsesPress, exchange: ExchangeDesk, orders: OrderDesk, unit: Unit
) -> Compared:
    """The page or, where they have become fewer meanwhile, the last one."""
    responses = await exchange.responses(request)
    ratings = {response.id: await orders.rating(response.seller_id) for response in responses}
    in_order = sorted(responses, key=lambda each: _place(each, press.sort, ratings[each.id]))
    page = min(max(press.page, 0), max(0, (len(in_order) - 1) // ON_A_PAGE))
    rows = []
    for number, response in enumerate(in_order[page * ON_A_PAGE : (page + 1) * ON_A_PAGE], page * ON_A_PAGE + 1):
        seller = await unit.people.get(response.seller_id)
        name, counts = None if seller is None else seller.name, await unit.reviews.counts_of_seller(response.seller_id)
        rows.append(Row(number, response, name, ratings[response.id], counts.positive))
    return Compared(request=request, sort=press.sort, page=page, total=len(in_order), rows=tuple(rows))


def as_table(reader: Reader, shown: Compared) -> InputRichMessage:
    """Number, seller, price, term, rating; a header row. Nothing in the names becomes a link."""
    texts = reader.texts
    header = [
        _cell(RichTextBold(text=text), is_header=True)
        for text in ("№", *(texts.plain(f"exchange-column-{name}") for name in _COLUMNS))
    ]
    rows = [[_cell(text) for text in _cells(texts, row)] for row in shown.rows]
    return InputRichMessage(
        blocks=[
            InputRichBlockSectionHeading(text=_title(texts, shown), size=_HEADING),
            InputRichBlockTable(cells=[header, *rows], is_bordered=True, is_striped=True, is_compact=True),
            InputRichBlockParagraph(text=_counted(texts, shown)),
        ],
        skip_entity_detection=True,
    )


def as_lines(reader: Reader, shown: Compared) -> Text:
    """For clients and servers that know no tables; with the beginning of each message."""
    texts = reader.texts
    if not shown.rows:
        return as_list(Bold(_title(texts, shown)), texts("exchange-no-responses"))
    lines: list[Text] = []
    for row in shown.rows:
        name, money, term, rating, positive = list(_cells(texts, row))[1:]
        lines += [
            Text(),
            Text(Bold(f"{row.number}. {name}")),
            texts("exchange-line-response", price=money, term=term, rating=rating, positive=positive),
            Text(shortened(" ".join(row.response.message.split()), _MESSAGE_SHOWN)),
        ]
    return as_list(Bold(_title(texts, shown)), *lines, Text(), Text(_counted(texts, shown)))


def compared_buttons(texts: Texts, shown: Compared, view: OrdersView) -> list[list[InlineKeyboardButton]]:
    """Each row opens its response; the orders, pages, the other view, the way back."""
    back = button(texts.plain("exchange-button-open"), RequestPress(id=shown.request.id, act=RequestAct.OPEN))
    if not shown.rows:
        return [[back]]
    numbers = [
        button(str(row.number), ResponsePress(id=row.response.id, act=ResponseAct.OPEN, seen=row.response.revision))
        for row in shown.rows
    ]
    other = OrdersView.LIST if view is OrdersView.TABLE else OrdersView.TABLE
    return [
        *[numbers[start : start + _IN_A_ROW] for start in range(0, len(numbers), _IN_A_ROW)],
        [_sorting(texts, shown, sort) for sort in Sort],
        [
            *([_to(texts.plain("page-before"), shown, page=shown.page - 1)] if shown.page else ()),
            *([_to(texts.plain("page-after"), shown, page=shown.page + 1)] if shown.page + 1 < shown.pages else ()),
        ],
        [_to(texts.plain(f"button-as-{other}"), shown, view=other), back],
    ]


def _place(response: Response, sort: Sort, rating: Rating) -> tuple[float, int, int]:
    match sort:
        case Sort.PRICE:
            return response.price.amount, response.term_days, response.id
        case Sort.TERM:
            return response.term_days, response.price.amount, response.id
        case Sort.RATING:  # as the catalogue ranks, so that one kept order is not above thirty with one broken
            share = (rating.kept + 5) / (rating.kept + rating.broken + 5)
            return -share, -rating.kept, response.id


def _title(texts: Texts, shown: Compared) -> str:
    return texts.plain("exchange-compared", title=shown.request.wish.title)


def _counted(texts: Texts, shown: Compared) -> str:
    if shown.pages == 1:
        return texts.plain("exchange-responses", n=shown.total)
    total = texts.plain("exchange-responses-count", n=shown.total)
    return texts.plain("orders-page", page=shown.page + 1, pages=shown.pages, total=total)


def _cells(texts: Texts, row: Row) -> Iterator[str]:
    yield str(row.number)
    yield shortened(row.name if row.name is not None else texts.plain("somebody"), _NAME_SHOWN)
    yield price(texts, row.response.price)
    yield texts.plain("gig-days", days=row.response.term_days)
    yield rating_text(texts, row.rating)
    yield str(row.positive)


def _sorting(texts: Texts, shown: Compared, sort: Sort) -> InlineKeyboardButton:
    label = texts.plain(f"exchange-sort-{sort}")
    is_chosen = sort is shown.sort
    press = ResponsesPress(id=shown.request.id, sort=sort)
    return button(f"• {label}" if is_chosen else label, press, Style.MAIN if is_chosen else None)


def _to(label: str, shown: Compared, **where: Any) -> InlineKeyboardButton:
    return button(label, ResponsesPress(id=shown.request.id, sort=shown.sort, **{"page": shown.page, **where}))


def _cell(text: RichTextUnion, *, is_header: bool = False) -> RichBlockTableCell:
    return RichBlockTableCell(align="left", valign="top", text=text, is_header=is_header or None)
