"""The order card: one message a side that says what is true of an order now."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from aiogram.utils.formatting import Bold, ExpandableBlockQuote, Text, as_list

from desk.people import Person
from handlers.fitting import fitting
from handlers.money import money_lines
from handlers.owed import first_lines, length
from handlers.texts import Texts
from handlers.wording import countdown, ending_line, moment, price, shortened
from orders.content import Answer, utf16_length
from orders.gig import PresetOption
from orders.order import Option, Order, Running
from orders.policy import Policy
from orders.status import Side, Status

#: UTF-16 units of the brief that a card shows; the rest stands behind «Задание». A message holds 4,096.
BRIEF_SHOWN = 2_400
#: Of the explanation of a request to cancel, of what the arbiter is told; the whole of it stands in its own message.
_EXPLANATION_SHOWN = 1_000
#: An option's line beside its title.
_OPTION_REST = 60
#: Of what the buyer owes; less where explanation and options are long.
_OWED_SHOWN = 800
#: Explanation, options and what is owed may take so much; what they take beyond is taken from the brief.
_BESIDE_BRIEF = 600
_ANSWER_SHOWN = 400
#: The options that are part of the order may take so much, or what explanation and open offers leave of `_BESIDE_MOST`.
_BOUGHT_SHOWN = 1_000
_BESIDE_MOST = 3_000


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: their words, their zone, and what time it is."""

    person: Person
    texts: Texts
    zone: ZoneInfo
    now: int
    policy: Policy


def status_label(texts: Texts, order: Order, now: int) -> str:
    """The status as people call it: «Просрочен», «Согласуется отмена» and «Спор у арбитра» are views of others."""
    if order.dispute is not None:
        return texts.plain("status-disputed")
    if order.cancellation is not None:
        return texts.plain("status-cancellation-pending")
    if order.is_overdue(now):
        return texts.plain("status-overdue")
    return texts.plain(f"status-{order.status.replace('_', '-')}")


def card_text(reader: Reader, order: Order, side: Side, other: Person | None, lead: str = "") -> Text:
    """The whole card, within Telegram's 4,096 units."""
    return as_list(*_lines(reader, order, side, other, lead))


def _lines(reader: Reader, order: Order, side: Side, other: Person | None, lead: str) -> Iterator[Text]:
    texts = reader.texts
    if lead:
        yield Text(texts(lead), "\n")
    yield Bold(texts.plain("card-number", number=str(order.number)))
    yield Text(order.terms.title)
    name = other.name if other is not None else texts.plain("somebody")
    yield texts(f"card-other-{side.other}", name=Bold(name))
    yield texts("card-price", price=price(texts, order.terms.price))
    yield from money_lines(texts, order, side)
    if order.is_rated or order.status is Status.NOT_STARTED:
        yield texts("card-term", days=order.terms.term_days)
    yield texts("card-status", status=Bold(status_label(texts, order, reader.now)))
    yield from filter(None, [ending_line(texts, order)])
    if order.voided is not None:
        yield texts("card-voided")
    if order.review is not None:
        yield texts("card-review-hidden" if order.review.hidden is not None else "card-review", mood=order.review.mood)
    yield from clock_lines(reader, order)
    if order.returns:
        yield texts("card-returns", n=order.returns)
    if order.cancellation is not None:
        yield texts(f"reason-{order.cancellation.reason.replace('_', '-')}")
        yield ExpandableBlockQuote(shortened(order.cancellation.explanation, _EXPLANATION_SHOWN))
    if order.dispute is not None:
        yield texts(f"card-dispute-{order.dispute.by}")
        yield ExpandableBlockQuote(shortened(order.dispute.statement, _EXPLANATION_SHOWN))
    yield from _bought(texts, order)
    yield from _agreements(reader, order)
    yield from _owed(reader, order, side)
    yield from _brief(reader, order)
    yield from _meaning(texts, order, side)


def _meaning(texts: Texts, order: Order, side: Side) -> Iterator[Text]:
    if order.is_solo and not order.status.is_final:
        yield Text("\n", texts("card-alone"))
    elif not order.is_rated:
        yield Text("\n", texts("card-unrated"))
    elif side is Side.SELLER and order.status is Status.NOT_STARTED and isinstance(order.clock, Running):
        yield Text("\n", texts("card-start-means"))


