"""«Статистика» as a picture: what is to be drawn, and the message that brings it."""

from collections.abc import Iterator

from aiogram.methods import EditMessageMedia, SendMessage, SendPhoto
from aiogram.types import InlineKeyboardMarkup, InputMediaPhoto

from charts.sheet import Bar, Part, Sheet, Tile, Tone
from handlers.card import Reader
from handlers.says import keyboard, message
from handlers.statistics.buttons import picture_buttons
from handlers.statistics.lines import earned_text, rating_counts, start_text, title_of
from handlers.statistics.page import Page
from handlers.statistics.views import as_caption
from handlers.wording import share
from orders.money import Money

#: The upload that the calls name.
PART = "statistics"
_NBSP = "\N{NO-BREAK SPACE}"


def sent_picture(reader: Reader, page: Page) -> SendPhoto:
    """A new message; its picture is the upload `PART`."""
    return SendPhoto(
        chat_id=reader.person.id,
        photo=f"attach://{PART}",
        **as_caption(reader, page).as_caption_kwargs(),
        reply_markup=_keyboard(reader, page),
    )


def changed_picture(reader: Reader, page: Page, message_id: int) -> EditMessageMedia:
    """Another picture and other words in a message that was sent before."""
    media = InputMediaPhoto(media=f"attach://{PART}", **as_caption(reader, page).as_caption_kwargs())
    return EditMessageMedia(
        chat_id=reader.person.id, message_id=message_id, media=media, reply_markup=_keyboard(reader, page)
    )


def without_picture(reader: Reader, page: Page) -> SendMessage:
    """The same words, where nothing could be drawn."""
    rows = picture_buttons(reader.texts, page.period, everyone=page.everyone)
    return message(reader.person, as_caption(reader, page), rows)


def sheet_of(reader: Reader, page: Page) -> Sheet:
    """The bars are in one currency: that of today's prices or, where nothing was earned in it, another. The rest stands
    in the words."""
    texts = reader.texts
    currency = _currency(reader, page)
    total = next((money for money in page.earned if money.currency == currency), Money(0, currency))
    label = "statistics-earned-partly" if page.direct else "statistics-earned"
    return Sheet(
        title=title_of(reader, page),
        period=page.timeline.title,
        total_label=texts.plain(label, everyone=str(page.everyone)),
        total=earned_text(reader, (total,)),
        bars=tuple(_bars(reader, page, currency)),
        parts_title=texts.plain("statistics-endings"),
        parts=tuple(part for part in _parts(reader, page) if part.count),
        tiles=tuple(_tiles(reader, page)),
    )


def _keyboard(reader: Reader, page: Page) -> InlineKeyboardMarkup | None:
    return keyboard(picture_buttons(reader.texts, page.period, everyone=page.everyone))


def _currency(reader: Reader, page: Page) -> str:
    todays, earned = reader.policy.currency, [money.currency for money in page.earned]
    return todays if todays in earned or not earned else earned[0]


def _bars(reader: Reader, page: Page, currency: str) -> Iterator[Bar]:
    for span, label in enumerate(page.timeline.labels):
        amount = sum(money.amount for money in page.earned_in(span) if money.currency == currency)
        yield Bar(label, amount, earned_text(reader, (Money(amount, currency),)))


def _parts(reader: Reader, page: Page) -> Iterator[Part]:
    yield Part(reader.texts.plain("statistics-part-completed"), page.completed, Tone.GOOD)
    yield Part(reader.texts.plain("statistics-part-called-off"), page.called_off, Tone.EVEN)
    yield Part(reader.texts.plain("statistics-part-failed"), page.failed, Tone.BAD)


def _tiles(reader: Reader, page: Page) -> Iterator[Tile]:
    figures = page.figures
    yield _tile(reader, "rating", *rating_counts(page))
    yield _tile(reader, "in-time", figures.in_time, figures.delivered)
    yield Tile(start_text(reader, page), reader.texts.plain("statistics-tile-start"))
    yield _tile(reader, "repeat", figures.repeat_buyers, figures.buyers)


def _tile(reader: Reader, name: str, some: int, total: int) -> Tile:
    label = reader.texts.plain(f"statistics-tile-{name}", some=some, total=total)
    return Tile(f"{share(some, total)}{_NBSP}%" if total else "–", label)
