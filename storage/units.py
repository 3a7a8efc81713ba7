"""What a transaction can do: the repositories, over one connection."""

from collections.abc import Callable

from storage.cards import Cards
from storage.connection import Connection
from storage.forms import Forms
from storage.gigs import Gigs
from storage.inbox import Inbox
from storage.orders import Orders
from storage.outbox import Outbox
from storage.people import People
from storage.timers import Timers


class ReadUnit:
    """One snapshot. Whatever would write ends in `sqlite3.OperationalError`."""

    def __init__(self, connection: Connection, now: Callable[[], float]) -> None:
        self.orders = Orders(connection)
        self.timers = Timers(connection)
        self.gigs = Gigs(connection)
        self.people = People(connection)
        self.outbox = Outbox(connection)
        self.inbox = Inbox(connection)
        self.forms = Forms(connection, now)
        self.cards = Cards(connection)


class WriteUnit(ReadUnit):
    """One transaction that may write; `desk.ports.Unit`, and what the process itself keeps."""
