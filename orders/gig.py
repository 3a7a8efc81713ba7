"""A gig: a service with a title, a description, a price and a term; and the copy an order keeps of it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from orders.content import visible
from orders.money import Money
from orders.refusals import (
    DescriptionLength,
    QuestionLength,
    TermNotUnderstood,
    TermOutOfRange,
    TitleLength,
    TooManyQuestions,
)

TITLE = (3, 70)
DESCRIPTION = (20, 3000)
TERM_DAYS = (1, 60)
QUESTIONS_MAX = 20
QUESTION_LENGTH_MAX = 300
DAY = 86_400


class GigStatus(StrEnum):
    """Whether a gig can be bought."""

    ACTIVE = "active"
    PAUSED = "paused"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is sold. A gig has them now; an order keeps the copy it was bought with."""

    title: str
    description: str
    questions: tuple[str, ...]
    price: Money
    term_days: int

    @property
    def term(self) -> int:
        """The term in exact seconds: a day is 86,400, whatever daylight saving does."""
        return self.term_days * DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Gig:
    """A service on offer."""

    id: int
    #: The unguessable part of its link `?start=k_<code>`.
    code: str
    seller_id: int
    terms: Terms
    status: GigStatus


def parse_title(text: str) -> str:
    """Raises: TitleLength."""
    title = " ".join(visible(text).split())
    if not TITLE[0] <= len(title) <= TITLE[1]:
        raise TitleLength(*TITLE, len(title))
    return title


def parse_description(text: str) -> str:
    """Raises: DescriptionLength."""
    description = visible(text)
    if not DESCRIPTION[0] <= len(description) <= DESCRIPTION[1]:
        raise DescriptionLength(*DESCRIPTION, len(description))
    return description


def parse_questions(text: str) -> tuple[str, ...]:
    """One question a line; empty lines do not count.

    Raises: TooManyQuestions, QuestionLength.
    """
    questions = tuple(line for line in (" ".join(visible(line).split()) for line in text.splitlines()) if line)
    if not 1 <= len(questions) <= QUESTIONS_MAX:
        raise TooManyQuestions(1, QUESTIONS_MAX, len(questions))
    longest = max(len(question) for question in questions)
    if longest > QUESTION_LENGTH_MAX:
        raise QuestionLength(1, QUESTION_LENGTH_MAX, longest)
    return questions


def parse_term(text: str) -> int:
    """Whole days, with or without the word after the number.

    Raises: TermNotUnderstood, TermOutOfRange.
    """
    match = re.fullmatch(r"([0-9]+)\s*([^\W\d]*)\.?", text.strip())
    if match is None or (match[2] and match[2].lower() not in _DAY_WORDS):
        raise TermNotUnderstood(*TERM_DAYS)
    number = match[1].lstrip("0") or "0"
    if len(number) > len(str(TERM_DAYS[1])) or not TERM_DAYS[0] <= int(number) <= TERM_DAYS[1]:
        raise TermOutOfRange(*TERM_DAYS)
    return int(number)


_DAY_WORDS = frozenset({"д", "дн", "день", "дня", "дней", "сутки", "суток", "d", "day", "days"})
