"""The buttons of quick replies."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class KeptPress(CallbackData, prefix="qk"):
    """«Быстрые ответы» in the settings; `here`: in place of the message with the button."""

    here: bool = True


class ReplyAct(StrEnum):
    """What a button of one quick reply asks for."""

    OPEN = "open"
    CHANGE = "change"
    REMOVE = "remove"
    SURE = "sure"


class ReplyPress(CallbackData, prefix="qr"):
    """A button of one of the person's own quick replies."""

    id: int
    act: ReplyAct


class PlacePress(CallbackData, prefix="qp"):
    """This quick reply is to stand at this place, from 0."""

    id: int
    place: int


class NewReplyPress(CallbackData, prefix="qn"):
    """«Добавить ответ»."""


class ExamplesPress(CallbackData, prefix="qe"):
    """The prepared examples are wanted; `number`: the order in which they were missed, 0: none."""

    number: int = 0


class SendReplyPress(CallbackData, prefix="qs"):
    """This quick reply is to go into that order, from the list that the update `asked` brought."""

    number: int
    reply: int
    asked: int
