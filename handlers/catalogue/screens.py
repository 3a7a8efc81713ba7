"""The catalogue as people see it: where it begins, a page of gigs, nothing found, and the choice of a filter."""

from collections.abc import Iterator

from aiogram.types import InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.catalogue import Listed
from handlers.availability.words import absence_line
from handlers.buttons import Screen, Style, button
from handlers.card import Reader
from handlers.catalogue.buttons import (
    CataloguePress,
    Filter,
    FilterPress,
    FindGigPress,
    FoundGigPress,
    press_of,
    with_list,
)
from handlers.catalogue.page import ON_A_PAGE, CatalogueView
from handlers.menu.rooms import menu_button, room_button
from handlers.says import Rows
from handlers.texts import Texts
from handlers.wording import price, shortened
from orders.catalogue import Sort
from orders.category import Category
from orders.money import Money

Shown = tuple[Text, Rows]
#: UTF-16 units: ten rows of them stay within one message, whatever people are called and look for.
_TITLE_SHOWN = 72
_LABEL_SHOWN = 44
WORDS_SHOWN = 100
_DAYS_OFFERED = (1, 3, 7, 14, 30)


def beginning(texts: Texts, categories: tuple[Category, ...]) -> Shown:
    """Where the operator has set categories."""
    buttons = [button(each.name(texts.language), CataloguePress(category=each.id)) for each in categories]
    return as_list(Bold(texts.plain("catalogue-title")), texts("catalogue-choose")), [
        *(buttons[start : start + 2] for start in range(0, len(buttons), 2)),
        [button(texts.plain("catalogue-button-all"), CataloguePress())],
        [find_button(texts, CataloguePress())],
        [menu_button(texts, here=True)],
    ]


def catalogue_screen(reader: Reader, view: CatalogueView) -> Shown:
    """A page of gigs, or what to do where there are none."""
    if not view.found.total:
        return _nothing(reader.texts, view)
    texts, press = reader.texts, view.press
    lines: list[Text] = []
    for number, row in enumerate(view.found.rows, press.page * ON_A_PAGE + 1):
        lines.extend((Text(), *_row(reader, view, number, row)))
    text = as_list(*_heading(texts, view), *lines, "", _counted(texts, view))
    open_it = [
        [button(shortened(row.gig.terms.title, _LABEL_SHOWN), with_list(FoundGigPress, press, gig=row.gig.id))]
        for row in view.found.rows
    ]
    return text, [
        *open_it,
        _paging(texts, view),
        *_sorts(texts, press),
        _filters(texts, view),
        [find_button(texts, press), *_all_button(texts, press)],
        [menu_button(texts, here=True)],
    ]


def filter_screen(texts: Texts, press: CataloguePress, by: Filter, categories: tuple[Category, ...]) -> Shown:
    """A button a value; the chosen one is marked, and any will do again."""
    if by is Filter.CATEGORY:
        values = [(each.id, each.name(texts.language)) for each in categories]
        chosen, field = press.category, "category"
    else:
        values = [(days, texts.plain("gig-days", days=days)) for days in _DAYS_OFFERED]
        chosen, field = press.days, "days"
    values.append((0, texts.plain(f"catalogue-any-{field}")))
    rows = [
        [button(f"• {label}" if value == chosen else label, press_of(press, page=0, **{field: value}))]
        for value, label in values
    ]
    return texts(f"catalogue-choose-{field}"), [*rows, [back_button(texts, press)]]


def find_button(texts: Texts, press: CataloguePress) -> InlineKeyboardButton:
    """«Найти»."""
    return button(texts.plain("catalogue-button-find"), with_list(FindGigPress, press), Style.MAIN)


def back_button(texts: Texts, press: CataloguePress) -> InlineKeyboardButton:
    """«Назад» to the list."""
    return button(texts.plain("button-back"), press_of(press))


