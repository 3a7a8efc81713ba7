"""Requests of the exchange."""

from pydantic import TypeAdapter

from desk.exchange import RequestsPage
from orders.content import Attachment
from orders.exchange import Closing, Request, Wish
from orders.money import Money
from storage.connection import Connection, Row, Value

_FILES: TypeAdapter[tuple[Attachment, ...]] = TypeAdapter(tuple[Attachment, ...])

_GET = "SELECT * FROM requests WHERE id = ?"
_OF_ORDER = "SELECT * FROM requests WHERE order_number = ?"
_ADD = """
    INSERT INTO requests (
        buyer_id, published_at, closes_at, due_at, revision,
        title, description, files, category_id, budget, currency, days
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    RETURNING *
"""
_SAVE = """
    UPDATE requests
    SET due_at = ?, revision = ?, chosen = ?, order_number = ?, closed_at = ?, closing = ?, reason = ?,
        title = ?, description = ?, files = ?, category_id = ?, budget = ?, currency = ?, days = ?
    WHERE id = ?
"""
_STANDS = "closed_at IS NULL AND closes_at > ?"
_OPEN = f"""
    FROM requests JOIN people ON people.id = requests.buyer_id
    WHERE {_STANDS} AND standing = 'good'
"""
_OF_BUYER = "FROM requests WHERE buyer_id = ?"
_ANSWERED = """
    FROM requests WHERE id IN (SELECT request_id FROM responses WHERE seller_id = ? AND withdrawn_at IS NULL)
"""
_OPEN_OF = f"SELECT count(*) FROM requests WHERE buyer_id = ? AND {_STANDS}"  # noqa: S608 - a condition of ours
_DUE = "SELECT * FROM requests WHERE closed_at IS NULL AND due_at <= ? ORDER BY due_at, id LIMIT ?"


class Requests:
    """`desk.exchange.Requests`. Whose a request is and how long it stands never change."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def get(self, request_id: int) -> Request | None:
        """By its id."""
        row = await self._connection.row(_GET, request_id)
        return None if row is None else _request(row)

    async def of_order(self, order_number: int) -> Request | None:
        """The one whose newest order this is."""
        row = await self._connection.row(_OF_ORDER, order_number)
        return None if row is None else _request(row)

    async def add(self, request: Request) -> Request:
        """The same request with its id."""
        (row,) = await self._connection.rows(
            _ADD,
            request.buyer_id,
            request.published_at,
            request.closes_at,
            request.due_at,
            request.revision,
            *_wish_values(request.wish),
        )
        return _request(row)

    def save(self, request: Request) -> None:
        """The wish, and what has become of it."""
        self._connection.later(
            _SAVE,
            request.due_at,
            request.revision,
            request.chosen,
            request.order_number,
            request.closed_at,
            request.closing,
            request.reason,
            *_wish_values(request.wish),
            request.id,
        )

    async def open(self, category_id: int | None, now: int, offset: int, limit: int) -> RequestsPage:
        """Those that stand, of all categories or of one, unless the operator has stopped their buyer."""
        if category_id is None:
            return await self._page(_OPEN, (now,), offset, limit)
        return await self._page(f"{_OPEN} AND category_id = ?", (now, category_id), offset, limit)

    async def of_buyer(self, buyer_id: int, offset: int, limit: int) -> RequestsPage:
        """A buyer's own, closed ones too."""
        return await self._page(_OF_BUYER, (buyer_id,), offset, limit)

    async def answered_by(self, seller_id: int, offset: int, limit: int) -> RequestsPage:
        """Those to which a seller's response stands."""
        return await self._page(_ANSWERED, (seller_id,), offset, limit)

    async def open_of(self, buyer_id: int, now: int) -> int:
        """How many of a buyer's stand."""
        ((count,),) = await self._connection.rows(_OPEN_OF, buyer_id, now)
        return int(count)

    async def due(self, now: int, limit: int) -> tuple[Request, ...]:
        """Those at which the clock has to look, the longest waiting first."""
        return tuple(map(_request, await self._connection.rows(_DUE, now, limit)))

    async def _page(self, which: str, values: tuple[Value, ...], offset: int, limit: int) -> RequestsPage:
        ((total,),) = await self._connection.rows(f"SELECT count(*) {which}", *values)
        select = f"SELECT requests.* {which} ORDER BY requests.id DESC LIMIT ? OFFSET ?"
        rows = await self._connection.rows(select, *values, limit, offset) if offset < total else []
        return RequestsPage(tuple(map(_request, rows)), int(total))


def _wish_values(wish: Wish) -> tuple[Value, ...]:
    return (
        wish.title,
        wish.description,
        _FILES.dump_json(wish.files).decode(),
        wish.category_id,
        None if wish.budget is None else wish.budget.amount,
        None if wish.budget is None else wish.budget.currency,
        wish.days,
    )


def _request(row: Row) -> Request:
    return Request(
        id=row["id"],
        buyer_id=row["buyer_id"],
        wish=Wish(
            title=row["title"],
            description=row["description"],
            days=row["days"],
            budget=None if row["budget"] is None else Money(row["budget"], row["currency"]),
            files=_FILES.validate_json(row["files"]),
            category_id=row["category_id"],
        ),
        published_at=row["published_at"],
        closes_at=row["closes_at"],
        due_at=row["due_at"],
        revision=row["revision"],
        chosen=row["chosen"],
        order_number=row["order_number"],
        closed_at=row["closed_at"],
        closing=None if row["closing"] is None else Closing(row["closing"]),
        reason=row["reason"],
    )
