"""An arbiter's decision in words: what was decided, and what it means for a side."""

from aiogram.utils.formatting import Text

from handlers.card import Reader
from handlers.money import earned, percent, returned
from handlers.wording import moment, price, rating_text
from orders import facts as f
from orders.dispute import Ruling
from orders.order import Order
from orders.rating import Rating
from orders.status import Side


def ruling_line(reader: Reader, fact: f.ArbiterDecided) -> Text:
    """What was decided, in one sentence without an end, the same for everybody."""
    texts, decision = reader.texts, fact.decision
    arguments: dict[str, str | Text] = {}
    if decision.to_seller is not None:
        arguments["seller"] = price(texts, decision.to_seller)
    if fact.clock_until is not None:
        arguments["moment"] = moment(texts, fact.clock_until, reader.zone)
    return texts(f"ruling-{decision.ruling}", **arguments)


def consequence(reader: Reader, order: Order, side: Side, fact: f.ArbiterDecided, rating: Rating) -> Text:
    """What it means for one side: the money, the clock, the rating."""
    texts = reader.texts
    ruling = fact.decision.ruling
    key = f"ruling-means-{ruling}-{side}"
    if fact.clock_until is not None:
        return texts(key, moment=moment(texts, fact.clock_until, reader.zone))
    if not order.is_rated and texts.has(f"{key}-unrated"):
        return texts(f"{key}-unrated")
    if side is Side.SELLER:
        gets = price(texts, earned(order))
        means = texts(key, method=order.method, amount=gets, rating=rating_text(texts, rating))
        if ruling is not Ruling.SPLIT or not order.commission:
            return means
        return Text(means, " ", texts("ruling-means-commission", percent=percent(texts, order.commission)))
    back = texts.plain("money-back", method=order.method)
    gets_back = returned(texts, order) if ruling is Ruling.SPLIT else ""
    return texts(key, method=order.method, amount=gets_back, back=back)
