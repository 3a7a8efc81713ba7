"""A gig as one message."""

import pytest

from handlers.gigs.page import MESSAGE_MAX, buyers_page, own_page
from handlers.gigs.screens import PAGE, gig_list
from handlers.texts import texts_in
from handlers.wording import shortened
from orders.content import utf16_length
from orders.gig import Gig, GigStatus, Terms
from orders.money import Money
from orders.order import Effect
from orders.payment import PaymentMethod
from orders.rating import Rating

RU = texts_in("ru")


def terms(description: str = "Нарисую логотип в трёх вариантах.", questions: tuple[str, ...] = ()) -> Terms:
    """A gig's terms."""
    price = Money(150_000, "RUB")
    return Terms(title="Логотип", description=description, questions=questions, price=price, term_days=3)


def test_a_buyer_sees_what_is_sold_by_whom_and_what_will_be_asked() -> None:
    """SPEC 9: everything before «Заказать»."""
    rating = Rating((Effect.KEPT, Effect.KEPT, Effect.KEPT, Effect.BROKEN))
    text, _ = buyers_page(RU, terms(questions=("Цвет?", "Текст?")), "Сергей", rating).render()

    assert text.replace("\N{NO-BREAK SPACE}", " ").splitlines() == [
        "Логотип",
        "",
        "Продавец: Сергей",
        "Рейтинг ответственности: 75 % (выполнено заказов: 3, сорвано: 1)",
        "Цена: 1 500 ₽",
        "Срок: 3 дня",
        "",
        "Нарисую логотип в трёх вариантах.",
        "",
        "Продавец задаст вам 2 вопроса:",
        "1. Цвет?",
        "2. Текст?",
    ]


def test_a_new_seller_has_no_rating_yet() -> None:
    """SPEC 8: «нет данных»."""
    text, _ = buyers_page(RU, terms(), "Сергей", Rating()).render()

    assert "Рейтинг ответственности: нет данных" in text


@pytest.mark.parametrize("letter", ["я", "🎨"])
def test_the_longest_gig_is_still_one_message(letter: str) -> None:
    """Telegram counts an emoji as two; what does not fit is told, and asked anyway."""
    longest = terms(description=letter * 3_000, questions=(letter * 300,) * 20)
    text, _ = buyers_page(
        RU, longest, "Ы" * 129, Rating(), lead=RU("gig-preview"), tail=RU("ordering-how", method=PaymentMethod.PROVIDER)
    ).render()

    assert utf16_length(text) <= MESSAGE_MAX
    assert "…и ещё" in text


def test_names_and_titles_are_not_markup() -> None:
    """They stand in the text as they were written."""
    gig = Gig(id=1, code="c", seller_id=1, terms=terms(description="<b>{$x}</b> *_"), status=GigStatus.PAUSED)
    text, _ = own_page(RU, gig).render()

    assert "<b>{$x}</b> *_" in text
    assert "Состояние: приостановлен" in text


def test_a_text_is_cut_between_characters() -> None:
    """Never in the middle of an emoji."""
    assert shortened("🎨🎨🎨", 6) == "🎨🎨🎨"
    assert shortened("🎨🎨🎨", 5) == "🎨🎨…"
    assert shortened("🎨🎨🎨", 4) == "🎨…"


@pytest.mark.parametrize(("page", "numbers", "turns"), [(0, range(1, 9), ["›"]), (1, [9], ["‹"]), (7, [9], ["‹"])])
def test_many_gigs_have_pages(page: int, numbers: list[int], turns: list[str]) -> None:
    """A page that no longer exists is the last one."""
    gigs = tuple(
        Gig(id=number, code="c", seller_id=1, terms=terms(), status=GigStatus.ACTIVE) for number in range(PAGE + 1)
    )
    text, rows = gig_list(RU, gigs, page)
    shown, _ = text.render()

    assert [line.split(".")[0] for line in shown.splitlines()[1:]] == [str(number) for number in numbers]
    assert [button.text for row in rows for button in row if button.text in "‹›"] == turns
