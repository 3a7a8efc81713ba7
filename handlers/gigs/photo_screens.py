"""The screen of a gig's photos, and the photos themselves."""

from typing import Any

from aiogram.methods import TelegramMethod
from aiogram.utils.formatting import Bold, Text, as_list

from desk.people import Person
from handlers.buttons import FormPress, FormStep, Style, button
from handlers.files import file_message
from handlers.form import form_buttons
from handlers.gigs.buttons import DropPhotoPress, PhotosPress
from handlers.gigs.screens import Shown
from handlers.gigs.writing import Writing
from handlers.texts import Texts
from orders.content import Attachment, FileKind
from orders.gig import PHOTOS_MAX

#: Buttons in a row.
_IN_A_ROW = 5


def photos_screen(texts: Texts, writing: Writing, lead: Text | None = None) -> Shown:
    """How many there are, with a button each to take it away; «Готово» leads to the preview."""
    count = len(writing.draft.photos)
    are = texts("gig-photos-are", n=count) if count else texts("gig-photos-none")
    text = as_list(
        Bold(texts.plain("gig-field-photos")), *([lead] if lead is not None else []), are, _how(texts, count)
    )
    drops = [
        button(texts.plain("gig-button-drop-photo", n=at + 1), DropPhotoPress(form=writing.form, at=at))
        for at in range(count)
    ]
    done = button(texts.plain("button-done"), FormPress(step=FormStep.BACK, form=writing.form), Style.GO)
    back = form_buttons(texts, writing.form, FormStep.BACK)
    return text, [
        [button(texts.plain("gig-button-show-photos"), PhotosPress(form=writing.form))] if count else [],
        *(drops[start : start + _IN_A_ROW] for start in range(0, count, _IN_A_ROW)),
        [done] if writing.from_preview else back,
        form_buttons(texts, writing.form, FormStep.CANCEL),
    ]


def album_screen(texts: Texts, writing: Writing) -> Shown:
    """An album is on its way: how many there are is known when all have come."""
    done = button(texts.plain("button-done"), FormPress(step=FormStep.BACK, form=writing.form), Style.GO)
    return as_list(Bold(texts.plain("gig-field-photos")), texts("gig-photos-album")), [
        [button(texts.plain("gig-button-show-photos"), PhotosPress(form=writing.form))],
        [done],
        form_buttons(texts, writing.form, FormStep.CANCEL),
    ]


def photos_message(person: Person, photos: tuple[str, ...]) -> list[TelegramMethod[Any]]:
    """The photos, as one message or one album; nothing without any.

    A message by itself, above the page: should Telegram refuse a photo, the page comes all the same.
    """
    if not photos:
        return []
    return [file_message(person.id, tuple(Attachment(kind=FileKind.PHOTO, file_id=photo) for photo in photos))]


def _how(texts: Texts, count: int) -> Text:
    return texts("gig-photos-how", most=PHOTOS_MAX) if count < PHOTOS_MAX else texts("gig-photos-full", most=PHOTOS_MAX)
