"""A seller's own gig: looking at it, its link, pausing, resuming, removing."""

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram.utils.formatting import Bold

from desk.gig_desk import GigDesk
from desk.people import Person
from handlers.gigs.buttons import GigAct, GigPress
from handlers.gigs.screens import field_choice, gig_list, gig_screen, link_screen, removal
from handlers.says import Says, answer, edit, message
from handlers.setup import Setup
from handlers.texts import Texts
from orders.gig import GigStatus

router = Router(name="own gig")

_SCREENS = {GigAct.OPEN: gig_screen, GigAct.REMOVE: removal}
_STATUSES = {GigAct.PAUSE: GigStatus.PAUSED, GigAct.RESUME: GigStatus.ACTIVE}


@router.callback_query(GigPress.filter(F.act == GigAct.EDIT))
async def choose_field(
    pressed: CallbackQuery, callback_data: GigPress, person: Person, texts: Texts, gigs: GigDesk
) -> Says:
    """What is to be changed; the category only where the operator has set some."""
    gig = await gigs.own(callback_data.id, person.id)
    return [edit(pressed, *field_choice(texts, gig, has_categories=bool(await gigs.categories())))]


@router.callback_query(GigPress.filter(F.act.in_(_SCREENS)))
async def look(pressed: CallbackQuery, callback_data: GigPress, person: Person, texts: Texts, gigs: GigDesk) -> Says:
    """The gig, or the question before removing it."""
    gig = await gigs.own(callback_data.id, person.id)
    return [edit(pressed, *_SCREENS[callback_data.act](texts, gig))]


@router.callback_query(GigPress.filter(F.act == GigAct.LINK))
async def show_link(
    _: CallbackQuery, callback_data: GigPress, person: Person, texts: Texts, gigs: GigDesk, setup: Setup
) -> Says:
    """A message by itself: it can be passed on as it is."""
    gig = await gigs.own(callback_data.id, person.id)
    lead = texts(f"gig-link-{gig.status}", title=Bold(gig.terms.title))
    return [message(person, *link_screen(texts, gig, setup, lead))]


@router.callback_query(GigPress.filter(F.act.in_(_STATUSES)))
async def pause_or_resume(
    pressed: CallbackQuery, callback_data: GigPress, person: Person, texts: Texts, gigs: GigDesk
) -> Says:
    """Orders that exist go on either way."""
    gig = await gigs.set_status(callback_data.id, person.id, _STATUSES[callback_data.act])
    return [edit(pressed, *gig_screen(texts, gig)), answer(pressed, texts.plain(f"gig-now-{gig.status}"))]


@router.callback_query(GigPress.filter(F.act == GigAct.SURE))
async def remove(pressed: CallbackQuery, callback_data: GigPress, person: Person, texts: Texts, gigs: GigDesk) -> Says:
    """For good; the orders keep their copies."""
    await gigs.set_status(callback_data.id, person.id, GigStatus.REMOVED)
    return [edit(pressed, *gig_list(texts, await gigs.of_seller(person.id), 0, lead=texts("gig-removed")))]
