"""The buttons of orders from elsewhere."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class AddOrderPress(CallbackData, prefix="ea"):
    """«Добавить заказ»."""


class StagePress(CallbackData, prefix="es"):
    """Whether the work on the order that is being added has begun."""

    form: int
    is_started: bool


class LeftPress(CallbackData, prefix="el"):
    """So many hours are left from now on."""

    form: int
    hours: int


class DuePress(CallbackData, prefix="ed"):
    """So many days more than the due time, or from now where that has passed."""

    number: int
    turn: int
    days: int


class InviteAct(StrEnum):
    """What can be done with the link for the buyer."""

    RENEW = "new"
    WITHDRAW = "off"


class InvitePress(CallbackData, prefix="ei"):
    """A button of the link for the buyer of an order."""

    number: int
    act: InviteAct


class JoinPress(CallbackData, prefix="ej"):
    """«Присоединиться»: the order behind this link."""

    code: str
