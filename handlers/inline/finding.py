"""Which gigs an inline query is answered with."""

from dataclasses import dataclass

from desk.people import Person, Standing
from desk.ports import Unit
from orders.catalogue import WORDS_MAX, Wanted, parse_words
from orders.gig import Gig, GigStatus
from orders.order import Effect
from orders.rating import WINDOW, Rating
from orders.refusals import NothingToSearch

#: Telegram asks for more as its reader scrolls; it takes 50 at most, those of one's own included.
PAGE = 20
_OWN_MOST = 10


@dataclass(frozen=True, slots=True)
class Found:
    """Some gigs on sale with their sellers' ratings; `after`: where the next ones begin, None after the last."""

    gigs: tuple[tuple[Gig, Rating], ...] = ()
    after: int | None = None


async def find(unit: Unit, person: Person, typed: str, offset: int, currency: str) -> Found:
    """What the catalogue finds; without words, all that is on sale.

    First comes the asker's own gig of exactly this name, where they have one on sale: «Показать в чате» asks so.
    """
    try:
        words = parse_words(typed[:WORDS_MAX]) if typed.strip() else None
    except NothingToSearch:
        return Found()
    own = await _own(unit, person, typed.strip(), currency)
    page = await unit.catalogue.page(Wanted(words=words), currency, offset, PAGE)
    rows = [(row.gig, _rating(row.kept, row.broken)) for row in page.rows if row.gig.id not in {gig.id for gig in own}]
    after = offset + len(page.rows)
    if own and offset == 0:
        rating = Rating.of(await unit.orders.recent_effects(person.id, WINDOW))
        rows = [*((gig, rating) for gig in own), *rows]
    return Found(tuple(rows), after if page.rows and after < page.total else None)


async def _own(unit: Unit, person: Person, title: str, currency: str) -> tuple[Gig, ...]:
    if not title or person.standing is not Standing.GOOD:
        return ()
    named_so = tuple(
        gig
        for gig in await unit.gigs.of_seller(person.id)
        if gig.status is GigStatus.ACTIVE and gig.terms.title == title and gig.terms.price.currency == currency
    )
    return named_so[:_OWN_MOST]


def _rating(kept: int, broken: int) -> Rating:
    return Rating((Effect.KEPT,) * kept + (Effect.BROKEN,) * broken)
