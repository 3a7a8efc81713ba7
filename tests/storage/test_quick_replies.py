"""Quick replies and their open lists, as they are kept."""

from orders.content import Content
from storage.database import Database
from storage.units import WriteUnit

SELLER, OTHER = 11, 12
_GREETING = Content(text="Здравствуйте, {имя}", entities=({"type": "bold", "offset": 0, "length": 12},))


async def texts(unit: WriteUnit, person_id: int = SELLER) -> list[str]:
    """What a person keeps, in order."""
    return [reply.content.text for reply in await unit.quick_replies.of_person(person_id)]


async def test_replies_are_read_as_they_were_kept_in_the_persons_own_order(database: Database) -> None:
    """Each person has their own."""
    async with database.write() as unit:
        first = await unit.quick_replies.add(SELLER, _GREETING)
        second = await unit.quick_replies.add(SELLER, Content(text="2"))
        await unit.quick_replies.add(OTHER, Content(text="чужой"))
        third = await unit.quick_replies.add(SELLER, Content(text="3"))
    async with database.write() as unit:
        assert await unit.quick_replies.of_person(SELLER) == (first, second, third)
        assert await unit.quick_replies.get(first.id) == first
        assert first.content == _GREETING
        unit.quick_replies.arrange([third, first, second])
        assert await texts(unit) == ["3", _GREETING.text, "2"]
        assert await texts(unit, OTHER) == ["чужой"]


async def test_a_changed_reply_is_a_new_one_in_the_old_place(database: Database) -> None:
    """The id of one that is gone is never used again, even if it was the newest."""
    async with database.write() as unit:
        replies = [await unit.quick_replies.add(SELLER, Content(text=text)) for text in "123"]
        changed = await unit.quick_replies.replace(replies[1], Content(text="два"))
        assert await texts(unit) == ["1", "два", "3"]
        assert await unit.quick_replies.get(replies[1].id) is None
        unit.quick_replies.remove(changed)
        assert await texts(unit) == ["1", "3"]
        newest = await unit.quick_replies.add(SELLER, Content(text="4"))
        assert newest.id > changed.id
        assert await texts(unit) == ["1", "3", "4"]


async def test_a_list_is_open_until_it_is_closed_or_too_old(database: Database) -> None:
    """The newest twenty of each person."""
    async with database.write() as unit:
        unit.quick_replies.open_list(OTHER, 1)
        for number in (5, 5, *range(6, 26)):
            unit.quick_replies.open_list(SELLER, number)
        assert not await unit.quick_replies.is_list_open(SELLER, 5)
        assert await unit.quick_replies.is_list_open(SELLER, 6)
        unit.quick_replies.close_list(SELLER, 6)
        assert not await unit.quick_replies.is_list_open(SELLER, 6)
        assert await unit.quick_replies.is_list_open(SELLER, 25)
        assert await unit.quick_replies.is_list_open(OTHER, 1)
