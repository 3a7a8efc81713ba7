"""The buttons of «Приём заказов», and the buyer's of being told. Each says what is to be so: twice does no harm."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class Page(StrEnum):
    """The pages of «Приём заказов»."""

    HOME = "home"
    AWAY = "away"
    LIMIT = "limit"


class PagePress(CallbackData, prefix="tk"):
    """Show a page, in place."""

    page: Page


class TypePress(CallbackData, prefix="tkt"):
    """«Другая дата», «Другое число»: the value will be typed."""

    page: Page


class AwayPress(CallbackData, prefix="tka"):
    """Take no orders for so many days."""

    days: int


class ReturnPress(CallbackData, prefix="tkr"):
    """«Снова принимаю»."""


class LimitPress(CallbackData, prefix="tkl"):
    """So many orders in work at a time; 0: as many as come."""

    most: int


class WaitForPress(CallbackData, prefix="wf"):
    """Tell me once the seller of this gig takes orders again."""

    gig: int
