"""Reviews in words: the share of positive ones, one of them in a list, one of them whole."""

from collections.abc import Iterator

from aiogram.types import InlineKeyboardButton
from aiogram.utils.formatting import BlockQuote, Bold, Text, as_list

from desk.ports import GigReviews
from handlers.buttons import ReviewsOf, ReviewsPress, button
from handlers.card import Reader
from handlers.texts import Texts
from handlers.wording import day, shortened
from orders.order import Review
from orders.reviewing import ReviewCounts

#: UTF-16 units in a list of five: the longest names and titles, reviews and answers stay below 4,096 together.
NAME_SHOWN = 40
TITLE_SHOWN = 60
TEXT_SHOWN = 300
ANSWER_SHOWN = 200
#: Of the newest, on the page of its gig.
NEWEST_SHOWN = 160


def counts_line(texts: Texts, counts: ReviewCounts) -> Text:
    """«Отзывы: 94 % положительных из 17», or that there are none yet."""
    if counts.percent is None:
        return texts("reviews-none")
    return texts("reviews-share", percent=Bold(texts.plain("percent", n=counts.percent)), n=counts.total)


def gig_lines(reader: Reader, reviews: GigReviews) -> Iterator[Text]:
    """On the page of a gig: the share, and the newest one; nothing while there are none."""
    newest = reviews.newest
    if newest is None:
        return
    yield counts_line(reader.texts, reviews.counts)
    name = reviews.by.name if reviews.by is not None else reader.texts.plain("somebody")
    yield _heading(reader, newest.review, shortened(name, NAME_SHOWN))
    if newest.review.text:
        yield BlockQuote(shortened(newest.review.text, NEWEST_SHOWN))


def reviews_button(texts: Texts, of: ReviewsOf, holder: int, counts: ReviewCounts) -> list[InlineKeyboardButton]:
    """The way to all of them, if there are any."""
    if not counts.total:
        return []
    return [button(texts.plain("button-reviews", n=counts.total), ReviewsPress(of=of, id=holder))]


def entry(reader: Reader, review: Review, name: str, title: str, number: int) -> Text:
    """One of a list, shortened, with its answer."""
    return as_list(*_entry(reader, review, shortened(name, NAME_SHOWN), shortened(title, TITLE_SHOWN), number))


def has_more(review: Review) -> bool:
    """Whether a list does not show all of it."""
    answer = review.answer or ""
    return bool(
        review.photo or shortened(review.text, TEXT_SHOWN) != review.text or shortened(answer, ANSWER_SHOWN) != answer
    )


def whole(reader: Reader, review: Review, name: str, title: str) -> Text:
    """All that was said."""
    texts = reader.texts
    lines = [_heading(reader, review, name), Text(title)]
    if review.hidden is not None:
        lines.append(texts("review-hidden"))
    if review.text:
        lines.append(BlockQuote(review.text))
    if review.answer is not None:
        lines += [texts("review-answer"), BlockQuote(review.answer)]
    return as_list(*lines)


def _entry(reader: Reader, review: Review, name: str, title: str, number: int) -> Iterator[Text]:
    texts = reader.texts
    yield Text(f"{number}. ", _heading(reader, review, name))
    yield Text(title)
    if review.text:
        yield BlockQuote(shortened(review.text, TEXT_SHOWN))
    if review.photo is not None:
        yield texts("review-has-photo")
    if review.answer is not None:
        yield texts("review-answer")
        yield BlockQuote(shortened(review.answer, ANSWER_SHOWN))


def _heading(reader: Reader, review: Review, name: str) -> Text:
    when = day(reader.texts, review.left_at, reader.zone)
    return reader.texts("review-heading", mood=review.mood, name=Bold(name), day=when)
