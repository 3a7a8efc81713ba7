"""The buttons of a seller's gigs."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from handlers.gigs.draft import Field


class GigAct(StrEnum):
    """What a button of a gig asks for."""

    OPEN = "open"
    EDIT = "edit"
    PAUSE = "pause"
    RESUME = "resume"
    REMOVE = "remove"
    SURE = "sure"
    LINK = "link"


class GigPress(CallbackData, prefix="gig"):
    """A button of one of the seller's own gigs."""

    id: int
    act: GigAct


class GigListPress(CallbackData, prefix="gigs"):
    """A page of «Мои кворки», from 0."""

    page: int


class GigCategoryPress(CallbackData, prefix="gigcat"):
    """The gig is of this category; 0: of none; without: the choice is to be shown."""

    id: int
    category: int | None = None


class NewGigPress(CallbackData, prefix="gignew"):
    """«Создать кворк»."""


class EditPress(CallbackData, prefix="gigedit"):
    """One field of a published gig is to be changed."""

    id: int
    field: Field


class AddOptionPress(CallbackData, prefix="gigoption"):
    """One more option is to be written; `form` as in `FormPress`."""

    form: int


class DropOptionPress(CallbackData, prefix="gigdrop"):
    """The option at this place goes; `form` as in `FormPress`."""

    form: int
    at: int


class PhotosAct(StrEnum):
    """What a button about all photos asks for."""

    #: As buyers see them.
    SHOW = "show"
    #: The screen of all of them, from one.
    BACK = "back"
    #: None is to be left.
    DROP = "drop"


class PhotosPress(CallbackData, prefix="gigphotos"):
    """A button about all photos; `form` as in `FormPress`."""

    form: int
    act: PhotosAct


class PhotoAct(StrEnum):
    """What a button about one photo asks for."""

    CHOOSE = "choose"
    FIRST = "first"
    DROP = "drop"


class PhotoPress(CallbackData, prefix="gigphoto"):
    """A button about the photo at this place; `form` as in `FormPress`."""

    form: int
    at: int
    act: PhotoAct


class FieldPress(CallbackData, prefix="gigfield"):
    """One field of a previewed gig is to be changed; `form` as in `FormPress`."""

    field: Field
    form: int
