"""«Мои кворки»."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.availability.screens import standing_line
from handlers.buttons import GoPress, Screen
from handlers.gigs.buttons import GigListPress
from handlers.gigs.screens import Shown, gig_list
from handlers.menu.rooms import opened
from handlers.reader import reader_of
from handlers.says import Says, edit, message
from handlers.texts import Texts

router = Router(name="gig list")


async def _page(person: Person, texts: Texts, gigs: GigDesk, orders: OrderDesk, page: int = 0) -> Shown:
    """The list; above it, that no orders are taken now."""
    stands = await gigs.availability(person.id)
    lead = None if stands.is_open else standing_line(reader_of(person, texts, orders), stands)
    return gig_list(texts, await gigs.of_seller(person.id), page, lead)


@router.message(Command("gigs"))
async def list_gigs(_: Message, person: Person, texts: Texts, gigs: GigDesk, orders: OrderDesk) -> Says:
    """By the command."""
    return [message(person, *await _page(person, texts, gigs, orders))]


@router.callback_query(GoPress.filter(F.screen == Screen.GIGS))
async def go_to_gigs(
    pressed: CallbackQuery, callback_data: GoPress, person: Person, texts: Texts, gigs: GigDesk, orders: OrderDesk
) -> Says:
    """From the menu."""
    return [opened(pressed, callback_data, person, *await _page(person, texts, gigs, orders))]


@router.callback_query(GigListPress.filter())
async def turn_page(
    pressed: CallbackQuery,
    callback_data: GigListPress,
    person: Person,
    texts: Texts,
    gigs: GigDesk,
    orders: OrderDesk,
) -> Says:
    """Another page, or back from a gig."""
    return [edit(pressed, *await _page(person, texts, gigs, orders, callback_data.page))]
