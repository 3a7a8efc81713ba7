"""The buttons of the settings. Each says what is to be so, not what is to be turned round: twice does no harm."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class Section(StrEnum):
    """The pages of the settings."""

    HOME = "home"
    LANGUAGE = "lang"
    ZONE = "zone"
    START = "start"
    DUE = "due"
    QUIET = "quiet"


class SectionPress(CallbackData, prefix="s"):
    """Show a page, in place."""

    section: Section


class TypePress(CallbackData, prefix="st"):
    """«Другой», «Своё»: the value will be typed."""

    section: Section


class Language(StrEnum):
    """What can be chosen; CLIENT: as the Telegram client says."""

    RU = "ru"
    EN = "en"
    CLIENT = "client"


class LanguagePress(CallbackData, prefix="sl"):
    """Speak so."""

    language: Language


class ZonePress(CallbackData, prefix="sz"):
    """This time zone; empty: as the operator has set."""

    zone: str = ""


class WarningPress(CallbackData, prefix="sw"):
    """A warning this many seconds before the clock runs out is wanted, or not."""

    section: Section
    offset: int
    wanted: bool


class DefaultPress(CallbackData, prefix="sd"):
    """The warnings of a clock as the operator has set."""

    section: Section


class QuietPress(CallbackData, prefix="sq"):
    """Quiet from one hour to another; both the same: never."""

    start: int
    end: int
