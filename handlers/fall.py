"""After a broken order its seller is told by which rule it counts, what became of the rating, and where gigs stand."""

from collections.abc import Iterator, Sequence

from aiogram.utils.formatting import Text

from desk.catalogue import Moved
from handlers.texts import Texts
from handlers.wording import rating_text
from orders.order import Ending
from orders.rating import Shift

#: Gigs whose places are told; the others move alike.
GIGS_TOLD = 5


def fall_lines(texts: Texts, ending: Ending, shift: Shift, moved: Sequence[Moved]) -> Iterator[Text]:
    """The rule and the figures in one paragraph, the places in the catalogue in another."""
    before, after = rating_text(texts, shift.before), rating_text(texts, shift.after)
    yield texts(f"rating-rule-{ending.replace('_', '-')}")
    yield Text("\n", texts("rating-shift", before=before, after=after))
    if not moved:
        return
    if all(gig.before == gig.after for gig in moved):
        yield Text("\n\n", texts("rating-not-moved"))
        return
    yield Text("\n\n", texts("rating-moved-title"))
    for gig in moved:
        yield Text("\n", texts("rating-moved", title=gig.title, before=str(gig.before), after=str(gig.after)))
