"""A gig while it is being written."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from orders.agreeing import parse_extra_days
from orders.gig import (
    PresetOption,
    Terms,
    parse_description,
    parse_preset_title,
    parse_questions,
    parse_term,
    parse_title,
    with_photo,
)
from orders.money import Money, parse_price


class Field(StrEnum):
    """The parts of a gig, in the order in which they are asked for."""

    TITLE = "title"
    DESCRIPTION = "description"
    QUESTIONS = "questions"
    PRICE = "price"
    TERM = "term"
    #: Not asked for: whoever wants some adds them from the preview.
    OPTIONS = "options"
    #: Likewise.
    PHOTOS = "photos"


#: The steps of a new gig.
FIELDS = (Field.TITLE, Field.DESCRIPTION, Field.QUESTIONS, Field.PRICE, Field.TERM)


class OptionPart(StrEnum):
    """The parts of an option, in the order in which they are asked for."""

    TITLE = "title"
    PRICE = "price"
    DAYS = "days"


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionDraft:
    """One more option, as far as it is written before its last part."""

    title: str | None = None
    price: Money | None = None

    @property
    def asked(self) -> OptionPart:
        """What is asked for now."""
        if self.title is None:
            return OptionPart.TITLE
        return OptionPart.PRICE if self.price is None else OptionPart.DAYS

    def written(self, text: str, draft: "Draft") -> "OptionDraft | PresetOption":
        """With one part as the person wrote it; with the last one it is whole.

        Raises: Refusal: what is expected.
        """
        if draft.price is None:
            raise AssertionError("a gig has its price before it has options")
        if self.title is None:
            return replace(self, title=parse_preset_title(text, draft.presets))
        if self.price is None:
            return replace(self, price=parse_price(text, draft.price.currency))
        return PresetOption(title=self.title, price=self.price, extra_days=parse_extra_days(text))

    def back(self) -> "OptionDraft | None":
        """One step back, to be written anew; None: there is none before."""
        if self.title is None:
            return None
        return OptionDraft() if self.price is None else replace(self, price=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A gig as far as it is written. None: not yet; no questions at all are an empty tuple."""

    title: str | None = None
    description: str | None = None
    questions: tuple[str, ...] | None = None
    price: Money | None = None
    term_days: int | None = None
    presets: tuple[PresetOption, ...] = ()
    photos: tuple[str, ...] = ()

    @classmethod
    def of(cls, terms: Terms, photos: tuple[str, ...] = ()) -> "Draft":
        """What is published, to be changed."""
        return cls(
            title=terms.title,
            description=terms.description,
            questions=terms.questions,
            price=terms.price,
            term_days=terms.term_days,
            presets=terms.presets,
            photos=photos,
        )

    def has(self, field: Field) -> bool:
        """Whether this part is written."""
        return self._value(field) is not None

    @property
    def missing(self) -> Field | None:
        """The first part that is not written."""
        return next((field for field in FIELDS if not self.has(field)), None)

    def written(self, field: Field, text: str, currency: str) -> "Draft":
        """With one part as the person wrote it. Raises: Refusal: which part, and what is expected.

        Options whose price is in another currency than the gig's new one go: prices of two can't be added.
        """
        match field:
            case Field.TITLE:
                return replace(self, title=parse_title(text))
            case Field.DESCRIPTION:
                return replace(self, description=parse_description(text))
            case Field.QUESTIONS:
                return replace(self, questions=parse_questions(text))
            case Field.PRICE:
                price = parse_price(text, currency)
                kept = tuple(preset for preset in self.presets if preset.price.currency == price.currency)
                return replace(self, price=price, presets=kept)
            case Field.TERM:
                return replace(self, term_days=parse_term(text))
            case Field.OPTIONS | Field.PHOTOS:
                raise AssertionError("options and photos are added one by one")
            case _:
                assert_never(field)

    def without_questions(self) -> "Draft":
        """The buyer need not supply anything."""
        return replace(self, questions=())

    def with_option(self, preset: PresetOption) -> "Draft":
        """One more option, the last of them."""
        return replace(self, presets=(*self.presets, preset))

    def without_option(self, at: int) -> "Draft":
        """The option at this place goes."""
        return replace(self, presets=tuple(preset for place, preset in enumerate(self.presets) if place != at))

    def with_photo(self, photo: str) -> "Draft":
        """One more photo, the last of them. Raises: TooManyPhotos."""
        return replace(self, photos=with_photo(self.photos, photo))

    def without_photo(self, at: int) -> "Draft":
        """The photo at this place goes."""
        return replace(self, photos=self.photos[:at] + self.photos[at + 1 :])

    def with_first_photo(self, at: int) -> "Draft":
        """The photo at this place is what buyers see first."""
        return replace(self, photos=(self.photos[at], *self.without_photo(at).photos))

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
            presets=self.presets,
        )

    def _value(self, field: Field) -> object:
        values: dict[Field, object] = {
            Field.TITLE: self.title,
            Field.DESCRIPTION: self.description,
            Field.QUESTIONS: self.questions,
            Field.PRICE: self.price,
            Field.TERM: self.term_days,
            Field.OPTIONS: self.presets,
            Field.PHOTOS: self.photos,
        }
        return values[field]
