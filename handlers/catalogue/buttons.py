"""The buttons of the catalogue. Each holds all that is asked for, so that an old one still does what it says."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from orders.catalogue import Sort


class CataloguePress(CallbackData, prefix="ct"):
    """Show this page, from 0, of what is asked for. A zero: whatever it is; `search`: the number of the words.

    With the greatest numbers that are taken, every button of a list is within 64 bytes.
    """

    search: int = Field(default=0, ge=0, le=10**10)
    sort: Sort = Sort.RATING
    category: int = Field(default=0, ge=0, le=10**7)
    price: int = Field(default=0, ge=0, le=10**10)
    days: int = Field(default=0, ge=0, le=1_000)
    page: int = 0

    @property
    def is_filtered(self) -> bool:
        """By something else than words."""
        return bool(self.category or self.price or self.days)


class FoundGigPress(CataloguePress, prefix="cg"):
    """Open a gig that was found; its page leads back to the list."""

    gig: int = Field(ge=0, le=10**10)


class Filter(StrEnum):
    """What can be narrowed down."""

    CATEGORY = "c"
    PRICE = "p"
    DAYS = "d"


class FilterPress(CataloguePress, prefix="cf"):
    """Choose how far."""

    by: Filter


class FindGigPress(CataloguePress, prefix="cn"):
    """«Найти»: the words will be typed; sort and filters stay."""


def press_of(other: CataloguePress, **changes: object) -> CataloguePress:
    """The list that another button of the catalogue speaks of."""
    fields = {name: getattr(other, name) for name in CataloguePress.model_fields}
    return CataloguePress.model_validate({**fields, **changes})


def with_list(kind: type[CataloguePress], of: CataloguePress, **more: object) -> CataloguePress:
    """Another kind of button that remembers this list."""
    return kind.model_validate({**press_of(of).model_dump(), **more})
