"""The buttons of «Баланс», of the statement and of the form «Вывести»."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from desk.people import OrdersView


class BalancePress(CallbackData, prefix="ba"):
    """A page of «Баланс», from 0."""

    page: int


class StatementPress(CallbackData, prefix="bs"):
    """A page of a month's statement; without `month`, the current one. `view`: and from now on in this view."""

    #: «2026-11».
    month: str | None = None
    page: int = 0
    view: OrdersView | None = None


class CsvPress(CallbackData, prefix="bc"):
    """The movements of a month as a file; without one, all of them."""

    month: str | None = None


class WithdrawAct(StrEnum):
    """What the buttons of «Вывести» ask for, beside those that every form shares."""

    BEGIN = "begin"
    CURRENCY = "cur"
    ALL = "all"
    AMOUNT = "amount"
    TARGET = "target"


class WithdrawPress(CallbackData, prefix="bw"):
    """A button of «Вывести»; `form` as in `FormPress`, but for the one that opens it."""

    act: WithdrawAct
    form: int = 0
    currency: str | None = None
