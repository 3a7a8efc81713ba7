"""The way through writing a gig."""

import pytest

from handlers.gigs.draft import FIELDS, Draft, Field
from handlers.gigs.writing import Writing
from orders.refusals import PriceOutOfRange, TermOutOfRange, TitleLength

WRITTEN = {
    Field.TITLE: "Логотип для кофейни",
    Field.DESCRIPTION: "Нарисую логотип в трёх вариантах.",
    Field.QUESTIONS: "Цвет?\n\nТекст?",
    Field.PRICE: "1 500 ₽",
    Field.TERM: "3 дня",
}


def full_draft() -> Draft:
    """Every part written."""
    draft = Draft()
    for field, text in WRITTEN.items():
        draft = draft.written(field, text, "RUB")
    return draft


def written_through() -> Writing:
    """A new gig, up to its preview."""
    writing = Writing(form=1)
    for number, text in enumerate(WRITTEN.values(), 2):
        writing = writing.accepted(writing.draft.written(writing.asked, text, "RUB"), number)
    return writing


def test_the_parts_are_asked_in_order_up_to_the_preview() -> None:
    """SPEC 9: title, description, questions, price, term, preview."""
    writing = Writing(form=1)
    asked = []
    while not writing.is_preview:
        asked.append(writing.asked)
        writing = writing.accepted(writing.draft.written(writing.asked, WRITTEN[writing.asked], "RUB"), 2)

    assert tuple(asked) == FIELDS
    assert writing.draft.terms().questions == ("Цвет?", "Текст?")


def test_every_step_has_a_number_of_its_own() -> None:
    """So that the buttons of the step before act no more."""
    writing = Writing(form=1)

    assert writing.accepted(Draft(title="Логотип"), 2).form == 2


def test_going_back_keeps_what_is_written_and_leads_on_to_what_is_missing() -> None:
    """Nothing is asked twice."""
    writing = Writing(form=1).accepted(Draft(title="Логотип"), 2)
    back = writing.back(3)
    assert back is not None
    assert (back.asked, back.draft.title) == (Field.TITLE, "Логотип")

    assert back.accepted(back.draft.written(Field.TITLE, "Вывеска", "RUB"), 4).asked is Field.DESCRIPTION


def test_a_part_changed_from_the_preview_leads_back_to_it() -> None:
    """By a new value, and by «Назад»."""
    asking = written_through().asking(Field.PRICE, 10)

    changed = asking.accepted(asking.draft.written(Field.PRICE, "2000", "RUB"), 11)
    assert changed.is_preview
    assert changed.draft.price != asking.draft.price

    back = asking.back(11)
    assert back is not None
    assert back.is_preview
    assert back.draft == asking.draft


def test_back_from_the_preview_of_a_new_gig_goes_through_all_the_parts() -> None:
    """The last part first; before the first there is nothing."""
    writing: Writing | None = written_through()
    asked = []
    while writing is not None and (writing := writing.back(20)) is not None:
        asked.append(writing.asked)

    assert tuple(asked) == FIELDS[::-1]


def test_back_from_the_only_question_about_a_published_gig_leaves_the_form() -> None:
    """To the gig itself."""
    assert Writing(form=1, gig=7, draft=full_draft(), asked=Field.TERM).back(2) is None


@pytest.mark.parametrize(
    ("field", "text", "refusal"),
    [
        (Field.TITLE, "аб", TitleLength),
        (Field.TITLE, "а" * 5_000, TitleLength),
        (Field.PRICE, "0", PriceOutOfRange),
        (Field.PRICE, "1000000000000", PriceOutOfRange),
        (Field.TERM, "61", TermOutOfRange),
    ],
)
def test_bad_input_changes_nothing(field: Field, text: str, refusal: type[Exception]) -> None:
    """The form stays where it was."""
    with pytest.raises(refusal):
        Draft().written(field, text, "RUB")
