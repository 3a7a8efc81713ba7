"""However long a quick reply and whatever is in it: its screens are messages and buttons that Telegram takes."""

import pytest

from handlers.quick_replies.screens import Shown, choice, examples, kept_list, kept_reply, question, removal, sent
from handlers.texts import LANGUAGES, texts_in
from orders.content import Content, utf16_length
from orders.quick_reply import QUICK_REPLIES_MAX, QUICK_REPLY_TEXT, QuickReply, check_quick_reply, filled
from tests.orders.builders import in_progress

LONGEST = [
    "{имя}" * (QUICK_REPLY_TEXT[1] // 5),
    "{name}" * (QUICK_REPLY_TEXT[1] // 6),
    "\N{GRINNING FACE}" * (QUICK_REPLY_TEXT[1] // 2),
    "8 900 123-45-67",
    "\n".join("x" * (QUICK_REPLY_TEXT[1] // 2)),
]
NAME = "\N{GRINNING FACE}" * 64


def assert_fits(shown: Shown) -> None:
    """A message, each of whose buttons has words and data within bounds."""
    text, rows = shown
    assert 0 < utf16_length(text.render()[0]) <= 4_096
    for row in rows:
        for button in row:
            assert 0 < utf16_length(button.text) <= 64
            assert button.callback_data is not None
            assert len(button.callback_data.encode()) <= 64


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", LONGEST)
def test_every_screen_fits(language: str, text: str) -> None:
    """Twenty of the longest, with ids as large as they get."""
    texts = texts_in(language)
    content = check_quick_reply(Content(text=text))
    replies = tuple(QuickReply(id=10**9 + n, person_id=1, content=content) for n in range(QUICK_REPLIES_MAX))
    order = in_progress()
    assert_fits(kept_list(texts, replies, texts("quick-examples-added")))
    assert_fits(kept_reply(texts, replies, replies[-1], texts("quick-saved")))
    assert_fits(removal(texts, replies[0]))
    assert_fits((question(texts, replies[0]), ()))
    assert_fits(choice(texts, order, NAME, replies, 10**12))
    whole = filled(content, name=NAME, number=order.number)
    for length in (4_096, 3_800, 100):
        assert_fits(sent(texts, order, Content(text=(whole.text * 50)[: length // 2])))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_are_quick_replies(language: str) -> None:
    """They may be kept, use both placeholders, and read well with them filled."""
    kept = [check_quick_reply(example) for example in examples(texts_in(language))]
    assert len(kept) == 3
    for content in kept:
        read = filled(content, name="Анна", number=12).text
        assert "Анна" in read
        assert "12" in read
        assert "{" not in read
