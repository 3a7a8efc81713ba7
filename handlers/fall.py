"""After a broken order its seller is told by which rule it counts, and from what to what the rating went."""

from collections.abc import Iterator

from aiogram.utils.formatting import Text

from handlers.texts import Texts
from handlers.wording import rating_text
from orders.order import Ending
from orders.rating import Shift


def fall_lines(texts: Texts, ending: Ending, shift: Shift) -> Iterator[Text]:
    """In one paragraph."""
    before, after = rating_text(texts, shift.before), rating_text(texts, shift.after)
    yield texts(f"rating-rule-{ending.replace('_', '-')}")
    yield Text("\n", texts("rating-shift", before=before, after=after))
