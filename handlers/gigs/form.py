"""«Создать кворк» and changing one: question by question to a preview, and from there to what buyers see."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.formatting import Bold

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import FormPress, FormStep
from handlers.form import is_answer
from handlers.gigs.buttons import EditPress, FieldPress, NewGigPress
from handlers.gigs.category import category_choice
from handlers.gigs.draft import Draft
from handlers.gigs.form_screens import form_screen, settled_text
from handlers.gigs.page import own_page
from handlers.gigs.screens import Shown, field_choice, gig_screen, link_screen
from handlers.gigs.writing import GigForm, Writing, begun, keep, opened
from handlers.says import Says, answer, edit, message
from handlers.setup import Setup
from handlers.texts import Texts
from orders.refusals import TextExpected

router = Router(name="gig form")


async def _kept(
    writing: Writing, state: FSMContext, person: Person, texts: Texts, orders: OrderDesk, setup: Setup
) -> Shown:
    await keep(state, writing)
    return form_screen(texts, writing, person.name, await orders.rating(person.id), orders.policy, setup.currency)


@router.callback_query(NewGigPress.filter())
async def create(
    pressed: CallbackQuery,
    person: Person,
    texts: Texts,
    state: FSMContext,
    orders: OrderDesk,
    setup: Setup,
    update_number: int,
) -> Says:
    """In place of the list, so that a double tap asks once."""
    writing = await begun(state, update_number)
    return [edit(pressed, *await _kept(writing, state, person, texts, orders, setup))]


@router.callback_query(EditPress.filter())
async def change_field(
    pressed: CallbackQuery,
    callback_data: EditPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    gigs: GigDesk,
    orders: OrderDesk,
    setup: Setup,
    update_number: int,
) -> Says:
    """A published gig stays as it is until the change is saved."""
    gig = await gigs.own(callback_data.id, person.id)
    writing = Writing(form=update_number, gig=gig.id, draft=Draft.of(gig.terms, gig.photos), asked=callback_data.field)
    return [edit(pressed, *await _kept(writing, state, person, texts, orders, setup))]


@router.message(GigForm.writing, is_answer)
async def write_field(
    said: Message,
    person: Person,
    texts: Texts,
    state: FSMContext,
    orders: OrderDesk,
    setup: Setup,
    update_number: int,
) -> Says:
    """One part, as the person wrote it."""
    if said.text is None:
        raise TextExpected
    writing = await opened(state)
    draft = writing.draft.written(writing.asked, said.text, setup.currency)
    writing = writing.accepted(draft, update_number)
    return [message(person, *await _kept(writing, state, person, texts, orders, setup))]


@router.callback_query(FormPress.filter(F.step.in_({FormStep.SKIP, FormStep.DONE})), GigForm.writing)
async def skip_or_leave_as_it_is(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    orders: OrderDesk,
    setup: Setup,
    update_number: int,
) -> Says:
    """Without questions; or, for someone who has walked back, on with what is written."""
    writing = await opened(state, callback_data)
    draft = writing.draft.without_questions() if callback_data.step is FormStep.SKIP else writing.draft
    settled = edit(pressed, settled_text(texts, writing.asked, draft))
    writing = writing.accepted(draft, update_number)
    return [settled, message(person, *await _kept(writing, state, person, texts, orders, setup))]


@router.callback_query(FormPress.filter(F.step == FormStep.BACK), StateFilter(GigForm))
async def go_back(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    gigs: GigDesk,
    orders: OrderDesk,
    setup: Setup,
    update_number: int,
) -> Says:
    """To the step before; from the only question about a published gig, to the gig."""
    writing = await opened(state, callback_data)
    before = writing.back(update_number)
    if before is not None:
        return [edit(pressed, *await _kept(before, state, person, texts, orders, setup))]
    await state.clear()
    gig = await gigs.own(writing.gig or 0, person.id)
    return [edit(pressed, *field_choice(texts, gig, has_categories=bool(await gigs.categories())))]


@router.callback_query(FieldPress.filter(), GigForm.checking)
async def rewrite_field(
    pressed: CallbackQuery,
    callback_data: FieldPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    orders: OrderDesk,
    setup: Setup,
    update_number: int,
) -> Says:
    """From the preview to one part and back."""
    writing = (await opened(state, callback_data)).asking(callback_data.field, update_number)
    return [edit(pressed, *await _kept(writing, state, person, texts, orders, setup))]


@router.callback_query(FormPress.filter(F.step == FormStep.SEND), GigForm.checking)
async def publish(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    state: FSMContext,
    gigs: GigDesk,
    setup: Setup,
) -> Says:
    """On sale at once, with the link as the next step; a changed gig is shown as it is now."""
    writing = await opened(state, callback_data)
    await state.clear()
    if writing.gig is None:
        gig = await gigs.publish(person.id, writing.draft.terms(), writing.draft.photos)
        lead = texts("gig-published", title=Bold(gig.terms.title))
        categories = await gigs.categories()
        ask = [message(person, *category_choice(texts, gig, categories))] if categories else []
        return [edit(pressed, own_page(texts, gig)), message(person, *link_screen(texts, gig, setup, lead)), *ask]
    gig = await gigs.change(writing.gig, person.id, writing.draft.terms(), writing.draft.photos)
    return [edit(pressed, *gig_screen(texts, gig)), answer(pressed, texts.plain("gig-saved"))]
