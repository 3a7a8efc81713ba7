"""The way through a gig's questions."""

import pytest

from handlers.marks import mark_of_terms as mark
from handlers.ordering.briefing import Briefing
from handlers.ordering.buttons import buy_press
from orders.content import Attachment, Content, FileKind
from orders.gig import Gig, GigStatus, Terms
from orders.money import Money
from orders.refusals import EmptyMessage


def terms(*questions: str, price: int = 100) -> Terms:
    """A gig's terms."""
    return Terms(title="Логотип", description="д" * 20, questions=questions, price=Money(price, "RUB"), term_days=3)


def gig(*questions: str) -> Gig:
    """A gig on sale."""
    return Gig(id=1, code="x" * 40, seller_id=7, terms=terms(*questions), status=GigStatus.ACTIVE)


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


def test_the_button_knows_the_terms_it_was_drawn_for() -> None:
    """And fits into Telegram's 64 bytes with the longest code."""
    assert mark(terms("Цвет?")) == mark(terms("Цвет?"))
    assert mark(terms("Цвет?")) != mark(terms("Цвет?", price=200))
    assert mark(terms("а", "б")) != mark(terms("а б"))
    assert len(buy_press(gig()).pack().encode()) <= 64
