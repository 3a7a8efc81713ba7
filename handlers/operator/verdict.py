"""What a decision would bring about, as the operator sees it before saying yes."""

from collections.abc import Iterator

from aiogram.utils.formatting import Bold, Text

from desk.till import is_by_hand
from handlers.card import Reader
from handlers.ruling import ruling_line
from handlers.texts import Texts
from handlers.wording import price
from orders import facts as f
from orders.ledger import Shares
from orders.money import Money
from orders.order import Effect, Order


def verdict_lines(reader: Reader, ended: Order, fact: f.ArbiterDecided, shares: Shares | None) -> Iterator[Text]:
    """The decision, who gets what of the money, and what becomes of the rating.

    Args:
        reader: The operator.
        ended: The order as it would be.
        fact: The decision as it would be recorded.
        shares: How what is held would be shared out; None: the bot holds nothing, or goes on holding it.
    """
    texts = reader.texts
    yield Text(Bold(ruling_line(reader, fact)), ".")
    if ended.ending is None:
        return
    if shares is None:
        yield texts("arbitration-direct")
    else:
        yield from _money(texts, ended, shares)
    is_kept = ended.effect is Effect.KEPT
    yield texts("arbitration-rating-kept" if is_kept else "arbitration-rating-stays")


def _money(texts: Texts, ended: Order, shares: Shares) -> Iterator[Text]:
    def shown(amount: int) -> str:
        return price(texts, Money(amount, ended.terms.price.currency))

    by_hand = sum(part.money.amount for part in shares.returned if is_by_hand(ended, part))
    parts = {
        "arbitration-to-seller": shares.seller,
        "arbitration-commission": shares.commission,
        "arbitration-back-by-itself": sum(part.money.amount for part in shares.returned) - by_hand,
        "arbitration-back-by-hand": by_hand,
    }
    yield from (texts(key, amount=shown(amount), method=ended.method) for key, amount in parts.items() if amount)