def clock_lines(reader: Reader, order: Order) -> Iterator[Text]:
    """Which clock runs, until when, and a live countdown; nothing for a finished order."""
    texts, now = reader.texts, reader.now
    if order.cancellation is not None:
        until = order.cancellation.answer.until
        yield texts(
            f"clock-answer-{order.cancellation.by.other}",
            moment=moment(texts, until, reader.zone),
            countdown=countdown(texts, until, now),
        )
        return
    if order.dispute is not None:
        yield texts("clock-disputed")
    if not isinstance(order.clock, Running):
        return
    until = order.clock.until
    key = "clock-overdue" if order.is_overdue(now) else f"clock-{order.status.replace('_', '-')}"
    left = countdown(texts, until, now)
    if order.is_solo and order.status is not Status.IN_PROGRESS:
        key = f"clock-alone-{order.status.replace('_', '-')}{'-passed' if until <= now else ''}"
        yield texts(key, moment=moment(texts, until, reader.zone), countdown=left)
        return
    yield texts(key, moment=moment(texts, until, reader.zone), countdown=left, method=order.method)


def _agreements(reader: Reader, order: Order) -> Iterator[Text]:
    texts = reader.texts
    for option in order.options:
        yield option_line(texts, "card-option", option)
    if order.wait is not None and order.wait.until > reader.now:
        yield texts("card-wait", moment=moment(texts, order.wait.until, reader.zone))


def _bought(texts: Texts, order: Order) -> Iterator[Text]:
    if order.bought:
        yield texts("card-bought")
        lines = [option_line(texts, "card-bought-option", option) for option in order.bought]
        yield from fitting(lines, _bought_room(order), lambda n: texts("options-more", n=n))


def option_line(texts: Texts, key: str, option: Option | PresetOption) -> Text:
    """An option in one line: title, price, extra days."""
    days = texts.plain("option-days", days=option.extra_days)
    return texts(key, title=Bold(option.title), price=price(texts, option.price), days=days)


def _owed(reader: Reader, order: Order, side: Side) -> Iterator[Text]:
    if order.information:
        yield Text("\n", Bold(reader.texts.plain(f"card-owed-{side}", n=len(order.information))))
        for line in first_lines(reader.texts, order.information, _owed_room(order)):
            yield Text(line)


def _owed_room(order: Order) -> int:
    return max(0, _OWED_SHOWN - max(0, _agreeing(order) - _BESIDE_BRIEF))


def _brief(reader: Reader, order: Order) -> Iterator[Text]:
    if not order.brief:
        return
    heading = "card-brief" if order.is_rated else "card-brief-elsewhere"
    yield Text("\n", Bold(reader.texts.plain(heading)))
    lines: list[Text] = []
    left = BRIEF_SHOWN - max(0, _beside_brief(order) + min(_size(order.bought), _bought_room(order)) - _BESIDE_BRIEF)
    for answer in order.brief:
        shown = _answer(reader.texts, answer)
        left -= utf16_length(answer.question) + utf16_length(shown) + 2
        if left < 0:
            lines.append(reader.texts("card-brief-more"))
            break
        lines.append(Text(Bold(answer.question), "\n", shown))
    yield ExpandableBlockQuote(as_list(*lines))


def _beside_brief(order: Order) -> int:
    return _agreeing(order) + min(length(order.information), _owed_room(order))


def _agreeing(order: Order) -> int:
    quoted = "" if order.cancellation is None else order.cancellation.explanation
    if order.dispute is not None:
        quoted = order.dispute.statement
    return min(utf16_length(quoted), _EXPLANATION_SHOWN) + _size(order.options)


def _bought_room(order: Order) -> int:
    return max(0, min(_BOUGHT_SHOWN, _BESIDE_MOST - _beside_brief(order)))


def _size(options: tuple[Option, ...]) -> int:
    return sum(utf16_length(option.title) + _OPTION_REST for option in options)


def _answer(texts: Texts, answer: Answer) -> str:
    text = answer.content.text
    words = [text if len(text) <= _ANSWER_SHOWN else f"{text[:_ANSWER_SHOWN].rstrip()}…"] if text else []
    if answer.content.files:
        words.append(texts.plain("files-count", n=len(answer.content.files)))
    return "\n".join(words)
