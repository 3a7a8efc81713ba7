"""Every refusal is one sentence in both languages, short enough for the answer to a press."""

from collections.abc import Iterator

import pytest

from handlers.refusals import refusal_sentence
from handlers.says import ANSWER_MAX
from handlers.texts import LANGUAGES, texts_in
from orders import refusals as r
from orders.gig import DESCRIPTION, QUESTIONS_MAX, TERM_DAYS, TITLE
from orders.money import PRICE_MAX_MAJOR
from orders.status import Status

#: Only its kinds are raised.
ABSTRACT = {r.Refusal, r.OutOfBounds, r.NotTakingOrders}
LONGEST = 1_000_000
SPACE = "\N{NO-BREAK SPACE}"


def kinds(of: type[r.Refusal] = r.Refusal) -> Iterator[type[r.Refusal]]:
    """Every class of refusal, at any depth."""
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


def examples() -> Iterator[r.Refusal]:  # noqa: C901 - one case for each kind of arguments
    """At least one refusal of each kind, with the longest arguments."""
    for kind in kinds():
        if kind in ABSTRACT:
            continue
        if issubclass(kind, r.WrongStatus):
            yield from (kind(status) for status in Status)
        elif issubclass(kind, r.OutOfBounds):
            yield kind(1, LONGEST, LONGEST)
            yield kind(1, LONGEST)
        elif issubclass(kind, r.PriceOutOfRange):
            yield from (kind(1, PRICE_MAX_MAJOR, currency) for currency in ("RUB", "XTR", "KZT"))
        elif issubclass(kind, r.AmountOutOfRange):
            yield from (kind(2**53, currency) for currency in ("RUB", "XTR", "KZT"))
        elif issubclass(kind, r.SplitOutOfRange):
            yield from (kind(PRICE_MAX_MAJOR * 100, currency) for currency in ("RUB", "XTR", "KZT"))
        elif issubclass(kind, r.PriceNotUnderstood):
            yield from (kind(currency) for currency in ("RUB", "XTR", "KZT"))
        elif issubclass(kind, r.NotTakingOrders):
            yield kind(1)
        elif issubclass(kind, r.UnknownPlaceholder):
            yield kind(f"{{{'x' * LONGEST}}}")
        else:
            yield kind()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("refusal", [*examples()], ids=repr)
def test_each_refusal_is_a_sentence_that_fits_the_answer_to_a_press(refusal: r.Refusal, language: str) -> None:
    """Telegram cuts such an answer at 200 characters."""
    sentence = refusal_sentence(texts_in(language), refusal)
    assert 10 < len(sentence) <= ANSWER_MAX
    assert sentence.endswith(".")


def test_the_bounds_are_named_with_what_was_sent() -> None:
    """So that the person knows how much to cut."""
    texts = texts_in("ru")
    said = refusal_sentence(texts, r.TitleLength(*TITLE, 5_000))
    assert said == f"Нужно название от 3 до 70 символов, сейчас в нём 5{SPACE}000."


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (r.WrongStatus(Status.IN_PROGRESS), "Заказ уже в работе."),
        (r.WrongStatus(Status.CANCELLED), "Заказ уже отменён."),
        (r.TermOutOfRange(*TERM_DAYS), "Срок может быть от 1 до 60 дней. Напишите число из этого промежутка."),
        (r.TooManyQuestions(1, QUESTIONS_MAX, 0), "Нужно от 1 до 20 вопросов, каждый с новой строки. Сейчас их 0."),
        (
            r.DescriptionLength(*DESCRIPTION, 2),
            f"Нужно описание от 20 до 3{SPACE}000 символов, сейчас в нём 2.",
        ),
        (
            r.PriceOutOfRange(1, 10_000_000, "RUB"),
            f"Цена может быть от 1 до 10{SPACE}000{SPACE}000 ₽. Напишите число из этого промежутка.",
        ),
    ],
)
def test_the_words(refusal: r.Refusal, said: str) -> None:
    """In Russian, as people read them."""
    assert refusal_sentence(texts_in("ru"), refusal) == said
