"""Everybody in the sandbox."""

import re
from collections.abc import Iterator

from sandbox.chats import Profile
from sandbox.errors import PersonError
from sandbox.person import Person
from sandbox.world import World

FIRST_ID = 1001
MAX_NAME = 64
_USERNAME = re.compile(r"[A-Za-z]\w{3,31}", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")


class People:
    """Ids are given in order from 1001 on."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._people: dict[int, Person] = {}

    def __iter__(self) -> Iterator[Person]:
        return iter(tuple(self._people.values()))

    def __len__(self) -> int:
        return len(self._people)

    def __getitem__(self, person_id: int) -> Person:
        person = self._people.get(person_id)
        if person is None:
            raise PersonError(f"there is no person {person_id}")
        return person

    def clear(self) -> None:
        """Everybody is gone, with their chats and files; the page is told to look anew."""
        self._people.clear()
        self._world.clear()

    def add(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "ru",
        phone_number: str | None = None,
        person_id: int | None = None,
    ) -> Person:
        """A new person who has not met the bot; names have 1–64 characters."""
        person_id = person_id or max((FIRST_ID - 1, *self._people)) + 1
        if person_id in self._people or person_id == self._world.bot.id:
            raise PersonError(f"the id {person_id} is taken")
        profile = Profile(
            id=person_id,
            first_name=_name(first_name, "first name"),
            last_name=_name(last_name, "last name") if last_name else None,
            username=_matching(_USERNAME, username, "username"),
            language_code=_matching(_LANGUAGE, language_code, "language code"),
            phone_number=phone_number,
        )
        person = Person(self._world, self._world.add_chat(profile))
        self._people[person_id] = person
        return person


def _name(name: str, what: str) -> str:
    name = name.strip()
    if not 1 <= len(name) <= MAX_NAME or not name.isprintable():
        raise PersonError(f"a {what} has 1 to {MAX_NAME} characters")
    return name


def _matching(pattern: re.Pattern[str], value: str | None, what: str) -> str | None:
    if value and not pattern.fullmatch(value):
        raise PersonError(f"{value!r} is no {what}")
    return value or None
