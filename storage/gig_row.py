"""A gig as a row."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from orders.gig import Gig, GigStatus, PresetOption, Terms
from orders.money import Money
from storage import json_text
from storage.connection import Row, Value

_PRESETS: TypeAdapter[tuple[PresetOption, ...]] = TypeAdapter(tuple[PresetOption, ...])


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


def read_gig(row: Row) -> Gig:
    """What is kept of one."""
    return Gig(
        id=row["id"],
        code=row["code"],
        seller_id=row["seller_id"],
        terms=read_terms(row),
        status=GigStatus(row["status"]),
        category_id=row["category_id"],
        photos=json_text.read_strings(row["photos"]),
    )
