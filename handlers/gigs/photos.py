"""The photos of a gig: adding them, one by one or as albums, looking at them, putting one first, taking them away."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from desk.people import Person
from handlers.form import is_answer
from handlers.gigs.buttons import PhotoAct, PhotoPress, PhotosAct, PhotosPress
from handlers.gigs.photo_screens import album_screen, photo_screen, photos_message, photos_screen
from handlers.gigs.writing import GigForm, Writing, keep, opened
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from orders.refusals import FormOver, PhotoExpected, TooManyPhotos

router = Router(name="photos of a gig")


def _photo(said: Message) -> str:
    """Its file id. Raises: PhotoExpected."""
    if not said.photo:
        raise PhotoExpected
    return said.photo[-1].file_id


async def _with_photo(state: FSMContext, press: PhotoPress) -> Writing:
    """The form that has the photo of the press. Raises: FormOver."""
    writing = await opened(state, press)
    if press.at not in range(len(writing.draft.photos)):
        raise FormOver
    return writing


@router.message(GigForm.picturing, is_answer)
async def add_photo(said: Message, person: Person, texts: Texts, state: FSMContext, update_number: int) -> Says:
    """One more. An album comes as several messages and is answered once. Raises: PhotoExpected, TooManyPhotos."""
    writing = await opened(state)
    album = said.media_group_id
    is_rest = album is not None and album == writing.album
    try:
        writing = writing.pictured(_photo(said), album, update_number)
    except (PhotoExpected, TooManyPhotos):
        if album is not None and album == writing.refused:
            return []  # told at the first of them
        await keep(state, replace(writing, refused=album))
        raise
    await keep(state, writing)
    if is_rest:
        return []
    return [message(person, *(photos_screen if album is None else album_screen)(texts, writing))]


@router.callback_query(PhotosPress.filter(F.act == PhotosAct.SHOW), GigForm.picturing)
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
        *photos_message(person, writing.draft.photos, texts("gig-photos-gone-own")),
        message(person, *photos_screen(texts, writing)),
    ]


@router.callback_query(PhotoPress.filter(F.act == PhotoAct.CHOOSE), GigForm.picturing)
async def choose_photo(pressed: CallbackQuery, callback_data: PhotoPress, texts: Texts, state: FSMContext) -> Says:
    """What can be done with it; nothing has changed yet."""
    return [edit(pressed, *photo_screen(texts, await _with_photo(state, callback_data), callback_data.at))]


@router.callback_query(PhotosPress.filter(F.act == PhotosAct.BACK), GigForm.picturing)
async def leave_photo(pressed: CallbackQuery, callback_data: PhotosPress, texts: Texts, state: FSMContext) -> Says:
    """It stays where it is."""
    return [edit(pressed, *photos_screen(texts, await opened(state, callback_data)))]


@router.callback_query(PhotoPress.filter(F.act == PhotoAct.FIRST), GigForm.picturing)
async def put_photo_first(
    pressed: CallbackQuery, callback_data: PhotoPress, texts: Texts, state: FSMContext, update_number: int
) -> Says:
    """The others follow in their order."""
    writing = await _with_photo(state, callback_data)
    writing = writing.arranged(writing.draft.with_first_photo(callback_data.at), update_number)
    await keep(state, writing)
    return [edit(pressed, *photos_screen(texts, writing))]


@router.callback_query(PhotoPress.filter(F.act == PhotoAct.DROP), GigForm.picturing)
async def drop_photo(
    pressed: CallbackQuery, callback_data: PhotoPress, texts: Texts, state: FSMContext, update_number: int
) -> Says:
    """At once: buyers see it until the gig is saved."""
    writing = await _with_photo(state, callback_data)
    writing = writing.arranged(writing.draft.without_photo(callback_data.at), update_number)
    await keep(state, writing)
    return [edit(pressed, *photos_screen(texts, writing))]


@router.callback_query(PhotosPress.filter(F.act == PhotosAct.DROP), GigForm.picturing)
async def drop_photos(
    pressed: CallbackQuery, callback_data: PhotosPress, texts: Texts, state: FSMContext, update_number: int
) -> Says:
    """Likewise all of them."""
    writing = await opened(state, callback_data)
    writing = writing.arranged(replace(writing.draft, photos=()), update_number)
    await keep(state, writing)
    return [edit(pressed, *photos_screen(texts, writing))]
