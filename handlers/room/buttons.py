"""The buttons under what has not been passed on yet."""

from aiogram.filters.callback_data import CallbackData


class AddressPress(CallbackData, prefix="to"):
    """«This is for that order»: what the update `draft` brought."""

    draft: int
    number: int


class PrivatePress(CallbackData, prefix="own"):
    """Whether a contact or phone number is to be passed on."""

    draft: int
    agrees: bool
