"""People."""

from datetime import time
from zoneinfo import ZoneInfo

from desk.people import OrdersView, Person, Standing
from orders.policy import QuietHours
from storage import json_text
from storage.catalogue import Catalogue
from storage.connection import Connection, Row, Statement

_GET = "SELECT * FROM people WHERE id = ?"
#: By the beginning of a name or username. LIKE passes over the case of ASCII letters only, so two spellings are tried.
_FIND = """
    SELECT * FROM people
    WHERE first_name LIKE ?1 ESCAPE '!' OR last_name LIKE ?1 ESCAPE '!' OR username LIKE ?1 ESCAPE '!'
       OR first_name LIKE ?2 ESCAPE '!' OR last_name LIKE ?2 ESCAPE '!'
       OR first_name || ' ' || coalesce(last_name, '') LIKE ?1 ESCAPE '!'
    ORDER BY changed_at DESC, id LIMIT ?3
"""
#: An order whose buyer has not paid is one that its seller has not heard of; there is a gig, an offer or a
#: response behind it.
_IS_SELLER = """
    SELECT 1 WHERE EXISTS (SELECT 1 FROM gigs WHERE seller_id = ?1)
        OR EXISTS (SELECT 1 FROM offers WHERE seller_id = ?1)
        OR EXISTS (SELECT 1 FROM responses WHERE seller_id = ?1)
        OR EXISTS (SELECT 1 FROM orders WHERE seller_id = ?1 AND ended_at IS NULL)
        OR EXISTS (SELECT 1 FROM orders WHERE seller_id = ?1 AND ended_at IS NOT NULL AND paid_at IS NOT NULL)
"""
_SIDES = "SELECT people.* FROM orders JOIN people ON people.id IN (orders.seller_id, orders.buyer_id) WHERE number = ?"
_SAVE = """
    INSERT INTO people (
        id, first_name, last_name, username, language, client_language, timezone, quiet_from, quiet_to,
        start_warnings, due_warnings, orders_view, is_reachable, standing, standing_reason, away_until, works_at_most,
        met_at, changed_at
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        first_name = excluded.first_name,
        last_name = excluded.last_name,
        username = excluded.username,
        language = excluded.language,
        client_language = excluded.client_language,
        timezone = excluded.timezone,
        quiet_from = excluded.quiet_from,
        quiet_to = excluded.quiet_to,
        start_warnings = excluded.start_warnings,
        due_warnings = excluded.due_warnings,
        orders_view = excluded.orders_view,
        is_reachable = excluded.is_reachable,
        standing = excluded.standing,
        standing_reason = excluded.standing_reason,
        away_until = excluded.away_until,
        works_at_most = excluded.works_at_most,
        changed_at = excluded.changed_at
"""


class People:
    """`desk.ports.People`.

    A person is asked for several times in one transaction and nobody else writes meanwhile, so each is read once.
    """

    def __init__(self, connection: Connection, catalogue: Catalogue) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._known: dict[int, Person | None] = {}
        #: Queries on their way, and of whom each is; None: of somebody, whoever they are.
        self._expected: list[tuple[Statement, int | None]] = []

    def expect(self, person_id: int) -> None:
        """Somebody will ask for this person: read them with the next statement."""
        if person_id not in self._known:
            self._expected.append((self._connection.later(_GET, person_id), person_id))

    def expect_sides(self, order_number: int) -> None:
        """Somebody will ask for both sides of this order: read them with the next statement."""
        self._expected.append((self._connection.later(_SIDES, order_number), None))

    async def get(self, person_id: int) -> Person | None:
        """Someone the bot has met."""
        if person_id not in self._known:
            await self._read_expected()
        if person_id not in self._known:
            row = await self._connection.row(_GET, person_id)
            self._known[person_id] = None if row is None else _person(row)
        return self._known[person_id]

    async def is_seller(self, person_id: int) -> bool:
        """Whether they have ever offered anything or worked for somebody."""
        return await self._connection.row(_IS_SELLER, person_id) is not None

    async def find(self, beginning: str, limit: int) -> tuple[Person, ...]:
        """People whose name or username begins so, who were here last first."""
        spellings = [_pattern(spelling) for spelling in (beginning, beginning.title())]
        return tuple(_person(row) for row in await self._connection.rows(_FIND, *spellings, limit))

    async def _read_expected(self) -> None:
        expected, self._expected = self._expected, []
        for statement, person_id in expected:
            for row in await self._connection.rows_of(statement):
                if row["id"] not in self._known:
                    self._known[row["id"]] = _person(row)
            if person_id is not None:
                self._known.setdefault(person_id, None)

    async def save(self, person: Person, at: int) -> None:
        """Insert or replace. Quiet hours are kept to the minute."""
        self._connection.later(
            _SAVE,
            person.id,
            person.first_name,
            person.last_name,
            person.username,
            person.language,
            person.client_language,
            None if person.timezone is None else person.timezone.key,
            None if person.quiet is None else _minutes(person.quiet.start),
            None if person.quiet is None else _minutes(person.quiet.end),
            None if person.start_warnings is None else json_text.write(person.start_warnings),
            None if person.due_warnings is None else json_text.write(person.due_warnings),
            person.orders_view,
            person.is_reachable,
            person.standing,
            person.standing_reason,
            person.away_until,
            person.works_at_most,
            at,
            at,
        )
        if self._may_stand_otherwise(person):
            self._catalogue.follow_seller(person.id)
        self._known[person.id] = person

    def _may_stand_otherwise(self, person: Person) -> bool:
        """Whether the operator's decision about them is another now, as far as this transaction knows."""
        if person.id not in self._known:
            return True
        before = self._known[person.id]
        return person.standing is not (Standing.GOOD if before is None else before.standing)


def _pattern(beginning: str) -> str:
    return "".join(f"!{letter}" if letter in "!%_" else letter for letter in beginning) + "%"


def _person(row: Row) -> Person:
    return Person(
        id=row["id"],
        first_name=row["first_name"],
        last_name=row["last_name"],
        username=row["username"],
        language=row["language"],
        client_language=row["client_language"],
        timezone=None if row["timezone"] is None else ZoneInfo(row["timezone"]),
        quiet=None if row["quiet_from"] is None else QuietHours(_time(row["quiet_from"]), _time(row["quiet_to"])),
        start_warnings=None if row["start_warnings"] is None else json_text.read_numbers(row["start_warnings"]),
        due_warnings=None if row["due_warnings"] is None else json_text.read_numbers(row["due_warnings"]),
        orders_view=OrdersView(row["orders_view"]),
        is_reachable=bool(row["is_reachable"]),
        standing=Standing(row["standing"]),
        standing_reason=row["standing_reason"],
        away_until=row["away_until"],
        works_at_most=row["works_at_most"],
    )


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _time(minutes: int) -> time:
    return time(*divmod(minutes, 60))
