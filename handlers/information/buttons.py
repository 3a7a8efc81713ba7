"""The buttons of single items. They name what they are about: an item that is closed meanwhile says so."""

from aiogram.filters.callback_data import CallbackData

#: Stands for every item that is open when the button is pressed.
ALL = 0


class ItemPress(CallbackData, prefix="i"):
    """The buyer answers this item."""

    number: int
    item: int


class ClosePress(CallbackData, prefix="ix"):
    """The seller no longer waits for this item."""

    number: int
    item: int


class RepliedPress(CallbackData, prefix="ia"):
    """Whether what was said by the fact `said` is the answer to the items from `first` to `last`; 0 and 0: to none."""

    number: int
    said: int
    first: int
    last: int
