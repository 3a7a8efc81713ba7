"""How a seller's page looks."""

from aiogram.types import InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.people import Person
from handlers.buttons import OpenGigPress, ReviewsOf, SellerPress, button
from handlers.gigs.page import rating_line
from handlers.menu.rooms import menu_button
from handlers.reviews.words import counts_line, reviews_button
from handlers.says import Rows
from handlers.texts import Texts
from handlers.wording import price, shortened
from orders.gig import Gig
from orders.rating import Rating
from orders.reviewing import ReviewCounts

_ON_A_PAGE = 10
NO_REVIEWS = ReviewCounts()
#: UTF-16 units of a gig's title that a button shows; the price comes after it.
_TITLE_SHOWN = 40


def seller_screen(
    texts: Texts,
    seller: Person,
    rating: Rating,
    on_sale: tuple[Gig, ...],
    page: int,
    absence: Text | None = None,
    reviews: ReviewCounts = NO_REVIEWS,
) -> tuple[Text, Rows]:
    """A button a gig. A page beyond the last is the last; `absence`: when they take orders again."""
    pages = max(1, -(-len(on_sale) // _ON_A_PAGE))
    page = min(max(page, 0), pages - 1)
    some = on_sale[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE]
    text = as_list(
        Bold(seller.name),
        rating_line(texts, rating),
        counts_line(texts, reviews),
        *([absence] if absence is not None else []),
        texts("seller-on-sale", n=len(on_sale)) if on_sale else texts("seller-sells-nothing"),
    )
    gigs = [[button(_label(texts, gig), OpenGigPress(code=gig.code))] for gig in some]
    of_seller = reviews_button(texts, ReviewsOf.SELLER, seller.id, reviews)
    return text, [*gigs, _paging(seller.id, page, pages), of_seller, [menu_button(texts)]]


def _label(texts: Texts, gig: Gig) -> str:
    return f"{shortened(gig.terms.title, _TITLE_SHOWN)} · {price(texts, gig.terms.price)}"


def _paging(seller_id: int, page: int, pages: int) -> list[InlineKeyboardButton]:
    return [
        *([button("‹", SellerPress(id=seller_id, page=page - 1))] if page else ()),
        *([button("›", SellerPress(id=seller_id, page=page + 1))] if page + 1 < pages else ()),
    ]
