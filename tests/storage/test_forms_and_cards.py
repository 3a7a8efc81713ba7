"""What the chat itself remembers: open forms and the newest cards."""

import sqlite3
from pathlib import Path

from orders.status import Side
from storage.database import Database
from tests.storage.conftest import NOW
from tests.storage.samples import order


async def test_a_form_is_replaced_and_removed(database: Database, path: Path) -> None:
    """With nothing in it, no row stays."""
    async with database.write() as unit:
        assert await unit.forms.get(1) == (None, {})
        await unit.forms.set(1, "title", {"title": "Лого"})
        await unit.forms.set(2, None, {"kept": [1, 2]})
    async with database.write() as unit:
        unit.expect(form_of=1)
        assert await unit.forms.get(1) == ("title", {"title": "Лого"})
        await unit.forms.set(1, None, {})
        assert await unit.forms.get(1) == (None, {})
    by_hand = sqlite3.connect(path)
    rows = by_hand.execute("SELECT person_id, state, data, updated_at FROM forms").fetchall()
    by_hand.close()
    assert rows == [(2, None, '{"kept":[1,2]}', NOW)]


async def test_changing_what_was_read_changes_nothing(database: Database) -> None:
    """Only `set` does."""
    async with database.write() as unit:
        await unit.forms.set(1, "title", {"list": []})
        _, data = await unit.forms.get(1)
        data["more"] = True
        assert await unit.forms.get(1) == ("title", {"list": []})


async def test_each_side_has_its_newest_card(database: Database) -> None:
    """A newer one takes its place."""
    async with database.write() as unit:
        number = (await unit.orders.add(order())).number
        await unit.cards.put(number, Side.SELLER, 100)
        await unit.cards.put(number, Side.BUYER, 200)
        await unit.cards.put(number, Side.SELLER, 300)
    async with database.write() as unit:
        unit.cards.expect(number, Side.BUYER)
        unit.cards.expect(number, Side.SELLER)
        assert await unit.cards.get(number, Side.SELLER) == 300
        assert await unit.cards.get(number, Side.BUYER) == 200
        unit.cards.expect(number, Side.BUYER)
        await unit.cards.put(number, Side.BUYER, 400)
        assert await unit.cards.get(number, Side.BUYER) == 400
        assert await unit.cards.get(404, Side.BUYER) is None
