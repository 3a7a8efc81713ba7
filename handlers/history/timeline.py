"""«История»: everything that has happened to an order, oldest first, the newest page shown first."""

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.formatting import BlockQuote, Bold, Italic, Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import RecordedFact, Unit
from handlers.buttons import Move, OrderPress, button
from handlers.card import Reader
from handlers.history.alone import noted_alone
from handlers.history.export_buttons import export_buttons
from handlers.history.packing import beginning
from handlers.history.reading import readable, way_back
from handlers.history.wording import quoted, told
from handlers.notices import content_of_fact
from handlers.reader import reader_of
from handlers.says import Rows, Says, edit, message
from handlers.setup import Setup
from handlers.texts import Texts
from handlers.wording import duration, moment
from orders import facts as f
from orders.content import utf16_length
from orders.order import Order
from orders.policy import MINUTE

router = Router(name="history")

#: Entries of one message: with their moments and quotations they stay below Telegram's 4,096 units and 100 entities.
ON_A_PAGE = 10
#: UTF-16 units of what was said.
WORDS_SHOWN = 160
_IN_A_ROW = 6


class HistoryPress(CallbackData, prefix="h"):
    """Another page of an order's history."""

    number: int
    page: int


class ReplayPress(CallbackData, prefix="hr"):
    """The whole of what one entry handed over."""

    number: int
    fact: int


@router.callback_query(OrderPress.filter(F.move == Move.HISTORY))
async def read_history(
    _: CallbackQuery,
    callback_data: OrderPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
) -> Says:
    """A message of its own: the card stays where it is."""
    order = await readable(callback_data.number, person, orders, unit, setup)
    facts = await unit.orders.history(order.number)
    text, rows = history_page(reader_of(person, texts, orders), order, facts)
    return [message(person, text, rows)]


@router.callback_query(HistoryPress.filter())
async def turn_page(
    pressed: CallbackQuery,
    callback_data: HistoryPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
) -> Says:
    """In place."""
    order = await readable(callback_data.number, person, orders, unit, setup)
    facts = await unit.orders.history(order.number)
    text, rows = history_page(reader_of(person, texts, orders), order, facts, callback_data.page)
    return [edit(pressed, text, rows)]


def history_page(
    reader: Reader, order: Order, facts: tuple[RecordedFact, ...], page: int | None = None
) -> tuple[Text, Rows]:
    """One page with its buttons; without `page`, or beyond the last, the last."""
    texts = reader.texts
    last = max(0, (len(facts) - 1) // ON_A_PAGE)
    page = last if page is None else min(max(page, 0), last)
    first = page * ON_A_PAGE
    shown = facts[first : first + ON_A_PAGE]
    noted = noted_alone(order, facts)
    entries = [_entry(reader, facts, index, noted) for index in range(first, first + len(shown))]
    heading = Text(Bold(texts.plain("history-title", number=str(order.number))), "\n", order.terms.title)
    if last > 0:
        entries.append(texts("history-pages", page=page + 1, pages=last + 1))
    if page == last and order.ended_at is not None:
        entries.append(texts("history-total", duration=duration(texts, order.ended_at - order.placed_at)))
    whole = [
        button(str(index), ReplayPress(number=order.number, fact=recorded.id))
        for index, recorded in enumerate(shown, first + 1)
        if _has_more(texts, recorded.fact)
    ]
    if whole:
        entries.append(texts("history-whole"))
    rows = [whole[start : start + _IN_A_ROW] for start in range(0, len(whole), _IN_A_ROW)]
    rows += [_pages(texts, order, page, last), export_buttons(texts, order), way_back(texts, order, reader.person.id)]
    return as_list(heading, *entries, sep="\n\n"), rows


def _entry(reader: Reader, facts: tuple[RecordedFact, ...], index: int, noted: frozenset[int]) -> Text:
    """Its number, when it was and how long after the one before, what happened, and the beginning of what was said."""
    texts, recorded = reader.texts, facts[index]
    when = Text(f"{index + 1}. ", moment(texts, recorded.at, reader.zone))
    passed = recorded.at - facts[index - 1].at if index else 0
    if passed >= MINUTE:
        when = Text(when, texts.plain("history-after", duration=duration(texts, passed)))
    mark = [Italic(texts.plain("history-noted"))] if recorded.id in noted else []
    return as_list(when, *entry_lines(reader, recorded.fact), *mark)


def entry_lines(reader: Reader, fact: f.Fact) -> list[Text]:
    """What happened, the beginning of what was said, and how many files came with it."""
    texts = reader.texts
    lines = [told(reader, fact)]
    words = quoted(texts, fact)
    if words:
        lines.append(BlockQuote(beginning(words, WORDS_SHOWN)))
    content = content_of_fact(fact)
    if content is not None and content.files:
        lines.append(texts("files-count", n=len(content.files)))
    return lines


def _has_more(texts: Texts, fact: f.Fact) -> bool:
    content = content_of_fact(fact)
    return utf16_length(quoted(texts, fact)) > WORDS_SHOWN or (content is not None and bool(content.files))


def _pages(texts: Texts, order: Order, page: int, last: int) -> list[InlineKeyboardButton]:
    pages = []
    if page > 0:
        pages.append(button(texts.plain("history-earlier"), HistoryPress(number=order.number, page=page - 1)))
    if page < last:
        pages.append(button(texts.plain("history-later"), HistoryPress(number=order.number, page=page + 1)))
    return pages
