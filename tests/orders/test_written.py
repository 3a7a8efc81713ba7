"""What people write: prices, titles, descriptions, questions, terms; and what is made of bad input."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from orders.content import Content, utf16_length
from orders.gig import parse_description, parse_preset_title, parse_questions, parse_term, parse_title
from orders.money import PRICE_MAX_MAJOR, Money, digits, parse_price, price_max
from orders.refusals import (
    DescriptionLength,
    PresetTitleTaken,
    PriceNotUnderstood,
    PriceOutOfRange,
    QuestionLength,
    Refusal,
    TermNotUnderstood,
    TermOutOfRange,
    TitleLength,
    TooManyPresets,
    TooManyQuestions,
)
from tests.orders.builders import content, photo, preset, terms

ARABIC_1500 = "\u0661\u0665\u0660\u0660"
NO_BREAK = "\u00a0"
THIN = "\u2009"
ENTRIES = st.one_of(
    st.text(),
    st.text(alphabet="0123456789 .,-+eE₽$€рубр\n\u0661\u00b2\u2460⭐"),
    st.integers(-(10**13), 10**13).map(str),
    st.decimals(allow_nan=True, allow_infinity=True).map(str),
)

# --- price ---


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1500", 150_000),
        (" 1500 ", 150_000),
        ("1 500,50 ₽", 150_050),
        (f"1{NO_BREAK}500,5{THIN}₽", 150_050),
        ("1500.05", 150_005),
        ("1500 руб.", 150_000),
        ("1500 рублей", 150_000),
        ("3 рубля", 300),
        ("1 рубль", 100),
        ("1500р", 150_000),
        ("1500 р.", 150_000),
        ("1500 RUB", 150_000),
        ("₽1500", 150_000),
        ("1", 100),
        ("1,00", 100),
        ("10000000", 1_000_000_000),
        ("10 000 000,00 руб", 1_000_000_000),
        (ARABIC_1500, 150_000),
    ],
)
def test_a_price_is_read_as_people_write_it(text: str, amount: int) -> None:
    """With blanks of all kinds, comma or point, and the currency's sign or name."""
    assert parse_price(text, "RUB") == Money(amount, "RUB")


@pytest.mark.parametrize(("text", "stars"), [("150", 150), ("1 500 ⭐", 1_500), ("1500 ⭐️", 1_500), ("7 XTR", 7)])
def test_a_price_in_stars_is_whole(text: str, stars: int) -> None:
    """Stars have no hundredths."""
    assert parse_price(text, "XTR") == Money(stars, "XTR")
    with pytest.raises(PriceOutOfRange, match="10000"):
        parse_price("10001", "XTR")  # Telegram's own bound of an invoice
    assert (digits("XTR"), digits("JPY"), digits("RUB"), digits("USD")) == (0, 0, 2, 2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "дорого",
        "₽",
        "-5",
        "+5",
        "1e5",
        "1,505",
        "1.2.3",
        "1 500,50,50",
        ",50",
        "5,",
        "0x10",
        "NaN",
        "inf",
        "\u00b2",  # ²: a superscript
        "1\u00b2",
        "\u2460",  # ①
        "½",
        "5-6",
        "100%",
    ],
)
def test_what_is_not_a_number_is_no_price(text: str) -> None:
    """Words, signs, exponents, superscripts, three digits after the point."""
    with pytest.raises(PriceNotUnderstood) as caught:
        parse_price(text, "RUB")
    assert caught.value == PriceNotUnderstood("RUB")


@pytest.mark.parametrize("text", ["1,5", "1.0", "0,5"])
def test_half_a_star_is_no_price(text: str) -> None:
    """Nothing follows the point where the currency has no smaller unit."""
    with pytest.raises(PriceNotUnderstood):
        parse_price(text, "XTR")


@pytest.mark.parametrize(
    "text", ["0", "0,00", "0.99", "000", "10000000,01", "10000001", str(10**12), "1 000 000 000 000 ₽", "9" * 5_000]
)
def test_a_price_out_of_range_is_refused_with_the_range(text: str) -> None:
    """Nothing, less than one, a million millions, five thousand digits."""
    with pytest.raises(PriceOutOfRange) as caught:
        parse_price(text, "RUB")
    assert caught.value == PriceOutOfRange(1, PRICE_MAX_MAJOR, "RUB")


