"""The buttons of the operator's desk."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class Corner(StrEnum):
    """The screens of the desk."""

    HOME = "home"
    REFUNDS = "refunds"
    FAILED = "failed"
    TEXTS = "texts"
    CATEGORIES = "cats"


class CornerPress(CallbackData, prefix="a"):
    """Show a screen, in place."""

    corner: Corner
    page: int = 0


class PayoutListPress(CallbackData, prefix="pol"):
    """A page of the payouts that wait, from 0."""

    page: int = 0


class FindPress(CallbackData, prefix="af"):
    """«Найти»: what is looked for will be typed."""


class RefundAct(StrEnum):
    """What can be done with a refund."""

    DONE = "done"
    NOW = "now"


class RefundPress(CallbackData, prefix="ar"):
    """A button of one refund; `page`: of the list it stands in, -1: in a message of its own."""

    id: int
    act: RefundAct
    page: int = -1


class FailedAct(StrEnum):
    """What can be done with an update that was set aside."""

    RETRY = "retry"
    GIVE_UP = "drop"


class FailedPress(CallbackData, prefix="au"):
    """A button of one update that was set aside."""

    id: int
    act: FailedAct
    page: int = 0


class OverseeAct(StrEnum):
    """What can be set right about an order that has ended."""

    VOID = "void"
    COUNT = "count"
    HIDE = "hide"
    SHOW = "show"


class OverseePress(CallbackData, prefix="av"):
    """A button of an order that has ended."""

    number: int
    act: OverseeAct


class CategoryAct(StrEnum):
    """What can be done with a category; `NAME` without an id: a new one."""

    OPEN = "open"
    NAME = "name"
    UP = "up"
    DOWN = "down"
    REMOVE = "drop"
    SURE = "sure"


class CategoryPress(CallbackData, prefix="ac"):
    """A button of one category."""

    id: int
    act: CategoryAct


class OwnText(StrEnum):
    """The texts that the operator can write anew."""

    TERMS = "terms"
    PAYSUPPORT = "paysupport"


class TextLanguage(StrEnum):
    """In which language."""

    RU = "ru"
    EN = "en"


class TextPress(CallbackData, prefix="at"):
    """A text that the operator can write anew; `anew`: it will be typed; `own`: the bot's own is to stand again."""

    name: OwnText
    language: TextLanguage
    anew: bool = False
    own: bool = False
