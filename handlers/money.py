"""What is said of an order's money: on its card, in its news, in its history."""

from collections.abc import Iterable, Iterator

from aiogram.utils.formatting import Text

from handlers.texts import Texts
from handlers.wording import price
from orders.ledger import commission_of, net_of
from orders.money import Money
from orders.order import Order
from orders.policy import Policy
from orders.status import Side, Status


def money_lines(texts: Texts, order: Order, side: Side) -> Iterator[Text]:
    """Who has the money now; to the seller also what the operator keeps of it."""
    where = _where(order)
    if order.seller_part is not None:
        yield texts("card-payment-split", seller=_part(texts, order, order.seller_part), buyer=returned(texts, order))
    elif where is not None:
        yield texts(f"card-payment-{where}")
    is_earned = order.status is not Status.CANCELLED or order.seller_part is not None
    if side is Side.SELLER and order.commission and is_earned:
        yield texts("card-commission", percent=percent(texts, order.commission), net=price(texts, earned(order)))


def earned(order: Order) -> Money:
    """What the seller gets of the price or, where an arbiter has split it, of their part."""
    amount = order.terms.price.amount if order.seller_part is None else order.seller_part
    return Money(amount - commission_of(amount, order.commission), order.terms.price.currency)


def returned(texts: Texts, order: Order) -> str:
    """What the buyer gets back of an order that an arbiter has ended."""
    return _part(texts, order, order.terms.price.amount - (order.seller_part or 0))


def paid_by(order: Order) -> str:
    """How the buyer has paid, for words of getting it back; of an order from elsewhere nobody here knows."""
    return order.method if order.origin.counts else order.origin


def _part(texts: Texts, order: Order, amount: int) -> str:
    return price(texts, Money(amount, order.terms.price.currency))


def kept_lines(texts: Texts, order: Order) -> Iterator[Text]:
    """What the operator has kept of the price; nothing where that is nothing."""
    if order.commission:
        kept = Money(commission_of(order.terms.price.amount, order.commission), order.terms.price.currency)
        yield texts("money-kept", percent=percent(texts, order.commission), amount=price(texts, kept))


def net_line(texts: Texts, money: Money, policy: Policy, key: str = "card-commission") -> Text | None:
    """What a seller will get of a price as the operator has set it now; None where that is all of it."""
    if not policy.commission or not policy.payment_method.holds_money:
        return None
    net = price(texts, net_of(money, policy.commission))
    return texts(key, percent=percent(texts, policy.commission), price=price(texts, money), net=net)


def sums(texts: Texts, moneys: Iterable[Money]) -> str:
    """«1 350 ⭐ · 500 ₽»: one sum a currency; nothing at all for none."""
    return " · ".join(price(texts, money) for money in moneys)


def added(moneys: Iterable[Money]) -> tuple[Money, ...]:
    """One sum a currency, by the currency's name."""
    totals: dict[str, int] = {}
    for money in moneys:
        totals[money.currency] = totals.get(money.currency, 0) + money.amount
    return tuple(Money(amount, currency) for currency, amount in sorted(totals.items()))


def signed(texts: Texts, money: Money) -> str:
    """«+1 350 ⭐», «−500 ⭐»."""
    sign = "−" if money.amount < 0 else "+"
    return f"{sign}{price(texts, Money(abs(money.amount), money.currency))}"


def percent(texts: Texts, rate: int) -> str:
    """«10», «2,5»: a rate kept in hundredths of a percent."""
    whole, rest = divmod(rate, 100)
    point = "," if texts.language == "ru" else "."
    return f"{whole}{point}{rest:02d}".rstrip("0") if rest else str(whole)


def _where(order: Order) -> str | None:
    if order.is_solo:
        return "elsewhere"
    if not order.method.holds_money:
        return "direct"
    if order.paid_at is None:
        return None if order.status.is_final else "awaited"
    match order.status:
        case Status.COMPLETED:
            return "released"
        case Status.CANCELLED:
            return "returned"
        case _:
            return "held"
