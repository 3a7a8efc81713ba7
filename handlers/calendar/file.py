"""Deadlines as an iCalendar file (RFC 5545), and the message that brings it.

An order has one event for each of its sides, always with the same UID, whichever clock runs. SEQUENCE is the order's
version, which grows with each change of it: taken in again, the event moves to where the deadline is now.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from aiogram.methods import SendDocument
from icalendar import Alarm, Calendar, Event

from desk.posts import Upload
from handlers.card import Reader
from handlers.setup import Setup
from orders.deadline import Deadline, deadline_for
from orders.order import Order
from orders.status import Side

_PART = "calendar"
_REMINDED_BEFORE = timedelta(hours=1)
#: What the link of an order begins with.
LINK = "n_"


def events_of(person_id: int, orders: Sequence[Order]) -> tuple[tuple[Order, Side, Deadline], ...]:
    """What of these orders belongs into the person's calendar, the soonest first."""
    found = []
    for order in orders:
        side = order.side_of(person_id)
        due = None if side is None else deadline_for(order, side)
        if side is not None and due is not None:
            found.append((order, side, due))
    return tuple(sorted(found, key=lambda event: (event[2].until, event[0].number)))


def calendar_file(
    reader: Reader, setup: Setup, orders: Sequence[Order], order: Order | None = None
) -> tuple[Upload, SendDocument] | None:
    """The file and the call that sends it; None: there is no deadline. `order`: if only this one was asked for."""
    events = events_of(reader.person.id, orders)
    if not events:
        return None
    name = "vsrok.ics" if order is None else f"order-{order.number}.ics"
    upload = Upload(_PART, name, "text/calendar", _calendar(reader, setup, events))
    key = "calendar-caption" if order is None else "calendar-caption-order"
    number = "" if order is None else str(order.number)
    caption = reader.texts.plain(key, n=len(events), number=number)
    return upload, SendDocument(chat_id=reader.person.id, document=f"attach://{_PART}", caption=caption)


def _calendar(reader: Reader, setup: Setup, events: Sequence[tuple[Order, Side, Deadline]]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//vsrok//{setup.bot_username}//{reader.texts.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", reader.texts.plain("calendar-name"))
    for order, side, due in events:
        calendar.add_component(_event(reader, setup, order, side, due))
    return bytes(calendar.to_ical())


def _event(reader: Reader, setup: Setup, order: Order, side: Side, due: Deadline) -> Event:
    texts = reader.texts
    whose = "own" if due.side is side else "other"
    title = texts.plain(f"calendar-{due.duty}-{whose}", number=str(order.number))
    link = setup.link(f"{LINK}{order.number}")
    event = Event()
    event.add("uid", f"order-{order.number}-{side}@{setup.bot_username}")
    event.add("sequence", order.version)
    event.add("dtstamp", datetime.fromtimestamp(reader.now, UTC))
    event.add("dtstart", datetime.fromtimestamp(due.until, UTC))
    event.add("summary", title)
    means = texts.plain("calendar-alone-means" if order.is_solo else f"calendar-{due.duty}-means")
    event.add("description", f"{order.terms.title}\n{means}\n{link}")
    event.add("url", link)
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -_REMINDED_BEFORE)
    event.add_component(alarm)
    return event
