"""What people have sent and nobody has been given yet."""

from pydantic import TypeAdapter

from desk.room import Draft, DraftKind, Sent
from orders.content import Content
from storage.connection import Connection, Row, Statement

_CONTENT = TypeAdapter(Content)
_MESSAGES = TypeAdapter(tuple[Sent, ...])
#: So many questions of «to which order?» stay open for a person; the oldest are dropped.
_KEPT = 20

_PUT = """
    INSERT INTO room_drafts (person_id, number, kind, order_number, album, content, messages, due_at, replies_to)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (person_id, number) DO UPDATE
    SET kind = excluded.kind, order_number = excluded.order_number, album = excluded.album,
        content = excluded.content, messages = excluded.messages, due_at = excluded.due_at,
        replies_to = excluded.replies_to
"""
_PRUNE = """
    DELETE FROM room_drafts WHERE person_id = ?1 AND kind <> 'album' AND number NOT IN (
        SELECT number FROM room_drafts WHERE person_id = ?1 ORDER BY number DESC LIMIT ?2
    )
"""
_GET = "SELECT * FROM room_drafts WHERE person_id = ? AND number = ?"
_DROP = "DELETE FROM room_drafts WHERE person_id = ? AND number = ?"
_ALBUM = "SELECT * FROM room_drafts WHERE person_id = ? AND due_at IS NOT NULL"
_OF_ALBUM = "SELECT * FROM room_drafts WHERE person_id = ? AND album = ?"
_OF_PERSON = "SELECT * FROM room_drafts WHERE person_id = ?"
#: What of an album has reached us but is not handled yet belongs to it.
_DUE = """
    SELECT * FROM room_drafts
    WHERE due_at <= ? AND NOT EXISTS (
        SELECT 1 FROM inbox
        WHERE inbox.state <> 'done' AND inbox.state = 'waiting' AND inbox.lane = room_drafts.person_id
    )
    ORDER BY due_at LIMIT 1
"""
_PUT_OFF = "UPDATE room_drafts SET due_at = ? WHERE due_at IS NOT NULL"


class RoomDrafts:
    """`desk.ports.RoomDrafts`, and what the process needs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._expected: dict[int, Statement] = {}
        #: Whether this transaction has kept part of an album.
        self.has_album = False

    def expect(self, person_id: int) -> None:
        """Somebody will ask for this person's open album: read it with the next statement."""
        self._expected[person_id] = self._connection.later(_ALBUM, person_id)

    def put(self, draft: Draft) -> None:
        """Keep it, in place of what it was."""
        self._expected.pop(draft.person_id, None)
        self.has_album = self.has_album or draft.due_at is not None
        content = _CONTENT.dump_json(draft.content).decode()
        messages = _MESSAGES.dump_json(draft.messages).decode()
        self._connection.later(
            _PUT, draft.person_id, draft.number, draft.kind, draft.order_number, draft.album, content, messages,
            draft.due_at, draft.replies_to,
        )  # fmt: skip
        self._connection.later(_PRUNE, draft.person_id, _KEPT)

    async def get(self, person_id: int, number: int) -> Draft | None:
        """By its number."""
        return _draft(await self._connection.row(_GET, person_id, number))

    def drop(self, draft: Draft) -> None:
        """It was passed on, or is not to be."""
        self._connection.later(_DROP, draft.person_id, draft.number)

    async def album(self, person_id: int) -> Draft | None:
        """The album of this person that still arrives for a known order."""
        expected = self._expected.pop(person_id, None) or self._connection.later(_ALBUM, person_id)
        return _draft(next(iter(await self._connection.rows_of(expected)), None))

    async def of_album(self, person_id: int, album: str) -> Draft | None:
        """The draft to which messages of this album belong."""
        return _draft(await self._connection.row(_OF_ALBUM, person_id, album))

    async def with_message(self, person_id: int, message_id: int) -> Draft | None:
        """The draft to which this message of the person belongs."""
        drafts = map(_draft, await self._connection.rows(_OF_PERSON, person_id))
        return next((each for each in drafts if each and any(s.message_id == message_id for s in each.messages)), None)

    async def due(self, now: int) -> Draft | None:
        """An album that is complete, as far as anybody can tell."""
        return _draft(await self._connection.row(_DUE, now))

    def put_off(self, until: int) -> None:
        """Albums that were arriving when the process ended: the rest may still come."""
        self._connection.later(_PUT_OFF, until)


def _draft(row: Row | None) -> Draft | None:
    if row is None:
        return None
    return Draft(
        person_id=row["person_id"],
        number=row["number"],
        kind=DraftKind(row["kind"]),
        content=_CONTENT.validate_json(row["content"]),
        messages=_MESSAGES.validate_json(row["messages"]),
        order_number=row["order_number"],
        album=row["album"],
        due_at=row["due_at"],
        replies_to=row["replies_to"],
    )
