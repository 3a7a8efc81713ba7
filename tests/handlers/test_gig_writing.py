"""The way through writing a gig."""

import pytest
from pydantic import TypeAdapter

from handlers.gigs.draft import FIELDS, Draft, Field, OptionPart
from handlers.gigs.writing import GigForm, Writing
from orders.gig import PresetOption
from orders.money import Money
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


CARD = PresetOption(title="Визитка", price=Money(50_000, "RUB"), extra_days=2)


def listing(draft: Draft, gig: int | None = None) -> Writing:
    """The options of a gig, opened from its preview or, with `gig`, from the choice of what to change."""
    return Writing(form=1, gig=gig, draft=draft, asked=Field.OPTIONS, from_preview=gig is None)


def test_an_option_is_asked_for_part_by_part() -> None:
    """Title, price, days; then the options with the new one, as a change that is to be saved."""
    writing = listing(full_draft(), gig=7).adding(2)
    states = [writing.state]
    for number, text in enumerate(("Визитка", "500", "2"), 3):
        writing = writing.written_on(text, number)
        states.append(writing.state)

    assert states == [GigForm.adding, GigForm.adding, GigForm.adding, GigForm.listing]
    assert (writing.draft.presets, writing.form, writing.from_preview) == ((CARD,), 5, True)
    assert writing.draft.terms().presets == (CARD,)


def test_back_in_an_option_takes_one_part_at_a_time() -> None:
    """From its title to the options; what the gig has is never touched."""
    writing: Writing | None = (
        listing(full_draft().with_option(CARD)).adding(2).written_on("Баннер", 3).written_on("7", 4)
    )
    asked = []
    while writing is not None and writing.option is not None:
        asked.append(writing.option.asked)
        writing = writing.back(5)

    assert asked == [OptionPart.DAYS, OptionPart.PRICE, OptionPart.TITLE]
    assert writing is not None
    assert (writing.state, writing.draft.presets) == (GigForm.listing, (CARD,))


def test_options_untouched_lead_back_to_where_they_were_opened() -> None:
    """To the preview of a new gig, out of the form of a published one."""
    assert listing(full_draft(), gig=7).back(2) is None
    back = listing(full_draft()).back(2)
    assert back is not None
    assert back.is_preview


def test_changed_options_are_not_lost_by_going_back() -> None:
    """They lead to the preview, and the preview to them."""
    changed = listing(full_draft().with_option(CARD), gig=7).changed(full_draft(), 2)
    preview = changed.back(3)
    assert preview is not None
    assert preview.is_preview
    again = preview.back(4)
    assert again is not None
    assert (again.state, again.draft.presets) == (GigForm.listing, ())
    assert again.back(5) is not None


def test_a_price_in_another_currency_leaves_no_options_in_the_old_one() -> None:
    """Their prices could not be added to it; a price in the same currency leaves them."""
    draft = full_draft().with_option(CARD)
    assert draft.written(Field.PRICE, "2000", "RUB").presets == (CARD,)
    assert draft.written(Field.PRICE, "2000", "XTR").presets == ()


def test_a_form_kept_before_gigs_had_options_is_read() -> None:
    """It stands where it was."""
    kept = {"form": 5, "gig": None, "draft": {"title": "Логотип"}, "asked": "description", "is_preview": False}
    assert TypeAdapter(Writing).validate_python(kept) == Writing(
        form=5, draft=Draft(title="Логотип"), asked=Field.DESCRIPTION
    )


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
