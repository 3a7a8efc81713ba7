"""Posts that wait to be sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.posts import Post, PostKind
from storage import json_text
from storage.connection import Connection, Row
from storage.ids import Ids
from storage.people import People


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A post as it waits; `id` grows in the order in which a person's posts are to be sent."""

    id: int
    post: Post
    #: How often sending it has failed.
    attempts: int
    #: Not to be tried before this moment, epoch seconds.
    not_before: int


@dataclass(frozen=True, slots=True)
class OutboxCounts:
    """How the outbox is; `oldest_at` is when the oldest pending post was written, epoch seconds."""

    pending: int
    held: int
    failed: int
    oldest_at: int | None


_FORGET = "DELETE FROM outbox WHERE key = ? AND state IN ('pending', 'held')"
_ADD = """
    INSERT INTO outbox (id, person_id, kind, body, order_number, key, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_AFTER = "SELECT * FROM outbox WHERE id > ? AND state = 'pending' ORDER BY id LIMIT ?"
_DONE = "DELETE FROM outbox WHERE id = ?"
_PUT_OFF = "UPDATE outbox SET attempts = attempts + 1, not_before = ?, error = ? WHERE id = ?"
_HOLD = "UPDATE outbox SET state = 'held' WHERE person_id = ? AND state = 'pending' RETURNING id"
_FAIL = "UPDATE outbox SET state = 'failed', attempts = attempts + 1, error = ? WHERE id = ?"
_RELEASE = "DELETE FROM outbox WHERE person_id = ? AND state = 'held' RETURNING *"
_COUNTS = "SELECT state, count(*) AS number, min(created_at) AS oldest_at FROM outbox GROUP BY state"


class Outbox:
    """`desk.ports.Outbox`, and what the sender needs."""

    def __init__(self, connection: Connection, ids: Ids, people: People) -> None:
        self._connection = connection
        self._ids = ids
        self._people = people
        self._added: list[OutboxRow] = []

    @property
    def added(self) -> tuple[OutboxRow, ...]:
        """What this transaction has made pending, by id: once it is committed, a sender need not read it again."""
        return tuple(self._added)

    async def add(self, posts: Sequence[Post], at: int) -> None:
        """In this order, after everything that waits already. A post takes the place of unsent ones with its key.

        What is held for somebody who is away becomes pending with it: what waits longest finds out whether they are
        back, and no newer post overtakes it.
        """
        newest = {post.key: post for post in posts if post.key is not None}
        self._connection.later_many(_FORGET, [(key,) for key in newest])
        self._added = [row for row in self._added if row.post.key not in newest]
        for person_id in dict.fromkeys(post.person_id for post in posts):
            person = await self._people.get(person_id)
            if person is not None and not person.is_reachable:
                await self.release(person_id)
        await self._insert([(post, at) for post in posts if post.key is None or newest[post.key] is post])

    async def after(self, last_id: int, limit: int) -> tuple[OutboxRow, ...]:
        """Pending posts with a greater id, by id."""
        return tuple(map(_outbox_row, await self._connection.rows(_AFTER, last_id, limit)))

    async def waiting(self, limit: int) -> tuple[OutboxRow, ...]:
        """The first pending posts of all, by id: where a sender begins. It goes on with `after`."""
        return await self.after(0, limit)

    async def done(self, ids: Sequence[int]) -> None:
        """Sent, or not worth sending any more."""
        self._connection.later_many(_DONE, [(id_,) for id_ in ids])

    async def put_off(self, id_: int, not_before: int, error: str) -> None:
        """An attempt has failed; the next one comes not before that moment."""
        self._connection.later(_PUT_OFF, not_before, error, id_)

    async def hold(self, person_id: int) -> frozenset[int]:
        """The person has blocked the bot: what is pending for them waits until `release`. Gives the ids of that."""
        held = await self._connection.rows(_HOLD, person_id)
        self._added = [row for row in self._added if row.post.person_id != person_id]
        return frozenset(id_ for (id_,) in held)

    async def release(self, person_id: int) -> None:
        """The person is back: what was held becomes pending, in its order, under new ids, so that `after` finds it."""
        held = sorted(await self._connection.rows(_RELEASE, person_id), key=lambda row: int(row["id"]))
        await self._insert([(_outbox_row(row).post, row["created_at"]) for row in held])

    async def fail(self, id_: int, error: str) -> None:
        """It can't be sent; kept for the operator to look at."""
        self._connection.later(_FAIL, error, id_)

    async def counts(self) -> OutboxCounts:
        """For the health report."""
        rows = {row["state"]: row for row in await self._connection.rows(_COUNTS)}
        number = {state: row["number"] for state, row in rows.items()}
        return OutboxCounts(
            pending=number.get("pending", 0),
            held=number.get("held", 0),
            failed=number.get("failed", 0),
            oldest_at=rows["pending"]["oldest_at"] if "pending" in rows else None,
        )

    async def _insert(self, posts: Sequence[tuple[Post, int]]) -> None:
        ids = await self._ids.posts(len(posts)) if posts else ()
        self._connection.later_many(
            _ADD,
            [
                (id_, post.person_id, post.kind, json_text.write(post.body), post.order_number, post.key, at)
                for id_, (post, at) in zip(ids, posts, strict=True)
            ],
        )
        self._added += [OutboxRow(id_, post, 0, 0) for id_, (post, _) in zip(ids, posts, strict=True)]


def _outbox_row(row: Row) -> OutboxRow:
    post = Post(
        person_id=row["person_id"],
        kind=PostKind(row["kind"]),
        body=json_text.read_object(row["body"]),
        order_number=row["order_number"],
        key=row["key"],
    )
    return OutboxRow(row["id"], post, row["attempts"], row["not_before"])
