"""A category of services: what the operator sorts gigs and requests into."""

from dataclasses import dataclass

from orders.content import visible
from orders.refusals import CategoryNameLength

NAME = (2, 40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One of them. A gig or a request has one or none."""

    id: int
    name_ru: str
    name_en: str
    #: Its place among the others, from the smallest.
    position: int

    def name(self, language: str) -> str:
        """As somebody reads it who speaks «ru» or «en»."""
        return self.name_ru if language == "ru" else self.name_en


def parse_category_name(text: str) -> str:
    """In one language. Raises: CategoryNameLength."""
    name = " ".join(visible(text).split())
    if not NAME[0] <= len(name) <= NAME[1]:
        raise CategoryNameLength(*NAME, len(name))
    return name
