"""«Мои кворки»."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from desk.gig_desk import GigDesk
from desk.people import Person
from handlers.buttons import GoPress, Screen
from handlers.gigs.buttons import GigListPress
from handlers.gigs.screens import gig_list
from handlers.menu.rooms import opened
from handlers.says import Says, edit, message
from handlers.texts import Texts

router = Router(name="gig list")


@router.message(Command("gigs"))
async def list_gigs(_: Message, person: Person, texts: Texts, gigs: GigDesk) -> Says:
    """By the command."""
    return [message(person, *gig_list(texts, await gigs.of_seller(person.id), 0))]


@router.callback_query(GoPress.filter(F.screen == Screen.GIGS))
async def go_to_gigs(
    pressed: CallbackQuery, callback_data: GoPress, person: Person, texts: Texts, gigs: GigDesk
) -> Says:
    """From the menu."""
    return [opened(pressed, callback_data, person, *gig_list(texts, await gigs.of_seller(person.id), 0))]


@router.callback_query(GigListPress.filter())
async def turn_page(
    pressed: CallbackQuery, callback_data: GigListPress, person: Person, texts: Texts, gigs: GigDesk
) -> Says:
    """Another page, or back from a gig."""
    return [edit(pressed, *gig_list(texts, await gigs.of_seller(person.id), callback_data.page))]
