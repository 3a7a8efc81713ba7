"""The buttons of a buyer who orders a gig."""

from aiogram.filters.callback_data import CallbackData

from handlers.marks import mark_of_terms
from orders.gig import Gig


class BuyPress(CallbackData, prefix="buy"):
    """«Заказать»: the code of the gig's link, and under which terms the button was drawn."""

    code: str
    seen: str


class TickPress(CallbackData, prefix="tick"):
    """One of the gig's options is ordered with it, or not after all; `form` as in `FormPress`.

    It says what is wanted, not to change it: pressed twice, it does no more than once.
    """

    form: int
    at: int
    wanted: bool


class AnewPress(CallbackData, prefix="anew"):
    """The answer to this question is written anew; `form` as in `FormPress`."""

    form: int


def buy_press(gig: Gig) -> BuyPress:
    """For the gig as it is now."""
    return BuyPress(code=gig.code, seen=mark_of_terms(gig.terms))
