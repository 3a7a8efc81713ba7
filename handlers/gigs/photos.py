"""The photos of a gig: adding them, one by one or as albums, looking at them, taking them away."""

from dataclasses import replace

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from desk.people import Person
from handlers.form import is_answer
from handlers.gigs.buttons import DropPhotoPress, PhotosPress
from handlers.gigs.photo_screens import album_screen, photos_message, photos_screen
from handlers.gigs.writing import GigForm, keep, opened
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from orders.refusals import PhotoExpected, TooManyPhotos

router = Router(name="photos of a gig")


@router.message(GigForm.picturing, is_answer)
async def add_photo(said: Message, person: Person, texts: Texts, state: FSMContext, update_number: int) -> Says:
    """One more. An album comes as several messages and is answered once. Raises: PhotoExpected, TooManyPhotos."""
    if not said.photo:
        raise PhotoExpected
    writing = await opened(state)
    album = said.media_group_id
    is_rest = album is not None and album == writing.album
    try:
        writing = writing.pictured(said.photo[-1].file_id, album, update_number)
    except TooManyPhotos:
        if album is not None and album == writing.refused:
            return []  # told at the first of them
        await keep(state, replace(writing, refused=album))
        raise
    await keep(state, writing)
    if is_rest:
        return []
    return [message(person, *(photos_screen if album is None else album_screen)(texts, writing))]


@router.callback_query(PhotosPress.filter(), GigForm.picturing)
async def show_photos(
    pressed: CallbackQuery,
    callback_data: PhotosPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    update_number: int,
) -> Says:
    """As buyers see them, and below them the screen with a button each."""
    writing = replace(await opened(state, callback_data), form=update_number, album=None)
    await keep(state, writing)
    return [
        answer(pressed),
        *photos_message(person, writing.draft.photos),
        message(person, *photos_screen(texts, writing)),
    ]


@router.callback_query(DropPhotoPress.filter(), GigForm.picturing)
async def drop_photo(
    pressed: CallbackQuery, callback_data: DropPhotoPress, texts: Texts, state: FSMContext, update_number: int
) -> Says:
    """At once: buyers see it until the gig is saved."""
    writing = await opened(state, callback_data)
    writing = writing.changed(writing.draft.without_photo(callback_data.at), update_number)
    await keep(state, replace(writing, album=None))
    return [edit(pressed, *photos_screen(texts, writing))]
