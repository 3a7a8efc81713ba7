"""What a transaction can do: the repositories, over one connection."""

from collections.abc import Callable

from storage.balances import Balances
from storage.cards import Cards
from storage.catalogue import Catalogue
from storage.categories import Categories
from storage.connection import Connection
from storage.forms import Forms
from storage.gigs import Gigs
from storage.ids import Ids
from storage.inbox import Inbox
from storage.invitations import Invitations
from storage.ledger import Ledger
from storage.offers import Offers
from storage.operator_texts import OperatorTexts
from storage.orders import Orders
from storage.outbox import Outbox
from storage.payments import Payments
from storage.payouts import Payouts
from storage.people import People
from storage.quick_replies import QuickReplies
from storage.refunds import Refunds
from storage.requests import Requests
from storage.responses import Responses
from storage.reviews import Reviews
from storage.room_drafts import RoomDrafts
from storage.room_messages import RoomMessages
from storage.star_transactions import StarTransactions
from storage.statistics import Statistics
from storage.subscriptions import Subscriptions
from storage.timers import Timers
from storage.topics import Topics
from storage.waiting import Waiting


class ReadUnit:
    """One snapshot. Whatever would write ends in `sqlite3.OperationalError`."""

    def __init__(self, connection: Connection, now: Callable[[], float]) -> None:
        self._ids = Ids(connection)
        self.catalogue = Catalogue(connection)
        self.people = People(connection, self.catalogue)
        self.orders = Orders(connection, self._ids, self.people, self.catalogue)
        self.timers = Timers(connection)
        self.gigs = Gigs(connection, self.catalogue)
        self.categories = Categories(connection)
        self.reviews = Reviews(connection)
        self.outbox = Outbox(connection, self._ids, self.people)
        self.inbox = Inbox(connection)
        self.forms = Forms(connection, now)
        self.cards = Cards(connection)
        self.room_messages = RoomMessages(connection)
        self.room_drafts = RoomDrafts(connection)
        self.ledger = Ledger(connection, self._ids)
        self.balances = Balances(connection)
        self.statistics = Statistics(connection)
        self.payments = Payments(connection)
        self.refunds = Refunds(connection)
        self.payouts = Payouts(connection)
        self.topics = Topics(connection)
        self.operator_texts = OperatorTexts(connection)
        self.star_transactions = StarTransactions(connection)
        self.invitations = Invitations(connection)
        self.quick_replies = QuickReplies(connection)
        self.waiting = Waiting(connection)
        self.offers = Offers(connection)
        self.requests = Requests(connection)
        self.responses = Responses(connection)
        self.subscriptions = Subscriptions(connection)

    def expect(
        self,
        *,
        person_id: int | None = None,
        form_of: int | None = None,
        order_number: int | None = None,
        fact_id: int | None = None,
    ) -> None:
        """Name what will surely be asked for, so that the first question brings all the answers in one go.

        An order brings both its sides. Expecting what is not there, or what nobody asks for after all, is harmless.
        """
        if person_id is not None:
            self.people.expect(person_id)
        if form_of is not None:
            self.forms.expect(form_of)
        if order_number is not None:
            self.orders.expect(order_number)
        if fact_id is not None:
            self.orders.expect_fact(fact_id)


class WriteUnit(ReadUnit):
    """One transaction that may write; `desk.ports.Unit`, and what the process itself keeps."""

    def __init__(self, connection: Connection, now: Callable[[], float]) -> None:
        super().__init__(connection, now)
        self._ids.expect()
