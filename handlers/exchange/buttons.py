"""The buttons of the exchange."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from desk.people import OrdersView


class Which(StrEnum):
    """The lists of requests."""

    OPEN = "open"
    OWN = "own"
    ANSWERED = "mine"


class Sort(StrEnum):
    """How responses are put in order."""

    PRICE = "price"
    TERM = "term"
    RATING = "rating"


class RequestAct(StrEnum):
    """What a button of a request asks for."""

    OPEN = "open"
    FILES = "files"
    EDIT = "edit"
    CLOSE = "close"
    CLOSE_SURE = "sure"
    AGAIN = "again"
    RESPOND = "resp"
    STOP = "stop"


class ResponseAct(StrEnum):
    """What a button of a response asks for."""

    OPEN = "open"
    PICK = "pick"
    PICK_SURE = "sure"
    WRITE = "write"
    TALK = "talk"
    EDIT = "edit"
    WITHDRAW = "take"
    WITHDRAW_SURE = "gone"


class WishPart(StrEnum):
    """The parts of a request, in the order in which they are asked for."""

    TITLE = "title"
    DESCRIPTION = "description"
    FILES = "files"
    CATEGORY = "category"
    BUDGET = "budget"
    DAYS = "days"


class ResponsePart(StrEnum):
    """The parts of a response, likewise."""

    PRICE = "price"
    TERM = "term"
    MESSAGE = "message"


class RequestsPress(CallbackData, prefix="xl"):
    """A page of requests, from 0; `category`: 0 for all."""

    which: Which = Which.OPEN
    page: int = 0
    category: int = 0


class CategoriesPress(CallbackData, prefix="xg"):
    """By which category the open requests are to be filtered?"""


class RequestPress(CallbackData, prefix="xr"):
    """A button of one request."""

    id: int
    act: RequestAct


class ResponsesPress(CallbackData, prefix="xc"):
    """«Отклики»: compared in this order; `view`: and from now on so."""

    id: int
    sort: Sort = Sort.PRICE
    page: int = 0
    view: OrdersView | None = None


class ResponsePress(CallbackData, prefix="xp"):
    """A button of one response; `seen`: its revision when the button was drawn."""

    id: int
    act: ResponseAct
    seen: int = 0


class SubscriptionChoice(StrEnum):
    """What a button of «Подписка» asks for."""

    LOOK = "look"
    ALL = "all"
    NONE = "none"
    ONE = "one"


class SubscriptionPress(CallbackData, prefix="xs"):
    """«Подписка»; `category`: the one that is added or taken away."""

    choice: SubscriptionChoice
    category: int = 0


class NewRequestPress(CallbackData, prefix="xn"):
    """«Создать запрос»."""


class WishPress(CallbackData, prefix="xf"):
    """One part of a previewed request is to be changed; `form` as in `FormPress`."""

    part: WishPart
    form: int


class CategoryPress(CallbackData, prefix="xk"):
    """The category of the request that is being written; `form` as in `FormPress`."""

    id: int
    form: int


class ResponsePartPress(CallbackData, prefix="xq"):
    """One part of a previewed response is to be changed; `form` as in `FormPress`."""

    part: ResponsePart
    form: int
