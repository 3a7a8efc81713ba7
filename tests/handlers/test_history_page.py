"""What the history says, and how long readings are cut into messages."""

from dataclasses import replace

import pytest
from aiogram.utils.formatting import Bold, Text

from desk.ports import RecordedFact
from handlers.history.brief import brief_messages
from handlers.history.packing import ENTITIES_MOST, LENGTH_MOST, packed
from handlers.history.timeline import ON_A_PAGE, history_page
from handlers.texts import LANGUAGES
from orders import facts as f
from orders.commands import Saying
from orders.content import Answer, Content, utf16_length
from orders.money import Money
from orders.order import CancelReason, Ending, Item, Option
from orders.status import Side
from tests.handlers.screens import reader, somebody
from tests.orders.builders import DAY, HOUR, NOW, content, ended, in_progress, option, photo


def recorded(*facts: f.Fact, apart: int = HOUR) -> tuple[RecordedFact, ...]:
    """These facts, one every hour."""
    return tuple(RecordedFact(index + 1, 12, NOW + index * apart, fact) for index, fact in enumerate(facts))


def words_of(text: Text) -> str:
    """As the person reads it."""
    return text.render()[0]


def test_a_short_history_is_one_page() -> None:
    """Numbered, with when it was and how long it took, oldest first."""
    order = replace(ended(), placed_at=NOW, ended_at=NOW + 2 * HOUR)
    facts = recorded(
        f.WorkStarted(NOW + DAY),
        f.WorkDelivered(content("Готово", photo()), 1, NOW + 3 * DAY),
        f.OrderEnded(Ending.ACCEPTED),
    )
    text, rows = history_page(reader(), order, facts)
    assert words_of(text) == (
        "История заказа №12\nA logo for your shop\n\n"
        "1. 3 марта, 15:00\nПродавец приступил к работе. Сдать: до 4 марта, 15:00\n\n"
        "2. 3 марта, 16:00, спустя 1 ч.\nПродавец сдал работу, сдача 1. Проверить: до 6 марта, 15:00\n"
        "Готово\n1 файл\n\n"
        "3. 3 марта, 17:00, спустя 1 ч.\nПокупатель принял работу\n\n"
        "Всего от оформления до конца: 2 ч.\n\n"
        "Кнопка с номером покажет запись целиком, с файлами."
    )
    assert [[button.text for button in row] for row in rows] == [
        ["2"],
        [],
        ["Скачать HTML", "Скачать JSON"],
        ["Открыть заказ №12"],
    ]


def test_a_long_history_opens_at_its_newest_page() -> None:
    """And can be walked through to both ends, and not beyond."""
    facts = recorded(*[f.Said(Side.BUYER, Saying.MESSAGE, content(f"№ {n}")) for n in range(ON_A_PAGE + 1)])
    newest, rows = history_page(reader(), in_progress(), facts)
    assert f"№ {ON_A_PAGE}" in words_of(newest)
    assert "№ 0" not in words_of(newest)
    assert [button.text for button in rows[-3]] == ["‹ Раньше"]
    oldest, rows = history_page(reader(), in_progress(), facts, 0)
    assert "№ 0" in words_of(oldest)
    assert [button.text for button in rows[-3]] == ["Позже ›"]
    assert words_of(history_page(reader(), in_progress(), facts, 10**9)[0]) == words_of(newest)
    assert words_of(history_page(reader(), in_progress(), facts, -1)[0]) == words_of(oldest)


