"""Edits as their reader gets them, where the words do not fit where they would belong."""

from aiogram.methods import EditMessageCaption, EditMessageText, SendMessage

from desk.room import RoomMessage
from handlers.notices import CAPTION_MAX, corrected_message
from orders.commands import Saying
from orders.content import utf16_length
from orders.facts import SaidEdited
from orders.status import Side
from tests.handlers.screens import reader, somebody
from tests.orders.builders import content, in_progress, photo

HEADING = "💬 Сергей · заказ №12 «A logo for your shop» · ✏️ изменено"


def corrected(text: str, part: int) -> EditMessageText | EditMessageCaption | SendMessage:
    """An edit of a picture, of which the words (part 0) or itself (part 1) stand in the reader's chat."""
    fact = SaidEdited(Side.BUYER, 1, Saying.MESSAGE, content(text, photo()))
    copy = RoomMessage(person_id=11, message_id=5, order_number=12, fact_id=1, part=part)
    return corrected_message(reader(), in_progress(), Side.SELLER, fact, [copy], somebody())


def test_words_that_a_picture_gets_only_now_become_its_caption() -> None:
    """With the mark, as long as both fit."""
    method = corrected("Подпись", part=1)
    assert isinstance(method, EditMessageCaption)
    assert method.caption == "Подпись\n\n✏️ изменено"
    method = corrected("x" * CAPTION_MAX, part=1)
    assert isinstance(method, EditMessageCaption)
    assert method.caption == "x" * CAPTION_MAX


def test_words_too_long_for_a_caption_become_a_message() -> None:
    """People with Premium write longer captions than a bot may give a picture."""
    method = corrected("x" * (CAPTION_MAX + 1), part=1)
    assert isinstance(method, SendMessage)
    assert method.text.startswith(HEADING)
    assert method.text.endswith("x" * (CAPTION_MAX + 1))


def test_the_longest_words_fit_without_heading_and_mark() -> None:
    """Nothing is cut off."""
    for part in (0, 1):
        method = corrected("x" * 4_096, part)
        assert isinstance(method, EditMessageText | SendMessage)
        assert method.text == "x" * 4_096
        assert utf16_length(method.text) <= 4_096
