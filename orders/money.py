"""Prices: whole minor units of a currency, never floats."""

import re
from dataclasses import dataclass

from orders.refusals import PriceNotUnderstood, PriceOutOfRange

#: Digits after the point where they are not two. Source: https://core.telegram.org/bots/payments/currencies.json
_DIGITS = {
    "XTR": 0, "CLP": 0, "ISK": 0, "JPY": 0, "KRW": 0, "PYG": 0, "UGX": 0, "VND": 0,
}  # fmt: skip

#: The dearest thing that can be sold, in major units (roubles, dollars): far above any service, far below
#: what Telegram's 64-bit amounts and a mistyped zero could do.
PRICE_MAX_MAJOR = 10_000_000
#: Stars have a bound of Telegram's own: one invoice asks for at most so many.
_PRICE_MAX_MAJOR_OF = {"XTR": 10_000}

#: How people name the currency beside the number. Another currency's name is not taken for this one's.
_NAMES = {
    "RUB": r"₽|руб(?:лей|ля|ль|\.)?|р\.?|rub",
    "XTR": r"⭐️?|зв(?:[её]зд[аы]?|\.)?|stars?|xtr",
    "USD": r"\$|usd",
    "EUR": r"€|eur",
}
#: «1500», or thousands set apart: «1 500», «1_500», «1'500».
_WHOLE = r"\d{1,3}(?:[\s_']\d{3})+|\d+"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (kopecks; for stars, stars)."""

    amount: int
    currency: str


def digits(currency: str) -> int:
    """How many digits follow the point in this currency."""
    return _DIGITS.get(currency, 2)


def price_max(currency: str) -> int:
    """The dearest thing that can be sold, in major units."""
    return _PRICE_MAX_MAJOR_OF.get(currency, PRICE_MAX_MAJOR)


def check_price(price: Money) -> Money:
    """Raises: PriceOutOfRange: it is below one major unit or above `price_max`."""
    unit, most = 10 ** digits(price.currency), price_max(price.currency)
    if not unit <= price.amount <= most * unit:
        raise PriceOutOfRange(1, most, price.currency)
    return price


def parse_price(text: str, currency: str) -> Money:
    """The price a person wrote: «1500», «1 500,50 ₽».

    Raises:
        PriceNotUnderstood: it is not a number, or has more digits after the point than the currency.
        PriceOutOfRange: it is below one major unit or above `price_max`.
    """
    return check_price(parse_amount(text, currency))


def parse_amount(text: str, currency: str) -> Money:
    """An amount of money a person wrote, which may be nothing at all.

    Raises:
        PriceNotUnderstood: it is not a number, or has more digits after the point than the currency.
        PriceOutOfRange: it is above `PRICE_MAX_MAJOR`.
    """
    name = rf"(?:{_NAMES.get(currency, re.escape(currency))})?"
    match = re.fullmatch(rf"{name}\s*({_WHOLE})(?:[.,](\d+))?\s*{name}", text.strip(), re.IGNORECASE)
    if match is None:
        raise PriceNotUnderstood(currency)
    whole, fraction = re.sub(r"\D", "", match[1]).lstrip("0") or "0", match[2] or ""
    places = digits(currency)
    if len(fraction) > places:
        raise PriceNotUnderstood(currency)
    if len(whole) > len(str(PRICE_MAX_MAJOR)):
        raise PriceOutOfRange(1, price_max(currency), currency)
    return Money(int(whole) * 10**places + int(fraction.ljust(places, "0") or "0"), currency)
