"""A whole order as a page: one file that needs nothing else, without scripts, to be read, printed and kept."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from itertools import groupby
from zoneinfo import ZoneInfo

from aiogram.utils.formatting import Text
from babel.dates import format_datetime

from desk.ports import RecordedFact
from handlers.card import Reader, status_label
from handlers.history.alone import noted_alone
from handlers.history.export_markup import Html, document, element, formatted, stylesheet, together
from handlers.history.export_order import WholeOrder
from handlers.history.wording import option_words, quoted, told
from handlers.notices import content_of_fact
from handlers.texts import Texts
from handlers.wording import duration, price
from orders import facts as f
from orders.content import Attachment, Content
from orders.order import Order, Running
from orders.policy import MINUTE
from orders.status import Side

#: The browser itself is told that nothing is to be run or fetched.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_WHOLE = {"ru": "d MMMM y 'г'., HH:mm", "en": "d MMMM y, HH:mm"}
_DAY = {"ru": "EEEE, d MMMM y 'г'.", "en": "EEEE, d MMMM y"}


def html_page(whole: WholeOrder) -> str:
    """In the reader's language and zone."""
    texts, order = whole.reader.texts, whole.order
    number = texts.plain("card-number", number=str(order.number))
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", f"{number} · {order.terms.title}"),
        stylesheet(_css()),
    )
    main = element(
        "main", *_header(whole), _terms(texts, order), _brief(texts, order), _timeline(whole), _footer(whole)
    )
    return document(texts.language, head, element("body", main))


@cache
def _css() -> str:
    return files("handlers").joinpath("history", "export.css").read_text(encoding="utf-8")


def _header(whole: WholeOrder) -> Iterator[Html]:
    texts, order = whole.reader.texts, whole.order
    status = element("span", status_label(texts, order, whole.reader.now), class_=f"status {order.status}")
    number = element("span", texts.plain("card-number", number=str(order.number)))
    title = element("h1", order.terms.title, dir="auto")
    yield element("header", element("p", number, status, class_="number"), title)
    if order.ending is not None:
        yield element("p", texts.plain(f"ending-{order.ending.replace('_', '-')}"), class_="ending")
    yield element("dl", *(_named(name, value) for name, value in _summary(whole)))


def _named(name: str, value: str) -> Html:
    return element("div", element("dt", name), element("dd", value))


def _summary(whole: WholeOrder) -> Iterator[tuple[str, str]]:
    reader, order = whole.reader, whole.order
    texts = reader.texts
    for side in Side:
        name = whole.name(side) or texts.plain("somebody")
        yield texts.plain(f"history-{side}"), element("bdi", name, class_=side)
    yield texts.plain("export-price"), price(texts, order.terms.price)
    yield texts.plain("export-term"), texts.plain("duration-days", n=order.terms.term_days)
    if order.bought:
        lines = "\n".join(option_words(texts, option) for option in order.bought)
        yield texts.plain("export-options"), element("div", lines, class_="words", dir="auto")
    moments = {
        "placed": order.placed_at,
        "paid": order.paid_at,
        "started": order.started_at,
        "until": _clock_until(order),
        "ended": order.ended_at,
    }
    for name, at in moments.items():
        if at is not None:
            yield texts.plain(f"export-{name}"), _moment(reader, at)
    if order.ended_at is not None:
        yield texts.plain("export-took"), duration(texts, order.ended_at - order.placed_at)
    if order.returns:
        yield texts.plain("export-returns"), str(order.returns)


def _clock_until(order: Order) -> int | None:
    clock = order.clock if order.cancellation is None else order.cancellation.answer
    return clock.until if isinstance(clock, Running) else None


def _terms(texts: Texts, order: Order) -> Html:
    if not order.terms.description:
        return together(())
    description = element("div", order.terms.description, class_="words", dir="auto")
    return element("section", element("h2", texts.plain("export-description")), description)


def _brief(texts: Texts, order: Order) -> Html:
    answers = [
        element("div", element("h3", answer.question, dir="auto"), *_content(texts, answer.content), class_="answer")
        for answer in order.brief
    ] or [element("p", texts.plain("brief-without-questions"), class_="quiet")]
    return element("section", element("h2", texts.plain("export-brief")), *answers)


