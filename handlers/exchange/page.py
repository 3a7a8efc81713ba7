"""A request as people see it: one message."""

from collections.abc import Iterator, Sequence

from aiogram.utils.formatting import Bold, Text, as_list

from desk.ports import Unit
from handlers.card import Reader
from handlers.fitting import length
from handlers.gigs.page import MESSAGE_MAX
from handlers.texts import Texts
from handlers.wording import countdown, moment, price, shortened
from orders.exchange import Request, RequestState, Wish
from orders.money import Money


async def category_name(texts: Texts, category_id: int | None, unit: Unit) -> str | None:
    """In the reader's language; None: without, or it has been removed."""
    category = None if category_id is None else await unit.categories.get(category_id)
    return None if category is None else category.name(texts.language)


def budget_text(texts: Texts, budget: Money | None) -> str:
    """A price, or «Обсудим»."""
    return texts.plain("exchange-budget-open") if budget is None else price(texts, budget)


def wish_page(
    texts: Texts, wish: Wish, category: str | None, facts: Sequence[Text], lead: Text, tail: Text | None = None
) -> Text:
    """Title, facts and description between two lines; of a long description what fits into one message."""
    head = as_list(lead, "", Bold(wish.title), "", *facts, *_facts(texts, wish, category), "", "")
    end = Text("\n\n", tail) if tail is not None else Text()
    return Text(head, shortened(wish.description, MESSAGE_MAX - length(head) - length(end)), end)


def until_line(reader: Reader, request: Request) -> Text:
    """How long it stands."""
    return reader.texts(
        "exchange-until",
        moment=moment(reader.texts, request.closes_at, reader.zone),
        countdown=countdown(reader.texts, request.closes_at, reader.now),
    )


def state_text(texts: Texts, state: RequestState) -> str:
    """Where it stands, in a word or two."""
    return texts.plain(f"exchange-state-{state}")


def _facts(texts: Texts, wish: Wish, category: str | None) -> Iterator[Text]:
    if category is not None:
        yield texts("exchange-category", name=Bold(category))
    yield texts("exchange-budget", budget=Bold(budget_text(texts, wish.budget)))
    yield texts("exchange-days", days=wish.days)
    if wish.files:
        yield texts("exchange-files", n=len(wish.files))