@given(st.integers(1, PRICE_MAX_MAJOR - 1), st.integers(0, 99), st.sampled_from([" ", "", NO_BREAK, "_", "'"]))
def test_every_price_written_out_is_read_back(whole: int, cents: int, blank: str) -> None:
    """With thousands apart or not."""
    written = f"{whole:,}".replace(",", blank)
    assert parse_price(f"{written},{cents:02} ₽", "RUB") == Money(whole * 100 + cents, "RUB")
    assert parse_price(written, "JPY") == Money(whole, "JPY")


@given(ENTRIES, st.sampled_from(["RUB", "XTR", "JPY", "USD"]))
@example("9" * 10_000, "RUB")
@example("1," + "0" * 10_000, "RUB")
def test_any_text_is_a_price_within_the_range_or_refused(text: str, currency: str) -> None:
    """Never anything else."""
    try:
        price = parse_price(text, currency)
    except Refusal as refusal:
        answer: object = refusal
    else:
        answer = price
        unit = 10 ** digits(currency)
        assert price.currency == currency
        assert unit <= price.amount <= price_max(currency) * unit
    assert isinstance(answer, Money | PriceNotUnderstood | PriceOutOfRange)


# --- title, description, questions ---


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("SEO", "SEO"),
        ("  Лого   за\nдень ", "Лого за день"),
        ("x" * 70, "x" * 70),
        ("😀" * 3, "😀" * 3),
        ("<b>*_[x](y)", "<b>*_[x](y)"),
    ],
)
def test_a_title_is_one_line_as_written(text: str, title: str) -> None:
    """Blanks and line breaks become single blanks; markup stays what it is: letters."""
    assert parse_title(text) == title


@pytest.mark.parametrize(
    ("text", "length"),
    [("", 0), ("  \n ", 0), ("ab", 2), (" a ", 1), ("x" * 71, 71), ("x" * 5_000, 5_000)],
)
def test_a_title_out_of_bounds_is_refused_with_its_length(text: str, length: int) -> None:
    """Nothing, too short, 5,000 characters."""
    with pytest.raises(TitleLength) as caught:
        parse_title(text)
    assert caught.value == TitleLength(3, 70, length)


@pytest.mark.parametrize("text", ["x" * 20, "x" * 3_000, "Two lines\n\n  of what is sold"])
def test_a_description_keeps_its_lines(text: str) -> None:
    """Only the blanks around it go."""
    assert parse_description(f" \n{text}\n ") == text


@pytest.mark.parametrize(("length", "text"), [(0, " \n "), (19, "x" * 19), (3_001, "x" * 3_001)])
def test_a_description_out_of_bounds_is_refused_with_its_length(length: int, text: str) -> None:
    """20 to 3,000 characters."""
    with pytest.raises(DescriptionLength) as caught:
        parse_description(text)
    assert caught.value == DescriptionLength(20, 3_000, length)


def test_questions_are_lines_and_blank_lines_do_not_count() -> None:
    """Windows line ends and blanks within a line too."""
    assert parse_questions("\n Which colour? \r\n\r\n \t\nWhat   size?\n\n") == ("Which colour?", "What size?")
    assert parse_questions("\n".join(["?"] * 20)) == ("?",) * 20
    assert parse_questions("x" * 300) == ("x" * 300,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", TooManyQuestions(1, 20, 0)),
        (" \n\n ", TooManyQuestions(1, 20, 0)),
        ("?\n" * 21, TooManyQuestions(1, 20, 21)),
        ("Short?\n" + "x" * 301, QuestionLength(1, 300, 301)),
    ],
)
def test_questions_out_of_bounds_are_refused(text: str, expected: Refusal) -> None:
    """None, too many, too long."""
    with pytest.raises(Refusal) as caught:
        parse_questions(text)
    assert caught.value == expected


# --- options that a gig has ready ---


def test_the_title_of_an_option_is_read_like_a_gigs() -> None:
    """3 to 70 characters, on one line."""
    assert parse_preset_title("  A   banner\n", (preset(),)) == "A banner"
    with pytest.raises(Refusal) as caught:
        parse_preset_title("ab", ())
    assert caught.value == TitleLength(3, 70, 2)


@pytest.mark.parametrize("text", ["A business card", "a BUSINESS  card"])
def test_two_options_of_a_gig_have_different_titles(text: str) -> None:
    """People tell them apart by their titles."""
    with pytest.raises(PresetTitleTaken):
        parse_preset_title(text, (preset("A banner"), preset()))


