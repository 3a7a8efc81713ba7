"""«Добавить заказ»: an order taken on another marketplace, question by question to a preview (SPEC 9)."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from desk.elsewhere_desk import ElsewhereDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import FormPress, FormStep
from handlers.collecting import content_of, joined
from handlers.elsewhere.buttons import AddOrderPress, LeftPress, StagePress
from handlers.elsewhere.draft import Adding, Draft, begun, keep, opened
from handlers.elsewhere.screens import Shown, step_screen
from handlers.form import is_answer
from handlers.reader import reader_of
from handlers.says import Says, answer, edit, message
from handlers.setup import Setup
from handlers.texts import Texts
from orders.elsewhere import check_until, currency_of, parse_counterpart, parse_moment, parse_price_of
from orders.gig import parse_term, parse_title
from orders.policy import HOUR
from orders.refusals import TextExpected

router = Router(name="adding an order from elsewhere")


async def _kept(draft: Draft, state: FSMContext, person: Person, texts: Texts, orders: OrderDesk) -> Shown:
    await keep(state, draft)
    return step_screen(reader_of(person, texts, orders), draft)


@router.callback_query(AddOrderPress.filter())
async def begin(
    pressed: CallbackQuery, person: Person, texts: Texts, orders: OrderDesk, state: FSMContext, update_number: int
) -> Says:
    """Below the list. One that was begun goes on where it stood."""
    draft = await begun(state, update_number)
    return [answer(pressed), message(person, *await _kept(draft, state, person, texts, orders))]


@router.message(StateFilter(Adding.title, Adding.counterpart, Adding.price, Adding.term, Adding.until), is_answer)
async def write(
    written: Message,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    setup: Setup,
    update_number: int,
) -> Says:
    """One answer in words. Raises: Refusal: what is expected."""
    if written.text is None:
        raise TextExpected
    draft = await opened(state)
    reader = reader_of(person, texts, orders)
    match draft.step:
        case Adding.title.state:
            draft = draft.next(update_number, title=parse_title(written.text))
        case Adding.counterpart.state:
            draft = draft.next(update_number, counterpart=parse_counterpart(written.text))
        case Adding.price.state:
            price = parse_price_of(written.text, currency_of(setup.currency))
            draft = draft.next(update_number, price=price)
        case Adding.term.state:
            draft = draft.next(update_number, term_days=parse_term(written.text))
        case _:
            until = parse_moment(written.text, orders.now, reader.zone)
            draft = _until(draft, until, orders.now, update_number)
    return [message(person, *await _kept(draft, state, person, texts, orders))]


@router.message(Adding.notes, is_answer)
async def gather(
    written: Message, person: Person, texts: Texts, orders: OrderDesk, state: FSMContext, update_number: int
) -> Says:
    """The brief and whatever belongs to it. An album comes as several messages and is answered once."""
    draft = await opened(state)
    album = written.media_group_id
    is_same_album = album is not None and album == draft.album
    number = draft.form if is_same_album else update_number
    draft = draft.with_notes(number, joined(draft.notes, content_of(written)), album)
    shown = await _kept(draft, state, person, texts, orders)
    return [] if is_same_album else [message(person, *shown)]


@router.message(StateFilter(Adding.stage, Adding.preview), is_answer)
async def point_to_buttons(
    _: Message, person: Person, texts: Texts, orders: OrderDesk, state: FSMContext, update_number: int
) -> Says:
    """Here a button is the answer."""
    draft = (await opened(state)).renumbered(update_number)
    text, rows = await _kept(draft, state, person, texts, orders)
    return [message(person, text, rows)]


@router.callback_query(StagePress.filter(), Adding.stage)
async def choose_stage(
    pressed: CallbackQuery,
    callback_data: StagePress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """Begun or not: another clock is asked for then."""
    draft = (await opened(state, callback_data.form)).next(update_number, is_started=callback_data.is_started)
    return [answer(pressed), edit(pressed, *await _kept(draft, state, person, texts, orders))]


@router.callback_query(LeftPress.filter(), Adding.until)
async def choose_left(
    pressed: CallbackQuery,
    callback_data: LeftPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """So much from now."""
    draft = await opened(state, callback_data.form)
    draft = _until(draft, orders.now + callback_data.hours * HOUR, orders.now, update_number)
    return [answer(pressed), edit(pressed, *await _kept(draft, state, person, texts, orders))]


@router.callback_query(FormPress.filter(F.step == FormStep.SKIP), StateFilter(Adding.counterpart, Adding.notes))
@router.callback_query(FormPress.filter(F.step == FormStep.DONE), Adding.notes)
async def go_on(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """Without it, or with what is there."""
    draft = (await opened(state, callback_data.form)).next(update_number)
    return [answer(pressed), edit(pressed, *await _kept(draft, state, person, texts, orders))]


@router.callback_query(FormPress.filter(F.step == FormStep.BACK), StateFilter(Adding))
async def go_back(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """To the question before."""
    draft = (await opened(state, callback_data.form)).back(update_number)
    return [answer(pressed), edit(pressed, *await _kept(draft, state, person, texts, orders))]


@router.callback_query(FormPress.filter(F.step == FormStep.SEND), Adding.preview)
async def add(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    elsewhere: ElsewhereDesk,
    state: FSMContext,
) -> Says:
    """The card comes by itself. Raises: MomentOutOfRange: the time to start has passed meanwhile."""
    draft = await opened(state, callback_data.form)
    order = await elsewhere.add(draft.entry(person.id, texts.plain("elsewhere-notes"), orders.now))
    await state.clear()
    return [answer(pressed), edit(pressed, texts("elsewhere-added", number=str(order.number)))]


@router.callback_query(FormPress.filter(F.step == FormStep.CANCEL), StateFilter(Adding))
async def quit_form(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """Nothing was added."""
    await opened(state, callback_data.form)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("elsewhere-not-added"))]


def _until(draft: Draft, until: int, now: int, form: int) -> Draft:
    check_until(until, now, is_started=draft.is_started)
    return draft.next(form, until=until)
