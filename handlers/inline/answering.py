"""The answer to an inline query. It is read off the database and changes nothing."""

from aiogram.methods import AnswerInlineQuery
from aiogram.types import InlineQuery, InlineQueryResultsButton

from desk.people import Person, Standing
from desk.ports import Unit
from handlers.inline.arriving import CATALOGUE
from handlers.inline.cards import card
from handlers.inline.finding import Found, find
from handlers.setup import Setup
from handlers.texts import Texts

#: For so many seconds Telegram answers the same words of the same person by itself: while they type and take letters
#: back. A gig that is paused meanwhile is shown for so long at most, and its link says that it is not sold.
CACHE_SECONDS = 30
#: Offsets are made here and come back from Telegram; a forged longer one asks for the first page.
_OFFSET_DIGITS = 9


async def inline_answer(
    query: InlineQuery, person: Person, texts: Texts, unit: Unit, setup: Setup
) -> AnswerInlineQuery:
    """Cards of gigs, with a way into the bot above them; to the banned that way alone.

    What is shown depends on who asks, by language, standing and own gigs: so one person's answer serves nobody else.
    """
    if person.standing is Standing.BANNED:
        return no_answer(query.id, texts, "inline-banned")
    offset = int(query.offset) if query.offset.isdecimal() and len(query.offset) <= _OFFSET_DIGITS else 0
    found = await find(unit, person, query.query, offset, setup.currency)
    if not found.gigs and not offset:
        return no_answer(query.id, texts, "inline-nothing" if query.query.strip() else "inline-nothing-yet")
    return _answer(query.id, texts, "inline-above", found, setup)


def no_answer(query_id: str, texts: Texts, why: str) -> AnswerInlineQuery:
    """Nothing to choose from; the button above the empty list says why."""
    return AnswerInlineQuery(
        inline_query_id=query_id, results=[], cache_time=0, is_personal=True, button=_way(texts, why)
    )


def _answer(query_id: str, texts: Texts, above: str, found: Found, setup: Setup) -> AnswerInlineQuery:
    return AnswerInlineQuery(
        inline_query_id=query_id,
        results=[card(texts, setup, gig, rating) for gig, rating in found.gigs],
        cache_time=CACHE_SECONDS,
        is_personal=True,
        next_offset="" if found.after is None else str(found.after),
        button=_way(texts, above),
    )


def _way(texts: Texts, label: str) -> InlineQueryResultsButton:
    return InlineQueryResultsButton(text=texts.plain(label), start_parameter=CATALOGUE)
