"""A gig while it is being written."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from orders.gig import Terms, parse_description, parse_questions, parse_term, parse_title
from orders.money import Money, parse_price


class Field(StrEnum):
    """The parts of a gig, in the order in which they are asked for."""

    TITLE = "title"
    DESCRIPTION = "description"
    QUESTIONS = "questions"
    PRICE = "price"
    TERM = "term"


FIELDS = tuple(Field)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A gig as far as it is written. None: not yet; no questions at all are an empty tuple."""

    title: str | None = None
    description: str | None = None
    questions: tuple[str, ...] | None = None
    price: Money | None = None
    term_days: int | None = None

    @classmethod
    def of(cls, terms: Terms) -> "Draft":
        """A published gig, to be changed."""
        return cls(
            title=terms.title,
            description=terms.description,
            questions=terms.questions,
            price=terms.price,
            term_days=terms.term_days,
        )

    def has(self, field: Field) -> bool:
        """Whether this part is written."""
        return self._value(field) is not None

    @property
    def missing(self) -> Field | None:
        """The first part that is not written."""
        return next((field for field in FIELDS if not self.has(field)), None)

    def written(self, field: Field, text: str, currency: str) -> "Draft":
        """With one part as the person wrote it. Raises: Refusal: which part, and what is expected."""
        match field:
            case Field.TITLE:
                return replace(self, title=parse_title(text))
            case Field.DESCRIPTION:
                return replace(self, description=parse_description(text))
            case Field.QUESTIONS:
                return replace(self, questions=parse_questions(text))
            case Field.PRICE:
                return replace(self, price=parse_price(text, currency))
            case Field.TERM:
                return replace(self, term_days=parse_term(text))
            case _:
                assert_never(field)

    def without_questions(self) -> "Draft":
        """The buyer need not supply anything."""
        return replace(self, questions=())

    def terms(self) -> Terms:
        """What can be published."""
        if (
            self.title is None
            or self.description is None
            or self.questions is None
            or self.price is None
            or self.term_days is None
        ):
            raise AssertionError("a draft is previewed only when every part is written")
        return Terms(
            title=self.title,
            description=self.description,
            questions=self.questions,
            price=self.price,
            term_days=self.term_days,
        )

    def _value(self, field: Field) -> object:
        match field:
            case Field.TITLE:
                return self.title
            case Field.DESCRIPTION:
                return self.description
            case Field.QUESTIONS:
                return self.questions
            case Field.PRICE:
                return self.price
            case Field.TERM:
                return self.term_days
            case _:
                assert_never(field)
