"""A gig as others see it in their chats: a line of the list, and the message that is sent."""

from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from aiogram.utils.formatting import Bold, as_list

from handlers.gigs.page import rating_line
from handlers.setup import Setup
from handlers.texts import Texts
from handlers.wording import price, rating_text
from orders.gig import Gig
from orders.rating import Rating


def card(texts: Texts, setup: Setup, gig: Gig, rating: Rating) -> InlineQueryResultArticle:
    """The message stands in chats of others for years: it says little that changes, and its button opens the gig."""
    terms = gig.terms
    text = as_list(
        Bold(terms.title),
        "",
        texts("gig-price", price=Bold(price(texts, terms.price))),
        texts("gig-term", days=terms.term_days),
        rating_line(texts, rating),
    )
    opening = InlineKeyboardButton(text=texts.plain("inline-button-open"), url=setup.link(f"k_{gig.code}"))
    return InlineQueryResultArticle(
        id=gig.code,
        title=terms.title,
        description=_description(texts, gig, rating),
        input_message_content=InputTextMessageContent(
            **text.as_kwargs(text_key="message_text"), link_preview_options=LinkPreviewOptions(is_disabled=True)
        ),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[[opening]]),
    )


def _description(texts: Texts, gig: Gig, rating: Rating) -> str:
    return texts.plain(
        "inline-description",
        price=price(texts, gig.terms.price),
        days=texts.plain("gig-days", days=gig.terms.term_days),
        rating=rating_text(texts, rating),
    )
