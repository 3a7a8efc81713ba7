"""«Оставить отзыв»: which way, words and a photo if one likes, a preview, and it stands (SPEC 8)."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.formatting import BlockQuote, Bold, Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import FormPress, FormStep, MoodPress, Move, OrderPress, Style, button
from handlers.collecting import content_of
from handlers.form import begin, dump_content, form_buttons, is_answer, load_content, values_of
from handlers.reader import reader_of
from handlers.says import Rows, Says, answer, edit, message
from handlers.texts import Texts
from handlers.wording import moment
from orders.commands import LeaveReview
from orders.content import Content
from orders.order import Mood
from orders.refusals import ReviewPhotoExpected, UnsupportedKind
from orders.reviewing import REVIEW_STAYS_OPEN
from orders.written import REVIEW_TEXT_MAX, check_review

router = Router(name="leaving a review")


class Reviewing(StatesGroup):
    """The form."""

    mood = State()
    words = State()
    preview = State()


_STYLES = {Mood.POSITIVE: Style.GO, Mood.NEGATIVE: Style.STOP}


@router.callback_query(OrderPress.filter(F.move == Move.REVIEW))
async def ask_mood(
    pressed: CallbackQuery,
    callback_data: OrderPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """First whether it speaks for the seller; nothing is said to anybody yet."""
    order = await orders.check(callback_data.number, LeaveReview(person.id, Mood.POSITIVE, Content()))
    await begin(state, Reviewing.mood, update_number, number=order.number)
    until = moment(texts, (order.ended_at or 0) + REVIEW_STAYS_OPEN, reader_of(person, texts, orders).zone)
    text = texts("review-ask-mood", number=str(order.number), title=order.terms.title, until=until)
    return [answer(pressed), message(person, text, _moods(texts, update_number))]


@router.callback_query(Reviewing.mood, MoodPress.filter())
async def ask_words(
    pressed: CallbackQuery, callback_data: MoodPress, person: Person, texts: Texts, orders: OrderDesk, state: FSMContext
) -> Says:
    """Then what to add; nothing need be."""
    values = await values_of(state, FormPress(step=FormStep.DONE, form=callback_data.form))
    await orders.check(values["number"], LeaveReview(person.id, callback_data.mood, Content()))
    await state.set_state(Reviewing.words)
    await state.update_data(mood=callback_data.mood, content=dump_content(Content()), album=None)
    text = as_list(
        Bold(texts.plain("button-mood", mood=callback_data.mood)), texts("review-ask-words", most=REVIEW_TEXT_MAX)
    )
    rows = [
        [button(texts.plain("button-without-words"), FormPress(step=FormStep.SKIP, form=values["form"]))],
        form_buttons(texts, values["form"], FormStep.BACK, FormStep.CANCEL),
    ]
    return [answer(pressed), edit(pressed, text, rows)]


@router.message(Reviewing.words, is_answer)
@router.message(Reviewing.preview, is_answer)
async def take_words(written: Message, person: Person, texts: Texts, orders: OrderDesk, state: FSMContext) -> Says:
    """What comes later takes the place of its like: a text of the text, a photo of the photo."""
    sent = _content_of(written)
    values = await values_of(state)
    if written.media_group_id is not None and written.media_group_id == values["album"]:
        return []
    before = load_content(values["content"])
    content = Content(text=sent.text or before.text, files=sent.files or before.files)
    await orders.check(values["number"], LeaveReview(person.id, Mood(values["mood"]), content))
    await state.set_state(Reviewing.preview)
    await state.update_data(content=dump_content(content), album=written.media_group_id)
    is_album = written.media_group_id is not None
    return [message(person, *_preview(texts, person, values | {"content": dump_content(content)}, is_album=is_album))]


@router.callback_query(Reviewing.words, FormPress.filter(F.step == FormStep.SKIP))
async def skip_words(
    pressed: CallbackQuery, callback_data: FormPress, person: Person, texts: Texts, state: FSMContext
) -> Says:
    """The mood alone says enough."""
    values = await values_of(state, callback_data)
    await state.set_state(Reviewing.preview)
    return [answer(pressed), edit(pressed, *_preview(texts, person, values))]


@router.callback_query(Reviewing.words, FormPress.filter(F.step == FormStep.BACK))
@router.callback_query(Reviewing.preview, FormPress.filter(F.step == FormStep.BACK))
async def begin_again(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """Everything can still be chosen anew."""
    values = await values_of(state, callback_data)
    await state.set_state(Reviewing.mood)
    text = texts("review-ask-mood-again", number=str(values["number"]))
    return [answer(pressed), edit(pressed, text, _moods(texts, values["form"]))]


@router.callback_query(Reviewing.preview, FormPress.filter(F.step == FormStep.SEND))
async def send(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
) -> Says:
    """It stands, and the seller is told."""
    values = await values_of(state, callback_data)
    command = LeaveReview(person.id, Mood(values["mood"]), load_content(values["content"]))
    order = await orders.perform(values["number"], command)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("review-sent", number=str(order.number)))]


@router.callback_query(Reviewing.mood, FormPress.filter(F.step == FormStep.CANCEL))
@router.callback_query(Reviewing.words, FormPress.filter(F.step == FormStep.CANCEL))
@router.callback_query(Reviewing.preview, FormPress.filter(F.step == FormStep.CANCEL))
async def leave(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """«Отмена»: nobody has read anything."""
    values = await values_of(state, callback_data)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("review-left-alone", number=str(values["number"])))]


def _content_of(written: Message) -> Content:
    try:
        return check_review(content_of(written))
    except UnsupportedKind:
        raise ReviewPhotoExpected from None


def _moods(texts: Texts, form: int) -> Rows:
    return [
        *(
            [button(texts.plain("button-mood", mood=mood), MoodPress(mood=mood, form=form), _STYLES[mood])]
            for mood in Mood
        ),
        form_buttons(texts, form, FormStep.CANCEL),
    ]


def _preview(texts: Texts, person: Person, values: dict[str, object], *, is_album: bool = False) -> tuple[Text, Rows]:
    content, form = load_content(values["content"]), int(str(values["form"]))
    lines = [
        texts("review-preview", number=str(values["number"])),
        Bold(texts.plain("button-mood", mood=Mood(str(values["mood"])))),
        *([BlockQuote(content.text)] if content.text else []),
        *([texts("review-first-of-album" if is_album else "review-has-photo")] if content.files else []),
        texts("review-signed", name=Bold(person.name)),
        Text("\n", texts("review-for-good")),
    ]
    rows: list[list[InlineKeyboardButton]] = [
        [button(texts.plain("button-send-review"), FormPress(step=FormStep.SEND, form=form), Style.MAIN)],
        form_buttons(texts, form, FormStep.BACK, FormStep.CANCEL),
    ]
    return as_list(*lines), rows