def _nothing(texts: Texts, view: CatalogueView) -> Shown:
    """Each button leads on."""
    key = "catalogue-none-found" if view.words or view.press.is_filtered else "catalogue-none"
    without = press_of(view.press, category=0, price=0, days=0, page=0)
    drop = [[button(texts.plain("catalogue-button-unfiltered"), without, Style.GO)]] if view.press.is_filtered else []
    text = as_list(*_heading(texts, view), texts(key))
    exchange = [room_button(texts, Screen.EXCHANGE, here=True)]
    if key == "catalogue-none":
        return text, [exchange, [menu_button(texts, here=True)]]
    return text, [
        *drop,
        [find_button(texts, view.press), *_all_button(texts, view.press)],
        exchange,
        [menu_button(texts, here=True)],
    ]


def _heading(texts: Texts, view: CatalogueView) -> Iterator[Text]:
    title = texts.plain("catalogue-title")
    if view.words is not None:
        title = texts.plain("catalogue-title-words", words=shortened(view.words, WORDS_SHOWN))
    yield Bold(title)
    narrowed = list(_narrowed(texts, view))
    if narrowed:
        yield Text(" · ".join(narrowed))
    if view.found.shown_for is not None:
        yield texts("catalogue-shown-for", words=Bold(shortened(view.found.shown_for, WORDS_SHOWN)))
    if view.found.is_partial:
        yield texts("catalogue-partial")


def _narrowed(texts: Texts, view: CatalogueView) -> Iterator[str]:
    if view.category is not None:
        yield view.category.name(texts.language)
    if view.press.price:
        yield texts.plain("catalogue-price-most", price=price(texts, Money(view.press.price, view.currency)))
    if view.press.days:
        yield texts.plain("catalogue-days-most", days=view.press.days)


def _row(reader: Reader, view: CatalogueView, number: int, row: Listed) -> Iterator[Text]:
    texts, terms = reader.texts, row.gig.terms
    yield Text(f"{number}. ", Bold(shortened(terms.title, _TITLE_SHOWN)))
    rating = texts.plain("rating-none") if row.percent is None else texts.plain("percent", n=row.percent)
    yield texts(
        "catalogue-facts",
        price=price(texts, terms.price),
        days=texts.plain("gig-days", days=terms.term_days),
        rating=rating,
        positive=row.positive,
    )
    stands = view.stands[row.gig.seller_id]
    if row.gig.seller_id == reader.person.id:
        yield texts("catalogue-own")
    elif not stands.is_open:
        yield absence_line(reader, stands)


def _counted(texts: Texts, view: CatalogueView) -> Text:
    if view.pages == 1:
        return texts("catalogue-total", n=view.found.total)
    return texts("catalogue-page", page=str(view.press.page + 1), pages=str(view.pages), total=str(view.found.total))


def _paging(texts: Texts, view: CatalogueView) -> list[InlineKeyboardButton]:
    page = view.press.page
    return [
        *([button(texts.plain("page-before"), press_of(view.press, page=page - 1))] if page else ()),
        *([button(texts.plain("page-after"), press_of(view.press, page=page + 1))] if page + 1 < view.pages else ()),
    ]


def _sorts(texts: Texts, press: CataloguePress) -> list[list[InlineKeyboardButton]]:
    labels = {sort: texts.plain(f"catalogue-sort-{sort.name.lower()}") for sort in Sort}
    buttons = [
        button(f"• {label}" if sort is press.sort else label, press_of(press, sort=sort, page=0))
        for sort, label in labels.items()
    ]
    return [buttons[:2], buttons[2:]]


def _filters(texts: Texts, view: CatalogueView) -> list[InlineKeyboardButton]:
    some = [by for by in Filter if by is not Filter.CATEGORY or view.has_categories]
    return [
        button(texts.plain(f"catalogue-filter-{by.name.lower()}"), with_list(FilterPress, view.press, by=by))
        for by in some
    ]


def _all_button(texts: Texts, press: CataloguePress) -> list[InlineKeyboardButton]:
    if not press.search and not press.is_filtered:
        return []
    return [button(texts.plain("catalogue-button-all"), CataloguePress(sort=press.sort))]
