"""Gigs."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from orders.gig import Gig, GigStatus, PresetOption, Terms
from orders.money import Money
from storage import json_text
from storage.connection import Connection, Row, Value

_PRESETS: TypeAdapter[tuple[PresetOption, ...]] = TypeAdapter(tuple[PresetOption, ...])

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
    """`desk.ports.Gigs`. A gig's code and seller never change."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def get(self, gig_id: int) -> Gig | None:
        """Removed ones too."""
        row = await self._connection.row(_GET, gig_id)
        return None if row is None else _gig(row)

    async def by_code(self, code: str) -> Gig | None:
        """The gig behind a link, removed ones too."""
        row = await self._connection.row(_BY_CODE, code)
        return None if row is None else _gig(row)

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
        return Gig(
            id=row["id"],
            code=code,
            seller_id=seller_id,
            terms=terms,
            status=status,
            category_id=category_id,
            photos=photos,
        )

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

    async def of_seller(self, seller_id: int) -> tuple[Gig, ...]:
        """Those not removed, newest first."""
        return tuple(_gig(row) for row in await self._connection.rows(_OF_SELLER, seller_id))


def terms_columns(terms: Terms) -> dict[str, Value]:
    """As a gig and an order keep them."""
    return {
        "title": terms.title,
        "description": terms.description,
        "questions": json_text.write(terms.questions),
        "price": terms.price.amount,
        "currency": terms.price.currency,
        "term_days": terms.term_days,
        "presets": _PRESETS.dump_json(terms.presets).decode(),
    }


def read_terms(row: Mapping[str, Any] | Row) -> Terms:
    """What `terms_columns` made."""
    return Terms(
        title=row["title"],
        description=row["description"],
        questions=json_text.read_strings(row["questions"]),
        price=Money(row["price"], row["currency"]),
        term_days=row["term_days"],
        presets=_PRESETS.validate_json(row["presets"]),
    )


def _gig(row: Row) -> Gig:
    return Gig(
        id=row["id"],
        code=row["code"],
        seller_id=row["seller_id"],
        terms=read_terms(row),
        status=GigStatus(row["status"]),
        category_id=row["category_id"],
        photos=json_text.read_strings(row["photos"]),
    )
