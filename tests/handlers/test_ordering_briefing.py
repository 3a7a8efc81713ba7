"""The way through a gig's questions."""

from dataclasses import replace

import pytest
from pydantic import TypeAdapter

from handlers.marks import mark_of_terms as mark
from handlers.ordering.briefing import Briefing, Ordering
from handlers.ordering.buttons import buy_press
from orders.content import Attachment, Content, FileKind
from orders.gig import Gig, GigStatus, PresetOption, Terms
from orders.money import Money
from orders.refusals import EmptyMessage, NoSuchPreset

CARD, BANNER, SHIRT = (
    PresetOption(title=title, price=Money(price, "RUB"), extra_days=days)
    for title, price, days in (("Визитка", 50, 2), ("Баннер", 70, 0), ("Футболка", 90, 60))
)


def terms(*questions: str, price: int = 100, presets: tuple[PresetOption, ...] = ()) -> Terms:
    """A gig's terms."""
    return Terms(
        title="Логотип",
        description="д" * 20,
        questions=questions,
        price=Money(price, "RUB"),
        term_days=3,
        presets=presets,
    )


def gig(*questions: str, presets: tuple[PresetOption, ...] = ()) -> Gig:
    """A gig on sale."""
    sold = terms(*questions, presets=presets)
    return Gig(id=1, code="x" * 40, seller_id=7, terms=sold, status=GigStatus.ACTIVE)


def photo(name: str, album: str | None = None) -> Content:
    """One file."""
    return Content(files=(Attachment(kind=FileKind.PHOTO, file_id=name, album=album),))


def test_each_question_needs_an_answer() -> None:
    """«Готово» under an empty one is refused."""
    with pytest.raises(EmptyMessage):
        Briefing.of(gig("Цвет?"), 1).on(2)


def test_several_messages_make_one_answer() -> None:
    """Texts are joined, files follow in order."""
    briefing = Briefing.of(gig("Цвет?"), 1)
    for content in (Content(text="синий"), photo("a"), Content(text="или белый")):
        briefing = briefing.with_more(content, None)

    assert briefing.content.text == "синий\n\nили белый"
    assert [file.file_id for file in briefing.content.files] == ["a"]


def test_a_late_file_of_an_album_joins_the_rest_of_it() -> None:
    """Even when the buyer has pressed «Готово» already."""
    briefing = Briefing.of(gig("Фото?", "Цвет?"), 1).with_more(photo("a", "A"), "A").on(2)

    assert briefing.continues("A")
    assert not briefing.continues("B")
    after = briefing.with_more(photo("b", "A"), "A")
    assert [len(content.files) for content in after.contents] == [2, 0]


def test_going_back_keeps_the_answers() -> None:
    """«Ответить заново» is what drops one."""
    briefing = Briefing.of(gig("Цвет?", "Текст?"), 1).with_more(Content(text="синий"), None).on(2).back(3)

    assert briefing.content.text == "синий"
    assert briefing.anew().content.is_empty


def test_a_new_price_keeps_every_answer() -> None:
    """The questions are the same."""
    briefing = Briefing.of(gig("Цвет?"), 1).with_more(Content(text="синий"), None).under(terms("Цвет?", price=200), 2)

    assert briefing.is_complete
    assert briefing.brief[0].content.text == "синий"
    assert briefing.terms.price.amount == 200


def test_new_questions_are_asked_and_the_old_answers_kept() -> None:
    """Answers go with their questions."""
    briefing = Briefing.of(gig("Цвет?", "Текст?"), 1).with_more(Content(text="синий"), None).on(2)
    briefing = briefing.with_more(Content(text="Зерно"), None).under(terms("Размер?", "Текст?", "Цвет?"), 3)

    assert [content.text for content in briefing.contents] == ["", "Зерно", "синий"]
    assert briefing.question == "Размер?"
    assert not briefing.is_complete


