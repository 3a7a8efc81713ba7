"""Bounds of what people write to each other inside an order."""

from orders.content import Content, utf16_length, visible
from orders.refusals import (
    DeliveryNeedsText,
    EmptyMessage,
    ExplanationLength,
    RemarksNeeded,
    TextTooLong,
    TooManyFiles,
)

EXPLANATION = (20, 1000)
#: A hand-over's text goes out as one Telegram message, which holds 4,096 UTF-16 units.
HANDOVER_TEXT_MAX = 4_096
HANDOVER_FILES_MAX = 100


def check_explanation(text: str) -> str:
    """Raises: ExplanationLength."""
    explanation = visible(text)
    if not EXPLANATION[0] <= len(explanation) <= EXPLANATION[1]:
        raise ExplanationLength(*EXPLANATION, len(explanation))
    return explanation


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


def _check_size(content: Content) -> Content:
    if utf16_length(content.text) > HANDOVER_TEXT_MAX:
        raise TextTooLong(1, HANDOVER_TEXT_MAX, utf16_length(content.text))
    if len(content.files) > HANDOVER_FILES_MAX:
        raise TooManyFiles(0, HANDOVER_FILES_MAX, len(content.files))
    return content
