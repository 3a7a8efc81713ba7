"""HTML in which nobody's words can be markup: elements are built, and every plain string in them is escaped."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from orders.content import utf16_length


class Html(str):
    """Ready HTML. Only this module makes it of anything else."""

    __slots__ = ()


#: What people may link to: nothing that a browser would run, or open in a program of its own.
_LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)
_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "span",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
_EMPTY = frozenset({"meta"})
#: How deep formatting lies in formatting; what lies deeper is plain.
_DEEPEST = 20


def element(tag: str, *inner: str, **attributes: str) -> Html:
    """One element. A plain string in it is text; an attribute's name is written with `_` after it where Python has
    that word, and in place of hyphens."""
    written = "".join(f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"' for name, value in attributes.items())
    if tag in _EMPTY:
        return Html(f"<{tag}{written}>")
    return Html(f"<{tag}{written}>{together(inner)}</{tag}>")


def together(parts: Iterable[str]) -> Html:
    """One after the other."""
    return Html("".join(part if isinstance(part, Html) else escape(part) for part in parts))


def stylesheet(css: str) -> Html:
    """Our own, as it is."""
    return Html(f"<style>\n{css}</style>")


def document(language: str, head: Html, body: Html) -> str:
    """The whole page."""
    return f"<!doctype html>\n{element('html', head, body, lang=language)}\n"


@dataclass(frozen=True, slots=True)
class _Span:
    """One entity inside the text; bounds in UTF-16 units."""

    start: int
    end: int
    entity: Mapping[str, object]


def formatted(text: str, entities: Iterable[Mapping[str, object]] = ()) -> Html:
    """A text with Telegram's formatting. Entities that lie outside it are passed over, crossing ones are cut."""
    units = text.encode("utf-16-le", "surrogatepass")
    spans = sorted(_spans(entities, utf16_length(text)), key=lambda span: (span.start, -span.end))
    return together(_pieces(units, spans, 0, utf16_length(text), 0))


def _spans(entities: Iterable[Mapping[str, object]], length: int) -> Iterator[_Span]:
    for entity in entities:
        offset, size = entity.get("offset"), entity.get("length")
        if isinstance(offset, int) and isinstance(size, int) and 0 <= offset < min(offset + size, length):
            yield _Span(offset, min(offset + size, length), entity)


def _pieces(units: bytes, spans: list[_Span], start: int, end: int, depth: int) -> Iterator[str]:
    """The text between two bounds; `spans` begin inside them, outer ones first."""
    at = start
    while spans and depth < _DEEPEST:
        outer = spans[0]
        stop = min(outer.end, end)
        inside = [span for span in spans[1:] if span.start < stop]
        spans = spans[1 + len(inside) :]
        yield _words(units, at, outer.start)
        inner = together(_pieces(units, inside, outer.start, stop, depth + 1))
        yield _applied(outer.entity, inner, _words(units, outer.start, stop))
        at = stop
    yield _words(units, at, end)


def _words(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", "replace")


def _applied(entity: Mapping[str, object], inner: Html, words: str) -> Html:  # noqa: PLR0911 - one case a kind
    kind = entity.get("type")
    match kind:
        case "text_link":
            return _link(str(entity.get("url")), inner)
        case "url":
            return _link(words if "://" in words else f"https://{words}", inner)
        case "email":
            return _link(f"mailto:{words}", inner)
        case "date_time":
            at = entity.get("unix_time")
            return _time(at, inner) if isinstance(at, int) else inner
        case "spoiler":
            return element("span", inner, class_="spoiler")
        case str() if kind in _TAGS:
            return element(_TAGS[kind], inner)
        case _:
            return inner


def _time(at: int, inner: Html) -> Html:
    try:
        moment = datetime.fromtimestamp(at, UTC).isoformat()
    except (OverflowError, ValueError, OSError):
        return inner
    return element("time", inner, datetime=moment)


def _link(url: str, inner: Html) -> Html:
    if _LINK.fullmatch(url) is None:
        return inner
    return element("a", inner, href=url, rel="noopener noreferrer nofollow")
