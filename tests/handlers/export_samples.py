"""Whole orders to be put into files."""

from typing import Any

from desk.people import Person
from handlers.history.export_order import WholeOrder
from tests.handlers.screens import reader
from tests.orders.builders import BUYER, SELLER, ended


def whole(**changes: Any) -> WholeOrder:
    """A finished order without a history, as its seller reads it, unless `changes` say otherwise."""
    usual: dict[str, Any] = {
        "reader": reader(),
        "order": ended(),
        "seller": Person(id=SELLER, first_name="Сергей"),
        "buyer": Person(id=BUYER, first_name="Анна"),
        "facts": (),
    }
    return WholeOrder(**(usual | changes))
