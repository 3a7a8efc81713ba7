"""Quick replies: what may be kept, and how it reads in an order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.content import Content, utf16_length
from orders.quick_reply import check_quick_reply, filled, has_placeholders
from orders.refusals import QuickReplyLength, Refusal, TextExpected, UnknownPlaceholder
from tests.orders.builders import content, photo

#: Parts of a text: words, and placeholders in both languages.
PARTS = st.lists(
    st.sampled_from(["{имя}", "{name}", "{заказ}", "{order}", "{ Имя }"])
    | st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]), max_size=8)
)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def read(text: str, name: str = "Анна", number: int = 12) -> str:
    """As the other side reads it."""
    return filled(content(text), name=name, number=number).text


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("Здравствуйте, {имя}!", "Здравствуйте, Анна!"),
        ("Hello {name}, order {order}", "Hello Анна, order 12"),
        ("{Имя}, заказ №{ ЗАКАЗ }", "Анна, заказ №12"),
        ("{имя}{имя}", "АннаАнна"),
        ("Скобка { одна", "Скобка { одна"),
        ("Пары } нет {", "Пары } нет {"),
        ("{имя", "{имя"),
        ("Без всего", "Без всего"),
    ],
)
def test_placeholders_are_filled(text: str, reads: str) -> None:
    """In either language, in capitals or not."""
    assert check_quick_reply(content(text)) == content(text)
    assert read(text) == reads
    assert has_placeholders(content(text)) == (text != reads)


def test_a_name_is_put_in_as_it_is() -> None:
    """What looks like a placeholder in it, or like markup, stays what it is."""
    assert read("{имя}: {заказ}", name="{заказ} <b>*_`{имя}") == "{заказ} <b>*_`{имя}: 12"


@pytest.mark.parametrize("word", ["{фамилия}", "{}", "{имя покупателя}", "{имя/заказ}", "{{имя} и {адрес}}"])
def test_an_unknown_placeholder_is_refused_by_its_name(word: str) -> None:
    """The buyer would read it as it stands."""
    unknown = "{адрес}" if "адрес" in word else word
    with pytest.raises(UnknownPlaceholder) as caught:
        check_quick_reply(content(f"Здравствуйте, {word}!"))
    assert caught.value == UnknownPlaceholder(unknown)


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (content(""), QuickReplyLength(1, 1_000, 0)),
        (content(" \n\N{ZERO WIDTH SPACE}"), QuickReplyLength(1, 1_000, 0)),
        (content("x" * 1_001), QuickReplyLength(1, 1_000, 1_001)),
        (content("\N{GRINNING FACE}" * 501), QuickReplyLength(1, 1_000, 1_002)),
        (content("Вот", photo()), TextExpected()),
    ],
)
def test_what_is_no_short_text_is_refused(words: Content, refusal: Refusal) -> None:
    """Counted as Telegram counts."""
    with pytest.raises(type(refusal)) as caught:
        check_quick_reply(words)
    assert caught.value.args == refusal.args
    assert getattr(caught.value, "actual", None) == getattr(refusal, "actual", None)


@pytest.mark.parametrize("text", ["x", "x" * 1_000, "\N{GRINNING FACE}" * 500])
def test_the_bounds_themselves_are_allowed(text: str) -> None:
    """One to a thousand."""
    assert check_quick_reply(content(text)).text == text


def bold(of: str, whole: str) -> dict[str, object]:
    """This part of a text in bold."""
    before = whole[: whole.index(of)]
    return {"type": "bold", "offset": utf16_length(before), "length": utf16_length(of)}


@pytest.mark.parametrize(
    ("formatted", "then"),
    [
        ("{имя}", "🦊Анна"),  # the placeholder itself
        ("имя", "🦊Анна"),  # the word in the braces
        ("ик, {имя}", "ик, 🦊Анна"),
        ("имя}: №{за", "🦊Анна: №12"),  # begins in one and ends in another
        ("Прив", "Прив"),
        ("конец", "конец"),
        ("Привет 🎉ик, {имя}: №{заказ} конец", "Привет 🎉ик, 🦊Анна: №12 конец"),
    ],
)
def test_formatting_moves_with_its_words(formatted: str, then: str) -> None:
    """In UTF-16 units, over emoji."""
    text = "Привет 🎉ик, {имя}: №{заказ} конец"
    entity = bold(formatted, text)
    words = filled(Content(text=text, entities=(entity,)), name="🦊Анна", number=12)
    assert words.text == "Привет 🎉ик, 🦊Анна: №12 конец"
    assert words.entities == (bold(then, words.text),)


def test_formatting_of_what_is_nothing_now_is_gone() -> None:
    """An entity of no length would be refused by Telegram."""
    words = Content(text="{имя}", entities=({"type": "bold", "offset": 0, "length": 5},))
    assert filled(words, name="", number=1) == Content()


@given(PARTS, NAMES, st.integers(1, 10**9), st.data())
def test_filling_is_the_parts_filled_one_by_one(parts: list[str], name: str, number: int, data: st.DataObject) -> None:
    """An independent way to the same; whatever is formatted from part to part covers the same parts after."""
    values = {"{имя}": name, "{name}": name, "{ Имя }": name, "{заказ}": str(number), "{order}": str(number)}
    then = [values.get(part, part) for part in parts]
    first = data.draw(st.integers(0, len(parts)))
    last = data.draw(st.integers(first, len(parts)))

    def span(of: list[str]) -> dict[str, object]:
        offset = utf16_length("".join(of[:first]))
        return {"type": "italic", "offset": offset, "length": utf16_length("".join(of[first:last]))}

    words = filled(Content(text="".join(parts), entities=(span(parts),)), name=name, number=number)
    assert words.text == "".join(then)
    assert words.entities == ((span(then),) if span(then)["length"] else ())
