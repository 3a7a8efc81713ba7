"""Bounds of what people write to each other inside an order."""

from orders.content import Content, FileKind, utf16_length, visible
from orders.refusals import (
    ArbiterQuestionLength,
    DeliveryNeedsText,
    EmptyMessage,
    ExplanationLength,
    OutOfBounds,
    ReasonLength,
    RemarksNeeded,
    ReviewLength,
    ReviewPhotoExpected,
    StatementLength,
    TextTooLong,
    TooManyFiles,
)

EXPLANATION = (20, 1000)
#: What is wrong, as a side tells the arbiter; why, as the arbiter tells both; what the arbiter asks them.
STATEMENT = (20, 1000)
REASON = (10, 1000)
ARBITERS_QUESTION = (10, 1000)
#: Why the end of an order is not to count, as its seller reads it.
VOID_REASON = (20, 1000)
#: A review and the answer to it are read on pages with others.
REVIEW_TEXT_MAX = 1_000
REVIEW_ANSWER = (1, REVIEW_TEXT_MAX)
#: A hand-over's text goes out as one Telegram message, which holds 4,096 UTF-16 units.
HANDOVER_TEXT_MAX = 4_096
HANDOVER_FILES_MAX = 100


def check_explanation(text: str) -> str:
    """Raises: ExplanationLength."""
    return _within(text, EXPLANATION, ExplanationLength)


def check_statement(text: str) -> str:
    """Raises: StatementLength."""
    return _within(text, STATEMENT, StatementLength)


def check_reason(text: str) -> str:
    """Raises: ReasonLength."""
    return _within(text, REASON, ReasonLength)


def check_void_reason(text: str) -> str:
    """Raises: ReasonLength."""
    return _within(text, VOID_REASON, ReasonLength)


def check_review(content: Content) -> Content:
    """At most a text and a photo; the text loses its formatting. Raises: ReviewPhotoExpected, ReviewLength."""
    if len(content.files) > 1 or any(file.kind is not FileKind.PHOTO for file in content.files):
        raise ReviewPhotoExpected
    words = visible(content.text)
    if utf16_length(words) > REVIEW_TEXT_MAX:
        raise ReviewLength(0, REVIEW_TEXT_MAX, utf16_length(words))
    return Content(text=words, files=content.files)


def check_review_answer(text: str) -> str:
    """Raises: ReviewLength."""
    words = visible(text)
    if not REVIEW_ANSWER[0] <= utf16_length(words) <= REVIEW_ANSWER[1]:
        raise ReviewLength(*REVIEW_ANSWER, utf16_length(words))
    return words


def check_arbiters_question(text: str) -> str:
    """Raises: ArbiterQuestionLength."""
    return _within(text, ARBITERS_QUESTION, ArbiterQuestionLength)


def check_delivery(content: Content) -> Content:
    """Raises: DeliveryNeedsText, TextTooLong, TooManyFiles."""
    if not visible(content.text):
        raise DeliveryNeedsText
    return _check_size(content)


def check_message(content: Content) -> Content:
    """Raises: EmptyMessage, TextTooLong, TooManyFiles."""
    if content.is_empty:
        raise EmptyMessage
    return _check_size(content)


def check_remarks(content: Content) -> Content:
    """Raises: RemarksNeeded, TextTooLong, TooManyFiles."""
    if not visible(content.text):
        raise RemarksNeeded
    return _check_size(content)


def check_note(content: Content) -> Content:
    """What a seller alone keeps with an order, which may be nothing. Raises: TextTooLong, TooManyFiles."""
    return _check_size(content)


def _within(text: str, bounds: tuple[int, int], refusal: type[OutOfBounds]) -> str:
    words = visible(text)
    if not bounds[0] <= len(words) <= bounds[1]:
        raise refusal(*bounds, len(words))
    return words


def _check_size(content: Content) -> Content:
    if utf16_length(content.text) > HANDOVER_TEXT_MAX:
        raise TextTooLong(1, HANDOVER_TEXT_MAX, utf16_length(content.text))
    if len(content.files) > HANDOVER_FILES_MAX:
        raise TooManyFiles(0, HANDOVER_FILES_MAX, len(content.files))
    return content
