"""The categories that the operator has set."""

from orders.category import Category
from storage.connection import Connection, Row

#: An index walk of a table that an operator fills by hand.
_ALL = "SELECT * FROM categories WHERE position >= 0 ORDER BY position, id"
_GET = "SELECT * FROM categories WHERE id = ?"
_ADD = """
    INSERT INTO categories (name_ru, name_en, position)
    VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM categories WHERE position >= 0))
    RETURNING *
"""
_SAVE = "UPDATE categories SET name_ru = ?, name_en = ?, position = ? WHERE id = ?"
_REMOVE = "DELETE FROM categories WHERE id = ?"


class Categories:
    """`desk.ports.Categories`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def all(self) -> tuple[Category, ...]:
        """In the operator's order."""
        return tuple(map(_category, await self._connection.rows(_ALL)))

    async def get(self, category_id: int) -> Category | None:
        """Unless it has been removed."""
        row = await self._connection.row(_GET, category_id)
        return None if row is None else _category(row)

    async def add(self, name_ru: str, name_en: str) -> Category:
        """Below the others."""
        (row,) = await self._connection.rows(_ADD, name_ru, name_en)
        return _category(row)

    def save(self, category: Category) -> None:
        """Names and place."""
        self._connection.later(_SAVE, category.name_ru, category.name_en, category.position, category.id)

    def remove(self, category_id: int) -> None:
        """For good; whatever was in it has none."""
        self._connection.later(_REMOVE, category_id)


def _category(row: Row) -> Category:
    return Category(id=row["id"], name_ru=row["name_ru"], name_en=row["name_en"], position=row["position"])
