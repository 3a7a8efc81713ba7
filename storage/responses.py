"""Responses to requests, and what both sides write about them."""

from pydantic import TypeAdapter

from desk.exchange import Words
from orders.content import Content
from orders.exchange import Response
from orders.money import Money
from orders.status import Side
from storage.connection import Connection, Row

_CONTENT: TypeAdapter[Content] = TypeAdapter(Content)

_GET = "SELECT * FROM responses WHERE id = ?"
_ADD = """
    INSERT INTO responses (request_id, seller_id, price, currency, term_days, message, made_at, revision)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    RETURNING *
"""
_SAVE = """
    UPDATE responses
    SET price = ?, currency = ?, term_days = ?, message = ?, made_at = ?, revision = ?, withdrawn_at = ?
    WHERE id = ?
"""
_OF_REQUEST = "SELECT * FROM responses WHERE request_id = ? ORDER BY id"
_OF_SELLER = "SELECT * FROM responses WHERE request_id = ? AND seller_id = ?"
_SAY = "INSERT INTO response_words (response_id, side, content, said_at) VALUES (?, ?, ?, ?)"
_WORDS = "SELECT * FROM response_words WHERE response_id = ? ORDER BY id"


class Responses:
    """`desk.exchange.Responses`. Whose a response is and to what never change."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def get(self, response_id: int) -> Response | None:
        """By its id."""
        row = await self._connection.row(_GET, response_id)
        return None if row is None else _response(row)

    async def add(self, response: Response) -> Response:
        """The same response with its id. Raises: sqlite3.IntegrityError where the seller has one already."""
        (row,) = await self._connection.rows(
            _ADD,
            response.request_id,
            response.seller_id,
            response.price.amount,
            response.price.currency,
            response.term_days,
            response.message,
            response.made_at,
            response.revision,
        )
        return _response(row)

    def save(self, response: Response) -> None:
        """What is offered, and whether it stands."""
        self._connection.later(
            _SAVE,
            response.price.amount,
            response.price.currency,
            response.term_days,
            response.message,
            response.made_at,
            response.revision,
            response.withdrawn_at,
            response.id,
        )

    async def of_request(self, request_id: int) -> tuple[Response, ...]:
        """All of them, oldest first; those taken back too."""
        return tuple(map(_response, await self._connection.rows(_OF_REQUEST, request_id)))

    async def of_seller(self, request_id: int, seller_id: int) -> Response | None:
        """The one that a seller has made."""
        row = await self._connection.row(_OF_SELLER, request_id, seller_id)
        return None if row is None else _response(row)

    def say(self, response_id: int, words: Words) -> None:
        """One more thing that a side has written."""
        content = _CONTENT.dump_json(words.content).decode()
        self._connection.later(_SAY, response_id, words.side, content, words.said_at)

    async def words(self, response_id: int) -> tuple[Words, ...]:
        """What both have written, oldest first."""
        return tuple(
            Words(Side(row["side"]), _CONTENT.validate_json(row["content"]), row["said_at"])
            for row in await self._connection.rows(_WORDS, response_id)
        )


def _response(row: Row) -> Response:
    return Response(
        id=row["id"],
        request_id=row["request_id"],
        seller_id=row["seller_id"],
        price=Money(row["price"], row["currency"]),
        term_days=row["term_days"],
        message=row["message"],
        made_at=row["made_at"],
        revision=row["revision"],
        withdrawn_at=row["withdrawn_at"],
    )
