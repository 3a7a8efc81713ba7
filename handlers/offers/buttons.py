"""The buttons of offers."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from handlers.gigs.draft import Field


class OfferAct(StrEnum):
    """What a button of an offer asks for: the first four are its seller's, the others its buyer's."""

    OPEN = "open"
    WITHDRAW = "take"
    WITHDRAW_SURE = "sure"
    AGAIN = "again"
    LOOK = "look"
    ORDER = "order"
    DECLINE = "no"
    DECLINE_SURE = "never"


class OfferPress(CallbackData, prefix="of"):
    """A button of one offer."""

    id: int
    act: OfferAct


class NewOfferPress(CallbackData, prefix="ofn"):
    """«Сделать предложение»."""


class OfferFieldPress(CallbackData, prefix="off"):
    """One part of a previewed offer is to be changed; `form` as in `FormPress`."""

    field: Field
    form: int


class OfferDaysPress(CallbackData, prefix="ofd"):
    """The previewed offer is to stand for so many days; `form` as in `FormPress`."""

    days: int
    form: int
