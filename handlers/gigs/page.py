"""A gig as people see it: one message."""

from collections.abc import Iterable, Iterator

from aiogram.utils.formatting import Bold, ExpandableBlockQuote, Text, as_list

from handlers.card import option_line
from handlers.fitting import fitting, length
from handlers.texts import Texts
from handlers.wording import price, rating_text, shortened
from orders.content import utf16_length
from orders.gig import Gig, PresetOption, Terms
from orders.rating import Rating

#: Telegram's bound of a message, in UTF-16 units.
MESSAGE_MAX = 4_096
#: Left for the questions however long the description is; those that do not fit are asked anyway.
_QUESTIONS_LEAST = 200
#: Left for the options likewise; those that do not fit are shown when the buyer chooses.
_OPTIONS_LEAST = 200


def buyers_page(
    texts: Texts,
    terms: Terms,
    seller: str,
    rating: Rating,
    lead: Text | None = None,
    tail: Text | None = None,
    reviews: Iterable[Text] = (),
) -> Text:
    """What a buyer sees before ordering; `lead` and `tail`: lines above and below it; `reviews`: what others say."""
    facts = [texts("gig-seller", name=Bold(seller)), rating_line(texts, rating), *_offer(texts, terms), *reviews]
    heading = texts.plain("gig-questions-buyer", n=len(terms.questions))
    return _page(texts, terms, facts, heading, lead=lead, tail=tail)


def own_page(texts: Texts, gig: Gig, lead: Text | None = None) -> Text:
    """What its seller sees."""
    facts = [texts("gig-status", status=Bold(texts.plain(f"gig-status-{gig.status}"))), *_offer(texts, gig.terms)]
    facts += [texts("gig-photos-count", n=len(gig.photos))] if gig.photos else []
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
    left = MESSAGE_MAX - length(head) - length(end)
    for_questions = _QUESTIONS_LEAST if terms.questions else 0
    description = shortened(terms.description, left - for_questions - (_OPTIONS_LEAST if terms.presets else 0))
    left -= utf16_length(description)
    options = Text(*_options(texts, terms.presets, left - for_questions))
    left -= length(options)
    return Text(head, description, options, *_questions(texts, heading, terms.questions, left), end)


def _options(texts: Texts, presets: tuple[PresetOption, ...], left: int) -> Iterator[Text]:
    if not presets:
        return
    above = Text("\n\n", Bold(texts.plain("gig-options")), "\n")
    lines = [option_line(texts, "gig-option", preset) for preset in presets]
    yield above
    yield as_list(*fitting(lines, left - length(above), lambda n: texts("options-more", n=n)))


def _questions(texts: Texts, heading: str, questions: tuple[str, ...], left: int) -> Iterator[Text]:
    if not questions:
        return
    above = Text("\n\n", Bold(heading), "\n")
    lines = [Text(f"{number}. {question}") for number, question in enumerate(questions, 1)]
    yield above
    yield ExpandableBlockQuote(
        as_list(*fitting(lines, left - length(above), lambda n: texts("gig-questions-more", n=n)))
    )
