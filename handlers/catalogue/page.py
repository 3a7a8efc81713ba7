"""One page of the catalogue, with whatever its texts need."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk.catalogue import CataloguePage
from desk.gig_desk import GigDesk
from desk.people import Person
from desk.ports import Unit
from handlers.catalogue.buttons import CataloguePress, press_of
from orders.availability import Availability
from orders.catalogue import Wanted
from orders.category import Category
from orders.refusals import NoSuchCategory, SearchForgotten

ON_A_PAGE = 10
_PAGE_MOST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueView:
    """`press`: the list as its buttons remember it; `stands`: how each seller of a row takes orders now."""

    press: CataloguePress
    words: str | None
    category: Category | None
    has_categories: bool
    currency: str
    found: CataloguePage
    stands: Mapping[int, Availability]

    @property
    def pages(self) -> int:
        """At least one, if only an empty one."""
        return max(1, -(-self.found.total // ON_A_PAGE))


async def catalogue_view(
    press: CataloguePress, person: Person, unit: Unit, gigs: GigDesk, currency: str
) -> CatalogueView:
    """A page beyond the last is the last. Raises: SearchForgotten, NoSuchCategory: what the button was drawn for."""
    words = await unit.catalogue.words_of(press.search, person.id) if press.search else None
    if press.search and words is None:
        raise SearchForgotten
    categories = await unit.categories.all()
    category = next((each for each in categories if each.id == press.category), None)
    if press.category and category is None:
        raise NoSuchCategory
    wanted = Wanted(
        words=words,
        sort=press.sort,
        category_id=press.category or None,
        price_most=press.price or None,
        days_most=press.days or None,
    )
    page = min(max(press.page, 0), _PAGE_MOST)
    found = await unit.catalogue.page(wanted, currency, page * ON_A_PAGE, ON_A_PAGE)
    if not found.rows and found.total:
        page = (found.total - 1) // ON_A_PAGE
        found = await unit.catalogue.page(wanted, currency, page * ON_A_PAGE, ON_A_PAGE)
    sellers = {row.gig.seller_id for row in found.rows}
    return CatalogueView(
        press=press_of(press, page=page),
        words=words,
        category=category,
        has_categories=bool(categories),
        currency=currency,
        found=found,
        stands={seller: await gigs.availability(seller, person.id) for seller in sorted(sellers)},
    )