def _timeline(whole: WholeOrder) -> Html:
    reader, facts = whole.reader, whole.facts
    noted = noted_alone(whole.order, facts)
    days = groupby(range(len(facts)), key=lambda index: _day(reader, facts[index].at))
    shown = [
        part
        for day, entries in days
        for part in (
            element("h3", day, class_="day"),
            element("ol", *(_entry(reader, facts, index, is_noted=facts[index].id in noted) for index in entries)),
        )
    ]
    return element("section", element("h2", reader.texts.plain("export-timeline")), *shown, class_="timeline")


def _entry(reader: Reader, facts: tuple[RecordedFact, ...], index: int, *, is_noted: bool) -> Html:
    """When it was, how long after the one before, what happened, and all that was said and handed over."""
    texts, recorded = reader.texts, facts[index]
    local = _local(recorded.at, reader.zone)
    when: list[str] = [element("time", f"{local:%H:%M}", datetime=local.isoformat())]
    passed = recorded.at - facts[index - 1].at if index else 0
    if passed >= MINUTE:
        when.append(element("span", texts.plain("history-after", duration=duration(texts, passed)).strip(", ")))
    content = content_of_fact(recorded.fact)
    said: list[Html] = [] if content is None else _content(texts, content)
    words = quoted(texts, recorded.fact)
    if content is None and words:
        said = [element("div", words, class_="words", dir="auto")]
    handed = [element("div", *said, class_="said")] if said else []
    happened = element("p", _text(told(reader, recorded.fact)), class_="happened")
    doer = _doer(recorded.fact)
    if is_noted:
        handed.insert(0, element("p", texts.plain("history-noted"), class_="quiet"))
        doer = Side.SELLER
    return element("li", element("p", *when, class_="when"), happened, *handed, class_=doer or "clock")


def _doer(fact: f.Fact) -> Side | None:
    """Whose doing it was; None: the clock's, or the end, which its own sentence tells."""
    match fact:
        case (
            f.OrderAdded()
            | f.DueMoved()
            | f.WorkStarted()
            | f.WorkDelivered()
            | f.InformationRequested()
            | f.InformationClosed()
            | f.OptionOffered()
            | f.OptionWithdrawn()
            | f.WaitRequested()
            | f.ReviewAnswered()
        ):
            return Side.SELLER
        case (
            f.OrderPlaced()
            | f.OrderPaid()
            | f.BuyerJoined()
            | f.WorkReturned()
            | f.InformationAnswered()
            | f.OptionPaid()
            | f.OptionDeclined()
            | f.WaitAgreed()
            | f.WaitDeclined()
            | f.ReviewLeft()
        ):
            return Side.BUYER
        case _:
            by: Side | None = getattr(fact, "by", None)
            return by


def _content(texts: Texts, content: Content) -> list[Html]:
    parts = []
    if content.text:
        parts.append(element("div", formatted(content.text, content.entities), class_="words", dir="auto"))
    if content.files:
        parts.append(element("ul", *(_file(texts, file) for file in content.files), class_="files"))
    return parts


def _file(texts: Texts, file: Attachment) -> Html:
    kind = element("span", texts.plain(f"export-file-{file.kind.replace('_', '-')}"), class_="kind")
    return element("li", kind, *([" ", element("bdi", file.name)] if file.name else []))


def _footer(whole: WholeOrder) -> Html:
    reader = whole.reader
    offset = f"{_local(reader.now, reader.zone):%z}"
    zone = f"{reader.zone.key}, UTC{offset[:3]}:{offset[3:]}"
    made = reader.texts("export-made", moment=_whole(reader, reader.now), zone=zone)
    return element("footer", element("p", _text(made)), element("p", reader.texts.plain("export-files-stay")))


def _text(text: Text) -> Html:
    """A sentence of ours."""
    words, entities = text.render()
    return together([formatted(words, [entity.model_dump(exclude_none=True) for entity in entities])])


def _local(at: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(at, UTC).astimezone(zone)


def _moment(reader: Reader, at: int) -> Html:
    return element("time", _whole(reader, at), datetime=_local(at, reader.zone).isoformat())


def _whole(reader: Reader, at: int) -> str:
    """With the year: who reads it later has no other sign of it."""
    language = reader.texts.language
    return str(format_datetime(_local(at, reader.zone), _WHOLE[language], locale=language))


def _day(reader: Reader, at: int) -> str:
    language = reader.texts.language
    day = str(format_datetime(_local(at, reader.zone), _DAY[language], locale=language))
    return day[:1].upper() + day[1:]
