"""Looking through the catalogue."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from desk.ports import Unit
from handlers.buttons import GoPress, Screen, button
from handlers.catalogue.buttons import CataloguePress, Filter, FilterPress, FoundGigPress, press_of
from handlers.catalogue.page import catalogue_view
from handlers.catalogue.screens import Shown, beginning, catalogue_screen, filter_screen
from handlers.gigs.photo_screens import photos_message
from handlers.gigs.screens import gig_screen
from handlers.menu.rooms import opened
from handlers.ordering.screens import gig_page
from handlers.reader import reader_of
from handlers.says import Says, answer, edit, message
from handlers.setup import Setup
from handlers.texts import Texts
from orders.refusals import NotOnSale

router = Router(name="catalogue")


@router.message(Command("catalog"))
async def open_catalogue(
    _: object, person: Person, texts: Texts, unit: Unit, gigs: GigDesk, orders: OrderDesk, setup: Setup
) -> Says:
    """By the categories or, without any, by what stands first."""
    return [message(person, *await _beginning(person, texts, unit, gigs, orders, setup))]


@router.callback_query(GoPress.filter(F.screen == Screen.CATALOGUE))
async def go_to_catalogue(
    pressed: CallbackQuery,
    callback_data: GoPress,
    person: Person,
    texts: Texts,
    unit: Unit,
    gigs: GigDesk,
    orders: OrderDesk,
    setup: Setup,
) -> Says:
    """From the menu."""
    return [opened(pressed, callback_data, person, *await _beginning(person, texts, unit, gigs, orders, setup))]


@router.callback_query(CataloguePress.filter())
async def show_list(
    pressed: CallbackQuery,
    callback_data: CataloguePress,
    person: Person,
    texts: Texts,
    unit: Unit,
    gigs: GigDesk,
    orders: OrderDesk,
    setup: Setup,
) -> Says:
    """Another page, sort or filter, in place. Raises: SearchForgotten, NoSuchCategory."""
    view = await catalogue_view(callback_data, person, unit, gigs, setup.currency)
    return [edit(pressed, *catalogue_screen(reader_of(person, texts, orders), view))]


@router.callback_query(FilterPress.filter(F.by.in_({Filter.CATEGORY, Filter.DAYS})))
async def choose_filter(pressed: CallbackQuery, callback_data: FilterPress, texts: Texts, unit: Unit) -> Says:
    """By a button; a price is typed (`searching`)."""
    return [edit(pressed, *filter_screen(texts, callback_data, callback_data.by, await unit.categories.all()))]


@router.callback_query(FoundGigPress.filter())
async def open_found(
    pressed: CallbackQuery,
    callback_data: FoundGigPress,
    person: Person,
    texts: Texts,
    unit: Unit,
    gigs: GigDesk,
    people: PersonDesk,
    orders: OrderDesk,
) -> Says:
    """In place of the list, with the way back; below it where photos come first. Raises: NotOnSale."""
    found = await unit.gigs.get(callback_data.gig)
    if found is None:
        raise NotOnSale
    gig = await gigs.on_sale(found.code)
    back = [button(texts.plain("catalogue-button-back"), press_of(callback_data))]
    if gig.seller_id == person.id:
        text, rows = gig_screen(texts, gig, texts("gig-yours"))
        return [edit(pressed, text, [*rows, back])]
    text, rows = await gig_page(texts, gig, person, gigs, people, orders)
    photos = photos_message(person, gig.photos, texts("gig-photos-gone"))
    if photos:
        return [answer(pressed), *photos, message(person, text, [*rows, back])]
    return [edit(pressed, text, [*rows, back])]


async def _beginning(person: Person, texts: Texts, unit: Unit, gigs: GigDesk, orders: OrderDesk, setup: Setup) -> Shown:
    categories = await unit.categories.all()
    if categories:
        return beginning(texts, categories)
    view = await catalogue_view(CataloguePress(), person, unit, gigs, setup.currency)
    return catalogue_screen(reader_of(person, texts, orders), view)
