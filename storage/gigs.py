"""Gigs."""

from orders.gig import Gig, GigStatus, Terms
from storage import json_text
from storage.catalogue import Catalogue
from storage.connection import Connection
from storage.gig_row import read_gig, terms_columns

_GET = "SELECT * FROM gigs WHERE id = ?"
_BY_CODE = "SELECT * FROM gigs WHERE code = ?"
_OF_SELLER = "SELECT * FROM gigs WHERE seller_id = ? AND status <> 'removed' ORDER BY id DESC"
_ADD = """
    INSERT INTO gigs
        (code, seller_id, title, description, questions, price, currency, term_days, presets, category_id, photos,
         status, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    RETURNING id
"""
_SAVE = """
    UPDATE gigs
    SET title = ?, description = ?, questions = ?, price = ?, currency = ?, term_days = ?, presets = ?,
        category_id = ?, photos = ?, status = ?
    WHERE id = ?
"""


class Gigs:
    """`desk.ports.Gigs`. A gig's code and seller never change. What is written here the catalogue follows."""

    def __init__(self, connection: Connection, catalogue: Catalogue) -> None:
        self._connection = connection
        self._catalogue = catalogue

    async def get(self, gig_id: int) -> Gig | None:
        """Removed ones too."""
        row = await self._connection.row(_GET, gig_id)
        return None if row is None else read_gig(row)

    async def by_code(self, code: str) -> Gig | None:
        """The gig behind a link, removed ones too."""
        row = await self._connection.row(_BY_CODE, code)
        return None if row is None else read_gig(row)

    async def add(
        self,
        seller_id: int,
        code: str,
        terms: Terms,
        at: int,
        *,
        category_id: int | None = None,
        photos: tuple[str, ...] = (),
    ) -> Gig:
        """A new gig on sale. Raises: sqlite3.IntegrityError where the code is taken."""
        status = GigStatus.ACTIVE
        (row,) = await self._connection.rows(
            _ADD, code, seller_id, *terms_columns(terms).values(), category_id, json_text.write(photos), status, at
        )
        gig = Gig(
            id=row["id"],
            code=code,
            seller_id=seller_id,
            terms=terms,
            status=status,
            category_id=category_id,
            photos=photos,
        )
        await self._catalogue.put(gig)
        return gig

    async def save(self, gig: Gig) -> None:
        """Terms, category, photos and status."""
        self._connection.later(
            _SAVE,
            *terms_columns(gig.terms).values(),
            gig.category_id,
            json_text.write(gig.photos),
            gig.status,
            gig.id,
        )
        await self._catalogue.put(gig)

    async def of_seller(self, seller_id: int) -> tuple[Gig, ...]:
        """Those not removed, newest first."""
        return tuple(read_gig(row) for row in await self._connection.rows(_OF_SELLER, seller_id))
