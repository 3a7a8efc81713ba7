"""Who wants to hear of new requests, and who is still to be told of something on the exchange."""

from collections.abc import Sequence

from desk.exchange import News, Subscription, Telling
from storage.connection import Connection

_OF = "SELECT category_id FROM subscriptions WHERE person_id = ?"
_CLEAR = "DELETE FROM subscriptions WHERE person_id = ?"
#: A category that has been removed meanwhile falls away.
_ADD = "INSERT INTO subscriptions (person_id, category_id) SELECT ?, id FROM categories WHERE id = ?"
_ADD_ALL = "INSERT INTO subscriptions (person_id, category_id) VALUES (?, NULL)"
_TELL = "INSERT INTO tellings (request_id, news) VALUES (?, ?)"
#: A few who have responded come before the many who have subscribed.
_NEXT = "SELECT * FROM tellings ORDER BY news = 'new', id LIMIT 1"
_SUBSCRIBERS = """
    SELECT DISTINCT person_id FROM subscriptions
    JOIN requests ON requests.id = ?1
    JOIN people ON people.id = person_id
    WHERE (subscriptions.category_id IS NULL OR subscriptions.category_id = requests.category_id)
        AND person_id > ?2 AND person_id <> buyer_id AND standing = 'good' AND is_reachable = 1
    ORDER BY person_id
    LIMIT ?3
"""
_RESPONDENTS = """
    SELECT seller_id FROM responses
    JOIN requests ON requests.id = request_id
    WHERE request_id = ?1 AND seller_id > ?2 AND withdrawn_at IS NULL
        AND NOT (closing = 'ordered' AND responses.id = chosen)
    ORDER BY seller_id
    LIMIT ?3
"""
_ON = "UPDATE tellings SET told_up_to = ? WHERE id = ?"
_DONE = "DELETE FROM tellings WHERE id = ?"
_COUNT = """
    INSERT INTO told_of_requests (person_id, day, times) VALUES (?, ?, 1)
    ON CONFLICT (person_id) DO UPDATE
    SET times = CASE WHEN day = excluded.day THEN times + 1 ELSE 1 END, day = excluded.day
    RETURNING times
"""


class Subscriptions:
    """`desk.exchange.Subscriptions`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def of(self, person_id: int) -> Subscription:
        """What they have chosen; nobody is told of anything without having chosen."""
        chosen = {row["category_id"] for row in await self._connection.rows(_OF, person_id)}
        return Subscription(None in chosen, frozenset(chosen - {None}))

    def save(self, person_id: int, subscription: Subscription) -> None:
        """This and nothing else."""
        self._connection.later(_CLEAR, person_id)
        if subscription.everything:
            self._connection.later(_ADD_ALL, person_id)
        else:
            self._connection.later_many(_ADD, [(person_id, each) for each in sorted(subscription.categories)])

    def tell(self, request_id: int, news: News) -> None:
        """Whom it concerns is told in small portions."""
        self._connection.later(_TELL, request_id, news)

    async def next(self) -> Telling | None:
        """The telling that waits longest."""
        row = await self._connection.row(_NEXT)
        return None if row is None else Telling(row["id"], row["request_id"], News(row["news"]), row["told_up_to"])

    async def listeners(self, telling: Telling, limit: int) -> Sequence[int]:
        """The next people of it, by id."""
        sql = _SUBSCRIBERS if telling.news is News.NEW else _RESPONDENTS
        return [int(row[0]) for row in await self._connection.rows(sql, telling.request_id, telling.told_up_to, limit)]

    def told(self, telling: Telling, up_to: int | None) -> None:
        """Everybody up to this id; None: everybody."""
        if up_to is None:
            self._connection.later(_DONE, telling.id)
        else:
            self._connection.later(_ON, up_to, telling.id)

    async def count(self, person_id: int, day: int) -> int:
        """One more new request for this person today; which one of the day it is."""
        ((times,),) = await self._connection.rows(_COUNT, person_id, day)
        return int(times)
