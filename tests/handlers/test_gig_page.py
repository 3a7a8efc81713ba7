"""A gig as one message."""

from dataclasses import replace

import pytest

from handlers.gigs.draft import Draft, Field
from handlers.gigs.option_screens import options_screen
from handlers.gigs.page import MESSAGE_MAX, buyers_page, own_page
from handlers.gigs.screens import PAGE, gig_list
from handlers.gigs.writing import Writing
from handlers.ordering import screens as ordering_screens
from handlers.ordering.briefing import Briefing
from handlers.texts import LANGUAGES, texts_in
from handlers.wording import shortened
from orders.content import utf16_length
from orders.gig import Gig, GigStatus, PresetOption, Terms
from orders.money import Money
from orders.order import Effect
from orders.payment import PaymentMethod
from orders.rating import Rating

RU = texts_in("ru")


def preset(title: str, *, price: int = 50_000, days: int = 2) -> PresetOption:
    """An option of a gig."""
    return PresetOption(title=title, price=Money(price, "RUB"), extra_days=days)


def terms(
    description: str = "Нарисую логотип в трёх вариантах.",
    questions: tuple[str, ...] = (),
    presets: tuple[PresetOption, ...] = (),
) -> Terms:
    """A gig's terms."""
    return Terms(
        title="Логотип",
        description=description,
        questions=questions,
        price=Money(150_000, "RUB"),
        term_days=3,
        presets=presets,
    )


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


def test_options_stand_between_the_description_and_the_questions() -> None:
    """Each with its price and days."""
    sold = terms(questions=("Цвет?",), presets=(preset("Визитка"), preset("Баннер", days=0)))
    text, _ = buyers_page(RU, sold, "Сергей", Rating()).render()

    assert text.replace("\N{NO-BREAK SPACE}", " ").splitlines()[7:] == [
        "Нарисую логотип в трёх вариантах.",
        "",
        "Опции за отдельную плату:",
        "➕ Визитка, 500 ₽, +2 дня",
        "➕ Баннер, 500 ₽, срок тот же",
        "",
        "Продавец задаст вам 1 вопрос:",
        "1. Цвет?",
    ]


LONGEST_PRESETS = tuple(preset("🎨" * 70, price=999_999_999, days=60) for _ in range(10))


@pytest.mark.parametrize("questions", [(), ("🎨" * 300,) * 20])
@pytest.mark.parametrize("letter", ["я", "🎨"])
def test_the_longest_gig_with_options_is_still_one_message(letter: str, questions: tuple[str, ...]) -> None:
    """The description comes first; how many options are missing is told, and all of them are shown to choose from."""
    longest = terms(letter * 3_000, questions, LONGEST_PRESETS)
    text, _ = buyers_page(
        RU, longest, "Ы" * 129, Rating(), lead=RU("gig-preview"), tail=RU("ordering-how", method=PaymentMethod.PROVIDER)
    ).render()

    assert utf16_length(text) <= MESSAGE_MAX
    assert "…и ещё" in text.partition("Опции за отдельную плату:")[2].partition("Продавец задаст")[0]


def test_a_long_description_is_not_cut_for_the_sake_of_options() -> None:
    """Who buys must be able to read what is sold."""
    text, _ = buyers_page(RU, terms("я" * 3_000, ("Цвет?",), LONGEST_PRESETS), "Сергей", Rating()).render()

    assert "я" * 3_000 in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screens_of_the_longest_options_are_one_message(language: str) -> None:
    """The seller's list of them, and the buyer's choice with all of them ticked."""
    texts = texts_in(language)
    sold = terms(presets=LONGEST_PRESETS)
    gig = Gig(id=1, code="c", seller_id=1, terms=sold, status=GigStatus.ACTIVE)
    writing = Writing(form=10**9, gig=1, draft=Draft.of(sold), asked=Field.OPTIONS)
    briefing = replace(Briefing.of(gig, 10**9), ticked=LONGEST_PRESETS)
    for text, rows in (options_screen(texts, writing), ordering_screens.options_screen(texts, briefing)):
        assert utf16_length(text.render()[0]) <= MESSAGE_MAX
        assert all(len((button.callback_data or "").encode()) <= 64 for row in rows for button in row)


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