def test_without_questions_any_more_nothing_is_left_to_answer() -> None:
    """The form has nothing to ask."""
    assert not Briefing.of(gig("Цвет?"), 1).under(terms(), 2).is_complete


def test_ticked_options_grow_price_and_term() -> None:
    """In the gig's order, whatever the order of ticking; the term may grow past what a gig can have."""
    briefing = Briefing.of(gig(presets=(CARD, BANNER, SHIRT)), 1)
    for at, wanted in ((2, True), (1, True), (0, True), (1, False), (0, True)):
        briefing = briefing.tick(at, wanted=wanted)

    assert briefing.ticked == (CARD, SHIRT)
    assert (briefing.total.price.amount, briefing.total.term_days) == (240, 65)
    assert briefing.terms.price.amount == 100


@pytest.mark.parametrize("at", [-1, 1, 10**9])
def test_an_option_that_is_not_there_is_not_ticked(at: int) -> None:
    """A forged press."""
    with pytest.raises(NoSuchPreset):
        Briefing.of(gig(presets=(CARD,)), 1).tick(at, wanted=True)


def test_options_come_before_the_questions() -> None:
    """And «Назад» from the first question leads back to them; without any, the questions come at once."""
    briefing = Briefing.of(gig("Цвет?", presets=(CARD,)), 1)
    assert briefing.state is Ordering.choosing
    assert briefing.chosen(2).state is Ordering.answering
    assert briefing.chosen(2).back(3).state is Ordering.choosing
    assert Briefing.of(gig("Цвет?"), 1).state is Ordering.answering


def test_what_was_ticked_stays_as_long_as_it_is_on_offer_unchanged() -> None:
    """An option at another price is another one, and all are chosen anew."""
    answered = Briefing.of(gig("Цвет?", presets=(CARD, BANNER, SHIRT)), 1).tick(0, wanted=True).tick(1, wanted=True)
    answered = answered.chosen(2).with_more(Content(text="синий"), None)
    dearer = replace(CARD, price=Money(60, "RUB"))
    changed = answered.under(terms("Цвет?", presets=(dearer, SHIRT, BANNER)), 3)

    assert (changed.ticked, changed.is_choosing, changed.is_complete) == ((BANNER,), True, False)
    assert changed.brief[0].content.text == "синий"
    same = answered.under(terms("Цвет?", price=200, presets=(CARD, BANNER, SHIRT)), 3)
    assert (same.ticked, same.is_choosing, same.is_complete) == ((CARD, BANNER), False, True)


def test_options_that_are_all_gone_leave_nothing_to_choose() -> None:
    """Only the questions are left."""
    changed = Briefing.of(gig("Цвет?", presets=(CARD,)), 1).tick(0, wanted=True).under(terms("Цвет?"), 2)

    assert (changed.ticked, changed.state) == ((), Ordering.answering)


def test_a_form_kept_before_gigs_had_options_is_read() -> None:
    """It stands at its question."""
    kept = TypeAdapter(Briefing).dump_python(Briefing.of(gig("Цвет?"), 1), mode="json")
    del kept["ticked"], kept["is_choosing"], kept["terms"]["presets"]

    assert TypeAdapter(Briefing).validate_python(kept) == Briefing.of(gig("Цвет?"), 1)


def test_the_button_knows_the_terms_it_was_drawn_for() -> None:
    """And fits into Telegram's 64 bytes with the longest code."""
    assert mark(terms("Цвет?")) == mark(terms("Цвет?"))
    assert mark(terms("Цвет?")) != mark(terms("Цвет?", price=200))
    assert mark(terms("а", "б")) != mark(terms("а б"))
    assert mark(terms("Цвет?")) != mark(terms("Цвет?", presets=(CARD,)))
    assert mark(terms(presets=(CARD,))) != mark(terms(presets=(replace(CARD, extra_days=3),)))
    assert mark(terms(presets=(CARD, BANNER))) != mark(terms(presets=(BANNER, CARD)))
    assert len(buy_press(gig()).pack().encode()) <= 64