def test_a_gig_has_ten_options_at_most() -> None:
    """The tenth is still taken."""
    some = tuple(preset(f"Option {number}") for number in range(10))
    assert parse_preset_title("One more", some[:9]) == "One more"
    with pytest.raises(Refusal) as caught:
        parse_preset_title("One more", some)
    assert caught.value == TooManyPresets(0, 10, 11)


# --- term ---


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1", 1),
        ("60", 60),
        (" 7 ", 7),
        ("7 дней", 7),
        ("3 дня", 3),
        ("1 День", 1),
        ("5 дн.", 5),
        ("5 д.", 5),
        ("2 days", 2),
        ("1 day", 1),
        ("2 суток", 2),
        (f"7{NO_BREAK}дней", 7),
    ],
)
def test_a_term_is_whole_days_with_or_without_the_word(text: str, days: int) -> None:
    """As people write it."""
    assert parse_term(text) == days


@pytest.mark.parametrize("text", ["0", "00", "61", "0 дней", "61 day", "100", str(10**12), "9" * 5_000])
def test_a_term_out_of_range_is_refused_with_the_range(text: str) -> None:
    """0 and 61 first of all."""
    with pytest.raises(TermOutOfRange) as caught:
        parse_term(text)
    assert caught.value == TermOutOfRange(1, 60)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "неделя",
        "1.5",
        "1,5",
        "-1",
        "+1",
        "1 week",
        "5 6",
        "5 дней ровно",
        "\u00b2",
        "\u0665",
        "дней",
        "1e1",
        ".",
    ],
)
def test_what_is_not_a_number_of_days_is_no_term(text: str) -> None:
    """Words, halves, weeks, superscripts, digits of other scripts."""
    with pytest.raises(TermNotUnderstood) as caught:
        parse_term(text)
    assert caught.value == TermNotUnderstood(1, 60)


def test_a_term_is_exact_seconds() -> None:
    """A day is 86,400 of them."""
    assert terms(term_days=1).term == 86_400
    assert terms(term_days=60).term == 60 * 86_400


@given(ENTRIES)
def test_any_text_is_a_term_within_the_range_or_refused(text: str) -> None:
    """Never anything else."""
    try:
        answer: object = parse_term(text)
    except Refusal as refusal:
        answer = refusal
    assert answer in range(1, 61) or type(answer) in {TermNotUnderstood, TermOutOfRange}


@given(st.text(max_size=400))
@pytest.mark.parametrize("parse", [parse_title, parse_description])
def test_any_text_is_within_bounds_and_trimmed_or_refused(parse: Callable[[str], str], text: str) -> None:
    """What was read reads the same again."""
    try:
        read = parse(text)
    except Refusal as refusal:
        answer: object = refusal
    else:
        answer = read
        assert parse(read) == read == read.strip()
    assert isinstance(answer, str | TitleLength | DescriptionLength)


@given(st.text() | st.lists(st.text(max_size=310), max_size=25).map("\n".join))
def test_any_text_is_a_list_of_questions_or_refused(text: str) -> None:
    """One to twenty lines that say something."""
    try:
        questions = parse_questions(text)
    except Refusal as refusal:
        answer: object = refusal
    else:
        answer = questions
        assert 1 <= len(questions) <= 20
        assert all(1 <= len(question) <= 300 and question == question.strip() for question in questions)
        assert parse_questions("\n".join(questions)) == questions
    assert isinstance(answer, tuple | TooManyQuestions | QuestionLength)


# --- content ---


@pytest.mark.parametrize(
    ("text", "length"), [("", 0), ("abc", 3), ("Привет", 6), ("😀", 2), ("e\u0301", 2), ("👨‍👩‍👧", 8)]
)
def test_length_is_counted_as_telegram_counts_it(text: str, length: int) -> None:
    """UTF-16 units: an emoji is two."""
    assert utf16_length(text) == length


@given(st.text())
def test_a_length_counts_one_a_character_and_two_beyond_the_first_plane(text: str) -> None:
    """Character by character."""
    assert utf16_length(text) == sum(2 if ord(character) > 0xFFFF else 1 for character in text)


def test_content_is_empty_without_words_and_files() -> None:
    """Blanks are no words; a file alone is something."""
    assert [part.is_empty for part in (Content(), content(" \n"), content("x"), content("", photo()))] == [
        True,
        True,
        False,
        False,
    ]
