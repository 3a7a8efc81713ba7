"""Typing into the catalogue: the words to look for, or the highest price."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from handlers.buttons import FormPress, FormStep, button
from handlers.catalogue.buttons import CataloguePress, Filter, FilterPress, FindGigPress, press_of
from handlers.catalogue.page import catalogue_view
from handlers.catalogue.screens import catalogue_screen
from handlers.form import begin, form_buttons, is_answer, values_of
from handlers.reader import reader_of
from handlers.says import Says, edit, message
from handlers.setup import Setup
from handlers.texts import Texts
from handlers.wording import price
from orders.catalogue import parse_words
from orders.money import Money, digits, parse_price
from orders.refusals import TextExpected

router = Router(name="searching the catalogue")


class CatalogueForm(StatesGroup):
    """One value each."""

    words = State()
    price = State()


@router.callback_query(FindGigPress.filter())
async def ask_for_words(
    pressed: CallbackQuery, callback_data: FindGigPress, texts: Texts, state: FSMContext, update_number: int
) -> Says:
    """«Найти»: the next text is looked for. Sort and filters stay."""
    await begin(state, CatalogueForm.words, update_number, list=press_of(callback_data, page=0).pack())
    return [edit(pressed, texts("catalogue-ask-words"), _ways_out(texts, update_number))]


@router.callback_query(FilterPress.filter(F.by == Filter.PRICE))
async def ask_for_price(
    pressed: CallbackQuery,
    callback_data: FilterPress,
    texts: Texts,
    state: FSMContext,
    setup: Setup,
    update_number: int,
) -> Says:
    """The next text is a price."""
    await begin(state, CatalogueForm.price, update_number, list=press_of(callback_data, page=0).pack())
    example = price(texts, Money(2_000 * 10 ** digits(setup.currency), setup.currency))
    any_price = button(texts.plain("catalogue-any-price"), press_of(callback_data, price=0, page=0))
    rows = [[any_price] if callback_data.price else [], *_ways_out(texts, update_number)]
    return [edit(pressed, texts("catalogue-ask-price", example=example), rows)]


@router.message(CatalogueForm.words, is_answer)
async def search(
    said: Message,
    person: Person,
    texts: Texts,
    unit: Unit,
    gigs: GigDesk,
    orders: OrderDesk,
    state: FSMContext,
    setup: Setup,
) -> Says:
    """One search a press of «Найти»: words that come later may be meant for an order.

    Raises: TextExpected, NothingToSearch, SearchTooLong.
    """
    if said.text is None:
        raise TextExpected
    words = parse_words(said.text)
    press = CataloguePress.unpack((await values_of(state))["list"])
    press = press_of(press, search=await unit.catalogue.remember(person.id, words))
    await state.clear()
    return await _shown(press, person, texts, unit, gigs, orders, setup)


@router.message(CatalogueForm.price, is_answer)
async def set_price(
    said: Message,
    person: Person,
    texts: Texts,
    unit: Unit,
    gigs: GigDesk,
    orders: OrderDesk,
    state: FSMContext,
    setup: Setup,
) -> Says:
    """Gigs up to this price. Raises: TextExpected, PriceNotUnderstood, PriceOutOfRange."""
    if said.text is None:
        raise TextExpected
    most = parse_price(said.text, setup.currency)
    press = press_of(CataloguePress.unpack((await values_of(state))["list"]), price=most.amount)
    await state.clear()
    return await _shown(press, person, texts, unit, gigs, orders, setup)


@router.callback_query(FormPress.filter(F.step == FormStep.BACK), StateFilter(CatalogueForm))
async def go_back(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    unit: Unit,
    gigs: GigDesk,
    orders: OrderDesk,
    state: FSMContext,
    setup: Setup,
) -> Says:
    """To the list as it was. Raises: FormOver."""
    press = CataloguePress.unpack((await values_of(state, callback_data))["list"])
    await state.clear()
    view = await catalogue_view(press, person, unit, gigs, setup.currency)
    return [edit(pressed, *catalogue_screen(reader_of(person, texts, orders), view))]


async def _shown(
    press: CataloguePress,
    person: Person,
    texts: Texts,
    unit: Unit,
    gigs: GigDesk,
    orders: OrderDesk,
    setup: Setup,
) -> Says:
    view = await catalogue_view(press, person, unit, gigs, setup.currency)
    return [message(person, *catalogue_screen(reader_of(person, texts, orders), view))]


def _ways_out(texts: Texts, form: int) -> list[list[InlineKeyboardButton]]:
    return [form_buttons(texts, form, FormStep.BACK, FormStep.CANCEL)]
