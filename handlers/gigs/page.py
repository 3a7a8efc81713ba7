"""A gig as people see it: one message."""

from collections.abc import Iterator

from aiogram.utils.formatting import Bold, ExpandableBlockQuote, Text, as_list

from handlers.texts import Texts
from handlers.wording import price, rating_text, shortened
from orders.content import utf16_length
from orders.gig import Gig, Terms
from orders.rating import Rating

#: Telegram's bound of a message, in UTF-16 units.
MESSAGE_MAX = 4_096
#: Left for the questions however long the description is; those that do not fit are asked anyway.
_QUESTIONS_LEAST = 200


def buyers_page(
    texts: Texts, terms: Terms, seller: str, rating: Rating, lead: Text | None = None, tail: Text | None = None
) -> Text:
    """What a buyer sees before ordering; `lead` and `tail`: lines above and below it."""
    facts = [texts("gig-seller", name=Bold(seller)), rating_line(texts, rating), *_offer(texts, terms)]
    heading = texts.plain("gig-questions-buyer", n=len(terms.questions))
    return _page(texts, terms, facts, heading, lead=lead, tail=tail)


def own_page(texts: Texts, gig: Gig, lead: Text | None = None) -> Text:
    """What its seller sees."""
    facts = [texts("gig-status", status=Bold(texts.plain(f"gig-status-{gig.status}"))), *_offer(texts, gig.terms)]
    return _page(texts, gig.terms, facts, texts.plain("gig-questions-seller"), lead=lead)


def rating_line(texts: Texts, rating: Rating) -> Text:
    """Percent with the orders behind it, or «нет данных»."""
    if rating.percent is None:
        return texts("gig-rating-none")
    return texts("gig-rating", percent=Bold(rating_text(texts, rating)), kept=rating.kept, broken=rating.broken)


def _offer(texts: Texts, terms: Terms) -> Iterator[Text]:
    yield texts("gig-price", price=Bold(price(texts, terms.price)))
    yield texts("gig-term", days=terms.term_days)


def _page(
    texts: Texts, terms: Terms, facts: list[Text], heading: str, *, lead: Text | None = None, tail: Text | None = None
) -> Text:
    head = as_list(*([lead, ""] if lead is not None else ()), Bold(terms.title), "", *facts, "", "")
    end = Text("\n\n", tail) if tail is not None else Text()
    left = MESSAGE_MAX - _length(head) - _length(end)
    description = shortened(terms.description, left - (_QUESTIONS_LEAST if terms.questions else 0))
    left -= utf16_length(description)
    return Text(head, description, *_questions(texts, heading, terms.questions, left), end)


def _questions(texts: Texts, heading: str, questions: tuple[str, ...], left: int) -> Iterator[Text]:
    if not questions:
        return
    above = Text("\n\n", Bold(heading), "\n")
    left -= _length(above)
    lines = [f"{number}. {question}" for number, question in enumerate(questions, 1)]
    fits = len(lines)
    while fits and utf16_length("\n".join(_with_rest(texts, lines, fits))) > left:
        fits -= 1
    yield above
    yield ExpandableBlockQuote("\n".join(_with_rest(texts, lines, fits)))


def _with_rest(texts: Texts, lines: list[str], fits: int) -> list[str]:
    rest = len(lines) - fits
    return [*lines[:fits], texts.plain("gig-questions-more", n=rest)] if rest else lines


def _length(text: Text) -> int:
    return utf16_length(text.render()[0])
