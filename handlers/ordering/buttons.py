"""The buttons of a buyer who orders a gig."""

from zlib import crc32

from aiogram.filters.callback_data import CallbackData

from orders.gig import Gig, Terms


class BuyPress(CallbackData, prefix="buy"):
    """«Заказать»: the code of the gig's link, and under which terms the button was drawn."""

    code: str
    seen: str


class AnewPress(CallbackData, prefix="anew"):
    """The answer to this question is written anew; `form` as in `FormPress`."""

    form: int


def buy_press(gig: Gig) -> BuyPress:
    """For the gig as it is now."""
    return BuyPress(code=gig.code, seen=mark(gig.terms))


def mark(terms: Terms) -> str:
    """A short sign of the terms that differs once they do: a button has no room for more."""
    price = f"{terms.price.amount} {terms.price.currency}"
    parts = (terms.title, terms.description, *terms.questions, price, str(terms.term_days))
    return f"{crc32(chr(0).join(parts).encode()):08x}"
