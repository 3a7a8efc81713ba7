"""Who is an operator. Asked at every command and press, never remembered."""

from desk.people import Person
from handlers.setup import Setup


async def is_operator(_: object, person: Person, setup: Setup) -> bool:
    """A filter. What it keeps back falls through to the answer for what does not exist."""
    return person.id in setup.admin_ids
