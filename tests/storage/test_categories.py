"""The operator's categories, as they are kept."""

from dataclasses import replace

from storage.database import Database
from storage.units import WriteUnit
from tests.storage.samples import SELLER, terms


async def names(unit: WriteUnit) -> list[str]:
    """In the operator's order."""
    return [category.name_ru for category in await unit.categories.all()]


async def test_categories_stand_in_the_operators_order(database: Database) -> None:
    """A new one below the others; names and places can be changed."""
    async with database.write() as unit:
        design = await unit.categories.add("Дизайн", "Design")
        texts = await unit.categories.add("Тексты", "Texts")
        assert await names(unit) == ["Дизайн", "Тексты"]
        unit.categories.save(replace(design, position=texts.position))
        unit.categories.save(replace(texts, position=design.position, name_ru="Тексты и переводы"))
        assert await names(unit) == ["Тексты и переводы", "Дизайн"]
    async with database.write() as unit:
        found = await unit.categories.get(design.id)
        assert found is not None
        assert (found.name("ru"), found.name("en")) == ("Дизайн", "Design")


async def test_the_gigs_of_a_removed_category_have_none(database: Database) -> None:
    """They stay what they were otherwise, and its id is never used again."""
    async with database.write() as unit:
        design = await unit.categories.add("Дизайн", "Design")
        gig = await unit.gigs.add(SELLER, "a", terms(), 1, category_id=design.id)
        other = await unit.gigs.add(SELLER, "b", terms(), 1)
        assert await unit.gigs.get(gig.id) == gig
        await unit.gigs.save(replace(other, category_id=design.id))
    async with database.write() as unit:
        unit.categories.remove(design.id)
        assert await unit.categories.get(design.id) is None
        assert await unit.gigs.get(gig.id) == replace(gig, category_id=None)
        assert await unit.gigs.get(other.id) == other
        assert (await unit.categories.add("Тексты", "Texts")).id > design.id
