"""«Отзывы»: of a seller or of a gig, newest first, each with its answer; one of them whole, with its photo."""

from aiogram import Router
from aiogram.methods import SendPhoto
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.formatting import Bold, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from desk.ports import ReviewedOrder, Unit
from handlers.buttons import (
    OpenGigPress,
    OrderLookPress,
    ReviewPress,
    ReviewsOf,
    ReviewsPress,
    SellerPress,
    button,
)
from handlers.reader import reader_of
from handlers.reviews.words import counts_line, entry, has_more, whole
from handlers.says import Rows, Say, Says, answer, edit, message
from handlers.setup import Setup
from handlers.texts import Texts
from handlers.wording import shortened
from orders.refusals import NoSuchGig, NoSuchReview
from orders.reviewing import ReviewCounts

router = Router(name="reading reviews")

PAGE = 5
_TITLE_SHOWN = 100


@router.callback_query(ReviewsPress.filter())
async def show_page(
    pressed: CallbackQuery,
    callback_data: ReviewsPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    people: PersonDesk,
    unit: Unit,
) -> Says:
    """A page beyond the last is the last."""
    heading, counts, back = await _whose(callback_data, texts, people, unit)
    last = max(0, (counts.total - 1) // PAGE)
    page = min(max(callback_data.page, 0), last)
    listed = unit.reviews.of_seller if callback_data.of is ReviewsOf.SELLER else unit.reviews.of_gig
    some = await listed(callback_data.id, page * PAGE, PAGE)
    reader, first = reader_of(person, texts, orders), page * PAGE + 1
    lines = [
        entry(reader, each.review, await _name(each, texts, unit), _what(texts, each.title), number)
        for number, each in enumerate(some, first)
    ]
    more = [
        button(str(number), ReviewPress(number=each.number))
        for number, each in enumerate(some, first)
        if has_more(each.review)
    ]
    hint = [texts("reviews-whole")] if more else []
    text = as_list(as_list(Bold(heading), counts_line(texts, counts)), *lines, *hint, sep="\n\n")
    rows: Rows = [more, _pages(texts, callback_data, page, last), [back]]
    return [answer(pressed), edit(pressed, text, rows) if callback_data.here else message(person, text, rows)]


@router.callback_query(ReviewPress.filter())
async def show_one(
    pressed: CallbackQuery,
    callback_data: ReviewPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
) -> Says:
    """Below the list. A hidden one is seen by an operator alone. Raises: NoSuchReview."""
    order, is_operator = await unit.orders.get(callback_data.number), person.id in setup.admin_ids
    if order is None or order.review is None or (order.review.hidden is not None and not is_operator):
        raise NoSuchReview
    buyer = await unit.people.get(order.buyer_id)
    name = buyer.name if buyer is not None else texts.plain("somebody")
    title = order.terms.title if is_operator or order.gig_id is not None else None
    text = whole(reader_of(person, texts, orders), order.review, name, _what(texts, title))
    look = button(texts.plain("button-open-order", number=str(order.number)), OrderLookPress(number=order.number))
    to_seller = button(texts.plain("button-seller"), SellerPress(id=order.seller_id))
    says: list[Say] = [answer(pressed), message(person, text, [[look if is_operator else to_seller]])]
    if order.review.photo is not None:
        says.append(SendPhoto(chat_id=person.id, photo=order.review.photo))
    return says


async def _whose(
    press: ReviewsPress, texts: Texts, people: PersonDesk, unit: Unit
) -> tuple[str, ReviewCounts, InlineKeyboardButton]:
    """The heading, the counts and the way back. Raises: NoSuchGig."""
    if press.of is ReviewsOf.SELLER:
        seller = await people.seller(press.id)
        name = seller.name if seller is not None else texts.plain("somebody")
        back = button(texts.plain("button-seller"), SellerPress(id=press.id))
        return texts.plain("reviews-of-seller", name=name), await unit.reviews.counts_of_seller(press.id), back
    gig = await unit.gigs.get(press.id)
    if gig is None:
        raise NoSuchGig
    title = shortened(gig.terms.title, _TITLE_SHOWN)
    back = button(texts.plain("button-open-gig"), OpenGigPress(code=gig.code))
    return texts.plain("reviews-of-gig", title=title), await unit.reviews.counts_of_gig(press.id), back


async def _name(reviewed: ReviewedOrder, texts: Texts, unit: Unit) -> str:
    buyer = await unit.people.get(reviewed.buyer_id)
    return buyer.name if buyer is not None else texts.plain("somebody")


def _what(texts: Texts, title: str | None) -> str:
    return title if title is not None else texts.plain("review-of-agreement")


def _pages(texts: Texts, press: ReviewsPress, page: int, last: int) -> list[InlineKeyboardButton]:
    pages = []
    if page > 0:
        newer = press.model_copy(update={"page": page - 1, "here": True})
        pages.append(button(texts.plain("page-before"), newer))
    if page < last:
        older = press.model_copy(update={"page": page + 1, "here": True})
        pages.append(button(texts.plain("page-after"), older))
    return pages
