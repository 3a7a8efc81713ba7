"""Short ways to what the screens show."""

import json
from typing import Any

from desk.people import Person
from handlers.card import Reader
from handlers.texts import texts_in
from orders.policy import Policy
from tests.orders.builders import NOW

POLICY = Policy()


def somebody(**settings: Any) -> Person:
    """A Russian seller."""
    return Person(id=11, first_name="Сергей", client_language="ru", **settings)


def reader(language: str = "ru", **settings: Any) -> Reader:
    """Who reads, now, in Moscow."""
    person = somebody(language=language, **settings)
    return Reader(person, texts_in(language), POLICY.business_timezone, NOW, POLICY)


def table_of(body: dict[str, Any]) -> list[list[str]]:
    """The words of a rich message's table, row by row."""
    blocks = body["rich_message"]["blocks"]
    table = next(block for block in blocks if block["type"] == "table")
    return [[_words(cell["text"]) for cell in row] for row in table["cells"]]


def _words(text: Any) -> str:
    return text if isinstance(text, str) else str(text["text"])


def dates_of(body: dict[str, Any]) -> list[int]:
    """The moments that clients show in their readers' own zones."""
    found = json.dumps(body)
    return [int(part.split(",")[0].split("}")[0]) for part in found.split('"unix_time": ')[1:]]
