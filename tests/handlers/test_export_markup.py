"""People's words in HTML: their formatting is kept, and nothing they write is markup."""

import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.history.export_markup import element, formatted

KINDS = (
    "bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "blockquote", "expandable_blockquote",
    "text_link", "url", "email", "text_mention", "mention", "hashtag", "custom_emoji", "date_time", "what comes next",
)  # fmt: skip


def entity(kind: str, offset: int, length: int, **more: object) -> dict[str, Any]:
    """As Telegram gives it."""
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("bold", "<b>слово</b>"),
        ("italic", "<i>слово</i>"),
        ("underline", "<u>слово</u>"),
        ("strikethrough", "<s>слово</s>"),
        ("spoiler", '<span class="spoiler">слово</span>'),
        ("code", "<code>слово</code>"),
        ("pre", "<pre>слово</pre>"),
        ("blockquote", "<blockquote>слово</blockquote>"),
        ("expandable_blockquote", "<blockquote>слово</blockquote>"),
        ("mention", "слово"),
        ("hashtag", "слово"),
        ("what comes next", "слово"),
    ],
)
def test_formatting_is_kept(kind: str, shown: str) -> None:
    """What only Telegram can follow is plain text."""
    assert formatted("это слово.", [entity(kind, 4, 5)]) == f"это {shown}."


def test_offsets_count_as_telegram_counts() -> None:
    """An emoji is two units."""
    assert formatted("😀😀 да", [entity("bold", 2, 2)]) == "😀<b>😀</b> да"


def test_formatting_in_formatting_is_nested() -> None:
    """Outer ones outside, whatever order they come in; of two that cross, the later is cut."""
    assert formatted("абвг", [entity("italic", 1, 1), entity("bold", 0, 3)]) == "<b>а<i>б</i>в</b>г"
    assert formatted("абвг", [entity("italic", 1, 3), entity("bold", 0, 2)]) == "<b>а<i>б</i></b>вг"


@pytest.mark.parametrize(
    "url", ["https://example.org/?a=1&b='2'", "http://example.org", "HTTPS://EXAMPLE.ORG", "mailto:a@example.org"]
)
def test_links_lead_where_they_say(url: str) -> None:
    """Escaped, and without telling where the reader comes from."""
    found = re.fullmatch(r'<a href="([^"<>]*)" rel="noopener noreferrer nofollow">тут</a>', formatted(
        "тут", [entity("text_link", 0, 3, url=url)]
    ))  # fmt: skip
    assert found is not None
    assert unescape(found[1]) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)",
        "\x01javascript:1",
        "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "tg://user?id=1", "//x", "",
        "https://x\njavascript:1",
    ],
)  # fmt: skip
def test_links_that_a_browser_would_run_are_plain_text(url: str) -> None:
    """Only web pages and letters can be opened."""
    assert formatted("тут", [entity("text_link", 0, 3, url=url)]) == "тут"


def test_a_bare_address_is_a_link() -> None:
    """People leave out the scheme."""
    assert 'href="https://example.org"' in formatted("example.org", [entity("url", 0, 11)])
    assert 'href="http://example.org"' in formatted("http://example.org", [entity("url", 0, 18)])
    assert formatted("javascript://x", [entity("url", 0, 14)]) == "javascript://x"


def test_a_mention_gives_no_account_away() -> None:
    """Messages are passed on without accounts, and so are files of them."""
    user = {"id": 77_777, "is_bot": False, "first_name": "Глеб"}
    assert formatted("Глеб", [entity("text_mention", 0, 4, user=user)]) == "Глеб"


def test_a_moment_is_a_moment() -> None:
    """As a program can read it; one that no calendar holds is text."""
    assert formatted("завтра", [entity("date_time", 0, 6, unix_time=0)]) == (
        '<time datetime="1970-01-01T00:00:00+00:00">завтра</time>'
    )
    assert formatted("завтра", [entity("date_time", 0, 6, unix_time=10**18)]) == "завтра"


def test_attributes_are_escaped() -> None:
    """No value ends its attribute."""
    assert element("p", "<i>", title='"><script>') == '<p title="&quot;&gt;&lt;script&gt;">&lt;i&gt;</p>'


_URLS = st.sampled_from(["https://example.org/\"'<>", "javascript:alert(1)", '"><script>'])
_ENTITIES = st.builds(
    entity, st.sampled_from(KINDS), st.integers(-3, 40), st.integers(-3, 40), url=_URLS, unix_time=st.integers()
)


@given(text=st.text("a<>&\"'😀\n ", max_size=30), entities=st.lists(_ENTITIES, max_size=30))
def test_whatever_the_entities_the_words_are_whole(text: str, entities: list[dict[str, Any]]) -> None:
    """Also with entities that no honest client sends: every word once, in order, every element closed."""
    html = formatted(text, entities)
    tags = re.findall(r"<[^>]*>", html)
    open_tags: list[str] = []
    for tag in tags:
        name = re.match(r"</?([a-z]+)", tag)
        assert name is not None
        if tag.startswith("</"):
            assert open_tags.pop() == name[1]
        else:
            open_tags.append(name[1])
            assert name[1] in {"b", "i", "u", "s", "span", "code", "pre", "blockquote", "a", "time"}
    assert open_tags == []
    words = unescape(re.sub(r"<[^>]*>", "", html))
    # An entity may begin in the middle of an emoji, which then has no halves that could be shown.
    assert words.replace("\ufffd", "") == text or "\ufffd" in words
