"""What operators read when Telegram's list and our books don't agree."""

import pytest

from desk.people import Person
from desk.reconciliation import Difference, DifferenceKind
from handlers.operator.differences import differences_message
from handlers.texts import LANGUAGES, texts_in
from orders.content import utf16_length

_OPERATOR = Person(id=3, first_name="Ольга")
_LONG = Person(id=2, first_name="🦊" * 64, last_name="🦊" * 64)


def _difference(kind: DifferenceKind, **more: object) -> Difference:
    usual: dict[str, object] = {"charge_id": "🦊" * 100, "person_id": 2, "amount": 10_000, "order_number": 10**15}
    return Difference(kind=kind, **(usual | more))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", DifferenceKind)
def test_however_many_there_are_they_fit_into_one_message(language: str, kind: DifferenceKind) -> None:
    """The first ten are named, the others counted."""
    differences = [_difference(kind)] * 12

    text = differences_message(_OPERATOR, texts_in(language), differences, {2: _LONG}).text

    assert utf16_length(text) <= 4_096
    assert (text.count("10\N{NO-BREAK SPACE}000" if language == "ru" else "10,000"), "2 " in text) == (10, True)


def test_somebody_the_bot_has_never_met_has_a_number() -> None:
    text = differences_message(_OPERATOR, texts_in("ru"), [_difference(DifferenceKind.NOT_THERE, charge_id="stx1")], {})

    assert text.text == (
        "Сверка звёзд с Telegram\n\n"
        "10\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}⭐ · 2 · заказ №1000000000000000\n"
        "У бота этот платёж есть, а в списке Telegram его нет.\nstx1"
    )
