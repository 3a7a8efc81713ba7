"""A gig: a service with a title, a description, a price and a term; and the copy an order keeps of it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from orders.content import visible
from orders.money import Money
from orders.refusals import (
    DescriptionLength,
    PresetTitleTaken,
    QuestionLength,
    TermNotUnderstood,
    TermOutOfRange,
    TitleLength,
    TooManyPhotos,
    TooManyPresets,
    TooManyQuestions,
)

TITLE = (3, 70)
DESCRIPTION = (20, 3000)
TERM_DAYS = (1, 60)
QUESTIONS_MAX = 20
QUESTION_LENGTH_MAX = 300
PRESETS_MAX = 10
#: As many as Telegram shows as one album.
PHOTOS_MAX = 10
DAY = 86_400


class GigStatus(StrEnum):
    """Whether a gig can be bought."""

    ACTIVE = "active"
    PAUSED = "paused"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetOption:
    """Extra work that a gig has ready, in the gig's currency: ordered with it, or offered on an order later."""

    title: str
    price: Money
    extra_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is sold. A gig has them now; an order keeps the copy it was bought with."""

    title: str
    description: str
    questions: tuple[str, ...]
    price: Money
    term_days: int
    #: No two have the same title.
    presets: tuple[PresetOption, ...] = ()

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
    #: Of `orders.category`; None: of none.
    category_id: int | None = None
    #: Telegram's file ids, in the order in which buyers see them. An order does not copy them: they promise nothing.
    photos: tuple[str, ...] = ()


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


def parse_preset_title(text: str, presets: tuple[PresetOption, ...]) -> str:
    """The title of one more option. Raises: TitleLength, TooManyPresets, PresetTitleTaken."""
    title = parse_title(text)
    if len(presets) >= PRESETS_MAX:
        raise TooManyPresets(0, PRESETS_MAX, len(presets) + 1)
    if any(preset.title.casefold() == title.casefold() for preset in presets):
        raise PresetTitleTaken
    return title


def with_photo(photos: tuple[str, ...], photo: str) -> tuple[str, ...]:
    """One more photo, the last of them. Raises: TooManyPhotos."""
    if len(photos) >= PHOTOS_MAX:
        raise TooManyPhotos(0, PHOTOS_MAX, len(photos) + 1)
    return (*photos, photo)


def parse_term(text: str) -> int:
    """Whole days, with or without the word after the number.

    Raises: TermNotUnderstood, TermOutOfRange.
    """
    days = read_days(text)
    if days is None:
        raise TermNotUnderstood(*TERM_DAYS)
    if not TERM_DAYS[0] <= days <= TERM_DAYS[1]:
        raise TermOutOfRange(*TERM_DAYS)
    return days


def read_days(text: str) -> int | None:
    """«3», «3 дня», «3 days»; None: not a whole number of days. A number beyond all bounds need not be exact."""
    match = re.fullmatch(r"([0-9]+)\s*([^\W\d]*)\.?", text.strip())
    if match is None or (match[2] and match[2].lower() not in _DAY_WORDS):
        return None
    return int((match[1].lstrip("0") or "0")[:_DIGITS_READ])


_DIGITS_READ = 9
_DAY_WORDS = frozenset({"д", "дн", "день", "дня", "дней", "сутки", "суток", "d", "day", "days"})