ITEMS = tuple(Item(number=10**6 + n, text="😀" * 75) for n in range(20))
LONG = Content(text="😀" * 2_000, files=(photo(),))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "fact",
    [
        f.WorkDelivered(LONG, 1_000, NOW),
        f.WorkReturned(LONG, NOW),
        f.Said(Side.SELLER, Saying.INTERIM_RESULT, LONG),
        f.CancellationRequested(Side.BUYER, CancelReason.MISMATCH, "😀" * 1_000, NOW),
        f.StepPutOff(f.Step.ANSWER_EXPIRY, NOW, is_warned=False),
        f.InformationRequested(ITEMS),
        f.InformationAnswered(ITEMS, LONG, left=0),
        f.InformationClosed(ITEMS, left=0),
        f.RequestsClosed(options=(), wait=True, information=ITEMS),
    ],
    ids=lambda fact: type(fact).__name__,
)
def test_the_longest_page_fits_a_message(fact: f.Fact, language: str) -> None:
    """With everything as long as it can be, in characters that count two."""
    order = in_progress()
    order = replace(order, number=10**9, terms=replace(order.terms, title="😀" * 70))
    text, _ = history_page(reader(language), order, recorded(*[fact] * ON_A_PAGE * 20, apart=3 * DAY + HOUR))
    words, entities = text.render()
    assert utf16_length(words) <= LENGTH_MOST
    assert len(entities) <= ENTITIES_MOST


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_options_ordered_with_a_gig_leave_the_page_its_length(language: str) -> None:
    """Their beginning is shown; the button with the number shows all of them."""
    options = tuple(Option(number=n, title="😀" * 70, price=Money(10**9, "RUB"), extra_days=60) for n in range(10))
    rest = [f.Said(Side.SELLER, Saying.INTERIM_RESULT, LONG)] * (ON_A_PAGE - 1)
    text, rows = history_page(
        reader(language), in_progress(), recorded(f.OrderPlaced(NOW, options=options), *rest, apart=3 * DAY + HOUR)
    )
    assert utf16_length(words_of(text)) <= LENGTH_MOST
    assert [button.text for button in rows[0]][:1] == ["1"]


def test_options_ordered_with_a_gig_are_told_one_a_line() -> None:
    """With price and days."""
    options = (option(), replace(option(2, extra_days=0), title="A banner"))
    text, _ = history_page(reader(), in_progress(), recorded(f.OrderPlaced(NOW, options=options)))
    assert (
        "\nПокупатель оформил заказ с опциями. Подтвердить: до 3 марта, 15:00\n"
        "A business card, 500\xa0₽, +2 дня\nA banner, 500\xa0₽, срок тот же" in words_of(text)
    )


def test_what_somebody_wrote_is_a_quotation_and_never_markup() -> None:
    """The words stand as they were written."""
    text, _ = history_page(
        reader(), in_progress(), recorded(f.Said(Side.BUYER, Saying.MESSAGE, content("<b>*жирно*</b>")))
    )
    words, entities = text.render()
    assert "<b>*жирно*</b>" in words
    assert [entity.type for entity in entities] == ["bold", "date_time", "blockquote"]


def test_pieces_share_messages_as_long_as_they_fit() -> None:
    """Nothing is lost, the order stays."""
    pieces = [Text(str(n) * 1_000) for n in range(9)]
    messages = packed(pieces)
    assert [len(words_of(message)) for message in messages] == [4_006, 4_006, 1_000]
    assert "".join(words_of(message) for message in messages).replace("\n", "") == "".join(map(words_of, pieces))


def test_a_piece_too_long_for_a_message_is_cut_between_characters() -> None:
    """Its formatting goes on in the next message."""
    messages = packed([Bold("a" + "😀" * 3_000)])
    assert "".join(map(words_of, messages)) == "a" + "😀" * 3_000
    assert all(utf16_length(words_of(message)) <= LENGTH_MOST for message in messages)
    assert all(message.render()[1][0].type == "bold" for message in messages)


def test_formatting_beyond_what_telegram_keeps_goes_into_the_next_message() -> None:
    """It would drop the hundred-and-first entity."""
    assert [len(message.render()[1]) for message in packed([Bold("a")] * 150)] == [100, 50]


def test_the_brief_is_read_question_by_question_with_files_in_place() -> None:
    """Words share a message; an answer's files follow it at once; links in an answer stay links."""
    link = {"type": "text_link", "offset": 0, "length": 4, "url": "https://example.org/"}
    order = replace(
        in_progress(),
        brief=(
            Answer("Цвет?", content("Зелёный")),
            Answer("Пример?", Content(text="Вот такой", entities=(link,), files=(photo("a"), photo("b")))),
            Answer("Ещё?", content("Нет")),
        ),
    )
    said = [*brief_messages(somebody(), reader().texts, order)]
    assert [type(call).__name__ for call in said] == [
        "SendMessage", "SendPhoto", "SendPhoto", "SendMessage", "SendMessage",
    ]  # fmt: skip
    first, last = said[0].model_dump(), said[3].model_dump()  # type: ignore[union-attr]
    assert first["text"] == (
        "Задание заказа №12\nA logo for your shop\nThree drafts, one of them finished with care.\n\n"
        "Цвет?\nЗелёный\n\nПример?\nВот такой\n2 файла"
    )
    assert "https://example.org/" in [entity["url"] for entity in first["entities"]]
    assert last["text"] == "Ещё?\nНет"
