"""Offers."""

from desk.ports import OffersPage
from orders.offer import Offer
from storage.connection import Connection, Row
from storage.gig_row import read_terms, terms_columns

_GET = "SELECT * FROM offers WHERE id = ?"
_BY_CODE = "SELECT * FROM offers WHERE code = ?"
_OF_SELLER = "SELECT * FROM offers WHERE seller_id = ? ORDER BY id DESC LIMIT ? OFFSET ?"
_COUNT = "SELECT count(*) FROM offers WHERE seller_id = ?"
_ADD = """
    INSERT INTO offers (
        code, seller_id, title, description, questions, price, currency, term_days, presets,
        made_at, expires_at, buyer_id
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    RETURNING *
"""
_SAVE = """
    UPDATE offers SET buyer_id = ?, opened_at = ?, order_number = ?, withdrawn_at = ?, declined_at = ? WHERE id = ?
"""


class Offers:
    """`desk.ports.Offers`. The terms of an offer never change, nor does how long it stands."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def get(self, offer_id: int) -> Offer | None:
        """By its id."""
        row = await self._connection.row(_GET, offer_id)
        return None if row is None else _offer(row)

    async def by_code(self, code: str) -> Offer | None:
        """The offer behind a link."""
        row = await self._connection.row(_BY_CODE, code)
        return None if row is None else _offer(row)

    async def add(self, offer: Offer) -> Offer:
        """The same offer with its id. Raises: sqlite3.IntegrityError where the code is taken."""
        (row,) = await self._connection.rows(
            _ADD,
            offer.code,
            offer.seller_id,
            *terms_columns(offer.terms).values(),
            offer.made_at,
            offer.expires_at,
            offer.buyer_id,
        )
        return _offer(row)

    def save(self, offer: Offer) -> None:
        """Whose it is, and what has become of it."""
        self._connection.later(
            _SAVE,
            offer.buyer_id,
            offer.opened_at,
            offer.order_number,
            offer.withdrawn_at,
            offer.declined_at,
            offer.id,
        )

    async def of_seller(self, seller_id: int, offset: int, limit: int) -> OffersPage:
        """Newest first."""
        ((total,),) = await self._connection.rows(_COUNT, seller_id)
        rows = await self._connection.rows(_OF_SELLER, seller_id, limit, offset) if offset < total else []
        return OffersPage(tuple(map(_offer, rows)), int(total))


def _offer(row: Row) -> Offer:
    return Offer(
        id=row["id"],
        code=row["code"],
        seller_id=row["seller_id"],
        terms=read_terms(row),
        made_at=row["made_at"],
        expires_at=row["expires_at"],
        buyer_id=row["buyer_id"],
        opened_at=row["opened_at"],
        order_number=row["order_number"],
        withdrawn_at=row["withdrawn_at"],
        declined_at=row["declined_at"],
    )
