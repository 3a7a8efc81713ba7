"""The screens of a gig's photos, and the photos themselves."""

from aiogram.utils.formatting import Bold, Text, as_list

from desk.people import Person
from desk.posts import Post
from handlers.buttons import FormPress, FormStep, Style, button
from handlers.files import file_message
from handlers.form import form_buttons
from handlers.gigs.buttons import PhotoAct, PhotoPress, PhotosAct, PhotosPress
from handlers.gigs.screens import Shown
from handlers.gigs.writing import Writing
from handlers.replies import reply
from handlers.says import Rows, message
from handlers.texts import Texts
from orders.content import Attachment, FileKind
from orders.gig import PHOTOS_MAX

#: Buttons in a row: as many as have room for a number on a phone.
_IN_A_ROW = 5


def photos_screen(texts: Texts, writing: Writing) -> Shown:
    """How many there are, and what can be done with them; «Готово» leads to the preview."""
    count = len(writing.draft.photos)
    text = as_list(
        Bold(texts.plain("gig-field-photos")),
        texts("gig-photos-are", n=count) if count else texts("gig-photos-none"),
        *([texts("gig-photos-choose")] if count > 1 else []),
        texts("gig-photos-how", most=PHOTOS_MAX) if count < PHOTOS_MAX else texts("gig-photos-full", most=PHOTOS_MAX),
    )
    done = button(texts.plain("button-done"), FormPress(step=FormStep.BACK, form=writing.form), Style.GO)
    back = form_buttons(texts, writing.form, FormStep.BACK)
    return text, [
        *_arranging(texts, writing.form, count),
        [done] if writing.from_preview else back,
        form_buttons(texts, writing.form, FormStep.CANCEL),
    ]


def photo_screen(texts: Texts, writing: Writing, at: int) -> Shown:
    """One of several photos, and what can be done with it."""

    def press(act: PhotoAct) -> PhotoPress:
        return PhotoPress(form=writing.form, at=at, act=act)

    is_first = at == 0
    text = as_list(
        Bold(texts.plain("gig-photo", number=at + 1, of=len(writing.draft.photos))),
        texts("gig-photo-is-first" if is_first else "gig-photo-how"),
    )
    return text, [
        [] if is_first else [button(texts.plain("gig-button-photo-first"), press(PhotoAct.FIRST))],
        [button(texts.plain("gig-button-drop-photo"), press(PhotoAct.DROP))],
        [button(texts.plain("button-back"), PhotosPress(form=writing.form, act=PhotosAct.BACK))],
    ]


def album_screen(texts: Texts, writing: Writing) -> Shown:
    """An album is on its way: how many there are is known when all have come."""
    done = button(texts.plain("button-done"), FormPress(step=FormStep.BACK, form=writing.form), Style.GO)
    return as_list(Bold(texts.plain("gig-field-photos")), texts("gig-photos-album")), [
        [button(texts.plain("gig-button-show-photos"), PhotosPress(form=writing.form, act=PhotosAct.SHOW))],
        [done],
        form_buttons(texts, writing.form, FormStep.CANCEL),
    ]


def photos_message(person: Person, photos: tuple[str, ...], gone: Text) -> list[Post]:
    """The photos, as one message or one album; nothing without any. `gone`: said where Telegram refuses one of them.

    They come by themselves, above the page: a caption holds a quarter of what a page may need, an album has no
    buttons, and what follows an order edits the page as a text.
    """
    if not photos:
        return []
    shown = file_message(person.id, tuple(Attachment(kind=FileKind.PHOTO, file_id=photo) for photo in photos))
    return [reply(person.id, shown, instead=message(person, gone))]


def _arranging(texts: Texts, form: int, count: int) -> Rows:
    """Looking at the photos; a button each, or the only one goes; all go."""
    if count == 0:
        return []
    show = button(texts.plain("gig-button-show-photos"), PhotosPress(form=form, act=PhotosAct.SHOW))
    if count == 1:
        return [
            [show],
            [button(texts.plain("gig-button-drop-photo"), PhotoPress(form=form, at=0, act=PhotoAct.DROP))],
        ]
    numbers = [button(str(at + 1), PhotoPress(form=form, at=at, act=PhotoAct.CHOOSE)) for at in range(count)]
    return [
        [show],
        *(numbers[start : start + _IN_A_ROW] for start in range(0, count, _IN_A_ROW)),
        [button(texts.plain("gig-button-drop-photos"), PhotosPress(form=form, act=PhotosAct.DROP))],
    ]
