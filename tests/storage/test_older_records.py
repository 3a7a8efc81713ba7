"""What an earlier version has written is read by this one."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from orders import facts as f
from orders.commands import Saying
from orders.content import Content
from orders.status import Side
from storage.database import Database
from storage.facts import read_fact
from storage.schema import Migration, migrations


def _write(path: Path, steps: tuple[Migration, ...], *statements: str) -> None:
    """A database as it was after these steps, with something in it."""
    path.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(path)) as by_hand, by_hand:
        for step in steps:
            by_hand.executescript(step.sql)
        for statement in statements:
            by_hand.execute(statement)
        by_hand.execute(f"PRAGMA user_version = {steps[-1].number:d}")


_ORDER = """
    INSERT INTO orders (seller_id, buyer_id, title, description, questions, price, currency, term_days, brief, status,
        placed_at, cancellation_declined, options, options_offered, overdue_told, deliveries, returns, turn, version)
    VALUES (11, 22, 'A logo', 'Three drafts', '[]', 100, 'RUB', 3, '[]', 'in_progress', 1, 0, '[]', 0, 0, 0, 0, 2, 3)
"""
_DRAFT = """
    INSERT INTO room_drafts (person_id, number, kind, content, messages) VALUES (22, 7, 'unaddressed', '{}', '[]')
"""
_FORMS = """
    INSERT INTO forms VALUES
        (11, 'HandingOver:gathering', '{"form": 1, "purpose": "information", "number": 1}', 5),
        (22, 'HandingOver:gathering', '{"form": 2, "purpose": "message", "number": 1}', 5)
"""


async def test_an_order_from_before_items_could_be_asked_for_owes_none(path: Path) -> None:
    """Nor has anything that was drafted been a reply to them; the form of the list as one text is closed."""
    _write(path, migrations()[:1], _ORDER, _DRAFT, _FORMS)
    database = await Database.open(path)
    async with database.write() as unit:
        order = await unit.orders.get(1)
        draft = await unit.room_drafts.get(22, 7)
        forms = [(await unit.forms.get(person))[0] for person in (11, 22)]
    await database.close()
    assert order is not None
    assert (order.information, order.information_asked, order.turn) == ((), 0, 2)
    assert draft is not None
    assert draft.replies_to is None
    assert forms == [None, "HandingOver:gathering"]


@pytest.mark.parametrize(
    ("name", "body", "fact"),
    [
        (
            "said",
            '{"by":"seller","saying":"information_request","content":{"text":"A font?","entities":[],"files":[]}}',
            f.Said(Side.SELLER, Saying.INFORMATION_REQUEST, Content(text="A font?")),
        ),
        ("requests_closed", '{"options":[],"wait":true}', f.RequestsClosed(options=(), wait=True)),
    ],
)
def test_a_fact_of_an_older_history_is_read(name: str, body: str, fact: f.Fact) -> None:
    """As it was meant then."""
    assert read_fact(name, body) == fact
